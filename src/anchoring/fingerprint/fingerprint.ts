/**
 * A passage as a link of the second version carries it: no text, no offsets, but some bits of the
 * hash of some of its words and of the words around it. Written by `describe.ts`, found by
 * `resolve.ts`, packed by `token.ts`; why it is so: `docs/decisions/0006-fingerprint-links.md`.
 */
export interface Fingerprint {
  /** By which {@link RULES} it was written, and is read for good. */
  readonly version: Version;
  /** Some bits of the digest of the whole text it was described in: {@link TEXT_DIGEST_BITS}. */
  readonly textDigest: number;
  /** Some bits of the digest of the passage, letter for letter: {@link PASSAGE_DIGEST_BITS}. */
  readonly passageDigest: number;
  /** How many words the passage has, from 1. */
  readonly wordCount: number;
  /** Folded characters of punctuation that belong to it before its first word, 0 to {@link EDGE_LIMIT}. */
  readonly edgeBefore: number;
  /** The same after its last word. */
  readonly edgeAfter: number;
  /**
   * How well the best *other* place of that text fitted, in steps of {@link Rules.rivalBits} of how well
   * the passage did. What fits no better than that may be that other place.
   */
  readonly rival: number;
  /** How many words are kept: a row of {@link LEVELS}. */
  readonly level: number;
  /** Hash bits of the words before the passage, in their order; fewer than the level's at the text's start. */
  readonly before: readonly number[];
  /** Hash bits of its first words; of all when `tail` and the gap between them are empty. */
  readonly head: readonly number[];
  /** Hash bits of its last words. */
  readonly tail: readonly number[];
  /** Hash bits of the words after it; fewer than the level's at the text's end. */
  readonly after: readonly number[];
  /** Some bits of the digest of the words between head and tail; 0 when there are none. */
  readonly gapDigest: number;
  /**
   * The index of its first word, kept only when its words and surroundings stand in several places;
   * believed only in the unchanged text. Else null.
   */
  readonly position: number | null;
}

/** Versions of tokens; 2 and 3 are for those to come. */
export type Version = 0 | 1;

/** What versions of tokens differ in. A link keeps the rules that it was written by. */
export interface Rules {
  /** How finely the original's best other place is remembered: so many bits. */
  readonly rivalBits: number;
  /**
   * The most, in bits, that surroundings may say which do not touch the passage: what stands near one of
   * two places of the same wording stands near the other too. Null: as much as if they touched it.
   */
  readonly displacedLimit: number | null;
}

export const RULES: Readonly<Record<Version, Rules>> = {
  0: { rivalBits: 4, displacedLimit: null },
  1: { rivalBits: 5, displacedLimit: 12 },
};

/** What links are written with. */
export const WRITTEN_VERSION: Version = 1;

/** One in 4,096 edited texts is taken for the unchanged one; then the passage is still compared. */
export const TEXT_DIGEST_BITS = 12;
/** One respelled passage in 64 is taken for exact: only in an edited text, and it is the right passage. */
export const PASSAGE_DIGEST_BITS = 6;
/** One passage in 64 that was edited between head and tail, to the same number of words, passes for respelled. */
export const GAP_DIGEST_BITS = 6;
/** More punctuation in a row belongs to no passage: `»).` and an ellipsis are six. */
export const EDGE_LIMIT = 7;
/** More words than any article has; keeps a hostile link from asking for more. */
export const WORD_LIMIT = 2 ** 20;

/** How many words of a passage and of its surroundings a fingerprint keeps. */
interface Level {
  /** Words of context on each side. */
  readonly side: number;
  /** Words at each end of the passage. */
  readonly end: number;
}

/** From what nearly always is enough to what tells long repeated wording apart. A level is three bits. */
export const LEVELS: readonly Level[] = [
  { side: 2, end: 4 },
  { side: 3, end: 4 },
  { side: 4, end: 4 },
  { side: 5, end: 4 },
  { side: 7, end: 5 },
  { side: 10, end: 6 },
  { side: 15, end: 6 },
  { side: 30, end: 8 },
];

/** Hash bits of a word of context: a wrong word passes for it once in 32. */
export const SIDE_BITS = 5;

/** Hash bits of a word of the passage: the fewer words it has, the more each has to say. */
export function getWordBits(wordCount: number): number {
  if (wordCount === 1) return 12;
  if (wordCount === 2) return 9;
  if (wordCount === 3) return 7;
  return wordCount <= 5 ? 6 : 5;
}

/** How many words of a passage stand in its head and in its tail. The rest is the gap. */
export function getEnds(wordCount: number, level: number): { head: number; tail: number } {
  const end = LEVELS[level]?.end ?? 0;
  if (wordCount > 2 * end) return { head: end, tail: end };
  return { head: Math.ceil(wordCount / 2), tail: Math.floor(wordCount / 2) };
}

/** How many words stand between head and tail: none of them is known by itself. */
export function getGap({ wordCount, head, tail }: Fingerprint): number {
  return wordCount - head.length - tail.length;
}

/** What share of the passage's score the best other place of the original reached, rounded up, 0 to 1. */
export function getRivalShare({ version, rival }: Fingerprint): number {
  return rival / 2 ** RULES[version].rivalBits;
}
