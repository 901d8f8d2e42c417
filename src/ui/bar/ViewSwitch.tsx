import { useStrings } from '../kit/use-strings.ts';
import styles from './ViewSwitch.module.css';

interface ViewSwitchProps<Name extends string> {
  /** The views there are, each with its address. */
  readonly views: readonly { readonly name: Name; readonly href: string }[];
  readonly current: Name;
  readonly onChoose: (name: Name) => void;
}

/** The views of a collection, side by side; on a phone a list to choose from. */
export function ViewSwitch<Name extends 'reader' | 'table' | 'differences' | 'origins'>({
  views,
  current,
  onChoose,
}: ViewSwitchProps<Name>) {
  const { t } = useStrings();
  return (
    <nav className={styles['views']} aria-label={t('views.label')}>
      <ul className={styles['list']}>
        {views.map(({ name, href }) => (
          <li key={name}>
            <a href={href} aria-current={name === current ? 'page' : undefined}>
              {t(`views.${name}`)}
            </a>
          </li>
        ))}
      </ul>
      <select
        className={styles['choice']}
        aria-label={t('views.label')}
        value={current}
        onChange={({ target }) => {
          const chosen = views.find(({ name }) => name === target.value);
          if (chosen !== undefined) onChoose(chosen.name);
        }}
      >
        {views.map(({ name }) => (
          <option key={name} value={name}>
            {t(`views.${name}`)}
          </option>
        ))}
      </select>
    </nav>
  );
}
