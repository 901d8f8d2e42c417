import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED } from '../../testing/ugly-texts.ts';
import { chooseFirstColumn, type ColumnRow } from './choose-columns.ts';

/** Columns written as letters: `x` makes the claim, `A` does and is the anchor, `a` is the anchor and does not. */
function parse(columns: string, fit: number, at: number): ColumnRow {
  const letters = Array.from(columns);
  return {
    makers: letters.map((letter) => /[xA]/.test(letter)),
    fit,
    at,
    anchor: letters.findIndex((letter) => /[aA]/.test(letter)),
  };
}

/** How many columns that make the claim are whole on the screen. */
function count({ makers, fit }: ColumnRow, from: number): number {
  return makers.filter((makes, index) => makes && index >= from - 0.05 && index + 1 <= from + fit + 0.05)
    .length;
}

describe('chooseFirstColumn', () => {
  it.each([
    ['stays where all are seen', 'xx---', 3, 0, null],
    ['stays where as many are seen as fit', 'xxxxx', 3, 2, null],
    ['stays where none makes the claim', '-----', 3, 1, null],
    ['brings one from beyond the edge', '---x-', 3, 0, 1],
    ['moves no further than it must', '----x', 3, 0, 2],
    ['moves back as well', 'x----', 3, 2, 0],
    ['brings as many as fit', '-x--xx', 3, 0, 3],
    ['takes the nearer of two', 'x---x', 2, 2, 3],
    ['keeps the anchor', 'A--xx', 3, 0, null],
    ['keeps the anchor and brings what fits beside it', '-A-x-', 3, 0, 1],
    ['keeps an anchor that does not make the claim', 'a-x-x', 3, 0, null],
    ['brings the anchor when it is not seen', '----A', 2, 0, 3],
    ['brings a column that is cut off', '--x', 2, 0.5, 1],
    ['leaves a column that is cut by a hair', 'xx-', 2, 0.02, null],
    ['on a phone brings the nearest', '--x-x', 1, 0, 2],
    ['on a phone stays with one that makes the claim', '--x-x', 1, 2, null],
    ['takes fewer columns than fit', '-x', 5, 0, null],
    ['takes no columns', '', 3, 0, null],
  ])('%s (%s, %i at once, from %d)', (_what, columns, fit, at, first) => {
    expect(chooseFirstColumn(parse(columns, fit, at))).toBe(first);
  });

  it('shows as many as any place does, the anchor among them, and no nearer place shows as many', () => {
    const row = fc
      .record({
        makers: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        fit: fc.integer({ min: 1, max: 5 }),
        place: fc.nat(),
        pick: fc.integer({ min: -1, max: 11 }),
      })
      .map(({ makers, fit, place, pick }): ColumnRow => {
        const last = Math.max(0, makers.length - fit);
        return { makers, fit, at: place % (last + 1), anchor: pick < makers.length ? pick : -1 };
      });
    fc.assert(
      fc.property(row, (given) => {
        const { makers, fit, at, anchor } = given;
        const places = Array.from({ length: Math.max(0, makers.length - fit) + 1 }, (_, from) => from).filter(
          (from) => anchor < 0 || (anchor >= from && anchor < from + fit),
        );
        const chosen = chooseFirstColumn(given) ?? at;
        expect(places).toContain(chosen);
        const most = Math.max(...places.map((from) => count(given, from)));
        expect(count(given, chosen)).toBe(most);
        const nearest = Math.min(
          ...places.filter((from) => count(given, from) === most).map((from) => Math.abs(from - at)),
        );
        expect(Math.abs(chosen - at)).toBe(nearest);
      }),
      { seed: RANDOM_SEED },
    );
  });
});
