import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getSeedText } from '../testing/seeds.ts';
import { RANDOM_SEED, uglyText } from '../testing/ugly-texts.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { findAll, resolveQuotation } from './quotation.ts';

const ARTICLE = getSeedText('004');
/** As long as a link can make a quotation, and then some, in UTF-16 code units. */
const LONG = 60_000;
/** Done in well under a second; what grows with the square takes minutes. In milliseconds. */
const BOUND = 20_000;

/** Every place where words stand, by trying each. */
function tryAll(text: string, words: string): Span[] {
  if (words === '') return [];
  return Array.from({ length: text.length }, (_, at) => at)
    .filter((at) => text.startsWith(words, at))
    .map((at) => toSpan(at, at + words.length));
}

describe('findAll', () => {
  it('finds every place, overlaps included, however long the words are and however they repeat', () => {
    const few = fc.array(fc.constantFrom('ا', 'ب'), { maxLength: 300 }).map((letters) => letters.join(''));
    const repeated = fc
      .tuple(few, fc.nat(12), fc.nat(200))
      .map(([piece, times, end]) => piece.slice(0, 12).repeat(times * 8) + piece.slice(0, end));
    fc.assert(
      fc.property(fc.oneof(few, repeated, uglyText(80)), fc.nat(), fc.nat(200), (text, at, length) => {
        const start = text === '' ? 0 : at % text.length;
        const words = text.slice(start, start + length);
        expect(findAll(text, words)).toEqual(tryAll(text, words));
        expect(findAll(text, `${words}ج`)).toEqual(tryAll(text, `${words}ج`));
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });
});

describe('resolveQuotation', () => {
  const HOSTILE: readonly (readonly [what: string, words: string])[] = [
    ['one letter', 'a'.repeat(LONG)],
    ['one Arabic letter', 'ا'.repeat(LONG)],
    ['white space', ' '.repeat(LONG)],
    ['a long word and another', `${'a'.repeat(LONG)} b`],
    ['a word and a long one', `b ${'a'.repeat(LONG)}`],
    ['short words', 'قال '.repeat(LONG / 4)],
    ['invisible characters', '\u200B'.repeat(LONG)],
    ['marks', '\u064B'.repeat(LONG)],
    ['half characters', '\uD83D'.repeat(LONG)],
  ];
  const TEXTS: readonly (readonly [what: string, text: string])[] = [
    ['an article', ARTICLE],
    ['one long word', 'ا'.repeat(LONG)],
    ['one word again and again', 'روسيا '.repeat(LONG / 6)],
    ['white space', `روسيا${' '.repeat(LONG)}روسيا`],
    ['invisible characters', `روسيا${'\u200B'.repeat(LONG)}روسيا`],
  ];
  const CASES = TEXTS.flatMap(([where, text]) =>
    HOSTILE.map(([what, words]) => ({ where, text, what, words })),
  );

  it.each(CASES)(
    'is done soon with much of $what quoted, in $where',
    { timeout: BOUND },
    ({ text, words }) => {
      const exact = text.slice(0, 5);
      for (const quotation of [
        { exact, prefix: words },
        { exact, suffix: words },
        { exact: words },
        { exact: words, prefix: words, suffix: words },
      ]) {
        expect(typeof resolveQuotation(text, quotation).outcome).toBe('string');
      }
    },
  );

  it('tells places apart by a long word before or behind them', () => {
    const [one, other] = ['ب'.repeat(500), `${'ب'.repeat(499)}ت`];
    const text = `${one} نعم ${other}. ${other} نعم ${one}.`;
    const first = text.indexOf('نعم');
    const second = text.lastIndexOf('نعم');
    expect(resolveQuotation(text, { exact: 'نعم', prefix: `شيء ${other} ` })).toEqual({
      outcome: 'exact',
      span: toSpan(second, second + 3),
    });
    expect(resolveQuotation(text, { exact: 'نعم', suffix: ` ${other}. شيء` })).toEqual({
      outcome: 'exact',
      span: toSpan(first, first + 3),
    });
  });
});
