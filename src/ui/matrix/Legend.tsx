import { ROW_RELATIONS } from '../../claims/matrix.ts';
import { useStrings } from '../kit/use-strings.ts';
import { RelationMark } from './RelationMark.tsx';
import styles from './Legend.module.css';

/**
 * What each shade means. Its boxes are what the drawing takes its colours from. It stands above the boxes, and in a
 * narrow window, where they need the height, below them until one is chosen.
 */
export function Legend({ place }: { readonly place: 'above' | 'below' }) {
  const { t } = useStrings();
  return (
    <ul className={styles[place]} data-legend="" aria-label={t('table.legend')}>
      {ROW_RELATIONS.map((relation) => (
        <li key={relation}>
          <RelationMark relation={relation} />
          {t(`relation.${relation}`)}
        </li>
      ))}
      <li>
        <span className={styles['blank']} aria-hidden="true" />
        {t('comparison.notInSource')}
      </li>
    </ul>
  );
}
