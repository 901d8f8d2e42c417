import { useCallback, useMemo, useState } from 'react';
import { toggleClaim } from '../link/claim-filter.ts';
import { moveSource, toggleSource } from '../link/source-order.ts';
import { encodePassage, type NamedPassage } from '../link/passage-link.ts';
import { DEFAULT_VIEW, type ClaimFilter, type ViewState } from '../link/view-link.ts';
import type { Span } from '../text/offsets.ts';
import { snapToWords } from '../text/words.ts';
import { useAnnounce } from '../ui/kit/Announcer.tsx';
import { useStrings, type ReaderStrings } from '../ui/kit/use-strings.ts';
import type { Anchor, FocusRequest } from '../ui/reader/align-columns.ts';
import { copyText } from '../ui/share/copy.ts';
import type { ChosenPlace } from '../ui/share/opened-passage.ts';
import { readQuote, writeDate } from '../ui/share/quotation.ts';
import type { TextSelection } from '../ui/share/selection.ts';
import { useAnchoring, type Named, type Place } from './use-anchoring.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { goTo, writeAddress } from './address.ts';

/** Which passage a claim was opened from; it belongs to no link, only to the movement on screen. */
export interface Opening extends FocusRequest {
  /** What asked for it. */
  readonly request: FocusRequest;
  /** Whether the keyboard's focus goes to the comparison. */
  readonly takesFocus: boolean;
  /** What had the focus before, to give it back to. */
  readonly returnTo: HTMLElement | null;
}

const NO_SEARCH = { search: null, searchesFurniture: false } as const;
/** What opens in the texts is read there, whichever view it is opened from; there it is arranged as it was. */
function toTexts({ view, arrange }: ViewState) {
  return { ...NO_SEARCH, view: 'reader', arrange: view === 'reader' ? arrange : [] } as const;
}

/** Places with their texts; those whose text is not here, or no longer reaches so far, are left out. */
function findPlaces(
  model: ReaderModel,
  passages: readonly { readonly article: string; readonly span: Span }[],
): Place[] {
  return passages.flatMap(({ article, span }) => {
    const text = model.texts.get(article);
    return text === undefined || span.end > text.length ? [] : [{ article, text, span }];
  });
}

/** Copies, says so aloud, and hands over to copying by hand where the browser refuses. */
function useCopy() {
  const announce = useAnnounce();
  const [refused, setRefused] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const tell = useCallback(
    (message: string) => {
      announce(message);
      setTold(message);
    },
    [announce],
  );
  const copy = useCallback(
    (text: string, confirmation: string) => {
      void copyText(text).then((isCopied) => {
        if (!isCopied) setRefused(text);
        else tell(confirmation);
      });
    },
    [tell],
  );
  return { copy, tell, told, clearTold: () => setTold(null), refused, clearRefused: () => setRefused(null) };
}

/** Says that quotations were copied. */
export function writeCopied(count: number, { t, n }: ReaderStrings): string {
  return count === 1 ? t('share.quoteCopied') : t('share.quotesCopied', { count, n: n(count) });
}

/** The whole address of one passage by itself. */
export function writePassageAddress(collection: string, passage: NamedPassage): string {
  return writeAddress({ ...DEFAULT_VIEW, collection, passages: [passage] });
}

/**
 * A quotation as it is pasted elsewhere: the words, who says them, when, and a link to the place; then what
 * `addition` says of it.
 */
export function useQuotations(model: ReaderModel) {
  const strings = useStrings();
  const { t, pick } = strings;
  return (named: readonly Named[], addition?: (one: Named) => string): string =>
    named
      .flatMap((one) => {
        const { place, passage } = one;
        const article = model.collection.articles.find(({ id }) => id === place.article);
        if (article === undefined) return [];
        const when = writeDate(article.date, strings);
        // A selection may cut words that its link takes whole.
        const span = snapToWords(place.text, place.span) ?? place.span;
        const quote = readQuote(article, place.text, span);
        const link = writePassageAddress(model.view.collection, passage);
        const line = t('share.quoteLine', { quote, name: pick(article.label), date: when, link });
        return addition === undefined ? line : `${line}\n${addition(one)}`;
      })
      .join('\n\n');
}

