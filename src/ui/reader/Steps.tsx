import { useSyncExternalStore, type MouseEvent } from 'react';
import type { AbsenceKind } from '../../claims/claims.ts';
import type { Article } from '../../corpus/collection.ts';
import { ARTICLE_SELECTOR } from '../../painting/article-dom.ts';
import { useAnnounce } from '../kit/Announcer.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import { readStep, subscribeToSteps } from './column-steps.ts';
import { noteStep, showStep } from './step-column.ts';
import styles from './Steps.module.css';

/** How an article stands to the claim in focus. */
export interface StepsProps {
  readonly article: Article;
  /** What the claim is called when the article, whose text is here, does not make it; else null. */
  readonly missingClaim: string | null;
  /** Why it does not; null while that is not known. */
  readonly absence: AbsenceKind | null;
}

/**
 * How an article stands to the claim in focus, at the foot of its head, where no word of the text is covered and
 * nothing moves when it comes: that it does not make it; or, where it makes it in several passages, which of
 * them stands at the height of the others, and the way to its neighbours, round the ends. Only this column moves.
 */
export function Steps({ article, missingClaim, absence }: StepsProps) {
  const { t, n, pick } = useStrings();
  const announce = useAnnounce();
  const step = useSyncExternalStore(subscribeToSteps, () => readStep(article.id));
  const name = pick(article.label);
  if (missingClaim !== null) {
    return (
      <p className={styles['missing']}>
        <strong>{absence === null ? t('article.notHere') : t(`absence.${absence}`)}</strong>
        <span>{t('article.notHereDetail', { label: missingClaim, name })}</span>
      </p>
    );
  }
  if (step === null || step.count < 2) return null;
  const { index, count } = step;
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
