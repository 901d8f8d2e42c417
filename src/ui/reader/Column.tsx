import { memo, Suspense, useMemo, type ComponentType } from 'react';
import type { AbsenceKind } from '../../claims/claims.ts';
import type { MarkedPassage } from '../../claims/segments.ts';
import type { Article } from '../../corpus/collection.ts';
import { directionOf } from '../../corpus/direction.ts';
import { toSpan } from '../../text/offsets.ts';
import { useStrings } from '../kit/use-strings.ts';
import { AboutSource } from './AboutSource.tsx';
import { ArticleText, MarkedText, type Marking } from './ArticleText.tsx';
import type { StepsProps } from './Steps.tsx';
import type { StripProps } from './Strip.tsx';
import styles from './Column.module.css';

/** The text of an article: on its way, failed with what can be said about it, or here. */
export type TextState =
  | { readonly status: 'pending' }
  | { readonly status: 'failed'; readonly message: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly text: string };

interface ColumnProps {
  readonly article: Article;
  readonly state: TextState;
  readonly marking: Marking;
  readonly isHidden: boolean;
  /** What draws the strip; null until it is here, and in the page as published, where nothing could be done with one. */
  readonly strip: ComponentType<StripProps> | null;
  /** What says how the article stands to the claim in focus; null until it is here. */
  readonly steps: ComponentType<StepsProps> | null;
  /** What the claim in focus is called when this article does not make it, else null. */
  readonly missingClaim: string | null;
  /** Why it does not, once that is known. */
  readonly absence: AbsenceKind | null;
  readonly onJump: (article: string, passage: MarkedPassage) => void;
}

/** How many words of the opening stand in for a headline that the file does not have. */
const OPENING_WORDS = 9;

/** Words as long as those of a headline; repeated, they take the room of one that is not here. */
const FILLING = 'كلمات العنوان ';

/** Letters that take as much room as the line for want of a headline and the opening under it. */
const UNTITLED = 110;

/** Longer than any headline; what a hostile manifest says of one must not fill the page. */
const MAX_FILLED = 300;

function Headline({ article, state, marking }: Pick<ColumnProps, 'article' | 'state' | 'marking'>) {
  const { t, language, dir } = useStrings();
  const title = article.parts.find(({ kind }) => kind === 'title');
  if (state.status !== 'ready') {
    const length = title === undefined ? UNTITLED : title.range.end - title.range.start;
    return (
      <div className={`${styles['headline']} ${styles['waitingHeadline']}`} aria-hidden="true">
        {FILLING.repeat(Math.min(length, MAX_FILLED) / FILLING.length)}
      </div>
    );
  }
  if (title !== undefined) {
    return (
      <h2 className={styles['headline']} data-start={title.range.start}>
        <MarkedText text={state.text} span={title.range} marking={marking} />
      </h2>
    );
  }
  const lead = article.parts.find(({ kind }) => kind === 'paragraph')?.range ?? toSpan(0, 0);
  const words = state.text.slice(lead.start, lead.end).split(/\s+/, OPENING_WORDS).join(' ');
  return (
    <>
      <p className={styles['noTitle']} lang={language} dir={dir}>
        {t('article.noTitle')}
      </p>
      <h2 className={styles['headline']} data-opening="">{`${words.replace(/[،,.:؛]$/, '')}…`}</h2>
    </>
  );
}

function Body({ article, state, marking }: Pick<ColumnProps, 'article' | 'state' | 'marking'>) {
  const { t, language, dir } = useStrings();
  switch (state.status) {
    case 'pending':
      return <div className={styles['waiting']} aria-hidden="true" />;
    case 'failed':
      return (
        <div className={styles['failed']} role="alert" lang={language} dir={dir}>
          <p>
            <strong>{t('article.failed')}</strong>
          </p>
          <p>{state.message}</p>
          <button type="button" className="button" onClick={state.retry}>
            {t('article.retry')}
          </button>
        </div>
      );
    case 'ready':
      return <ArticleText article={article} text={state.text} marking={marking} />;
  }
}

/** One article: who says it, when, on what it rests; then its text, scrolling on its own, and its strip. */
export const Column = memo(function Column({
  article,
  state,
  marking,
  isHidden,
  strip: Strip,
  steps: Steps,
  missingClaim,
  absence,
  onJump,
}: ColumnProps) {
  const { t, date, list, pick } = useStrings();
  const name = pick(article.label);
  const rests = useMemo(() => article.restsOn.map((source) => pick(source.name)), [article, pick]);
  const direction = directionOf(article.language);
  return (
    <section
      id={`article-${article.id}`}
      className={styles['column']}
      data-article={article.id}
      data-missing={missingClaim !== null || undefined}
      hidden={isHidden}
      aria-label={t('article.column', { name })}
    >
      <header className={styles['head']}>
        <p className={styles['source']}>
          <strong>{name}</strong>
          {article.date.basis === 'unknown' ? (
            <span>{t('article.dateUnknown')}</span>
          ) : (
            <time dateTime={article.date.value}>
              {date(article.date.value)}
              {article.date.basis === 'inferred' ? ` (${t('article.inferred')})` : ''}
            </time>
          )}
        </p>
        <div className={styles['title']} lang={article.language} dir={direction}>
          <Headline article={article} state={state} marking={marking} />
        </div>
        {Steps === null ? null : (
          <Steps
            article={article}
            missingClaim={state.status === 'ready' ? missingClaim : null}
            absence={absence}
          />
        )}
        <p className={styles['rests']}>
          {rests.length === 0 ? t('article.restsOnNobody') : t('article.restsOn', { names: list(rests) })}
        </p>
      </header>
      <div className={styles['frame']}>
        {/* A region that scrolls must be reachable by keyboard, or its text cannot be read with one. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles['scroller']} data-scroller="" tabIndex={0} role="region" aria-label={name}>
          {/* A boundary of its own, so that the page as published comes alive text by text. Inside the
              section: while a boundary waits, what it holds cannot be moved. */}
          <Suspense>
            <AboutSource article={article} />
            <div className={styles['article']} lang={article.language} dir={direction} data-layer-host="">
              <Body article={article} state={state} marking={marking} />
            </div>
          </Suspense>
        </div>
        {state.status === 'ready' && Strip !== null ? (
          <Strip article={article} marking={marking} onJump={(passage) => onJump(article.id, passage)} />
        ) : null}
      </div>
    </section>
  );
});
