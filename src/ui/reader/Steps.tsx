import { useSyncExternalStore, type MouseEvent } from 'react';
import type { Article } from '../../corpus/collection.ts';
import { ARTICLE_SELECTOR } from '../../painting/article-dom.ts';
import { useAnnounce } from '../kit/Announcer.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import { readStep, subscribeToSteps } from './column-steps.ts';
import { noteStep, showStep } from './step-column.ts';
import styles from './Steps.module.css';

/** Whose passages are stepped through. */
export interface StepsProps {
  readonly article: Article;
}

/**
 * Where an article makes the claim in focus in several passages: which of them stands at the height of
 * the others, and the way to its neighbours, round the ends. Only this column moves.
 */
export function Steps({ article }: StepsProps) {
  const { t, n, pick } = useStrings();
  const announce = useAnnounce();
  const step = useSyncExternalStore(subscribeToSteps, () => readStep(article.id));
  if (step === null || step.count < 2) return null;
  const { index, count } = step;
  const name = pick(article.label);
  const go = (by: -1 | 1) => (event: MouseEvent) => {
    const column = event.currentTarget.closest<HTMLElement>(ARTICLE_SELECTOR);
    const next = (index + by + count) % count;
    noteStep(article.id, next);
    if (column !== null) showStep(column);
    announce(t('steps.at', { count, n: n(count), at: n(next + 1), name }));
  };
  return (
    <div className={styles['steps']} role="group" aria-label={t('steps.label', { name })}>
      <button type="button" aria-label={t('steps.previous', { name })} onClick={go(-1)}>
        <Icon name="up" />
      </button>
      <span>{t('steps.position', { n: n(index + 1), total: n(count) })}</span>
      <button type="button" aria-label={t('steps.next', { name })} onClick={go(1)}>
        <Icon name="down" />
      </button>
    </div>
  );
}
