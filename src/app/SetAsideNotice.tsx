import { useState } from 'react';
import { Icon } from '../ui/kit/Icon.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import styles from './Surfaces.module.css';

/** How many passages of a fetched collection's claims were left out, and why. */
export function SetAsideNotice({ count }: { readonly count: number }) {
  const { t, n } = useStrings();
  const [dismissed, setDismissed] = useState(0);
  // A text that comes later may bring more; then there is more to say.
  if (dismissed === count) return null;
  return (
    <div className={styles['notice']} role="alert">
      <span>
        <strong>{t('load.setAside', { count, n: n(count) })}</strong> {t('load.setAsideWhy')}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('problem.dismiss')}
        onClick={() => setDismissed(count)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
