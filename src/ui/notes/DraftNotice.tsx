import { useStrings } from '../kit/use-strings.ts';
import styles from './DraftNotice.module.css';

interface DraftNoticeProps {
  /** The beginning of what is written. */
  readonly text: string;
  readonly onContinue: () => void;
  readonly onDiscard: () => void;
}

/** Says that something is written and not kept, until the reader goes on with it or gives it up. */
export function DraftNotice({ text, onContinue, onDiscard }: DraftNoticeProps) {
  const { t } = useStrings();
  return (
    <section className={styles['draft']} aria-label={t('notes.draft')}>
      <p>
        {t('notes.draft')} <bdi className={styles['text']}>{text}</bdi>
      </p>
      <div className={styles['ways']}>
        <button type="button" className="button" data-primary="" onClick={onContinue}>
          {t('notes.continue')}
        </button>
        <button type="button" className="quiet-button" onClick={onDiscard}>
          {t('notes.discard')}
        </button>
      </div>
    </section>
  );
}
