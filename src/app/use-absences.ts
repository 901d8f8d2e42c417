import { useQuery } from '@tanstack/react-query';
import type { FoundAbsence } from '../claims/absence.ts';
import type { ClaimOutline } from '../claims/outline.ts';
import { absencesQuery, claimsQuery } from './queries.ts';
import type { ReaderModel } from './use-reader-model.ts';

/**
 * Why those articles whose texts are here do not make a claim, by article; null while that is not known. The
 * claims are asked for only where nobody compares, as while the reader searches: else who compares does that, and
 * tells of it where they cannot be had.
 */
export function useAbsences(
  { view, collection, texts }: ReaderModel,
  claim: ClaimOutline | undefined,
): ReadonlyMap<string, FoundAbsence> | null {
  const { data: file } = useQuery({
    ...claimsQuery(view.collection, collection),
    enabled: claim !== undefined && view.search !== null,
  });
  const { data = null } = useQuery(absencesQuery(view.collection, collection, texts, file, claim));
  return data;
}
