import { encodePassage, type PassageTarget } from './passage-link.ts';
import { fitsLink, type ViewState } from './view-link.ts';

/** A view with passages added to those it had. */
export interface Enlarged {
  readonly view: ViewState;
  /** How many were added; those that it named already were not. */
  readonly added: number;
  /** Whether some had no room in a link any more. */
  readonly isFull: boolean;
}

/**
 * Puts passages after those that a view names, each once, as many as its link can carry. Two names of
 * one place are two passages. Cost: the whole link is written for each.
 */
export function addPassages(view: ViewState, passages: readonly PassageTarget[]): Enlarged {
  const before = dropDoubles(view.passages);
  const wanted = dropDoubles([...before, ...passages]);
  let enlarged = { ...view, passages: before };
  for (const passage of wanted.slice(before.length)) {
    const next = { ...enlarged, passages: [...enlarged.passages, passage] };
    if (fitsLink(next)) enlarged = next;
  }
  const { length } = enlarged.passages;
  return { view: enlarged, added: length - before.length, isFull: length < wanted.length };
}

/** Passages in order, each name once. */
function dropDoubles(passages: readonly PassageTarget[]): readonly PassageTarget[] {
  return Array.from(new Map(passages.map((one) => [encodePassage(one), one])).values());
}
