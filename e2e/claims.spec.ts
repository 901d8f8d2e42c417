import { splitsWord } from '../src/text/words.ts';
import { expect, test } from './journey.ts';
import { joinRanges, readCoverage, readShownTexts, type Coverage } from './page-text.ts';
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

function coverageOf(coverage: readonly Coverage[], claim: string, article: string) {
  return coverage.find((entry) => entry.claim === claim && entry.article === article)?.ranges ?? [];
}

test.describe('the claims on the page', () => {
  for (const [id, makers] of NAMED) {
    test(`${id} is marked in ${makers.join(', ')} and nowhere else`, async ({ page, reader }) => {
      await reader.open();
      const coverage = await readCoverage(page);
      const marked = articleIds.filter((article) => coverageOf(coverage, id, article).length > 0);
      expect(marked).toEqual(makers);
    });

    test(`${id} is marked over exactly the words that the claims quote`, async ({ page, reader }) => {
      await reader.open();
      for (const { article, range, quote } of getClaim(id).evidence) {
        const covered = coverageOf(await readCoverage(page), id, article);
        expect(covered.some(([start, end]) => start <= range.start && range.end <= end)).toBe(true);
        expect(getText(article).slice(range.start, range.end)).toBe(quote);
      }
      for (const { article, claim, ranges } of await readCoverage(page)) {
        if (claim === id) expect(ranges).toEqual(joinRanges(findPassages(getClaim(id), article).map(toPair)));
      }
    });
  }

  test('every claim is marked over exactly its evidence, and nothing else is marked', async ({ page, reader }) => {
    await reader.open();
    const expected = claims.flatMap((claim) =>
      articleIds.flatMap((article) => {
        const ranges = joinRanges(findPassages(claim, article).map(toPair));
        return ranges.length === 0 ? [] : [{ claim: claim.id, article, ranges }];
      }),
    );
    const order = (one: Coverage, other: Coverage) => (`${one.claim} ${one.article}` < `${other.claim} ${other.article}` ? -1 : 1);
    expect(await readCoverage(page)).toEqual(expected.toSorted(order));
  });

  test('every passage has its number before its first words, once', async ({ page, reader }) => {
    await reader.open();
    for (const [index, claim] of claims.entries()) {
      for (const article of articleIds) {
        const name = `ادعاء ${reader.write(index + 1)}: ${claim.label.ar}. افتح المقارنة`;
        const links = reader.column(article).getByRole('link', { name, exact: true });
        await expect(links).toHaveCount(findPassages(claim, article).length);
      }
    }
    // A number is no text of the article: neither copied nor found with it.
    const texts = await page.locator('.claim-number').allTextContents();
    expect(texts.join('')).toBe('');
  });

  test('no page furniture is marked', async ({ page, reader }) => {
    await reader.open();
    expect(await page.locator('details mark').count()).toBe(0);
    for (const { article, ranges } of await readCoverage(page)) {
      const aside = getArticle(article).parts.filter(({ kind }) => kind === 'furniture');
      for (const [start, end] of ranges) {
        expect(aside.filter(({ range }) => range.start < end && start < range.end)).toEqual([]);
      }
    }
  });

  test('no mark cuts a word, so that letters stay joined', async ({ page, reader }) => {
    await reader.open();
    const torn = (await readCoverage(page)).flatMap(({ article, claim, ranges }) =>
      ranges
        .flat()
        .filter((offset) => splitsWord(getText(article), offset))
        .map((offset) => `${claim} in ${article}: ${getText(article).slice(offset - 10, offset)}|${getText(article).slice(offset, offset + 10)}`),
    );
    expect(torn).toEqual([]);
  });

  for (const [claim, article, words] of FALSE_FRIENDS) {
    test(`«${words}» (${article}) stands in the text and is not ${claim}`, async ({ page, reader }) => {
      await reader.open();
      const { start, end } = findOnce(article, words);
      const shown = (await readShownTexts(page)).filter((piece) => piece.article === article);
      expect(shown.filter((piece) => piece.start <= start && end <= piece.start + piece.text.length)).toHaveLength(1);
      const covered = coverageOf(await readCoverage(page), claim, article);
      expect(covered.filter(([from, to]) => from < end && start < to)).toEqual([]);
    });
  }
});

function toPair({ start, end }: { start: number; end: number }): readonly [number, number] {
  return [start, end];
}
