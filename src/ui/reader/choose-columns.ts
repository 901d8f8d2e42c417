/** The columns of a reader, of which a row of equal ones is on the screen. */
export interface ColumnRow {
  /** For every column, in their order, whether it makes the claim. */
  readonly makers: readonly boolean[];
  /** How many columns the screen shows whole. */
  readonly fit: number;
  /** How far the row is scrolled, in columns. */
  readonly at: number;
  /** The column that must be on the screen, or -1. */
  readonly anchor: number;
}

/** How much of a column may be beyond the edge while it counts as whole. */
const SLACK = 0.05;

/**
 * Which column comes to stand first on the screen so that as many as can of those that make the claim
 * are seen beside the anchor, with the least movement; null to stay. Cost: columns × those that fit.
 */
export function chooseFirstColumn({ makers, fit, at, anchor }: ColumnRow): number | null {
  const count = (from: number) => {
    const isWhole = (index: number) => index >= from - SLACK && index + 1 <= from + fit + SLACK;
    if (anchor >= 0 && !isWhole(anchor)) return -1;
    return makers.filter((makes, index) => makes && isWhole(index)).length;
  };
  let best: number | null = null;
  let most = count(at);
  for (let from = 0; from <= Math.max(0, makers.length - fit); from += 1) {
    const seen = count(from);
    const isNearer = best !== null && Math.abs(from - at) < Math.abs(best - at);
    if (seen > most || (seen === most && isNearer)) {
      best = from;
      most = seen;
    }
  }
  return best;
}
