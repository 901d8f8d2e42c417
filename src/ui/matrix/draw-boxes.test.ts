import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED } from '../../testing/ugly-texts.ts';
import { findBox, layOutBoxes } from './draw-boxes.ts';

const SIZES = fc.record({
  width: fc.integer({ min: 200, max: 2_000 }),
  height: fc.integer({ min: 0, max: 1_500 }),
  rows: fc.integer({ min: 1, max: 300 }),
  columns: fc.integer({ min: 1, max: 200 }),
});

describe('layOutBoxes', () => {
  it.each([
    ['a wide screen', { width: 1400, height: 650 }, 35, 5],
    ['a phone', { width: 374, height: 470 }, 35, 5],
    ['a phone and many sources', { width: 374, height: 500 }, 35, 19],
  ])('has room for marks and for what names rows and columns: %s', (_where, room, rows, columns) => {
    const { row, column, names, head } = layOutBoxes(room, rows, columns);
    expect(Math.min(row, column) - 2).toBeGreaterThanOrEqual(9);
    expect(names).toBeGreaterThan(100);
    expect(head).toBeGreaterThan(0);
  });

  it('numbers sources where a name would be cut', () => {
    expect(layOutBoxes({ width: 374, height: 470 }, 35, 5).isNumbered).toBe(true);
    expect(layOutBoxes({ width: 1400, height: 650 }, 35, 5).isNumbered).toBe(false);
  });

  it('lets all of them stand on one screen that has room for them', () => {
    fc.assert(
      fc.property(SIZES, ({ width, height, rows, columns }) => {
        const { row, column, names, head } = layOutBoxes({ width, height }, rows, columns);
        // Where a row would be too low to be pointed at, what there is to read is scrolled.
        const least = rows <= 60 ? 6 : 1;
        expect(row).toBeGreaterThanOrEqual(least);
        if (head + least * rows <= height) expect(head + row * rows).toBeLessThanOrEqual(height + 0.001);
        expect(names + column * columns).toBeLessThanOrEqual(width + 0.001);
      }),
      { seed: RANDOM_SEED },
    );
  });

  it('finds the box at its own middle, whatever the room', () => {
    fc.assert(
      fc.property(SIZES, fc.nat(), fc.nat(), ({ width, height, rows, columns }, down, across) => {
        const layout = layOutBoxes({ width, height }, rows, columns);
        const place = { row: down % rows, column: across % columns };
        const x = layout.names + (place.column + 0.5) * layout.column;
        const y = layout.head + (place.row + 0.5) * layout.row;
        expect(findBox(layout, { x, y }, rows, columns)).toEqual(place);
      }),
      { seed: RANDOM_SEED },
    );
  });
});
