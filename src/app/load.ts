import { parseClaims, type ClaimsFile } from '../claims/claims.ts';
import { checkArticle } from '../corpus/check-article.ts';
import { parseCollection, type Article, type Collection } from '../corpus/collection.ts';
import type { Parsed } from '../corpus/parsed.ts';
import { addLaterStrings } from '../i18n/later.ts';
import { LoadError, type LoadFailure } from './load-error.ts';

export { holdClaims } from './hold-claims.ts';
export { openLoneClaims } from './lone-marks.ts';

addLaterStrings();

/** Larger files are not read: no report of an event comes near. In bytes, unpacked. */
const MAX_BYTES = 20_000_000;

/** As much of what is wrong as a reader can pass on to whoever publishes the file. In UTF-16 code units. */
const MAX_DETAIL = 200;

/** Marks that turn the direction of what follows, and control characters: a hostile file may hold any. */
const UNSEEN = /[\p{Bidi_Control}\p{Cc}]+/gu;

/** What went wrong; of what a file made us say, only what can be shown inside a sentence. */
function fail(failure: LoadFailure, detail: string): LoadError {
  const seen = detail.slice(0, MAX_DETAIL).replace(UNSEEN, ' ').trim();
  return new LoadError(failure, detail.length > MAX_DETAIL ? `${seen}…` : seen);
}

/** What a status other than success means for the reader. */
function readStatus(status: number): LoadFailure {
  if (status === 404 || status === 410) return 'missing';
  if (status === 401 || status === 403) return 'forbidden';
  return status >= 500 ? 'server' : 'status';
}

/** Why a response is not the file asked for; null when it is. */
function refuse(response: Response, path: string, type: string): LoadError | null {
  if (!response.ok) return fail(readStatus(response.status), String(response.status));
  const stated = response.headers.get('content-type') ?? '';
  return stated.startsWith(type) ? null : fail('malformed', `${path}: ${stated}`);
}

/** A body's bytes, as far as they are worth reading; null when there are more. Rejects when the connection ends. */
async function readBytes(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  let length = 0;
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
    chunks.push(piece.value);
    length += piece.value.length;
    if (length > MAX_BYTES) {
      await reader?.cancel();
      return null;
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Fetches a file of this site as bytes. @throws LoadError */
async function loadBytes(path: string, type: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer> | null;
  try {
    const response = await fetch(new URL(path, document.baseURI), { signal });
    const refusal = refuse(response, path, type);
    if (refusal !== null) {
      await response.body?.cancel();
      throw refusal;
    }
    bytes = await readBytes(response);
  } catch (error) {
    // Both `fetch` and the body's reader say so when there is no connection, or no longer one.
    if (error instanceof TypeError) throw fail('offline', path);
    throw error;
  }
  if (bytes === null) throw fail('malformed', `${path}: > ${MAX_BYTES} B`);
  return bytes;
}

function decode(bytes: Uint8Array<ArrayBuffer>, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw fail('unreadable', path);
    throw error;
  }
}

async function loadJson<T>(
  path: string,
  parse: (input: unknown) => Parsed<T>,
  signal: AbortSignal,
): Promise<T> {
  const text = decode(await loadBytes(path, 'application/json', signal), path);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw fail('malformed', `${path}: ${error.message}`);
    throw error;
  }
  const parsed = parse(input);
  const [problem] = parsed.problems ?? [];
  if (problem !== undefined) throw fail('malformed', `${path}: ${problem.path}: ${problem.message}`);
  return parsed.value as T;
}

/** Fetches a collection's manifest. @throws LoadError */
export function loadCollection(name: string, signal: AbortSignal): Promise<Collection> {
  return loadJson(`./${name}/collection.json`, parseCollection, signal);
}

/** Fetches a collection's claims. @throws LoadError */
export function loadClaims(name: string, collection: Collection, signal: AbortSignal): Promise<ClaimsFile> {
  const articles = collection.articles.map(({ id }) => id);
  const parse = (input: unknown) => parseClaims(input, articles);
  return loadJson(`./${name}/${collection.claims}`, parse, signal);
}

/** Whether bytes have the checksum stated; true where none is, or where the browser cannot compute it. */
async function hasChecksum(bytes: Uint8Array<ArrayBuffer>, stated: string | undefined): Promise<boolean> {
  // Browsers compute checksums on https and on the reader's own machine alone.
  if (stated === undefined || !isSecureContext) return true;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const found = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return found === stated;
}

/** Fetches an article's text and holds it against the manifest. @throws LoadError */
export async function loadText(name: string, article: Article, signal: AbortSignal): Promise<string> {
  const path = `./${name}/${article.file}`;
  const bytes = await loadBytes(path, 'text/plain', signal);
  if (!(await hasChecksum(bytes, article.sha256))) throw fail('changed', path);
  const text = decode(bytes, path);
  if (text.length !== article.length) throw fail('changed', path);
  const [problem] = checkArticle(article, text);
  if (problem !== undefined) throw fail('malformed', `${path}: ${problem.path}: ${problem.message}`);
  return text;
}
