/**
 * Layers over the text (the target of a link, what a search found, what the reader wrote a note on): CSS Custom Highlights, or
 * painted boxes where the browser has none. Each name has one owner, and nobody clears the registry.
 * CSS Custom Highlight API Module Level 1; styles in `src/style/marks.css`.
 */
export type LayerName = 'taqabul-target' | 'taqabul-search' | 'taqabul-search-current' | 'taqabul-note';

function paintBoxes(name: LayerName, ranges: readonly Range[]): () => void {
  const boxes = ranges.flatMap((range) => {
    // Not inside the text: that may still be hydrated, and a box in it would be one element too many.
    const host = range.startContainer.parentElement?.closest<HTMLElement>('[data-scroller]');
    if (host === null || host === undefined) return [];
    const origin = host.getBoundingClientRect();
    return Array.from(range.getClientRects(), (rect) => {
      const box = document.createElement('span');
      box.className = `painted-box ${name}`;
      box.ariaHidden = 'true';
      box.style.insetBlockStart = `${rect.top - origin.top + host.scrollTop}px`;
      box.style.insetInlineStart = `${host.matches(':dir(rtl)') ? origin.right - rect.right : rect.left - origin.left}px`;
      box.style.inlineSize = `${rect.width}px`;
      box.style.blockSize = `${rect.height}px`;
      host.append(box);
      return box;
    });
  });
  return () => {
    for (const box of boxes) box.remove();
  };
}

/** Whether the browser has the CSS Custom Highlight API; where not, boxes are painted. */
export function hasHighlights(): boolean {
  return 'highlights' in CSS && typeof Highlight !== 'undefined';
}

/** Whether a layer shows something; false where the browser has no custom highlights. */
export function isPainted(name: LayerName): boolean {
  return hasHighlights() && CSS.highlights.has(name);
}

/** Takes off what a layer shows, whoever painted it; for its owner, after the page as published painted it. */
export function clearLayer(name: LayerName): void {
  if (hasHighlights()) CSS.highlights.delete(name);
}

/**
 * Paints ranges in a named layer, replacing what the layer showed. Returns what takes them off again.
 * Boxes of the fallback are laid where the text stands now and do not follow a later reflow.
 */
export function paintLayer(name: LayerName, ranges: readonly Range[]): () => void {
  if (!hasHighlights()) return paintBoxes(name, ranges);
  const highlight = new Highlight(...ranges);
  // The one result the reader has gone to lies over all the others.
  if (name === 'taqabul-search-current') highlight.priority = 1;
  // What stays lies under what passes.
  if (name === 'taqabul-note') highlight.priority = -1;
  CSS.highlights.set(name, highlight);
  return () => {
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  };
}
