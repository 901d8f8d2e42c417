import { resolvePassage } from '../anchoring/anchoring.ts';
import { decodeView } from '../link/view-link.ts';
import { findRanges } from '../painting/article-dom.ts';
import { hasHighlights, isPainted, paintLayer } from '../painting/paint-layer.ts';
import { scrollToPlace } from '../painting/reveal.ts';
import { readFragment } from './address.ts';
import { readFirstView } from './embedded.ts';
import { LONG_TEXT } from './long-text.ts';

/** So many passages of an address are shown so early: one task finds them, and nobody sees more at first. */
const MOST_PASSAGES = 5;

/**
 * Shows the passages of an address in the page as published, before the application is alive: whoever
 * follows a link waits for little more than the text. Loaded by a page whose address has a passage, and
 * by no other (`scripts/build.mjs`). Paints only what was found in one place; what became of a passage is
 * told by the application, which also moves the focus, and which shows all further passages and those of
 * long texts. Does nothing where the application was
 * faster, or where what is painted could not be painted over by it (boxes, in old browsers).
 */
function showPassages(): void {
  const { view } = decodeView(readFragment());
  const first = view.passages.length === 0 ? null : readFirstView(document);
  if (first === null || first.name !== view.collection) return;
  if (!hasHighlights() || isPainted('taqabul-target')) return;
  const ranges = view.passages.slice(0, MOST_PASSAGES).flatMap((target) => {
    const { article } = target;
    const text = first.texts.get(article);
    const column = document.querySelector(`[data-article="${article}"]`);
    if (text === undefined || text.length > LONG_TEXT || column === null) return [];
    const resolution = resolvePassage(text, target);
    return 'span' in resolution ? findRanges(column, resolution.span) : [];
  });
  const [range] = ranges;
  if (range === undefined) return;
  paintLayer('taqabul-target', ranges);
  const element = range.startContainer.parentElement?.closest('[data-start]');
  if (element) scrollToPlace(element, range.getBoundingClientRect().top, 'instant');
}

// The text is whole once parsing has ended; waiting for more would be waiting for the application.
if (document.readyState === 'loading') {
  document.addEventListener('readystatechange', showPassages, { once: true });
} else showPassages();
