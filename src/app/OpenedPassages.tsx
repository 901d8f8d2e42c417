import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { encodePassage } from '../link/passage-link.ts';
import { findRanges } from '../painting/article-dom.ts';
import { paintLayer } from '../painting/paint-layer.ts';
import { revealSpan } from '../painting/reveal.ts';
import { useAnnounce } from '../ui/kit/Announcer.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { abridge } from '../text/words.ts';
import { LinkPassages } from '../ui/share/LinkPassages.tsx';
import { dropRepeated, type OpenedPassage } from '../ui/share/opened-passage.ts';
import { usePreferences } from './use-preferences.ts';
import { anchoringQuery } from './queries.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { isTyping } from './use-reading-keys.ts';

/** The passages of the address, each once, resolved in the texts that are here. Waits until every text it needs has come or failed. */
function useResolved(model: ReaderModel): OpenedPassage[] {
  const { view, texts, columns } = model;
  const { pick } = useStrings();
  const { data: anchoring } = useQuery(anchoringQuery);
  return useMemo(() => {
    if (anchoring === undefined) return [];
    const isWaiting = view.passages.some(
      ({ article }) => columns.find((column) => column.article.id === article)?.state.status === 'pending',
    );
    if (isWaiting) return [];
    const resolved = view.passages.flatMap(({ article, selector }): OpenedPassage[] => {
      const text = texts.get(article);
      const found = columns.find((column) => column.article.id === article)?.article;
      return text === undefined || found === undefined
        ? []
        : [
            {
              article,
              name: pick(found.label),
              language: found.language,
              text,
              resolution: anchoring.resolve(text, selector),
            },
          ];
    });
    return dropRepeated(resolved);
  }, [anchoring, view.passages, texts, columns, pick]);
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

/**
 * Resolves, paints, reveals and announces the passages of the address. `asked` tells apart what the
 * address asks for: every change of it reads the passages anew.
 */
function useOpenedPassages(
  model: ReaderModel,
  root: RefObject<HTMLElement | null>,
  asked: string,
): OpenedPassage[] {
  const opened = useResolved(model);
  const { t, n, language } = useStrings();
  const announce = useAnnounce();
  useEffect(() => {
    const ranges = opened.flatMap(({ article, resolution }) => {
      const column = 'span' in resolution ? root.current?.querySelector(`[data-article="${article}"]`) : null;
      return column == null || !('span' in resolution) ? [] : findRanges(column, resolution.span);
    });
    return ranges.length === 0 ? undefined : paintLayer('taqabul-target', ranges);
  }, [opened, root]);
  const revealed = useRef('');
  useEffect(() => {
    if (opened.length === 0 || root.current === null || revealed.current === asked) return;
    revealed.current = asked;
    revealAll(opened, root.current);
  }, [opened, root, asked]);
  // A page that opens in another language than it was published in speaks once its strings are here.
  const isSpeaking = usePreferences().preferences.language === language;
  const announced = useRef('');
  useEffect(() => {
    if (opened.length === 0 || !isSpeaking || announced.current === asked) return;
    announced.current = asked;
    const [first] = findStanding(opened);
    const outcome = opened[0]?.resolution;
    if (first !== undefined) {
      const { name, text, span } = first;
      announce(t('share.target', { name, quote: abridge(text.slice(span.start, span.end)) }));
    } else if (outcome?.outcome === 'gone') {
      announce(t('outcome.gone', { sought: outcome.sought }));
    } else if (outcome?.outcome === 'ambiguous') {
      const count = outcome.candidates.length;
      announce(t('outcome.ambiguous', { count, n: n(count) }));
    }
  }, [opened, isSpeaking, asked, announce, t, n]);
  return opened;
}

interface OpenedPassagesProps {
  readonly model: ReaderModel;
  readonly columns: RefObject<HTMLElement | null>;
  readonly onClear: () => void;
}

/** What the address points at: shown in the texts, and listed until the reader puts the list away. */
export function OpenedPassages({ model, columns, onClear }: OpenedPassagesProps) {
  const { view } = model;
  const asked = `${view.collection}&${view.passages.map(encodePassage).join('&')}`;
  const opened = useOpenedPassages(model, columns, asked);
  const [closed, setClosed] = useState('');
  if (opened.length === 0 || closed === asked) return null;
  // What held the focus goes away with the list: reading goes on in the texts.
  const leaving = (leave: () => void) => () => {
    columns.current?.focus({ preventScroll: true });
    leave();
  };
  return (
    <LinkPassages
      passages={opened}
      onGoTo={(article, span) => {
        if (columns.current !== null) revealSpan(columns.current, article, span);
      }}
      onClear={leaving(onClear)}
      onClose={leaving(() => setClosed(asked))}
    />
  );
}
