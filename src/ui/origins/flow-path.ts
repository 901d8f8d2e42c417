import type { PlacedLink } from './flow-layout.ts';

/** How far a line between two nodes of one stage stands off them, as a share of the drawing's width. */
const BULGE = 0.055;

/** A line in a drawing 100 units wide and as many high as it has rem, as the `d` of a path. */
export function writePath({ points }: PlacedLink): string {
  const [start, ...rest] = points.map(([across, down]) => [across * 100, down] as const);
  const [end] = rest.slice(-1);
  if (start === undefined || end === undefined) return '';
  if (start[0] >= end[0]) {
    // Of one stage: out on the speakers' side and back again.
    const out = end[0] - BULGE * 100;
    return `M${end[0]} ${start[1]}C${out} ${start[1]} ${out} ${end[1]} ${end[0]} ${end[1]}`;
  }
  let path = `M${start[0]} ${start[1]}`;
  let [x, y] = start;
  for (const [nextX, nextY] of rest) {
    const middle = (x + nextX) / 2;
    path += nextY === y ? `L${nextX} ${nextY}` : `C${middle} ${y} ${middle} ${nextY} ${nextX} ${nextY}`;
    [x, y] = [nextX, nextY];
  }
  return path;
}
