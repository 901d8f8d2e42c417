import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LinkProblem } from '../link/view-link.ts';
import { findPassageNumbers } from '../painting/article-dom.ts';
import { BottomBar } from '../ui/bar/BottomBar.tsx';
import { useIsLive } from '../ui/kit/use-is-live.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { Rail, type RailProps } from '../ui/rail/Rail.tsx';
import { Columns } from '../ui/reader/Columns.tsx';
import { readSelection } from '../ui/share/selection.ts';
import { Toast } from '../ui/share/Toast.tsx';
import { LaterComparison } from './LaterComparison.tsx';
import { lazyPart, Part, PartFailed } from './Part.tsx';
import type { Imported } from './import-passages.ts';
import { Notices } from './Notices.tsx';
import { prefetchComparison } from './prefetch.ts';
import styles from './ReaderPage.module.css';
import { useAbsences } from './use-absences.ts';
import { useReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { useKeys } from './use-keys.ts';
import { useLiveParts } from './use-live-parts.ts';
import { writeAddress } from './address.ts';

const OriginFilter = lazyPart(async () => (await import('./OriginFilter.tsx')).OriginFilter);
const OtherView = lazyPart(async () => (await import('./OtherView.tsx')).OtherView);
const LoneSection = lazyPart(async () => (await import('./LoneSection.tsx')).LoneSection);
const Modal = lazyPart(async () => (await import('../ui/kit/Modal.tsx')).Modal);
const CopyByHand = lazyPart(async () => (await import('../ui/share/CopyByHand.tsx')).CopyByHand);
const OpenedPassages = lazyPart(async () => {
  // What finds passages is on its way at the same time; what waits for it says when it does not come.
  import('../anchoring/anchoring.ts').catch(() => undefined);
  return (await import('./OpenedPassages.tsx')).OpenedPassages;
});
const SearchPanel = lazyPart(async () => (await import('./SearchPanel.tsx')).SearchPanel);
const PageTitle = lazyPart(async () => (await import('./PageTitle.tsx')).PageTitle);
const PrintHead = lazyPart(async () => (await import('../ui/bar/PrintHead.tsx')).PrintHead);
// What only makes things faster says nothing when it fails.
const TableAhead = lazyPart(() =>
  import('./TableAhead.tsx').then(
    (part) => part.TableAhead,
    () => () => null,
  ),
);
const SelectionTools = lazyPart(async () => (await import('./SelectionTools.tsx')).SelectionTools);
const AnnotationsOpener = lazyPart(async () => (await import('./AnnotationsOpener.tsx')).AnnotationsOpener);

interface ReaderProps {
  readonly model: ReaderModel;
  readonly problems: readonly LinkProblem[];
  /** The selector that stands in the address in the place of a view; null when a view does. */
  readonly selector: string | null;
  /** Whether keys pressed by themselves are shortcuts. */
  readonly hasShortcuts: boolean;
  /** Whether columns scroll together. */
  readonly isSynced: boolean;
  readonly onKeys: () => void;
  /** How often the reader has asked for the field of the search. */
  readonly searchCalls: number;
  readonly onSearch: () => void;
}

/** The reader: rail, columns, comparison, and what links and selections bring. */
export function Reader({
  model,
  problems,
  selector,
  hasShortcuts,
  isSynced,
  onKeys,
  searchCalls,
  onSearch,
}: ReaderProps) {
  const { t, label } = useStrings();
  const columns = useRef<HTMLElement>(null);
  const actions = useReaderActions(model);
  // How often the rail was asked for, while it is open; what could not be loaded is tried again each time.
  const [railAsked, setRailAsked] = useState(0);
  const closeRail = () => setRailAsked(0);
  // What a filter of the rail leaves of the list; null for all.
  const [listed, setListed] = useState<ReadonlySet<string> | null>(null);
  const groups = useMemo(() => {
    if (listed === null) return model.groups;
    return model.groups
      .map((group) => ({ ...group, claims: group.claims.filter(({ id }) => listed.has(id)) }))
      .filter((group) => group.claims.length > 0);
  }, [model.groups, listed]);
  const [imported, setImported] = useState<Imported | null>(null);
  const { view, focused: claim, collection } = model;
  const { clipboard, opening } = actions;
  const isLive = useIsLive();
  const { parts, retry } = useLiveParts();
  const isReading = view.view === 'reader';
  const lost = useRef(false);
  // Before the browser takes the focus from what cannot be reached any more.
  useLayoutEffect(() => {
    lost.current = !isReading && document.activeElement?.closest('[data-away]') != null;
  }, [isReading]);
  const client = useQueryClient();
  useEffect(
    () => prefetchComparison(client, view.collection, collection),
    [client, view.collection, collection],
  );

  const absences = useAbsences(model, isReading ? claim : undefined);

  const closeClaim = () => {
    const { anchor = null, returnTo = null } = opening?.claim === view.claim ? (opening ?? {}) : {};
    const column =
      anchor === null ? null : columns.current?.querySelector(`[data-article="${anchor.article}"]`);
    const number = column == null ? undefined : findPassageNumbers(column, view.claim)[anchor?.index ?? 0];
    // The number of a claim that one article alone makes may go with its marks.
    const target =
      (claim?.isAlone === true && !view.marksAlone ? null : number) ??
      (returnTo?.isConnected === true && returnTo.checkVisibility() ? returnTo : null);
    // What it was opened with may have gone, like a button of the comparison: reading goes on in the texts.
    (target ?? columns.current)?.focus({ preventScroll: true });
    actions.closeClaim();
  };
  useKeys(columns, parts?.answerKey ?? null, {
    isReading,
    hasShortcuts,
    focused: view.claim,
    onHelp: onKeys,
    onSearch,
    onEscape: () => {
      if (getSelection()?.isCollapsed === false) getSelection()?.removeAllRanges();
      else if (view.search !== null) actions.closeSearch();
      else if (!isReading) return;
      else if (view.claim !== null) closeClaim();
      else if (view.passages.length > 0) actions.clearPassages();
    },
    onToggleSource: (place) => {
      const id = model.order[place];
      if (id !== undefined) actions.toggleSource(id);
    },
    onCopyLink: () => {
      const selection = readSelection(columns.current);
      if (selection !== null) actions.copySelectionLink(selection);
    },
  });

  const listAlone = (onFocus: (id: string) => void) =>
    isLive ? (
      <Part>
        <LoneSection model={model} onFocus={onFocus} onMark={actions.markAlone} />
      </Part>
    ) : null;
  const rail: RailProps = {
    sources: model.sources,
    groups,
    focused: view.claim,
    onToggleSource: actions.toggleSource,
    onMoveSource: actions.moveSource,
    onFocusClaim: actions.toggleFocus,
    onToggleClaim: actions.toggleClaim,
    onFilter: actions.filterClaims,
    filters: isLive ? (
      <Part>
        <OriginFilter model={model} onFilter={actions.filterByOrigin} onListed={setListed} />
      </Part>
    ) : null,
    alone: listAlone(actions.toggleFocus),
    isAway: !isReading,
  };
  const openFromSheet = (id: string) => {
    closeRail();
    actions.openClaim(id, null);
  };
  return (
    <>
      <Notices model={model} problems={problems} />
      {isReading ? (
        <BottomBar
          sources={model.sources.filter(({ isOn }) => isOn)}
          columns={columns}
          isCovered={claim !== undefined || view.search !== null}
          onOpenRail={() => setRailAsked(railAsked + 1)}
        />
      ) : (
        <Part waiting={<main className={styles['view']} aria-busy="true" />} asked={view.view}>
          <OtherView model={model} actions={actions} lost={lost} />
        </Part>
      )}
      {/* Put away like the columns, not taken off: with many sources it is as large as they are. */}
      <div className={styles['side']} data-away={!isReading || undefined}>
        <aside className={styles['rail']} aria-label={t('rail.label')}>
          <Rail {...rail} />
          {/* Below the claims, once these are here: what comes before it would move it. */}
          {isLive && (model.groups.length > 0 || model.claimsFailure !== null || collection.claims === '') ? (
            <Part>
              <AnnotationsOpener
                model={model}
                columns={columns}
                actions={actions}
                selector={selector}
                onOpened={setImported}
              />
            </Part>
          ) : null}
        </aside>
      </div>
      <Columns
        root={columns}
        columns={model.columns}
        hiddenClaims={model.hiddenClaims}
        focus={actions.focus}
        focusLabel={claim === undefined ? '' : label(claim.label)}
        absences={absences}
        onOpenClaim={actions.openClaim}
        onAllOn={actions.showAllSources}
        live={parts}
        pointed={actions.pointed}
        isSynced={isSynced}
        isAway={!isReading}
      />
      {view.search === null || !isReading ? null : (
        <Part waiting={<div className={styles['panel']} />}>
          <SearchPanel
            model={model}
            asked={view.search}
            actions={actions}
            columns={columns}
            calls={searchCalls}
          />
        </Part>
      )}
      {claim === undefined || view.search !== null || !isReading ? null : (
        <Part waiting={<div className={styles['panel']} />} asked={claim.id}>
          <LaterComparison
            model={model}
            claim={claim}
            actions={actions}
            columns={columns}
            onClose={closeClaim}
          />
        </Part>
      )}
      {(view.passages.length === 0 && imported === null) || !isReading ? null : (
        <Part>
          <OpenedPassages
            model={model}
            imported={imported}
            onOpened={setImported}
            columns={columns}
            onChoose={actions.choosePassages}
            onClear={actions.clearPassages}
          />
        </Part>
      )}
      {retry === null ? null : <PartFailed onRetry={retry} />}
      {clipboard.told === null ? null : <Toast message={clipboard.told} onEnd={clipboard.clearTold} />}
      {actions.failedCopy === null ? null : <PartFailed onRetry={actions.failedCopy} />}
      {isLive ? (
        <Part>
          <PageTitle model={model} />
          <PrintHead address={writeAddress(view)} />
          {isReading ? <SelectionTools model={model} root={columns} actions={actions} /> : null}
        </Part>
      ) : null}
      {isLive && isReading ? (
        <Part>
          <TableAhead model={model} />
        </Part>
      ) : null}
      <Part asked={clipboard.refused ?? railAsked}>
        {clipboard.refused === null ? null : (
          <CopyByHand text={clipboard.refused} onClose={clipboard.clearRefused} />
        )}
        {railAsked > 0 ? (
          <Modal title={t('rail.label')} closeLabel={t('rail.close')} onClose={closeRail}>
            <Rail {...rail} onFocusClaim={openFromSheet} alone={listAlone(openFromSheet)} />
            <AnnotationsOpener
              model={model}
              columns={columns}
              actions={actions}
              selector={null}
              onOpened={setImported}
              onDone={closeRail}
            />
          </Modal>
        ) : null}
      </Part>
    </>
  );
}
