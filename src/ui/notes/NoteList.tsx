import { useEffect, useRef, type ReactNode } from 'react';
import { abridge } from '../../text/words.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './NoteList.module.css';

/** A note as the list shows it. */
export interface NoteModel {
  readonly id: string;
  readonly text: string;
  /** The day it was last changed, `YYYY-MM-DD`, and the instant in full. */
  readonly day: string;
  readonly modified: string;
  /** The words it is about and what became of them. */
  readonly passage: ReactNode;
  /** Whether it was found elsewhere or in other words, so that it can be attached there. */
  readonly canAttach: boolean;
  /** Whether it was deleted just now, and may come back. */
  readonly isDeleted: boolean;
}

/** Notes on one article. */
export interface NoteGroup {
  readonly id: string;
  readonly name: string;
  readonly notes: readonly NoteModel[];
}

export interface NoteActions {
  readonly onEdit: (id: string) => void;
  readonly onDelete: (id: string) => void;
  readonly onRestore: (id: string) => void;
  readonly onAttach: (id: string) => void;
}

interface NoteListProps extends NoteActions {
  readonly groups: readonly NoteGroup[];
  /** How many notes there are on the articles of the collection. */
  readonly count: number;
  /** How many records of the store cannot be read. */
  readonly unreadable: number;
  /** What could not be read, or done; null when nothing has gone wrong. */
  readonly fault: string | null;
  readonly onRetry: (() => void) | null;
  /** Writes all notes into a file; null where there are none. */
  readonly onExport: (() => void) | null;
}

/** What is left of a note that was deleted: the way back, which has the focus. */
function Deleted({ note, onRestore }: { readonly note: NoteModel } & Pick<NoteActions, 'onRestore'>) {
  const { t } = useStrings();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <li className={styles['deleted']}>
      <span>{t('notes.deleted')}</span>
      <button ref={button} type="button" className="quiet-button" onClick={() => onRestore(note.id)}>
        {t('notes.restore')}
      </button>
    </li>
  );
}

function Row({ note, onEdit, onDelete, onAttach }: { readonly note: NoteModel } & NoteActions) {
  const { t, date } = useStrings();
  // Buttons that say the same are told apart by the note's first words.
  const name = (action: string) => `${action} ${abridge(note.text)}`;
  return (
    <li className={styles['note']}>
      <p className={styles['text']} dir="auto">
        {note.text}
      </p>
      <div className={styles['passage']}>{note.passage}</div>
      <p className={styles['ways']}>
        <time dateTime={note.modified}>{date(note.day)}</time>
        {note.canAttach ? (
          <button
            type="button"
            className="quiet-button"
            aria-label={name(t('notes.attach'))}
            onClick={() => onAttach(note.id)}
          >
            {t('notes.attach')}
          </button>
        ) : null}
        <button
          type="button"
          className="quiet-button"
          aria-label={name(t('notes.edit'))}
          onClick={() => onEdit(note.id)}
        >
          {t('notes.edit')}
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-label={name(t('notes.delete'))}
          onClick={() => onDelete(note.id)}
        >
          {t('notes.delete')}
        </button>
      </p>
    </li>
  );
}

/** The reader's notes by article, folded away until they are asked for. What is open is printed. */
export function NoteList(props: NoteListProps) {
  const { groups, count, unreadable, fault, onRetry, onExport } = props;
  const { t, n } = useStrings();
  return (
    <details className={styles['notes']} data-notes="">
      <summary>
        <h2>{t('notes.title')}</h2> <span>{n(count)}</span>
      </summary>
      {fault === null ? null : (
        <div role="alert" className={styles['fault']}>
          <p>{fault}</p>
          {onRetry === null ? null : (
            <button type="button" className="button" onClick={onRetry}>
              {t('load.retry')}
            </button>
          )}
        </div>
      )}
      {unreadable === 0 ? null : (
        <p className={styles['fault']}>{t('notes.unreadable', { count: unreadable, n: n(unreadable) })}</p>
      )}
      {groups.length === 0 && fault === null ? <p>{t('notes.none')}</p> : null}
      {groups.map(({ id, name, notes }) => (
        <div key={id} className={styles['group']}>
          <h3>
            <bdi>{name}</bdi>
          </h3>
          <ul aria-label={name}>
            {notes.map((note) =>
              note.isDeleted ? (
                <Deleted key={note.id} note={note} onRestore={props.onRestore} />
              ) : (
                <Row key={note.id} {...props} note={note} />
              ),
            )}
          </ul>
        </div>
      ))}
      {onExport === null ? null : (
        <button type="button" className="quiet-button" onClick={onExport}>
          {t('notes.export')}
        </button>
      )}
    </details>
  );
}
