import { toSpan, type Span } from './offsets.ts';

/** Ends a sentence: full stop, question and exclamation marks of Arabic, Urdu and Latin script. */
const STOP = /[.!?؟۔]/;
/** Ends a clause within a sentence. */
const PAUSE = /[،,؛;:…]/;
/** May follow the mark that ends a sentence or clause and belongs to it. */
const CLOSING = /["'»”’›“)\]}\u200B-\u200F\u061C\u202C\u2060\u2069\uFEFF]/;
const LINE_END = /[\n\r\u2028\u2029]/;
const WHITE_SPACE = /\s/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The end of a run of characters that match, from `at` on. */
function skip(text: string, at: number, pattern: RegExp): number {
  let end = at;
  while (end < text.length && pattern.test(text.charAt(end))) end += 1;
  return end;
}

/** Whether a full stop at `at` belongs to an initial or an abbreviation: one letter before it (`د. محمد`, `أ.ب`). */
function isInitial(text: string, at: number): boolean {
  return (
    text.charAt(at) === '.' &&
    LETTER_OR_DIGIT.test(text.charAt(at - 1)) &&
    !/\d/.test(text.charAt(at - 1)) &&
    !LETTER_OR_DIGIT.test(text.charAt(at - 2)) &&
    text.charAt(at - 2) !== 'ـ'
  );
}

/**
 * Where a mark at `at` ends a run of text: after it, marks like it and closing quotation marks or
 * brackets, if white space or the end follows. -1 where it ends nothing: in `3.4`, `أ.ب`, `1,000`.
 */
function findEnd(text: string, at: number, mark: RegExp): number {
  if (isInitial(text, at)) return -1;
  const end = skip(text, skip(text, at, mark), CLOSING);
  return end === text.length || WHITE_SPACE.test(text.charAt(end)) ? end : -1;
}

/** Cuts at marks and at line breaks; white space at the ends of the runs is left out, empty runs too. */
function cut(text: string, mark: RegExp): Span[] {
  const runs: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const from = skip(text, start, WHITE_SPACE);
    let to = end;
    while (to > from && WHITE_SPACE.test(text.charAt(to - 1))) to -= 1;
    if (from < to) runs.push(toSpan(from, to));
    start = end;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (LINE_END.test(character)) close(at);
    else if (mark.test(character)) {
      const end = findEnd(text, at, mark);
      if (end < 0) continue;
      close(end);
      at = end - 1;
    }
  }
  close(text.length);
  return runs;
}

/**
 * The sentences of a text in order, their closing marks included. A line break or paragraph separator always ends one; a
 * full stop does when white space follows and no single letter goes before. Linear. Between two
 * sentences there is nothing but white space.
 */
export function findSentences(text: string): Span[] {
  return cut(text, STOP);
}

/**
 * The clauses of a text in order: sentences, cut also at commas, semicolons, colons and ellipses that
 * white space follows, `1,000` is not. Linear.
 */
export function findClauses(text: string): Span[] {
  return cut(text, new RegExp(`${STOP.source}|${PAUSE.source}`));
}
