import type { Article } from '../../corpus/collection.ts';

/**
 * Where in what is read of an article (furniture left out) an offset stands, as a share from 0 to 1:
 * within furniture where that was left out, 0 in an article that is furniture alone. Cost: its parts.
 */
export function computePlace({ parts }: Pick<Article, 'parts'>, offset: number): number {
  let before = 0;
  let total = 0;
  for (const { kind, range } of parts) {
    if (kind === 'furniture') continue;
    total += range.end - range.start;
    before += Math.max(0, Math.min(range.end, offset) - range.start);
  }
  return total === 0 ? 0 : before / total;
}

/** Where a tick stands on the strip: all as shares of the strip, from its start, 0 to 1. */
export interface Tick {
  readonly top: number;
  /** Which of the lanes beside one another it takes, from 0, and how many there are at its height. */
  readonly lane: number;
  readonly lanes: number;
}

/** The height of a tick, as a share of the strip: of 600 pixels, nine. Lower where there are more than fit. */
const HEIGHT = 0.015;
/** As many ticks side by side as still can be told apart and hit; those that are too many stand lower. */
const LANES = 3;
/** Sums of shares are no more exact than this. */
const EPSILON = 1e-9;

/** The ticks in one lane, moved up as far as they reach beyond the strip's end. Changes `tops`. */
function pushUp(lane: readonly number[], tops: number[], height: number): void {
  let limit = 1;
  for (const index of lane.toReversed()) {
    const top = Math.min(tops[index] ?? 0, limit - height);
    tops[index] = Math.max(0, top);
    limit = top;
  }
}

/** How many lanes each tick shares its height with, itself included: those that touch one another share alike. */
function countLanes(
  order: readonly number[],
  tops: readonly number[],
  lanes: readonly number[],
  height: number,
) {
  const counts = tops.map(() => 1);
  let group: number[] = [];
  let end = 0;
  const settle = () => {
    const count = Math.max(0, ...group.map((index) => lanes[index] ?? 0)) + 1;
    for (const index of group) counts[index] = count;
  };
  for (const index of order.toSorted((one, other) => (tops[one] ?? 0) - (tops[other] ?? 0))) {
    if ((tops[index] ?? 0) > end - EPSILON) {
      settle();
      group = [];
    }
    group.push(index);
    end = Math.max(end, (tops[index] ?? 0) + height);
  }
  settle();
  return counts;
}

/**
 * Places ticks so that none covers another, whatever the strip's height in pixels: those that would
 * meet stand side by side, in the order given; where more than {@link LANES} meet, the rest stands as
 * much lower (at the strip's end: higher) as it must. `places` are shares from 0 to 1; the answer
 * follows their order. Cost: n log n.
 */
export function placeTicks(places: readonly number[]): { ticks: Tick[]; height: number } {
  const height = Math.min(HEIGHT, 1 / Math.max(1, places.length));
  const wanted = places.map((place) => place * (1 - height));
  const order = places.map((_, index) => index);
  order.sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0));
  const tops = wanted.slice();
  const lanes = places.map(() => 0);
  const filled = Array.from({ length: LANES }, (): number[] => []);
  const ends = filled.map(() => 0);
  for (const index of order) {
    const top = wanted[index] ?? 0;
    const free = ends.findIndex((end) => end <= top + EPSILON);
    const lane = free >= 0 ? free : ends.indexOf(Math.min(...ends));
    tops[index] = Math.max(top, ends[lane] ?? 0);
    lanes[index] = lane;
    ends[lane] = (tops[index] ?? 0) + height;
    filled[lane]?.push(index);
  }
  for (const lane of filled) pushUp(lane, tops, height);
  const counts = countLanes(order, tops, lanes, height);
  const ticks = tops.map((top, index) => ({ top, lane: lanes[index] ?? 0, lanes: counts[index] ?? 1 }));
  return { ticks, height };
}
