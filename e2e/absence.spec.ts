import type { Locator, Page } from '@playwright/test';
import type { Absence } from '../src/claims/claims.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';
import { claimsFile, getClaim, getText } from './seeds.ts';

/** A claim that two articles make and of which an editor has judged the other three. */
const CLAIM = 'gifts';

const judged = claimsFile.absences.filter(({ claim }) => claim === CLAIM);

function getJudged(article: string): Absence {
  const found = judged.find((absence) => absence.article === article);
  if (found === undefined) throw new Error(`nothing is said of ${CLAIM} in ${article}`);
  return found;
}

/** What the comparison of a claim says of the sources that do not make it. */
function findAbsent(reader: Reader): Locator {
  return reader.comparison(CLAIM).getByRole('region', { name: reader.say('absence.title') });
}

/** What it says of one of them. */
function findSource(reader: Reader, article: string): Locator {
  return findAbsent(reader)
    .getByRole('listitem')
    .filter({ hasText: reader.nameOf(article) });
}

/** The sentence that is painted in its text; null while none is. */
function readPainted(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get('taqabul-search');
    return highlight === undefined
      ? null
      : Array.from(highlight, (range) => (range as Range).toString()).join('');
  });
}

for (const language of ['ar', 'en'] as const) {
  test(`every source without a claim says why, in ${language}, and the nearest sentence on demand`, async ({
    reader,
  }) => {
    await reader.prefer({ language });
    await reader.open(`v=1&claim=${CLAIM}`);
    expect(judged.map(({ article }) => article)).toEqual(['000', '001', '002']);
    for (const { article, kind, note } of judged) {
      const source = findSource(reader, article);
      await expect(source).toContainText(reader.say(`absence.${kind}`));
      await expect(source).toContainText(reader.noteOf(note));
      await expect(source).toContainText(reader.say('absence.by-editor'));
    }
    await expect(findAbsent(reader)).toContainText(reader.say('absence.noProof'));

    const source = findSource(reader, '000');
    const { nearest } = getJudged('000');
    if (nearest === null) throw new Error('no sentence');
    const sentence = source.getByText(nearest.quote);
    await expect(sentence).toBeHidden();
    await source.getByText(reader.say('absence.more')).click();
    await expect(sentence).toBeVisible();
    await expect(sentence).toHaveCSS('direction', 'rtl');
    await expect(source).toContainText(
      language === 'ar' ? /بُحث في .+ جملة عن:/ : /Searched \d+ sentences for:/,
    );
    await expectAccessible(reader.page, `absences, ${language}`);
  });
}

/** Whether every painted line can be seen: in the window, with nothing but the text itself at its middle. */
function isPaintedInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const lines = Array.from(CSS.highlights.get('taqabul-search') ?? []).flatMap((range) =>
      Array.from((range as Range).getClientRects()),
    );
    return (
      lines.length > 0 &&
      lines.every(({ left, top, width, height }) => {
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit?.closest('[data-start]') != null;
      })
    );
  });
}

test('the nearest sentence is shown in its text, and nothing lies over it', async ({ page, reader }) => {
  await reader.open(`v=1&claim=${CLAIM}`);
  const source = findSource(reader, '000');
  await source.getByText(reader.say('absence.more')).click();
  const note = reader.column('000').getByText(reader.say(`absence.${getJudged('000').kind}`));
  await expect(note).toBeVisible();
  await source.getByRole('button', { name: reader.say('absence.reveal') }).click();
  await expect.poll(() => readPainted(page)).toBe(getJudged('000').nearest?.quote);
  await expect.poll(() => isPaintedInSight(page)).toBe(true);
  // What is said of the column stays beside its name, over no word.
  await expect(note).toBeVisible();
  await expect(reader.column('000')).toBeVisible();
  await reader.closeComparison(CLAIM);
  await expect.poll(() => readPainted(page)).toBeNull();
});

test('the column that lacks a claim says in a few words why', async ({ reader }) => {
  await reader.open(`v=1&claim=${CLAIM}`);
  for (const { article, kind } of judged) {
    await expect(reader.column(article).getByText(reader.say(`absence.${kind}`))).toHaveCount(1);
  }
});

test('where no editor has judged, words are compared, and it says so', async ({ page, reader }) => {
  const response = await page.request.get('./seeds/claims.json');
  const file = (await response.json()) as object;
  await page.route('**/seeds/claims.json', (route) => route.fulfill({ json: { ...file, absences: [] } }));
  await reader.open(`v=1&claim=${CLAIM}`);
  for (const article of ['000', '001', '002']) {
    const source = findSource(reader, article);
    await expect(source).toContainText(reader.say('absence.by-computed'));
    await source.getByText(reader.say('absence.more')).click();
    const sentence = (await source.getByRole('blockquote').innerText()).trim();
    expect(getText(article)).toContain(sentence);
  }
});

test.describe('what leaves the page', { tag: '@desktop' }, () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copied quotations and paper name the kinds', async ({ page, reader }) => {
    await reader.open(`v=1&claim=${CLAIM}`);
    await expect(findAbsent(reader)).toContainText(reader.say('absence.by-editor'));
    await reader
      .comparison(CLAIM)
      .getByRole('button', { name: reader.say('comparison.copyQuotes') })
      .click();
    await expect(page.getByText(reader.sayCopied(getClaim(CLAIM).evidence.length)).first()).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const { article, kind } of judged) {
      const line = reader.say('absence.line', {
        name: reader.nameOf(article),
        kind: reader.say(`absence.${kind}`),
      });
      expect(copied).toContain(line);
    }
    expect(copied).toContain(reader.say('absence.noProof'));
    await page.emulateMedia({ media: 'print' });
    await expect(findSource(reader, '002')).toContainText(reader.say('absence.out-of-scope'));
    await expect(findSource(reader, '002')).toBeVisible();
  });

  test('the keyboard alone gets to the sentence and into the text', async ({ page, reader }) => {
    await reader.open(`v=1&claim=${CLAIM}`);
    const summary = findSource(reader, '000').getByText(reader.say('absence.more'));
    await expect(summary).toBeVisible();
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(
      findSource(reader, '000').getByRole('button', { name: reader.say('absence.reveal') }),
    ).toBeFocused();
    await page.keyboard.press('Enter');
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-article]')?.dataset['article']);
    await expect.poll(focused).toBe('000');
  });
});
