import type { RowRelation } from '../../claims/matrix.ts';
import styles from './RelationMark.module.css';

/** The side of the square that a mark is drawn in. */
export const MARK_SIDE = 12;

/** How each relation is drawn, the same whichever way the page reads. */
export const MARK_PATHS: Readonly<Record<RowRelation, string>> = {
  same: 'M2.5 4.5h7M2.5 7.5h7',
  'other-words': 'M2 6.4c1.3-2.6 2.7-2.6 4 0s2.7 2.6 4 0',
  'compatible-values': 'M2 4.2c1.3-2 2.7-2 4 0s2.7 2 4 0M2 8.2c1.3-2 2.7-2 4 0s2.7 2 4 0',
  'other-value': 'M2.5 4.5h7M2.5 7.5h7M8.2 2l-4.4 8',
  'different-framing': 'M6 1.8L10.2 6 6 10.2 1.8 6Z',
  contradiction: 'M2.8 2.8l6.4 6.4M9.2 2.8l-6.4 6.4',
  'single-source': 'M6 5.9v.2',
};

/** The sign of a relation on its shade; whatever stands beside it names the relation. */
export function RelationMark({ relation }: { readonly relation: RowRelation }) {
  return (
    <span className={styles['mark']} data-relation={relation} aria-hidden="true">
      <svg viewBox={`0 0 ${MARK_SIDE} ${MARK_SIDE}`}>
        <path d={MARK_PATHS[relation]} />
      </svg>
    </span>
  );
}
