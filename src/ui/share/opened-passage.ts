import type { PassageOutcome } from '../../anchoring/outcome.ts';
import { encodePassage, type PassageTarget } from '../../link/passage-link.ts';
import type { Span } from '../../text/offsets.ts';

/** A passage that the link points at, and what became of it in the text as it is now. */
export interface OpenedPassage {
  /** As the link has it. */
  readonly target: PassageTarget;
  readonly article: string;
  readonly name: string;
  /** Language of the article (BCP 47). */
  readonly language: string;
  readonly text: string;
  readonly resolution: PassageOutcome;
  /** What an annotation says of it, as plain text; empty or absent where none does. */
  readonly comment?: string;
  /** Places of several articles where it may be meant; none or absent where its article is known. */
  readonly places?: readonly OfferedPlace[];
  /** What is to be told of where it comes from, in words; empty or absent where nothing is. */
  readonly note?: string;
}

/** A place that may be meant, to choose from. */
export interface OfferedPlace {
  readonly article: string;
  readonly name: string;
  readonly language: string;
  readonly text: string;
  readonly span: Span;
  /** What became of the passage if it is this. */
  readonly resolution: PassageOutcome;
}

/** A place taken for a passage that may stand in several. */
export interface ChosenPlace {
  /** What asked for it, in the article of the place. */
  readonly target: PassageTarget;
  readonly span: Span;
}

/** What tells an opened passage from others: where it stands, or what named it and what is said of it. */
export function keyOf({
  article,
  target,
  resolution,
}: Pick<OpenedPassage, 'article' | 'target' | 'resolution'>): string {
  const place = 'span' in resolution ? resolution.span : [encodePassage(target), resolution];
  return JSON.stringify([article, place]);
}

/**
 * The passages of a link, each once, in order: a link may name one several times, or in two ways that
 * lead to one place. Linear.
 */
export function dropRepeated<Passage extends Pick<OpenedPassage, 'article' | 'target' | 'resolution'>>(
  passages: readonly Passage[],
): Passage[] {
  const seen = new Set<string>();
  return passages.filter((passage) => {
    const key = keyOf(passage);
    return !seen.has(key) && seen.add(key);
  });
}
