import {
  DISPLACED,
  DISPLACED_WORD,
  GAP_CHANGED,
  GAP_KEPT,
  INSERTED,
  NEVER,
  REMOVED,
  REPLACED,
  SURROUNDINGS,
  toScore,
} from './costs.ts';
import type { Probe, Symbols } from './probe.ts';

/**
 * For every boundary between words (0 to their number) how well the words before it fit the context
 * before a passage. From some word outwards the context may be given up.
 */
function alignContext(
  { words, weights, shift }: Symbols,
  hashes: Uint32Array,
  displacedLimit: number,
): Int32Array {
  const { length } = hashes;
  let row: Int32Array = new Int32Array(length + 1);
  let next: Int32Array = new Int32Array(length + 1);
  for (let symbol = 0; symbol < words.length; symbol += 1) {
    const word = words[symbol];
    const weight = weights[symbol] ?? 0;
    next[0] = SURROUNDINGS;
    let reached = SURROUNDINGS;
    for (let at = 1; at <= length; at += 1) {
      const fits = (hashes[at - 1] ?? 0) >>> shift === word ? weight : REPLACED;
      reached = Math.max(
        (row[at - 1] ?? 0) + fits,
        (row[at] ?? 0) + REMOVED,
        reached + INSERTED,
        SURROUNDINGS,
      );
      next[at] = reached;
    }
    [row, next] = [next, row];
  }
  displace(row, displacedLimit);
  return row;
}

/**
 * Lets something of any length stand between the context that ends at a boundary and the passage. Then
 * the context says at most `limit`.
 */
function displace(row: Int32Array, limit: number): void {
  let reached = NEVER;
  for (let at = 0; at < row.length; at += 1) {
    const here = row[at] ?? 0;
    reached = Math.max(reached + DISPLACED_WORD, Math.min(here + DISPLACED, limit));
    row[at] = Math.max(here, reached);
  }
}

/** For every boundary: the best score of what was aligned up to it, and where the passage starts in that. */
interface Front {
  readonly scores: Int32Array;
  readonly starts: Int32Array;
}

function createFront(size: number): Front {
  return { scores: new Int32Array(size), starts: new Int32Array(size) };
}

/** One word of the passage: its bits, what finding them says, and what may stand after it. */
interface Row {
  readonly word: number;
  readonly weight: number;
  readonly shift: number;
  /** What each word costs that stands after it, before the next one. */
  readonly inserted: number;
}

/** One row of {@link alignWords}: from `front`, over one word of the passage, into `next`. */
function alignWord(front: Front, next: Front, hashes: Uint32Array, row: Row): void {
  const { word, weight, shift, inserted } = row;
  const { scores, starts } = front;
  const { length } = next.scores;
  let reached = NEVER;
  let from = 0;
  for (let at = 0; at < length; at += 1) {
    const fits = at > 0 && (hashes[at - 1] ?? 0) >>> shift === word ? weight : REPLACED;
    const inPlace = at > 0 ? (scores[at - 1] ?? 0) + fits : NEVER;
    const removed = (scores[at] ?? 0) + REMOVED;
    reached += inserted;
    if (inPlace >= removed && inPlace >= reached) {
      reached = inPlace;
      from = starts[at - 1] ?? 0;
    } else if (removed >= reached) {
      reached = removed;
      from = starts[at] ?? 0;
    }
    next.scores[at] = reached;
    next.starts[at] = from;
  }
}

/** Aligns words of the passage one after the other. After its last word (`isEnd`) nothing is inserted. */
function alignWords(
  front: Front,
  { words, weights, shift }: Symbols,
  hashes: Uint32Array,
  isEnd: boolean,
): Front {
  // Two rows take turns: a text of a million characters fills megabytes with each.
  let [next, spare] = [createFront(front.scores.length), createFront(front.scores.length)];
  let last = front;
  for (const [index, word] of words.entries()) {
    const inserted = isEnd && index === words.length - 1 ? NEVER : INSERTED;
    alignWord(last, next, hashes, { word, weight: weights[index] ?? 0, shift, inserted });
    last = next;
    [next, spare] = [spare, next];
  }
  return last;
}

/** What each word costs by which a gap of `gap` words is longer or shorter: a share of its length is expected. */
function weighDrift(gap: number): number {
  return Math.max(1, toScore(Math.LOG2E / (1 + Math.sqrt(gap) / 2)));
}

/**
 * Passes over the words between head and tail. In what length it keeps, the gap is nearly free; the
 * more it grew or shrank, the more it costs. Two passes instead of all pairs: linear.
 */
function alignGap({ scores, starts }: Front, gap: number): Front {
  const size = scores.length;
  const next: Front = { scores: new Int32Array(size).fill(NEVER), starts: new Int32Array(size) };
  const drift = weighDrift(gap);
  const offer = (at: number, score: number, from: number): void => {
    if (score <= (next.scores[at] ?? 0)) return;
    next.scores[at] = score;
    next.starts[at] = from;
  };
  let reached = NEVER;
  let from = 0;
  for (let at = 0; at < size; at += 1) {
    const source = at - gap;
    const kept = source >= 0 ? (scores[source] ?? 0) : NEVER;
    reached = Math.max(reached - drift, NEVER);
    offer(at, reached + GAP_CHANGED, from);
    offer(at, kept + GAP_KEPT, starts[source] ?? 0);
    if (kept > reached) [reached, from] = [kept, starts[source] ?? 0];
  }
  reached = NEVER;
  let source = size;
  for (let at = size - 1; at >= 0; at -= 1) {
    const kept = at >= gap ? (scores[at - gap] ?? 0) : NEVER;
    reached = Math.max(reached - drift, NEVER);
    if (source <= at) offer(at, reached + GAP_CHANGED, starts[source] ?? 0);
    if (kept > reached) [reached, source] = [kept, at - gap];
  }
  return next;
}

/** How well a fingerprint fits at every place of a text. */
export interface Alignment {
  /** For each boundary between words (0 to their number): the best score of a passage that ends there. */
  readonly totals: Int32Array;
  /** The boundary where that passage starts. */
  readonly starts: Int32Array;
  /** How much of a total is owed to the context before a passage that starts at a boundary. */
  readonly before: Int32Array;
  /** How much of a total is owed to the context after a passage that ends at a boundary. */
  readonly after: Int32Array;
}

/** Aligns a fingerprint with all of a text. Cost: the number of words times that of the fingerprint's. */
export function align(probe: Probe, hashes: Uint32Array): Alignment {
  const before = alignContext(probe.before, hashes, probe.displacedLimit);
  const after = alignContext(probe.after, hashes.toReversed(), probe.displacedLimit).toReversed();
  const { gap, head, tail } = probe;
  // Loops: iterators and callbacks would be felt in a million characters.
  const boundaries = new Int32Array(before.length);
  for (let at = 0; at < boundaries.length; at += 1) boundaries[at] = at;
  let front: Front = { scores: before, starts: boundaries };
  front = alignWords(front, head, hashes, gap === 0 && tail.words.length === 0);
  if (gap > 0) front = alignGap(front, gap);
  front = alignWords(front, tail, hashes, true);
  const totals = new Int32Array(before.length);
  for (let at = 0; at < totals.length; at += 1) totals[at] = (front.scores[at] ?? 0) + (after[at] ?? 0);
  return { totals, starts: front.starts, before, after };
}
