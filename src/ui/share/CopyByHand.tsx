import { useEffect, useRef } from 'react';
import { Modal } from '../kit/Modal.tsx';
import { useStrings } from '../kit/use-strings.ts';
import styles from './CopyByHand.module.css';

/** Shows a text, selected, for the reader to copy where the browser does not allow the page to. */
export function CopyByHand({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const { t } = useStrings();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <Modal title={t('share.copyFailed')} closeLabel={t('keys.close')} onClose={onClose}>
      <textarea
        ref={field}
        className={styles['text']}
        dir="auto"
        readOnly
        rows={5}
        value={text}
        aria-label={t('share.copyFailed')}
      />
    </Modal>
  );
}
