import type { PassageSelector } from '../anchoring/passage.ts';
import { toSpan } from '../text/offsets.ts';

/** A passage as links of the first version point at it: an article, offsets and a quotation. */
export interface QuotedPassage {
  readonly article: string;
  readonly selector: PassageSelector;
}

/**
 * A passage as links are written now: an article and the token that finds the passage in it. What a
 * token says is known only where passages are resolved (`src/anchoring/anchoring.ts`).
 */
export interface NamedPassage {
  readonly article: string;
  readonly token: string;
}

/** A passage that a link points at. */
export type PassageTarget = QuotedPassage | NamedPassage;

/** `article.token`: one dot, where the first version has three or four. */
const NAMED = /^([a-z0-9-]{1,64})\.([\w-]{2,128})$/;

/** The first version, `article.start-end.digest.head[.tail]`: offsets in base 36, digest in base 36, quotations in base64url. */
const PASSAGE =
  /^([a-z0-9-]{1,64})\.([0-9a-z]{1,7})-([0-9a-z]{1,7})\.([0-9a-z]{1,7})\.([\w-]{1,512})(?:\.([\w-]{1,512}))?$/;
const MAX_DIGEST = 0xffff_ffff;

/** UTF-8 in base64url without padding (RFC 4648 §5). The text must be well-formed UTF-16. */
function encodeText(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The inverse of {@link encodeText}; null when the text is no base64url or no UTF-8. */
function decodeText(code: string): string | null {
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return encodeText(text) === code ? text : null;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

/** Writes a passage as one field of a link; inverse of {@link decodePassage}. Opaque, never percent-encoded. */
export function encodePassage(target: PassageTarget): string {
  const { article } = target;
  if ('token' in target) return `${article}.${target.token}`;
  const { selector } = target;
  const { span, head, tail, digest } = selector;
  const range = `${span.start.toString(36)}-${span.end.toString(36)}`;
  const quotation = tail === null ? encodeText(head) : `${encodeText(head)}.${encodeText(tail)}`;
  return `${article}.${range}.${digest.toString(36)}.${quotation}`;
}

/**
 * Reads a passage from a link; null when it cannot have been written by {@link encodePassage}. A token
 * is not looked into: one that is damaged is an outcome of its passage, not of the link.
 */
export function decodePassage(code: string): PassageTarget | null {
  const [, named, token] = NAMED.exec(code) ?? [];
  if (named !== undefined && token !== undefined) return { article: named, token };
  const match = PASSAGE.exec(code);
  if (match === null) return null;
  const [, article = '', from = '', to = '', sum = '', headCode = '', tailCode] = match;
  const [start, end, digest] = [from, to, sum].map((number) => Number.parseInt(number, 36)) as [
    number,
    number,
    number,
  ];
  const head = decodeText(headCode);
  const tail = tailCode === undefined ? null : decodeText(tailCode);
  if (start >= end || digest > MAX_DIGEST || head === null || (tailCode !== undefined && tail === null))
    return null;
  const target = { article, selector: { span: toSpan(start, end), head, tail, digest } };
  return encodePassage(target) === code ? target : null;
}
