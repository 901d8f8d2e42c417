import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { exceedsSearch, toSearchText } from '../link/view-link.ts';
import { findRanges } from '../painting/article-dom.ts';
import { paintLayer } from '../painting/paint-layer.ts';
import { paintSpans } from '../painting/paint-spans.ts';
import { revealSpan } from '../painting/reveal.ts';
import { Search, type PlacedHit, type SearchContent } from '../ui/search/Search.tsx';
import type { Hit } from '../search/search.ts';
import { useAnnounce } from '../ui/kit/Announcer.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { searchQuery } from './queries.ts';
import type { Found } from './searching.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** How long after the last key the address is written and the count said aloud, in milliseconds. */
const QUIET = { address: 300, count: 900 };

/** What is in the field: from the address when that changes, else from the keys, which reach the address a little later. */
function useTyped(asked: string, write: (text: string) => void) {
  const [{ typed, ...known }, setState] = useState({ typed: asked, asked, written: asked });
  if (known.asked !== asked) {
    setState({ typed: asked === known.written ? typed : asked, asked, written: asked });
  }
  useEffect(() => {
    if (typed === asked) return undefined;
    const timer = setTimeout(() => {
      setState((state) => ({ ...state, written: typed }));
      startTransition(() => write(typed));
    }, QUIET.address);
    return () => clearTimeout(timer);
  }, [typed, asked, write]);
  // What is left of something too long, as long as it stands in the field.
  const [cut, setCut] = useState<string | null>(null);
  const type = (text: string) => {
    const fit = toSearchText(text);
    setState((state) => ({ ...state, typed: fit }));
    setCut(exceedsSearch(text) ? fit : null);
  };
  return { typed, isCut: cut === typed, type };
}

/** What the texts that are on and here say to what is typed; what they said before until it is known. */
function useFound(model: ReaderModel, typed: string) {
  const { view, columns, texts } = model;
  const searched = useMemo(
    () =>
      columns.flatMap(({ article: { id, parts }, isHidden }) => {
        const text = isHidden ? undefined : texts.get(id);
        return text === undefined ? [] : [{ id, text, parts }];
      }),
    [columns, texts],
  );
  const sought = {
    collection: view.collection,
    articles: searched.map(({ id }) => id),
    typed: useDeferredValue(typed),
    withFurniture: view.searchesFurniture,
  };
  // What is not found while texts are on their way may stand in them.
  const isWaiting = columns.some(({ state, isHidden }) => !isHidden && state.status === 'pending');
  const result = useQuery({
    ...searchQuery(sought, searched),
    placeholderData: keepPreviousData,
    enabled: !isWaiting,
  });
  // Listing many results must not hold up the next key.
  const found = useDeferredValue(result.data);
  return { result, found, isSettled: found === result.data && found?.sought.typed === typed };
}

/** Paints what was found, and over it the result the reader has gone to. */
function usePainted(
  { columns: models }: ReaderModel,
  root: RefObject<HTMLElement | null>,
  found: Found | undefined,
  current: PlacedHit | null,
): void {
  useEffect(() => {
    if (root.current === null || found === undefined || found.count === 0) return undefined;
    const spans = found.articles.map(
      ({ article, hits }) => [article, hits.flatMap(({ matches }) => matches)] as const,
    );
    return paintSpans('taqabul-search', root.current, new Map(spans));
  }, [root, found, models]);
  useEffect(() => {
    const column =
      current === null ? null : root.current?.querySelector(`[data-article="${current.article}"]`);
    if (column == null || current === null) return undefined;
    const ranges = current.hit.matches.flatMap((match) => findRanges(column, match));
    return paintLayer('taqabul-search-current', ranges);
  }, [root, current, models]);
}

/** Says how much was found, once the reader has stopped typing. */
function useAnnouncedCount(summary: string | null): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (summary === null) return undefined;
    const timer = setTimeout(() => announce(summary), QUIET.count);
    return () => clearTimeout(timer);
  }, [summary, announce]);
}

/** Gives the focus back to what had it when search was opened, unless it has gone elsewhere meanwhile. */
function useReturnedFocus(): void {
  // Looked up before the field takes it.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body || !(before instanceof HTMLElement)) return;
      before.focus({ preventScroll: true });
    },
    [before],
  );
}

