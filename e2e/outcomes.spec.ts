import type { Locator } from '@playwright/test';
import { describePassage, resolvePassage } from '../src/anchoring/anchoring.ts';
import { describe as describeQuotation } from '../src/anchoring/passage.ts';
import type { PassageTarget } from '../src/link/passage-link.ts';
import { DEFAULT_VIEW, encodeView } from '../src/link/view-link.ts';
import { toSpan, type Span } from '../src/text/offsets.ts';
import { abridge } from '../src/text/words.ts';
import { EDITED, nameArticle, publishEdited } from './edited-collection.ts';
import { expect, test } from './journey.ts';
import { measureCharacter, readHighlighted } from './page-text.ts';
import type { Reader } from './reader.ts';
import { getText } from './seeds.ts';

/** The text as it was when the links were copied. */
const THEN = getText('001');
/** A passage of seven words, all of which its token knows. */
const WORDS = 'نحو 11 ساعة من الاتصالات مع كيم';
/** Longer, with no other place like it. */
const SENTENCE =
  'والتقى رئيسا الدولتين في بيونغ يانغ يوم الأربعاء في إطار زيارة الدولة الرسمية التي يقوم بها بوتين';

function findIn(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return toSpan(start, start + words.length);
}

/** The token that a link to these words got when it was copied. */
function nameThen(words: string, text = THEN): string {
  const token = describePassage(text, findIn(text, words));
  if (token === null) throw new Error(`nothing to name: ${words}`);
  return token;
}

/** Puts other words in the place of some that are there. */
function edit(words: string, others: string): string {
  findIn(THEN, words);
  return THEN.replace(words, others);
}

/** A token as a later version may write it: its first bits say so, and its check character is right. */
function makeLater(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const check of alphabet) {
    const later = `_${token.slice(1, -1)}${check}`;
    if (resolvePassage(THEN, { token: later }).outcome === 'later-version') return later;
  }
  throw new Error('no such token');
}

/** A link into the edited collection. */
function linkTo(...passages: readonly PassageTarget[]): string {
  return encodeView({ ...DEFAULT_VIEW, collection: EDITED, passages });
}

function findCard(reader: Reader): Locator {
  return reader.page.getByRole('region', { name: reader.say('share.targets') });
}

/** Publishes the text as it is now and opens a link to a passage of the text as it was. */
async function openEdited(reader: Reader, now: string, token: string): Promise<Locator> {
  await publishEdited(reader, [{ id: 'a', text: now }]);
  await reader.open(linkTo({ article: 'a', token }));
  const item = findCard(reader).getByRole('listitem');
  await expect(item).toHaveCount(1);
  await expect(item).toContainText(nameArticle('a')[reader.language]);
  return item;
}

