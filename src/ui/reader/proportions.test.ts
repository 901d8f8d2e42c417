import { describe, expect, it } from 'vitest';
import type { Article } from '../../corpus/collection.ts';
import { SEEDS } from '../../testing/seeds.ts';
import { toSpan } from '../../text/offsets.ts';
import { computeFurnitureShare, computePlace } from './proportions.ts';

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

describe('computeFurnitureShare', () => {
  it.each([
    ['none', '0-100', 100, 0],
    ['a quarter', '0-75 -75-100', 100, 0.25],
    ['two parts of it', '-0-10 10-60 -60-100', 100, 0.5],
    ['nothing else', '-0-100', 100, 1],
    ['an empty article', '', 0, 0],
  ])('answers for %s', (_what, parts, length, share) => {
    expect(computeFurnitureShare({ parts: parse(parts), length })).toBe(share);
  });
});
