import { useCallback, useMemo, useState } from 'react';
import type { PassageSelector } from '../anchoring/passage.ts';
import { findEvidence } from '../claims/coverage.ts';
import type { Article } from '../corpus/collection.ts';
import { toggleClaim } from '../link/claim-filter.ts';
import { moveSource, toggleSource } from '../link/source-order.ts';
import type { PassageTarget } from '../link/passage-link.ts';
import { DEFAULT_VIEW, type ClaimFilter, type ViewState } from '../link/view-link.ts';
import type { Span } from '../text/offsets.ts';
import { useAnnounce } from '../ui/kit/Announcer.tsx';
import { useStrings, type ReaderStrings } from '../ui/kit/use-strings.ts';
import type { Anchor } from '../ui/reader/align-columns.ts';
import type { FocusRequest } from '../ui/reader/Columns.tsx';
import { copyText } from '../ui/share/copy.ts';
import type { TextSelection } from '../ui/share/selection.ts';
import { useAnchoring } from './use-anchoring.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { writeAddress } from './use-view.ts';

/** Which passage a claim was opened from; it belongs to no link, only to the movement on screen. */
export interface Opening {
  readonly claim: string;
  readonly anchor: Anchor | null;
  /** Whether the keyboard's focus goes to the comparison. */
  readonly takesFocus: boolean;
  /** What had the focus before, to give it back to. */
  readonly returnTo: HTMLElement | null;
}

type Describe = (text: string, span: Span) => PassageSelector | null;

/** Passages as a link carries them; those whose text is not here, or no longer reaches so far, are left out. */
function describeAll(
  model: ReaderModel,
  passages: readonly { readonly article: string; readonly span: Span }[],
  describe: Describe,
): PassageTarget[] {
  return passages.flatMap(({ article, span }) => {
    const text = model.texts.get(article);
    const selector = text === undefined || span.end > text.length ? null : describe(text, span);
    return selector === null ? [] : [{ article, selector }];
  });
}

/** Every passage of a claim in the sources shown. */
function findClaimPassages(model: ReaderModel, id: string | null) {
  const claim = model.claims.find((one) => one.id === id);
  if (claim === undefined) return [];
  return model.shown.flatMap((article) =>
    findEvidence(claim, article).map(({ range }) => ({ article, span: range })),
  );
}

/** Copies, says so aloud, and hands over to copying by hand where the browser refuses. */
function useCopy() {
  const announce = useAnnounce();
  const [refused, setRefused] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const copy = useCallback(
    (text: string, confirmation: string) => {
      void copyText(text).then((isCopied) => {
        if (!isCopied) setRefused(text);
        else {
          announce(confirmation);
          setTold(confirmation);
        }
      });
    },
    [announce],
  );
  return { copy, told, clearTold: () => setTold(null), refused, clearRefused: () => setRefused(null) };
}

/**
 * A passage's words as they are quoted. Page furniture that lies wholly in it is left out: it is no
 * part of the article, and folded away the reader has not seen it. Furniture alone is quoted as it is.
 */
function readQuote(article: Article, text: string, { start, end }: Span): string {
  const pieces: string[] = [];
  let at: number = start;
  for (const { kind, range } of article.parts) {
    if (kind !== 'furniture' || range.start < start || range.end > end) continue;
    pieces.push(text.slice(at, range.start));
    at = range.end;
  }
  pieces.push(text.slice(at, end));
  const quote = pieces.join(' ').replace(/\s+/g, ' ').trim();
  return quote === '' ? text.slice(start, end).replace(/\s+/g, ' ') : quote;
}

/** An article's date with what it rests on: an inferred date is never quoted as a stated one. */
function writeDate(when: Article['date'], { t, date }: ReaderStrings): string {
  if (when.basis === 'unknown') return t('article.dateUnknown');
  return when.basis === 'stated' ? date(when.value) : `${date(when.value)} (${t('article.inferred')})`;
}

