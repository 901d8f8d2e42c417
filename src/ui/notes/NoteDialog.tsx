import { useId, useLayoutEffect, useRef } from 'react';
import { directionOf } from '../../corpus/direction.ts';
import { MAX_NOTE } from '../../library/note.ts';
import { Modal } from '../kit/Modal.tsx';
import { useStrings } from '../kit/use-strings.ts';
import styles from './NoteDialog.module.css';

interface NoteDialogProps {
  /** What the source is called. */
  readonly name: string;
  /** Language of the article (BCP 47); empty where it is not known. */
  readonly language: string;
  /** The words that the note is about. */
  readonly quote: string;
  readonly text: string;
  readonly isNew: boolean;
  /** Why it could not be kept; null when nothing has gone wrong. */
  readonly fault: string | null;
  readonly isSaving: boolean;
  readonly onText: (text: string) => void;
  readonly onSave: () => void;
  /** Gives up what is written. */
  readonly onCancel: () => void;
  /** Puts the dialog away; what is written stays. */
  readonly onClose: () => void;
}

/** Where a note is written. Nothing that is written is lost unless the reader says so. */
export function NoteDialog({
  name,
  language,
  quote,
  text,
  isNew,
  fault,
  isSaving,
  onText,
  onSave,
  onCancel,
  onClose,
}: NoteDialogProps) {
  const { t, dir } = useStrings();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // After the dialog is shown, which would give the focus to the first of its buttons.
  useLayoutEffect(() => field.current?.focus(), []);
  const canSave = text.trim() !== '' && !isSaving;
  return (
    <Modal title={t(isNew ? 'notes.write' : 'notes.change')} closeLabel={t('notes.close')} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) onSave();
        }}
      >
        <p className={styles['passage']}>
          <strong>{name}</strong>{' '}
          <q lang={language} dir={directionOf(language)}>
            {quote}
          </q>
        </p>
        <label className={styles['field']}>
          {t('notes.field')}
          <textarea
            ref={field}
            // An empty field has no words to take its direction from.
            dir={text === '' ? dir : 'auto'}
            rows={6}
            maxLength={MAX_NOTE}
            readOnly={isSaving}
            value={text}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            aria-describedby={fault === null ? `${id}-hint` : `${id}-fault`}
            onChange={(event) => onText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              if (canSave) onSave();
            }}
          />
        </label>
        {fault === null ? null : (
          <p id={`${id}-fault`} role="alert" className={styles['fault']}>
            {fault}
          </p>
        )}
        <p id={`${id}-hint`} className={styles['hint']}>
          {t('notes.hint')}
        </p>
        <div className={styles['ways']}>
          <button type="submit" className="button" data-primary="" disabled={!canSave}>
            {t('notes.save')}
          </button>
          <button type="button" className="button" onClick={onCancel}>
            {t('notes.cancel')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
