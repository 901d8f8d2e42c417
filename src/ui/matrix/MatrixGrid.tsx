import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useStrings } from '../kit/use-strings.ts';
import { moveInGrid } from './grid-keys.ts';
import { countLetters, measureRow, MOST_LINES, type MatrixModel, type MatrixPlace } from './matrix-model.ts';
import { MatrixLine } from './MatrixCell.tsx';
import { useFocusOnPlace } from './use-focus-on-place.ts';
import { useSizes, type MatrixSizes } from './use-sizes.ts';
import styles from './Matrix.module.css';

export interface MatrixGridProps {
  readonly model: MatrixModel;
  /** Where the reader is in the table, or null. */
  readonly active: MatrixPlace | null;
  /** The claim in focus, or null. */
  readonly focused: string | null;
  /** Whether the place takes the keyboard's focus when the table comes back and nothing else has it. */
  readonly takesFocus: boolean;
  readonly onActive: (place: MatrixPlace) => void;
  readonly onOpen: (place: MatrixPlace) => void;
  /** Told which sources have come near the screen. */
  readonly onSources: (ids: readonly string[]) => void;
}

const NOWHERE: MatrixSizes = { room: 0, row: 1, line: 1, factLine: 1, column: 1, claim: 0, head: 0 };

/** What the sides of a cell take of its width, in CSS pixels. */
const PADDING = 32;
/** In a narrower column the names of claims need the height of a whole row, in CSS pixels. */
const NARROW = 200;

/** What is near the screen, and the place that the keyboard is at wherever that is. */
function keepNear(stop: number) {
  return (range: Range): number[] => {
    const near = defaultRangeExtractor(range);
    if (stop < 0 || stop >= range.count || near.includes(stop)) return near;
    return [...near, stop].toSorted((one, other) => one - other);
  };
}

/** The place of a link in the table, or null where something else was hit. */
function readPlace(target: EventTarget): { link: HTMLAnchorElement; place: MatrixPlace } | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-row]') : null;
  const claim = link?.dataset['row'];
  if (link == null || claim === undefined) return null;
  return { link, place: { claim, article: link.dataset['column'] ?? null } };
}

/** Where the reader is, as row and column from 0; the first row's heading while that is nowhere in the table. */
function findStop({ rows, sources }: MatrixModel, active: MatrixPlace | null) {
  const row = rows.findIndex(({ id }) => id === active?.claim);
  const column = sources.findIndex(({ id }) => id === active?.article) + 1;
  return row < 0 ? { row: 0, column: 0 } : { row, column };
}

/**
 * The table of claims and sources as an ARIA grid: one tab stop, arrows between cells. Of rows and columns
 * those near the screen exist, wherever the reader has scrolled to; the rest is room.
 */
