/**
 * Scores are log-likelihood ratios, "the passage stands here" against "any words stand here", in
 * 1/{@link BIT} bits as whole numbers, so that every engine adds up the same sums.
 */
export const BIT = 64;

/** What edits cost, in bits: `-log2` of how often an edited text has them at a word of the passage. */
export const COSTS = {
  /** A word of the fingerprint stands there as another. */
  replaced: 2.5,
  /** A word of the fingerprint is not there. */
  removed: 3.5,
  /** A word stands between two of the fingerprint's. */
  inserted: 3.5,
  /** The surroundings from some word outwards are others. */
  surroundings: 3,
  /** Something was put between the passage and its surroundings, before the words of it are counted. */
  displaced: 5,
  /** Each word of that. */
  displacedWord: 0.125,
  /** The gap is as long as it was. */
  gapKept: 0.5,
  /** The gap is longer or shorter, before the words by which it is are counted. */
  gapChanged: 3,
};

/** Bits as a score: a whole number of 1/{@link BIT} bits. */
export function toScore(bits: number): number {
  return Math.round(bits * BIT);
}

export const REPLACED = -toScore(COSTS.replaced);
export const REMOVED = -toScore(COSTS.removed);
export const INSERTED = -toScore(COSTS.inserted);
export const SURROUNDINGS = -toScore(COSTS.surroundings);
export const DISPLACED = -toScore(COSTS.displaced);
export const DISPLACED_WORD = -toScore(COSTS.displacedWord);
export const GAP_KEPT = -toScore(COSTS.gapKept);
export const GAP_CHANGED = -toScore(COSTS.gapChanged);
/** Below every score that can come about, and far from overflowing. */
export const NEVER = -(2 ** 29);
/** Above them all. */
export const ALWAYS = 2 ** 29;
