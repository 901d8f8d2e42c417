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
  parseClaims(JSON.parse(read(collection.claims))),
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

/**
 * An offset inside a passage where no other claim is made, so that a click there can only mean this
 * one; null when others cover all of it. White space and punctuation are passed over.
 */
export function findOwnPlace(claim: Claim, article: string): { index: number; offset: number } | null {
  const text = getText(article);
  const others = claims.filter(({ id }) => id !== claim.id).flatMap((other) => findPassages(other, article));
  for (const [index, { start, end }] of findPassages(claim, article).entries()) {
    for (let offset = start; offset < end; offset += 1) {
      const isFree = !others.some((range) => range.start <= offset && offset < range.end);
      if (isFree && /\p{L}/u.test(text.charAt(offset))) return { index, offset };
    }
  }
  return null;
}
