import '../style/notes.css';
import { useEffect, useState, type RefObject } from 'react';
import { keepNote, NoteChanged } from '../library/note-store.ts';
import { changeNote, makeNote, parseDrafts, type NoteDraft } from '../library/note.ts';
import { paintSpans } from '../painting/paint-spans.ts';
import type { Span } from '../text/offsets.ts';
import { abridge } from '../text/words.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { DraftNotice } from '../ui/notes/DraftNotice.tsx';
import { NoteDialog } from '../ui/notes/NoteDialog.tsx';
import {
  changeDraft,
  closeDraft,
  dropDraft,
  keyOfDraft,
  openDraft,
  restoreDrafts,
  useDrafts,
} from './note-drafts.ts';
import { describeStoreFailure, useNotes, type PlacedNote } from './use-notes.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { createUuid } from './uuid.ts';

/** Paints what the reader has written something of, as far as it stands in one place. */
function usePaintedNotes(
  { columns }: ReaderModel,
  root: RefObject<HTMLElement | null>,
  placed: readonly PlacedNote[],
): void {
  useEffect(() => {
    if (root.current === null) return undefined;
    const spans = new Map<string, Span[]>();
    for (const { note, resolution } of placed) {
      if (resolution === null || !('span' in resolution)) continue;
      spans.set(note.article, [...(spans.get(note.article) ?? []), resolution.span]);
    }
    return spans.size === 0 ? undefined : paintSpans('taqabul-note', root.current, spans);
  }, [root, placed, columns]);
}

/** What is written of a draft that is not what was kept before. */
function isWritten({ text, note }: NoteDraft): boolean {
  return text.trim() !== '' && text !== note?.text;
}

interface NotesProps {
  readonly model: ReaderModel;
  readonly root: RefObject<HTMLElement | null>;
  readonly actions: ReaderActions;
}

/** The reader's notes in the texts, and where they are written. */
export function Notes({ model, root, actions }: NotesProps) {
  const { t, pick } = useStrings();
  const { placed } = useNotes(model);
  usePaintedNotes(model, root, placed);
  useEffect(() => restoreDrafts(parseDrafts), []);
  const { drafts, open } = useDrafts();
  const [fault, setFault] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const draft = drafts.find((one) => keyOfDraft(one) === open);
  const left = drafts.find((one) => keyOfDraft(one) !== open && isWritten(one));

  // What it was opened with, the toolbar of a selection, is gone: reading goes on in the texts.
  const leave = (close: () => void) => {
    close();
    setFault(null);
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) root.current?.focus({ preventScroll: true });
    });
  };
  const explain = (error: unknown): string => {
    if (!(error instanceof NoteChanged)) return `${t('notes.notSaved')} ${describeStoreFailure(error, t)}`;
    return error.now === null
      ? t('notes.deletedElsewhere')
      : t('notes.changedElsewhere', { text: abridge(error.now.text) });
  };
  const save = async (written: NoteDraft) => {
    const key = keyOfDraft(written);
    const text = written.text.trim();
    const note =
      written.note === null
        ? makeNote(written, text, createUuid(), new Date())
        : changeNote(written.note, { text }, new Date());
    setSaving(true);
    try {
      await keepNote(note, written.note);
      leave(() => dropDraft(key));
      actions.clipboard.tell(t(written.note === null ? 'notes.saved' : 'notes.changed'));
    } catch (error) {
      // Kept again, it takes the place of what is there now; deleted elsewhere, it becomes a new one.
      if (error instanceof NoteChanged) changeDraft(key, { note: error.now });
      setFault(explain(error));
    } finally {
      setSaving(false);
    }
  };
  const article =
    draft?.collection === model.view.collection
      ? model.collection.articles.find(({ id }) => id === draft.article)
      : undefined;
  return (
    <>
      {left === undefined || draft !== undefined ? null : (
        <DraftNotice
          text={abridge(left.text)}
          onContinue={() => openDraft(left)}
          onDiscard={() => {
            leave(() => dropDraft(keyOfDraft(left)));
            actions.clipboard.tell(t('notes.discarded'));
          }}
        />
      )}
      {draft === undefined ? null : (
        <NoteDialog
          name={article === undefined ? t('notes.noArticle') : pick(article.label)}
          language={article?.language ?? ''}
          quote={draft.quote}
          text={draft.text}
          isNew={draft.note === null}
          fault={fault}
          isSaving={isSaving}
          onText={(text) => changeDraft(keyOfDraft(draft), { text })}
          onSave={() => void save(draft)}
          onCancel={() => leave(() => dropDraft(keyOfDraft(draft)))}
          onClose={() => leave(() => closeDraft(isWritten))}
        />
      )}
    </>
  );
}
