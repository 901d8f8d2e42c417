import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { SEED_TEXTS } from '../../testing/seeds.ts';
import { RANDOM_SEED, rangeOf, UGLY_TEXTS, uglyText } from '../../testing/ugly-texts.ts';
import { fold } from '../../text/fold.ts';
import { toSpan, type Span } from '../../text/offsets.ts';
import { findWords, hashWord } from '../../text/word-table.ts';
import { describe } from './describe.ts';
import { LEVELS, RULES, type Fingerprint, type Version } from './fingerprint.ts';
import { prepareText, snap, toPassageSpan } from './prepared-text.ts';
import { resolve, type Resolution } from './resolve.ts';
import { decode, encode } from './token.ts';

const EDITS = {
  reversed: (text: string): string => text.split('\n').toReversed().join('\n'),
  thinned: (text: string): string => {
    let count = 0;
    return text.replaceAll(/\S+ /g, (word) => {
      count += 1;
      return count % 7 === 0 ? '' : word;
    });
  },
};

/** What links of this version were built from when it was frozen; only grows. */
interface Golden {
  readonly words: readonly { readonly text: string; readonly folded: string; readonly hash: number }[];
  readonly cuts: readonly { readonly text: string; readonly words: readonly string[] }[];
  readonly tokens: readonly { article: string; start: number; end: number; token: string }[];
  /** What becomes of some of them after an edit, as the version that wrote them has it; gone without a range. */
  readonly edited: readonly {
    article: string;
    token: string;
    edit: keyof typeof EDITS;
    outcome: Resolution['outcome'];
    start?: number;
    end?: number;
  }[];
}

const GOLDEN = JSON.parse(
  readFileSync(new URL('golden-fingerprints.json', import.meta.url), 'utf8'),
) as Golden;

const TEXTS = [...UGLY_TEXTS, ...SEED_TEXTS];
const [ARTICLE = ''] = Array.from(SEED_TEXTS.values()).slice(-1);

function getFingerprint(text: string, span: Span): Fingerprint {
  const fingerprint = describe(text, span);
  if (fingerprint === null) throw new RangeError(`nothing to describe: ${span.start}-${span.end}`);
  return fingerprint;
}

/** The only place where some words stand in a text. */
function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0 || text.includes(words, start + 1)) throw new RangeError(`not once: ${words}`);
  return toSpan(start, start + words.length);
}

function quote(text: string, resolution: Resolution): string | null {
  return 'span' in resolution ? text.slice(resolution.span.start, resolution.span.end) : null;
}

/** Describes words of the last article and looks for them after an edit. */
function follow(
  words: string,
  edit: (text: string) => string,
): { resolution: Resolution; found: string | null } {
  const fingerprint = getFingerprint(ARTICLE, spanOf(ARTICLE, words));
  const edited = edit(ARTICLE);
  const resolution = resolve(edited, fingerprint);
  return { resolution, found: quote(edited, resolution) };
}

/** Checks that a passage is found exactly where it was described, and describes to the same again. */
function checkInPlace(text: string, span: Span): void {
  const prepared = prepareText(text);
  const snapped = snap(prepared, span);
  const fingerprint = describe(prepared, span);
  expect(fingerprint === null).toBe(snapped === null);
  if (snapped === null || fingerprint === null) return;
  const token = encode(fingerprint);
  expect(decode(token)).toEqual({ fingerprint });
  const resolution = resolve(prepared, fingerprint);
  const place = toPassageSpan(prepared, snapped);
  expect(resolution).toMatchObject({ outcome: 'exact', span: place, evidence: { isTextUnchanged: true } });
  expect(encode(getFingerprint(text, place))).toBe(token);
}

