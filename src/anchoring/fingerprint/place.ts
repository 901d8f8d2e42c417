import type { Alignment } from './align.ts';
import { BIT } from './costs.ts';
import type { Probe } from './probe.ts';

/** A place of a text where a fingerprint fits more or less. Boundaries count words: 0 to their number. */
export interface Place {
  /** The boundary before its first word. */
  readonly start: number;
  /** The boundary after its last word. */
  readonly end: number;
  /** How well it fits in all, in 1/{@link BIT} bits; the sum of the three parts. */
  readonly score: number;
  readonly before: number;
  readonly core: number;
  readonly after: number;
}

function getPlace({ totals, starts, before, after }: Alignment, end: number): Place {
  const start = starts[end] ?? 0;
  const score = totals[end] ?? 0;
  const [beforeScore, afterScore] = [before[start] ?? 0, after[end] ?? 0];
  return {
    start,
    end,
    score,
    before: beforeScore,
    core: score - beforeScore - afterScore,
    after: afterScore,
  };
}

/** Whether two places share at least half of the shorter one; an empty place shares nothing. */
function isSame(one: Place, start: number, end: number): boolean {
  const shared = Math.min(one.end, end) - Math.max(one.start, start);
  return shared > 0 && shared * 2 >= Math.min(one.end - one.start, end - start);
}

/**
 * The best place that holds enough of the passage's own words and is none of `taken`; null when there
 * is none. Linear, times the number taken.
 */
export function findBest(
  alignment: Alignment,
  leastCore: number,
  taken: readonly Place[] = [],
): Place | null {
  const { totals, starts, before, after } = alignment;
  let best = -1;
  for (let end = 1; end < totals.length; end += 1) {
    const total = totals[end] ?? 0;
    if (best >= 0 && total <= (totals[best] ?? 0)) continue;
    const start = starts[end] ?? 0;
    if (start >= end || total - (before[start] ?? 0) - (after[end] ?? 0) < leastCore) continue;
    if (!taken.some((place) => isSame(place, start, end))) best = end;
  }
  return best < 0 ? null : getPlace(alignment, best);
}

/** How far above chance, the original's rivals and this text's rivals a place must stand, in bits. */
export interface Margins {
  /** Above what the best of so many places scores by chance, `log2` of the number of words. */
  readonly chance: number;
  /** Above the best other place of this text. */
  readonly rival: number;
  /** Above the best other place of the original, as the link remembers it. */
  readonly original: number;
  /** What share of the passage's own words must be found, 0 to 1. */
  readonly core: number;
}

export const MARGINS: Margins = { chance: 4, rival: 4, original: 4, core: 0.3 };

/** The most that a fingerprint can score in a text. */
export function getBest({ best }: Probe): number {
  return best.before + best.core + best.after;
}

/** What is known beside the place itself. */
export interface Surroundings {
  readonly probe: Probe;
  /** How many words the text has. */
  readonly size: number;
  /** What share of the best score the best other place of the original reached, 0 to 1. */
  readonly original: number;
}

/** Whether a place is good enough to be the passage, were no other place as good. */
export function isLikely(place: Place, { probe, size, original }: Surroundings, margins: Margins): boolean {
  const known = getBest(probe) * original;
  return (
    place.score >= (Math.log2(size + 1) + margins.chance) * BIT &&
    place.score >= known + margins.original * BIT
  );
}

/** The share for a passage of two words: one of them will do, though the other was removed. */
const CORE_OF_TWO = 0.25;

/** The least that the passage's own words must score at a place. */
export function getLeastCore({ best, head, tail }: Probe, margins: Margins): number {
  const isTwo = head.words.length + tail.words.length === 2;
  return best.core * (isTwo ? Math.min(CORE_OF_TWO, margins.core) : margins.core);
}

/** Whether a place stands out from all others of its text. */
export function standsOut(place: Place, rival: Place | null, margins: Margins): boolean {
  return rival === null || place.score - rival.score >= margins.rival * BIT;
}
