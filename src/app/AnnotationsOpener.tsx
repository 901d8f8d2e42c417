import { useState } from 'react';
import { useStrings } from '../ui/kit/use-strings.ts';
import type { NotesSectionProps } from './NotesSection.tsx';
import type { OpenAnnotationsProps } from './OpenAnnotations.tsx';
import { lazyPart, Part } from './Part.tsx';
import styles from './Surfaces.module.css';
import { useHasNotes } from './use-has-notes.ts';

const OpenAnnotations = lazyPart(async () => (await import('./OpenAnnotations.tsx')).OpenAnnotations);
const NotesSection = lazyPart(async () => (await import('./NotesSection.tsx')).NotesSection);

type AnnotationsOpenerProps = Omit<OpenAnnotationsProps, 'isAsking' | 'onClose'> & NotesSectionProps;

/**
 * The reader's notes, where there are any, and the way to open annotations of others. What reads and finds
 * them is loaded when it is first needed.
 */
export function AnnotationsOpener({ columns, actions, ...props }: AnnotationsOpenerProps) {
  const { t } = useStrings();
  const hasNotes = useHasNotes();
  // How often the reader asked: what could not be loaded is tried again each time.
  const [calls, setCalls] = useState(0);
  const [isAsking, setAsking] = useState(false);
  // What was opened stays until the reader goes elsewhere, and is told so then.
  const [isNeeded, setNeeded] = useState(false);
  if (!isNeeded && (props.selector !== null || calls > 0)) setNeeded(true);
  return (
    <>
      {hasNotes ? (
        <Part>
          <NotesSection
            model={props.model}
            columns={columns}
            actions={actions}
            {...(props.onDone === undefined ? {} : { onDone: props.onDone })}
          />
        </Part>
      ) : null}
      <div className={styles['foot']}>
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            setCalls(calls + 1);
            setAsking(true);
          }}
        >
          {t('exchange.open')}
        </button>
        {isNeeded ? (
          <Part asked={calls}>
            <OpenAnnotations {...props} isAsking={isAsking} onClose={() => setAsking(false)} />
          </Part>
        ) : null}
      </div>
    </>
  );
}
