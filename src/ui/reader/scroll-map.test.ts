import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED } from '../../testing/ugly-texts.ts';
import { findChain, makeScrollMap, type Pair } from './scroll-map.ts';

/** Pairs written as `10:200 40:300`. */
function parse(pairs: string): Pair[] {
  return Array.from(pairs.matchAll(/(-?\d+):(-?\d+)/g), ([, first, second]) => ({
    first: Number(first),
    second: Number(second),
  }));
}

function write(pairs: readonly Pair[]): string {
  return pairs.map(({ first, second }) => `${first}:${second}`).join(' ');
}

describe('findChain', () => {
  it.each([
    ['nothing', '', ''],
    ['one', '10:20', '10:20'],
    ['pairs in order', '10:20 30:40', '10:20 30:40'],
    ['pairs out of order in the list', '30:40 10:20', '10:20 30:40'],
    ['one that goes back', '10:50 20:10 30:20 40:60', '20:10 30:20 40:60'],
    ['two that say the same, once', '10:20 10:20', '10:20'],
    ['one place with two, of which one continues', '10:20 10:80 20:40', '10:20 20:40'],
    ['two places with one', '10:20 20:20 30:40', '20:20 30:40'],
  ])('answers for %s (%s)', (_what, pairs, chain) => {
    expect(write(findChain(parse(pairs)))).toBe(chain);
  });

  it('is as long as any, and grows in both', () => {
    const place = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(fc.array(fc.record({ first: place, second: place }), { maxLength: 9 }), (pairs) => {
        const chain = findChain(pairs);
        expect(isGrowing(chain)).toBe(true);
        for (const pair of chain) expect(pairs).toContain(pair);
        expect(chain).toHaveLength(measureLongest(pairs));
      }),
      { seed: RANDOM_SEED },
    );
  });
});

function isGrowing(pairs: readonly Pair[]): boolean {
  return pairs.every((pair, index) => {
    const before = pairs[index - 1];
    return before === undefined || (before.first < pair.first && before.second < pair.second);
  });
}

/** The length of the longest chain, by trying every choice of pairs. */
function measureLongest(pairs: readonly Pair[]): number {
  const sorted = pairs.toSorted((one, other) => one.first - other.first);
  let longest = 0;
  for (let choice = 0; choice < 2 ** sorted.length; choice += 1) {
    const chosen = sorted.filter((_, index) => (choice >> index) % 2 === 1);
    if (isGrowing(chosen)) longest = Math.max(longest, chosen.length);
  }
  return longest;
}

describe('makeScrollMap', () => {
  const most = { first: 1_000, second: 2_000 };

  it.each([
    ['the start', '200:900', 0, 0],
    ['an anchor', '200:900', 200, 900],
    ['between the start and an anchor, in proportion', '200:900', 100, 450],
    ['between two anchors, in proportion', '200:900 400:1000', 300, 950],
    ['between an anchor and the end, in proportion', '200:900', 600, 1_450],
    ['the end', '200:900', 1_000, 2_000],
    ['beyond the end', '200:900', 1_200, 2_000],
    ['before the start', '200:900', -10, 0],
    ['columns that share nothing', '', 250, 500],
    ['passages that cannot come to the height', '-40:300 1100:1200', 500, 1_000],
  ])('answers for %s (%s)', (_what, pairs, first, second) => {
    expect(makeScrollMap(parse(pairs), most, null).toSecond(first)).toBeCloseTo(second, 9);
  });

  it('goes through what the reader has brought to one height, against any longer chain', () => {
    const pairs = parse('100:1100 200:1200 300:1300 400:100');
    expect(makeScrollMap(pairs, most, null).toSecond(300)).toBeCloseTo(1_300, 9);
    const map = makeScrollMap(pairs, most, { first: 400, second: 100 });
    expect(map.toSecond(400)).toBeCloseTo(100, 9);
    expect(map.toFirst(100)).toBeCloseTo(400, 9);
    expect(map.toSecond(300)).toBeCloseTo(75, 9);
  });

  it('stands where the focus has brought one column to its very start', () => {
    const map = makeScrollMap(parse('50:400'), most, { first: 0, second: 60 });
    expect(map.toSecond(0)).toBe(60);
    expect(map.toSecond(50)).toBeCloseTo(400, 9);
    expect(map.toFirst(60)).toBe(0);
    expect(map.toFirst(10)).toBe(0);
  });

  it('moves a column that cannot be scrolled nowhere', () => {
    const map = makeScrollMap([], { first: 0, second: 500 }, null);
    expect(map.toFirst(250)).toBe(0);
    expect(makeScrollMap([], { first: 500, second: 0 }, null).toSecond(250)).toBe(0);
  });

  const place = fc.integer({ min: -50, max: 650 });
  const pairs = fc.array(fc.record({ first: place, second: place }), { maxLength: 30 });
  const length = fc.integer({ min: 1, max: 600 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('is monotone, stays within both columns and is undone by its other way', () => {
    fc.assert(
      fc.property(pairs, length, length, fc.array(share), (given, first, second, shares) => {
        const map = makeScrollMap(given, { first, second }, null);
        const places = shares.map((part) => part * first).toSorted((one, other) => one - other);
        const mapped = places.map(map.toSecond);
        for (const [index, top] of mapped.entries()) {
          expect(top).toBeGreaterThanOrEqual(mapped[index - 1] ?? 0);
          expect(top).toBeLessThanOrEqual(second);
          expect(map.toFirst(top)).toBeCloseTo(places[index]!, 6);
        }
      }),
      { seed: RANDOM_SEED },
    );
  });

  it('is exact at every anchor and at what is in focus', () => {
    fc.assert(
      fc.property(pairs, length, length, fc.option(fc.tuple(share, share)), (given, first, second, at) => {
        const through = at === null ? null : { first: at[0] * first, second: at[1] * second };
        const map = makeScrollMap(given, { first, second }, through);
        const usable = given.filter(
          (pair) => pair.first > 0 && pair.second > 0 && pair.first < first && pair.second < second,
        );
        for (const pair of through === null ? findChain(usable) : []) {
          expect(map.toSecond(pair.first)).toBeCloseTo(pair.second, 6);
          expect(map.toFirst(pair.second)).toBeCloseTo(pair.first, 6);
        }
        if (through !== null && through.first > 0 && through.first < first)
          expect(map.toSecond(through.first)).toBeCloseTo(through.second, 6);
      }),
      { seed: RANDOM_SEED },
    );
  });
});
