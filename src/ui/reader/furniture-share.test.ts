import { describe, expect, it } from 'vitest';
import type { Article } from '../../corpus/collection.ts';
import { toSpan } from '../../text/offsets.ts';
import { computeFurnitureShare } from './furniture-share.ts';

/** Parts written as their ranges, furniture with a dash before it: `0-10 -10-40 40-70`. */
function parse(parts: string): Article['parts'] {
  return Array.from(parts.matchAll(/(-?)(\d+)-(\d+)/g), ([, dash, start, end]) => {
    const range = toSpan(Number(start), Number(end));
    return dash === '-' ? { kind: 'furniture', furniture: 'ticker', range } : { kind: 'paragraph', range };
  });
}

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