suite('a passage', () => {
  it.each(UGLY_TEXTS)('is found exactly where it was described, anywhere in %s', (_what, text) => {
    const step = Math.ceil(text.length / 30);
    for (let start = 0; start < text.length; start += step) {
      for (let end = start + 1; end <= text.length; end += step) checkInPlace(text, toSpan(start, end));
    }
  });

  it.each([...SEED_TEXTS])('is found exactly where it was described in article %s', (_id, text) => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 600 }), (start, length) => {
        checkInPlace(text, toSpan(start, Math.min(text.length, start + length)));
      }),
      { numRuns: 60, seed: RANDOM_SEED },
    );
  });

  it('is found exactly where it was described in random texts', () => {
    fc.assert(
      fc.property(
        uglyText(60).chain((text) => fc.tuple(fc.constant(text), rangeOf(text))),
        ([text, { start, end }]) => checkInPlace(text, toSpan(start, end)),
      ),
      { numRuns: 400, seed: RANDOM_SEED },
    );
  });

  it('covers the selection, but for white space and what is invisible at its ends', () => {
    for (const [, text] of UGLY_TEXTS) {
      for (let start = 0; start < text.length; start += 3) {
        for (let end = start + 1; end <= Math.min(text.length, start + 24); end += 1) {
          const prepared = prepareText(text);
          const snapped = snap(prepared, toSpan(start, end));
          if (snapped === null || snapped.edgeBefore === 7 || snapped.edgeAfter === 7) continue;
          const place = toPassageSpan(prepared, snapped);
          expect(fold(text.slice(start, Math.max(start, place.start))).text.trim()).toBe('');
          expect(fold(text.slice(Math.min(end, place.end), end)).text.trim()).toBe('');
        }
      }
    }
  });

  it('is not described where there is no word', () => {
    expect(describe(' «» … 😀 ', toSpan(0, 8))).toBeNull();
    expect(describe('', toSpan(0, 0))).toBeNull();
    expect(() => describe('قال', toSpan(0, 4))).toThrow(RangeError);
  });
});

const SENTENCE = 'وجرى استقبال الرئيس الروسي في ساحة كيم إيل سونغ، مع عرض عسكري، ورقصات جماعية';

