import { findPassageNumbers } from '../../painting/article-dom.ts';
import { readReadingHeight } from '../../painting/reveal.ts';
import { findColumns, findScroller, topOf } from './align-columns.ts';
import { readStep } from './column-steps.ts';
import type { KeptPlaces } from './kept-places.ts';
import { makeScrollMap, type Pair, type ScrollMap } from './scroll-map.ts';

/** At most so many columns scroll together: the first that stand on the screen. */
const MOST_SYNCED = 3;

/** A passage in the text of a column. */
interface Placed {
  /** Position among the claim's passages in the article, from 0. */
  readonly index: number;
  /** Distance from the start of the column's content, in CSS pixels. */
  readonly offset: number;
}

/** A column as it is laid out: its passages by claim, and how far it can be scrolled. */
interface Layout {
  readonly column: HTMLElement;
  readonly scroller: HTMLElement;
  readonly passages: ReadonlyMap<string, readonly Placed[]>;
  readonly most: number;
}

/** Two columns tied together, and all that went into it. */
interface Tie {
  readonly map: ScrollMap;
  readonly made: readonly unknown[];
}

function readLayout(column: HTMLElement): Layout | null {
  const scroller = findScroller(column);
  if (scroller === null) return null;
  const start = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const counts = new Map<string, number>();
  const passages = new Map<string, Placed[]>();
  for (const number of findPassageNumbers(column, null)) {
    const mark = number.parentElement;
    const claim = mark?.dataset['claim'];
    if (mark === null || claim === undefined) continue;
    const index = counts.get(claim) ?? 0;
    counts.set(claim, index + 1);
    if (!scroller.contains(mark)) continue;
    const placed = { index, offset: topOf(mark) - start };
    passages.set(claim, [...(passages.get(claim) ?? []), placed]);
  }
  return { column, scroller, passages, most: scroller.scrollHeight - scroller.clientHeight };
}

/** The first columns whose middle is on the screen, as many as scroll together. */
function findSynced(root: HTMLElement): HTMLElement[] {
  const frame = root.getBoundingClientRect();
  return findColumns(root)
    .filter((column) => {
      const { x, width } = column.getBoundingClientRect();
      return x + width / 2 > frame.x && x + width / 2 < frame.x + frame.width;
    })
    .slice(0, MOST_SYNCED);
}

/** Every two places of the same claim, one in each column, as scroll positions at the height of reading. */
function pairUp(first: Layout, second: Layout, heights: Pair): Pair[] {
  return Array.from(first.passages).flatMap(([claim, placed]) =>
    placed.flatMap((one) =>
      (second.passages.get(claim) ?? []).map((other) => ({
        first: one.offset - heights.first,
        second: other.offset - heights.second,
      })),
    ),
  );
}

/** The passage of the claim in focus that a column stands at; undefined when there is none in its text. */
function findFocused({ column, passages }: Layout, claim: string | null): Placed | undefined {
  const step = readStep(column.dataset['article'] ?? '');
  return claim === null ? undefined : passages.get(claim)?.find(({ index }) => index === step?.index);
}

function tie(first: Layout, second: Layout, claim: string | null, before: Tie | undefined): Tie {
  const heights = { first: readReadingHeight(first.scroller), second: readReadingHeight(second.scroller) };
  const [one, other] = [findFocused(first, claim), findFocused(second, claim)];
  const made = [first, second, heights.first, heights.second, one, other];
  if (before !== undefined && made.every((part, index) => part === before.made[index])) return before;
  const through =
    one === undefined || other === undefined
      ? null
      : { first: one.offset - heights.first, second: other.offset - heights.second };
  const most = { first: first.most, second: second.most };
  return { map: makeScrollMap(pairUp(first, second, heights), most, through), made };
}

/**
 * While the reader scrolls one of the first columns on the screen, by wheel, finger or key, the others
 * of them stand where they say the same: at the passages they share, in proportion between. What is
 * moved for the reader moves nothing else. `readClaim` says which claim is in focus. The layout is read
 * once for each change of it; a frame then costs a few comparisons and one scroll for each other
 * column. Returns what ends it.
 */
export function syncColumns(
  root: HTMLElement,
  places: KeptPlaces,
  readClaim: () => string | null,
): () => void {
  let frame = 0;
  const layouts = new Map<HTMLElement, Layout | null>();
  const ties = new Map<string, Tie>();
  const observer = new ResizeObserver(() => layouts.clear());
  const layoutOf = (column: HTMLElement): Layout | null => {
    if (!layouts.has(column)) {
      const layout = readLayout(column);
      layouts.set(column, layout);
      for (const element of layout === null ? [] : [layout.scroller, ...layout.scroller.children])
        observer.observe(element);
    }
    return layouts.get(column) ?? null;
  };
  const move = () => {
    frame = 0;
    const synced = findSynced(root).flatMap((column) => layoutOf(column) ?? []);
    const leading = synced.findIndex(({ scroller }) => scroller === places.scrolling);
    const leader = synced[leading];
    if (leader === undefined) return;
    const { scrollTop } = leader.scroller;
    const targets = synced.flatMap((layout, index) => {
      if (layout === leader) return [];
      // A map is always made from the earlier column to the later, so that both ways agree.
      const [first, second] = index > leading ? [leader, layout] : [layout, leader];
      const name = `${first.column.id} ${second.column.id}`;
      const tied = tie(first, second, readClaim(), ties.get(name));
      ties.set(name, tied);
      const top = index > leading ? tied.map.toSecond(scrollTop) : tied.map.toFirst(scrollTop);
      return [{ scroller: layout.scroller, top }];
    });
    for (const { scroller, top } of targets) {
      scroller.scrollTo({ top, behavior: 'instant' });
      places.moveByHand(scroller);
    }
  };
  const follow = ({ target }: Event) => {
    if (target === places.scrolling && frame === 0) frame = requestAnimationFrame(move);
  };
  root.addEventListener('scroll', follow, { capture: true, passive: true });
  return () => {
    root.removeEventListener('scroll', follow, { capture: true });
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}
