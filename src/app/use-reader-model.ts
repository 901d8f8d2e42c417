import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { computeAppearances, type Appearance } from '../claims/appearance.ts';
import type { ClaimOutline, ClaimsOutline, HeldClaims } from '../claims/outline.ts';
import { computeMarks, countClaims, findWitnesses } from '../claims/coverage.ts';
import type { Article, Collection } from '../corpus/collection.ts';
import { findHiddenClaims } from '../link/claim-filter.ts';
import { orderSources } from '../link/source-order.ts';
import { DEFAULT_VIEW, encodeView, type ViewState } from '../link/view-link.ts';
import { useStrings, type ReaderStrings } from '../ui/kit/use-strings.ts';
import type { ClaimGroupModel } from '../ui/rail/ClaimList.tsx';
import type { SourceModel } from '../ui/rail/SourceList.tsx';
import type { TextState } from '../ui/reader/Column.tsx';
import type { ColumnModel } from '../ui/reader/Columns.tsx';
import { LoadError } from './load-error.ts';
import { collectionQuery, loneQuery, outlineQuery, textQuery } from './queries.ts';
import { reconcileView, type ViewProblem } from './reconcile-view.ts';

const NO_CLAIMS: readonly ClaimOutline[] = [];
const NO_LOOKS: ReadonlyMap<string, Appearance> = new Map();

/** A file that could not be had: what to tell the reader, and how to try again. */
export interface Failure {
  readonly message: string;
  readonly retry: () => void;
}

/** Everything on screen, computed from the address and the published files. */
export interface ReaderModel {
  readonly collection: Collection;
  readonly claims: readonly ClaimOutline[];
  /** What one article alone says, in the order of its file; null until it was asked for and is here. */
  readonly alone: readonly ClaimOutline[] | null;
  /** The claim in focus, shared or not; undefined where none is, or is known yet. */
  readonly focused: ClaimOutline | undefined;
  readonly claimsFailure: Failure | null;
  /** Fetched claims as they hold in the texts that are here; undefined for those that came with the page. */
  readonly held: HeldClaims | undefined;
  /** The same of what one article alone says. */
  readonly heldAlone: HeldClaims | undefined;
  readonly appearances: ReadonlyMap<string, Appearance>;
  /** Looks of the claims of {@link alone}; empty while these are not here. */
  readonly loneAppearances: ReadonlyMap<string, Appearance>;
  readonly view: ViewState;
  readonly problems: readonly ViewProblem[];
  readonly order: readonly string[];
  readonly shown: readonly string[];
  readonly hiddenClaims: readonly string[];
  readonly sources: readonly SourceModel[];
  readonly groups: readonly ClaimGroupModel[];
  readonly columns: readonly ColumnModel[];
  readonly texts: ReadonlyMap<string, string>;
}

/** What happened to a file, in the reader's language. */
export function describeFailure(error: Error, t: ReaderStrings['t']): string {
  if (error instanceof LoadError) return t(`load.${error.failure}`, { detail: error.detail });
  return t('load.malformed', { detail: error.message });
}

/** A text as the queries tell of it: the same object until something of it changes. */
type Fetched =
  | Exclude<TextState, { status: 'failed' }>
  | { readonly status: 'failed'; readonly error: Error };

function tellFetched(
  results: readonly { data: string | undefined; error: Error | null; fetchStatus: string }[],
): Fetched[] {
  return results.map(({ data, error, fetchStatus }) => {
    if (data !== undefined) return { status: 'ready', text: data };
    return error !== null && fetchStatus === 'idle' ? { status: 'failed', error } : { status: 'pending' };
  });
}

/**
 * The texts of the sources shown; those that are not here yet are fetched where `isFetching`. While one
 * comes, what is told of the others stays the same objects: their columns are not drawn again.
 */
