import type { Article } from '../../corpus/collection.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './AboutSource.module.css';
import { computeFurnitureShare } from './furniture-share.ts';

/** What the file itself tells about outlet, date and credits, and what had to be inferred or is unknown. */
export function AboutSource({ article }: { readonly article: Article }) {
  const { t, date, share, list, pick, note } = useStrings();
  const { outlet, credits } = article;
  const when = article.date;
  return (
    <details className={styles['about']}>
      <summary>{t('article.about')}</summary>
      <dl>
        <dt>{t('article.outlet')}</dt>
        <dd>
          {pick(outlet.name)} · <em>{t(outlet.basis === 'stated' ? 'article.stated' : 'article.unknown')}</em>
          {outlet.note === undefined ? null : <p>{note(outlet.note)}</p>}
        </dd>
        <dt>{t('article.date')}</dt>
        <dd>
          {when.basis === 'unknown' ? null : `${date(when.value)} · `}
          <em>{t(`article.${when.basis}`)}</em>
          {when.basis === 'stated' ? null : <p>{note(when.note)}</p>}
        </dd>
        <dt>{t('article.credits')}</dt>
        <dd>{credits.length === 0 ? t('article.noCredits') : list(credits.map(({ name }) => pick(name)))}</dd>
        <dt>{t('article.setAside')}</dt>
        <dd>{t('article.setAsideShare', { share: share(computeFurnitureShare(article)) })}</dd>
      </dl>
    </details>
  );
}
