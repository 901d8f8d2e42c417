import type { Hit } from '../../search/search.ts';

/** A piece of a sentence: words that answer, or what stands between them. */
export interface Piece {
  readonly text: string;
  /** Where it starts in the published text. */
  readonly start: number;
  readonly isMatch: boolean;
}

/** Longer sentences are shown from shortly before the first word found, up to so much. In UTF-16 code units. */
const LONG = 240;
/** As much of a long sentence as stands before the first word found. */
const LEAD = 60;

/** The first offset from `from` on, up to `limit`, before which white space stands. */
function findWordStart(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !/\s/.test(text.charAt(at - 1))) at += 1;
  return at;
}

/** Where a hit's sentence is cut so that what is shown is short and has its first word found in it. */
function findEnds(text: string, { sentence, matches }: Hit): { start: number; end: number } {
  const { start, end } = sentence;
  const first = matches[0] ?? sentence;
  if (end - start <= LONG) return { start, end };
  const isLate = first.start - start > LEAD * 1.5;
  const from = isLate ? findWordStart(text, first.start - LEAD, first.start) : start;
  if (end - from <= LONG) return { start: from, end };
  let to = Math.max(from + LONG, first.end);
  while (to > first.end && !/\s/.test(text.charAt(to))) to -= 1;
  return { start: from, end: to };
}

/**
 * A hit's sentence in pieces, in order; a long one cut at white space, with an ellipsis where words
 * were left out. Linear in what is shown.
 */
export function computeExcerpt(text: string, hit: Hit): Piece[] {
  const { start, end } = findEnds(text, hit);
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isMatch: boolean) => {
    if (from < to) pieces.push({ text: text.slice(from, to), start: from, isMatch });
  };
  let at = start;
  for (const match of hit.matches) {
    if (match.end > end || match.start < at) continue;
    add(at, match.start, false);
    add(match.start, match.end, true);
    at = match.end;
  }
  add(at, end, false);
  const ellipsis = (from: number): Piece => ({ text: '…', start: from, isMatch: false });
  return [
    ...(start > hit.sentence.start ? [ellipsis(start - 1)] : []),
    ...pieces,
    ...(end < hit.sentence.end ? [ellipsis(end)] : []),
  ];
}
