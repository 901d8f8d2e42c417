import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseClaims, type Claim, type ClaimsFile } from '../src/claims/claims.ts';
import { parseCollection, type Article, type Collection } from '../src/corpus/collection.ts';

/**
 * The default collection as it is published, read from its files: what the page has to agree with.
 */
const FOLDER = new URL('../public/seeds/', import.meta.url);

function read(file: string): string {
  return readFileSync(fileURLToPath(new URL(file, FOLDER)), 'utf8');
}

function parse<T>(file: string, parsed: { value?: T; problems?: readonly unknown[] }): T {
  if (parsed.value === undefined) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

/** The manifest of the five articles. */
export const collection: Collection = parse(
  'collection.json',
  parseCollection(JSON.parse(read('collection.json'))),
);

/** Everything that at least two of them say. */
export const claimsFile: ClaimsFile = parse(
  collection.claims,
  parseClaims(
    JSON.parse(read(collection.claims)),
    collection.articles.map(({ id }) => id),
  ),
);

/** The claims in the order of their file, which is the order of the rail. */
export const claims: readonly Claim[] = claimsFile.claims;

/** The texts by article id. */
export const texts: ReadonlyMap<string, string> = new Map(
  collection.articles.map(({ id, file }) => [id, read(file)]),
);

/** The ids of the articles, in the collection's order. */
export const articleIds: readonly string[] = collection.articles.map(({ id }) => id);

/** @throws Error when the collection has no such article */
export function getArticle(id: string): Article {
  const found = collection.articles.find((article) => article.id === id);
  if (found === undefined) throw new Error(`no article ${id}`);
  return found;
}

/** @throws Error when the collection has no such article */
export function getText(id: string): string {
  const text = texts.get(id);
  if (text === undefined) throw new Error(`no text of ${id}`);
  return text;
}

/** @throws Error when the claims have no such claim */
export function getClaim(id: string): Claim {
  const found = claims.find((claim) => claim.id === id);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return found;
}

/** A claim's place in the rail, from 1: the number that stands before its passages. */
export function getNumber(id: string): number {
  return claims.indexOf(getClaim(id)) + 1;
}

/** Where a piece of text stands in an article. @throws Error unless it stands there exactly once */
export function findOnce(article: string, words: string): { start: number; end: number } {
  const text = getText(article);
  const start = text.indexOf(words);
  if (start < 0 || text.indexOf(words, start + 1) >= 0) throw new Error(`not once in ${article}: ${words}`);
  return { start, end: start + words.length };
}

/** Ids of the articles that make a claim, in the collection's order. */
export function findMakers(claim: Claim): string[] {
  return articleIds.filter((id) => claim.evidence.some(({ article }) => article === id));
}

/** The claim's passages in one article, in the order of the file. */
export function findPassages(claim: Claim, article: string): { start: number; end: number }[] {
  return claim.evidence.filter((evidence) => evidence.article === article).map(({ range }) => range);
}

/** A passage as it lies among others: outside what starts later or is shorter, as marks are nested. */
interface Lying {
  readonly claim: string;
  readonly start: number;
  readonly end: number;
}

/** The passage that lies innermost at an offset, which is what a press there means. */
function findInnermost(passages: readonly Lying[], offset: number): Lying | undefined {
  return passages
    .filter(({ start, end }) => start <= offset && offset < end)
    .toSorted(
      (one, other) => one.start - other.start || other.end - one.end || (one.claim < other.claim ? -1 : 1),
    )
    .at(-1);
}

/**
 * A letter of a claim's passage that a press may hit, with the number of the passage among the
 * claim's in that article. @throws Error when others lie over all of them
 */
export function findPlaceToPress(claim: Claim, article: string): { index: number; offset: number } {
  const text = getText(article);
  const all = claims.flatMap((one) =>
    findPassages(one, article).map((range) => ({ claim: one.id, ...range })),
  );
  for (const [index, { start, end }] of findPassages(claim, article).entries()) {
    for (let offset = start; offset < end; offset += 1) {
      const isLetter = /\p{L}/u.test(text.charAt(offset));
      const innermost = findInnermost(all, offset);
      if (isLetter && innermost?.claim === claim.id && innermost.start === start) return { index, offset };
    }
  }
  throw new Error(`${claim.id} lies under other claims everywhere in ${article}`);
}
