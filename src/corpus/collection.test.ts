import { describe, expect, it } from 'vitest';
import { readSeedJson } from '../testing/seeds.ts';
import { parseCollection } from './collection.ts';

interface RawArticle {
  id: string;
  file: string;
  date: { value: string };
}

/** The shipped manifest with one of its articles changed, as `path: message` of what is wrong with it. */
function problemsWith(change: (articles: RawArticle[]) => void): string[] {
  const manifest = readSeedJson('collection.json') as { articles: RawArticle[] };
  change(manifest.articles);
  return (parseCollection(manifest).problems ?? []).map(({ path, message }) => `${path}: ${message}`);
}

describe('parseCollection', () => {
  it('accepts the shipped manifest', () => {
    expect(problemsWith(() => undefined)).toEqual([]);
  });

  it('refuses ids and files that occur twice, every one with its path', () => {
    const problems = problemsWith((articles) => {
      articles[2]!.id = '000';
      articles[3]!.id = '000';
      articles[4]!.file = articles[1]!.file;
    });
    expect(problems.map((problem) => problem.replace(/_.*$/, ''))).toEqual([
      'articles[2].id: repeats articles[0]: 000',
      'articles[3].id: repeats articles[0]: 000',
      'articles[4].file: repeats articles[1]: 001',
    ]);
  });

  it.each(['2024-06-19', '2024-06', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])(
    'accepts the date %s',
    (value) => {
      expect(problemsWith((articles) => (articles[0]!.date.value = value))).toEqual([]);
    },
  );

  it.each([
    '2024-13',
    '2024-00',
    '2024-02-30',
    '2024-02-31',
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-06-00',
    '2024-06-32',
    '2024-99-99',
  ])('refuses %s: it is in no calendar', (value) => {
    expect(problemsWith((articles) => (articles[0]!.date.value = value))).toEqual([
      'articles[0].date.value: is no date of the calendar',
    ]);
  });

  it.each(['', '2024', '24-06-19', '0024-06-19', '2024-6-19', '2024-06-19T00:00', ' 2024-06', '٢٠٢٤-٠٦'])(
    'refuses «%s»: it is neither a day nor a month',
    (value) => {
      const [problem] = problemsWith((articles) => (articles[0]!.date.value = value));
      expect(problem).toBe('articles[0].date.value: is neither a day (YYYY-MM-DD) nor a month (YYYY-MM)');
    },
  );
});
