import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { findEvidence } from '../claims/coverage.ts';
import { findOverlapping, keepOutlined, type ClaimOutline } from '../claims/outline.ts';
import { revealSpan } from '../painting/reveal.ts';
import type { ComparisonContent } from '../ui/comparison/Comparison.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { lazyPart, Part } from './Part.tsx';
import { loadComparison } from './prefetch.ts';
import styles from './ReaderPage.module.css';
import { claimsQuery } from './queries.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import { describeFailure, type ReaderModel } from './use-reader-model.ts';

const Comparison = lazyPart(async () => (await loadComparison()).Comparison);

interface ComparisonPanelProps {
  readonly model: ReaderModel;
  readonly claim: ClaimOutline;
  readonly actions: ReaderActions;
  readonly columns: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** What the sources that are on say of a claim: its quotations, values and attributions come when first asked for. */
function useContent(model: ReaderModel, outline: ClaimOutline): ComparisonContent {
  const { t, pick } = useStrings();
  const result = useQuery(claimsQuery(model.view.collection, model.collection));
  const published = result.data?.claims.find(({ id }) => id === outline.id);
  if (published !== undefined) {
    const claim = { ...published, evidence: keepOutlined(published.evidence, outline) };
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
  if (result.error === null || result.isFetching) return { status: 'pending' };
  return {
    status: 'failed',
    message: describeFailure(result.error, t),
    retry: () => void result.refetch(),
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
    if (columns.current !== null && range !== undefined) revealSpan(columns.current, article, range);
  };
  return (
    // The panel's room is taken at once: what is aligned beside it must not move when it comes.
    <Part waiting={<div className={styles['panel']} />} asked={claim.id}>
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
    </Part>
  );
}