suite('resolve', () => {
  it('says exact when text is put above and below', () => {
    const { resolution, found } = follow(SENTENCE, (text) => `خبر آخر من مكان آخر.\n\n${text}\n\nشاركها.`);
    expect(resolution.outcome).toBe('exact');
    expect(found).toBe(SENTENCE);
  });

  it('says respelled when only the spelling changed', () => {
    const { resolution, found } = follow(SENTENCE, (text) => text.replaceAll('إ', 'ا').replaceAll('،', ','));
    expect(resolution.outcome).toBe('respelled');
    expect(found).toBe(SENTENCE.replaceAll('إ', 'ا').replaceAll('،', ','));
  });

  it('says edited and which words are others', () => {
    const { resolution, found } = follow(SENTENCE, (text) => text.replace('مع عرض عسكري', 'مع حفل عسكري'));
    expect(found).toBe(SENTENCE.replace('عرض', 'حفل'));
    expect(resolution.outcome).toBe('edited');
  });

  it('finds one of two words where it stood when the other was taken out', () => {
    const { found } = follow('عرض عسكري', (text) => text.replace('عرض عسكري، ورقصات', 'عرض، ورقصات'));
    expect(found).toBe('عرض');
  });

  it('names the changed words of a short passage', () => {
    const { resolution } = follow('مع عرض عسكري، ورقصات جماعية', (text) =>
      text.replace('عرض عسكري', 'حفل عسكري'),
    );
    if (resolution.outcome !== 'edited') expect.fail(resolution.outcome);
    const edited = ARTICLE.replace('عرض عسكري', 'حفل عسكري');
    expect(resolution.changed.map(({ start, end }) => edited.slice(start, end))).toEqual(['حفل']);
    expect(resolution.missing).toBe(1);
  });

  it('says moved when nothing around it is as it was', () => {
    const { resolution, found } = follow(
      SENTENCE,
      (text) => `${text.replace(SENTENCE, '')}\n\nثم كتب أيضا: ${SENTENCE} انتهى`,
    );
    expect(resolution.outcome).toBe('moved');
    expect(found).toBe(SENTENCE);
  });

  it('says gone and shows the nearest sentence when the passage was deleted', () => {
    const { resolution, found } = follow(SENTENCE, (text) => text.replace(SENTENCE, ''));
    expect(resolution).toMatchObject({ outcome: 'gone', wordCount: 14 });
    expect(found).toBeNull();
  });

  it('says gone when the passage was deleted and its wording stands elsewhere', () => {
    const text = `${ARTICLE}\n\nوكتبت صحيفة أخرى: ${SENTENCE} في ذلك اليوم.`;
    const start = text.indexOf(SENTENCE);
    const fingerprint = getFingerprint(text, toSpan(start, start + SENTENCE.length));
    expect(resolve(text.replace(SENTENCE, ''), fingerprint).outcome).toBe('gone');
  });

  it('says ambiguous when the wording now stands twice and nothing around either is as it was', () => {
    const { resolution } = follow(
      SENTENCE,
      () => `أولا ${SENTENCE} انتهى هنا.\n\nثانيا ${SENTENCE} انتهى هناك.`,
    );
    if (resolution.outcome !== 'ambiguous') expect.fail(resolution.outcome);
    expect(resolution.candidates).toHaveLength(2);
  });

  it('finds wording that stands twice by the surroundings that came along with its paragraph', () => {
    // In a caption as well, a few words away: it sees the same words around it, though not next to it.
    const words = 'بنية الجغرافيا السياسية العالمية';
    const [, text = ''] = Array.from(SEED_TEXTS).find(([, one]) => one.split(words).length === 3) ?? [];
    for (const start of [text.indexOf(words), text.lastIndexOf(words)]) {
      const fingerprint = getFingerprint(text, toSpan(start, start + words.length));
      const reversed = EDITS.reversed(text);
      const places = [reversed.indexOf(words), reversed.lastIndexOf(words)];
      const resolution = resolve(reversed, fingerprint);
      if (!('span' in resolution)) expect.fail(resolution.outcome);
      const paragraph = text.slice(text.lastIndexOf('\n', start) + 1, start);
      expect(places).toContain(resolution.span.start);
      expect(reversed.slice(0, resolution.span.start).endsWith(paragraph)).toBe(true);
    }
  });

  it('says gone in a text that has nothing to do with it', () => {
    for (const [, text] of TEXTS) {
      if (text.includes('استقبال الرئيس الروسي في ساحة')) continue;
      const { resolution } = follow(SENTENCE, () => text);
      expect(resolution.outcome).toBe('gone');
    }
  });
});

