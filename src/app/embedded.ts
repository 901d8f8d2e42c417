import { parseClaims, type ClaimsFile } from '../claims/claims.ts';
import { computeGaps, joinParts } from '../corpus/blocks.ts';
import { parseCollection, type Article, type Collection } from '../corpus/collection.ts';
import { spanOfElement } from '../painting/article-dom.ts';

/** Id of the element that carries what hydration needs besides the page's own text. */
export const EMBEDDED_ID = 'taqabul-data';

/**
 * What the first view carries as data. The texts are not in it: they stand on the page, and are read
 * back from there, so that nothing travels twice.
 */
export interface EmbeddedData {
  readonly name: string;
  readonly collection: unknown;
  /** Without the quotations: their ranges say where they stand in the texts. */
  readonly claims: unknown;
  /** For each article the white space before, between and after its parts. */
  readonly gaps: Readonly<Record<string, readonly string[]>>;
}

/** What the first view held: a collection with its claims, and the texts that could be read back. */
export interface FirstView {
  readonly name: string;
  readonly collection: Collection;
  readonly claims: ClaimsFile;
  readonly texts: ReadonlyMap<string, string>;
}

/** Writes what the page must carry besides its text. */
export function embed(name: string, collection: Collection, claims: ClaimsFile, texts: ReadonlyMap<string, string>): EmbeddedData {
  const flat = (span: { start: number; end: number }) => [span.start, span.end];
  return {
    name,
    collection: JSON.parse(JSON.stringify(collection, (_, value: unknown) => (isSpan(value) ? flat(value) : value))) as unknown,
    claims: JSON.parse(
      JSON.stringify(claims, (key, value: unknown) => (key === 'quote' ? undefined : isSpan(value) ? flat(value) : value)),
    ) as unknown,
    gaps: Object.fromEntries(collection.articles.map((article) => [article.id, computeGaps(article, texts.get(article.id) ?? '')])),
  };
}

function isSpan(value: unknown): value is { start: number; end: number } {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && Object.keys(value).length === 2;
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

/** Reads the first view back from the page; null when it carries none (as during development). */
export function readFirstView(page: Document): FirstView | null {
  const element = page.getElementById(EMBEDDED_ID);
  if (element === null) return null;
  const data = JSON.parse(element.textContent ?? 'null') as EmbeddedData | null;
  if (data === null) return null;
  const collection = parseCollection(data.collection).value;
  const claims = parseClaims(data.claims).value;
  if (collection === undefined || claims === undefined) return null;
  const texts = new Map<string, string>();
  for (const article of collection.articles) {
    const text = readText(page, article, data.gaps[article.id] ?? []);
    if (text !== null) texts.set(article.id, text);
  }
  return { name: data.name, collection, claims, texts };
}
