import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageOutcome } from '../anchoring/outcome.ts';
import { getSeedText, SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { snapToWords } from '../text/words.ts';
import { fromCodePoints, toCodePoints } from './code-points.ts';
import { parseSelectors, type TextQuoteSelector } from './selectors.ts';
import { resolveSelectors, writeSelectors } from './web-annotation.ts';

const ARTICLE = getSeedText('004');
const SENTENCE = 'وجرى استقبال الرئيس الروسي في ساحة كيم إيل سونغ، مع عرض عسكري، ورقصات جماعية';

function spanOf(words: string, text = ARTICLE): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new RangeError(`not there: ${words}`);
  return toSpan(start, start + words.length);
}

function write(text: string, span: Span) {
  return writeSelectors(text, span) ?? expect.fail('nothing to write');
}

function read(text: string, found: PassageOutcome): string | null {
  return 'span' in found ? text.slice(found.span.start, found.span.end) : null;
}

function quote(exact: string, prefix?: string, suffix?: string): TextQuoteSelector {
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}

describe('writeSelectors', () => {
  it('writes the example of the Recommendation', () => {
    const text = 'this is an anotation that has some';
    expect(write(text, spanOf('anotation', text))).toEqual([
      { type: 'TextQuoteSelector', exact: 'anotation', prefix: 'this is an ', suffix: ' that has some' },
      { type: 'TextPositionSelector', start: 11, end: 20 },
    ]);
  });

  it('counts code points, not code units', () => {
    const text = '😀😀 قال بوتين نعم';
    expect(write(text, spanOf('بوتين', text))[1]).toMatchObject({ start: 7, end: 12 });
  });

  it('quotes more where a twin has the same words around it', () => {
    const line = 'كلمات مكررة من أول السطر إلى آخره في كل مرة دون أي فرق. ';
    const text = `أولا ${line.repeat(4)}انتهى`;
    const [{ exact, prefix = '', suffix = '' }] = write(
      text,
      toSpan(5 + 2 * line.length, 5 + 2 * line.length + 11),
    );
    expect(text.split(`${prefix}${exact}${suffix}`)).toHaveLength(2);
  });

  it.each([
    ['nothing', toSpan(3, 3)],
    ['white space', toSpan(4, 5)],
  ])('has nothing to say of %s', (_what, span) => {
    expect(writeSelectors('نعم  لا', span)).toBeNull();
  });
});

