import { readMotionOf } from '../../painting/reveal.ts';

/** How far something is scrolled, and how large its content was then, in CSS pixels. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const SCROLLING_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

function readPlace(element: Element): Place {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element;
  return { left: scrollLeft, top: scrollTop, width: scrollWidth, height: scrollHeight };
}

/** A place in a content that is longer or shorter by now. */
function scale(element: Element, { left, top, width, height }: Place): { left: number; top: number } {
  return {
    left: left === 0 ? 0 : left * (element.scrollWidth / width),
    top: top === 0 ? 0 : top * (element.scrollHeight / height),
  };
}

/** The column's text that an event happens in. */
function findEventScroller({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-scroller]') : null;
}

/**
 * Where the columns and the row of them are scrolled to, so that they can be given back what a change
 * of order or a claim in focus has taken: every place but those the reader has since scrolled by hand.
 */
export class KeptPlaces {
  readonly #root: HTMLElement;
  readonly #places = new Map<EventTarget, Place>();
  /** Where the reader was before the first focus. */
  readonly #home = new Map<Element, Place>();
  /** What a wheel, a finger or a key has been at since it was last moved for the reader. */
  readonly #touched = new Set<EventTarget>();
  /** What the reader has scrolled by hand since. */
  readonly #byHand = new Set<Element>();
  #scrolling: Element | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** What the reader has scrolled since it was last moved for them. */
  get byHand(): ReadonlySet<Element> {
    return this.#byHand;
  }

  /** The column that a wheel, a finger or a key is scrolling; null when what moves is moved for the reader. */
  get scrolling(): Element | null {
    return this.#scrolling;
  }

  #all(): Element[] {
    return [this.#root, ...this.#root.querySelectorAll('[data-scroller]')];
  }

  /** Follows where the columns are; returns what ends that. */
  follow(): () => void {
    // Where they stand already: scrolled before the page was alive, or brought to a linked passage.
    for (const element of this.#all()) this.#places.set(element, readPlace(element));
    const keep = ({ target }: Event) => {
      // What is not on the screen has lost its place, or will; what is put away is not laid out to be asked.
      if (!(target instanceof HTMLElement) || target.closest('[data-away]') !== null) return;
      if (target.clientHeight === 0) return;
      this.#places.set(target, readPlace(target));
      if (this.#touched.has(target)) this.#byHand.add(target);
    };
    const touch = (event: Event) => {
      const isKey = event instanceof KeyboardEvent;
      // Any other key, and any click, may move columns for the reader.
      const isByHand = event.type !== 'click' && (!isKey || SCROLLING_KEYS.has(event.key));
      this.#scrolling = isByHand ? findEventScroller(event) : null;
      if (this.#scrolling !== null) this.#touched.add(this.#scrolling);
      if (isByHand && !isKey) this.#touched.add(this.#root);
    };
    // The row's own scrollbar: nothing else of it is pressed without pressing what stands in it.
    const grip = ({ target }: Event) => {
      if (target === this.#root) this.#touched.add(this.#root);
    };
    const ended = new AbortController();
    const options = { capture: true, passive: true, signal: ended.signal };
    this.#root.addEventListener('scroll', keep, options);
    this.#root.addEventListener('pointerdown', grip, options);
    for (const type of ['wheel', 'touchmove', 'keydown', 'click'])
      document.addEventListener(type, touch, options);
    return () => ended.abort();
  }

  /** Says that the reader has moved a column by scrolling another. */
  moveByHand(scroller: Element): void {
    this.#byHand.add(scroller);
  }

  /** Gives columns back their place in the text when a change of order has moved them. */
  restore(): void {
    for (const element of this.#all()) {
      const { top } = this.#places.get(element) ?? { top: 0 };
      if (element !== this.#root && element.scrollTop !== top) element.scrollTo({ top, behavior: 'instant' });
    }
  }

  /** Before the columns are moved for the reader: where they stand is where they will be taken back to, unless one is kept already. */
  leave(): void {
    for (const element of this.#all()) {
      const place = this.#places.get(element);
      if (place !== undefined && (!this.#home.has(element) || this.#byHand.has(element)))
        this.#home.set(element, place);
    }
    this.#forgetHand();
  }

  /**
   * Takes the reader back to where they were; where they have gone by hand since, they stay. What lies in
   * `far` is not moved yet: the answer does that for one such column, at once.
   */
  comeBack(far: ReadonlySet<HTMLElement>): (column: HTMLElement) => void {
    const home = Array.from(this.#home).filter(
      ([element]) => element.isConnected && !this.#byHand.has(element),
    );
    this.#home.clear();
    this.#forgetHand();
    const isFar = (element: Element) => Array.from(far).some((column) => column.contains(element));
    const ways = home
      .filter(([element]) => far.size === 0 || element === this.#root || !isFar(element))
      .map(([element, place]) => ({ element, behavior: readMotionOf(element), ...scale(element, place) }));
    for (const { element, ...way } of ways) element.scrollTo(way);
    return (column) => {
      const [element, place] = home.find(([one]) => one !== this.#root && column.contains(one)) ?? [];
      if (element !== undefined && place !== undefined && !this.#byHand.has(element))
        element.scrollTo({ ...scale(element, place), behavior: 'instant' });
    };
  }

  #forgetHand(): void {
    this.#byHand.clear();
    this.#touched.clear();
    this.#scrolling = null;
  }
}
