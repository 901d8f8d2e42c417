import type { RefObject } from 'react';
import { findEvidence } from '../claims/coverage.ts';
import { findOverlapping, type ClaimOutline } from '../claims/outline.ts';
import { revealSpan } from '../painting/reveal.ts';
import { Comparison, type ComparisonContent } from '../ui/comparison/Comparison.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { usePublishedClaims } from './use-published-claims.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

interface ComparisonPanelProps {
  readonly model: ReaderModel;
  readonly claim: ClaimOutline;
  readonly actions: ReaderActions;
  readonly columns: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** What the sources that are on say of a claim: its quotations, values and attributions come when first asked for. */
function useContent(model: ReaderModel, { id }: ClaimOutline): ComparisonContent {
  const { pick } = useStrings();
  const published = usePublishedClaims(model);
  if (published.status === 'failed') return { status: 'failed', ...published.failure };
  const claim = published.status === 'ready' ? published.file.claims.find((one) => one.id === id) : undefined;
  if (claim === undefined) return { status: 'pending' };
  const sources = model.columns.filter(({ isHidden }) => !isHidden);
  const off = model.columns.filter(({ isHidden }) => isHidden);
  return {
    status: 'ready',
    note: pick(claim.relationNote),
    alsoIn: off.flatMap(({ article }) =>
      findEvidence(claim, article.id).length > 0 ? pick(article.label) : [],
    ),
    sources: sources.map(({ article }) => ({
      id: article.id,
      name: pick(article.label),
      language: article.language,
      parts: article.parts,
      text: model.texts.get(article.id) ?? null,
      evidence: findEvidence(claim, article.id),
    })),
  };
}

/** The comparison of the claim in focus, beside the columns or in a sheet under them. */
export function ComparisonPanel({ model, claim, actions, columns, onClose }: ComparisonPanelProps) {
  const strings = useStrings();
  const content = useContent(model, claim);
  const look = model.appearances.get(claim.id);
  if (look === undefined) return null;
  const anchor = actions.opening?.claim === claim.id ? actions.opening.anchor : null;
  const others = anchor === null ? [] : findOverlapping(model.claims, claim, anchor);
  const goTo = (article: string, index: number) => {
    const range = findEvidence(claim, article)[index]?.range;
    if (columns.current === null || range === undefined) return;
    revealSpan(columns.current, article, range);
    actions.pointAt(article, index);
  };
  return (
    <Comparison
      claim={{ id: claim.id, label: strings.label(claim.label), relation: claim.relation }}
      look={look}
      total={model.appearances.size}
      content={content}
      alsoHere={others.map((other) => ({ id: other.id, label: strings.label(other.label) }))}
      takesFocus={actions.opening?.claim === claim.id && actions.opening.takesFocus}
      onClose={onClose}
      onStep={actions.stepClaim}
      onOpen={(id) => actions.openClaim(id, null)}
      onGoTo={goTo}
      onCopyLink={actions.copyClaimLink}
      onCopyQuotes={actions.copyClaimQuotes}
    />
  );
}
