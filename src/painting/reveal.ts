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

/** How things move: at once for readers who want no motion. */
export function readMotion(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** How something scrolls of itself: at once where the browser draws nothing of it, for there a movement may never come to its end. */
export function readMotionOf(element: Element): ScrollBehavior {
  return element.checkVisibility({ contentVisibilityAuto: true }) ? readMotion() : 'instant';
}

/**
 * How far below a column's top a passage comes to stand, in CSS pixels: at the height that a claim in
 * focus has brought its passages to (`--focus-height`), else at the resting height.
 */
export function readReadingHeight(scroller: HTMLElement): number {
  const focused = Number.parseFloat(getComputedStyle(scroller).getPropertyValue('--focus-height'));
  return Number.isNaN(focused) ? scroller.clientHeight * readRestingHeight(scroller) : focused;
}

/** Scrolls a column so that a place of it, given as a height on the screen, stands at the height of reading. */
function scrollWithin(element: Element, top: number, asked?: ScrollBehavior): void {
  const scroller = findScroller(element);
  if (scroller === null) return;
  const behavior = asked ?? readMotionOf(scroller);
  const offset = top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  scroller.scrollTo({ top: offset - readReadingHeight(scroller), behavior });
}

/**
 * Brings an element's column into view, then scrolls it so that a place of it stands at the height
 * of reading: smoothly where the reader has nothing against motion, unless `behavior` says otherwise.
 */
export function scrollToPlace(element: Element, top: number, behavior?: ScrollBehavior): void {
  element
    .closest('[data-article]')
    ?.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'nearest' });
  scrollWithin(element, top, behavior);
}

/**
 * Brings a span of an article to the height of reading in its column, opening furniture that hides it.
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