interface SearchPanelProps {
  readonly model: ReaderModel;
  /** What the address asks for. */
  readonly asked: string;
  readonly actions: ReaderActions;
  readonly columns: RefObject<HTMLElement | null>;
  /** How often the reader has asked for the field. */
  readonly calls: number;
}

/** Search across the texts that are on, beside them or in a sheet under them. */
export function SearchPanel({ model, asked, actions, columns, calls }: SearchPanelProps) {
  const { t, n, pick } = useStrings();
  const announce = useAnnounce();
  const { typed, isCut, type } = useTyped(asked, actions.search);
  const { result, found, isSettled } = useFound(model, typed);
  const [went, setWent] = useState<{ readonly found: Found; readonly at: number } | null>(null);
  const hits = useMemo(
    () => found?.articles.flatMap(({ article, hits: own }) => own.map((hit) => ({ article, hit }))) ?? [],
    [found],
  );
  // A step asked for before the answer is here is taken when it comes.
  const awaited = useRef<{ readonly typed: string; readonly by: number } | null>(null);
  const at = went !== null && went.found === found ? went.at : null;
  const current = (at === null ? undefined : hits[at]) ?? null;
  useReturnedFocus();
  usePainted(model, columns, found, current);
  const summary =
    found === undefined || found.sought.typed.trim() === ''
      ? null
      : [
          t('search.hits', { count: found.count, n: n(found.count) }),
          ...(found.count === 0
            ? []
            : [t('app.sourceCount', { count: found.articles.length, n: n(found.articles.length) })]),
        ].join(' · ');
  useAnnouncedCount(isSettled ? summary : null);

  const goTo = (place: number, takesFocus: boolean) => {
    const placed = hits[place];
    const [first] = placed?.hit.matches ?? [];
    const root = columns.current;
    if (found === undefined || placed === undefined || first === undefined || root === null) return;
    setWent({ found, at: place });
    const column = root.querySelector(`[data-article="${placed.article}"]`);
    column?.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'nearest' });
    revealSpan(root, placed.article, first, takesFocus);
    if (takesFocus) return;
    const text = model.texts.get(placed.article) ?? '';
    const { sentence } = placed.hit;
    announce(
      `${t('search.position', { n: n(place + 1), total: n(hits.length) })}. ${text.slice(sentence.start, sentence.end)}`,
    );
  };
  const step = (by: number) => {
    if (hits.length === 0) return;
    goTo(at === null ? (by > 0 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length, false);
  };
  const takeAwaitedStep = useEffectEvent(() => {
    const wanted = awaited.current;
    awaited.current = null;
    if (wanted?.typed === typed) step(wanted.by);
  });
  useEffect(() => {
    if (isSettled) takeAwaitedStep();
  }, [isSettled]);
  // The same function at every key: a list of hundreds is not made anew for it.
  const latest = useRef<(hit: Hit) => void>(() => undefined);
  useLayoutEffect(() => {
    latest.current = (hit) =>
      goTo(
        hits.findIndex((placed) => placed.hit === hit),
        true,
      );
  });
  const goToHit = useCallback((hit: Hit) => latest.current(hit), []);
  const content: SearchContent =
    found !== undefined
      ? { status: 'ready', typed: found.sought.typed, isCut: isCut || found.isCut, result: found }
      : result.error !== null && !result.isFetching
        ? { status: 'failed', message: t('load.partFailed'), retry: () => void result.refetch() }
        : { status: 'pending' };
  const sources = useMemo(
    () =>
      model.columns.flatMap(({ article: { id, label, language }, isHidden }) => {
        const text = isHidden ? undefined : model.texts.get(id);
        return text === undefined ? [] : [{ id, name: pick(label), language, text }];
      }),
    [model.columns, model.texts, pick],
  );
  return (
    <Search
      typed={typed}
      withFurniture={model.view.searchesFurniture}
      content={content}
      isSettled={isSettled}
      summary={summary}
      sources={sources}
      current={current}
      position={at}
      total={hits.length}
      calls={calls}
      onType={type}
      onFurniture={actions.searchFurniture}
      onStep={(by) => {
        if (isSettled) step(by);
        else awaited.current = { typed, by };
      }}
      onGoTo={goToHit}
      onClose={actions.closeSearch}
    />
  );
}
