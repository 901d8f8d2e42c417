import { ROW_ORDERS, type RowOrder } from '../../claims/matrix.ts';
import { useStrings } from '../kit/use-strings.ts';
import { Filter, type FilterOption } from './Filter.tsx';
import styles from './Toolbar.module.css';

/** One of the table's filters. */
export interface FilterModel {
  readonly name: 'relation' | 'group' | 'origin' | 'source';
  readonly options: readonly FilterOption[];
  readonly chosen: number;
  readonly onToggle: (value: string) => void;
}

interface ToolbarProps {
  readonly form: 'table' | 'boxes';
  readonly order: RowOrder;
  readonly filters: readonly FilterModel[];
  /** How many claims are shown, and of how many. */
  readonly shown: number;
  readonly total: number;
  /** How many claims have no row because no source that is on makes them. */
  readonly leftOut: number;
  /** Whether what one source alone says is left out, for want of room. */
  readonly isWithoutAlone: boolean;
  readonly onForm: (form: 'table' | 'boxes') => void;
  readonly onOrder: (order: RowOrder) => void;
  /** Takes all filters off, or null where there is none. */
  readonly onClear: (() => void) | null;
}

const FORMS = ['table', 'boxes'] as const;

/** What the table shows and in what order; all of it stands in the address. */
export function Toolbar(props: ToolbarProps) {
  const { t, n } = useStrings();
  const { form, order, filters, shown, total, leftOut, onForm, onOrder, onClear } = props;
  return (
    <div role="group" aria-label={t('table.tools')} className={styles['toolbar']}>
      <div role="group" aria-label={t('table.form')} className={styles['forms']}>
        {FORMS.map((one) => (
          <button key={one} type="button" aria-pressed={form === one} onClick={() => onForm(one)}>
            {t(`table.form-${one}`)}
          </button>
        ))}
      </div>
      <select
        className={styles['order']}
        aria-label={t('table.order')}
        value={order}
        onChange={({ target }) => {
          const chosen = ROW_ORDERS.find((one) => one === target.value);
          if (chosen !== undefined) onOrder(chosen);
        }}
      >
        {ROW_ORDERS.map((one) => (
          <option key={one} value={one}>
            {t(`table.order-${one}`)}
          </option>
        ))}
      </select>
      {filters.map(({ name, ...filter }) => (
        <Filter key={name} title={t(`table.filter-${name}`)} {...filter} />
      ))}
      <p className={styles['told']}>
        {total === 0 ? null : t('table.shown', { count: shown, n: n(shown), total: n(total) })}
        {leftOut === 0 ? null : <span> · {t('table.leftOut', { count: leftOut, n: n(leftOut) })}</span>}
        {props.isWithoutAlone ? <span> · {t('table.boxesWithout')}</span> : null}
        {onClear === null ? null : (
          <button type="button" className="quiet-button" onClick={onClear}>
            {t('table.clear')}
          </button>
        )}
      </p>
    </div>
  );
}
