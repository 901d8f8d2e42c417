import type { Locator, Page } from '@playwright/test';
import { describePassage } from '../src/anchoring/anchoring.ts';
import { DEFAULT_VIEW, encodeView } from '../src/link/view-link.ts';
import { toSpan } from '../src/text/offsets.ts';
import { EDITED, nameArticle, publishEdited } from './edited-collection.ts';
import { expect, test } from './journey.ts';
import { bringIntoView, measureCharacter, readHighlighted } from './page-text.ts';
import type { Reader } from './reader.ts';
import { texts } from './seeds.ts';

/** In every paragraph of a long text once, and nowhere else. */
const EVERYWHERE = 'القافلة';
/** Once in the whole of it. */
const ONCE = 'ثم وصلت السفينة البيضاء إلى المرسى القديم قبل الفجر';

/** Where paragraphs are taken from: the words of the five articles, without those looked for. */
const WORDS = Array.from(texts.values()).flatMap((text) => text.match(/\p{L}{3,}/gu) ?? []);

/** A paragraph of words of the articles, another one for every number. */
function writeParagraph(number: number, wordCount: number): string {
  const words = Array.from({ length: wordCount }, (_, at) => WORDS[(number * 37 + at * 101) % WORDS.length]);
  return `${words.join(' ')} ${EVERYWHERE} ${words.toReversed().slice(0, 6).join(' ')}.`;
}

/** A text of so many paragraphs, the passage that stands once in the middle one. */
function writeText(paragraphs: number, wordCount: number): string {
  return Array.from({ length: paragraphs }, (_, number) =>
    number === Math.floor(paragraphs / 2)
      ? `${writeParagraph(number, wordCount)} ${ONCE}.`
      : writeParagraph(number, wordCount),
  ).join('\n');
}

/** More than is searched, or in which a passage is found, in the page itself. */
const LONG = writeText(250, 100);
/** Short enough for the page, with more results than are painted at once. */
const MANY = writeText(360, 10);

function findPanel(reader: Reader): Locator {
  return reader.page.getByRole('search', { name: reader.say('search.label') });
}

function findField(reader: Reader): Locator {
  return findPanel(reader).getByRole('searchbox', { name: reader.say('bar.search') });
}

/** The scripts that run beside the page, by their file names. */
function listWorkers(page: Page): string[] {
  return page.workers().map((worker) => new URL(worker.url()).pathname.split('/').at(-1) ?? '');
}

/** How many ranges the search paints, and how many of them can be seen in the column as it stands. */
function countPainted(page: Page): Promise<{ all: number; seen: number }> {
  return page.evaluate(() => {
    const ranges = Array.from(CSS.highlights.get('taqabul-search') ?? []) as Range[];
    const box = document.querySelector('[data-scroller]')?.getBoundingClientRect();
    if (box === undefined) return { all: ranges.length, seen: 0 };
    const seen = ranges.filter((range) => {
      const { top, bottom } = range.getBoundingClientRect();
      return bottom > Math.max(0, box.top) && top < Math.min(innerHeight, box.bottom);
    });
    return { all: ranges.length, seen: seen.length };
  });
}

/** How often a word can be seen in the column as it stands. */
function countSeenWords(page: Page, word: string): Promise<number> {
  return page.evaluate((sought) => {
    const scroller = document.querySelector('[data-scroller]');
    if (scroller === null) return 0;
    const box = scroller.getBoundingClientRect();
    let seen = 0;
    const walker = document.createTreeWalker(scroller, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      const { top, bottom } = range.getBoundingClientRect();
      if (bottom > Math.max(0, box.top) && top < Math.min(innerHeight, box.bottom)) seen += 1;
    }
    return seen;
  }, word);
}

