import { useLayoutEffect, useState, type RefObject } from 'react';

/** What the table is laid out with, in CSS pixels. */
export interface MatrixSizes {
  /** Width of the room that the table has. */
  readonly room: number;
  /** Height of a row of {@link MOST_LINES} lines. */
  readonly row: number;
  readonly line: number;
  /** Height of a line of what is told of a passage. */
  readonly factLine: number;
  readonly column: number;
  /** Width of the column of claims. */
  readonly claim: number;
  /** Height of the row of sources. */
  readonly head: number;
}

/**
 * The sizes that the style sheet gives cells and headings, read from empty boxes as large as they,
 * and read again whenever the window or the reader's text size changes. Null before the first reading.
 */
export function useSizes(
  scroller: RefObject<HTMLElement | null>,
  cell: RefObject<HTMLElement | null>,
  line: RefObject<HTMLElement | null>,
  corner: RefObject<HTMLElement | null>,
): MatrixSizes | null {
  const [sizes, setSizes] = useState<MatrixSizes | null>(null);
  useLayoutEffect(() => {
    const watched = [scroller.current, cell.current, line.current, corner.current];
    const read = () => {
      const [room, oneCell, oneLine, oneCorner] = watched;
      if (room == null || oneCell == null || oneLine == null || oneCorner == null) return;
      const next = {
        room: room.clientWidth,
        row: oneCell.offsetHeight,
        line: oneLine.getBoundingClientRect().height,
        factLine: Number.parseFloat(getComputedStyle(oneCorner).lineHeight),
        column: oneCell.offsetWidth,
        claim: oneCorner.offsetWidth,
        head: oneCorner.offsetHeight,
      };
      setSizes((last) => (last !== null && JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    read();
    const observer = new ResizeObserver(read);
    for (const element of watched) if (element !== null) observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, cell, line, corner]);
  return sizes;
}
