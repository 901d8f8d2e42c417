import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSpan } from '../text/offsets.ts';
import { checkArticle, checkCollection } from './check-article.ts';
import type { Article, Collection, Part } from './collection.ts';

type Range = readonly [start: number, end: number];

/** Makes the random cases the same in every run. */
const SEED = 20_240_619;

const NAME = { ar: 'اسم', en: 'name' };

function paragraphs(...ranges: readonly Range[]): Part[] {
  return ranges.map(([start, end]) => ({ kind: 'paragraph', range: toSpan(start, end) }));
}

function article(text: string, parts: readonly Part[], rest: Partial<Article> = {}): Article {
  return {
    id: '000',
    file: '000.txt',
    length: text.length,
    language: 'ar',
    label: NAME,
    outlet: { basis: 'unknown', name: NAME, note: NAME },
    date: { basis: 'unknown', note: NAME },
    credits: [],
    restsOn: [],
    parts: [...parts],
    ...rest,
  };
}

function collection(...articles: readonly Article[]): Collection {
  return {
    format: 'taqabul-collection',
    version: 1,
    id: 'test',
    title: NAME,
    claims: 'claims.json',
    articles: [...articles],
  };
}

/** Problems as `path: message`, the way `collection:check` prints them. */
function problemsOf(text: string, parts: readonly Part[], rest: Partial<Article> = {}): string[] {
  return checkArticle(article(text, parts, rest), text).map(({ path, message }) => `${path}: ${message}`);
}

describe('checkArticle', () => {
  const accepted: [fact: string, text: string, ranges: Range[]][] = [
    ['an empty text without parts', '', []],
    ['white space alone without parts', ' \n\u00A0\t', []],
    ['one part over the whole text', 'قال بوتين', [[0, 9]]],
    [
      'parts with white space between them',
      'عنوان\n\n  نص',
      [
        [0, 5],
        [9, 11],
      ],
    ],
    [
      'parts that touch',
      'الأدوات».(وكالات)',
      [
        [0, 9],
        [9, 17],
      ],
    ],
    ['white space inside a part', 'أ\n\nب', [[0, 4]]],
    [
      'a part that ends with a diacritic',
      'عاماً نعم',
      [
        [0, 5],
        [6, 9],
      ],
    ],
    [
      'a part that is a surrogate pair',
      '😀😀',
      [
        [0, 2],
        [2, 4],
      ],
    ],
    [
      'a lone surrogate',
      'أ\uD83D ب',
      [
        [0, 2],
        [3, 4],
      ],
    ],
    [
      'a mark without a letter',
      'أ \u064Bب',
      [
        [0, 1],
        [2, 4],
      ],
    ],
    ['invisible characters as part of the text', '\u200Fقال\u200F', [[0, 5]]],
  ];
  it.each(accepted)('accepts %s', (_fact, text, ranges) => {
    expect(problemsOf(text, paragraphs(...ranges))).toEqual([]);
  });

  const refused: [fact: string, text: string, ranges: Range[], problems: string[]][] = [
    ['an uncovered start', 'قال نعم', [[4, 7]], ['parts: none covers [0, 3): "قال"']],
    [
      'an uncovered middle',
      'أ ب ج',
      [
        [0, 1],
        [4, 5],
      ],
      ['parts: none covers [2, 3): "ب"'],
    ],
    ['an uncovered end', 'أ ب ج', [[0, 1]], ['parts: none covers [2, 5): "ب ج"']],
    [
      'an overlap',
      'قال نعم',
      [
        [0, 5],
        [4, 7],
      ],
      ['parts[1].range: overlaps parts[0]'],
    ],
    [
      'parts inside another, each once',
      'أ ب ج',
      [
        [0, 5],
        [2, 3],
        [4, 5],
      ],
      ['parts[1].range: overlaps parts[0]', 'parts[2].range: overlaps parts[0]'],
    ],
    [
      'a wrong order',
      'أ ب',
      [
        [2, 3],
        [0, 1],
      ],
      ['parts[1].range: stands before parts[0] in the text'],
    ],
    [
      'white space at a start',
      'أ ب',
      [
        [0, 1],
        [1, 3],
      ],
      ['parts[1].range: starts with white space'],
    ],
    [
      'a no-break space at an end',
      'أ\u00A0ب',
      [
        [0, 2],
        [2, 3],
      ],
      ['parts[0].range: ends with white space'],
    ],
    [
      'an empty range',
      'أ ب',
      [
        [0, 3],
        [3, 3],
      ],
      ['parts[1].range: is empty'],
    ],
    [
      'a range beyond the text',
      'أ ب',
      [[0, 9]],
      ['parts[0].range: ends at 9, beyond the text of 3 UTF-16 code units'],
    ],
    [
      'a torn surrogate pair',
      '😀',
      [
        [0, 1],
        [1, 2],
      ],
      ['parts[0].range: ends inside a character', 'parts[1].range: starts inside a character'],
    ],
    [
      'a mark torn from its letter',
      'عاماً',
      [
        [0, 4],
        [4, 5],
      ],
      ['parts[0].range: ends inside a character', 'parts[1].range: starts inside a character'],
    ],
    [
      'a mark beyond the first plane torn from its letter',
      'a\u{1D167}',
      [
        [0, 1],
        [1, 3],
      ],
      ['parts[0].range: ends inside a character', 'parts[1].range: starts inside a character'],
    ],
  ];
  it.each(refused)('refuses %s', (_fact, text, ranges, problems) => {
    expect(problemsOf(text, paragraphs(...ranges))).toEqual(problems);
  });

  it('refuses a length that is not the text’s', () => {
    expect(problemsOf('قال', paragraphs([0, 3]), { length: 4 })).toEqual([
      'length: is 4, but the text has 3 UTF-16 code units',
    ]);
  });

  it('shortens a long uncovered run in its message', () => {
    expect(problemsOf('ا'.repeat(100), [])).toEqual([`parts: none covers [0, 100): "${'ا'.repeat(40)}…"`]);
  });

  it('refuses a second title and names the first', () => {
    const parts: Part[] = [
      { kind: 'title', range: toSpan(0, 1) },
      { kind: 'paragraph', range: toSpan(2, 3) },
      { kind: 'title', range: toSpan(4, 5) },
    ];
    expect(problemsOf('أ ب ج', parts)).toEqual(['parts[2].kind: is a second title, after parts[0]']);
  });

  it('checks the ranges that outlet, date, credits and origins were read from', () => {
    const far = toSpan(0, 99);
    const beyond = 'ends at 99, beyond the text of 3 UTF-16 code units';
    expect(
      problemsOf('قال', paragraphs([0, 3]), {
        outlet: { basis: 'stated', name: NAME, range: far },
        date: { basis: 'inferred', value: '2024-06-19', range: far, note: NAME },
        credits: [{ role: 'agency', name: NAME, range: far }],
        restsOn: [
          { name: NAME, range: toSpan(0, 3) },
          { name: NAME, range: toSpan(2, 2) },
        ],
      }),
    ).toEqual([
      `outlet.range: ${beyond}`,
      `date.range: ${beyond}`,
      `credits[0].range: ${beyond}`,
      'restsOn[1].range: is empty',
    ]);
  });
});

