import { ARTICLE_SELECTOR } from '../../painting/article-dom.ts';
import { findColumns, findScroller } from './align-columns.ts';

/** With no more columns than this all of them are laid out at once: the screen shows about as many. */
const FEW = 5;

/** The element of a column that is laid out anew when the column becomes wider or narrower. */
function findText(column: HTMLElement): HTMLElement | null {
  return findScroller(column)?.querySelector<HTMLElement>('[data-layer-host]') ?? null;
}

/**
 * The columns beyond the edges of the screen. When the comparison comes or goes every column becomes
 * narrower or wider; laying out dozens of texts would keep the reader waiting for the movement. The far
 * ones keep the width they have until it has begun, and then come one by one.
 */
export class FarColumns {
  readonly #root: HTMLElement;
  /** How wide each text is, in CSS pixels. */
  readonly #widths = new Map<Element, number>();
  readonly #inView = new Set<Element>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Follows which columns are on the screen and how wide the texts are; returns what ends that. */
  follow(): () => void {
    const sizes = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) this.#widths.set(target, contentRect.width);
    });
    const views = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#inView.add(target);
          else this.#inView.delete(target);
        }
      },
      { root: this.#root },
    );
    for (const column of findColumns(this.#root)) {
      const text = findText(column);
      if (text !== null) sizes.observe(text);
      views.observe(column);
    }
    return () => {
      sizes.disconnect();
      views.disconnect();
      this.#inView.clear();
      clearTimeout(this.#timer);
      // Those turned off meanwhile too: they would come back as wide as they were.
      for (const column of this.#root.querySelectorAll<HTMLElement>(ARTICLE_SELECTOR)) this.release(column);
    };
  }

  /** Keeps the far columns as wide as they are and answers them; none where there are few columns, or before it is known which are far. */
  hold(): Set<HTMLElement> {
    clearTimeout(this.#timer);
    const columns = findColumns(this.#root);
    if (columns.length <= FEW || this.#inView.size === 0) return new Set();
    const far = new Set(columns.filter((column) => !this.#inView.has(column)));
    for (const column of far) {
      const text = findText(column);
      const width = text === null ? undefined : this.#widths.get(text);
      if (text !== null && width !== undefined) text.style.inlineSize = `${width}px`;
    }
    return far;
  }

  /** Lets a column be as wide as it is meant to be. */
  release(column: HTMLElement): void {
    findText(column)?.style.removeProperty('inline-size');
  }

  /** Releases columns one by one, in turns with whatever else the page does, and does something to each. */
  releaseLater(columns: Iterable<HTMLElement>, act: (column: HTMLElement) => void): void {
    const waiting = Array.from(columns);
    const next = () => {
      const column = waiting.shift();
      if (column === undefined) return;
      this.release(column);
      act(column);
      this.#timer = setTimeout(next);
    };
    this.#timer = setTimeout(next);
  }
}
