import type { Span } from '../text/offsets.ts';
import { findRanges } from './article-dom.ts';

/**
 * Where in its column a passage comes to stand when nothing else asks: the share of the column's
 * height that the style sheet sets as `--resting` (less where a sheet covers the lower half), 0 to 1.
 */
export function readRestingHeight(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue('--resting')) || 0;
}

function findScroller(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('[data-scroller]');
}

function readMotion(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** Scrolls a column so that a place of it, given as a height on the screen, stands at the resting height. */
function scrollWithin(element: Element, top: number, behavior: ScrollBehavior = readMotion()): void {
  const scroller = findScroller(element);
  if (scroller === null) return;
  const offset = top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  scroller.scrollTo({ top: offset - scroller.clientHeight * readRestingHeight(scroller), behavior });
}

/**
 * Brings an element's column into view, then scrolls it so that a place of it stands at the resting
 * height: smoothly where the reader has nothing against motion, unless `behavior` says otherwise.
 */
export function scrollToPlace(element: Element, top: number, behavior?: ScrollBehavior): void {
  element
    .closest('[data-article]')
    ?.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'nearest' });
  scrollWithin(element, top, behavior);
}

/**
 * Brings a span of an article to the resting height of its column, opening furniture that hides it.
 * With `takesFocus` the column itself comes into view too, and the keyboard's focus moves to the
 * paragraph the span begins in. False when the article is not on the page.
 */
export function revealSpan(root: ParentNode, article: string, span: Span, takesFocus = true): boolean {
  const column = root.querySelector(`[data-article="${article}"]`);
  const [first] = column === null ? [] : findRanges(column, span);
  const element = first?.startContainer.parentElement?.closest<HTMLElement>('[data-start]') ?? null;
  if (first === undefined || element === null) return false;
  element.closest('details')?.setAttribute('open', '');
  const { top } = first.getBoundingClientRect();
  if (!takesFocus) {
    scrollWithin(element, top);
    return true;
  }
  scrollToPlace(element, top);
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  return true;
}
