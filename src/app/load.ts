import { parseClaims, type ClaimsFile } from '../claims/claims.ts';
import { checkArticle } from '../corpus/check-article.ts';
import { parseCollection, type Article, type Collection } from '../corpus/collection.ts';
import type { Parsed } from '../corpus/parsed.ts';
import { LoadError } from './load-error.ts';

/** Larger files are not read: no report of an event comes near. In bytes as the server states them. */
const MAX_BYTES = 20_000_000;

/** Why a response is not the file asked for; null when it is. */
function refuse(response: Response, path: string, type: string): LoadError | null {
  if (response.status === 404) return new LoadError('missing', path);
  if (!response.ok) return new LoadError('offline', `${path} (${response.status})`);
  const stated = response.headers.get('content-type') ?? '';
  if (!stated.startsWith(type)) return new LoadError('malformed', `${path}: ${stated}`);
  const length = Number(response.headers.get('content-length') ?? 0);
  return length > MAX_BYTES ? new LoadError('malformed', `${path}: ${length} > ${MAX_BYTES}`) : null;
}

async function loadFile(path: string, type: string, signal: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL(path, document.baseURI), { signal });
  } catch (error) {
    if (error instanceof TypeError) throw new LoadError('offline', path);
    throw error;
  }
  const refusal = refuse(response, path, type);
  if (refusal !== null) {
    await response.body?.cancel();
    throw refusal;
  }
  return response.text();
}

async function loadJson<T>(
  path: string,
  parse: (input: unknown) => Parsed<T>,
  signal: AbortSignal,
): Promise<T> {
  const text = await loadFile(path, 'application/json', signal);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new LoadError('malformed', `${path}: ${error.message}`);
    throw error;
  }
  const parsed = parse(input);
  const [problem] = parsed.problems ?? [];
  if (problem !== undefined) throw new LoadError('malformed', `${path}: ${problem.path}: ${problem.message}`);
  return parsed.value as T;
}

/** Fetches a collection's manifest. @throws LoadError */
export function loadCollection(name: string, signal: AbortSignal): Promise<Collection> {
  return loadJson(`./${name}/collection.json`, parseCollection, signal);
}

/** Fetches a collection's claims. @throws LoadError */
export function loadClaims(name: string, file: string, signal: AbortSignal): Promise<ClaimsFile> {
  return loadJson(`./${name}/${file}`, parseClaims, signal);
}

/** Fetches an article's text and holds it against the manifest. @throws LoadError */
export async function loadText(name: string, article: Article, signal: AbortSignal): Promise<string> {
  const path = `./${name}/${article.file}`;
  const text = await loadFile(path, 'text/plain', signal);
  const [problem] = checkArticle(article, text);
  if (problem !== undefined) throw new LoadError('malformed', `${path}: ${problem.path}: ${problem.message}`);
  return text;
}
