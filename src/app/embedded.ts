import type { ClaimsOutline } from '../claims/outline.ts';
import { computeGaps, joinParts } from '../corpus/blocks.ts';
import type { Article, Collection } from '../corpus/collection.ts';
import { spanOfElement } from '../painting/article-dom.ts';
import { toSpan } from '../text/offsets.ts';

/** Id of the element that carries what hydration needs besides the page's own text. */
export const EMBEDDED_ID = 'taqabul-data';

/**
 * What the first view carries as data. The texts are not in it: they stand on the page, and are read
 * back from there, so that nothing travels twice.
 */
export interface EmbeddedData {
  readonly name: string;
  readonly collection: Collection;
  readonly outline: ClaimsOutline;
  /** For each article the white space before, between and after its parts. */
  readonly gaps: Readonly<Record<string, readonly string[]>>;
}

/** What the first view held: a collection with its claims, and the texts that could be read back. */
export interface FirstView {
  readonly name: string;
  readonly collection: Collection;
  readonly outline: ClaimsOutline;
  readonly texts: ReadonlyMap<string, string>;
}

/** What the page has no use for: the texts have been checked, and the description is for those who list collections. */
const LEFT_OUT = new Set(['sha256', 'description']);

/** Spans travel as `[start, end]`, as in the published files; nothing else in them is a pair of numbers. */
function flatten(key: string, value: unknown): unknown {
  if (LEFT_OUT.has(key)) return undefined;
  const isSpan = typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
  return isSpan ? [value.start, value.end] : value;
}

/** The inverse of {@link flatten}. */
function restore(_key: string, value: unknown): unknown {
  const isPair =
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'number' &&
    typeof value[1] === 'number';
  return isPair ? toSpan(value[0] as number, value[1] as number) : value;
}

/** Writes what the page must carry besides its text, as JSON that is safe inside a script element. */
export function embed({ name, collection, outline, texts }: FirstView): string {
  const gaps = Object.fromEntries(
    collection.articles.map((article) => [article.id, computeGaps(article, texts.get(article.id) ?? '')]),
  );
  const data: EmbeddedData = { name, collection, outline, gaps };
  return JSON.stringify(data, flatten).replaceAll('<', '\\u003c');
}

/** Puts an article's text together from the page; null when the page does not show all of it. */
function readText(root: ParentNode, article: Article, gaps: readonly string[]): string | null {
  const column = root.querySelector(`[data-article="${article.id}"]`);
  if (column === null) return null;
  const byStart = new Map<number, string>();
  for (const element of column.querySelectorAll('[data-start]')) {
    byStart.set(spanOfElement(element).start, element.textContent ?? '');
  }
  const parts = article.parts.map(({ range }) => byStart.get(range.start) ?? '');
  return joinParts(article, parts, gaps);
}

/**
 * Reads the first view back from the page; null when it carries none (as during development). The
 * build has validated what it wrote there, and the page is trusted as its scripts are.
 */
export function readFirstView(page: Document): FirstView | null {
  const element = page.getElementById(EMBEDDED_ID);
  if (element === null) return null;
  const { name, collection, outline, gaps } = JSON.parse(element.textContent ?? '', restore) as EmbeddedData;
  const texts = new Map<string, string>();
  for (const article of collection.articles) {
    const text = readText(page, article, gaps[article.id] ?? []);
    if (text !== null) texts.set(article.id, text);
  }
  return { name, collection, outline, texts };
}
