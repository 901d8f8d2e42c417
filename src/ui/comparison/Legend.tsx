import type { Appearance } from '../../claims/appearance.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './MarkedWords.module.css';

const MARKS = ['all', 'some', 'alone'] as const;

/** What the marks in the wordings mean, on demand, each in its own look. */
export function Legend({ look }: { readonly look: Appearance }) {
  const { t } = useStrings();
  return (
    <details className={styles['legend']}>
      <summary>{t('collation.legend')}</summary>
      <ul>
        {MARKS.map((sharing) => (
          <li key={sharing} className={`hue-${look.hue}`}>
            <span className={styles['run']} data-sharing={sharing}>
              {t(`collation.${sharing}`)}
            </span>
          </li>
        ))}
        <li>
          <span className={styles['run']} data-differs="">
            {t('collation.differs')}
          </span>
        </li>
      </ul>
    </details>
  );
}