/** A quotation as it is pasted elsewhere: the words, who says them, when, and a link to the place. */
function useQuotations(model: ReaderModel) {
  const strings = useStrings();
  const { t, pick } = strings;
  return (targets: readonly PassageTarget[]): string =>
    targets
      .flatMap((target) => {
        const article = model.collection.articles.find(({ id }) => id === target.article);
        const text = model.texts.get(target.article);
        if (article === undefined || text === undefined) return [];
        const when = writeDate(article.date, strings);
        const view: ViewState = { ...DEFAULT_VIEW, collection: model.view.collection, passages: [target] };
        const quote = readQuote(article, text, target.selector.span);
        return [
          t('share.quoteLine', { quote, name: pick(article.label), date: when, link: writeAddress(view) }),
        ];
      })
      .join('\n\n');
}

/** Everything the reader can ask for, as changes of the address or copies to the clipboard. */
export function useReaderActions(model: ReaderModel, navigate: (view: ViewState) => void) {
  const { t, label } = useStrings();
  const announce = useAnnounce();
  const withAnchoring = useAnchoring();
  const { view, claims, collection } = model;
  const [opening, setOpening] = useState<Opening | null>(null);
  const clipboard = useCopy();
  /** What to do again where what describes passages could not be loaded. */
  const [failedCopy, setFailedCopy] = useState<(() => void) | null>(null);
  const quote = useQuotations(model);
  const all = collection.articles.map(({ id }) => id);
  const claimIds = claims.map(({ id }) => id);

  const focus = useMemo<FocusRequest | null>(() => {
    if (view.claim === null) return null;
    return { claim: view.claim, anchor: opening?.claim === view.claim ? opening.anchor : null };
  }, [view.claim, opening]);

  const openClaim = (claim: string, anchor: Anchor | null, takesFocus = true) => {
    const returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpening({ claim, anchor, takesFocus, returnTo });
    navigate({ ...view, claim, passages: [] });
  };
  const withPassages = (
    passages: readonly { readonly article: string; readonly span: Span }[],
    use: (passages: readonly PassageTarget[]) => void,
  ) => {
    setFailedCopy(null);
    withAnchoring(
      ({ describe }) => {
        const described = describeAll(model, passages, describe);
        if (described.length > 0) use(described);
      },
      () => setFailedCopy(() => () => withPassages(passages, use)),
    );
  };
  const closeClaim = () => navigate({ ...view, claim: null });
  return {
    focus,
    opening,
    openClaim,
    closeClaim,
    toggleFocus: (claim: string) => (view.claim === claim ? closeClaim() : openClaim(claim, null, false)),
    stepClaim: (by: -1 | 1) => {
      const at = claimIds.indexOf(view.claim ?? '');
      const next = claimIds[(at + by + claimIds.length) % claimIds.length];
      const claim = claims.find(({ id }) => id === next);
      if (claim === undefined) return;
      openClaim(claim.id, null, false);
      announce(label(claim.label));
    },
    toggleSource: (id: string) => {
      // A source that a passage points at is always shown: turned off, it takes its passages along.
      const passages = model.shown.includes(id)
        ? view.passages.filter(({ article }) => article !== id)
        : view.passages;
      navigate({ ...view, passages, sources: toggleSource(all, view.sources, id) });
    },
    moveSource: (id: string, by: -1 | 1) =>
      navigate({ ...view, sources: moveSource(all, view.sources, id, by) }),
    showAllSources: () => navigate({ ...view, sources: null }),
    toggleClaim: (id: string) => navigate({ ...view, claims: toggleClaim(claimIds, view.claims, id) }),
    filterClaims: (filter: ClaimFilter) => navigate({ ...view, claims: filter }),
    clearPassages: () => navigate({ ...view, passages: [] }),
    copySelectionLink: (selection: TextSelection) =>
      withPassages(selection.passages, (passages) =>
        clipboard.copy(writeAddress({ ...view, claim: null, passages }), t('share.linkCopied')),
      ),
    copySelectionQuote: (selection: TextSelection) =>
      withPassages(selection.passages, (passages) => clipboard.copy(quote(passages), t('share.quoteCopied'))),
    copyClaimLink: () => clipboard.copy(writeAddress(view), t('share.linkCopied')),
    copyClaimQuotes: () =>
      withPassages(findClaimPassages(model, view.claim), (passages) =>
        clipboard.copy(quote(passages), t('share.quoteCopied')),
      ),
    clipboard,
    failedCopy,
  };
}

/** What {@link useReaderActions} gives. */
export type ReaderActions = ReturnType<typeof useReaderActions>;
