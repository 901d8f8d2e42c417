import { useMemo, type RefObject } from 'react';
import { findEvidence } from '../claims/coverage.ts';
import { computeOrigins, indexVoices } from '../claims/origins.ts';
import { findOverlapping, type ClaimOutline } from '../claims/outline.ts';
import { revealSpan } from '../painting/reveal.ts';
import type { Span } from '../text/offsets.ts';
import { compareSources, type ComparedSource } from '../ui/comparison/compared-source.ts';
import { Comparison, type ComparisonContent } from '../ui/comparison/Comparison.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { writeOrigins } from './origin-words.ts';
import { useComparisonCopies } from './use-comparison-copies.ts';
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

const NO_SOURCES: readonly ComparedSource[] = [];

/** What the sources that are on say of a claim: its quotations, values and attributions come when first asked for. */
function useContent(model: ReaderModel, { id }: ClaimOutline): ComparisonContent {
  const strings = useStrings();
  const { pick } = strings;
  const published = usePublishedClaims(model);
  const { columns, texts } = model;
  const file = published.status === 'ready' ? published.file : undefined;
  const claim = file?.claims.find((one) => one.id === id);
  const sources = useMemo(
    () =>
      claim === undefined
        ? NO_SOURCES
        : compareSources(
            columns
              .filter(({ isHidden }) => !isHidden)
              .map(({ article }) => ({
                id: article.id,
                name: pick(article.label),
                language: article.language,
                parts: article.parts,
                text: texts.get(article.id) ?? null,
                evidence: findEvidence(claim, article.id),
              })),
          ),
    [claim, columns, texts, pick],
  );
  if (published.status === 'failed') return { status: 'failed', ...published.failure };
  if (file === undefined || claim === undefined) return { status: 'pending' };
  const articles = columns.flatMap(({ article, isHidden }) => (isHidden ? [] : [article]));
  const origins = computeOrigins(claim, articles, indexVoices(file.voices));
  const off = columns.filter(({ isHidden }) => isHidden);
  return {
    status: 'ready',
    note: pick(claim.relationNote),
    origins: writeOrigins(origins, articles, strings),
    alsoIn: off.flatMap(({ article }) =>
      findEvidence(claim, article.id).length > 0 ? pick(article.label) : [],
    ),
    sources,
  };
}

/** The comparison of the claim in focus, beside the columns or in a sheet under them. */
export function ComparisonPanel({ model, claim, actions, columns, onClose }: ComparisonPanelProps) {
  const strings = useStrings();
  const content = useContent(model, claim);
  const sources = content.status === 'ready' ? content.sources : NO_SOURCES;
  const copies = useComparisonCopies({ model, claim, sources, actions });
  const look = model.appearances.get(claim.id);
  if (look === undefined) return null;
  const anchor = actions.opening?.claim === claim.id ? actions.opening.anchor : null;
  const others = anchor === null ? [] : findOverlapping(model.claims, claim, anchor);
  const reveal = (article: string, span: Span) => {
    if (columns.current !== null) revealSpan(columns.current, article, span);
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
      onReveal={reveal}
      onCopyLink={actions.copyClaimLink}
      onCopyQuotes={copies.copyQuotes}
      onCopyTable={copies.copyTable}
      onCopyPicture={copies.copyPicture}
    />
  );
}
