import { toSpan, type Span, type TextOffset } from '../text/offsets.ts';

/** A passage to be marked: which claim, which of the claim's passages in this article, and where. */
export interface MarkedPassage {
  readonly claim: string;
  /** Position among the claim's passages in this article, from 0. */
  readonly index: number;
  readonly span: Span;
}

/** A run of text under the same marks; outermost mark first, empty where no claim is made. */
export interface Segment {
  readonly span: Span;
  readonly marks: readonly MarkedPassage[];
  /** The passages that begin with this segment, in the order of `marks`. */
  readonly opening: readonly MarkedPassage[];
}

/** Longer passages lie outside shorter ones; equal ones stand in the order of their claims' ids and their indices. */
function byNesting(one: MarkedPassage, other: MarkedPassage): number {
  const longer = other.span.end - other.span.start - (one.span.end - one.span.start);
  const byClaim = one.claim === other.claim ? one.index - other.index : one.claim < other.claim ? -1 : 1;
  return one.span.start - other.span.start || longer || byClaim;
}

/**
 * Cuts a block of text at every boundary of the passages in it, so that each run can be rendered
 * once with all its marks. The segments tile the block in order, none empty; a passage that leaves
 * the block is clipped to it and opens only where it really begins.
 * Cost: passages × segments of the block.
 */
export function computeSegments(block: Span, passages: readonly MarkedPassage[]): Segment[] {
  const inside = passages
    .filter(({ span }) => span.start < block.end && block.start < span.end)
    .toSorted(byNesting);
  const cuts = new Set<TextOffset>([block.start, block.end]);
  for (const { span } of inside) {
    if (span.start > block.start) cuts.add(span.start);
    if (span.end < block.end) cuts.add(span.end);
  }
  const bounds = Array.from(cuts).toSorted((one, other) => one - other);
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    const span = toSpan(bounds[index] ?? 0, bounds[index + 1] ?? 0);
    const marks = inside.filter((passage) => passage.span.start < span.end && span.start < passage.span.end);
    segments.push({ span, marks, opening: marks.filter((passage) => passage.span.start === span.start) });
  }
  return segments;
}
