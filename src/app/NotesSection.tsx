import { useState, type ReactNode, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { deleteNote, keepNote } from '../library/note-store.ts';
import { changeNote, quoteOf, type Note } from '../library/note.ts';
import { DEFAULT_VIEW } from '../link/view-link.ts';
import { revealSpan } from '../painting/reveal.ts';
import type { Span } from '../text/offsets.ts';
import { snapToWords, abridge } from '../text/words.ts';
import { directionOf } from '../corpus/direction.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { NoteList, type NoteGroup } from '../ui/notes/NoteList.tsx';
import { Outcome } from '../ui/share/LinkPassages.tsx';
import { goTo } from './address.ts';
import { openDraft } from './note-drafts.ts';
import { useAnchoring } from './use-anchoring.ts';
import { describeStoreFailure, useNotes, type PlacedNote } from './use-notes.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

export interface NotesSectionProps {
  readonly model: ReaderModel;
  readonly columns: RefObject<HTMLElement | null>;
  readonly actions: ReaderActions;
  /** Told before the reader is brought to a passage. */
  readonly onDone?: () => void;
}

/** The reader's own day of an instant, `YYYY-MM-DD`. */
function dayOf(instant: string): string {
  const at = new Date(instant);
  const write = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${write(at.getMonth() + 1)}-${write(at.getDate())}`;
}

/** Where a note stands among those of its article: at its passage, after them all where that is not known. */
function placeOf({ resolution }: PlacedNote): number {
  return resolution !== null && 'span' in resolution ? resolution.span.start : Number.POSITIVE_INFINITY;
}

function canAttach({ resolution }: PlacedNote): boolean {
  return resolution !== null && 'span' in resolution && resolution.outcome !== 'exact';
}

/** The reader's notes on the collection, by article, and what can be done with them. */
export function NotesSection({ model, columns, actions, onDone }: NotesSectionProps) {
  const strings = useStrings();
  const { t, pick } = strings;
  const { placed, all, unreadable, error, retry } = useNotes(model);
  const name = useAnchoring();
  const [deleted, setDeleted] = useState<readonly PlacedNote[]>([]);
  const [fault, setFault] = useState<string | null>(null);

  const act = async (work: Promise<void>, told: string): Promise<boolean> => {
    try {
      await work;
    } catch (failed) {
      setFault(`${t('notes.notDone')} ${describeStoreFailure(failed, t)}`);
      return false;
    }
    setFault(null);
    actions.clipboard.tell(told);
    return true;
  };
  const remove = async (one: PlacedNote) => {
    if (await act(deleteNote(one.note.id), t('notes.deleted'))) setDeleted((before) => [...before, one]);
  };
  const find = (id: string) => placed.find(({ note }) => note.id === id);
  const attach = ({ note, text }: PlacedNote, asked: Span) => {
    const span = text === null ? null : snapToWords(text, asked);
    if (text === null || span === null) return;
    name(
      [{ article: note.article, text, span }],
      ([named]) => {
        if (named === undefined) return;
        const quote = quoteOf(text.slice(span.start, span.end));
        const { token } = named.passage;
        void act(keepNote(changeNote(note, { token, quote }, new Date()), note), t('notes.attached'));
      },
      () => setFault(t('load.partFailed')),
    );
  };
  /** Opened as a link to it would be, which turns its source on. */
  const open = ({ article, token }: Note) => {
    onDone?.();
    const { collection, sources } = model.view;
    goTo({ ...DEFAULT_VIEW, collection, sources, passages: [{ article, token }] });
  };
  const show = ({ note }: PlacedNote, span: Span) => {
    if (!model.shown.includes(note.article)) {
      open(note);
      return;
    }
    if (onDone !== undefined) flushSync(onDone);
    if (columns.current !== null) revealSpan(columns.current, note.article, span);
  };
  const exportAll = (notes: readonly Note[]) => {
    import('./export-notes.ts').then(
      ({ exportNotes }) => {
        exportNotes(model, notes, placed);
        actions.clipboard.tell(t('notes.exported'));
      },
      () => setFault(t('load.partFailed')),
    );
  };
  const write = (one: PlacedNote): ReactNode => {
    const { note, article, text, resolution } = one;
    if (article === null || text === null || resolution === null) {
      const language = article?.language ?? '';
      return (
        <>
          <q lang={language} dir={directionOf(language)}>
            {abridge(note.quote)}
          </q>
          {article === null ? null : (
            <button type="button" className="quiet-button" onClick={() => open(note)}>
              {t('share.goTo')}
            </button>
          )}
        </>
      );
    }
    const { id, label, language } = article;
    const target = { article: id, token: note.token };
    return (
      <Outcome
        passage={{ target, article: id, name: pick(label), language, text, resolution }}
        onGoTo={(_article, span) => show(one, span)}
        onChoose={([chosen]) => {
          if (chosen !== undefined) attach(one, chosen.span);
        }}
      />
    );
  };

  const gone = deleted.filter(({ note }) => find(note.id) === undefined);
  const shown = [...placed, ...gone];
  const order = [
    ...model.order,
    ...new Set(shown.flatMap(({ note, article }) => (article === null ? [note.article] : []))),
  ];
  const groups = order.flatMap((id): NoteGroup[] => {
    const own = shown.filter(({ note }) => note.article === id);
    const [first] = own;
    if (first === undefined) return [];
    return [
      {
        id,
        name: first.article === null ? t('notes.noArticle') : pick(first.article.label),
        notes: own
          .toSorted((one, other) =>
            placeOf(one) < placeOf(other) ? -1 : placeOf(one) > placeOf(other) ? 1 : 0,
          )
          .map((one) => ({
            id: one.note.id,
            text: one.note.text,
            day: dayOf(one.note.modified),
            modified: one.note.modified,
            passage: write(one),
            canAttach: canAttach(one),
            isDeleted: gone.includes(one),
          })),
      },
    ];
  });
  const failure = error === null ? null : `${t('notes.notRead')} ${describeStoreFailure(error, t)}`;
  return (
    <NoteList
      groups={groups}
      count={placed.length}
      unreadable={unreadable}
      fault={failure ?? fault}
      onRetry={failure === null ? null : retry}
      onEdit={(id) => {
        const note = find(id)?.note;
        if (note !== undefined) openDraft({ ...note, note });
      }}
      onDelete={(id) => {
        const one = find(id);
        if (one !== undefined) void remove(one);
      }}
      onRestore={(id) => {
        const one = gone.find(({ note }) => note.id === id);
        if (one !== undefined) void act(keepNote(one.note, null), t('notes.restored'));
      }}
      onAttach={(id) => {
        const one = find(id);
        if (one?.resolution != null && 'span' in one.resolution) attach(one, one.resolution.span);
      }}
      onExport={all === null || all.length === 0 ? null : () => exportAll(all)}
    />
  );
}
