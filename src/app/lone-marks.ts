import type { ClaimsFile } from '../claims/claims.ts';
import { computeMarks } from '../claims/coverage.ts';
import { holdableAlone, type LoneClaims } from '../claims/lone-claims.ts';
import type { ClaimOutline } from '../claims/outline.ts';
import type { Bilingual } from '../corpus/collection.ts';
import type { Marking } from '../ui/reader/ArticleText.tsx';
import { seek } from './hold-claims.ts';

type Markings = ReadonlyMap<string, Marking>;

/** What one article alone says, with the way into the texts: both come with the claims file, not with the page. */
export interface OpenLoneClaims extends LoneClaims {
  /**
   * The markings with what of these claims holds: all, or the `single` one named. Those of articles to which
   * nothing is added stay the same objects.
   */
  readonly addMarks: (
    markings: Markings,
    claims: readonly ClaimOutline[],
    single: string | null,
    label: (text: Bilingual) => string,
  ) => Markings;
}

/**
 * What one article alone says, ready to be held against the texts and to be marked in them. Linear.
 * @param onFound is given it anew whenever passages were found again, or were not.
 */
export function openLoneClaims(file: ClaimsFile, onFound: (lone: OpenLoneClaims) => void): OpenLoneClaims {
  const addMarks: OpenLoneClaims['addMarks'] = (markings, claims, single, label) => {
    const marked = single === null ? claims : claims.filter(({ id }) => id === single);
    if (marked.length === 0) return markings;
    const all = new Map(markings);
    const labels = new Map(marked.map((claim) => [claim.id, label(claim.label)]));
    for (const [article, own] of computeMarks(marked)) {
      const marking = markings.get(article);
      if (marking === undefined) continue;
      all.set(article, {
        ...marking,
        passages: [...marking.passages, ...own],
        appearances: new Map([...marking.appearances, ...lone.appearances]),
        labelOf: (id) => labels.get(id) ?? marking.labelOf(id),
      });
    }
    return all;
  };
  const lone = holdableAlone(file, seek, (found) => onFound({ ...found, addMarks }));
  return { ...lone, addMarks };
}
