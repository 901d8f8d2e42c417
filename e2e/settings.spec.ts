import type { Page } from '@playwright/test';
import { formatDate } from '../src/i18n/format.ts';
import { expect, test } from './journey.ts';
import { PREFERENCES_KEY, type Reader } from './reader.ts';
import { articleIds, collection } from './seeds.ts';

async function openSettings(reader: Reader) {
  await reader.page.getByRole('button', { name: reader.say('bar.settings') }).click();
  const dialog = reader.page.getByRole('dialog', { name: reader.say('settings.title') });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** How the first paragraph of the first article is set. */
function readText(page: Page) {
  return page
    .locator('[data-article="000"] p[data-start]')
    .first()
    .evaluate((paragraph) => {
      const { fontSize, lineHeight, fontFamily, color } = getComputedStyle(paragraph);
      return {
        size: Number.parseFloat(fontSize),
        leading: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
        face: fontFamily,
        color,
        paper: getComputedStyle(document.documentElement).backgroundColor,
      };
    });
}

test.describe('settings', () => {
  test('each takes effect at once and is kept', async ({ reader }) => {
    await reader.open();
    const before = await readText(reader.page);
    const dialog = await openSettings(reader);
    const choose = (group: string, name: string) =>
      dialog
        .getByRole('group', { name: group })
        .getByRole('radio', { name, exact: true })
        .check({ force: true });
    await choose(reader.say('settings.theme'), reader.say('settings.theme-dark'));
    await choose(reader.say('settings.size'), reader.write(4));
    await choose(reader.say('settings.leading'), reader.say('settings.leading-loose'));
    await choose(reader.say('settings.face'), reader.say('settings.face-sans'));
    const after = await readText(reader.page);
    expect(after.size).toBeGreaterThan(before.size);
    expect(after.leading).toBeGreaterThan(before.leading);
    expect(after.face).not.toBe(before.face);
    expect(after.paper).not.toBe(before.paper);
    expect(after.color).not.toBe(before.color);
    await choose(reader.say('settings.digits'), reader.say('settings.digits-latn'));
    await expect(reader.page.getByRole('heading', { level: 1, includeHidden: true })).toContainText(
      '5 مصادر',
    );
    await expect(dialog).toContainText('19 يونيو 2024');
    await choose(reader.say('settings.digits'), reader.say('settings.digits-arab'));
    await expect(dialog).toContainText('١٩ يونيو ٢٠٢٤');
    await choose(reader.say('settings.digits'), reader.say('settings.digits-latn'));

    await reader.page.reload();
    await reader.settle();
    expect(await readText(reader.page)).toEqual(after);
    const again = await openSettings(reader);
    await expect(again.getByRole('radio', { name: reader.say('settings.theme-dark') })).toBeChecked();
    await again.getByRole('button', { name: reader.say('settings.reset') }).click();
    expect(await readText(reader.page)).toEqual(before);
  });

  for (const theme of ['light', 'sepia', 'dark', 'contrast'] as const) {
    test(`the kept theme stands before the page is alive (${theme})`, async ({ reader }) => {
      await reader.prefer({ theme, size: 5 });
      await reader.page.addInitScript(() => {
        document.addEventListener('DOMContentLoaded', () => {
          const { theme: shown, size } = document.documentElement.dataset;
          document.documentElement.dataset['early'] = `${shown ?? ''} ${size ?? ''}`;
        });
      });
      await reader.open();
      await expect(reader.page.locator('html')).toHaveAttribute('data-early', `${theme} 5`);
    });
  }

  test('what was kept stands before anything is drawn', async ({ reader }) => {
    await reader.prefer({ theme: 'sepia', size: 4, leading: 'loose', face: 'sans', language: 'en' });
    await reader.page.addInitScript(() => {
      const watcher = new MutationObserver(() => {
        if (document.body === null) return;
        watcher.disconnect();
        const { theme, size, leading, face } = document.documentElement.dataset;
        const early = [theme, size, leading, face, document.documentElement.dir].join(' ');
        Object.assign(globalThis, { early });
      });
      watcher.observe(document, { childList: true, subtree: true });
    });
    await reader.open();
    const early = await reader.page.evaluate(() => (globalThis as unknown as { early: string }).early);
    expect(early).toBe('sepia 4 loose sans ltr');
  });

  test('left to the device, the theme follows it', async ({ reader }) => {
    await reader.page.emulateMedia({ colorScheme: 'light' });
    await reader.open();
    const { paper } = await readText(reader.page);
    await reader.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(async () => (await readText(reader.page)).paper).not.toBe(paper);
  });

  test('the language changes words and direction, never the direction of a text', async ({ reader }) => {
    await reader.open();
    await reader.page.getByRole('button', { name: reader.say('bar.switchLanguage') }).click();
    reader.language = 'en';
    await reader.settle();
    await expect(reader.page.locator('html')).toHaveAttribute('dir', 'ltr');
    await expect(reader.page.getByRole('heading', { level: 1 })).toContainText(collection.title.en);
    await expect(reader.page.locator('[data-article="000"] p[data-start]').first()).toHaveCSS(
      'direction',
      'rtl',
    );
    const edge = (id: string) => reader.column(id).evaluate((column) => column.getBoundingClientRect().x);
    expect(await edge('000')).toBeLessThan(await edge('001'));
    await reader.page.reload();
    await reader.settle();
    await expect(reader.page.locator('html')).toHaveAttribute('lang', 'en');
    await reader.page.getByRole('button', { name: reader.say('bar.switchLanguage') }).click();
    reader.language = 'ar';
    await reader.settle();
    await expect(reader.page.locator('html')).toHaveAttribute('dir', 'rtl');
    expect(await edge('000')).toBeGreaterThan(await edge('001'));
  });

  test('a language that cannot be fetched leaves the page readable and says so', async ({
    reader,
    watch,
  }) => {
    await reader.open();
    watch.forgive('.js');
    await reader.page.route(/\/en-[^/]*\.js$/, (route) => route.abort());
    await reader.page.getByRole('button', { name: reader.say('bar.switchLanguage') }).click();
    await expect(reader.page.getByRole('alert')).toContainText(reader.say('load.languageFailed'));
    await expect(reader.column('000')).toBeVisible();
    await expect(reader.page.locator('html')).toHaveAttribute('dir', 'rtl');
  });

  test('works where the browser keeps nothing, and says that it does not', async ({ reader }) => {
    await reader.page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'localStorage', { get: refuse });
    });
    await reader.open();
    const dialog = await openSettings(reader);
    await dialog.getByRole('radio', { name: reader.say('settings.theme-dark') }).check({ force: true });
    await expect(reader.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(dialog.getByRole('note')).toContainText(reader.say('settings.notKept'));
  });

  test('kept settings that make no sense are passed over', async ({ reader }) => {
    await reader.page.addInitScript(
      ([key = '', value = '']) => localStorage.setItem(key, value),
      [PREFERENCES_KEY, '{"version":1,"theme":"<script>","size":99,"language":["en"],"face":null}'],
    );
    await reader.open();
    await expect(reader.page.locator('html')).toHaveAttribute('data-size', '2');
    await expect(reader.page.locator('html')).toHaveAttribute('data-theme', 'system');
  });
});

