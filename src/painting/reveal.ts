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

/** Scrolls a column so that a place of it stands at the resting height, and the column itself into view. */
export function scrollToPlace(element: Element, top: number): void {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  const scroller = findScroller(element);
  element
    .closest('[data-article]')
    ?.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'nearest' });
  if (scroller === null) return;
  const offset = top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  scroller.scrollTo({ top: offset - scroller.clientHeight * readRestingHeight(scroller), behavior });
}

/**
 * Brings a span of an article into view, opening furniture that hides it, and moves the keyboard's
 * focus to the paragraph it begins in. False when the article is not on the page.
 */
export function revealSpan(root: ParentNode, article: string, span: Span): boolean {
  const column = root.querySelector(`[data-article="${article}"]`);
  const element =
    column === null
      ? undefined
      : findRanges(column, span)[0]?.startContainer.parentElement?.closest<HTMLElement>('[data-start]');
  if (column === null || element === null || element === undefined) return false;
  element.closest('details')?.setAttribute('open', '');
  const range = findRanges(column, span)[0];
  if (range === undefined) return false;
  scrollToPlace(element, range.getBoundingClientRect().top);
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  return true;
}
