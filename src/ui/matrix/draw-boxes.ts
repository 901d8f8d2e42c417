import { ROW_RELATIONS, type RowRelation } from '../../claims/matrix.ts';
import type { MatrixModel } from './matrix-model.ts';
import { MARK_PATHS, MARK_SIDE } from './RelationMark.tsx';

/** Where boxes and names stand, in CSS pixels; widths may be parts of a pixel where there are many. */
export interface BoxLayout {
  readonly row: number;
  readonly column: number;
  /** Width of the claims' names; 0 where there is no room for them. */
  readonly names: number;
  /** Height of the sources' names, or of the numbers in their place; 0 where there is no room for them. */
  readonly head: number;
  /** Whether sources have a number above their boxes, for want of room for a name. */
  readonly isNumbered: boolean;
}

const LARGEST_ROW = 28;
const LARGEST_COLUMN = 160;
/** The least that a line of names needs. */
const LEAST_LINE = 12;
/** The least width that says something of a source's name. */
const LEAST_NAME = 34;
/** Two lines of a source's name. */
const HEAD = 40;
const WIDEST_NAMES = 320;
/** Smaller boxes have no room for a mark: there the shade alone tells relations apart. */
const LEAST_MARKED = 9;

/** Narrower columns have no room for a name of a few words. */
const NAMED = 60;
/** Height of numbers in the place of names. */
const NUMBERS = 22;
/** So many sources can be told by number. */
const MOST_NUMBERED = 20;

/** So many rows are pointed at one by one, and are at least so high, in CSS pixels; of more the whole is what counts. */
const POINTED = { rows: 60, least: 6 } as const;

/**
 * Lays boxes out so that all of them stand in the room they have, so that the whole is seen at once; the names of
 * claims and sources beside them where these can be read. Where few rows would be too low to be pointed at, as in
 * a window that is hardly higher than its bars, they are scrolled.
 */
export function layOutBoxes(
  room: { readonly width: number; readonly height: number },
  rows: number,
  columns: number,
): BoxLayout {
  const named = Math.min(WIDEST_NAMES, room.width * 0.42);
  const least = rows <= POINTED.rows ? POINTED.least : 1;
  const layOut = (names: number): BoxLayout => {
    const column = Math.min(LARGEST_COLUMN, Math.max(1, (room.width - names) / Math.max(1, columns)));
    const isNumbered = column < NAMED && column >= LEAST_MARKED + 2 && columns <= MOST_NUMBERED;
    const head = isNumbered ? NUMBERS : column >= LEAST_NAME ? HEAD : 0;
    const fitting = (room.height - head) / Math.max(1, rows);
    return { row: Math.min(LARGEST_ROW, Math.max(least, fitting)), column, names, head, isNumbered };
  };
  const withNames = layOut(named);
  return withNames.row >= LEAST_LINE && withNames.column >= LEAST_MARKED + 2 ? withNames : layOut(0);
}

/** The box at a point, measured from the corner where the table begins; null beside all boxes. */
export function findBox(
  { row, column, names, head }: BoxLayout,
  { x, y }: { readonly x: number; readonly y: number },
  rows: number,
  columns: number,
): { readonly row: number; readonly column: number } | null {
  const place = { row: Math.floor((y - head) / row), column: Math.floor((x - names) / column) };
  const isInside = place.row >= 0 && place.row < rows && place.column >= 0 && place.column < columns;
  return isInside ? place : null;
}

/** The shade of each relation and the ink on it, as the style sheet has them now, read from the legend. */
function readShades(): ReadonlyMap<RowRelation, { readonly shade: string; readonly ink: string }> {
  return new Map(
    ROW_RELATIONS.flatMap((relation) => {
      const mark = document.querySelector(`[data-legend] [data-relation="${relation}"]`);
      if (mark === null) return [];
      const { backgroundColor: shade, color: ink } = getComputedStyle(mark);
      return [[relation, { shade, ink }] as const];
    }),
  );
}

/** Draws every box of the table. Cost: one rectangle for each statement, marks where they can be seen. */
export function drawBoxes(
  canvas: HTMLCanvasElement,
  { rows, sources }: MatrixModel,
  layout: BoxLayout,
  direction: 'rtl' | 'ltr',
): void {
  // Paper wants more dots than the screen has.
  const density = matchMedia('print').matches ? 4 : devicePixelRatio;
  canvas.width = Math.max(1, Math.round(layout.column * sources.length * density));
  canvas.height = Math.max(1, Math.round(layout.row * rows.length * density));
  const context = canvas.getContext('2d', { alpha: true });
  if (context === null) return;
  const shades = readShades();
  const places = new Map(sources.map(({ id }, index) => [id, index]));
  const gap = Math.min(layout.row, layout.column) >= 4 ? density : 0;
  const side = Math.min(layout.row - 2, layout.column - 2, 16);
  const scale = (side / MARK_SIDE) * density;
  const at = (index: number, size: number) => Math.round(index * size * density);
  for (const [index, { relation, witnesses }] of rows.entries()) {
    const look = shades.get(relation);
    if (look === undefined) continue;
    const top = at(index, layout.row);
    const height = Math.max(1, at(index + 1, layout.row) - top - gap);
    const mark = side >= LEAST_MARKED ? new Path2D(MARK_PATHS[relation]) : null;
    context.fillStyle = look.shade;
    for (const id of witnesses) {
      const place = places.get(id);
      if (place === undefined) continue;
      const column = direction === 'rtl' ? sources.length - 1 - place : place;
      const left = at(column, layout.column);
      const width = Math.max(1, at(column + 1, layout.column) - left - gap);
      context.fillRect(left, top, width, height);
      if (mark === null) continue;
      context.save();
      context.translate(left + width / 2, top + height / 2);
      context.scale(scale, scale);
      context.translate(-MARK_SIDE / 2, -MARK_SIDE / 2);
      context.strokeStyle = look.ink;
      context.lineWidth = 1.5;
      context.lineCap = 'round';
      context.lineJoin = 'round';
      context.stroke(mark);
      context.restore();
    }
  }
}
