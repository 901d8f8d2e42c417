import type { Locator } from '@playwright/test';
import { expect, test } from './journey.ts';
import { bringIntoView, readHighlighted, selectText } from './page-text.ts';
import type { Reader } from './reader.ts';
import { findOnce } from './seeds.ts';

/** Words that stand once in their article. */
const FIRST = ['001', 'نحو 11 ساعة من الاتصالات مع كيم'] as const;
const SECOND = ['004', 'محادثات على مدى ساعة ونصف الساعة'] as const;
const THIRD = ['000', 'أول زيارة له لكوريا الشمالية منذ 24 عاماً'] as const;

type Told = readonly [article: string, words: string];

/** Brings words into view and selects them; answers with what can be done with them. */
async function select({ page, say }: Reader, [article, words]: Told): Promise<Locator> {
  const { start, end } = findOnce(article, words);
  await bringIntoView(page, article, start);
  await selectText(page, { article, offset: start }, { article, offset: end });
  return page.getByRole('toolbar', { name: say('share.toolbar') });
}

function findCard(reader: Reader): Locator {
  return reader.page.getByRole('region', { name: reader.say('share.targets') });
}

function findAdd(toolbar: Locator, reader: Reader): Locator {
  return toolbar.getByRole('button', { name: reader.say('share.add') });
}

/** How the page says that the link was copied with so many passages. */
function sayAdded(reader: Reader, count: number): string {
  return reader.say('share.added', { count, n: reader.write(count) });
}

/** Selects words and copies a link to them alone. */
async function copyLink(reader: Reader, told: Told): Promise<void> {
  const toolbar = await select(reader, told);
  await toolbar.getByRole('button', { name: reader.say('share.copyLink') }).click();
  await expect(reader.announcements).toContainText(reader.say('share.linkCopied'));
}

/** Selects words and adds them to the link, which then has so many passages. */
async function add(reader: Reader, told: Told, count: number): Promise<void> {
  const toolbar = await select(reader, told);
  await findAdd(toolbar, reader).click();
  await expect(reader.announcements).toContainText(sayAdded(reader, count));
  await expect(findCard(reader).getByRole('listitem')).toHaveCount(count);
}

