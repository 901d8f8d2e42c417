import { useId, useState } from 'react';
import { Modal } from '../kit/Modal.tsx';
import { useStrings } from '../kit/use-strings.ts';
import styles from './AnnotationsDialog.module.css';

interface AnnotationsDialogProps {
  /** Why the last ones could not be opened; null when nothing has gone wrong. */
  readonly fault: string | null;
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** Asks for annotations: a file chosen or dropped here, or text pasted. */
export function AnnotationsDialog({ fault, onFile, onText, onClose }: AnnotationsDialogProps) {
  const { t } = useStrings();
  const [text, setText] = useState('');
  const id = useId();
  return (
    <Modal title={t('exchange.title')} closeLabel={t('exchange.close')} onClose={onClose}>
      {/* A file may be dropped anywhere in it; the field does the same by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className={styles['form']}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          const [file] = event.dataTransfer.files;
          if (file === undefined) return;
          event.preventDefault();
          onFile(file);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          onText(text);
        }}
      >
        <p>{t('exchange.hint')}</p>
        <label className={`button ${styles['file']}`}>
          {t('exchange.file')}
          <input
            type="file"
            className="visually-hidden"
            accept=".json,.jsonld,application/json,application/ld+json"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) onFile(file);
              // The same file, mended, may be chosen again.
              event.target.value = '';
            }}
          />
        </label>
        <label className={styles['field']}>
          {t('exchange.paste')}
          <textarea
            dir="ltr"
            rows={4}
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-describedby={fault === null ? undefined : id}
          />
        </label>
        {fault === null ? null : (
          <p id={id} role="alert" className={styles['fault']}>
            {fault}
          </p>
        )}
        <button type="submit" className="button" data-primary="" disabled={text.trim() === ''}>
          {t('exchange.openText')}
        </button>
      </form>
    </Modal>
  );
}