/** Everything the reader can ask for, as changes of the address or copies to the clipboard. */
export function useReaderActions(model: ReaderModel) {
  const strings = useStrings();
  const { t, label } = strings;
  const announce = useAnnounce();
  const name = useAnchoring();
  const { view, claims, focused, collection } = model;
  const [opening, setOpening] = useState<Opening | null>(null);
  const [pointed, setPointed] = useState<Anchor | null>(null);
  const clipboard = useCopy();
  /** The view of the link to passages that was copied last; null while none was. */
  const [copied, setCopied] = useState<ViewState | null>(null);
  /** What to do again where what describes passages could not be loaded. */
  const [failedCopy, setFailedCopy] = useState<(() => void) | null>(null);
  const quote = useQuotations(model);
  const all = collection.articles.map(({ id }) => id);
  const claimIds = claims.map(({ id }) => id);

  // The same object until a claim is opened: what is asked for once moves the columns once.
  const request = opening?.request;
  const focusedId = focused?.id;
  const focus = useMemo<FocusRequest | null>(() => {
    if (focusedId === undefined) return null;
    return request?.claim === focusedId ? request : { claim: focusedId, anchor: null };
  }, [focusedId, request]);

  const openClaim = (claim: string, anchor: Anchor | null, takesFocus = true) => {
    const returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpening({ claim, anchor, takesFocus, returnTo, request: { claim, anchor } });
    setPointed(null);
    goTo({ ...view, ...toTexts(view), claim, passages: [] });
  };
  const withNames = (
    passages: readonly { readonly article: string; readonly span: Span }[],
    use: (named: readonly Named[]) => void,
  ) => {
    setFailedCopy(null);
    name(
      findPlaces(model, passages),
      (named) => {
        if (named.length > 0) use(named);
        else clipboard.tell(t('share.noWords'));
      },
      () => setFailedCopy(() => () => withNames(passages, use)),
    );
  };
  const closeClaim = () => goTo({ ...view, claim: null });
  /** Reads a passage in the texts, as a link to it would open it. */
  const openPassage = (article: string, span: Span) =>
    withNames([{ article, span }], (named) => {
      const passages = named.map(({ passage }) => passage);
      goTo({ ...view, ...toTexts(view), claim: null, passages });
    });
  return {
    focus,
    opening,
    /** A passage of the claim in focus that the reader was last brought to in its column. */
    pointed,
    pointAt: (article: string, index: number) => setPointed({ article, index }),
    openClaim,
    openPassage,
    closeClaim,
    toggleFocus: (claim: string) =>
      view.claim === claim && view.search === null ? closeClaim() : openClaim(claim, null, false),
    stepClaim: (by: -1 | 1) => {
      // What one article alone says is stepped through only while it is on the page.
      const steps =
        view.marksAlone || focused?.isAlone === true ? [...claims, ...(model.alone ?? [])] : claims;
      const at = steps.findIndex(({ id }) => id === view.claim);
      const claim = steps[(at + by + steps.length) % steps.length];
      if (claim === undefined) return;
      openClaim(claim.id, null, false);
      announce(label(claim.label));
    },
    toggleSource: (id: string) => {
      // A source that a passage points at is always shown: turned off, it takes its passages along.
      const passages = model.shown.includes(id)
        ? view.passages.filter(({ article }) => article !== id)
        : view.passages;
      goTo({ ...view, passages, sources: toggleSource(all, view.sources, id) });
    },
    moveSource: (id: string, by: -1 | 1) => goTo({ ...view, sources: moveSource(all, view.sources, id, by) }),
    showAllSources: () => goTo({ ...view, sources: null }),
    toggleClaim: (id: string) => goTo({ ...view, claims: toggleClaim(claimIds, view.claims, id) }),
    /** Showing some claims alone, or none, takes off those of one article too. */
    filterClaims: (filter: ClaimFilter) =>
      goTo({ ...view, claims: filter, marksAlone: view.marksAlone && filter.mode === 'except' }),
    /** Lists and shows the claims alone that rest on an origin, by the word an address has for it; null: all. */
    filterByOrigin: (key: string | null, ids: readonly string[]) =>
      goTo({
        ...view,
        arrange: key === null ? [] : [key],
        claims: key === null ? { mode: 'except', ids: [] } : { mode: 'only', ids },
        marksAlone: view.marksAlone && key === null,
      }),
    markAlone: (marksAlone: boolean) => goTo({ ...view, marksAlone }),
    closeSearch: () => {
      // The comparison that comes back takes the focus only when it is opened.
      setOpening((last) => (last === null ? null : { ...last, takesFocus: false }));
      goTo({ ...view, ...NO_SEARCH });
    },
    /** What is being typed takes the place of what was: the back button does not undo it letter by letter. */
    search: (text: string) => goTo({ ...view, search: text }, 'replace'),
    searchFurniture: (searchesFurniture: boolean) => goTo({ ...view, searchesFurniture }, 'replace'),
    clearPassages: () => goTo({ ...view, passages: [] }),
    /** Puts one place each for passages of the address that may stand in several, or adds it to them. */
    choosePassages: (chosen: readonly ChosenPlace[]) =>
      withNames(
        chosen.map(({ target: { article }, span }) => ({ article, span })),
        (named) => {
          const passages = [...view.passages];
          for (const { place, passage } of named) {
            const asked = chosen.find(
              ({ target, span }) => target.article === place.article && span === place.span,
            );
            const at = passages.findIndex(
              (one) => asked !== undefined && encodePassage(one) === encodePassage(asked.target),
            );
            // One of an annotation was in no address before.
            passages.splice(at < 0 ? passages.length : at, 1, passage);
          }
          goTo({ ...view, passages });
        },
      ),
    copySelectionLink: (selection: TextSelection) =>
      withNames(selection.passages, (named) => {
        const passages = named.map(({ passage }) => passage);
        const linked = { ...view, ...NO_SEARCH, claim: null, passages };
        setCopied(linked);
        clipboard.copy(writeAddress(linked), t('share.linkCopied'));
      }),
    copied,
    copySelectionQuote: (selection: TextSelection) =>
      withNames(selection.passages, (named) =>
        clipboard.copy(quote(named), writeCopied(named.length, strings)),
      ),
    copyClaimLink: () => clipboard.copy(writeAddress(view), t('share.linkCopied')),
    /** Names passages as links carry them and does something with the names; says so where it cannot. */
    withNames,
    clipboard,
    failedCopy,
  };
}

/** What {@link useReaderActions} gives. */
export type ReaderActions = ReturnType<typeof useReaderActions>;
