import { useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { Hit, SearchResult } from '../../search/search.ts';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import { HitList, type SearchedSource } from './HitList.tsx';
import sheet from '../kit/Sheet.module.css';
import styles from './Search.module.css';

/** A hit and the article it stands in. */
export interface PlacedHit {
  readonly article: string;
  readonly hit: Hit;
}

/** What was found: on its way, failed with what can be said about it, or here. */
export type SearchContent =
  | { readonly status: 'pending' }
  | { readonly status: 'failed'; readonly message: string; readonly retry: () => void }
  | {
      readonly status: 'ready';
      /** What was looked for. */
      readonly typed: string;
      /** Whether more was typed than was looked for. */
      readonly isCut: boolean;
      readonly result: SearchResult;
    };

interface SearchProps {
  /** What stands in the field; what is listed may be a key behind. */
  readonly typed: string;
  readonly withFurniture: boolean;
  readonly content: SearchContent;
  /** Whether what is listed is what was found for what stands in the field. */
  readonly isSettled: boolean;
  /** How much was found, in words; null when nothing is looked for. */
  readonly summary: string | null;
  /** The sources searched, in their order. */
  readonly sources: readonly SearchedSource[];
  /** The hit the reader has gone to, and its place among the hits listed, from 0. */
  readonly current: PlacedHit | null;
  readonly position: number | null;
  readonly total: number;
  /** How often the reader has asked for the field: each time it takes the focus. */
  readonly calls: number;
  readonly onType: (text: string) => void;
  readonly onFurniture: (isSearched: boolean) => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onGoTo: (hit: Hit) => void;
  readonly onClose: () => void;
}

/** More sources than this are counted, not named, where nothing was found in them. */
const NAMED = 12;

/** What was typed, without what would turn the sentence around it. */
function toShown(typed: string): string {
  return typed.trim().replace(/\p{Bidi_Control}/gu, '');
}

/** What stands under the field: what was found, or why nothing is there. */
function Content({ content, sources, current, onGoTo }: SearchProps) {
  const { t, n, list } = useStrings();
  if (content.status === 'pending') return <p role="status">{t('app.loading')}</p>;
  if (content.status === 'failed') {
    return (
      <div role="alert" className={styles['note']}>
        <p>{content.message}</p>
        <button type="button" className="button" onClick={content.retry}>
          {t('load.retry')}
        </button>
      </div>
    );
  }
  const { typed, result, isCut } = content;
  if (typed.trim() === '') return <p className={styles['note']}>{t('search.hint')}</p>;
  const listed = result.articles.reduce((count, { hits }) => count + hits.length, 0);
  return (
    <>
      {isCut ? <p className={styles['note']}>{t('search.cut')}</p> : null}
      {result.count > 0 ? null : (
        <p className={styles['note']}>
          {t('search.none', {
            typed: toShown(typed),
            names:
              sources.length > NAMED
                ? t('app.sourceCount', { count: sources.length, n: n(sources.length) })
                : list(sources.map(({ name }) => name)),
          })}
        </p>
      )}
      <HitList result={result} sources={sources} current={current?.hit ?? null} onGoTo={onGoTo} />
      {listed < result.count ? <p className={styles['note']}>{t('search.best')}</p> : null}
    </>
  );
}

/** The field, how much was found, the way from one result to the next, and the results by source. */
export function Search(props: SearchProps) {
  const { typed, withFurniture, content, summary, position, total, calls } = props;
  const { t, n } = useStrings();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (calls === 0) return;
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [calls]);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') props.onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') props.onClose();
    else return;
    event.preventDefault();
  };
  const more = content.status === 'ready' ? content.result.furnitureCount : 0;
  return (
    <search
      className={`${sheet['sheet']} ${styles['search']}`}
      aria-label={t('search.label')}
      aria-busy={!props.isSettled}
    >
      <div className={styles['head']}>
        <div className={styles['row']}>
          <input
            ref={field}
            type="search"
            className={styles['field']}
            dir="auto"
            aria-label={t('bar.search')}
            placeholder={t('bar.search')}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            value={typed}
            onChange={(event) => props.onType(event.target.value)}
            onKeyDown={press}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={t('search.close')}
            onClick={props.onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        {summary === null ? null : (
          <div className={styles['row']}>
            <p className={styles['summary']}>
              {summary}
              {position === null ? null : (
                <span>{t('search.position', { n: n(position + 1), total: n(total) })}</span>
              )}
            </p>
            <button
              type="button"
              className="icon-button"
              aria-label={t('search.previous')}
              disabled={total === 0}
              onClick={() => props.onStep(-1)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('search.next')}
              disabled={total === 0}
              onClick={() => props.onStep(1)}
            >
              <Icon name="down" />
            </button>
          </div>
        )}
        <label className={styles['choice']} htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={withFurniture}
            onChange={(event) => props.onFurniture(event.target.checked)}
          />
          <span>
            {t('search.setAside')}
            {more === 0 ? null : ` (${t('search.hits', { count: more, n: n(more) })})`}
          </span>
        </label>
      </div>
      <Content {...props} />
    </search>
  );
}