/** Where an article's highlighted words begin in its text. */
function findHighlighted(reader: Reader): Promise<number | null> {
  return reader.page.evaluate(() => {
    const [range] = Array.from(CSS.highlights.get('taqabul-target') ?? []) as Range[];
    const element = range?.startContainer.parentElement?.closest<HTMLElement>('[data-start]');
    if (range === undefined || !element) return null;
    const before = document.createRange();
    before.setStart(element, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return Number(element.dataset['start']) + before.toString().length;
  });
}

/** Whether a character stands within its column's frame on the screen. */
async function isInView(reader: Reader, article: string, offset: number): Promise<boolean> {
  const box = await measureCharacter(reader.page, article, offset);
  const frame = await reader.page.locator(`[data-article="${article}"] [data-scroller]`).boundingBox();
  return box !== null && frame !== null && box.top >= frame.y && box.bottom <= frame.y + frame.height;
}

for (const language of ['ar', 'en'] as const) {
  test.describe(`what became of a passage (${language})`, () => {
    test.beforeEach(async ({ reader }) => {
      await reader.prefer({ language });
    });

    test('exact says nothing, though text was put above it', async ({ reader }) => {
      const item = await openEdited(reader, `خبر عاجل من بيونغ يانغ.\n\n${THEN}`, nameThen(WORDS));
      await expect(item.getByText(WORDS, { exact: true })).toBeVisible();
      await expect.poll(() => readHighlighted(reader.page)).toEqual([WORDS]);
      const name = nameArticle('a')[language];
      await expect(item).toHaveText(`${name}${WORDS}${reader.say('share.goTo')}`);
    });

    test('respelled', async ({ reader }) => {
      const respelled = 'نحو ١١ ساعةً من الإتصالات مع كيم';
      const item = await openEdited(reader, edit(WORDS, respelled), nameThen(WORDS));
      await expect(item).toContainText(reader.say('outcome.respelled'));
      await expect(item).toContainText(respelled);
      await expect.poll(() => readHighlighted(reader.page)).toEqual([respelled]);
    });

    test('moved', async ({ reader }) => {
      const now = `${edit(`${SENTENCE}، `, '').trimEnd()}\n\nملحق: ${SENTENCE}، انتهى هنا.\n`;
      const item = await openEdited(reader, now, nameThen(SENTENCE));
      await expect(item).toContainText(reader.say('outcome.moved'));
      await expect.poll(() => readHighlighted(reader.page)).toEqual([SENTENCE]);
      await expect.poll(() => isInView(reader, 'a', findIn(now, SENTENCE).start)).toBe(true);
    });

    test('edited: new words are marked, and missing ones counted', async ({ reader }) => {
      const edited = '13 ساعة من الاتصالات مع كيم';
      const item = await openEdited(reader, edit(WORDS, edited), nameThen(WORDS));
      await expect(item).toContainText(reader.say('outcome.edited'));
      await expect(item).toContainText(reader.say('outcome.changed'));
      await expect(item).toContainText(reader.say('outcome.missing', { count: 2, n: reader.write(2) }));
      const marked = item.getByRole('insertion');
      await expect(marked).toHaveText(['13']);
      await expect(marked).toHaveCSS('text-decoration-line', 'underline');
      await expect.poll(() => readHighlighted(reader.page)).toEqual([edited]);
    });

    test('ambiguous: the place chosen becomes the passage of the address', async ({ reader }) => {
      const filler = Array.from({ length: 30 }, (_, at) => `فقرة أخرى رقم ${at + 100} لا شأن لها.`).join(
        '\n\n',
      );
      const now = `أولا ${SENTENCE} انتهى هنا.\n\n${filler}\n\nثانيا ${SENTENCE} انتهى هناك.`;
      const item = await openEdited(reader, now, nameThen(SENTENCE));
      await expect(item).toContainText(reader.say('outcome.ambiguous', { count: 2, n: reader.write(2) }));
      expect(await readHighlighted(reader.page)).toBeNull();
      const place = (at: number) =>
        item.getByRole('button', {
          name: reader.say('outcome.candidate', { n: reader.write(at) }),
        });
      await expect(place(1)).toBeVisible();
      await place(2).click();
      const second = findIn(now, SENTENCE, now.indexOf('ثانيا'));
      await expect
        .poll(() => reader.fragment)
        .toBe(linkTo({ article: 'a', token: describePassage(now, second) ?? '' }));
      await expect.poll(() => readHighlighted(reader.page)).toEqual([SENTENCE]);
      expect(await findHighlighted(reader)).toBe(second.start);
      await expect.poll(() => isInView(reader, 'a', second.start)).toBe(true);
      await expect(item.getByRole('button').filter({ hasText: /./ })).toHaveText([reader.say('share.goTo')]);
    });

    test('gone: how long it was, and the way to the nearest sentence', async ({ reader }) => {
      const now = edit(`${SENTENCE}، `, '');
      const token = nameThen(SENTENCE);
      const found = resolvePassage(now, { token });
      if (found.outcome !== 'gone' || found.nearest === null) throw new Error(`it is ${found.outcome}`);
      const nearest = now.slice(found.nearest.start, found.nearest.end);
      const item = await openEdited(reader, now, token);
      const count = SENTENCE.split(' ').length;
      await expect(item).toContainText(reader.say('outcome.goneWords', { count, n: reader.write(count) }));
      await expect(item).toContainText(reader.say('outcome.nearest'));
      await expect(item).toContainText(abridge(nearest));
      expect(await readHighlighted(reader.page)).toBeNull();
      await item.getByRole('button', { name: reader.say('outcome.goToNearest') }).click();
      await expect(reader.page.locator('[data-article="a"] [data-start]:focus')).toContainText(nearest);
      const { start } = found.nearest;
      await expect.poll(() => isInView(reader, 'a', start)).toBe(true);
      expect(await readHighlighted(reader.page)).toBeNull();
    });

    test('damaged, when its token was cut short', async ({ reader }) => {
      const item = await openEdited(reader, THEN, nameThen(WORDS).slice(0, -2));
      await expect(item).toContainText(reader.say('outcome.damaged'));
      // There is nowhere to go; it can only be taken out of the link.
      await expect(item.getByRole('button')).toHaveAccessibleName(
        reader.say('share.takeOut', { n: reader.write(1), name: nameArticle('a')[reader.language] }),
      );
      expect(await readHighlighted(reader.page)).toBeNull();
    });

    test('of a later version', async ({ reader }) => {
      const item = await openEdited(reader, THEN, makeLater(nameThen(WORDS)));
      await expect(item).toContainText(reader.say('outcome.later-version'));
      expect(await readHighlighted(reader.page)).toBeNull();
    });

    test('the quotation of a first link is found, and what it was is told', async ({ reader }) => {
      await publishEdited(reader, [{ id: 'a', text: edit('في إطار زيارة الدولة', 'خلال زيارة الدولة') }]);
      const selector = describeQuotation(THEN, findIn(THEN, SENTENCE));
      if (selector === null) throw new Error('nothing to quote');
      await reader.open(linkTo({ article: 'a', selector }));
      const item = findCard(reader).getByRole('listitem');
      await expect(item).toContainText(reader.say('outcome.edited'));
      await expect(item).toContainText(`${reader.say('outcome.was')} ${selector.head} … ${selector.tail}`);
      await expect.poll(() => readHighlighted(reader.page)).toEqual([SENTENCE.replace('في إطار', 'خلال')]);
    });
  });
}

/** Words that stand once in their article. */
const TOLD = [
  ['001', WORDS],
  ['004', 'محادثات على مدى ساعة ونصف الساعة'],
  ['000', 'حال تعرض أي من البلدين «للعدوان»'],
] as const;

function nameTold(...told: readonly (readonly [string, string])[]): string {
  const passages = told.map(([article, words]) => ({ article, token: nameThen(words, getText(article)) }));
  return encodeView({ ...DEFAULT_VIEW, passages });
}

test('one link opens several passages of several articles', async ({ reader }) => {
  await reader.open(nameTold(...TOLD));
  const items = findCard(reader).getByRole('listitem');
  await expect(items).toHaveCount(TOLD.length);
  for (const [index, [article, words]] of TOLD.entries()) {
    await expect(items.nth(index)).toContainText(reader.nameOf(article));
    await expect(items.nth(index)).toContainText(words);
  }
  await expect.poll(() => readHighlighted(reader.page)).toEqual(TOLD.map(([, words]) => words));
  await expect(reader.announcements).toContainText(WORDS);
});

test('of two texts one cannot be had: the passage of the other is shown', async ({ reader, watch }) => {
  watch.forgive('/b.txt');
  await publishEdited(reader, [
    { id: 'a', text: THEN },
    { id: 'b', text: THEN },
  ]);
  await reader.page.route(`**/${EDITED}/b.txt`, (route) => route.fulfill({ status: 404 }));
  await reader.open(
    linkTo({ article: 'b', token: nameThen(SENTENCE) }, { article: 'a', token: nameThen(WORDS) }),
  );
  await expect(findCard(reader).getByRole('listitem')).toHaveText([
    `${nameArticle('a').ar}${WORDS}${reader.say('share.goTo')}`,
  ]);
  await expect.poll(() => readHighlighted(reader.page)).toEqual([WORDS]);
  await expect(reader.page.locator('[data-article="b"]').getByRole('alert')).toContainText(
    reader.say('article.failed'),
  );
});

test('a link of the first form and one of the second open side by side', async ({ reader }) => {
  const [[first, words], [second, others]] = TOLD;
  const selector = describeQuotation(getText(first), findIn(getText(first), words));
  if (selector === null) throw new Error('nothing to quote');
  const token = nameThen(others, getText(second));
  const passages = [
    { article: first, selector },
    { article: second, token },
  ];
  await reader.open(encodeView({ ...DEFAULT_VIEW, passages }));
  await expect.poll(() => readHighlighted(reader.page)).toEqual([words, others]);
});

test('a passage is shown before the application is alive', async ({ reader }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isAsked = false;
  await reader.page.route(/\/assets\/index-[\w-]+\.js$/, async (route) => {
    isAsked = true;
    await held;
    await route.continue();
  });
  const [[article, words]] = TOLD;
  await reader.page.goto(`./#${nameTold(TOLD[0])}`, { waitUntil: 'commit' });
  await expect.poll(() => readHighlighted(reader.page)).toEqual([words]);
  const { start, end } = findIn(getText(article), words);
  expect(await findHighlighted(reader)).toBe(start);
  for (const offset of [start, end - 1]) {
    await expect.poll(() => isInView(reader, article, offset)).toBe(true);
  }
  expect(isAsked).toBe(true);
  await expect(findCard(reader)).toHaveCount(0);
  // Coming alive must not throw the column back to its top on the way.
  const scroller = reader.column(article).locator('[data-scroller]');
  const place = await scroller.evaluate((element) => {
    const seen = { least: element.scrollTop };
    Object.assign(globalThis, { seen });
    element.addEventListener('scroll', () => {
      seen.least = Math.min(seen.least, element.scrollTop);
    });
    return element.scrollTop;
  });
  expect(place).toBeGreaterThan(0);
  release();
  await reader.settle();
  await expect(findCard(reader).getByRole('listitem')).toContainText(words);
  expect(await readHighlighted(reader.page)).toEqual([words]);
  expect(await isInView(reader, article, start)).toBe(true);
  const least = await reader.page.evaluate(
    () => (globalThis as unknown as { seen: { least: number } }).seen.least,
  );
  expect(least).toBeGreaterThanOrEqual(place - 2);
});
