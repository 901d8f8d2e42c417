import { getGap, getWordBits, type Fingerprint } from './fingerprint.ts';
import type { Place } from './place.ts';
import { digestWords, type PreparedText } from './prepared-text.ts';

/** How the words at a place differ from those that a link describes, as far as it knows them. */
export interface Difference {
  /** The indices of words that are not the passage's, in order. */
  readonly changed: readonly number[];
  /** How many words of the passage are not there; those that another word replaced included. */
  readonly missing: number;
  /** Whether the words between the first and the last ones, which a link does not know one by one, are others. */
  readonly isGapChanged: boolean;
}

/**
 * Which of `found` (by index) are not in `sought`, and how many of `sought` are not in `found`, by longest
 * common subsequence. Cost: the one's length times the other's, each at most 65,535.
 */
export function compareRuns(
  sought: readonly number[],
  found: readonly number[],
): { changed: number[]; missing: number } {
  const width = found.length + 1;
  const lengths = new Uint16Array((sought.length + 1) * width);
  const get = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = sought.length - 1; i >= 0; i -= 1) {
    for (let j = found.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        sought[i] === found[j] ? get(i + 1, j + 1) + 1 : Math.max(get(i + 1, j), get(i, j + 1));
    }
  }
  const changed: number[] = [];
  let [i, j] = [0, 0];
  while (j < found.length) {
    if (i < sought.length && sought[i] === found[j]) [i, j] = [i + 1, j + 1];
    else if (i < sought.length && get(i + 1, j) >= get(i, j + 1)) i += 1;
    else changed.push(j++);
  }
  return { changed, missing: sought.length - get(0, 0) };
}

/** Compares the words at a place with a fingerprint's. Cost: the square of the words a fingerprint keeps. */
export function compareWords(prepared: PreparedText, fingerprint: Fingerprint, place: Place): Difference {
  const { head, tail, wordCount } = fingerprint;
  const shift = 32 - getWordBits(wordCount);
  const read = (start: number, end: number): number[] =>
    Array.from(prepared.words.hashes.subarray(start, end), (hash) => hash >>> shift);
  const { start, end } = place;
  if (getGap(fingerprint) === 0) {
    const { changed, missing } = compareRuns([...head, ...tail], read(start, end));
    return { changed: changed.map((index) => start + index), missing, isGapChanged: false };
  }
  const front = compareRuns(head, read(start, Math.min(end, start + head.length)));
  const tailStart = Math.max(start, end - tail.length);
  const back = compareRuns(tail, read(tailStart, end));
  const gapDigest = digestWords(prepared, start + head.length, tailStart);
  return {
    // Where the passage has become shorter than its two ends, these overlap.
    changed: Array.from(
      new Set([
        ...front.changed.map((index) => start + index),
        ...back.changed.map((index) => tailStart + index),
      ]),
    ).toSorted((one, other) => one - other),
    missing: front.missing + back.missing,
    isGapChanged: end - start !== wordCount || gapDigest !== fingerprint.gapDigest,
  };
}
