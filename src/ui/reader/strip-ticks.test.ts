import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMarks } from '../../claims/coverage.ts';
import { SEED_CLAIMS, SEEDS } from '../../testing/seeds.ts';
import type { Article } from '../../corpus/collection.ts';
import { RANDOM_SEED } from '../../testing/ugly-texts.ts';
import { toSpan } from '../../text/offsets.ts';
import { computePlace, placeTicks, type Tick } from './strip-ticks.ts';

/** Parts written as their ranges, furniture with a dash before it: `0-10 -10-40 40-70`. */
function parse(parts: string): Article['parts'] {
  return Array.from(parts.matchAll(/(-?)(\d+)-(\d+)/g), ([, dash, start, end]) => {
    const range = toSpan(Number(start), Number(end));
    return dash === '-' ? { kind: 'furniture', furniture: 'ticker', range } : { kind: 'paragraph', range };
  });
}

describe('computePlace', () => {
  it.each([
    ['the beginning', '0-100', 0, 0],
    ['the middle', '0-100', 50, 0.5],
    ['the end', '0-100', 100, 1],
    ['after furniture', '-0-900 900-1000', 900, 0],
    ['beyond furniture', '0-50 -50-950 950-1000', 975, 0.75],
    ['within furniture, where it was left out', '0-50 -50-950 950-1000', 500, 0.5],
    ['at the end, before furniture', '0-100 -100-900', 100, 1],
    ['between two parts', '0-40 50-110', 45, 0.4],
    ['an article that is furniture alone', '-0-100', 50, 0],
    ['an article without parts', '', 0, 0],
  ])('answers for %s (%s at %i)', (_what, parts, offset, place) => {
    expect(computePlace({ parts: parse(parts) }, offset)).toBeCloseTo(place, 12);
  });

  it('never goes back, from 0 to 1, in any shipped article', () => {
    for (const article of SEEDS.articles) {
      const places = Array.from({ length: article.length + 1 }, (_, offset) => computePlace(article, offset));
      expect(places[0]).toBe(0);
      expect(places.at(-1)).toBe(1);
      expect(places.every((place, index) => place >= (places[index - 1] ?? 0))).toBe(true);
    }
  });
});

const EPSILON = 1e-6;

/** The pairs of ticks that cover one another, and the ticks that leave the strip. */
function findFaults({ ticks, height }: ReturnType<typeof placeTicks>): unknown[] {
  const covers = (one: Tick, other: Tick) =>
    Math.abs(one.top - other.top) < height - EPSILON &&
    one.lane / one.lanes < (other.lane + 1) / other.lanes - EPSILON &&
    other.lane / other.lanes < (one.lane + 1) / one.lanes - EPSILON;
  return ticks.flatMap((one, index) => [
    ...ticks.slice(index + 1).flatMap((other) => (covers(one, other) ? [[one, other]] : [])),
    ...(one.top < 0 || one.top + height > 1 + EPSILON || one.lane >= one.lanes ? [one] : []),
  ]);
}

/** Each tick as `top lane/lanes`, tops in percent of the way that a tick can go. */
function write({ ticks, height }: ReturnType<typeof placeTicks>): string[] {
  return ticks.map(
    ({ top, lane, lanes }) => `${((top / (1 - height)) * 100).toFixed(1)} ${lane + 1}/${lanes}`,
  );
}

describe('placeTicks', () => {
  it.each([
    ['none', [], []],
    ['one', [0.5], ['50.0 1/1']],
    ['the first and the last place', [0, 1], ['0.0 1/1', '100.0 1/1']],
    ['ticks far from one another', [0.2, 0.4], ['20.0 1/1', '40.0 1/1']],
    ['two at one place', [0.5, 0.5], ['50.0 1/2', '50.0 2/2']],
    ['two that meet', [0.51, 0.5], ['51.0 2/2', '50.0 1/2']],
    ['three at one place', [0.5, 0.5, 0.5], ['50.0 1/3', '50.0 2/3', '50.0 3/3']],
    ['a fourth, which stands lower', [0.5, 0.5, 0.5, 0.5], ['50.0 1/3', '50.0 2/3', '50.0 3/3', '51.5 1/1']],
    [
      'a fourth at the end, before which the others go up',
      [1, 1, 1, 1],
      ['98.5 1/1', '100.0 2/3', '100.0 3/3', '100.0 1/3'],
    ],
  ])('places %s', (_what, places, written) => {
    expect(write(placeTicks(places))).toEqual(written);
  });

  it('lets no tick cover another or leave the strip, whatever the places', () => {
    const place = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.3, 0.301, 1));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 200 }), (places) => {
        expect(findFaults(placeTicks(places))).toEqual([]);
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });

  it('moves no tick of the shipped articles by more than its height', () => {
    const marks = computeMarks(SEED_CLAIMS.claims);
    for (const article of SEEDS.articles) {
      const places = (marks.get(article.id) ?? []).map(({ span }) => computePlace(article, span.start));
      const { ticks, height } = placeTicks(places);
      const moved = ticks.map(({ top }, index) => Math.abs(top - (places[index] ?? 0) * (1 - height)));
      expect(Math.max(...moved)).toBeLessThanOrEqual(height);
      expect(findFaults({ ticks, height })).toEqual([]);
    }
  });
});
