import { splitsWord } from '../src/text/words.ts';
import { expect, test } from './journey.ts';
import { joinRanges, readCoverage, readShownTexts, type Coverage, type ShownText } from './page-text.ts';
import { articleIds, claims, findOnce, findPassages, getArticle, getClaim, getText } from './seeds.ts';

/** The three claims that the collection is about, and the articles that make each. */
const NAMED = [
  ['mutual-aid', ['000', '001', '002', '003', '004']],
  ['first-visit-in-24-years', ['000', '001', '003']],
  ['gifts', ['003', '004']],
] as const;

/** Words that look like one of the claims and are not: the claim, the article, the words. */
const FALSE_FRIENDS = [
  ['first-visit-in-24-years', '003', 'أول رحلة له إلى الخارج منذ أربع سنوات'],
  ['first-visit-in-24-years', '002', 'الزيارة الأولى منذ 10 أعوام'],
  ['first-visit-in-24-years', '002', 'في أول زيارة له إلى دولة عضو'],
  ['first-visit-in-24-years', '003', 'نشر في الأيام 24 يوم 19 - 06 - 2024'],
  ['first-visit-in-24-years', '002', 'وهذه أول زيارة رسمية روسية'],
  ['gifts', '000', 'سيارة أوروس (ليموزين) كان بوتين يستقلها'],
  ['gifts', '003', 'وكان بوتين قد أهدى كيم سيارة أخرى من طراز أوروس'],
  ['gifts', '003', 'تهديد عالمي حقيقي. ومع ذلك'],
] as const;

test.describe('the claims on the page', () => {
  for (const [id, makers] of NAMED) {
    test(`${id} is marked in ${makers.join(', ')} and nowhere else, over the words it quotes`, async ({
      page,
      reader,
    }) => {
      await reader.open();
      const own = (await readCoverage(page)).filter(({ claim }) => claim === id);
      expect(own.map(({ article }) => article)).toEqual(makers);
      for (const { article, ranges } of own) {
        expect(ranges).toEqual(joinRanges(findPassages(getClaim(id), article).map(toPair)));
      }
      for (const { article, range, quote } of getClaim(id).evidence) {
        expect(getText(article).slice(range.start, range.end)).toBe(quote);
      }
    });
  }

  test('every claim is marked over exactly its evidence, and nothing else is marked', async ({
    page,
    reader,
  }) => {
    await reader.open();
    const expected = claims.flatMap((claim) =>
      articleIds.flatMap((article) => {
        const ranges = joinRanges(findPassages(claim, article).map(toPair));
        return ranges.length === 0 ? [] : [{ claim: claim.id, article, ranges }];
      }),
    );
    const key = ({ claim, article }: Coverage) => `${claim} ${article}`;
    expect(await readCoverage(page)).toEqual(
      expected.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)),
    );
    await expect(page.locator('details mark')).toHaveCount(0);
  });

  test('every passage has its number before its first words, once', async ({ page, reader }) => {
    await reader.open();
    for (const article of articleIds) {
      const links = reader.column(article).getByRole('link');
      const names = await links.evaluateAll((found) => found.map((link) => link.getAttribute('aria-label')));
      const expected = claims.flatMap((claim) =>
        findPassages(claim, article).map(() => reader.nameNumber(claim.id)),
      );
      const alike = (one: string | null, other: string | null) => (one ?? '').localeCompare(other ?? '');
      expect(names.toSorted(alike)).toEqual(expected.toSorted(alike));
    }
    // A number is no text of the article: neither copied nor found with it.
    expect((await page.locator('.claim-number').allTextContents()).join('')).toBe('');
  });

  test('no mark reaches into page furniture or cuts a word, so that letters stay joined', async ({
    page,
    reader,
  }) => {
    await reader.open();
    const coverage = await readCoverage(page);
    expect(coverage.length).toBeGreaterThan(50);
    for (const { article, claim, ranges } of coverage) {
      const text = getText(article);
      const aside = getArticle(article).parts.filter(({ kind }) => kind === 'furniture');
      for (const [start, end] of ranges) {
        const where = `${claim} in ${article}: ${text.slice(start - 10, start)}|${text.slice(start, end)}|${text.slice(end, end + 10)}`;
        expect(splitsWord(text, start) || splitsWord(text, end), where).toBe(false);
        expect(
          aside.some(({ range }) => range.start < end && start < range.end),
          where,
        ).toBe(false);
      }
    }
  });

  test('what only looks like a claim stands in the text and is not marked as one', async ({
    page,
    reader,
  }) => {
    await reader.open();
    const shown = await readShownTexts(page);
    const coverage = await readCoverage(page);
    for (const [claim, article, words] of FALSE_FRIENDS) {
      const { start, end } = findOnce(article, words);
      const holds = (piece: ShownText) =>
        piece.article === article && piece.start <= start && end <= piece.start + piece.text.length;
      expect(shown.filter(holds), words).toHaveLength(1);
      const covered = coverage.filter((entry) => entry.claim === claim && entry.article === article);
      const touching = covered.flatMap(({ ranges }) =>
        ranges.filter(([from, to]) => from < end && start < to),
      );
      expect(touching, `${words} as ${claim}`).toEqual([]);
    }
  });
});

function toPair({ start, end }: { start: number; end: number }): readonly [number, number] {
  return [start, end];
}
