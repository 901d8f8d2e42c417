import type { Span } from '../text/offsets.ts';
import { findArticles, findRangeIn, findTextElements, spanOfElement } from './article-dom.ts';
import { paintLayer, type LayerName } from './paint-layer.ts';

/** So many articles are painted whole; with more, only those near the screen: others are not even looked into. */
const FEW_ARTICLES = 12;
/** So many ranges are painted at once; with more, only those near the screen: each slows every repaint. */
const FEW = 300;
/** How far above and below the screen text counts as near it, in heights of the screen. */
const NEARBY = 2;
/** How far beside the screen an article counts as near it, in widths of the screen: as far as one scrolls at once. */
const BESIDE = 1;

/** A text element, and the spans that touch it. */
interface Touched {
  readonly element: Element;
  readonly spans: readonly Span[];
}

function findTouched(article: Element, all: readonly Span[]): Touched[] {
  return findTextElements(article).flatMap((element) => {
    const held = spanOfElement(element);
    const spans = all.filter(({ start, end }) => start < held.end && held.start < end);
    return spans.length === 0 ? [] : [{ element, spans }];
  });
}

function isNear(element: Element): boolean {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && bottom > -NEARBY * innerHeight && top < (1 + NEARBY) * innerHeight;
}

function isBeside(article: Element): boolean {
  const { left: start, right: end, width } = article.getBoundingClientRect();
  return width > 0 && end > -BESIDE * innerWidth && start < (1 + BESIDE) * innerWidth;
}

function findAll(touched: readonly Touched[]): Range[] {
  return touched.flatMap(({ element, spans }) => spans.flatMap((span) => findRangeIn(element, span) ?? []));
}

/**
 * Paints spans of articles in a named layer; of many articles in those near the screen, and of more than
 * some hundreds of spans in these those near it, as the reader scrolls. Returns what takes them off again.
 * Cost: the articles, and the text of those near the screen that have spans.
 */
export function paintSpans(
  name: LayerName,
  root: HTMLElement,
  spansOf: ReadonlyMap<string, readonly Span[]>,
): () => void {
  const articles = findArticles(root).filter(({ dataset }) => spansOf.has(dataset['article'] ?? ''));
  const known = new Map<HTMLElement, readonly Touched[]>();
  const touchedOf = (article: HTMLElement): readonly Touched[] => {
    const touched =
      known.get(article) ?? findTouched(article, spansOf.get(article.dataset['article'] ?? '') ?? []);
    known.set(article, touched);
    return touched;
  };
  const findNear = (): readonly Touched[] => {
    const beside = articles.length <= FEW_ARTICLES ? articles : articles.filter(isBeside);
    const touched = beside.flatMap(touchedOf);
    const count = touched.reduce((sum, { spans }) => sum + spans.length, 0);
    return count <= FEW ? touched : touched.filter(({ element }) => isNear(element));
  };
  let frame = 0;
  let painted: readonly Touched[] = [];
  let takeOff: () => void = () => undefined;
  const paint = () => {
    frame = 0;
    const near = findNear();
    if (near.length === painted.length && near.every((one, at) => one === painted[at])) return;
    painted = near;
    takeOff();
    takeOff = paintLayer(name, findAll(near));
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
