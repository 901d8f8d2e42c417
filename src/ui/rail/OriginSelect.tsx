import { useId } from 'react';
import { useStrings } from '../kit/use-strings.ts';
import styles from './OriginSelect.module.css';

/** Somebody from whom sources have claims. */
export interface OriginChoice {
  readonly key: string;
  readonly name: string;
  /** Ids of the claims that rest on them. */
  readonly claims: readonly string[];
  /** The same of all sources, on or off. */
  readonly everywhere: readonly string[];
}

interface OriginSelectProps {
  readonly groups: readonly { readonly label: string; readonly choices: readonly OriginChoice[] }[];
  /** Key of the origin whose claims are listed; null where all are. */
  readonly chosen: string | null;
  /** How many claims there are. */
  readonly total: number;
  /** What the address asks for and is no origin. */
  readonly unknown: readonly string[];
  /** Null for all claims. */
  readonly onChoose: (choice: OriginChoice | null) => void;
}

/** Lists and shows the claims alone that rest on one origin; each says how many these are. */
export function OriginSelect({ groups, chosen, total, unknown, onChoose }: OriginSelectProps) {
  const { t, n } = useStrings();
  const id = useId();
  const all = groups.flatMap(({ choices }) => choices);
  const count = all.find(({ key }) => key === chosen)?.claims.length ?? 0;
  return (
    <div className={styles['origin']}>
      <label htmlFor={id}>{t('origins.filter')}</label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(all.find(({ key }) => key === target.value) ?? null)}
      >
        <option value="">{t('origins.filterAll')}</option>
        {chosen === null || all.some(({ key }) => key === chosen) ? null : (
          <option value={chosen} disabled>
            {t('origins.filterGone')}
          </option>
        )}
        {groups.map(({ label, choices }) => (
          <optgroup key={label} label={label}>
            {choices.map(({ key, name, claims }) => (
              <option key={key} value={key}>
                {t('origins.filterOne', { name, n: n(claims.length) })}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <div role="status" className={styles['told']}>
        {chosen === null ? null : <p>{t('table.shown', { count, n: n(count), total: n(total) })}</p>}
        {unknown.length === 0 ? null : <p>{t('origins.unknown', { words: unknown.join(' ') })}</p>}
      </div>
      {chosen === null && unknown.length === 0 ? null : (
        <button type="button" className="quiet-button" onClick={() => onChoose(null)}>
          {t('table.clear')}
        </button>
      )}
    </div>
  );
}
