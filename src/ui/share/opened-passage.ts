import type { PassageOutcome } from '../../anchoring/anchoring.ts';
import { encodePassage, type PassageTarget } from '../../link/passage-link.ts';

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
  /** Names of articles that have it equally well; absent where that is no matter. */
  readonly rivals?: readonly string[];
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
