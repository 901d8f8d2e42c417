import { computeWordStems } from './endings.ts';
import { findBareForms } from './particles.ts';

/** How a spelling can be read. */
export interface Reading {
  /** Its bare forms, and the folded word itself unless it has the article. */
  readonly bare: readonly string[];
  /** The stems of those. */
  readonly stems: readonly string[];
}

/** A word that may begin with a particle is stemmed as if it did not only if so much is left: `لبوتين` is no `لبؤات`. */
const LEAST_STEM = 4;

/**
 * Reads one spelling: see {@link findBareForms} and {@link computeWordStems}. Two words are forms of one
 * where their stems share a member. Neither list is empty. Linear in the word.
 * @param folded `fold(published).text`
 * @param isNoun whether a folded word is known with the article
 */
export function readSpelling(published: string, folded: string, isNoun: (word: string) => boolean): Reading {
  const bare = findBareForms(published, folded, isNoun);
  const stems = new Set(bare.flatMap((form) => computeWordStems(published, form)));
  const hasArticle = bare.some((form) => /(?:ال|لل)$/.test(folded.slice(0, -form.length)));
  if (hasArticle) return { bare, stems: Array.from(stems) };
  for (const stem of computeWordStems(published, folded)) {
    if (bare.length === 0 || stem.length >= LEAST_STEM) stems.add(stem);
  }
  return { bare: [...bare, folded], stems: Array.from(stems) };
}