function useTexts(
  name: string,
  articles: readonly Article[],
  shown: ReadonlySet<string>,
  isFetching: boolean,
): ReadonlyMap<string, TextState> {
  const { t } = useStrings();
  const client = useQueryClient();
  const queries = useMemo(
    () =>
      articles.map((article) => ({
        ...textQuery(name, article),
        enabled: isFetching && shown.has(article.id),
      })),
    [name, articles, shown, isFetching],
  );
  const fetched = useQueries({ queries, combine: tellFetched });
  return useMemo(
    () =>
      new Map(
        fetched.flatMap((one, index): [string, TextState][] => {
          const article = articles[index];
          if (article === undefined) return [];
          if (one.status !== 'failed') return [[article.id, one]];
          const retry = () => void client.prefetchQuery(textQuery(name, article));
          return [[article.id, { status: 'failed', message: describeFailure(one.error, t), retry }]];
        }),
      ),
    [fetched, articles, name, client, t],
  );
}

function useMarkings(
  name: string,
  articles: readonly Article[],
  file: ClaimsOutline | undefined,
  appearances: ReadonlyMap<string, Appearance>,
) {
  const { label } = useStrings();
  return useMemo(() => {
    const claims = file?.claims ?? NO_CLAIMS;
    const labels = new Map(claims.map((claim) => [claim.id, label(claim.label)]));
    const labelOf = (id: string) => labels.get(id) ?? id;
    const hrefOf = (id: string) => `./#${encodeView({ ...DEFAULT_VIEW, collection: name, claim: id })}`;
    const marks = computeMarks(claims);
    return new Map(
      articles.map(({ id }) => [id, { passages: marks.get(id) ?? [], appearances, labelOf, hrefOf }]),
    );
  }, [name, articles, file, appearances, label]);
}

/** What one article alone says: here where the address asks for it, or something else has. */
function useLoneClaims(
  name: string,
  collection: Collection,
  asked: ViewState,
  shared: readonly ClaimOutline[] | undefined,
) {
  const isNamed = asked.claim !== null && shared?.every(({ id }) => id !== asked.claim) === true;
  const enabled = collection.claims !== '' && (asked.marksAlone || asked.view === 'table' || isNamed);
  const result = useQuery({ ...loneQuery(name, collection), enabled });
  return { ...result, error: enabled && !result.isFetching ? result.error : null };
}

