import { useId } from 'react';
import { useStrings } from '../kit/use-strings.ts';
import styles from './OriginSelect.module.css';

/** Somebody from whom sources have claims. */
export interface OriginChoice {
  readonly key: string;
  readonly name: string;
  /** Ids of the claims that rest on them. */
  readonly claims: readonly string[];
}

interface OriginSelectProps {
  readonly groups: readonly { readonly label: string; readonly choices: readonly OriginChoice[] }[];
  /** Key of the origin whose claims are shown, empty where all are, null where others are chosen. */
  readonly chosen: string | null;
  /** Null for all claims. */
  readonly onChoose: (choice: OriginChoice | null) => void;
}

/** Shows the claims alone that rest on one origin; each says how many these are. */
export function OriginSelect({ groups, chosen, onChoose }: OriginSelectProps) {
  const { t, n } = useStrings();
  const id = useId();
  const choose = (key: string) => {
    onChoose(groups.flatMap(({ choices }) => choices).find((one) => one.key === key) ?? null);
  };
  return (
    <div className={styles['origin']}>
      <label htmlFor={id}>{t('origins.filter')}</label>
      <select id={id} value={chosen ?? 'others'} onChange={({ target }) => choose(target.value)}>
        <option value="">{t('origins.filterAll')}</option>
        {chosen === null ? (
          <option value="others" disabled>
            {t('origins.filterCustom')}
          </option>
        ) : null}
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
    </div>
  );
}