suite('a token', () => {
  it('is read back as it was written, for any fingerprint', () => {
    const bits = (width: number): fc.Arbitrary<number> => fc.nat(2 ** width - 1);
    const anyToken = fc.tuple(
      fc.constantFrom(...SEED_TEXTS.values()),
      fc.nat(),
      fc.integer({ min: 1, max: 400 }),
      bits(12),
    );
    fc.assert(
      fc.property(anyToken, ([text, at, length, textDigest]) => {
        const start = at % (text.length - length);
        const described = describe(text, toSpan(start, start + length));
        if (described === null) return;
        const fingerprint = { ...described, textDigest };
        expect(decode(encode(fingerprint))).toEqual({ fingerprint });
      }),
      { numRuns: 60, seed: RANDOM_SEED },
    );
  });

  it('is known as damaged when its end is missing', () => {
    const token = encode(getFingerprint(ARTICLE, spanOf(ARTICLE, SENTENCE)));
    const cut = Array.from({ length: token.length }, (_, length) => decode(token.slice(0, length)));
    expect(cut.filter(({ problem }) => problem !== 'damaged').length).toBeLessThanOrEqual(1);
  });

  it('gives an outcome whatever it holds', () => {
    const base64 = fc.string({
      unit: fc.constantFrom(...Array.from('ABCDEFGHabcdefgh0123456789-_')),
      maxLength: 140,
    });
    fc.assert(
      fc.property(fc.oneof(base64, fc.string({ unit: 'binary' }), uglyText()), (token) => {
        const decoded = decode(token);
        if (decoded.problem !== undefined) return;
        expect(encode(decoded.fingerprint)).toBe(token);
        expect(() => resolve(ARTICLE, decoded.fingerprint)).not.toThrow();
      }),
      { numRuns: 3_000, seed: RANDOM_SEED },
    );
  });

  it('leads to an outcome with any bits in it and any text', () => {
    const words = (count: number): fc.Arbitrary<number[]> =>
      fc.array(fc.nat(31), { minLength: count, maxLength: count });
    const anyLevel = fc.tuple(fc.nat(LEVELS.length - 1), fc.constantFrom<Version>(0, 1));
    const some = anyLevel.chain(([level, version]) => {
      const { side = 0, end = 0 } = LEVELS[level] ?? {};
      return fc.record<Fingerprint>({
        version: fc.constant(version),
        textDigest: fc.nat(4_095),
        passageDigest: fc.nat(63),
        gapDigest: fc.nat(63),
        edgeBefore: fc.nat(7),
        edgeAfter: fc.nat(7),
        rival: fc.nat(2 ** RULES[version].rivalBits - 1),
        level: fc.constant(level),
        wordCount: fc.integer({ min: 2 * end + 1, max: 2 ** 20 }),
        before: words(side),
        after: words(side),
        head: words(end),
        tail: words(end),
        position: fc.option(fc.nat(2 ** 20 - 1)),
      });
    });
    fc.assert(
      fc.property(some, fc.constantFrom(...TEXTS.map(([, text]) => text)), (fingerprint, text) => {
        expect(decode(encode(fingerprint))).toEqual({ fingerprint });
        const resolution = resolve(text, fingerprint);
        const spans =
          'span' in resolution ? [resolution.span] : 'candidates' in resolution ? resolution.candidates : [];
        for (const { start, end } of spans) expect(start < end && end <= text.length).toBe(true);
      }),
      { numRuns: 400, seed: RANDOM_SEED },
    );
  });

  it('is resolved in a million characters', () => {
    const text = `${'قال بوتين إن كوريا تدعم '.repeat(42_000)}\n${ARTICLE}`;
    const resolution = resolve(text, getFingerprint(ARTICLE, spanOf(ARTICLE, SENTENCE)));
    expect(quote(text, resolution)).toBe(SENTENCE);
  });
});

suite('the frozen second version', () => {
  it.each(GOLDEN.words)('folds and hashes $text as ever', ({ text, folded, hash }) => {
    expect(fold(text).text).toBe(folded);
    expect(hashWord(folded)).toBe(hash);
    expect(Array.from(findWords(text).hashes)).toEqual([hash]);
  });

  it.each(GOLDEN.cuts)('cuts $text into words as ever', ({ text, words }) => {
    const { starts, ends } = findWords(text);
    expect(Array.from(starts, (start, index) => text.slice(start, ends[index]))).toEqual(words);
  });

  it.each(GOLDEN.tokens)('reads $token as ever', ({ article, start, end, token }) => {
    const text = SEED_TEXTS.get(article) ?? '';
    const { fingerprint } = decode(token);
    if (fingerprint === undefined) expect.fail('not read');
    expect(resolve(text, fingerprint)).toMatchObject({ outcome: 'exact', span: { start, end } });
    expect(encode(fingerprint)).toBe(token);
  });

  it.each(GOLDEN.edited)(
    'finds $token as ever after $edit',
    ({ article, token, edit, outcome, start, end }) => {
      const { fingerprint } = decode(token);
      if (fingerprint === undefined) expect.fail('not read');
      const found = resolve(EDITS[edit](SEED_TEXTS.get(article) ?? ''), fingerprint);
      expect(found.outcome).toBe(outcome);
      expect('span' in found ? found.span : {}).toEqual(start === undefined ? {} : { start, end });
    },
  );
});
