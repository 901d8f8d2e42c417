import type { Page } from '@playwright/test';
import { describePassage } from '../src/anchoring/anchoring.ts';
import { DEFAULT_VIEW, encodeView } from '../src/link/view-link.ts';
import { toSpan } from '../src/text/offsets.ts';
import { expect, test } from './journey.ts';
import { bringIntoView, measureCharacter } from './page-text.ts';
import { findOnce, getText } from './seeds.ts';

const ARTICLE = '001';
const WORDS = 'نحو 11 ساعة من الاتصالات مع كيم';
const PLACE = findOnce(ARTICLE, WORDS);

/** A link to the words. */
function linkToWords(): string {
  const token = describePassage(getText(ARTICLE), toSpan(PLACE.start, PLACE.end));
  if (token === null) throw new Error(`nothing to name: ${WORDS}`);
  return encodeView({ ...DEFAULT_VIEW, passages: [{ article: ARTICLE, token }] });
}

/** Whether the middle of a character lies under a box of the layer. */
async function isBoxed(page: Page, layer: string, offset: number): Promise<boolean> {
  const character = await measureCharacter(page, ARTICLE, offset);
  if (character === null) return false;
  const x = character.x + character.width / 2;
  const y = (character.top + character.bottom) / 2;
  return page.evaluate(
    ([name, left, top]) =>
      Array.from(document.querySelectorAll(`.painted-box.${name}`), (box) =>
        box.getBoundingClientRect(),
      ).some((box) => box.left <= left && left <= box.right && box.top <= top && top <= box.bottom),
    [layer, x, y] as const,
  );
}

/** Of every third character of a range, those under no box. */
async function findUnboxed(page: Page, layer: string, start: number, end: number): Promise<number[]> {
  const unboxed = [];
  for (let offset = start; offset < end; offset += 3) {
    if (!(await isBoxed(page, layer, offset))) unboxed.push(offset);
  }
  return unboxed;
}

test.describe('a browser without custom highlights', () => {
  // Firefox before 140 has none.
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(CSS, 'highlights');
      Reflect.deleteProperty(globalThis, 'Highlight');
    });
  });

  test('boxes the passage of a link, where it stands, and nothing around it', async ({ reader }) => {
    await reader.open(linkToWords());
    expect(await reader.page.evaluate(() => 'highlights' in CSS || 'Highlight' in globalThis)).toBe(false);
    await expect(reader.page.locator('[data-start]:focus')).toHaveCount(1);
    await expect.poll(() => findUnboxed(reader.page, 'taqabul-target', PLACE.start, PLACE.end)).toEqual([]);
    expect(await isBoxed(reader.page, 'taqabul-target', PLACE.start - 3)).toBe(false);
    expect(await isBoxed(reader.page, 'taqabul-target', PLACE.end + 3)).toBe(false);
    const card = reader.page.getByRole('region', { name: reader.say('share.targets') });
    await card.getByRole('button', { name: reader.say('share.clear') }).click();
    await expect(reader.page.locator('.painted-box')).toHaveCount(0);
  });

  test('boxes what a search finds, and the result gone to above it', async ({ reader }) => {
    await reader.open();
    await reader.page.getByRole('button', { name: reader.say('bar.search') }).click();
    const panel = reader.page.getByRole('search', { name: reader.say('search.label') });
    await panel.getByRole('searchbox').fill('"ساعة من الاتصالات"');
    await expect(panel.locator('ol > li')).toHaveCount(1);
    await reader.page.keyboard.press('Enter');
    const start = getText(ARTICLE).indexOf('ساعة من الاتصالات');
    for (const layer of ['taqabul-search', 'taqabul-search-current']) {
      await expect.poll(() => findUnboxed(reader.page, layer, start, start + 17)).toEqual([]);
      // The box is part of the column: it goes along when the reader scrolls.
      await bringIntoView(reader.page, ARTICLE, start);
      await expect.poll(() => findUnboxed(reader.page, layer, start, start + 17)).toEqual([]);
    }
    await reader.page.keyboard.press('Escape');
    await expect(reader.page.locator('.painted-box')).toHaveCount(0);
  });
});