test.describe('printing', () => {
  for (const language of ['ar', 'en'] as const) {
    test(`gives every text in full and none of the controls (${language})`, async ({ reader }) => {
      await reader.prefer({ language, theme: 'dark' });
      await reader.open('v=1&claim=gifts');
      await expect(reader.comparison('gifts').getByRole('heading', { level: 3 }).first()).toBeVisible();
      await reader.page.emulateMedia({ media: 'print' });
      const unseen = await reader.page.locator('main [data-start]').evaluateAll((pieces) =>
        pieces
          .filter((piece) => {
            if (piece.closest('details') !== null) return false;
            const box = piece.getBoundingClientRect();
            let isCut = !piece.checkVisibility() || box.height === 0;
            for (let outer = piece.parentElement; outer !== null; outer = outer.parentElement) {
              const frame = outer.getBoundingClientRect();
              const isOut =
                box.x < frame.x - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
              if (getComputedStyle(outer).overflow !== 'visible' && isOut) isCut = true;
            }
            return isCut;
          })
          .map((piece) => piece.textContent),
      );
      expect(unseen).toEqual([]);
      await expect(reader.page.getByRole('button', { name: reader.say('bar.settings') })).toBeHidden();
      await expect(reader.page.getByRole('button', { name: reader.say('comparison.copyLink') })).toBeHidden();
      const pages = await reader.page.pdf({ format: 'A4' });
      expect(pages.byteLength).toBeGreaterThan(20_000);
    });
  }

  test('begins with the title, the day, the link and the comparison', async ({ reader }) => {
    await reader.open('v=1&claim=gifts');
    const comparison = reader.comparison('gifts');
    await expect(comparison.getByRole('heading', { level: 3 }).first()).toBeVisible();
    const link = reader.page.getByRole('link', { name: reader.page.url(), exact: true });
    await expect(link).toHaveCount(0);
    await reader.page.emulateMedia({ media: 'print' });
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].join('-');
    const [opening = ''] = reader.say('bar.printed', { date: '§' }).split('§');
    await expect(link).toHaveAttribute('href', reader.page.url());
    await expect(reader.page.getByText(opening.trim())).toContainText(formatDate(today, 'ar', 'auto'));
    const tops = await Promise.all(
      [
        reader.page.getByRole('heading', { level: 1 }),
        link,
        comparison,
        reader.page.getByRole('complementary', { name: reader.say('rail.label') }),
        reader.column('000'),
        reader.column('004'),
      ].map(async (part) => (await part.boundingBox())?.y ?? Number.NaN),
    );
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(new Set(tops).size).toBe(tops.length);
  });

  test('leaves out the sources that are off', async ({ reader }) => {
    await reader.open('v=1&sources=000.003');
    await reader.page.emulateMedia({ media: 'print' });
    for (const id of articleIds) {
      await expect(reader.page.locator(`[data-article="${id}"]`)).toBeVisible({
        visible: id === '000' || id === '003',
      });
    }
  });
});
