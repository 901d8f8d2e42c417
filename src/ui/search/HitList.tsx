import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { directionOf } from '../../corpus/direction.ts';
import type { ArticleHits, Hit, SearchResult } from '../../search/search.ts';
import { useStrings } from '../kit/use-strings.ts';
import { computeExcerpt } from './excerpt.ts';
import styles from './Search.module.css';

/** A source that is searched, with its text. */
export interface SearchedSource {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

interface HitItemProps {
  readonly hit: Hit;
  readonly source: SearchedSource;
  readonly isCurrent: boolean;
  readonly onGoTo: (hit: Hit) => void;
}

/** One sentence with the words that answer; a way to its place. */
const HitItem = memo(({ hit, source, isCurrent, onGoTo }: HitItemProps) => {
  const { t } = useStrings();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ behavior: 'instant', block: 'nearest' });
  }, [isCurrent]);
  const { language, text } = source;
  return (
    <li className={styles['hit']}>
      <button
        ref={button}
        type="button"
        className={styles['sentence']}
        lang={language}
        dir={directionOf(language)}
        aria-current={isCurrent || undefined}
        onClick={() => onGoTo(hit)}
      >
        {computeExcerpt(text, hit).map((piece) =>
          piece.isMatch ? (
            <mark key={piece.start} className={styles['word']}>
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </button>
      {hit.grade === 'exact' && !hit.isFurniture ? null : (
        <p className={styles['facts']}>
          {hit.grade === 'exact' ? null : <span>{t(`search.${hit.grade}`)}</span>}
          {hit.isFurniture ? <span>{t('article.setAside')}</span> : null}
        </p>
      )}
    </li>
  );
});

interface HitListProps {
  readonly result: SearchResult;
  readonly sources: readonly SearchedSource[];
  readonly current: Hit | null;
  readonly onGoTo: (hit: Hit) => void;
}

/** So many rows, sources and hits, are listed at first; more come as the reader nears the end of them. */
const ROWS = 60;

/** The first rows of what was found, up to so many; all of the source that holds a hit gone to. */
function takeRows(
  articles: readonly ArticleHits[],
  rows: number,
  current: Hit | null,
): readonly ArticleHits[] {
  const taken: ArticleHits[] = [];
  let left = rows;
  const last = current === null ? -1 : articles.findIndex(({ hits }) => hits.includes(current));
  for (const [place, article] of articles.entries()) {
    if (left <= 0 && place > last) break;
    const own = place <= last ? article.hits : article.hits.slice(0, Math.max(0, left - 1));
    taken.push(own.length === article.hits.length ? article : { ...article, hits: own });
    left -= 1 + own.length;
  }
  return taken;
}

/** Stands where the list goes on, and says when it comes near the screen. */
function More({ onNear }: { readonly onNear: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mark.current === null) return undefined;
    const margin = '600px 0px';
    const options = { rootMargin: margin, scrollMargin: margin };
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onNear();
    }, options);
    observer.observe(mark.current);
    return () => observer.disconnect();
  });
  return <div ref={mark} className={styles['more']} />;
}

/** What was found, by source; of much the first, and the rest as the reader comes to it. */
export const HitList = memo(({ result, sources, current, onGoTo }: HitListProps) => {
  const { t, n } = useStrings();
  const [{ listed, rows }, setListed] = useState({ listed: result, rows: ROWS });
  if (listed !== result) setListed({ listed: result, rows: ROWS });
  const byId = useMemo(() => new Map(sources.map((source) => [source.id, source])), [sources]);
  const taken = takeRows(result.articles, rows, current);
  const hasMore =
    taken.length < result.articles.length || taken.at(-1)?.hits !== result.articles.at(-1)?.hits;
  return (
    <>
      <ul className={styles['sources']}>
        {taken.map(({ article, count, hits }) => {
          const source = byId.get(article);
          return source === undefined ? null : (
            <li key={article} className={styles['source']}>
              <h2>
                {source.name} <span>{t('search.hits', { count, n: n(count) })}</span>
              </h2>
              <ol>
                {hits.map((hit) => (
                  <HitItem
                    key={hit.sentence.start}
                    hit={hit}
                    source={source}
                    isCurrent={hit === current}
                    onGoTo={onGoTo}
                  />
                ))}
              </ol>
            </li>
          );
        })}
      </ul>
      {hasMore ? <More onNear={() => setListed((was) => ({ ...was, rows: was.rows + ROWS }))} /> : null}
    </>
  );
});
