import { describe, expect, it } from 'vitest';
import { getSeedText, SEEDS } from '../testing/seeds.ts';
import { indexArticle } from './article-index.ts';
import { completeQuery, parseQuery } from './query.ts';
import { joinIndexes, type SearchIndex } from './search-index.ts';
import { search } from './search.ts';

const EVERYTHING = { withFurniture: true, limit: Infinity };

function indexText(text: string): SearchIndex {
  return joinIndexes([indexArticle('one', text, [])]);
}

/** What a search marks in a text, and how well it answers: the grade, and the words in the order of the text. */
function find(text: string, typed: string): string {
  const { articles } = search(indexText(text), parseQuery(typed), EVERYTHING);
  return articles
    .flatMap(({ hits }) =>
      hits.map(({ grade, matches }) =>
        [grade, ...matches.map(({ start, end }) => text.slice(start, end))].join(' '),
      ),
    )
    .join(' · ');
}

describe('one word for two', () => {
  it.each<[typed: string, text: string, found: string]>([
    ['بيونغيانغ', 'في بيونغ يانغ أمس', 'joined بيونغ يانغ'],
    ['بيونغ يانغ', 'في بيونغيانغ أمس', 'joined بيونغيانغ'],
    ['"بيونغ يانغ"', 'في بيونغيانغ أمس', 'joined بيونغيانغ'],
    ['بيونغيانغ', 'لبيونغ يانغ', 'joined لبيونغ يانغ'],
    ['لبيونغيانغ', 'بيونغ يانغ', 'joined بيونغ يانغ'],
    ['بيونغ يانغ', 'لبيونغيانغ', 'joined لبيونغيانغ'],
    ['عبد الله', 'قال عبدالله', 'joined عبدالله'],
    ['عَبدالله', 'قال عبد اللّه', 'joined عبد اللّه'],
    ['نيويورك تايمز', 'صحيفة نيو يورك تايمز', 'joined نيو يورك تايمز'],
    ['بيونغيانغ', 'بيونغ-يانغ', 'joined بيونغ يانغ'],
    ['بيونغيانغ', 'بيونغيانغ', 'exact بيونغيانغ'],
    // Not over punctuation, sentences, other words, in another order, nor a part of a word.
    ['بيونغيانغ', 'بيونغ، يانغ', ''],
    ['بيونغيانغ', 'قال بيونغ. يانغ قال', ''],
    ['بيونغيانغ', 'بيونغ في يانغ', ''],
    ['بيونغيانغ', 'يانغ بيونغ', ''],
    ['بيونغيانغ', 'بيونغ يانغون', ''],
    ['بيونغ يانغ', 'بيونغيانغون', ''],
    ['بيونغ كيم يانغ', 'بيونغيانغ كيم', ''],
    // Short words written on are other words.
    ['عنها', 'عن ها', ''],
    ['عن ها', 'عنها', ''],
    ['فيما', 'في ما', ''],
  ])('%s in «%s»: %s', (typed, text, found) => {
    expect(find(text, typed)).toBe(found);
  });

  it('comes after every direct answer', () => {
    const text = 'بيونغ يانغ اليوم.\nوبيونغيانغ أمس.\nبيونغيانغ غداً.';
    const { articles } = search(indexText(text), parseQuery('بيونغيانغ '), EVERYTHING);
    expect(articles[0]?.hits.map(({ grade }) => grade)).toEqual(['exact', 'particle', 'joined']);
  });
});

describe('one word for two in the five articles', () => {
  const index = joinIndexes(SEEDS.articles.map(({ id, parts }) => indexArticle(id, getSeedText(id), parts)));

  /** What a query of its own answers only so, as `typed: words found`. */
  function findJoinedAnswers(typed: string): string[] {
    const { articles } = search(index, completeQuery(parseQuery(typed)), EVERYTHING);
    return articles.flatMap(({ article, hits }) =>
      hits.flatMap(({ matches }) => {
        const words = matches.filter(({ grade }) => grade === 'joined');
        const text = getSeedText(article);
        return words.length === 0
          ? []
          : [`${typed}: ${words.map(({ start, end }) => text.slice(start, end)).join(' ')}`];
      }),
    );
  }

  it('has no false friends: no word of theirs is two others of theirs, but for the one name', () => {
    const answers = new Set(index.published.flatMap(findJoinedAnswers));
    expect(Array.from(answers).toSorted()).toEqual([
      'بيونغيانغ: بيونغ يانغ',
      'بيونغيانغ: لبيونغ يانغ',
      'بيونغيانغ: وبيونغ يانغ',
      'بيونغيانغ: وبيونغ يانغ وبيونغ يانغ',
    ]);
  });

  it('has none the other way: no two words of theirs side by side are another, but for the name', () => {
    const pairs = new Set<string>();
    for (let word = 0; word + 1 < index.spellings.length; word += 1) {
      if (index.sentences[word] !== index.sentences[word + 1]) continue;
      const [one, other] = [index.spellings[word], index.spellings[word + 1]];
      pairs.add(`${index.published[one ?? 0]} ${index.published[other ?? 0]}`);
    }
    const answers = new Set(Array.from(pairs).flatMap(findJoinedAnswers));
    expect(Array.from(answers).toSorted()).toEqual([
      'إلى بيونغيانغ: بيونغ يانغ',
      'بيونغ يانغ: بيونغيانغ',
      'بيونغيانغ الشهر: بيونغ يانغ',
      'لبيونغ يانغ: بيونغيانغ',
      'وبيونغ يانغ: بيونغيانغ',
    ]);
  });

  it('finds every two neighbours of three letters and more when they are typed as one', () => {
    let sought = 0;
    for (const { article, starts, ends, firstWords } of index.articles) {
      const text = getSeedText(article);
      const firsts = new Set(firstWords);
      for (let word = 0; word + 1 < starts.length; word += 1) {
        const [start, end] = [starts[word] ?? 0, ends[word] ?? 0];
        const [from, to] = [starts[word + 1] ?? 0, ends[word + 1] ?? 0];
        const [one, other] = [text.slice(start, end), text.slice(from, to)];
        // A word that ends with ta marbuta cannot be written on.
        const isPair = from - end === 1 && !firsts.has(word + 1) && /^[\u0621-\u064a]{3,18}$/u.test(one);
        if (!isPair || one.endsWith('ة') || !/^[\u0621-\u064a]{3,18}$/u.test(other)) continue;
        sought += 1;
        const { articles } = search(index, completeQuery(parseQuery(`${one}${other}`)), EVERYTHING);
        const own = articles.find((found) => found.article === article);
        const matches = own?.hits.flatMap((hit) => hit.matches) ?? [];
        const places = matches.map((match) => match.start);
        expect(places, `${one} ${other}`).toEqual(expect.arrayContaining([start, from]));
      }
    }
    expect(sought).toBeGreaterThan(500);
  });
});
