import { describe, expect, it } from 'vitest';
import { moveInGrid } from './grid-keys.ts';

const SIZE = { rows: 30, columns: 6, page: 8 };

describe('a key pressed in a grid', () => {
  it.each([
    ['ArrowDown', false, [4, 2]],
    ['ArrowUp', false, [2, 2]],
    ['Home', false, [3, 0]],
    ['End', false, [3, 5]],
    ['Home', true, [0, 0]],
    ['End', true, [29, 5]],
    ['PageDown', false, [11, 2]],
    ['PageUp', false, [0, 2]],
  ])('%s (Ctrl %s) leads to %j, whichever way the page reads', (key, ctrlKey, [row, column]) => {
    for (const direction of ['rtl', 'ltr'] as const)
      expect(moveInGrid({ key, ctrlKey }, { row: 3, column: 2 }, SIZE, direction)).toEqual({ row, column });
  });

  it.each([
    ['rtl', 'ArrowLeft', 3],
    ['rtl', 'ArrowRight', 1],
    ['ltr', 'ArrowLeft', 1],
    ['ltr', 'ArrowRight', 3],
  ] as const)('in %s %s leads to column %i', (direction, key, column) => {
    expect(moveInGrid({ key, ctrlKey: false }, { row: 3, column: 2 }, SIZE, direction)).toEqual({
      row: 3,
      column,
    });
  });

  it('stays at the edges', () => {
    const corner = { row: 29, column: 5 };
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'End'])
      expect(moveInGrid({ key, ctrlKey: false }, corner, SIZE, 'ltr')).toEqual(corner);
  });

  it.each([
    ['a', false],
    ['Tab', false],
    ['Enter', false],
    ['ArrowLeft', true],
    ['ArrowDown', true],
  ])('%s (Ctrl %s) is not for the grid', (key, ctrlKey) => {
    expect(moveInGrid({ key, ctrlKey }, { row: 0, column: 0 }, SIZE, 'rtl')).toBeNull();
  });
});