/** Computes what is on screen for a view; the manifest must be here, claims and texts may be on their way. */
function useModel(name: string, collection: Collection, asked: ViewState): ReaderModel {
  const strings = useStrings();
  const { t, pick } = strings;
  const claimsResult = useQuery(outlineQuery(name, collection));
  const published = claimsResult.data;
  const { articles } = collection;
  const all = useMemo(() => articles.map(({ id }) => id), [articles]);
  // Which sources are on does not hang on the claims, and which claims hold hangs on the texts of these.
  const { sources: on } = useMemo(() => reconcileView(asked, all, null).view, [asked, all]);
  const order = useMemo(() => orderSources(all, on), [all, on]);
  const shown = useMemo(() => order.filter((id) => on?.includes(id) ?? true), [order, on]);
  const isOn = useMemo(() => new Set(shown), [shown]);
  // The table fetches those that it shows something of; it may have hundreds of columns.
  const states = useTexts(name, articles, isOn, asked.view !== 'table');
  const texts = useMemo(
    () =>
      new Map(
        Array.from(states).flatMap(([id, state]) =>
          state.status === 'ready' ? [[id, state.text] as const] : [],
        ),
      ),
    [states],
  );
  const held = useMemo(() => published?.holdAgainst?.(articles, texts), [published, articles, texts]);
  useEffect(() => held?.seek(), [held]);
  const file = held ?? published;
  const claims = file?.claims ?? NO_CLAIMS;
  const lone = useLoneClaims(name, collection, asked, file?.claims);
  const heldAlone = useMemo(() => lone.data?.holdAgainst(articles, texts), [lone.data, articles, texts]);
  useEffect(() => heldAlone?.seek(), [heldAlone]);
  const alone = heldAlone?.claims ?? null;
  const { view, problems } = useMemo(() => {
    const idsOf = (some: readonly ClaimOutline[] | null | undefined) => some?.map(({ id }) => id) ?? null;
    return reconcileView(asked, all, idsOf(file?.claims), idsOf(alone));
  }, [asked, all, file, alone]);
  // Of all claims published: a number stays what it is when another claim is left out.
  const appearances = useMemo(
    () => (published === undefined ? new Map<string, Appearance>() : computeAppearances(published)),
    [published],
  );
  const shared = useMarkings(name, articles, file, appearances);
  // Where all are marked, another claim in focus changes no text.
  const single = view.marksAlone ? null : (view.claim ?? '');
  const markings = useMemo(
    () => (alone === null ? shared : (lone.data?.addMarks(shared, alone, single, strings.label) ?? shared)),
    [lone.data, shared, alone, single, strings],
  );
  const filtered = `${view.claims.mode} ${view.claims.ids.join(' ')}`;
  const hiddenClaims = useMemo(
    () =>
      findHiddenClaims(
        claims.map(({ id }) => id),
        view.claims,
      ),
    // The filter is read anew with every address; much is computed again when it changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [claims, filtered],
  );

  const inOrder = useMemo(
    () => order.flatMap((id) => articles.find((article) => article.id === id) ?? []),
    [order, articles],
  );
  const counts = useMemo(() => countClaims(claims), [claims]);
  const sources = useMemo(
    () =>
      inOrder.map(({ id, label }) => ({
        id,
        name: pick(label),
        isOn: isOn.has(id),
        claims: counts.get(id) ?? 0,
      })),
    [inOrder, pick, isOn, counts],
  );
  const groups = useMemo(() => {
    const hidden = new Set(hiddenClaims);
    const lit = sources.filter((source) => source.isOn);
    return (file?.groups ?? []).map((group) => ({
      id: group.id,
      label: pick(group.label),
      claims: claims
        .filter((claim) => claim.group === group.id)
        .map((claim) => ({
          id: claim.id,
          label: strings.label(claim.label),
          look: appearances.get(claim.id) ?? { number: 0, hue: 1, line: 1 },
          relation: claim.evidence.every(({ article }) => isOn.has(article)) ? claim.relation : null,
          isShown: !hidden.has(claim.id),
          sources: lit,
          makers: new Set(findWitnesses(claim, shown)),
        })),
    }));
  }, [file, claims, sources, shown, isOn, hiddenClaims, appearances, pick, strings]);
  const columns = useMemo(
    () =>
      inOrder.flatMap((article): ColumnModel[] => {
        const state = states.get(article.id);
        const marking = markings.get(article.id);
        return state === undefined || marking === undefined
          ? []
          : [{ article, state, marking, isHidden: !isOn.has(article.id) }];
      }),
    [inOrder, states, markings, isOn],
  );
  const failed = claimsResult.error !== null && !claimsResult.isFetching ? claimsResult : lone;
  const claimsFailure =
    failed.error === null
      ? null
      : { message: describeFailure(failed.error, t), retry: () => void failed.refetch() };
  return {
    collection,
    claims,
    claimsFailure,
    held,
    alone,
    focused: [...claims, ...(alone ?? [])].find(({ id }) => id === view.claim),
    heldAlone,
    appearances,
    loneAppearances: lone.data?.appearances ?? NO_LOOKS,
    view,
    problems,
    order,
    shown,
    hiddenClaims,
    sources,
    groups,
    columns,
    texts,
  };
}

const NOTHING: Collection = {
  format: 'taqabul-collection',
  version: 1,
  id: 'none',
  title: { ar: '', en: '' },
  claims: '',
  articles: [],
};

/** What is known of the collection that the address names: on its way, failed, or all that is on screen. */
export function useReaderModel(
  asked: ViewState,
): { status: 'pending' } | { status: 'failed'; failure: Failure } | { status: 'ready'; model: ReaderModel } {
  const { t } = useStrings();
  const result = useQuery(collectionQuery(asked.collection));
  const model = useModel(asked.collection, result.data ?? NOTHING, asked);
  if (result.data !== undefined) return { status: 'ready', model };
  if (result.error !== null && !result.isFetching) {
    return {
      status: 'failed',
      failure: { message: describeFailure(result.error, t), retry: () => void result.refetch() },
    };
  }
  return { status: 'pending' };
}
