import { ARTICLE_SELECTOR, findPassageNumbers } from '../../painting/article-dom.ts';
import { readRestingHeight } from '../../painting/reveal.ts';

/** A passage of a claim that stays at its height while the other columns move to it. */
export interface Anchor {
  readonly article: string;
  /** Position among the claim's passages in that article, from 0. */
  readonly index: number;
}

interface Aim {
  readonly column: HTMLElement;
  readonly scroller: HTMLElement;
  /** Distance of the passage from the start of the column's content, in CSS pixels. */
  readonly offset: number;
}

/**
 * The mark of a claim's passage in a column's text: the one asked for, counted among those of the
 * whole article, else the first. Null when the text below the headline has none.
 */
function findPassage(scroller: HTMLElement, claim: string, index: number | null): Element | null {
  const numbers = findPassageNumbers(scroller.closest(ARTICLE_SELECTOR) ?? scroller, claim);
  const asked = index === null ? undefined : numbers[index];
  const inText = numbers.filter((number) => scroller.contains(number));
  const number = asked !== undefined && inText.includes(asked) ? asked : inText[0];
  return number?.parentElement ?? null;
}

/** The first line of a passage that may run over several. */
function topOf(element: Element): number {
  return (element.getClientRects()[0] ?? element.getBoundingClientRect()).top;
}

/** Whether the middle of a column is on the screen. */
function isOnScreen(column: HTMLElement, frame: DOMRect): boolean {
  const { x, width } = column.getBoundingClientRect();
  return x + width / 2 > frame.x && x + width / 2 < frame.x + frame.width;
}

/**
 * Brings the claim's passage in every shown column to one height, as near to the anchor's (else to
 * the resting height) as the texts allow, and answers that height in CSS pixels from the columns' top.
 * A column whose only passage is its headline stays where it is. The anchor's column stays on screen;
 * without an anchor at least one that makes the claim comes there. Reads all positions, then writes.
 */
export function alignColumns(root: HTMLElement, claim: string, anchor: Anchor | null): number {
  const columns = Array.from(root.querySelectorAll<HTMLElement>(ARTICLE_SELECTOR)).filter(
    (column) => !column.hidden,
  );
  let height: number | null = null;
  let tallest = 0;
  const aims: Aim[] = [];
  for (const column of columns) {
    const scroller = column.querySelector<HTMLElement>('[data-scroller]');
    if (scroller === null) continue;
    tallest = Math.max(tallest, scroller.clientHeight);
    const isAnchor = anchor?.article === column.dataset['article'];
    const passage = findPassage(scroller, claim, isAnchor ? (anchor?.index ?? 0) : null);
    if (passage === null) continue;
    const shown = topOf(passage) - scroller.getBoundingClientRect().top;
    aims.push({ column, scroller, offset: shown + scroller.scrollTop });
    if (isAnchor && shown >= 0 && shown < scroller.clientHeight * 0.85) height = shown;
  }
  const wanted = height ?? tallest * readRestingHeight(root);
  const reached = Math.max(0, Math.min(wanted, ...aims.map(({ offset }) => offset)));
  const frame = root.getBoundingClientRect();
  const wantedColumn =
    columns.find((column) => column.dataset['article'] === anchor?.article) ??
    aims.find(({ column }) => isOnScreen(column, frame))?.column ??
    aims[0]?.column;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior = isCalm ? 'instant' : 'smooth';
  for (const { scroller, offset } of aims) scroller.scrollTo({ top: offset - reached, behavior });
  wantedColumn?.scrollIntoView({ behavior, block: 'nearest', inline: 'nearest' });
  return reached;
}
