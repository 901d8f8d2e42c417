import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { findEvidence } from '../claims/coverage.ts';
import type { Claim } from '../claims/claims.ts';
import { toSpan } from '../text/offsets.ts';
import type { LinkProblem, ViewState } from '../link/view-link.ts';
import { revealSpan } from '../painting/reveal.ts';
import { BottomBar } from '../ui/bar/BottomBar.tsx';
import { Comparison } from '../ui/comparison/Comparison.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { Rail, type RailProps } from '../ui/rail/Rail.tsx';
import type { Anchor } from '../ui/reader/align-columns.ts';
import { Columns } from '../ui/reader/Columns.tsx';
import { readSelection, SelectionToolbar } from '../ui/share/SelectionToolbar.tsx';
import { Toast } from '../ui/share/Toast.tsx';
import styles from './ReaderPage.module.css';
import surfaces from './Surfaces.module.css';
import { useOpenedPassages } from './use-opened-passages.ts';
import { useReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { useReadingKeys } from './use-reading-keys.ts';

/** What only some links, some browsers and small screens need is loaded when they do. */
const Modal = lazy(async () => ({ default: (await import('../ui/kit/Modal.tsx')).Modal }));
const CopyByHand = lazy(async () => ({ default: (await import('../ui/share/CopyByHand.tsx')).CopyByHand }));
const LinkPassages = lazy(async () => ({
  default: (await import('../ui/share/LinkPassages.tsx')).LinkPassages,
}));
const ProblemNotice = lazy(async () => ({ default: (await import('./ProblemNotice.tsx')).ProblemNotice }));

interface ReaderProps {
  readonly model: ReaderModel;
  readonly problems: readonly LinkProblem[];
  readonly navigate: (view: ViewState) => void;
  readonly onKeys: () => void;
}

/** Ids of the other claims that are made where a passage of one claim stands. */
function findOverlapping(claims: readonly Claim[], claim: Claim, anchor: Anchor): Claim[] {
  const here = findEvidence(claim, anchor.article)[anchor.index]?.range;
  if (here === undefined) return [];
  return claims.filter(
    (other) =>
      other.id !== claim.id &&
      findEvidence(other, anchor.article).some(
        ({ range }) => range.start < here.end && here.start < range.end,
      ),
  );
}

/** The reader: rail, columns, comparison, and what links and selections bring. */
export function Reader({ model, problems, navigate, onKeys }: ReaderProps) {
  const { t, pick } = useStrings();
  const columns = useRef<HTMLElement>(null);
  const actions = useReaderActions(model, navigate);
  const opened = useOpenedPassages(model, columns);
  const [isRailOpen, setRailOpen] = useState(false);
  const [dismissed, setDismissed] = useState<ViewState | null>(null);
  const { view, claims } = model;
  const claim = claims.find(({ id }) => id === view.claim) ?? null;
  const { opening, clipboard } = actions;

  const escape = () => {
    if (getSelection()?.isCollapsed === false) return getSelection()?.removeAllRanges();
    if (view.claim === null) return view.passages.length > 0 ? actions.clearPassages() : undefined;
    const anchor = opening?.anchor;
    const number =
      anchor == null
        ? null
        : `[data-article="${anchor.article}"] a[data-claim="${view.claim}"][data-index="${anchor.index}"]`;
    if (number !== null) columns.current?.querySelector<HTMLElement>(number)?.focus({ preventScroll: true });
    return actions.closeClaim();
  };
  useReadingKeys(columns, {
    focused: view.claim,
    onHelp: onKeys,
    onEscape: escape,
    onToggleSource: (place) => {
      const id = model.order[place];
      if (id !== undefined) actions.toggleSource(id);
    },
    onCopyLink: () => {
      const selection = readSelection(columns.current);
      if (selection !== null) actions.copySelectionLink(selection);
    },
  });

  const compared = useMemo(() => {
    if (claim === null) return [];
    return model.columns
      .filter(({ isHidden }) => !isHidden)
      .map(({ article }) => ({
        id: article.id,
        name: pick(article.label),
        language: article.language,
        text: model.texts.get(article.id) ?? null,
        evidence: findEvidence(claim, article.id),
      }));
  }, [claim, model.columns, model.texts, pick]);
  const look = claim === null ? undefined : model.appearances.get(claim.id);
  const allProblems = [...problems, ...model.problems];
  const rail: RailProps = {
    sources: model.sources,
    groups: model.groups,
    focused: view.claim,
    onToggleSource: actions.toggleSource,
    onMoveSource: actions.moveSource,
    onFocusClaim: actions.toggleFocus,
    onToggleClaim: actions.toggleClaim,
    onFilter: actions.filterClaims,
  };
  const goTo = (article: string, index: number) => {
    const range = claim === null ? undefined : findEvidence(claim, article)[index]?.range;
    if (columns.current !== null && range !== undefined) revealSpan(columns.current, article, range);
  };
  return (
    <>
      <div className={styles['notices']}>
        <Suspense fallback={null}>
          {allProblems.length === 0 || dismissed === view ? null : (
            <ProblemNotice problems={allProblems} onDismiss={() => setDismissed(view)} />
          )}
          {model.claimsFailure === null ? null : (
            <div className={surfaces['notice']} role="alert">
              <span>
                {t('load.claimsFailed')} {model.claimsFailure.message}
              </span>
              <button type="button" className="quiet-button" onClick={model.claimsFailure.retry}>
                {t('load.retry')}
              </button>
            </div>
          )}
          {opened.length === 0 ? null : (
            <LinkPassages
              passages={opened}
              onGoTo={(article, span) => {
                if (columns.current !== null)
                  revealSpan(columns.current, article, toSpan(span.start, span.end));
              }}
              onClear={actions.clearPassages}
            />
          )}
        </Suspense>
      </div>
      <BottomBar
        sources={model.sources.filter(({ isOn }) => isOn)}
        columns={columns}
        onOpenRail={() => setRailOpen(true)}
      />
      <aside className={styles['rail']} aria-label={t('rail.label')}>
        <Rail {...rail} />
      </aside>
      <Columns
        root={columns}
        columns={model.columns}
        hiddenClaims={model.hiddenClaims}
        focus={actions.focus}
        focusLabel={claim === null ? '' : pick(claim.label)}
        onOpenClaim={actions.openClaim}
        onAllOn={actions.showAllSources}
      />
      {claim === null || look === undefined ? null : (
        <Comparison
          claim={claim}
          look={look}
          total={claims.length}
          sources={compared}
          alsoHere={
            opening?.anchor == null || opening.claim !== claim.id
              ? []
              : findOverlapping(claims, claim, opening.anchor).map((other) => ({
                  id: other.id,
                  label: pick(other.label),
                }))
          }
          takesFocus={opening?.claim === claim.id && opening.anchor !== null}
          onClose={escape}
          onStep={actions.stepClaim}
          onOpen={(id) => actions.openClaim(id, null)}
          onGoTo={goTo}
          onCopyLink={actions.copyClaimLink}
          onCopyQuotes={actions.copyClaimQuotes}
        />
      )}
      <SelectionToolbar
        root={columns}
        onCopyLink={actions.copySelectionLink}
        onCopyQuote={actions.copySelectionQuote}
      />
      {clipboard.told === null ? null : <Toast message={clipboard.told} onEnd={clipboard.clearTold} />}
      <Suspense fallback={null}>
        {clipboard.refused === null ? null : (
          <CopyByHand text={clipboard.refused} onClose={clipboard.clearRefused} />
        )}
        {isRailOpen ? (
          <Modal title={t('rail.label')} closeLabel={t('rail.close')} onClose={() => setRailOpen(false)}>
            <Rail
              {...rail}
              onFocusClaim={(id) => {
                setRailOpen(false);
                actions.openClaim(id, null);
              }}
            />
          </Modal>
        ) : null}
      </Suspense>
    </>
  );
}
