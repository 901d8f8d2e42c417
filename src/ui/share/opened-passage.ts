import type { Resolution } from '../../anchoring/passage.ts';

/** A passage that the link points at, and what became of it in the text as it is now. */
export interface OpenedPassage {
  readonly article: string;
  readonly name: string;
  /** Language of the article (BCP 47). */
  readonly language: string;
  readonly text: string;
  readonly resolution: Resolution;
}

/** What tells an opened passage from others: its article and where it stands, or what is said in place of that. */
export function keyOf({ article, resolution }: Pick<OpenedPassage, 'article' | 'resolution'>): string {
  return JSON.stringify([article, 'span' in resolution ? resolution.span : resolution]);
}

/**
 * The passages of a link, each once, in order: a link may name one several times, or in two ways that
 * lead to one place. Linear.
 */
export function dropRepeated<Passage extends Pick<OpenedPassage, 'article' | 'resolution'>>(
  passages: readonly Passage[],
): Passage[] {
  const seen = new Set<string>();
  return passages.filter((passage) => {
    const key = keyOf(passage);
    return !seen.has(key) && seen.add(key);
  });
}
