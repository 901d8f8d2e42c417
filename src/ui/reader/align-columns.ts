import { ARTICLE_SELECTOR, findPassageNumbers } from '../../painting/article-dom.ts';
import { readMotion, readMotionOf, readRestingHeight } from '../../painting/reveal.ts';
import { chooseFirstColumn } from './choose-columns.ts';

/** A passage of a claim that stays at its height while the other columns move to it. */
export interface Anchor {
  readonly article: string;
  /** Position among the claim's passages in that article, from 0. */
  readonly index: number;
}

/** A claim to bring to one height; a new object asks again. */
export interface FocusRequest {
  readonly claim: string;
  readonly anchor: Anchor | null;
}

/** Which of a claim's passages in an article a column stands at, from 0, and of how many. */
export interface Step {
  readonly claim: string;
  readonly index: number;
  readonly count: number;
}

/** Where the columns have been brought to. */
export interface Alignment {
  /** The height of the passages below the columns' top, in CSS pixels. */
  readonly height: number;
  /** For every article shown that makes the claim: which of its passages stands there. */
  readonly steps: ReadonlyMap<string, Step>;
}

/** What moves, and how far from the start of its column's content it stands. */
interface Aim {
  readonly scroller: HTMLElement;
  /** Distance of the passage from the start of the column's content, in CSS pixels. */
  readonly offset: number;
  readonly behavior: ScrollBehavior;
}

/** The first line of a passage that may run over several. */
export function topOf(element: Element): number {
  return (element.getClientRects()[0] ?? element.getBoundingClientRect()).top;
}

/** The part of a column that scrolls. */
export function findScroller(column: Element): HTMLElement | null {
  return column.querySelector<HTMLElement>('[data-scroller]');
}

/** The columns that are on, in their order. */
export function findColumns(root: HTMLElement): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(ARTICLE_SELECTOR)).filter(({ hidden }) => !hidden);
}

/** How far below the top of a column a passage pressed may stand and still be seen, sheet or not, in CSS pixels. */
function readLowest(scroller: HTMLElement): number {
  const style = getComputedStyle(scroller);
  const cover = Number.parseFloat(style.getPropertyValue('--cover')) || 0;
  const lines = 2.5 * Number.parseFloat(style.fontSize);
  const free = innerHeight * (1 - cover) - scroller.getBoundingClientRect().top - lines;
  return Math.min(scroller.clientHeight * 0.85, free);
}

/** The first passage below the headline, by its number. */
function findInText(numbers: readonly HTMLElement[], scroller: HTMLElement): HTMLElement | undefined {
  return numbers.find((number) => scroller.contains(number));
}

/** How the row of columns is to be scrolled, and which columns then stand on the screen. */
interface Row {
  /** Null to stay. */
  readonly left: number | null;
  readonly isSeen: (place: number) => boolean;
}

/** The least movement of the row that shows as many as can of those that make the claim, the anchor among them. */
function findRow(root: HTMLElement, first: HTMLElement | undefined, makers: boolean[], anchor: number): Row {
  const width = first?.getBoundingClientRect().width ?? 0;
  if (width === 0) return { left: null, isSeen: () => true };
  const fit = Math.max(1, Math.floor(root.clientWidth / width + 0.05));
  const at = Math.abs(root.scrollLeft) / width;
  const start = chooseFirstColumn({ makers, fit, at, anchor });
  const side = getComputedStyle(root).direction === 'rtl' ? -1 : 1;
  const from = start ?? at;
  return {
    left: start === null ? null : start * width * side,
    isSeen: (place) => place > from - 1 && place < from + fit + 1,
  };
}

/** How far a passage of a claim stands from the start of its column's text; null when it is the headline. */
function measureOffset(scroller: HTMLElement, numbers: readonly HTMLElement[], index: number): number | null {
  const asked = numbers[index];
  // Of a headline, which is always in view, the column shows the first passage in the text.
  const number = asked !== undefined && scroller.contains(asked) ? asked : findInText(numbers, scroller);
  if (number?.parentElement == null) return null;
  return topOf(number.parentElement) - scroller.getBoundingClientRect().top + scroller.scrollTop;
}

/** Brings the passage that a column stands at to a height, at once: nobody sees it beyond the edge of the screen. */
export function alignFarColumn(column: HTMLElement, { claim, index }: Step, height: number): void {
  const scroller = findScroller(column);
  const offset = scroller === null ? null : measureOffset(scroller, findPassageNumbers(column, claim), index);
  if (scroller !== null && offset !== null) scroller.scrollTo({ top: offset - height, behavior: 'instant' });
}

/**
 * Brings the claim's passage in every shown column to one height, as near to the anchor's (else to
 * the resting height) as the texts allow. Of several passages of an article the anchor's is taken, else
 * the first below the headline, where there is one; a column whose only passage is its headline stays
 * where it is. With `again`, what stands there already is brought there once more, except what is `kept`.
 * The anchor's column stays on screen, and beside it come as many as can of those that make the claim.
 * Columns in `far` are left alone, but for those that come on the screen: these are released by
 * `onNear` and leave the set. Reads all positions, then writes.
 */
export function alignColumns(
  root: HTMLElement,
  { claim, anchor }: FocusRequest,
  again: (Alignment & { readonly kept: ReadonlySet<Element> }) | null,
  far: Set<HTMLElement>,
  onNear: (column: HTMLElement) => void,
): Alignment {
  const columns = findColumns(root);
  const steps = new Map<string, Step>();
  const found = columns.map((column) => {
    const article = column.dataset['article'] ?? '';
    const scroller = findScroller(column);
    const numbers = findPassageNumbers(column, claim);
    if (scroller === null || numbers.length === 0) return { column, article, scroller, numbers, index: -1 };
    const isAnchor = anchor?.article === article;
    const asked = again?.steps.get(article)?.index ?? (isAnchor ? anchor.index : -1);
    const first = numbers.findIndex((number) => scroller.contains(number));
    const index = numbers[asked] === undefined ? Math.max(0, first) : asked;
    steps.set(article, { claim, index, count: numbers.length });
    return { column, article, scroller, numbers, index };
  });
  const makers = found.map(({ index }) => index >= 0);
  const pinned = found.findIndex(({ article }) => article === anchor?.article);
  const row = findRow(root, columns[0], makers, pinned);
  for (const [place, column] of columns.entries()) {
    if (far.has(column) && row.isSeen(place)) {
      far.delete(column);
      onNear(column);
    }
  }
  let height = again?.height ?? null;
  let tallest = 0;
  const aims: Aim[] = [];
  for (const { column, article, scroller, numbers, index } of found) {
    if (scroller === null || far.has(column)) continue;
    tallest = Math.max(tallest, scroller.clientHeight);
    const offset = index < 0 ? null : measureOffset(scroller, numbers, index);
    if (offset === null || again?.kept.has(scroller) === true) continue;
    aims.push({ scroller, offset, behavior: readMotionOf(scroller) });
    if (anchor?.article !== article || again !== null) continue;
    const shown = offset - scroller.scrollTop;
    if (shown >= 0 && shown < readLowest(scroller)) height = shown;
  }
  const wanted = height ?? tallest * readRestingHeight(root);
  const reached = Math.max(0, Math.min(wanted, ...aims.map(({ offset }) => offset)));
  for (const { scroller, offset, behavior } of aims) scroller.scrollTo({ top: offset - reached, behavior });
  if (row.left !== null && again?.kept.has(root) !== true)
    root.scrollTo({ left: row.left, behavior: readMotion() });
  return { height: reached, steps };
}
