import { fold } from '../../text/fold.ts';
import { toSpan, type Span } from '../../text/offsets.ts';
import { findWordAt, findWords, mixHash, type WordTable } from '../../text/word-table.ts';
import { digest } from '../passage.ts';
import { Frequencies } from './probe.ts';
import { EDGE_LIMIT, GAP_DIGEST_BITS, PASSAGE_DIGEST_BITS, TEXT_DIGEST_BITS } from './fingerprint.ts';

/** A text with what every look-up in it needs: cut into words once, however many passages are sought. */
export interface PreparedText {
  readonly text: string;
  readonly words: WordTable;
  readonly frequencies: Frequencies;
  /** {@link TEXT_DIGEST_BITS} bits of the digest of the text as published. */
  readonly digest: number;
}

function shorten(hash: number, width: number): number {
  return mixHash(hash) >>> (32 - width);
}

/** Prepares a text. Linear: some hundredths of a second for a million characters. */
export function prepareText(text: string): PreparedText {
  const words = findWords(text);
  return {
    text,
    words,
    frequencies: new Frequencies(words.hashes),
    digest: shorten(digest(text), TEXT_DIGEST_BITS),
  };
}

/** {@link PASSAGE_DIGEST_BITS} bits of the digest of a passage, letter for letter. */
export function digestPassage({ text }: PreparedText, { start, end }: Span): number {
  return shorten(digest(text.slice(start, end)), PASSAGE_DIGEST_BITS);
}

/** {@link GAP_DIGEST_BITS} bits of the digest of the words `[start, end)`, whatever their spelling; 0 for none. */
export function digestWords({ words }: PreparedText, start: number, end: number): number {
  if (start >= end) return 0;
  let hash = 0;
  for (const word of words.hashes.subarray(start, end)) hash = mixHash(hash ^ word);
  return shorten(hash, GAP_DIGEST_BITS);
}

/** A passage in whole words and the punctuation at its ends. */
export interface Snapped {
  /** The index of its first word. */
  readonly start: number;
  /** The index after its last word; more than `start`. */
  readonly end: number;
  /** Folded characters of punctuation before the first word that belong to it, without white space. */
  readonly edgeBefore: number;
  readonly edgeAfter: number;
}

/** The published ranges of the folded characters of some punctuation, white space left out, in order. */
function findUnits(text: string, start: number, end: number): Span[] {
  if (start >= end) return [];
  const folded = fold(text.slice(start, end));
  const units: Span[] = [];
  let at = 0;
  for (const character of folded.text) {
    const span = toSpan(start + (folded.starts[at] ?? 0), start + (folded.ends[at] ?? 0));
    if (character !== ' ') units.push(span);
    at += character.length;
  }
  return units;
}

/** Where the text between the word before a boundary and the word after it starts and ends. */
function findGap({ text, words }: PreparedText, boundary: number): [start: number, end: number] {
  return [words.ends[boundary - 1] ?? 0, words.starts[boundary] ?? text.length];
}

/**
 * Widens a span to whole words; of punctuation at its ends it keeps what it covered, up to
 * {@link EDGE_LIMIT} units. Null when it touches no word.
 */
export function snap(prepared: PreparedText, span: Span): Snapped | null {
  const { text, words } = prepared;
  let start = findWordAt(words, span.start);
  let end = findWordAt(words, span.end - 1);
  if ((words.starts[end] ?? Infinity) < span.end) end += 1;
  if (start >= end) return null;
  // Words that share a published character (ﷺ) are taken together.
  while (start > 0 && (words.ends[start - 1] ?? 0) > (words.starts[start] ?? 0)) start -= 1;
  while (end < words.count && (words.starts[end] ?? 0) < (words.ends[end - 1] ?? 0)) end += 1;
  const before = findUnits(text, span.start, words.starts[start] ?? 0);
  const after = findUnits(text, words.ends[end - 1] ?? 0, span.end);
  return {
    start,
    end,
    edgeBefore: Math.min(before.length, EDGE_LIMIT),
    edgeAfter: Math.min(after.length, EDGE_LIMIT),
  };
}

/** The published span of words with as much punctuation at the ends as there is, up to what is asked for. */
export function toPassageSpan(prepared: PreparedText, { start, end, edgeBefore, edgeAfter }: Snapped): Span {
  const { text, words } = prepared;
  const before = edgeBefore === 0 ? [] : findUnits(text, ...findGap(prepared, start)).slice(-edgeBefore);
  const after = edgeAfter === 0 ? [] : findUnits(text, ...findGap(prepared, end)).slice(0, edgeAfter);
  return toSpan(
    before[0]?.start ?? words.starts[start] ?? 0,
    after.at(-1)?.end ?? words.ends[end - 1] ?? text.length,
  );
}
