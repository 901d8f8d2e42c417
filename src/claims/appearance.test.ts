import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS } from '../testing/seeds.ts';
import { computeAppearances, HUES, LINES } from './appearance.ts';
import type { ClaimsOutline } from './outline.ts';

const NAME = { ar: 'اسم', en: 'name' };

/** Claims `0`, `1`, …, each in the group named; the groups in the order given. */
function outline(groups: readonly string[], ...claims: readonly string[]): ClaimsOutline {
  return {
    groups: groups.map((id) => ({ id, label: NAME })),
    claims: claims.map((group, index) => ({
      id: `${index}`,
      group,
      label: NAME,
      relation: 'same',
      evidence: [],
    })),
  };
}

describe('computeAppearances', () => {
  it('numbers claims from one, in their order', () => {
    const appearances = computeAppearances(outline(['x', 'y'], 'y', 'x', 'y'));
    expect(Array.from(appearances, ([id, { number }]) => [id, number])).toEqual([
      ['0', 1],
      ['1', 2],
      ['2', 3],
    ]);
  });

  it('takes the hue from the place of the group and the line from the place in it', () => {
    const appearances = computeAppearances(outline(['x', 'y'], 'y', 'x', 'y', 'x', 'x'));
    expect(Array.from(appearances.values(), ({ hue, line }) => [hue, line])).toEqual([
      [2, 1],
      [1, 1],
      [2, 2],
      [1, 2],
      [1, 3],
    ]);
  });

  it('begins again after the last hue and the last line', () => {
    const groups = Array.from({ length: HUES + 1 }, (_, index) => `g${index}`);
    const last = Array.from({ length: LINES + 1 }, () => `g${HUES}`);
    const appearances = Array.from(computeAppearances(outline(groups, ...last)).values());
    expect(appearances.map(({ hue }) => hue)).toEqual(last.map(() => 1));
    expect(appearances.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 1]);
  });

  it('gives a claim of an unlisted group a hue there is', () => {
    expect(computeAppearances(outline(['x'], 'gone')).get('0')).toEqual({ number: 1, hue: 1, line: 1 });
  });

  it('knows nothing of nothing', () => {
    expect(computeAppearances(outline(['x'])).size).toBe(0);
  });

  it('keeps hues and lines of the shipped claims in range, and numbers apart', () => {
    const appearances = Array.from(computeAppearances(SEED_CLAIMS).values());
    expect(appearances).toHaveLength(SEED_CLAIMS.claims.length);
    expect(new Set(appearances.map(({ number }) => number)).size).toBe(appearances.length);
    for (const { hue, line } of appearances) {
      expect(hue).toBeGreaterThanOrEqual(1);
      expect(hue).toBeLessThanOrEqual(HUES);
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(LINES);
    }
  });
});
