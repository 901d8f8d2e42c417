import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { encodePassage } from '../link/passage-link.ts';
import { findRanges } from '../painting/article-dom.ts';
import { paintLayer } from '../painting/paint-layer.ts';
import { revealSpan } from '../painting/reveal.ts';
import { useAnnounce } from '../ui/kit/Announcer.tsx';
import { useStrings, type ReaderStrings } from '../ui/kit/use-strings.ts';
import { abridge } from '../text/words.ts';
import { LinkPassages } from '../ui/share/LinkPassages.tsx';
import { dropRepeated, keyOf, type ChosenPlace, type OpenedPassage } from '../ui/share/opened-passage.ts';
import { usePreferences } from './use-preferences.ts';
import { outcomeQuery } from './queries.ts';
import { addImported } from './add-imported.ts';
import { goTo, subscribeToNavigation } from './address.ts';
import styles from './Surfaces.module.css';
import type { Imported } from './import-passages.ts';
import type { Failure, ReaderModel } from './use-reader-model.ts';
import { isTyping } from './answer-key.ts';
import { takeAtHand, writeAsked } from './passages-at-hand.ts';
import { writeFault } from './write-fault.ts';

/** The passages of the address, each once; none while one is on its way. `failure` tells what could not be had. */
interface Resolved {
  readonly opened: readonly OpenedPassage[];
  /** The same as often as the address names them, without what annotations say. */
  readonly named: readonly OpenedPassage[];
  readonly failure: Failure | null;
}

/** Waits until every text it needs has come or failed, then looks for the passages in those that came. */
function useResolved(model: ReaderModel, imported: Imported | null): Resolved {
  const { view, texts, columns } = model;
  const { t, pick } = useStrings();
  const sought = useMemo(() => {
    const columnOf = (id: string) => columns.find(({ article }) => article.id === id);
    const isWaiting = view.passages.some(({ article }) => columnOf(article)?.state.status === 'pending');
    if (isWaiting) return null;
    return view.passages.flatMap((target) => {
      const text = texts.get(target.article);
      const article = columnOf(target.article)?.article;
      return text === undefined || article === undefined ? [] : [{ target, text, article }];
    });
  }, [view.passages, texts, columns]);
  const results = useQueries({
    queries: (sought ?? []).map(({ target, text }) => outcomeQuery(view.collection, text, target)),
  });
  const state = results.map(({ status, fetchStatus }) => `${status}${fetchStatus}`).join();
  return useMemo(() => {
    const failed = results.filter((result) => result.isError && result.fetchStatus === 'idle');
    const retry = () => {
      for (const result of failed) void result.refetch();
    };
    const failure = failed.length === 0 ? null : { message: t('load.partFailed'), retry };
    const opened = (sought ?? []).flatMap(({ target, text, article }, index): OpenedPassage[] => {
      const resolution = results[index]?.data;
      if (resolution === undefined) return [];
      const { id, label, language } = article;
      return [{ target, article: id, name: pick(label), language, text, resolution }];
    });
    // What the address points at is on its way.
    if (sought === null || opened.length < sought.length) return { opened: [], named: [], failure };
    return { opened: addImported(dropRepeated(opened), imported, { t, pick }), named: opened, failure };
    // The results are a new array at every render; what they say changes with their state.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [sought, state, imported, pick, t]);
}

/** The passages that stand in one place, with that place. */
function findStanding(opened: readonly OpenedPassage[]) {
  return opened.flatMap((passage) =>
    'span' in passage.resolution ? [{ ...passage, span: passage.resolution.span }] : [],
  );
}

/** Brings the first of each article to its height, and the reader to the first of all. */
function revealAll(opened: readonly OpenedPassage[], root: HTMLElement): void {
  const found = findStanding(opened);
  const [first] = found;
  for (const { article, span } of found.toReversed()) {
    // The first of each article is the last to be brought to its height.
    if (article !== first?.article) revealSpan(root, article, span, false);
  }
  if (first === undefined) return;
  // Whoever is writing goes on writing: then the passage comes into view, and the focus stays.
  const isWriting = isTyping(document.activeElement);
  const column = isWriting ? root.querySelector(`[data-article="${first.article}"]`) : null;
  column?.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'nearest' });
  revealSpan(root, first.article, first.span, !isWriting);
}