test.describe('a link with several passages', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const language of ['ar', 'en'] as const) {
    test(`is put together from selections, and opens with all of them (${language})`, async ({
      reader,
      openFresh,
      baseURL,
    }) => {
      await reader.prefer({ language });
      await reader.open();
      // There is no link yet that anything could be added to.
      const toolbar = await select(reader, FIRST);
      await expect(toolbar).toBeVisible();
      await expect(findAdd(toolbar, reader)).toHaveCount(0);
      await copyLink(reader, FIRST);
      expect(reader.fragment).toBe('');

      await select(reader, SECOND);
      await expect(findAdd(toolbar, reader)).toBeInViewport();
      const scroller = reader.scroller('004');
      const place = await scroller.evaluate((element) => element.scrollTop);
      await findAdd(toolbar, reader).click();
      await expect(reader.announcements).toContainText(sayAdded(reader, 2));
      expect(reader.fragment).toMatch(/^v=1&p=001\.[^&]+&p=004\.[^&]+$/);
      const copied = await reader.page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(reader.page.url());
      await expect(findCard(reader).getByRole('listitem')).toHaveCount(2);
      await expect.poll(() => readHighlighted(reader.page)).toEqual([FIRST[1], SECOND[1]]);
      // Whoever adds what is before them is brought nowhere, and told once.
      expect(await scroller.evaluate((element) => element.scrollTop)).toBe(place);
      await expect(reader.announcements).toContainText(sayAdded(reader, 2));

      const viewport = reader.page.viewportSize();
      const other = await openFresh({ baseURL: baseURL ?? '', viewport, reducedMotion: 'reduce' });
      await other.prefer({ language });
      await other.open(new URL(copied).hash.slice(1));
      const items = findCard(other).getByRole('listitem');
      await expect(items).toHaveCount(2);
      await expect(items.nth(0)).toContainText(other.nameOf('001'));
      await expect(items.nth(1)).toContainText(other.nameOf('004'));
      await expect.poll(() => readHighlighted(other.page)).toEqual([FIRST[1], SECOND[1]]);
    });

    test(`fits a narrow phone while it is put together (${language})`, async ({ reader }) => {
      await reader.page.setViewportSize({ width: 320, height: 640 });
      await reader.prefer({ language });
      await reader.open();
      await copyLink(reader, FIRST);
      const toolbar = await select(reader, SECOND);
      await toolbar.getByRole('button', { name: reader.say('exchange.more') }).click();
      await expect(toolbar.getByRole('button', { name: reader.say('exchange.annotation') })).toBeVisible();
      await expect
        .poll(async () => {
          const boxes = await Promise.all(
            (await toolbar.getByRole('button').all()).map((one) => one.boundingBox()),
          );
          return boxes.every(
            (box) =>
              box !== null &&
              box.x >= 0 &&
              box.y >= 0 &&
              box.x + box.width <= 320 &&
              box.y + box.height <= 640,
          );
        })
        .toBe(true);
      const cut = await toolbar.evaluate((element) => [
        element.scrollWidth - element.clientWidth,
        element.scrollHeight - element.clientHeight,
      ]);
      expect(cut).toEqual([0, 0]);
      await findAdd(toolbar, reader).click();
      const out = findCard(reader).getByRole('button', {
        name: reader.say('share.takeOut', { n: reader.write(1), name: reader.nameOf('001') }),
      });
      await expect(out).toBeInViewport({ ratio: 1 });
      expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  }

  test('takes more, none twice, and gives up one after the other', async ({ reader }) => {
    await reader.open();
    await copyLink(reader, FIRST);
    await add(reader, SECOND, 2);
    await add(reader, THIRD, 3);
    const fragment = reader.fragment;
    await findAdd(await select(reader, SECOND), reader).click();
    await expect(reader.announcements).toContainText(reader.say('share.twice'));
    expect(reader.fragment).toBe(fragment);

    const takeOut = (place: number, article: string) =>
      findCard(reader).getByRole('button', {
        name: reader.say('share.takeOut', { n: reader.write(place), name: reader.nameOf(article) }),
      });
    await takeOut(2, '004').click();
    await expect(findCard(reader).getByRole('listitem')).toHaveCount(2);
    await expect(reader.announcements).toContainText(
      reader.say('share.left', { count: 2, n: reader.write(2) }),
    );
    await expect.poll(() => readHighlighted(reader.page)).toEqual([FIRST[1], THIRD[1]]);
    // The keyboard goes on with what has come into its place.
    await expect(takeOut(2, '000')).toBeFocused();
    await takeOut(2, '000').press('Enter');
    await expect(takeOut(1, '001')).toBeFocused();
    await takeOut(1, '001').press('Enter');
    await expect(findCard(reader)).toHaveCount(0);
    await expect(reader.columns).toBeFocused();
    expect(reader.fragment).toBe('');
    expect(await readHighlighted(reader.page)).toBeNull();
    await reader.page.goBack();
    await expect(findCard(reader).getByRole('listitem')).toHaveCount(1);
  });

  test('followed again where it is open already, shows its list again and is no new step', async ({
    reader,
  }) => {
    await reader.open();
    await copyLink(reader, FIRST);
    await add(reader, SECOND, 2);
    await findCard(reader)
      .getByRole('button', { name: reader.say('share.close') })
      .click();
    await expect(findCard(reader)).toHaveCount(0);
    const steps = await reader.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = window.location.hash;
      document.body.append(link);
      link.click();
      return [window.history.length];
    });
    await expect(findCard(reader).getByRole('listitem')).toHaveCount(2);
    await reader.page.goBack();
    await expect.poll(() => reader.fragment).toBe('');
    expect(await reader.page.evaluate(() => [window.history.length])).toEqual(steps);
  });
});
