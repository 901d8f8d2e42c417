import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../search/search.ts';
import { toSpan } from '../../text/offsets.ts';
import { computeExcerpt } from './excerpt.ts';

const WORD = 'كلمة ';

/** A sentence of so many words, those at `places` found, standing after as many characters of another. */
function makeHit(words: number, places: readonly number[], before = 0): { text: string; hit: Hit } {
  const text = 'x'.repeat(before) + WORD.repeat(words).trimEnd();
  const matches = places.map((place) => {
    const start = before + place * WORD.length;
    return { ...toSpan(start, start + WORD.length - 1), grade: 'exact' as const };
  });
  return {
    text,
    hit: { sentence: toSpan(before, text.length), matches, grade: 'exact', isFurniture: false },
  };
}

/** The excerpt with what was found in brackets. */
function write(words: number, places: readonly number[], before = 0): string {
  const { text, hit } = makeHit(words, places, before);
  return computeExcerpt(text, hit)
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('');
}

describe('computeExcerpt', () => {
  it('shows a short sentence whole', () => {
    expect(write(3, [0, 2], 7)).toBe('[كلمة] كلمة [كلمة]');
  });

  it('cuts a long one behind words, and begins shortly before what was found', () => {
    const late = write(200, [100]);
    expect(late).toMatch(/^…كلمة [^[]{40,60}\[كلمة\] [^\]]+كلمة…$/);
    const early = write(200, [1]);
    expect(early).toMatch(/^كلمة \[كلمة\] .*كلمة…$/);
    expect(write(200, [199])).toMatch(/^….*\[كلمة\]$/);
  });

  it('shows of every sentence the first word found, whole, and every piece where it stands', () => {
    const places = fc.uniqueArray(fc.nat(120), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(places, fc.nat(40), (found, before) => {
        const sorted = found.toSorted((one, other) => one - other);
        const { text, hit } = makeHit(121, sorted, before);
        const pieces = computeExcerpt(text, hit).filter((piece) => piece.text !== '…');
        for (const { start, text: shown } of pieces)
          expect(text.slice(start, start + shown.length)).toBe(shown);
        const marked = pieces.filter(({ isMatch }) => isMatch).map(({ start }) => start);
        expect(marked).toEqual(hit.matches.slice(0, marked.length).map(({ start }) => start));
        expect(marked.length).toBeGreaterThan(0);
        expect(pieces.reduce((length, piece) => length + piece.text.length, 0)).toBeLessThanOrEqual(250);
      }),
    );
  });
});
