import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { contains, overlaps, toSpan, toTextOffset, type Span } from './offsets.ts';

/** Every span within the first few offsets, empty ones included. */
const SMALL_SPANS: readonly Span[] = [0, 1, 2, 3, 4, 5].flatMap((start) =>
  [0, 1, 2, 3, 4, 5].filter((end) => end >= start).map((end) => toSpan(start, end)),
);

/** Whether a half-open range holds the code unit at an offset. */
function holds({ start, end }: Span, unit: number): boolean {
  return start <= unit && unit < end;
}

const UNITS = [0, 1, 2, 3, 4];

describe('toTextOffset', () => {
  it.each([0, 1, 20_000_000, Number.MAX_SAFE_INTEGER])('accepts %d', (value) => {
    expect(toTextOffset(value)).toBe(value);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53])(
    'refuses %d and names it',
    (value) => {
      expect(() => toTextOffset(value)).toThrow(new RangeError(`not a text offset: ${value}`));
    },
  );
});

describe('toSpan', () => {
  it.each([
    [0, 0],
    [0, 7],
    [7, 7],
  ])('accepts %d-%d', (start, end) => {
    expect(toSpan(start, end)).toEqual({ start, end });
  });

  it('refuses a span that ends before it starts, and names it', () => {
    expect(() => toSpan(5, 4)).toThrow(new RangeError('span ends before it starts: 5-4'));
  });

  it.each([
    [-1, 3],
    [0.5, 3],
    [0, 2.5],
    [Number.NaN, 3],
    [0, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
  ])('refuses %d-%d', (start, end) => {
    expect(() => toSpan(start, end)).toThrow(RangeError);
  });
});

describe('overlaps', () => {
  it('is true exactly where two spans share a code unit', () => {
    for (const one of SMALL_SPANS) {
      for (const other of SMALL_SPANS) {
        const isShared = UNITS.some((unit) => holds(one, unit) && holds(other, unit));
        expect(overlaps(one, other), JSON.stringify([one, other])).toBe(isShared);
      }
    }
  });

  it('does not depend on the order of its spans', () => {
    const span = fc.tuple(fc.nat(50), fc.nat(50)).map(([start, length]) => toSpan(start, start + length));
    fc.assert(
      fc.property(span, span, (one, other) => overlaps(one, other) === overlaps(other, one)),
      { seed: RANDOM_SEED },
    );
  });
});

describe('contains', () => {
  it('is true exactly where a span with code units has all of them in the outer one', () => {
    for (const outer of SMALL_SPANS) {
      for (const inner of SMALL_SPANS) {
        if (inner.start === inner.end) continue;
        const isInside = UNITS.every((unit) => !holds(inner, unit) || holds(outer, unit));
        expect(contains(outer, inner), JSON.stringify([outer, inner])).toBe(isInside);
      }
    }
  });

  it('places an empty span by its offset, ends included', () => {
    const outer = toSpan(2, 4);
    const inside = [0, 1, 2, 3, 4, 5].filter((at) => contains(outer, toSpan(at, at)));
    expect(inside).toEqual([2, 3, 4]);
  });
});
