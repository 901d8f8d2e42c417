import { toSpan, type Span } from '../text/offsets.ts';

/**
 * How rendered text is tied to its published offsets: every element that holds article text carries
 * `data-start`, the published offset of its first character, and holds nothing else as text. An
 * article's elements lie under one that carries `data-article`.
 */
export const TEXT_SELECTOR = '[data-start]';
/** The element that holds one article; its `data-article` is the article's id. */
export const ARTICLE_SELECTOR = '[data-article]';

/**
 * The elements under `root` that hold articles, in document order. Looks into none of them, which of many
 * articles a selector would. Cost: the articles and what stands around them.
 */
export function findArticles(root: Element): HTMLElement[] {
  return Array.from(root.children).flatMap((child) =>
    child instanceof HTMLElement && child.dataset['article'] !== undefined ? [child] : findArticles(child),
  );
}

function startOf(element: Element): number {
  return Number((element as HTMLElement).dataset['start']);
}

/** The span of published text that a text element holds. Cost: its text. */
export function spanOfElement(element: Element): Span {
  const start = startOf(element);
  return toSpan(start, start + (element.textContent ?? '').length);
}

/** The elements of an article that hold its text, in document order. */
export function findTextElements(root: ParentNode): Element[] {
  return Array.from(root.querySelectorAll(TEXT_SELECTOR));
}

/** The text node and the offset in it where a published offset of the element stands; null when outside. */
function findPoint(element: Element, offset: number, isEnd: boolean): { node: Text; offset: number } | null {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = startOf(element);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const end = at + (node as Text).length;
    if (isEnd ? offset > at && offset <= end : offset >= at && offset < end) {
      return { node: node as Text, offset: offset - at };
    }
    at = end;
  }
  return null;
}

/** The DOM range that shows what a text element holds of a span; null when that is nothing. Cost: its text. */
export function findRangeIn(element: Element, span: Span): Range | null {
  const held = spanOfElement(element);
  if (span.start >= held.end || held.start >= span.end) return null;
  const from = findPoint(element, Math.max(span.start, held.start), false);
  const to = findPoint(element, Math.min(span.end, held.end), true);
  if (from === null || to === null) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/**
 * The DOM ranges that show a span of an article: one for each text element it touches, in document
 * order. Empty when the span is empty or not rendered. Cost: the elements touched.
 */
export function findRanges(article: ParentNode, span: Span): Range[] {
  return findTextElements(article).flatMap((element) => findRangeIn(element, span) ?? []);
}

/** How many characters of the element's text lie before a boundary point. */
function lengthBefore(element: Element, node: Node, offset: number): number {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The part of a DOM range that lies in one text element, as a published span; null when none does. */
function intersect(range: Range, element: Element): Span | null {
  if (!range.intersectsNode(element)) return null;
  const held = spanOfElement(element);
  const from = element.contains(range.startContainer)
    ? held.start + lengthBefore(element, range.startContainer, range.startOffset)
    : held.start;
  const to = element.contains(range.endContainer)
    ? held.start + lengthBefore(element, range.endContainer, range.endOffset)
    : held.end;
  return from < to ? toSpan(from, to) : null;
}

/** Whether a reader sees the element: furniture that is folded away is selected along with nothing. */
function isUnfolded(element: Element): boolean {
  return element.closest('details:not([open])') === null;
}

/** What a DOM range covers of one article, run by run in the order of its text. */
function findRuns(article: Element, range: Range): Span[] {
  const elements = findTextElements(article).toSorted((one, other) => startOf(one) - startOf(other));
  const runs: Span[] = [];
  let last: Element | undefined;
  for (const [index, element] of elements.entries()) {
    const span = isUnfolded(element) ? intersect(range, element) : null;
    if (span === null) continue;
    const run = runs.at(-1);
    const continues = run !== undefined && last !== undefined && elements[index - 1] === last;
    if (continues) runs[runs.length - 1] = toSpan(run.start, span.end);
    else runs.push(span);
    last = element;
  }
  return runs;
}

/**
 * What a DOM range covers of the articles under `root`: for each article touched every run of text
 * that is selected without a gap, in the order of the file. A headline may stand elsewhere on the
 * page than in the file, and what lies folded between two paragraphs is not selected: then there are
 * several runs. Empty when no article text is selected.
 */
export function findSelectedSpans(root: ParentNode, range: Range): { article: string; span: Span }[] {
  return Array.from(root.querySelectorAll<HTMLElement>(ARTICLE_SELECTOR)).flatMap((article) => {
    if (article.hidden || !range.intersectsNode(article)) return [];
    return findRuns(article, range).map((span) => ({ article: article.dataset['article'] ?? '', span }));
  });
}

/**
 * The numbers that stand before the passages of a claim (of every claim when null) under `root`, in
 * document order. Under one article, in the order of its text: its headline may stand elsewhere on
 * the page than in the file.
 */
export function findPassageNumbers(root: ParentNode, claim: string | null): HTMLElement[] {
  const selector = claim === null ? '.claim-number' : `mark[data-claim="${claim}"] > .claim-number`;
  const numbers = Array.from(root.querySelectorAll<HTMLElement>(selector));
  if (!(root instanceof Element) || root.closest(ARTICLE_SELECTOR) === null) return numbers;
  const offset = (number: HTMLElement) =>
    Number(number.closest<HTMLElement>(TEXT_SELECTOR)?.dataset['start']);
  return numbers.toSorted((one, other) => offset(one) - offset(other));
}
