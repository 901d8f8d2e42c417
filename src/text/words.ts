import { toSpan, type Span } from './offsets.ts';

/**
 * A word: letters, digits and the marks on them, by Unicode property, so that every engine cuts
 * the same words (`Intl.Segmenter` does not: each browser cuts Arabic differently).
 */
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
/** What nobody sees and no word ends at; of what `fold.ts` drops, all that is no mark. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Surrogate}]/u;
/** More of those in a row are no accident, and looking past them would cost time at every place. */
const MOST_INVISIBLE = 64;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The character (code point) that starts at `index`, or empty beyond the text. */
function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The character (code point) that ends at `index`, or empty at the start of the text. */
function characterBefore(text: string, index: number): string {
  if (index <= 0) return '';
  const unit = text.charCodeAt(index - 1);
  const isTrailing = unit >= 0xdc00 && unit <= 0xdfff && index >= 2;
  const lead = isTrailing ? text.charCodeAt(index - 2) : 0;
  return lead >= 0xd800 && lead <= 0xdbff ? text.slice(index - 2, index) : text.slice(index - 1, index);
}

/** The last character before `index` that can be seen; empty where none is near. */
function visibleBefore(text: string, index: number): string {
  let character = characterBefore(text, index);
  for (let at = index, passed = 0; INVISIBLE.test(character) && passed < MOST_INVISIBLE; passed += 1) {
    at -= character.length;
    character = characterBefore(text, at);
  }
  return character;
}

/** The first character from `index` on that can be seen; empty where none is near. */
function visibleAt(text: string, index: number): string {
  let character = characterAt(text, index);
  for (let at = index, passed = 0; INVISIBLE.test(character) && passed < MOST_INVISIBLE; passed += 1) {
    at += character.length;
    character = characterAt(text, at);
  }
  return character;
}

/**
 * Whether a cut at `index` would tear a word or a surrogate pair apart. Invisible characters within a word
 * are part of it, as in `word-table.ts`.
 */
export function splitsWord(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const unit = text.charCodeAt(index);
  if (unit >= 0xdc00 && unit <= 0xdfff && /[\uD800-\uDBFF]/.test(text.charAt(index - 1))) return true;
  return WORD_CHARACTER.test(visibleBefore(text, index)) && WORD_CHARACTER.test(visibleAt(text, index));
}

/**
 * Widens a span until neither end tears a word, and drops white space at its ends.
 * Null when nothing but white space is left. Cost: the length of the span and of the words at its ends.
 */
export function snapToWords(text: string, span: Span): Span | null {
  let start: number = span.start;
  let end: number = Math.min(span.end, text.length);
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (start >= end) return null;
  while (start > 0 && splitsWord(text, start)) start -= 1;
  while (end < text.length && splitsWord(text, end)) end += 1;
  return toSpan(start, end);
}

/** How many words a text has. Linear. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** As much of a passage as names it, in UTF-16 code units: about a line of a wide screen. */
const ABRIDGED = 70;

/** The first words of a passage, with an ellipsis where some were left out; short passages whole. */
export function abridge(passage: string): string {
  if (passage.length <= ABRIDGED) return passage;
  return `${passage.slice(0, ABRIDGED).replace(/(?:\s+\S*|\p{Surrogate})$/u, '')}…`;
}
