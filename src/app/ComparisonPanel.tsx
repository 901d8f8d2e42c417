import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { findEvidence } from '../claims/coverage.ts';
import type { Claim, ClaimsFile } from '../claims/claims.ts';
import { computeOrigins, indexVoices } from '../claims/origins.ts';
import { findOverlapping, keepOutlined, type ClaimOutline } from '../claims/outline.ts';
import { findRanges } from '../painting/article-dom.ts';
import { paintLayer } from '../painting/paint-layer.ts';
import { revealSpan } from '../painting/reveal.ts';
import type { Span } from '../text/offsets.ts';
import { AbsentSources, type AbsentSource } from '../ui/comparison/AbsentSources.tsx';
import { compareSources, type ComparedSource } from '../ui/comparison/compared-source.ts';
import { Comparison, type ComparisonContent } from '../ui/comparison/Comparison.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { writeOrigins } from './origin-words.ts';
import { tellRelation } from './relation-words.ts';
import { useAbsences } from './use-absences.ts';
import { useComparisonCopies } from './use-comparison-copies.ts';
import { usePublishedClaims } from './use-published-claims.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

export interface ComparisonPanelProps {
  readonly model: ReaderModel;
  readonly claim: ClaimOutline;
  readonly actions: ReaderActions;
  readonly columns: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

const NO_SOURCES: readonly ComparedSource[] = [];

/** A claim whole; undefined while its file is not here. */
function findWhole(file: ClaimsFile | null, claim: ClaimOutline): Omit<Claim, 'relation'> | undefined {
  if (claim.isAlone !== true) return file?.claims.find(({ id }) => id === claim.id);
  const lone = file?.alone.find(({ id }) => id === claim.id);
  return lone && { ...lone, evidence: keepOutlined(lone.evidence, claim), relationNote: lone.label };
}

/** The sources that are on and do not make a claim, and why, as far as that is known. */
function useAbsentSources(model: ReaderModel, claim: ClaimOutline): AbsentSource[] {
  const { pick } = useStrings();
  const absences = useAbsences(model, claim);
  return model.columns
    .filter(({ article, isHidden }) => !isHidden && findEvidence(claim, article.id).length === 0)
    .map(({ article }) => ({
      id: article.id,
      name: pick(article.label),
      language: article.language,
      text: model.texts.get(article.id) ?? null,
      absence: absences?.get(article.id) ?? null,
    }));
}

/** Reveals a sentence of an article and paints it, until another is revealed or the comparison is another. */
function useReveal(columns: RefObject<HTMLElement | null>, claim: string) {
  const takeOff = useRef<() => void>(undefined);
  useEffect(() => () => takeOff.current?.(), [claim]);
  return (article: string, span: Span) => {
    const root = columns.current;
    const column = root?.querySelector(`[data-article="${article}"]`);
    if (root === null || column == null) return;
    takeOff.current?.();
    revealSpan(root, article, span);
    // Search, whose layer this is, is never open beside a comparison.
    takeOff.current = paintLayer('taqabul-search', findRanges(column, span));
  };
}

/** What the sources that are on say of a claim: its quotations, values and attributions come when first asked for. */
function useContent(model: ReaderModel, outline: ClaimOutline): ComparisonContent {
  const strings = useStrings();
  const { pick } = strings;
  const published = usePublishedClaims(model);
  const { columns, texts, shown } = model;
  const file = published.status === 'ready' ? published.file : null;
  const claim = useMemo(() => findWhole(file, outline), [file, outline]);
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
  const origins = useMemo(() => {
    if (file === null || claim === undefined) return '';
    const articles = columns.flatMap(({ article, isHidden }) => (isHidden ? [] : [article]));
    return writeOrigins(computeOrigins(claim, articles, indexVoices(file.voices)), articles, strings);
  }, [file, claim, columns, strings]);
  if (published.status === 'failed') return { status: 'failed', ...published.failure };
  if (file === null || claim === undefined) return { status: 'pending' };
  const off = columns.filter(({ isHidden }) => isHidden);
  return {
    status: 'ready',
    ...tellRelation({ relation: outline.relation, ...claim }, shown, strings),
    origins,
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
  const absent = useAbsentSources(model, claim);
  const reveal = useReveal(columns, claim.id);
  const sources = content.status === 'ready' ? content.sources : NO_SOURCES;
  const origins = content.status === 'ready' ? content.origins : '';
  const relation = content.status === 'ready' ? content.relation : claim.relation;
  const copies = useComparisonCopies({ model, claim, relation, sources, origins, absent, actions });
  const { appearances, loneAppearances, collection } = model;
  const look = appearances.get(claim.id) ?? loneAppearances.get(claim.id);
  if (look === undefined) return null;
  const anchor = actions.opening?.claim === claim.id ? actions.opening.anchor : null;
  const others = anchor === null ? [] : findOverlapping(model.claims, claim, anchor);
  const only =
    claim.isAlone === true
      ? collection.articles.find(({ id }) => id === claim.evidence[0]?.article)
      : undefined;
  const goTo = (article: string, span: Span) => {
    if (columns.current === null) return;
    revealSpan(columns.current, article, span);
    const index = findEvidence(claim, article).findIndex(
      ({ range }) => range.start === span.start && range.end === span.end,
    );
    if (index >= 0) actions.pointAt(article, index);
  };
  return (
    <Comparison
      claim={{ id: claim.id, label: strings.label(claim.label) }}
      look={look}
      total={appearances.size + (claim.isAlone === true ? loneAppearances.size : 0)}
      content={content}
      alsoHere={others.map((other) => ({ id: other.id, label: strings.label(other.label) }))}
      absent={
        <AbsentSources
          sources={absent}
          only={only === undefined ? null : strings.pick(only.label)}
          onReveal={reveal}
        />
      }
      takesFocus={actions.opening?.claim === claim.id && actions.opening.takesFocus}
      onClose={onClose}
      onStep={actions.stepClaim}
      onOpen={(id) => actions.openClaim(id, null)}
      onReveal={goTo}
      onCopyLink={actions.copyClaimLink}
      onCopyQuotes={copies.copyQuotes}
      onCopyTable={copies.copyTable}
      onCopyPicture={copies.copyPicture}
    />
  );
}
