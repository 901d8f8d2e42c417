import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { encodePassage } from '../link/passage-link.ts';
import { findRanges } from '../painting/article-dom.ts';
import { paintLayer } from '../painting/paint-layer.ts';
import { revealSpan } from '../painting/reveal.ts';
import { useAnnounce } from '../ui/kit/Announcer.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { abridge } from '../text/words.ts';
import type { OpenedPassage } from '../ui/share/LinkPassages.tsx';
import { usePreferences } from './use-preferences.ts';
import { anchoringQuery } from './queries.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** The passages of the address as they were found, and how to fetch what finds them where that failed, else null. */
interface Opened {
  readonly opened: OpenedPassage[];
  readonly retry: (() => void) | null;
}

/** The passages of the address, resolved in the texts that are here. Waits until every text it needs has come or failed. */
function useResolved(model: ReaderModel): Opened {
  const { view, texts, columns } = model;
  const { pick } = useStrings();
  const isAsked = view.passages.length > 0;
  const { data: anchoring, isError, isFetching, refetch } = useQuery({ ...anchoringQuery, enabled: isAsked });
  const opened = useMemo(() => {
    if (anchoring === undefined) return [];
    const isWaiting = view.passages.some(
      ({ article }) => columns.find((column) => column.article.id === article)?.state.status === 'pending',
    );
    if (isWaiting) return [];
    return view.passages.flatMap(({ article, selector }): OpenedPassage[] => {
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
  }, [anchoring, view.passages, texts, columns, pick]);
  return { opened, retry: isAsked && isError && !isFetching ? () => void refetch() : null };
}

/** The passages that stand in one place, with that place. */
function findStanding(opened: readonly OpenedPassage[]) {
  return opened.flatMap((passage) =>
    'span' in passage.resolution ? [{ ...passage, span: passage.resolution.span }] : [],
  );
}

/** Resolves, paints, reveals and announces the passages that the address points at. */
export function useOpenedPassages(model: ReaderModel, root: RefObject<HTMLElement | null>): Opened {
  const { opened, retry } = useResolved(model);
  const { t, n, language } = useStrings();
  const announce = useAnnounce();
  useEffect(() => {
    const ranges = opened.flatMap(({ article, resolution }) => {
      const column = 'span' in resolution ? root.current?.querySelector(`[data-article="${article}"]`) : null;
      return column == null || !('span' in resolution) ? [] : findRanges(column, resolution.span);
    });
    return ranges.length === 0 ? undefined : paintLayer('taqabul-target', ranges);
  }, [opened, root]);
  // Told apart by what they say: every change of the address reads them anew.
  const asked = `${model.view.collection}&${model.view.passages.map(encodePassage).join('&')}`;
  const revealed = useRef('');
  useEffect(() => {
    if (opened.length === 0 || root.current === null || revealed.current === asked) return;
    revealed.current = asked;
    const found = findStanding(opened);
    const [first] = found;
    for (const { article, span } of found.toReversed()) {
      // The first of each article is the last to be brought to its height.
      if (article !== first?.article) revealSpan(root.current, article, span, false);
    }
    if (first !== undefined) revealSpan(root.current, first.article, first.span);
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
  return { opened, retry };
}