describe('checkArticle against a count character by character', () => {
  const letter = fc.constantFrom(
    'ا',
    'ب',
    'م',
    '4',
    '«',
    '.',
    'a',
    '😀',
    'اً',
    'و\u0651\u064E',
    '\u200F',
    'ـ',
  );
  const inner = fc.oneof(letter, fc.constantFrom(' ', '\n', '\u00A0', '\u064B', '\uD83D', '\u200D'));
  const content = fc.oneof(
    letter,
    fc.tuple(letter, fc.array(inner, { maxLength: 6 }), letter).map(([first, middle, last]) => {
      return first + middle.join('') + last;
    }),
  );
  const gap = fc.constantFrom('', '', ' ', '\n\n', '\u00A0 \n');
  const pieces = fc.array(fc.tuple(gap, content), { maxLength: 8 });

  function partition(list: readonly (readonly [gap: string, content: string])[]): {
    text: string;
    ranges: Range[];
  } {
    let text = '';
    const ranges: Range[] = [];
    for (const [before, piece] of list) {
      const start = text.length + before.length;
      text += before + piece;
      ranges.push([start, text.length]);
    }
    return { text, ranges };
  }

  /** The rules once more, without sorting or running maxima: every code unit and every end by itself. */
  function isPartition(text: string, ranges: readonly Range[]): boolean {
    const blank = (unit: string | undefined): boolean => unit === undefined || unit.trim() === '';
    const ends = new Set([0, text.length]);
    let at = 0;
    for (const character of text) {
      if (!/\p{M}/u.test(character) || blank(text[at - 1])) ends.add(at);
      at += character.length;
    }
    const owners = Array.from(text, () => 0);
    for (let unit = owners.length; unit < text.length; unit += 1) owners.push(0);
    for (const [start, end] of ranges) {
      if (start >= end || !ends.has(start) || !ends.has(end)) return false;
      if (blank(text[start]) || blank(text[end - 1])) return false;
      for (let unit = start; unit < end; unit += 1) owners[unit]! += 1;
    }
    const ordered = ranges.every(([start], index) => index === 0 || ranges[index - 1]![0] <= start);
    return ordered && owners.every((count, unit) => count === 1 || (count === 0 && blank(text[unit])));
  }

  it('accepts every random partition', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const { text, ranges } = partition(list);
        expect(problemsOf(text, paragraphs(...ranges))).toEqual([]);
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('refuses every partition with one character uncovered or covered twice', () => {
    const nonEmpty = fc.array(fc.tuple(gap, content), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        nonEmpty,
        fc.nat(),
        fc.constantFrom('drop', 'double', 'cut start', 'cut end'),
        (list, pick, how) => {
          const { text, ranges } = partition(list);
          const index = pick % ranges.length;
          const [start, end] = ranges[index]!;
          const changes: Record<typeof how, Range[]> = {
            drop: [],
            double: [ranges[index]!, ranges[index]!],
            'cut start': [[start + 1, end]],
            'cut end': [[start, end - 1]],
          };
          const mutated = [...ranges.slice(0, index), ...changes[how], ...ranges.slice(index + 1)];
          expect(problemsOf(text, paragraphs(...mutated))).not.toEqual([]);
        },
      ),
      { numRuns: 500, seed: SEED },
    );
  });

  it('agrees with the count after ranges were moved, dropped, doubled, joined or exchanged', () => {
    const change = fc.record({
      how: fc.constantFrom('start', 'end', 'both', 'drop', 'double', 'join', 'exchange'),
      pick: fc.nat(),
      by: fc.constantFrom(-2, -1, 1, 2),
    });
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(pieces, fc.array(change, { maxLength: 2 }), (list, changes) => {
        const { text, ranges } = partition(list);
        for (const { how, pick, by } of changes) {
          const index = pick % Math.max(1, ranges.length);
          const range = ranges[index];
          if (range === undefined) continue;
          const next = ranges[index + 1];
          const start = Math.min(
            text.length,
            Math.max(0, range[0] + (how === 'start' || how === 'both' ? by : 0)),
          );
          const end = Math.max(
            start,
            Math.min(text.length, range[1] + (how === 'end' || how === 'both' ? by : 0)),
          );
          if (how === 'drop') ranges.splice(index, 1);
          else if (how === 'double') ranges.splice(index, 0, range);
          else if (how === 'join' && next) ranges.splice(index, 2, [start, Math.max(start, next[1])]);
          else if (how === 'exchange' && next) ranges.splice(index, 2, next, range);
          else ranges[index] = [start, end];
        }
        const expected = isPartition(text, ranges);
        seen[expected ? 'accepted' : 'refused'] += 1;
        expect(problemsOf(text, paragraphs(...ranges)).length === 0).toBe(expected);
      }),
      { numRuns: 2_000, seed: SEED },
    );
    // The property says something only if both outcomes were tried often.
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(200);
  });
});

describe('checkCollection', () => {
  const text = 'أ ب';
  const sound = article(text, paragraphs([0, 1], [2, 3]));
  const other: Article = { ...sound, id: '001', file: '001.txt' };
  const texts = new Map([
    ['000', text],
    ['001', text],
  ]);

  it('accepts sound articles', () => {
    expect(checkCollection(collection(sound, other), texts)).toEqual([]);
  });

  it('puts the article before the path of its problem', () => {
    const broken = { ...other, parts: paragraphs([0, 1], [0, 3]) };
    expect(checkCollection(collection(sound, broken), texts)).toEqual([
      { path: 'articles[1].parts[1].range', message: 'overlaps parts[0]' },
    ]);
  });

  it('reports a missing text and still checks the other articles', () => {
    const broken = { ...other, length: 9 };
    expect(checkCollection(collection(sound, broken), new Map([['001', text]]))).toEqual([
      { path: 'articles[0].file', message: 'has no text: 000.txt' },
      { path: 'articles[1].length', message: 'is 9, but the text has 3 UTF-16 code units' },
    ]);
  });

  it('takes an empty text for a text', () => {
    expect(checkCollection(collection(article('', [])), new Map([['000', '']]))).toEqual([]);
  });
});
