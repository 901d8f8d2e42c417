import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { findEvidence } from '../claims/coverage.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { LoneList, type LoneContent } from '../ui/rail/LoneList.tsx';
import { claimsQuery, loneQuery } from './queries.ts';
import { describeFailure, type ReaderModel } from './use-reader-model.ts';

interface LoneSectionProps {
  readonly model: ReaderModel;
  readonly onFocus: (claim: string) => void;
  readonly onMark: (marks: boolean) => void;
}

/** What each source that is on reports alone, as far as that is here. */
function useContent(
  { alone, loneAppearances, columns }: ReaderModel,
  isOpen: boolean,
  error: Error | null,
): LoneContent {
  const { t, pick, label } = useStrings();
  return useMemo(() => {
    if (alone === null && error !== null) return { status: 'failed', message: describeFailure(error, t) };
    // Nobody sees it while it is folded away.
    if (alone === null || !isOpen) return { status: 'pending' };
    return {
      status: 'ready',
      sources: columns
        .filter(({ isHidden }) => !isHidden)
        .map(({ article }) => ({
          id: article.id,
          name: pick(article.label),
          claims: alone
            .filter((claim) => findEvidence(claim, article.id).length > 0)
            .map((claim) => ({
              id: claim.id,
              label: label(claim.label),
              look: loneAppearances.get(claim.id) ?? { number: 0, hue: 1, line: 1 },
            })),
        }))
        .filter(({ claims }) => claims.length > 0),
    };
  }, [alone, isOpen, error, loneAppearances, columns, t, pick, label]);
}

/** What one source alone reports, folded away until it is asked for; nothing where a collection has none. */
export function LoneSection({ model, onFocus, onMark }: LoneSectionProps) {
  const { view, collection, focused } = model;
  // Null as long as the reader has neither opened nor closed it.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? (view.marksAlone || focused?.isAlone === true);
  const hasFile = collection.claims !== '';
  const file = useQuery({ ...claimsQuery(view.collection, collection), enabled: false });
  const lone = useQuery({ ...loneQuery(view.collection, collection), enabled: hasFile && isOpen });
  const content = useContent(model, isOpen, lone.isFetching ? null : lone.error);
  if (!hasFile || file.data?.alone.length === 0) return null;
  return (
    <LoneList
      content={content}
      isOpen={isOpen}
      marks={view.marksAlone}
      focused={view.claim}
      onOpen={setChosen}
      onRetry={() => void lone.refetch()}
      onFocus={onFocus}
      onMark={onMark}
    />
  );
}
