import type { Claim } from '../claims/claims.ts';
import { relateShown } from '../claims/shown-relation.ts';
import type { ReaderStrings } from '../ui/kit/use-strings.ts';

/**
 * How the sources that are on relate on a claim, and what the editor says of it: that all sources are meant where
 * some of them are off, and nothing where those that are on agree though not all do.
 */
export function tellRelation(
  claim: Pick<Claim, 'relation' | 'relationNote' | 'evidence'>,
  shown: readonly string[],
  strings: ReaderStrings,
): { readonly relation: Claim['relation']; readonly note: string } {
  const { relation, isOfAll } = relateShown(claim, (article) => shown.includes(article));
  const note = strings.note(claim.relationNote);
  if (isOfAll) return { relation, note };
  return { relation, note: relation === claim.relation ? strings.t('collation.ofAll', { note }) : '' };
}
