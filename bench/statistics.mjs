/**
 * The value below which a share of the values lies, between neighbours in proportion.
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 * @returns {number} NaN when there is no value
 */
export function quantile(values, share) {
  const sorted = values.toSorted((first, second) => first - second);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/**
 * The median with the middle half beside it: `412 (398–431)`. A dash when nothing was measured.
 * @param {readonly (number | null)[]} values
 * @param {number} [digits] after the point
 */
export function showSpread(values, digits = 0) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return '–';
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(known, share).toFixed(digits));
  return low === high ? `${middle}` : `${middle} (${low}–${high})`;
}

/**
 * The median of the ratios of measurements taken in the same round: what else the machine did in that
 * round slowed both.
 * @param {readonly (number | null)[]} values by round
 * @param {readonly (number | null)[]} limits by round
 * @returns {number} NaN when no round has both
 */
export function medianRatio(values, limits) {
  const ratios = values.flatMap((value, round) => {
    const limit = limits[round] ?? null;
    return value === null || limit === null || limit === 0 ? [] : [value / limit];
  });
  return median(ratios);
}

/**
 * A table in Markdown.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function showTable(head, rows) {
  /** @param {readonly string[]} cells */
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