export function MatrixGrid({
  model,
  active,
  focused,
  takesFocus,
  onActive,
  onOpen,
  onSources,
}: MatrixGridProps) {
  const { t, dir, pick } = useStrings();
  const hint = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const cell = useRef<HTMLDivElement>(null);
  const oneLine = useRef<HTMLDivElement>(null);
  const corner = useRef<HTMLDivElement>(null);
  const sizes = useSizes(scroller, cell, oneLine, corner);
  const { room, row, line, factLine, column, claim, head } = sizes ?? NOWHERE;
  const { rows, sources } = model;
  const width = Math.max(column, Math.floor((room - claim) / Math.max(1, sources.length)));
  const stop = findStop(model, active);
  const isLaidOut = sizes !== null;
  const needs = useMemo(() => {
    if (!isLaidOut) return [];
    const words = width - PADDING;
    const factLetters = countLetters(words, factLine);
    const lines = { letters: countLetters(words, line), line, factLetters, factLine };
    const usual = MOST_LINES * line + factLine;
    return rows.map((one) => {
      const own = measureRow(one, lines, pick);
      const isNarrow = claim < NARROW;
      const height = row - usual + (isNarrow ? Math.max(usual, own.height) : own.height);
      // In whole pixels: between them the line under a row may fall beneath the next row.
      return { lines: isNarrow ? MOST_LINES : own.lines, height: Math.ceil(height) };
    });
  }, [isLaidOut, rows, width, row, line, factLine, claim, pick]);

  // Its answers change with no change of their own; nothing here is remembered from them.
  // oxlint-disable-next-line react/incompatible-library
  const rowRoom = useVirtualizer({
    count: sizes === null ? 0 : rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => needs[index]?.height ?? row,
    paddingStart: head,
    scrollPaddingStart: head,
    overscan: 2,
    rangeExtractor: keepNear(stop.row),
  });
  const columnRoom = useVirtualizer({
    horizontal: true,
    isRtl: dir === 'rtl',
    count: sizes === null ? 0 : sources.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => width,
    paddingStart: claim,
    scrollPaddingStart: claim,
    overscan: 1,
    rangeExtractor: keepNear(stop.column - 1),
  });
  useLayoutEffect(() => rowRoom.measure(), [rowRoom, needs, head]);
  useLayoutEffect(() => columnRoom.measure(), [columnRoom, width, claim]);

  const reveal = ({ row: at, column: place }: { readonly row: number; readonly column: number }) => {
    rowRoom.scrollToIndex(at);
    if (place > 0) columnRoom.scrollToIndex(place - 1);
  };
  // What was opened last is where the reader comes back to.
  const live = useRef({ reveal, stop, hasPlace: active !== null });
  useLayoutEffect(() => {
    live.current = { reveal, stop, hasPlace: active !== null };
  });
  useEffect(() => {
    if (sizes !== null && live.current.hasPlace) live.current.reveal(live.current.stop);
    // Once, when there is something to lay out.
  }, [sizes === null]); // oxlint-disable-line react-hooks/exhaustive-deps
  const takeFocus = useFocusOnPlace(
    () => scroller.current?.querySelector<HTMLElement>('[data-stop]'),
    takesFocus,
  );

  const near = rowRoom.getVirtualItems();
  const columns = columnRoom.getVirtualItems();
  const nearIds = columns.map(({ index }) => sources[index]?.id ?? '').join('.');
  useEffect(() => {
    if (nearIds !== '') onSources(nearIds.split('.'));
  }, [nearIds, onSources]);

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head) / row));
    const size = { rows: rows.length, columns: sources.length + 1, page };
    const next = moveInGrid(event, stop, size, dir);
    const claimId = next === null ? undefined : rows[next.row]?.id;
    if (next === null || claimId === undefined) return;
    event.preventDefault();
    takeFocus();
    reveal(next);
    onActive({ claim: claimId, article: sources[next.column - 1]?.id ?? null });
  };
  const click = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const hit = readPlace(event.target);
    if (hit === null) return;
    event.preventDefault();
    onOpen(hit.place);
  };
  return (
    <div ref={scroller} className={styles['scroller']}>
      <div ref={cell} className={styles['cellSize']} aria-hidden="true" />
      <div ref={oneLine} className={styles['lineSize']} aria-hidden="true" />
      <div ref={corner} className={styles['cornerSize']} aria-hidden="true" />
      <p id={hint} className="visually-hidden">
        {t('table.hint')}
      </p>
      <table
        // A table in which the arrow keys move is a grid, as the ARIA practices have it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        className={styles['grid']}
        aria-label={t('table.label')}
        aria-describedby={hint}
        aria-rowcount={rows.length + 1}
        aria-colcount={sources.length + 1}
        style={{ inlineSize: columnRoom.getTotalSize(), blockSize: rowRoom.getTotalSize() }}
        onKeyDown={press}
        onClick={click}
        onFocus={({ target }) => {
          const hit = readPlace(target);
          if (hit !== null) onActive(hit.place);
        }}
      >
        <thead className={styles['head']} style={{ blockSize: head }}>
          <tr aria-rowindex={1} className={styles['headRow']}>
            <th scope="col" aria-colindex={1} className={styles['corner']}>
              {t('table.claim')}
            </th>
            {columns.map(({ index, start, size }) => (
              <th
                key={sources[index]?.id}
                scope="col"
                aria-colindex={index + 2}
                className={styles['source']}
                style={{ insetInlineStart: start, inlineSize: size }}
              >
                <span>{sources[index]?.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {near.map(({ index, start, size }) => {
            const one = rows[index];
            return one === undefined ? null : (
              <MatrixLine
                key={one.id}
                row={one}
                model={model}
                extent={{ index, start, size }}
                lines={needs[index]?.lines ?? MOST_LINES}
                columns={columns}
                stop={index === stop.row ? stop.column : null}
                isFocused={one.id === focused}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