/** Whether nothing is asked for that was not before: what is left of a link brings nobody anywhere. */
function isWithin(asked: readonly string[], before: readonly string[]): boolean {
  return asked.every((code) => before.includes(code));
}

/** The passages that were not asked for before; all where none is new. */
function findFresh(opened: readonly OpenedPassage[], before: readonly string[]): readonly OpenedPassage[] {
  const fresh = opened.filter(
    ({ target }) => !before.some((code) => code.endsWith(`&${encodePassage(target)}`)),
  );
  return fresh.length > 0 ? fresh : opened;
}

/** What became of a passage that stands in no one place, in words. */
function writeOutcome({ resolution, places = [] }: OpenedPassage, { t, n }: ReaderStrings): string {
  if ('span' in resolution) return '';
  if (places.length > 0) return t('exchange.choose', { count: places.length });
  switch (resolution.outcome) {
    case 'gone': {
      const { sought, wordCount } = resolution;
      if (sought !== null) return t('outcome.gone', { sought: abridge(sought) });
      return t('outcome.goneWords', { count: wordCount ?? 0, n: n(wordCount ?? 0) });
    }
    case 'ambiguous': {
      const count = resolution.candidates.length;
      return t('outcome.ambiguous', { count, n: n(count) });
    }
    default:
      return t(`outcome.${resolution.outcome}`);
  }
}

/** What is said aloud of passages that have just been opened: of the first that stands somewhere, else of the first. */
function writeAnnouncement(
  opened: readonly OpenedPassage[],
  imported: Imported | null,
  strings: ReaderStrings,
): string {
  const { t, n } = strings;
  const isAnnotated = imported?.from === 'annotations';
  const count = imported?.passages.length ?? 0;
  const lead = isAnnotated ? [t('exchange.opened', { count, n: n(count) })] : [];
  const [first] = findStanding(opened);
  if (first === undefined) {
    return [...lead, ...opened.slice(0, 1).map((passage) => writeOutcome(passage, strings))].join(' ');
  }
  const { name, text, span, resolution } = first;
  const quote = abridge(text.slice(span.start, span.end));
  const told = t(isAnnotated ? 'exchange.target' : 'share.target', { name, quote });
  const { outcome } = resolution;
  const isTold = outcome === 'respelled' || outcome === 'moved' || outcome === 'edited';
  return [...lead, told, ...(isTold ? [t(`outcome.${outcome}`)] : [])].join(' ');
}

/**
 * Resolves, paints, reveals and announces the passages of the address. `asked` tells apart what the
 * address asks for: every change of it reads the passages anew.
 */
