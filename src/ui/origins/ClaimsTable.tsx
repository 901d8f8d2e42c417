import type { Appearance } from '../../claims/appearance.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './Origins.module.css';

/** How the claims may be ordered: by how few origins they have, as they are listed, by how many sources make them. */
export const ORDERS = ['fewest-origins', 'as-listed', 'most-sources'] as const;
export type ClaimOrder = (typeof ORDERS)[number];

/** A claim with what is known of its origins, in words. */
export interface ClaimRow {
  readonly id: string;
  readonly label: string;
  readonly look: Appearance;
  readonly sources: number;
  readonly least: number;
  readonly most: number;
  /** Which origins. */
  readonly names: string;
  /** The address where it alone is drawn, and the one where it is read. */
  readonly drawn: string;
  readonly read: string;
}

interface ClaimsTableProps {
  readonly claims: readonly ClaimRow[];
  readonly order: ClaimOrder;
  readonly focused: string | null;
  readonly onOrder: (order: ClaimOrder) => void;
}

const COMPARE: Readonly<Record<ClaimOrder, (one: ClaimRow, other: ClaimRow) => number>> = {
  'fewest-origins': (one, other) =>
    one.most - other.most || one.least - other.least || other.sources - one.sources,
  'as-listed': () => 0,
  'most-sources': (one, other) => other.sources - one.sources,
};

/** Which way each order sorts the column it belongs to. */
const COLUMNS = {
  claim: ['as-listed', 'ascending'],
  sources: ['most-sources', 'descending'],
  origins: ['fewest-origins', 'ascending'],
} as const;

/** Every claim with the number of its independent origins, and which these are. */
export function ClaimsTable({ claims, order, focused, onOrder }: ClaimsTableProps) {
  const { t, n } = useStrings();
  const heads = (['claim', 'sources', 'origins'] as const).map((column) => {
    const [by, direction] = COLUMNS[column];
    return (
      <th key={column} scope="col" aria-sort={order === by ? direction : 'none'}>
        <button type="button" className={styles['sort']} onClick={() => onOrder(by)}>
          {t(`origins.column-${column}`)}
          <span aria-hidden="true" data-on={order === by || undefined}>
            {direction === 'ascending' ? '↑' : '↓'}
          </span>
        </button>
      </th>
    );
  });
  return (
    <table className={`${styles['table']} ${styles['claims']}`}>
      <caption>{t('origins.claimsCaption')}</caption>
      <thead>
        <tr>
          {heads}
          <th scope="col">{t('origins.which')}</th>
        </tr>
      </thead>
      <tbody>
        {claims.toSorted(COMPARE[order]).map((claim) => (
          <tr key={claim.id} aria-current={claim.id === focused || undefined}>
            <th scope="row">
              <span className={`swatch hue-${claim.look.hue} line-${claim.look.line}`} aria-hidden="true">
                <span>{n(claim.look.number)}</span>
              </span>{' '}
              <a href={claim.drawn}>{claim.label}</a>
            </th>
            <td>{n(claim.sources)}</td>
            <td className={styles['number']} data-one={claim.most === 1 || undefined}>
              {claim.least === claim.most
                ? n(claim.most)
                : t('origins.span', { least: n(claim.least), most: n(claim.most) })}
            </td>
            <td>
              {claim.names}{' '}
              <a
                className={styles['read']}
                href={claim.read}
                aria-label={t('origins.readLong', { label: claim.label })}
              >
                {t('origins.read')}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
