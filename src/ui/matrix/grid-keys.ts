/** Where one is in a grid: rows and columns from 0, the headings of the rows being column 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns a grid has, and how many rows a page is. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** What of a pressed key matters. */
export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Where a key leads in a grid, as the ARIA practices have it: arrows by one cell, Home and End to the ends
 * of the row, with Ctrl to the ends of the grid, Page keys by as many rows as are seen. Null for a key
 * that moves nothing; the same place at an edge.
 */
export function moveInGrid(
  { key, ctrlKey }: GridKey,
  { row, column }: GridPlace,
  { rows, columns, page }: GridSize,
  direction: 'rtl' | 'ltr',
): GridPlace | null {
  const [last, end] = [rows - 1, columns - 1];
  const to = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.max(0, Math.min(last, nextRow)),
    column: Math.max(0, Math.min(end, nextColumn)),
  });
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return ctrlKey ? null : to(row, column + (key === forward ? 1 : -1));
    case 'ArrowUp':
      return ctrlKey ? null : to(row - 1, column);
    case 'ArrowDown':
      return ctrlKey ? null : to(row + 1, column);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? last : row, end);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    default:
      return null;
  }
}
