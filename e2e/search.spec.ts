import type { Locator, Page } from '@playwright/test';
import { encodeView, DEFAULT_VIEW } from '../src/link/view-link.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';

/** The panel of the search. */
function findPanel(reader: Reader): Locator {
  return reader.page.getByRole('search', { name: reader.say('search.label') });
}

function findField(reader: Reader): Locator {
  return findPanel(reader).getByRole('searchbox', { name: reader.say('bar.search') });
}

async function openByButton(reader: Reader): Promise<Locator> {
  await reader.page.getByRole('button', { name: reader.say('bar.search') }).click();
  await expect(findField(reader)).toBeFocused();
  return findPanel(reader);
}

/** The words that a layer paints, one after the other; none when it is not there. */
function readLayer(page: Page, name: 'taqabul-search' | 'taqabul-search-current'): Promise<string[]> {
  return page.evaluate(
    (layer) => Array.from(CSS.highlights.get(layer) ?? [], (range) => (range as Range).toString()),
    name,
  );
}

/** What the page says to screen readers. */
function findSaid(reader: Reader): Locator {
  return reader.page.locator('[data-announcer]');
}

/** Whether the words gone to can be seen: in the window, and not under the panel. */
function isCurrentInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get('taqabul-search-current') ?? [];
    if (range === undefined) return false;
    const { left, top, width, height } = (range as Range).getBoundingClientRect();
    const x = left + width / 2;
    const y = top + height / 2;
    const hit = document.elementFromPoint(x, y);
    return hit?.closest('[data-article]') != null;
  });
}

const SPELLINGS = ['المعاهدات', 'المعاهدة', 'بالمعاهدة', 'بمعاهدة', 'للمعاهدة', 'معاهدة'];

