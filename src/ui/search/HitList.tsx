import { memo, useLayoutEffect, useRef } from 'react';
import { directionOf } from '../../corpus/direction.ts';
import type { Hit, SearchResult } from '../../search/search.ts';
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

/** What was found, by source. */
export function HitList({ result, sources, current, onGoTo }: HitListProps) {
  const { t, n } = useStrings();
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (
    <ul className={styles['sources']}>
      {result.articles.map(({ article, count, hits }) => {
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
  );
}
