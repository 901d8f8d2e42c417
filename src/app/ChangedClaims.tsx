import { useState } from 'react';
import type { Tally } from '../claims/outline.ts';
import { Icon } from '../ui/kit/Icon.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import styles from './Surfaces.module.css';

/** What is told, in the order of its weight. */
const TOLD = ['setAside', 'edited', 'unattributed', 'foundAgain'] as const;

/** How many passages of a fetched collection's claims are not shown as they were marked, and why. */
export function ChangedClaims({ tallies }: { readonly tallies: readonly Tally[] }) {
  const sum = (kind: keyof Tally) => tallies.reduce((count, tally) => count + tally[kind], 0);
  const { t, n } = useStrings();
  const [dismissed, setDismissed] = useState('');
  const counts = JSON.stringify(tallies);
  // A text that comes later may bring more; then there is more to say.
  if (dismissed === counts) return null;
  return (
    <div className={styles['notice']} role="alert">
      <ul className={styles['told']}>
        {TOLD.filter((kind) => sum(kind) > 0).map((kind) => (
          <li key={kind}>
            <strong>{t(`load.${kind}`, { count: sum(kind), n: n(sum(kind)) })}</strong> {t(`load.${kind}Why`)}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="icon-button"
        aria-label={t('problem.dismiss')}
        onClick={() => setDismissed(counts)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
