import type { Span } from '../text/offsets.ts';
import { findRangeIn, findTextElements, spanOfElement } from './article-dom.ts';
import { paintLayer, type LayerName } from './paint-layer.ts';

/** So many ranges are painted at once; with more, only those near the screen: each slows every repaint. */
const FEW = 300;
/** How far around the screen text counts as near it, in heights of the screen. */
const NEARBY = 2;

/** A text element, and the spans that touch it. */
interface Touched {
  readonly element: Element;
  readonly spans: readonly Span[];
}

function findTouched(root: ParentNode, spansOf: ReadonlyMap<string, readonly Span[]>): Touched[] {
  return Array.from(spansOf).flatMap(([article, all]) => {
    const column = root.querySelector(`[data-article="${article}"]`);
    return (column === null ? [] : findTextElements(column)).flatMap((element) => {
      const held = spanOfElement(element);
      const spans = all.filter(({ start, end }) => start < held.end && held.start < end);
      return spans.length === 0 ? [] : [{ element, spans }];
    });
  });
}

function isNear(element: Element): boolean {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && bottom > -NEARBY * innerHeight && top < (1 + NEARBY) * innerHeight;
}

function findAll(touched: readonly Touched[]): Range[] {
  return touched.flatMap(({ element, spans }) => spans.flatMap((span) => findRangeIn(element, span) ?? []));
}

/**
 * Paints spans of articles in a named layer; of more than some hundreds those near the screen, as the
 * reader scrolls. Returns what takes them off again.
 */
export function paintSpans(
  name: LayerName,
  root: HTMLElement,
  spansOf: ReadonlyMap<string, readonly Span[]>,
): () => void {
  const touched = findTouched(root, spansOf);
  if (touched.reduce((count, { spans }) => count + spans.length, 0) <= FEW) {
    return paintLayer(name, findAll(touched));
  }
  let frame = 0;
  let painted = '';
  let takeOff: () => void = () => undefined;
  const paint = () => {
    frame = 0;
    const near = touched.flatMap(({ element }, place) => (isNear(element) ? [place] : []));
    if (near.join() === painted) return;
    painted = near.join();
    takeOff();
    takeOff = paintLayer(name, findAll(near.flatMap((place) => touched[place] ?? [])));
  };
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  paint();
  root.addEventListener('scroll', schedule, { capture: true, passive: true });
  root.addEventListener('toggle', schedule, { capture: true });
  addEventListener('resize', schedule);
  return () => {
    cancelAnimationFrame(frame);
    root.removeEventListener('scroll', schedule, { capture: true });
    root.removeEventListener('toggle', schedule, { capture: true });
    removeEventListener('resize', schedule);
    takeOff();
  };
}