function useOpenedPassages(
  model: ReaderModel,
  root: RefObject<HTMLElement | null>,
  asked: readonly string[],
  imported: Imported | null,
): Resolved {
  const resolved = useResolved(model, imported);
  const { opened } = resolved;
  const strings = useStrings();
  const { language } = strings;
  const announce = useAnnounce();
  useEffect(() => {
    const ranges = opened.flatMap(({ article, resolution }) => {
      const column = 'span' in resolution ? root.current?.querySelector(`[data-article="${article}"]`) : null;
      return column == null || !('span' in resolution) ? [] : findRanges(column, resolution.span);
    });
    return ranges.length === 0 ? undefined : paintLayer('taqabul-target', ranges);
  }, [opened, root]);
  const revealed = useRef<readonly string[]>([]);
  const announced = useRef<readonly string[]>([]);
  // Whoever follows a link is brought to its passages, also to some that were shown before.
  useEffect(
    () =>
      subscribeToNavigation(() => {
        revealed.current = [];
        announced.current = [];
      }),
    [],
  );
  useEffect(() => {
    if (opened.length > 0 && takeAtHand(asked)) {
      revealed.current = asked;
      announced.current = asked;
    }
  }, [opened, asked]);
  useEffect(() => {
    if (opened.length === 0 || root.current === null || isWithin(asked, revealed.current)) return;
    const before = revealed.current;
    revealed.current = asked;
    revealAll(findFresh(opened, before), root.current);
  }, [opened, root, asked]);
  // A page that opens in another language than it was published in speaks once its strings are here.
  const isSpeaking = usePreferences().preferences.language === language;
  useEffect(() => {
    if (opened.length === 0 || !isSpeaking || isWithin(asked, announced.current)) return;
    const before = announced.current;
    announced.current = asked;
    announce(writeAnnouncement(findFresh(opened, before), imported, strings));
  }, [opened, isSpeaking, asked, announce, imported, strings]);
  return resolved;
}

interface OpenedPassagesProps {
  readonly model: ReaderModel;
  /** What was opened from annotations; null when nothing was. */
  readonly imported: Imported | null;
  /** Told null when what was opened from annotations is left behind. */
  readonly onOpened: (imported: null) => void;
  readonly columns: RefObject<HTMLElement | null>;
  readonly onChoose: (chosen: readonly ChosenPlace[]) => void;
  readonly onClear: () => void;
}

/** What the address points at: shown in the texts, and listed until the reader puts the list away. */
export function OpenedPassages({
  model,
  imported,
  onOpened,
  columns,
  onChoose,
  onClear,
}: OpenedPassagesProps) {
  const { view } = model;
  const { collection, passages } = view;
  const asked = useMemo(
    () => [
      ...writeAsked({ collection, passages }),
      ...(imported === null ? [] : [`annotations ${imported.id}`]),
    ],
    [collection, passages, imported],
  );
  const { t, n } = useStrings();
  const announce = useAnnounce();
  const { opened, named, failure } = useOpenedPassages(model, columns, asked, imported);
  const [closed, setClosed] = useState<readonly string[]>([]);
  useEffect(
    () =>
      subscribeToNavigation(() => {
        setClosed([]);
        // Whoever goes elsewhere leaves annotations behind.
        onOpened(null);
      }),
    [onOpened],
  );
  if (failure !== null) {
    return (
      <div className={styles['notice']} role="alert">
        <span>{failure.message}</span>
        <button type="button" className="quiet-button" onClick={failure.retry}>
          {t('load.retry')}
        </button>
      </div>
    );
  }
  const faults = imported?.faults.map((fault) => writeFault(fault, t)) ?? [];
  if (opened.length + faults.length === 0 || isWithin(asked, closed)) return null;
  // What held the focus goes away with the list: reading goes on in the texts.
  const leaving = (leave: () => void) => () => {
    columns.current?.focus({ preventScroll: true });
    leave();
  };
  /** Takes a passage out of the address, by every name it has there. */
  const takeOut = (passage: OpenedPassage) => {
    const same = named.filter((one) => keyOf(one) === keyOf(passage));
    const names = new Set(same.map(({ target }) => target));
    goTo({ ...view, passages: passages.filter((target) => !names.has(target)) });
    const count = opened.length - 1;
    if (count === 0) columns.current?.focus({ preventScroll: true });
    announce(t('share.left', { count, n: n(count) }));
  };
  return (
    <LinkPassages
      passages={opened}
      origin={imported?.from ?? 'address'}
      faults={faults}
      onGoTo={(article, span) => {
        if (columns.current !== null) revealSpan(columns.current, article, span);
      }}
      onChoose={onChoose}
      onTakeOut={imported === null ? takeOut : null}
      onClear={leaving(() => {
        onOpened(null);
        onClear();
      })}
      onClose={leaving(() => setClosed(asked))}
    />
  );
}
