import { readFileSync } from 'node:fs';
import { parseClaims, type ClaimsFile } from '../claims/claims.ts';
import { parseCollection, type PublishedCollection } from '../corpus/collection.ts';
import type { Parsed } from '../corpus/parsed.ts';

const FOLDER = new URL('../../public/seeds/', import.meta.url);

function read(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}

function getValue<T>({ value, problems }: Parsed<T>): T {
  if (problems !== undefined) throw new Error(JSON.stringify(problems));
  return value;
}

/** A published JSON file of the shipped collection, as it is read before anything is known of it. */
export function readSeedJson(file: string): unknown {
  return JSON.parse(read(file));
}

/** The shipped collection. */
export const SEEDS: PublishedCollection = getValue(parseCollection(JSON.parse(read('collection.json'))));

/** Its claims. */
export const SEED_CLAIMS: ClaimsFile = getValue(
  parseClaims(
    JSON.parse(read(SEEDS.claims)),
    SEEDS.articles.map(({ id }) => id),
  ),
);

/** Its texts as published, by article id. */
export const SEED_TEXTS: ReadonlyMap<string, string> = new Map(
  SEEDS.articles.map(({ id, file }) => [id, read(file)]),
);

/** The text of one of its articles. @throws RangeError when there is no such article. */
export function getSeedText(article: string): string {
  const text = SEED_TEXTS.get(article);
  if (text === undefined) throw new RangeError(`no article ${article}`);
  return text;
}
