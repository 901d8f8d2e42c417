/** One place in two columns: how far each is scrolled when it stands at the height of reading, in CSS pixels. */
export interface Pair {
  readonly first: number;
  readonly second: number;
}

/** How far one of two columns is scrolled, given how far the other is, in CSS pixels. */
export interface ScrollMap {
  readonly toSecond: (first: number) => number;
  readonly toFirst: (second: number) => number;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** The longest chain of pairs in which both positions grow. Cost: n log n. */
export function findChain(pairs: readonly Pair[]): Pair[] {
  // Where the first is the same, only one may stand in a chain: the higher second comes first.
  const sorted = pairs.toSorted((one, other) => one.first - other.first || other.second - one.second);
  /** By length, the chain of that length which ends lowest: its last pair and the one before it. */
  const ends: { readonly pair: Pair; readonly before: Link | null }[] = [];
  for (const pair of sorted) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.pair.second ?? 0) < pair.second) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, before: ends[low - 1] ?? null };
  }
  const chain: Pair[] = [];
  for (let link: Link | null = ends.at(-1) ?? null; link !== null; link = link.before)
    chain.unshift(link.pair);
  return chain;
}

type Link = { readonly pair: Pair; readonly before: Link | null };

/** Straight lines between the anchors, which are in order; `value` lies between the first and the last. */
function interpolate(anchors: readonly Pair[], value: number, from: keyof Pair, to: keyof Pair): number {
  const at = anchors.findLastIndex((anchor) => anchor[from] <= value);
  const [before, after] = [anchors[at], anchors[at + 1]];
  if (before === undefined) return anchors[0]?.[to] ?? 0;
  if (after === undefined) return before[to];
  const share = (value - before[from]) / (after[from] - before[from]);
  return before[to] + share * (after[to] - before[to]);
}

/**
 * Ties the scrolling of two columns together at the passages they share: exact at the longest chain of
 * `pairs` that stands in the same order in both, in proportion between them and towards both ends.
 * `most` is how far each can be scrolled. A chain goes through `through` where that is not null: the
 * passages the reader has brought to one height. Both ways are monotone, and each undoes the other.
 */
export function makeScrollMap(pairs: readonly Pair[], most: Pair, through: Pair | null): ScrollMap {
  const fixed =
    through === null
      ? null
      : { first: clamp(through.first, most.first), second: clamp(through.second, most.second) };
  const usable = pairs.filter(({ first, second }) => {
    if (first <= 0 || second <= 0 || first >= most.first || second >= most.second) return false;
    return fixed === null || (first - fixed.first) * (second - fixed.second) > 0;
  });
  const below = (limit: Pair) => (pair: Pair) => pair.first < limit.first;
  const chain =
    fixed === null
      ? findChain(usable)
      : [
          ...findChain(usable.filter(below(fixed))),
          fixed,
          ...findChain(usable.filter((pair) => !below(fixed)(pair))),
        ];
  const anchors = [{ first: 0, second: 0 }, ...chain, most];
  return {
    toSecond: (first) => interpolate(anchors, clamp(first, most.first), 'first', 'second'),
    toFirst: (second) => interpolate(anchors, clamp(second, most.second), 'second', 'first'),
  };
}
