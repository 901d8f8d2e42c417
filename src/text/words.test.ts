import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, rangeOf, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import { contains, toSpan } from './offsets.ts';
import { findWords } from './word-table.ts';
import { abridge, countWords, snapToWords, splitsWord } from './words.ts';

/** Every offset at which a character starts or the text ends, found by walking the characters. */
function findCharacterBounds(text: string): Set<number> {
  const bounds = new Set([0]);
  let at = 0;
  for (const character of text) {
    at += character.length;
    bounds.add(at);
  }
  return bounds;
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const INVISIBLE = '[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\p{Cs}]*';
const RUN = new RegExp(`${WORD_CHARACTER.source}(?:${INVISIBLE}${WORD_CHARACTER.source})*`, 'gu');

/** Every offset at which nothing is torn, found by walking runs of word characters. */
function findCuts(text: string): Set<number> {
  const cuts = findCharacterBounds(text);
  for (const run of text.matchAll(RUN)) {
    for (let at = run.index + 1; at < run.index + run[0].length; at += 1) cuts.delete(at);
  }
  return cuts;
}

/** Shows a span of a text as `before[span]after`. */
function mark(text: string, span: { start: number; end: number } | null): string | null {
  return span && `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`;
}

/** Reads a span written as `before[span]after`. */
function readMarked(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf('[');
  const end = marked.lastIndexOf(']') - 1;
  return {
    text: marked.slice(0, start) + marked.slice(start + 1, end + 1) + marked.slice(end + 2),
    start,
    end,
  };
}

describe('splitsWord', () => {
  it.each(UGLY_TEXTS)('is true at exactly the offsets inside words and characters of %s', (_what, text) => {
    const cuts = findCuts(text);
    for (let at = 0; at <= text.length; at += 1) expect(splitsWord(text, at), `${at}`).toBe(!cuts.has(at));
  });

  it.each(Array.from(SEED_TEXTS))(
    'is true at exactly the offsets inside words of article %s',
    (_id, text) => {
      const cuts = findCuts(text);
      const wrong = Array.from({ length: text.length + 1 }, (_, at) => at).filter(
        (at) => splitsWord(text, at) === cuts.has(at),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each(['\u200B', '\u200C', '\u200F', '\u2060', '\u00AD', '\uFEFF', '\u202A\u202C', '\uD83D'])(
    'is true on both sides of the invisible %j inside a word, and false beside a word',
    (hidden) => {
      const text = `قال${hidden} بو${hidden}تين${hidden}، نعم`;
      const start = text.indexOf('بو');
      const inside = Array.from({ length: hidden.length + 1 }, (_, at) => start + 2 + at);
      expect(inside.filter((at) => !splitsWord(text, at))).toEqual([]);
      expect([3, start, text.indexOf('،')].filter((at) => splitsWord(text, at))).toEqual([]);
    },
  );

  it('tears no word of the table but at its ends', () => {
    fc.assert(
      fc.property(uglyText(), (text) => {
        const { count, starts, ends } = findWords(text);
        for (let word = 0; word < count; word += 1) {
          const [start, end] = [starts[word]!, ends[word]!];
          for (let at = start + 1; at < end; at += 1) {
            if (!splitsWord(text, at)) expect.fail(`${at} of ${JSON.stringify(text)}`);
          }
        }
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });

  it('is false outside the text', () => {
    expect(splitsWord('قال', -1)).toBe(false);
    expect(splitsWord('قال', 3)).toBe(false);
    expect(splitsWord('قال', 9)).toBe(false);
  });
});

describe('snapToWords', () => {
  it.each([
    ['a whole word', 'قال [بوتين] أمس', 'قال [بوتين] أمس'],
    ['the inside of a word', 'قال بو[تي]ن أمس', 'قال [بوتين] أمس'],
    ['halves of two words', 'قا[ل بو]تين أمس', '[قال بوتين] أمس'],
    ['a word with white space around it', 'قال[ بوتين\u00A0\n]أمس', 'قال [بوتين]\u00A0\nأمس'],
    ['a word without its diacritics', 'قال [عاما]ً نعم', 'قال [عاماً] نعم'],
    ['a word from inside its diacritics', 'وق[\u0651ع] نعم', '[وق\u0651ع] نعم'],
    ['a word without its tatweel', 'سنة 1445[ه]ـ نعم', 'سنة [1445هـ] نعم'],
    ['digits joined to letters', 'عربي[21].', '[عربي21].'],
    ['a quotation mark alone', 'قال [«]نعم»', 'قال [«]نعم»'],
    ['a quotation with its marks', 'قال [«نع]م»', 'قال [«نعم]»'],
    ['half an emoji', 'قال 😀', 'قال [😀]', 5, 6],
    ['a letter next to a no-break space', 'كور[يا\u00A0ال]شمالية', '[كوريا\u00A0الشمالية]'],
    ['both sides of a zero-width joint', 'مي\u200C[خواه]م', '[مي\u200Cخواهم]'],
  ])('widens %s', (_what, marked, expected, from?: number, to?: number) => {
    const { text, start, end } =
      from === undefined || to === undefined ? readMarked(marked) : { text: marked, start: from, end: to };
    expect(mark(text, snapToWords(text, toSpan(start, end)))).toBe(expected);
  });

  it.each([
    ['an empty span', 'قال', 1, 1],
    ['white space', 'قال \u00A0\n بوتين', 3, 7],
    ['nothing', '', 0, 0],
    ['what lies beyond the text', 'قال', 3, 9],
  ])('answers null for %s', (_what, text, start, end) => {
    expect(snapToWords(text, toSpan(start, end))).toBeNull();
  });

  it('takes the part of a span that lies in the text', () => {
    expect(snapToWords('قال', toSpan(1, 9))).toEqual(toSpan(0, 3));
  });

  it('widens by no more than it must, and twice as once', () => {
    const cases = uglyText().chain((text) => fc.tuple(fc.constant(text), rangeOf(text)));
    fc.assert(
      fc.property(cases, ([text, { start, end }]) => {
        const snapped = snapToWords(text, toSpan(start, end));
        const inner = text.slice(start, end);
        if (snapped === null) {
          expect(inner.trim()).toBe('');
          return;
        }
        const cuts = findCuts(text);
        const first = start + inner.length - inner.trimStart().length;
        const last = end - (inner.length - inner.trimEnd().length);
        const nearest = toSpan(
          Math.max(...Array.from(cuts).filter((at) => at <= first)),
          Math.min(...Array.from(cuts).filter((at) => at >= last)),
        );
        expect(snapped).toEqual(nearest);
        expect(contains(snapped, toSpan(first, last))).toBe(true);
        expect(snapToWords(text, snapped)).toEqual(snapped);
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });
});

describe('countWords', () => {
  it.each([
    ['nothing', '', 0],
    ['white space', ' \n\u00A0', 0],
    ['punctuation and emoji', '«…» 😀 – ?!', 0],
    ['two words', 'قال بوتين', 2],
    ['words between quotation marks', '«المساعدة» "المتبادلة"', 2],
    ['a word with diacritics', 'وَقَّعَ', 1],
    ['a word with tatweel', 'بوتيـــن', 1],
    ['digits of both kinds', '٢٤ 24', 2],
    ['a number with a decimal mark', '1.5', 2],
    ['words joined by a no-break space', 'كوريا\u00A0الشمالية', 2],
    ['a mark without a letter', ' \u0651 ', 0],
  ])('counts %s', (_what, text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('counts a million characters', () => {
    expect(countWords('قال '.repeat(250_000))).toBe(250_000);
  });
});

describe('abridge', () => {
  it.each(UGLY_TEXTS)('keeps the beginning of %s and says where it cut', (_what, text) => {
    const short = abridge(text);
    if (text.length <= 70) expect(short).toBe(text);
    else {
      expect(short.endsWith('…')).toBe(true);
      expect(text.startsWith(short.slice(0, -1))).toBe(true);
      expect(short.length).toBeLessThanOrEqual(71);
    }
  });

  it('tears no character where there is no space to cut at', () => {
    expect(abridge(`a${'😀'.repeat(50)}`)).toBe(`a${'😀'.repeat(34)}…`);
  });

  it('cuts between words', () => {
    expect(abridge(`${'كلمة '.repeat(13)}طويلةجداً`)).toBe(`${'كلمة '.repeat(13).trim()}…`);
  });
});