describe('resolveSelectors', () => {
  it('finds what was written, everywhere in every article, with the position and without', () => {
    for (const [, text] of SEED_TEXTS) {
      for (let start = 0; start < text.length; start += 97) {
        for (const length of [1, 20, 90, 400]) {
          const span = toSpan(start, Math.min(text.length, start + length));
          const expected = snapToWords(text, span);
          const written = writeSelectors(text, span);
          expect(written === null).toBe(expected === null);
          if (written === null) continue;
          expect(resolveSelectors(text, written)).toEqual({ outcome: 'exact', span: expected });
          expect(resolveSelectors(text, [written[0]])).toEqual({ outcome: 'exact', span: expected });
        }
      }
    }
  });

  it.each<[string, (text: string) => string, string, string | null]>([
    ['text put above', (text) => `خبر آخر.\n\n${text}`, 'exact', SENTENCE],
    ['diacritics and hamza', (text) => text.replaceAll('إ', 'ا'), 'respelled', SENTENCE.replaceAll('إ', 'ا')],
    [
      'a word replaced',
      (text) => text.replace('ساحة كيم', 'باحة كيم'),
      'edited',
      SENTENCE.replace('ساحة كيم', 'باحة كيم'),
    ],
    ['all around it replaced', () => `خبر آخر: ${SENTENCE} وانتهى الخبر.`, 'moved', SENTENCE],
    ['deleted', (text) => text.replace(SENTENCE, ''), 'gone', null],
    ['only twins left', () => `أولا ${SENTENCE} هنا.\n\nثانيا ${SENTENCE} هناك.`, 'ambiguous', null],
  ])('is honest about %s', (_what, edit, outcome, words) => {
    const now = edit(ARTICLE);
    const found = resolveSelectors(now, write(ARTICLE, spanOf(SENTENCE)));
    expect(found.outcome).toBe(outcome);
    expect(read(now, found)).toBe(words);
    if (found.outcome === 'edited') expect(found.old).toBe(SENTENCE);
    if (found.outcome === 'gone') expect(found.sought).toBe(SENTENCE);
  });

  const TWINS = 'قال نعم ثم قال لا ثم قال نعم';
  it.each<[string, Parameters<typeof resolveSelectors>[1], unknown]>([
    [
      'twins without a context',
      [quote('نعم')],
      { outcome: 'ambiguous', candidates: [toSpan(4, 7), toSpan(25, 28)] },
    ],
    ['twins told apart by what follows', [quote('نعم', '', ' ثم')], { outcome: 'exact', span: toSpan(4, 7) }],
    [
      'twins told apart by their position',
      [quote('نعم', 'قال '), { type: 'TextPositionSelector', start: 25, end: 28 }],
      { outcome: 'exact', span: toSpan(25, 28) },
    ],
    [
      'a position that contradicts the quotation',
      [quote('لا'), { type: 'TextPositionSelector', start: 4, end: 7 }],
      { outcome: 'exact', span: toSpan(15, 17) },
    ],
    [
      'a position alone, which nobody can check',
      [{ type: 'TextPositionSelector', start: 4, end: 6 }],
      { outcome: 'ambiguous', candidates: [toSpan(4, 7)] },
    ],
    [
      'a position beyond the text',
      [{ type: 'TextPositionSelector', start: 40, end: 60 }],
      { outcome: 'gone', sought: null, wordCount: null, nearest: null },
    ],
    [
      'a part of a word, said to be one',
      [quote('ع', 'قال ن', 'م ثم')],
      { outcome: 'exact', span: toSpan(4, 7) },
    ],
    ['nothing', [], { outcome: 'damaged' }],
  ])('reads %s', (_what, selectors, expected) => {
    expect(resolveSelectors(TWINS, selectors)).toEqual(expected);
  });

  it('does not find words within words', () => {
    expect(resolveSelectors('اتفاق التعاون بينهما', [quote('أون')]).outcome).toBe('gone');
    expect(resolveSelectors('اتفاق التعاون بينهما', [quote('عاون')]).outcome).toBe('gone');
  });

  it('reads positions in code units too, as others write them', () => {
    const text = '😀 قال نعم ثم قال نعم';
    const found = resolveSelectors(text, [
      quote('نعم', 'قال '),
      { type: 'TextPositionSelector', start: 18, end: 21 },
    ]);
    expect(found).toEqual({ outcome: 'exact', span: toSpan(18, 21) });
  });

  it('never throws and never leaves the text', () => {
    fc.assert(
      fc.property(
        uglyText(),
        uglyText(),
        uglyText(),
        uglyText(),
        fc.nat(400),
        (text, exact, prefix, suffix, start) => {
          const selectors = [
            quote(exact, prefix, suffix),
            { type: 'TextPositionSelector' as const, start, end: start + 5 },
          ];
          for (const found of [
            resolveSelectors(text, selectors),
            resolveSelectors(text, selectors.slice(1)),
          ]) {
            const spans = 'span' in found ? [found.span] : 'candidates' in found ? found.candidates : [];
            for (const span of spans) expect(span.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { seed: RANDOM_SEED, numRuns: 300 },
    );
  });

  it('finds what was written in ugly texts', () => {
    for (const [, text] of UGLY_TEXTS) {
      for (let start = 0; start < text.length; start += 3) {
        const span = toSpan(start, Math.min(text.length, start + 7));
        const written = writeSelectors(text, span);
        if (written === null) continue;
        expect(resolveSelectors(text, written)).toEqual({ outcome: 'exact', span: snapToWords(text, span) });
      }
    }
  });
});

describe('parseSelectors', () => {
  const position = { type: 'TextPositionSelector', start: 412, end: 795 };

  it('reads one or several, and passes over kinds that it does not know', () => {
    expect(parseSelectors(position)).toEqual({ value: [position] });
    expect(parseSelectors([{ type: 'CssSelector', value: 'p' }, position])).toEqual({ value: [position] });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'TextQuoteSelector'],
    ['no words', { type: 'TextQuoteSelector', exact: '' }],
    ['words that are none', { type: 'TextQuoteSelector', exact: 5 }],
    ['a reversed range', { ...position, end: 4 }],
    ['a fraction', { ...position, start: 1.5 }],
    ['a number below zero', { ...position, start: -1 }],
    ['other kinds alone', [{ type: 'XPathSelector', value: '/' }]],
    ['a refined selector', { ...position, refinedBy: { type: 'TextQuoteSelector', exact: 'x' } }],
  ])('refuses %s', (_what, input) => {
    expect(parseSelectors(input).faults).not.toHaveLength(0);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const { value, faults } = parseSelectors(input);
        expect(value === undefined).toBe(faults !== undefined);
      }),
      { seed: RANDOM_SEED },
    );
  });
});

describe('code points', () => {
  it('go back to where they came from', () => {
    for (const [, text] of UGLY_TEXTS) {
      const length = Array.from(text).length;
      for (let position = 0; position <= length; position += 1) {
        const offset = fromCodePoints(text, position) ?? expect.fail('beyond the text');
        expect(toCodePoints(text, offset)).toBe(position);
      }
      expect(fromCodePoints(text, length + 1)).toBeNull();
    }
  });
});
