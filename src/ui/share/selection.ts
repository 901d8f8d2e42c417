import { findSelectedSpans } from '../../painting/article-dom.ts';
import type { Span } from '../../text/offsets.ts';

/** What the reader has selected: a span for each article touched, and where it stands on the screen. */
export interface TextSelection {
  readonly passages: readonly { readonly article: string; readonly span: Span }[];
  readonly rect: DOMRect;
}

/** Reads the present selection; null when it holds no article text. */
export function readSelection(root: HTMLElement | null): TextSelection | null {
  const selection = getSelection();
  if (root === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const passages = findSelectedSpans(root, range);
  return passages.length === 0 ? null : { passages, rect: range.getBoundingClientRect() };
}
