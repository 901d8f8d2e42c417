import { useStrings } from '../ui/kit/use-strings.ts';
import type { OtherViewProps } from './other-view-props.ts';
import styles from './ReaderPage.module.css';

/** To be written. */
export function DifferencesPage({ model }: OtherViewProps) {
  const { t, pick } = useStrings();
  return (
    <main className={styles['view']} aria-label={t('views.differences')} tabIndex={-1}>
      <h2>{pick(model.collection.title)}</h2>
    </main>
  );
}
