import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Claim, ClaimsFile } from '../claims/claims.ts';
import { keepOutlined, type ClaimOutline } from '../claims/outline.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { claimsQuery } from './queries.ts';
import { rememberLast } from './remember-last.ts';
import { describeFailure, type Failure, type ReaderModel } from './use-reader-model.ts';

/** The claims file of the collection: on its way, failed, or here, without what does not hold in the texts. */
export type PublishedClaims =
  | { readonly status: 'pending' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'ready'; readonly file: ClaimsFile };

/** A claim with those of its passages that hold, as they are now: where they stand, and what is left of what was said of them. */
function keepHeld<One extends { readonly evidence: Claim['evidence'] }>(
  claim: One,
  outline: ClaimOutline,
): One {
  const isAsPublished = claim.evidence === outline.evidence;
  return isAsPublished ? claim : { ...claim, evidence: keepOutlined(claim.evidence, outline) };
}

/** A claims file with what the model has of it; whoever asks next for the same is given the same. */
const keepModelled = rememberLast(
  (data: ClaimsFile, claims: ReaderModel['claims'], alone: ReaderModel['alone']): ClaimsFile => {
    const published = new Map(data.claims.map((claim) => [claim.id, claim]));
    const held = claims.flatMap((outline): Claim[] => {
      const claim = published.get(outline.id);
      return claim === undefined ? [] : [keepHeld(claim, outline)];
    });
    const outlines = new Map((alone ?? []).map((outline) => [outline.id, outline]));
    const heldAlone = data.alone.flatMap((claim) => {
      const outline = outlines.get(claim.id);
      return outline === undefined ? [] : [keepHeld(claim, outline)];
    });
    return { ...data, claims: held, alone: heldAlone };
  },
);

/**
 * Quotations, values, attributions and all else that a claims file says and reading does not need: asked
 * for by whoever compares. Its claims are those of the model, in their order, with the passages that hold;
 * those of one article alone only where the model has them.
 * @param isAsking Whether the file is asked for; else it is here once somebody else has.
 */
export function usePublishedClaims(
  { view, collection, claims, alone }: ReaderModel,
  isAsking = true,
): PublishedClaims {
  const { t } = useStrings();
  const result = useQuery({ ...claimsQuery(view.collection, collection), enabled: isAsking });
  const { data } = result;
  const file = useMemo(
    () => (data === undefined ? null : keepModelled(data, claims, alone)),
    [data, claims, alone],
  );
  if (file !== null) return { status: 'ready', file };
  if (result.error === null || result.isFetching) return { status: 'pending' };
  const failure = { message: describeFailure(result.error, t), retry: () => void result.refetch() };
  return { status: 'failed', failure };
}
