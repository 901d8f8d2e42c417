/**
 * A position in an article's text as published, in UTF-16 code units from its start.
 * Range: integer, 0 to the text's length inclusive.
 */
export type TextOffset = number & { readonly __offset: 'text' };

/**
 * A position in the folded copy of a text (see `fold.ts`), in UTF-16 code units.
 * Never comparable with a {@link TextOffset}; crossing happens in `fold.ts` alone.
 */
export type FoldedOffset = number & { readonly __offset: 'folded' };

/** A half-open range `[start, end)` of a published text, `start <= end`. Equal ends mean empty. */
export interface Span {
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/**
 * Brands a number as a position in a published text.
 * @throws RangeError when it is no integer or is negative.
 */
export function toTextOffset(value: number): TextOffset {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`not a text offset: ${value}`);
  }
  return value as TextOffset;
}

/**
 * Brands two numbers as a half-open range of a published text.
 * @throws RangeError when either is no offset or they stand in the wrong order.
 */
export function toSpan(start: number, end: number): Span {
  if (end < start) throw new RangeError(`span ends before it starts: ${start}-${end}`);
  return { start: toTextOffset(start), end: toTextOffset(end) };
}

/** Whether two spans share at least one code unit; empty spans share none. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end && one.start < one.end && other.start < other.end;
}

/** Whether `outer` covers every code unit of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
