import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, uglyText } from '../testing/ugly-texts.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { describePassage, resolvePassage, type PassageKey } from './anchoring.ts';
import type { PassageOutcome } from './outcome.ts';
import { describe as describeQuotation } from './passage.ts';

const [ARTICLE = ''] = Array.from(SEED_TEXTS.values()).slice(-1);
const SENTENCE = 'وجرى استقبال الرئيس الروسي في ساحة كيم إيل سونغ، مع عرض عسكري، ورقصات جماعية';

function spanOf(words: string): Span {
  const start = ARTICLE.indexOf(words);
  if (start < 0) throw new RangeError(`not there: ${words}`);
  return toSpan(start, start + words.length);
}

/** A passage as either version keeps it. */
function keysOf(words: string): [version: string, key: PassageKey][] {
  const span = spanOf(words);
  const token = describePassage(ARTICLE, span);
  const selector = describeQuotation(ARTICLE, span);
  if (token === null || selector === null) throw new RangeError('nothing to describe');
  return [
    ['first', { selector }],
    ['second', { token }],
  ];
}

function quote(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function read(text: string, found: PassageOutcome): string | null {
  return 'span' in found ? quote(text, found.span) : null;
}

const EDITS: readonly [what: string, edit: (text: string) => string, outcomes: Record<string, string>][] = [
  ['nothing', (text) => text, { first: 'exact', second: 'exact' }],
  [
    'text put above',
    (text) => `خبر آخر.\n\n${text}`,
    // The first version knows a place by its offsets, the second by its surroundings.
    { first: 'moved', second: 'exact' },
  ],
  ['hamza dropped', (text) => text.replaceAll('إ', 'ا'), { first: 'edited', second: 'respelled' }],
  ['a word replaced', (text) => text.replace('ساحة كيم', 'باحة كيم'), { first: 'edited', second: 'edited' }],
  ['the passage deleted', (text) => text.replace(SENTENCE, ''), { first: 'gone', second: 'gone' }],
  [
    'the passage twice and nothing else',
    () => `أولا ${SENTENCE} انتهى هنا.\n\nثانيا ${SENTENCE} انتهى هناك.`,
    { first: 'ambiguous', second: 'ambiguous' },
  ],
];

describe('resolvePassage', () => {
  it.each(
    EDITS.flatMap(([what, edit, outcomes]) => keysOf(SENTENCE).map((key) => ({ what, edit, outcomes, key }))),
  )(
    'says what became of a passage of the $key.0 version: $what',
    ({ edit, outcomes, key: [version, key] }) => {
      expect(resolvePassage(edit(ARTICLE), key).outcome).toBe(outcomes[version]);
    },
  );

  it('shows the old wording of a passage whose ends were kept as words', () => {
    const edited = ARTICLE.replace('ساحة كيم', 'باحة كيم');
    const [[, first], [, second]] = keysOf(SENTENCE) as [[string, PassageKey], [string, PassageKey]];
    const old = resolvePassage(edited, first);
    expect(old).toMatchObject({ outcome: 'edited', changed: [], missing: null });
    expect('old' in old && old.old).toMatch(/^وجرى استقبال .* … .*جماعية$/);
    expect(resolvePassage(edited, second)).toMatchObject({ outcome: 'edited', old: null });
  });

  it('shows a short passage of the first version whose words were edited, not what is nearest to it', () => {
    const words = 'نحو 11 ساعة من الاتصالات مع كيم';
    const text =
      Array.from(SEED_TEXTS.values()).find((one) => one.includes(words)) ?? expect.fail('not there');
    const start = text.indexOf(words);
    const selector = describeQuotation(text, toSpan(start, start + words.length));
    if (selector === null) throw new RangeError('nothing to describe');
    const edited = text.replace(words, words.replace('11', '13'));
    const found = resolvePassage(edited, { selector });
    expect(found).toMatchObject({ outcome: 'edited', missing: 1, old: words });
    expect(read(edited, found)).toBe(words.replace('11', '13'));
    const without = text.replace(words, '');
    expect(resolvePassage(without, { selector })).toMatchObject({ outcome: 'gone', sought: words });
  });

  it('shows which words are new in a short passage', () => {
    const [, [, key]] = keysOf('مع عرض عسكري، ورقصات جماعية') as [unknown, [string, PassageKey]];
    const edited = ARTICLE.replace('عرض عسكري', 'حفل عسكري');
    const found = resolvePassage(edited, key);
    if (found.outcome !== 'edited') expect.fail(found.outcome);
    expect(found.changed.map((span) => quote(edited, span))).toEqual(['حفل']);
    expect(found.missing).toBe(1);
  });

  it.each(keysOf(SENTENCE))(
    'points at what a lost passage of the %s version is most like',
    (_version, key) => {
      const text = ARTICLE.replace(SENTENCE, 'وجرى استقبال الرئيس الروسي في قاعة');
      const found = resolvePassage(text, key);
      const nearest = found.outcome === 'gone' ? found.nearest : null;
      if (found.outcome === 'gone')
        expect(quote(text, nearest ?? expect.fail('no nearest'))).toContain('استقبال الرئيس');
      else expect(read(text, found)).toContain('استقبال الرئيس');
    },
  );

  it.each([
    ['cut short', (token: string) => token.slice(0, -3), 'damaged'],
    ['mistyped', (token: string) => `${token.slice(0, 4)}x${token.slice(5)}`, 'damaged'],
    ['empty', () => '', 'damaged'],
  ])('says that a token is %s', (_what, change, outcome) => {
    const token = describePassage(ARTICLE, spanOf(SENTENCE)) ?? expect.fail('nothing to describe');
    expect(resolvePassage(ARTICLE, { token: change(token) })).toEqual({ outcome });
  });

  it('finds what it named, and names what it found alike, anywhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEED_TEXTS.values()),
        fc.nat(),
        fc.integer({ min: 1, max: 300 }),
        (text, at, length) => {
          const start = at % text.length;
          const token = describePassage(text, toSpan(start, Math.min(text.length, start + length)));
          if (token === null) return;
          const found = resolvePassage(text, { token });
          if (found.outcome !== 'exact') expect.fail(found.outcome);
          expect(describePassage(text, found.span)).toBe(token);
        },
      ),
      { numRuns: 60, seed: RANDOM_SEED },
    );
  });

  it('gives an outcome for any quotation of the first version and any text', () => {
    const anyWords = fc.oneof(uglyText(), fc.constantFrom('ا', 'ن', 'من', ' ', '', 'ا'.repeat(384)));
    fc.assert(
      fc.property(anyWords, fc.option(anyWords), uglyText(), fc.nat(300), (head, tail, text, start) => {
        const selector = { span: toSpan(start, start + 10), head, tail, digest: 5 };
        const found = resolvePassage(text, { selector });
        const spans = 'span' in found ? [found.span] : 'candidates' in found ? found.candidates : [];
        for (const span of spans) expect(span.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });

  it('gives an outcome for any token and any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.stringMatching(/^[\w-]{0,60}$/), fc.string({ unit: 'binary' })),
        uglyText(),
        (token, text) => {
          expect(typeof resolvePassage(text, { token }).outcome).toBe('string');
        },
      ),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });
});
