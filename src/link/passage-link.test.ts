import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage as describePassageByToken } from '../anchoring/anchoring.ts';
import { describe as describePassage, QUOTE_LIMIT, resolve } from '../anchoring/passage.ts';
import { anyTarget } from '../testing/arbitrary-views.ts';
import { SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import { toSpan } from '../text/offsets.ts';
import { decodePassage, encodePassage, type QuotedPassage } from './passage-link.ts';
import { DEFAULT_VIEW, encodeView } from './view-link.ts';

const SHORT: QuotedPassage = {
  article: '004',
  selector: { span: toSpan(10, 15), head: 'بوتين', tail: null, digest: 35 },
};
const LONG: QuotedPassage = {
  article: 'a-b',
  selector: { span: toSpan(0, 36 ** 3), head: 'بوتين', tail: 'كيم', digest: 0xffff_ffff },
};

describe('encodePassage', () => {
  it('writes article, range, digest and quotation', () => {
    expect(encodePassage(SHORT)).toBe('004.a-f.z.2KjZiNiq2YrZhg');
    expect(encodePassage(LONG)).toBe('a-b.0-1000.1z141z3.2KjZiNiq2YrZhg.2YPZitmF');
  });

  it('takes some two hundred characters for the longest quotation in Arabic', () => {
    const text = 'كلمات '.repeat(10) + 'كلما';
    const selector = describePassage(text, toSpan(0, QUOTE_LIMIT))!;
    expect(selector.tail).toBeNull();
    expect(encodePassage({ article: '000', selector }).length).toBeLessThan(200);
  });
});

describe('the second version', () => {
  it('writes article and token', () => {
    expect(encodePassage({ article: '004', token: 'A-b_9' })).toBe('004.A-b_9');
    expect(decodePassage('004.A-b_9')).toEqual({ article: '004', token: 'A-b_9' });
  });

  it.each([
    ['no token', '004.'],
    ['a token of one character, which has nothing to check', '004.A'],
    ['a token longer than any', `004.${'A'.repeat(129)}`],
    ['another alphabet of base64', '004.A+/b'],
    ['percent sequences', '004.%D9%82'],
    ['no article', '.AAAA'],
  ])('refuses %s', (_what, code) => {
    expect(decodePassage(code)).toBeNull();
  });

  it('names five passages of five articles in fewer than 300 characters, view included', () => {
    const passages = Array.from(SEED_TEXTS, ([article, text]) => {
      const start = text.indexOf('\n', 600) + 1;
      const token = describePassageByToken(text, toSpan(start, start + 300));
      return { article, token: token ?? expect.fail('nothing to name') };
    });
    expect(passages).toHaveLength(5);
    const address = encodeView({
      ...DEFAULT_VIEW,
      sources: passages.map(({ article }) => article),
      claim: 'mutual-aid',
      passages,
    });
    expect(address.length).toBeLessThan(300);
  });
});

describe('encodePassage and decodePassage', () => {
  it('are inverse for every passage', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        expect(decodePassage(encodePassage(target))).toEqual(target);
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });

  it('are inverse for every quotation', () => {
    const quotation = fc
      .oneof(...UGLY_TEXTS.map(([, text]) => fc.constant(text)), uglyText(), fc.string({ unit: 'grapheme' }))
      .map((text) =>
        text
          .toWellFormed()
          .slice(0, QUOTE_LIMIT)
          .replace(/\p{Surrogate}/gu, ''),
      )
      .filter((text) => text !== '');
    fc.assert(
      fc.property(quotation, fc.option(quotation), (head, tail) => {
        const target = { article: '0', selector: { span: toSpan(0, 1), head, tail, digest: 0 } };
        expect(decodePassage(encodePassage(target))).toEqual(target);
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });

  it.each(Array.from(SEED_TEXTS))('carry passages of article %s so that they are found', (article, text) => {
    for (let start = 0; start < text.length; start += 97) {
      for (const length of [1, 30, 64, 65, 300]) {
        const span = toSpan(start, Math.min(text.length, start + length));
        const selector = describePassage(text, span);
        if (selector === null) continue;
        const read = decodePassage(encodePassage({ article, selector }));
        expect(read).toEqual({ article, selector });
        if (read === null || 'token' in read) expect.fail('read as another version');
        expect(resolve(text, read.selector).outcome).toBe('exact');
      }
    }
  });

  it('write what was read, wherever something is read', () => {
    const seen = { read: 0, refused: 0 };
    const code = fc.oneof(anyTarget.map(encodePassage), fc.constant(encodePassage(LONG)));
    const change = fc.record({
      pick: fc.nat(),
      with: fc.constantFrom('', '0', 'a', 'A', '_', '-', '.', '='),
    });
    fc.assert(
      fc.property(code, change, (whole, { pick, with: other }) => {
        const at = pick % (whole.length + 1);
        const changed = whole.slice(0, at) + other + whole.slice(at + 1);
        const target = decodePassage(changed);
        seen[target === null ? 'refused' : 'read'] += 1;
        if (target !== null) expect(encodePassage(target)).toBe(changed);
      }),
      { numRuns: 2_000, seed: RANDOM_SEED },
    );
    // The property says something only if both outcomes were tried often.
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(200);
  });
});

describe('decodePassage', () => {
  it.each([
    ['nothing', ''],
    ['no quotation', '004.a-f.z'],
    ['an empty quotation', '004.a-f.z.'],
    ['an empty ending', '004.a-f.z.2KjZiNiq2YrZhg.'],
    ['a third quotation', '004.a-f.z.2KjZiNiq2YrZhg.2YPZitmF.2YPZitmF'],
    ['no article', '.a-f.z.2KjZiNiq2YrZhg'],
    ['an article with script', '<b>.a-f.z.2KjZiNiq2YrZhg'],
    ['an article with a long name', `${'x'.repeat(65)}.a-f.z.2KjZiNiq2YrZhg`],
    ['an empty range', '004.a-a.z.2KjZiNiq2YrZhg'],
    ['a reversed range', '004.f-a.z.2KjZiNiq2YrZhg'],
    ['a range with a zero before it', '004.0a-f.z.2KjZiNiq2YrZhg'],
    ['a range in capitals', '004.A-F.z.2KjZiNiq2YrZhg'],
    ['a range with a sign', '004.-a-f.z.2KjZiNiq2YrZhg'],
    ['a range of many digits', '004.a-zzzzzzzz.z.2KjZiNiq2YrZhg'],
    ['a digest of more than 32 bits', '004.a-f.1z141z4.2KjZiNiq2YrZhg'],
    ['a digest with a zero before it', '004.a-f.0z.2KjZiNiq2YrZhg'],
    ['padding', '004.a-f.z.2KjZiNiq2YrZhg=='],
    ['another alphabet of base64', '004.a-f.z.wqv+/w'],
    ['a length that base64 has not', '004.a-f.z.2KjZi'],
    ['bits to spare', '004.a-f.z.2KjZiNiq2YrZhh'],
    ['what is no UTF-8', '004.a-f.z._____w'],
    ['half a character of UTF-8', '004.a-f.z.2A'],
    ['a surrogate in UTF-8', '004.a-f.z.7aC9'],
    ['a character written longer than need be', '004.a-f.z.wIA'],
    ['an ending that is no UTF-8', '004.a-f.z.2KjZiNiq2YrZhg._____w'],
    ['a quotation beyond all limits', `004.a-f.z.${'2KjZ'.repeat(200)}`],
    ['percent sequences', '004.a-f.z.%D9%82'],
    ['a line end', '004.a-f.z.2KjZiNiq2YrZhg\n'],
    ['white space', ' 004.a-f.z.2KjZiNiq2YrZhg'],
  ])('refuses %s', (_what, code) => {
    expect(decodePassage(code)).toBeNull();
  });

  it('keeps a byte order mark and controls as the text they are', () => {
    const selector = { span: toSpan(0, 3), head: '\uFEFF\u0000\u202E', tail: null, digest: 1 };
    expect(decodePassage(encodePassage({ article: '0', selector }))).toEqual({ article: '0', selector });
  });

  it('throws for no string', () => {
    const anyText = fc.oneof(uglyText(), fc.string({ unit: 'binary' }), fc.base64String());
    const start = fc.constantFrom('', '004.a-f.z.', '004.');
    fc.assert(
      fc.property(start, anyText, (beginning, text) => {
        const target = decodePassage(beginning + text);
        if (target !== null) expect(encodePassage(target)).toBe(beginning + text);
      }),
      { numRuns: 2_000, seed: RANDOM_SEED },
    );
  });

  it('ends soon for 100,000 characters', () => {
    for (const code of ['a', '.', '-', 'a.', '004.a-f.z.a']) {
      expect(decodePassage(code.repeat(100_000 / code.length))).toBeNull();
    }
  });
});
