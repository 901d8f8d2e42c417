import {
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useStrings } from '../kit/use-strings.ts';
import { drawBoxes, findBox, layOutBoxes, type BoxLayout } from './draw-boxes.ts';
import { moveInGrid } from './grid-keys.ts';
import { writeCell, type MatrixModel, type MatrixPlace } from './matrix-model.ts';
import { useFocusOnPlace } from './use-focus-on-place.ts';
import styles from './Boxes.module.css';

/** In a higher row a claim's name may have two lines, in CSS pixels. */
const TALL = 28;

interface BoxesProps {
  readonly model: MatrixModel;
  readonly active: MatrixPlace | null;
  readonly takesFocus: boolean;
  readonly onActive: (place: MatrixPlace) => void;
  readonly onOpen: (place: MatrixPlace) => void;
}

/** Draws again when what it is drawn with changes: room, themes, paper, what the device makes of colours. */
function useRedraw(redraw: () => void): void {
  useLayoutEffect(() => {
    redraw();
    const queries = ['print', '(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
      matchMedia(query),
    );
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributes: true });
    for (const query of queries) query.addEventListener('change', redraw);
    return () => {
      theme.disconnect();
      for (const query of queries) query.removeEventListener('change', redraw);
    };
  }, [redraw]);
}

/** The width and height of an element's inside, in CSS pixels; null before the first reading. */
function useRoom(element: { readonly current: HTMLElement | null }) {
  const [room, setRoom] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useLayoutEffect(() => {
    const read = () => {
      const { clientWidth: width = 0, clientHeight: height = 0 } = element.current ?? {};
      setRoom((last) => (last?.width === width && last.height === height ? last : { width, height }));
    };
    read();
    const observer = new ResizeObserver(read);
    if (element.current !== null) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

/** The drawing itself, and the names beside and above it where there is room for them. */
function Drawing({ model, layout }: { readonly model: MatrixModel; readonly layout: BoxLayout }) {
  const { dir, label, n } = useStrings();
  const canvas = useRef<HTMLCanvasElement>(null);
  const redraw = useCallback(() => {
    if (canvas.current !== null) drawBoxes(canvas.current, model, layout, dir);
  }, [model, layout, dir]);
  useRedraw(redraw);
  const { row, column, names, head, isNumbered } = layout;
  return (
    <>
      {head === 0 ? null : (
        <div className={styles['head']} aria-hidden="true" style={{ blockSize: head }}>
          {model.sources.map(({ id, name }, index) => (
            <span
              key={id}
              className={styles['source']}
              data-numbered={isNumbered || undefined}
              style={{ insetInlineStart: names + index * column, inlineSize: column, blockSize: head }}
            >
              {isNumbered ? n(index + 1) : name}
            </span>
          ))}
        </div>
      )}
      {names === 0
        ? null
        : model.rows.map((one, index) => (
            <span
              key={one.id}
              className={styles['claim']}
              data-tall={row > TALL || undefined}
              aria-hidden="true"
              style={{ insetBlockStart: head + index * row, blockSize: row, inlineSize: names }}
            >
              {label(one.label)}
            </span>
          ))}
      <canvas
        ref={canvas}
        className={styles['canvas']}
        aria-hidden="true"
        style={{
          insetInlineStart: names,
          insetBlockStart: head,
          inlineSize: column * model.sources.length,
          blockSize: row * model.rows.length,
        }}
      />
    </>
  );
}

/**
 * The same table from above: one box for each claim and source, shaded by relation, blank where the source
 * does not make the claim, as large as lets all of them stand on one screen. For the keyboard and for
 * screen readers it is a grid with one tab stop, of which the cell that one is at exists.
 */
export function Boxes({ model, active, takesFocus, onActive, onOpen }: BoxesProps) {
  const strings = useStrings();
  const { t, n, dir, label } = strings;
  const room = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLAnchorElement>(null);
  const size = useRoom(room);
  const { rows, sources } = model;
  const layout = useMemo(
    () => (size === null ? null : layOutBoxes(size, rows.length, sources.length)),
    [size, rows.length, sources.length],
  );
  const at = {
    row: Math.max(
      0,
      rows.findIndex(({ id }) => id === active?.claim),
    ),
    column: Math.max(
      0,
      sources.findIndex(({ id }) => id === active?.article),
    ),
  };
  const row = rows[at.row];
  const source = sources[at.column];
  const takeFocus = useFocusOnPlace(() => stop.current, takesFocus);
  const [atRow, atColumn] = [at.row, at.column];
  useLayoutEffect(() => {
    // What the pointer is over is in sight.
    if (stop.current !== null && document.activeElement === stop.current)
      stop.current.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [atRow, atColumn]);
  const placeOf = (place: { readonly row: number; readonly column: number }): MatrixPlace | null => {
    const claim = rows[place.row]?.id;
    const article = sources[place.column]?.id;
    return claim === undefined || article === undefined ? null : { claim, article };
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = moveInGrid(event, at, { rows: rows.length, columns: sources.length, page: 10 }, dir);
    const place = next === null ? null : placeOf(next);
    if (place === null) return;
    event.preventDefault();
    takeFocus();
    onActive(place);
  };
  const findHit = (event: MouseEvent): MatrixPlace | null => {
    if (layout === null || room.current === null) return null;
    const frame = room.current.getBoundingClientRect();
    const x = dir === 'rtl' ? frame.right - event.clientX : event.clientX - frame.left;
    const y = event.clientY - frame.top;
    // The sources' names lie over boxes that are scrolled under them.
    if (y < layout.head) return null;
    const { scrollLeft, scrollTop } = room.current;
    const point = { x: x + Math.abs(scrollLeft), y: y + scrollTop };
    const box = findBox(layout, point, rows.length, sources.length);
    return box === null ? null : placeOf(box);
  };
  const said = row === undefined || source === undefined ? null : writeCell(model, row, source, strings);
  const what =
    said === null || row === undefined
      ? ''
      : said.kind === 'said'
        ? `${t(`relation.${row.relation}`)} · ${said.wording ?? ''}`
        : (said.why ?? t('comparison.notInSource'));
  const boxes = (
    // Pressing a box is what Enter does on the cell in focus, which is the way for the keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={room}
      className={styles['room']}
      style={{ scrollPaddingBlockStart: layout?.head }}
      onPointerMove={(event) => {
        const hit = event.pointerType === 'mouse' ? findHit(event) : null;
        if (hit !== null && (hit.claim !== active?.claim || hit.article !== active.article)) onActive(hit);
      }}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        const isKey = event.detail === 0;
        const hit = isKey ? placeOf(at) : findHit(event);
        if (hit === null) return;
        event.preventDefault();
        // A finger covers many boxes: it first says which one it means.
        const isFinger = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch';
        if (isFinger) onActive(hit);
        else onOpen(hit);
      }}
    >
      {layout === null ? null : (
        <div
          className={styles['plane']}
          style={{
            blockSize: layout.head + layout.row * rows.length,
            inlineSize: layout.names + layout.column * sources.length,
          }}
        >
          <Drawing model={model} layout={layout} />
        </div>
      )}
      {layout === null || row === undefined || source === undefined ? null : (
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          className={styles['grid']}
          aria-label={t('table.label')}
          aria-rowcount={rows.length + 1}
          aria-colcount={sources.length + 1}
          onKeyDown={press}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" aria-colindex={at.column + 2}>
                <span className="visually-hidden">{source.name}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr aria-rowindex={at.row + 2}>
              <th scope="row" aria-colindex={1}>
                <span className="visually-hidden">{label(row.label)}</span>
              </th>
              <td aria-colindex={at.column + 2}>
                <a
                  ref={stop}
                  href={model.hrefOf(row)}
                  className={styles['stop']}
                  data-shown={active !== null || undefined}
                  aria-label={`${label(row.label)} · ${source.name}: ${what}`}
                  style={{
                    insetInlineStart: layout.names + at.column * layout.column,
                    insetBlockStart: layout.head + at.row * layout.row,
                    inlineSize: layout.column,
                    blockSize: layout.row,
                  }}
                  onFocus={() => {
                    const place = placeOf(at);
                    if (active === null && place !== null) onActive(place);
                  }}
                />
              </td>
            </tr>
          </tbody>
        </table>
      )}
    </div>
  );
  return (
    <>
      {layout?.isNumbered === true ? (
        <ol className={styles['numbers']} aria-label={t('rail.sources')}>
          {sources.map(({ id, name }, index) => (
            <li key={id}>
              <b>{n(index + 1)}</b> <bdi>{name}</bdi>
            </li>
          ))}
        </ol>
      ) : null}
      {boxes}
    </>
  );
}
