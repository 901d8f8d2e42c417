import { Modal } from '../kit/Modal.tsx';
import { useStrings } from '../kit/use-strings.ts';
import styles from './KeysDialog.module.css';

/** Keys and what each does, in the order a reader meets them. */
const KEYS = [
  [['j'], 'keys.next'],
  [['k'], 'keys.previous'],
  [['Enter'], 'keys.open'],
  [['→', '←'], 'keys.columns'],
  [['/'], 'keys.search'],
  [['1–9'], 'keys.toggle'],
  [['c'], 'keys.copy'],
  [['Esc'], 'keys.escape'],
  [['?'], 'keys.help'],
] as const;

interface KeysDialogProps {
  /** Whether keys pressed by themselves are shortcuts. */
  readonly areOn: boolean;
  readonly onClose: () => void;
}

/** The list of keyboard shortcuts, and how to be rid of them. */
export function KeysDialog({ areOn, onClose }: KeysDialogProps) {
  const { t, label } = useStrings();
  return (
    <Modal title={t('keys.title')} closeLabel={t('keys.close')} onClose={onClose}>
      <dl className={styles['keys']}>
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt dir="ltr">
              {keys.map((key) => (
                <kbd key={key}>{label({ ar: key, en: key })}</kbd>
              ))}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('keys.note')}</p>
      <p>{t(areOn ? 'keys.canBeOff' : 'keys.areOff')}</p>
    </Modal>
  );
}