test.describe('a text of more than a hundred thousand characters', () => {
  test('shows the passage of a link, found beside the page', async ({ reader }) => {
    expect(LONG.length).toBeGreaterThan(100_000);
    const start = LONG.indexOf(ONCE);
    const token = describePassage(LONG, toSpan(start, start + ONCE.length));
    if (token === null) throw new Error('nothing to name');
    // A sentence was put above it since: it is sought, not looked up.
    const now = `${LONG.slice(0, LONG.indexOf('\n'))}\nخبر عاجل وصلنا الآن.${LONG.slice(LONG.indexOf('\n'))}`;
    await publishEdited(reader, [{ id: 'a', text: now }]);
    await reader.open(
      encodeView({ ...DEFAULT_VIEW, collection: EDITED, passages: [{ article: 'a', token }] }),
    );
    await expect.poll(() => readHighlighted(reader.page)).toEqual([ONCE]);
    expect(listWorkers(reader.page)).toContainEqual(expect.stringMatching(/^anchoring\.worker/));
    const { height } = reader.page.viewportSize() ?? { height: 0 };
    await expect
      .poll(async () => {
        const { top, bottom } = (await measureCharacter(reader.page, 'a', now.indexOf(ONCE))) ?? {};
        return top !== undefined && bottom !== undefined && top > 0 && bottom < height;
      })
      .toBe(true);
    await expect(reader.page.locator('[data-start]:focus')).toHaveCount(1);
  });

  test('is searched beside the page, which goes on answering', async ({ reader }) => {
    await publishEdited(reader, [{ id: 'a', text: LONG }]);
    await reader.open(encodeView({ ...DEFAULT_VIEW, collection: EDITED }));
    await reader.page.getByRole('button', { name: reader.say('bar.search') }).click();
    await findField(reader).pressSequentially('السفينه البيضاء');
    await expect(findField(reader)).toHaveValue('السفينه البيضاء');
    const panel = findPanel(reader);
    await expect(panel.locator('ol > li')).toHaveCount(1);
    expect(listWorkers(reader.page)).toContainEqual(expect.stringMatching(/^searching\.worker/));
    await expect
      .poll(() =>
        reader.page.evaluate(() => Array.from(CSS.highlights.get('taqabul-search') ?? [], String).join(' ')),
      )
      .toBe('السفينة البيضاء');
    await reader.page.keyboard.press('Enter');
    await expect.poll(() => countPainted(reader.page)).toEqual({ all: 2, seen: 2 });
    await expect(findField(reader)).toBeFocused();
    // A step asked for while the answer is on its way is taken when it comes.
    await findField(reader).fill(`${EVERYWHERE} `);
    await reader.page.keyboard.press('Enter');
    const first = reader.say('search.position', { n: reader.write(1), total: reader.write(250) });
    await expect(panel.getByText(first)).toBeVisible();
    await expect.poll(async () => (await countPainted(reader.page)).seen).toBeGreaterThan(0);
    // Another word while the first is still being looked for: the last one is answered.
    await findField(reader).fill('ا');
    await findField(reader).fill('المرسى القديم');
    await expect(panel.locator('ol > li').first()).toContainText('المرسى القديم');
    await expect(panel.locator('ol > li')).toHaveCount(1);
    await expect(panel.getByRole('heading', { level: 2 })).toContainText(nameArticle('a')[reader.language]);
  });
});

test.describe('more results than are painted at once', () => {
  test('are painted where the reader is, and where they go', async ({ reader }) => {
    expect(MANY.length).toBeLessThan(100_000);
    await publishEdited(reader, [{ id: 'a', text: MANY }]);
    await reader.open(encodeView({ ...DEFAULT_VIEW, collection: EDITED, search: `${EVERYWHERE} ` }));
    const count = reader.say('search.hits', { count: 360, n: reader.write(360) });
    await expect(findPanel(reader).getByText(count).first()).toBeVisible();
    const places = Array.from(MANY.matchAll(new RegExp(EVERYWHERE, 'gu')), ({ index }) => index);
    for (const number of [90, 270, 350, 180]) {
      await bringIntoView(reader.page, 'a', places[number] ?? 0);
      const compare = async () => {
        const { all, seen } = await countPainted(reader.page);
        const words = await countSeenWords(reader.page, EVERYWHERE);
        return { isPart: all > 0 && all < 300, isSeen: seen > 0, unpainted: words - seen };
      };
      await expect.poll(compare).toEqual({ isPart: true, isSeen: true, unpainted: 0 });
    }
    await findField(reader).fill('');
    await expect.poll(() => countPainted(reader.page)).toEqual({ all: 0, seen: 0 });
  });
});
