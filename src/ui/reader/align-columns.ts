import { ARTICLE_SELECTOR, findPassageNumbers } from '../../painting/article-dom.ts';
import { readMotion, readRestingHeight } from '../../painting/reveal.ts';
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

/** How far the row of columns is to be scrolled so that as many as can of those that make the claim are on screen; null to stay. */
function findInline(root: HTMLElement, columns: readonly HTMLElement[], makers: boolean[], anchor: number) {
  const width = columns[0]?.getBoundingClientRect().width ?? 0;
  if (width === 0) return null;
  const fit = Math.max(1, Math.floor(root.clientWidth / width + 0.05));
  const at = Math.abs(root.scrollLeft) / width;
  const first = chooseFirstColumn({ makers, fit, at, anchor });
  if (first === null) return null;
  return first * width * (getComputedStyle(root).direction === 'rtl' ? -1 : 1);
}

/**
 * Brings the claim's passage in every shown column to one height, as near to the anchor's (else to
 * the resting height) as the texts allow. Of several passages of an article the anchor's is taken, else
 * the first below the headline, where there is one; a column whose only passage is its headline stays
 * where it is. With `again`, what stands there already is brought there once more, except what is `kept`. The anchor's column stays on screen, and beside it come as many
 * as can of those that make the claim. Reads all positions, then writes.
 */
export function alignColumns(
  root: HTMLElement,
  claim: string,
  anchor: Anchor | null,
  again: (Alignment & { readonly kept: ReadonlySet<Element> }) | null,
): Alignment {
  const columns = findColumns(root);
  const steps = new Map<string, Step>();
  let height = again?.height ?? null;
  let tallest = 0;
  const aims: Aim[] = [];
  for (const column of columns) {
    const scroller = findScroller(column);
    const article = column.dataset['article'] ?? '';
    if (scroller === null) continue;
    tallest = Math.max(tallest, scroller.clientHeight);
    const numbers = findPassageNumbers(column, claim);
    if (numbers.length === 0) continue;
    const isAnchor = anchor?.article === article;
    const asked = numbers[again?.steps.get(article)?.index ?? (isAnchor ? anchor.index : -1)];
    const number = asked ?? findInText(numbers, scroller) ?? numbers[0];
    const index = number === undefined ? 0 : numbers.indexOf(number);
    steps.set(article, { claim, index, count: numbers.length });
    // Of a headline, which is always in view, the column shows the first passage in the text.
    const inText = number !== undefined && scroller.contains(number) ? number : findInText(numbers, scroller);
    const passage = inText?.parentElement ?? null;
    if (passage === null || again?.kept.has(scroller) === true) continue;
    const shown = topOf(passage) - scroller.getBoundingClientRect().top;
    aims.push({ scroller, offset: shown + scroller.scrollTop });
    if (isAnchor && again === null && shown >= 0 && shown < readLowest(scroller)) height = shown;
  }
  const wanted = height ?? tallest * readRestingHeight(root);
  const reached = Math.max(0, Math.min(wanted, ...aims.map(({ offset }) => offset)));
  const articles = columns.map((column) => column.dataset['article'] ?? '');
  const left = findInline(
    root,
    columns,
    articles.map((article) => steps.has(article)),
    articles.indexOf(anchor?.article ?? ''),
  );
  const behavior = readMotion();
  for (const { scroller, offset } of aims) scroller.scrollTo({ top: offset - reached, behavior });
  if (left !== null && again?.kept.has(root) !== true) root.scrollTo({ left, behavior });
  return { height: reached, steps };
}
