import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import styles from './Toolbar.module.css';

/** One value of a filter. */
export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** How many claims it leaves. */
  readonly count: number;
  readonly isOn: boolean;
  /** A sign before its name. */
  readonly sign?: ReactNode;
}

interface FilterProps {
  readonly title: string;
  readonly options: readonly FilterOption[];
  /** How many of them the reader has chosen; 0 where the filter asks for nothing. */
  readonly chosen: number;
  readonly onToggle: (value: string) => void;
}

/** A filter of the table: a button that opens its values as boxes to tick, each with what it leaves. */
export function Filter({ title, options, chosen, onToggle }: FilterProps) {
  const { t, n } = useStrings();
  const [isOpen, setOpen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && details.current?.contains(target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);
  return (
    // Escape closes it from wherever the focus is inside; what can be pressed are its parts.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      ref={details}
      className={styles['filter']}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        setOpen(false);
        details.current?.querySelector('summary')?.focus();
      }}
    >
      <summary data-chosen={chosen > 0 || undefined}>
        {title}{' '}
        {chosen === 0 ? null : (
          <span className={styles['chosen']}>
            {n(chosen)}
            <span className="visually-hidden"> {t('table.chosen')}</span>
          </span>
        )}
        <Icon name="down" />
      </summary>
      {isOpen ? (
        <fieldset className={styles['values']}>
          <legend className="visually-hidden">{title}</legend>
          {options.length === 0 ? <p className={styles['nothing']}>{t('table.noValues')}</p> : null}
          {options.map(({ value, label, count, isOn, sign }) => (
            <label key={value} className={styles['value']}>
              <input type="checkbox" checked={isOn} onChange={() => onToggle(value)} />
              {sign}
              <bdi>{label}</bdi>
              <span className={styles['count']}>{n(count)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </details>
  );
}