test.describe('search', () => {
  for (const language of ['ar', 'en'] as const) {
    test(`finds a word in all its forms, diacritics or not, by source (${language})`, async ({ reader }) => {
      await reader.prefer({ language });
      await reader.open();
      const panel = await openByButton(reader);
      await expect(panel).toContainText(reader.say('search.hint'));
      await expectAccessible(reader.page, 'nothing searched yet');
      for (const typed of ['معاهدة', 'مُعاهَدَة', 'معاهده']) {
        await findField(reader).fill(typed);
        await expect
          .poll(async () => Array.from(new Set(await readLayer(reader.page, 'taqabul-search'))).toSorted())
          .toEqual(SPELLINGS);
      }
      const painted = await readLayer(reader.page, 'taqabul-search');
      await expect(panel.getByRole('heading', { name: reader.nameOf('003') })).toBeVisible();
      for (const grade of ['particle', 'form', 'respelled'] as const)
        await expect(panel.getByText(reader.say(`search.${grade}`), { exact: true }).first()).toBeVisible();
      const marked = await panel.locator('mark').allTextContents();
      expect(marked.length).toBeGreaterThan(painted.length / 2);
      expect(painted).toEqual(expect.arrayContaining(marked));
      await expectAccessible(reader.page, 'found');
    });
  }

  test('finds a phrase in quotation marks, and nothing inside other words', async ({ reader }) => {
    await reader.open();
    await openByButton(reader);
    await findField(reader).fill('«المساعدة المتبادلة»');
    await expect
      .poll(async () => (await readLayer(reader.page, 'taqabul-search')).join(' '))
      .toBe(
        'المساعدة المتبادلة المساعدة المتبادلة بالمساعدة المتبادلة للمساعدة المتبادلة المساعدة المتبادلة',
      );
    await findField(reader).fill('كيم ');
    await expect
      .poll(async () => new Set(await readLayer(reader.page, 'taqabul-search')))
      .toEqual(new Set(['كيم', 'وكيم', 'لكيم']));
  });

  test('says how much was found once the typing stops, and says so when it is nothing', async ({
    reader,
  }) => {
    await reader.open();
    const panel = await openByButton(reader);
    await findField(reader).pressSequentially('معاهدة');
    await expect(panel.locator('ol > li').first()).toBeVisible();
    const hits = await panel.locator('ol > li').count();
    const counted = reader.say('search.hits', { count: hits, n: reader.write(hits) });
    await expect(panel.getByText(counted).first()).toBeVisible();
    await expect(findSaid(reader)).toContainText(counted);
    await findField(reader).fill('قسطنطينية');
    await expect(panel).toContainText('لم نجد «\u2068قسطنطينية\u2069»');
    await expect(panel).toContainText(reader.nameOf('000'));
    await expect(findSaid(reader)).toContainText(reader.say('search.hits', { count: 0, n: reader.write(0) }));
    expect(await readLayer(reader.page, 'taqabul-search')).toEqual([]);
    await expectAccessible(reader.page, 'nothing found');
  });

  test('of many results lists the first, and the rest as the reader comes to them', async ({ reader }) => {
    await reader.open();
    const panel = await openByButton(reader);
    await findField(reader).fill('في');
    const items = panel.locator('ol > li');
    await expect(items.first()).toBeVisible();
    await expect(panel).toHaveAttribute('aria-busy', 'false');
    const first = await items.count();
    expect(first).toBeLessThan(70);
    await items.last().scrollIntoViewIfNeeded();
    await expect.poll(() => items.count()).toBeGreaterThan(first);
    // The last of all stands in the list as soon as the reader goes there.
    await findField(reader).press('Shift+Enter');
    await expect(items.last().getByRole('button')).toHaveAttribute('aria-current', 'true');
    const all = await items.count();
    expect(all).toBeGreaterThan(first);
    await expect(
      panel.getByText(reader.say('search.hits', { count: all, n: reader.write(all) })).first(),
    ).toBeVisible();
    await expect.poll(() => isCurrentInSight(reader.page)).toBe(true);
  });

  test('finds a name that is written as one word there and as two here', async ({ reader }) => {
    await reader.open();
    const panel = await openByButton(reader);
    await findField(reader).fill('بيونغيانغ ');
    const others = panel.locator('ol > li').filter({ hasText: reader.say('search.joined') });
    await expect(others.first().locator('mark').first()).toHaveText(/بيونغ$/u);
    await expect.poll(async () => new Set(await readLayer(reader.page, 'taqabul-search'))).toContain('يانغ');
  });

  test('goes from one result to the next and back, and brings each into sight', async ({ reader }) => {
    await reader.open();
    const panel = await openByButton(reader);
    await findField(reader).fill('معاهدة ');
    const sentences = panel.locator('ol > li > button');
    await expect(sentences).not.toHaveCount(0);
    const count = await sentences.count();
    const current = panel.locator('button[aria-current="true"]');
    await expect(current).toHaveCount(0);
    for (let place = 0; place < count; place += 1) {
      await reader.page.keyboard.press('Enter');
      await expect(sentences.nth(place)).toHaveAttribute('aria-current', 'true');
      await expect(current).toHaveCount(1);
      await expect(findField(reader)).toBeFocused();
      await expect.poll(() => isCurrentInSight(reader.page)).toBe(true);
      const [word] = await readLayer(reader.page, 'taqabul-search-current');
      await expect(current).toContainText(word ?? '-');
    }
    await reader.page.keyboard.press('Enter');
    await expect(sentences.first()).toHaveAttribute('aria-current', 'true');
    await expect(findSaid(reader)).toContainText(
      reader.say('search.position', { n: reader.write(1), total: reader.write(count) }),
    );
    await reader.page.keyboard.press('Shift+Enter');
    await expect(sentences.nth(count - 1)).toHaveAttribute('aria-current', 'true');
    await panel.getByRole('button', { name: reader.say('search.previous') }).click();
    await expect(sentences.nth(count - 2)).toHaveAttribute('aria-current', 'true');
    await panel.getByRole('button', { name: reader.say('search.next') }).click();
    await expect(sentences.nth(count - 1)).toHaveAttribute('aria-current', 'true');
    await sentences.first().click();
    await expect(sentences.first()).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => isCurrentInSight(reader.page)).toBe(true);
    await expect(reader.page.locator('[data-start]:focus')).toHaveCount(1);
  });

  test('looks into furniture only on request, and opens it where a result stands', async ({ reader }) => {
    await reader.open();
    const panel = await openByButton(reader);
    await findField(reader).fill('ترامب ');
    await expect(panel).toContainText('لم نجد «\u2068ترامب\u2069»');
    const one = reader.say('search.hits', { count: 1, n: reader.write(1) });
    const choice = panel.getByRole('checkbox', { name: reader.say('search.setAside') });
    await expect(choice).toHaveAccessibleName(`${reader.say('search.setAside')} (${one})`);
    await choice.check();
    await expect(panel.getByRole('heading', { name: reader.nameOf('003') })).toBeVisible();
    await expect(panel.getByText(reader.say('article.setAside'), { exact: true })).toBeVisible();
    const folded = reader.column('003').locator('details[open]');
    await expect(folded).toHaveCount(0);
    await panel.getByRole('button', { name: reader.say('search.next') }).click();
    await expect(folded).toHaveCount(1);
    await expect.poll(() => isCurrentInSight(reader.page)).toBe(true);
  });

  test('stands in the address, so that it can be sent', async ({ reader, openFresh }) => {
    await reader.open();
    await openByButton(reader);
    const before = await reader.page.evaluate(() => history.length);
    await findField(reader).pressSequentially('«سيارة أوروس» بوتين');
    const view = { ...DEFAULT_VIEW, search: '«سيارة أوروس» بوتين' };
    await expect.poll(() => reader.fragment).toBe(encodeView(view));
    expect(await reader.page.evaluate(() => history.length)).toBe(before);
    const painted = await readLayer(reader.page, 'taqabul-search');
    expect(painted.length).toBeGreaterThan(1);
    const other = await openFresh({ viewport: reader.page.viewportSize() });
    await other.open(reader.fragment);
    await expect(findField(other)).toHaveValue('«سيارة أوروس» بوتين');
    await expect.poll(() => readLayer(other.page, 'taqabul-search')).toEqual(painted);
    // Nothing is taken from a reader who has only opened a link.
    await expect(findField(other)).not.toBeFocused();

    await findPanel(reader).getByRole('checkbox').check();
    await expect.poll(() => reader.fragment).toBe(encodeView({ ...view, searchesFurniture: true }));
    await reader.page.goBack();
    await expect(findPanel(reader)).toHaveCount(0);
    expect(reader.fragment).toBe('');
    await reader.page.goForward();
    await expect(findField(reader)).toHaveValue('«سيارة أوروس» بوتين');
  });

  test('a search that comes with another address takes the place of what was typed', async ({ reader }) => {
    await reader.open('v=1&q=%D9%83%D9%8A%D9%85');
    await expect(findField(reader)).toHaveValue('كيم');
    await reader.page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      encodeView({ ...DEFAULT_VIEW, search: 'بوتين' }),
    );
    await expect(findField(reader)).toHaveValue('بوتين');
    await expect(findPanel(reader).locator('mark').first()).toContainText('بوتين');
  });

  test('Escape closes it and gives the focus back', async ({ reader }) => {
    await reader.open();
    await openByButton(reader);
    await findField(reader).fill('بوتين');
    await expect(findPanel(reader).locator('mark').first()).toBeVisible();
    await reader.page.keyboard.press('Escape');
    await expect(findPanel(reader)).toHaveCount(0);
    await expect(reader.page.getByRole('button', { name: reader.say('bar.search') })).toBeFocused();
    expect(await readLayer(reader.page, 'taqabul-search')).toEqual([]);
    expect(reader.fragment).toBe('');
  });

  test(
    'takes the place of the comparison, which comes back when it is closed',
    { tag: '@desktop' },
    async ({ reader }) => {
      await reader.open('v=1&claim=gifts');
      await expect(reader.comparison('gifts')).toBeVisible();
      const panel = await openByButton(reader);
      await expect(reader.comparison('gifts')).toHaveCount(0);
      await panel.getByRole('button', { name: reader.say('search.close') }).click();
      await expect(reader.comparison('gifts')).toBeVisible();
      await openByButton(reader);
      const rail = await reader.openRail();
      await reader.claimButton(rail, 'first-visit-in-24-years').click();
      await expect(findPanel(reader)).toHaveCount(0);
      await expect(reader.comparison('first-visit-in-24-years')).toBeVisible();
    },
  );

  test('follows the sources that are on', { tag: '@desktop' }, async ({ reader }) => {
    await reader.open(encodeView({ ...DEFAULT_VIEW, sources: ['003', '001'], search: 'بوتين ' }));
    const headings = findPanel(reader).getByRole('heading', { level: 2 });
    await expect(headings).toHaveCount(2);
    await expect(headings.first()).toContainText(reader.nameOf('003'));
    const rail = await reader.openRail();
    await reader.toggle(rail, '003').click();
    await reader.leaveRail();
    await expect(headings).toHaveCount(1);
    await expect(headings.first()).toContainText(reader.nameOf('001'));
  });

  test('says when its code cannot be had, and the page goes on', async ({ reader, watch }) => {
    watch.forgive('.js');
    await reader.open();
    await reader.page.route(/search-texts[^/]*\.js$/, (route) => route.abort());
    const panel = await openByButton(reader);
    await expect(panel.getByRole('alert')).toContainText(reader.say('load.partFailed'));
    await expect(reader.column('000')).toBeVisible();
  });
});

test.describe('the key of search', { tag: '@desktop' }, () => {
  test('opens it from the text, and comes back to the field', async ({ reader }) => {
    await reader.open();
    await reader.scroller('001').focus();
    await reader.page.keyboard.press('/');
    await expect(findField(reader)).toBeFocused();
    await reader.page.keyboard.type('كيم/');
    await expect(findField(reader)).toHaveValue('كيم/');
    await reader.scroller('002').focus();
    await reader.page.keyboard.press('/');
    await expect(findField(reader)).toBeFocused();
    await reader.page.keyboard.press('Escape');
    await expect(findPanel(reader)).toHaveCount(0);
    await expect(reader.scroller('001')).toBeFocused();
  });

  test('rests when single keys are turned off, and is in the list of keys', async ({ reader }) => {
    await reader.prefer({ shortcuts: 'off' });
    await reader.open();
    await reader.page.keyboard.press('/');
    await reader.page.getByRole('button', { name: reader.say('bar.keys') }).click();
    await expect(reader.page.getByRole('dialog')).toContainText(reader.say('keys.search'));
    await expect(findPanel(reader)).toHaveCount(0);
  });
});
