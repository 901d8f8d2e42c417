import { describe } from '../src/anchoring/passage.ts';
import { DEFAULT_VIEW, encodeView } from '../src/link/view-link.ts';
import { toSpan } from '../src/text/offsets.ts';
import { expect, test } from './journey.ts';
import { measureCharacter, readHighlighted, selectText } from './page-text.ts';
import type { Reader } from './reader.ts';
import { findOnce, getText } from './seeds.ts';

/** Words that stand once in their article, and are told of by a link. */
const TOLD = [
  ['001', 'نحو 11 ساعة من الاتصالات مع كيم'],
  ['004', 'محادثات على مدى ساعة ونصف الساعة'],
] as const;
const [[FIRST, WORDS]] = TOLD;

/** A link to passages: words of articles. */
function linkTo(...passages: readonly (readonly [string, string])[]): string {
  return encodeView({
    ...DEFAULT_VIEW,
    passages: passages.map(([article, words]) => {
      const { start, end } = findOnce(article, words);
      const selector = describe(getText(article), toSpan(start, end));
      if (selector === null) throw new Error(`nothing to quote: ${words}`);
      return { article, selector };
    }),
  });
}

function findCard(reader: Reader) {
  return reader.page.getByRole('region', { name: reader.say('share.targets') });
}

test.describe('the passages of a link', () => {
  test('a source turned off takes its passages out of the link', async ({ reader }) => {
    await reader.open(linkTo(...TOLD));
    const card = findCard(reader);
    await expect(card.getByRole('listitem')).toHaveCount(2);
    const rail = await reader.openRail();
    await reader.toggle(rail, '004').click();
    await reader.leaveRail();
    await expect(card.getByRole('listitem')).toHaveText([new RegExp(WORDS)]);
    await expect.poll(() => readHighlighted(reader.page)).toEqual([WORDS]);
    expect(reader.fragment).toContain('p=001.');
    expect(reader.fragment).not.toContain('p=004.');
    await expect(reader.column('004')).toBeHidden();
  });

  test('what is left of a link brings nobody anywhere', { tag: '@desktop' }, async ({ reader }) => {
    await reader.open(linkTo(...TOLD));
    await expect(findCard(reader).getByRole('listitem')).toHaveCount(2);
    const toggle = reader.toggle(await reader.openRail(), '004');
    await toggle.focus();
    await toggle.press('Enter');
    await expect(findCard(reader).getByRole('listitem')).toHaveCount(1);
    await expect(toggle).toBeFocused();
  });

  test('a passage named more than once is listed once', async ({ reader }) => {
    await reader.open(linkTo(TOLD[0], TOLD[1], TOLD[0], TOLD[0]));
    await expect(findCard(reader).getByRole('listitem')).toHaveCount(2);
    await expect.poll(() => readHighlighted(reader.page)).toEqual(TOLD.map(([, words]) => words));
  });

  test('the list can be put away, and the passages stay', async ({ reader }) => {
    const fragment = linkTo(...TOLD);
    await reader.open(fragment);
    const card = findCard(reader);
    await card.getByRole('button', { name: reader.say('share.close') }).click();
    await expect(card).toHaveCount(0);
    await expect(reader.columns).toBeFocused();
    expect(await readHighlighted(reader.page)).toEqual(TOLD.map(([, words]) => words));
    expect(reader.fragment).toBe(fragment);
    await reader.page.evaluate((next) => {
      window.location.hash = next;
    }, linkTo(TOLD[1]));
    await expect(card.getByRole('listitem')).toHaveCount(1);
  });

  test('whoever is writing keeps the focus, and the passage is told of once', async ({ reader }) => {
    await reader.open();
    // The reader's own field, as a browser's extension puts one on the page.
    const field = reader.page.getByRole('textbox', { name: 'notes' });
    await reader.page.evaluate(() => {
      const area = document.createElement('textarea');
      area.ariaLabel = 'notes';
      document.body.prepend(area);
      area.focus();
    });
    await reader.page.evaluate(() => {
      const said: string[] = [];
      const region = document.querySelector('[data-announcer]')!;
      new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      Object.assign(globalThis, { said });
    });
    await reader.page.evaluate(
      (next) => {
        window.location.hash = next;
      },
      linkTo(...TOLD),
    );
    await expect(reader.announcements).toContainText(WORDS);
    await expect.poll(() => readHighlighted(reader.page)).toHaveLength(2);
    await expect(field).toBeFocused();
    await expect(reader.column(FIRST)).toBeInViewport();
    await reader.page.keyboard.type('j1c');
    await expect(field).toHaveValue('j1c');
    // What follows on the screen says nothing more.
    const rail = await reader.openRail();
    await reader.claimBox(rail, 'gifts').uncheck();
    await reader.leaveRail();
    const said = await reader.page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    expect(said.filter((message) => message.includes(WORDS))).toHaveLength(1);
  });

  test(
    'on a phone neither their list nor the way to the claims lies over a text',
    { tag: '@phone' },
    async ({ reader }) => {
      await reader.open(linkTo(...TOLD));
      const card = findCard(reader);
      await expect(card).toBeVisible();
      const { start, end } = findOnce(FIRST, WORDS);
      const frame = await reader.scroller(FIRST).boundingBox();
      if (frame === null) throw new Error('no column on the screen');
      for (const offset of [start, end - 1]) {
        await expect
          .poll(async () => {
            const box = await measureCharacter(reader.page, FIRST, offset);
            return box !== null && box.top >= frame.y && box.bottom <= frame.y + frame.height;
          })
          .toBe(true);
      }
      const button = reader.page.getByRole('button', { name: reader.say('bar.claims') });
      for (const part of [card, button]) {
        expect((await part.boundingBox())?.y).toBeGreaterThanOrEqual(Math.floor(frame.y + frame.height));
      }
    },
  );
});

test.describe('a selection', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('over sources that are off leaves them out', async ({ reader }) => {
    await reader.open('v=1&sources=000.002');
    const from = findOnce('000', 'ومن المتوقع أن يناقش بوتين');
    const to = reader.page.locator('[data-article="002"] p[data-start]').first();
    const { start, length } = await to.evaluate((element) => ({
      start: Number((element as HTMLElement).dataset['start']),
      length: (element.textContent ?? '').length,
    }));
    await selectText(
      reader.page,
      { article: '000', offset: from.start },
      { article: '002', offset: start + length - 1 },
    );
    await reader.page
      .getByRole('toolbar', { name: reader.say('share.toolbar') })
      .getByRole('button', { name: reader.say('share.copyLink') })
      .click();
    await expect(reader.announcements).toContainText(reader.say('share.linkCopied'));
    const address = await reader.page.evaluate(() => navigator.clipboard.readText());
    const articles = Array.from(address.matchAll(/[&#]p=([^.]+)\./g), ([, id]) => id);
    expect(new Set(articles)).toEqual(new Set(['000', '002']));
  });
});

test('the number of a claim opens in its own collection in another tab', async ({ context, reader }) => {
  await reader.page.goto('./#v=1&collection=harbour');
  const number = reader.page.locator('main a[href*="claim="]').first();
  await expect(number).toHaveAttribute('href', /^\.\/#v=1&collection=harbour&claim=[a-z0-9-]+$/);
  const other = await context.newPage();
  await other.goto((await number.getAttribute('href')) ?? '');
  await expect(other.locator('[data-article="harbour-a"]')).toBeVisible();
  await expect(other.getByRole('complementary').getByRole('heading', { level: 2 }).last()).toBeVisible();
});
