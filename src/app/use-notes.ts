import { queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { PassageOutcome } from '../anchoring/outcome.ts';
import type { Article } from '../corpus/collection.ts';
import { StoreError } from '../library/database.ts';
import { resolveNote } from '../library/find-note.ts';
import { NoteChanged, readNotes } from '../library/note-store.ts';
import type { Note } from '../library/note.ts';
import { subscribeToRecords } from '../library/presence.ts';
import type { ReaderStrings } from '../ui/kit/use-strings.ts';
import { LONG_TEXT } from './long-text.ts';
import { workerQuery } from './queries.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** Everything the reader keeps; read again when a tab has changed something. */
export const notesQuery = queryOptions({
  queryKey: ['notes'],
  queryFn: readNotes,
  staleTime: Number.POSITIVE_INFINITY,
});

/** What became of a note's passage in the text of its article. */
function noteOutcomeQuery({ collection, article, token, quote }: Note, text: string) {
  return queryOptions({
    queryKey: ['note-outcome', collection, article, token, quote],
    queryFn: async ({ client }): Promise<PassageOutcome> => {
      if (text.length <= LONG_TEXT) return resolveNote(text, { token, quote });
      const { askWorker } = await client.fetchQuery(workerQuery);
      return askWorker(async (worker) => await worker.resolveNote(text, { token, quote }));
    },
  });
}

/** A note of the collection that is open, and what is known of its passage. */
export interface PlacedNote {
  readonly note: Note;
  /** Null where the collection does not have it any more. */
  readonly article: Article | null;
  /** Null while it is not here: its source is turned off, or it is on its way. */
  readonly text: string | null;
  /** Null until it is known. */
  readonly resolution: PassageOutcome | null;
}

/** What keeps notes from being read or written, in the reader's language. */
export function describeStoreFailure(error: unknown, t: ReaderStrings['t']): string {
  if (error instanceof NoteChanged) return t('notes.fail-changed');
  return t(`notes.fail-${error instanceof StoreError ? error.failure : 'failed'}`);
}

/** The reader's notes on the collection that is open, in the order they were written, each found in its text. */
export function useNotes(model: ReaderModel) {
  const client = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery(notesQuery);
  useEffect(
    () => subscribeToRecords(() => void client.invalidateQueries({ queryKey: notesQuery.queryKey })),
    [client],
  );
  const { collection, texts, view } = model;
  const own = useMemo(
    () => (data?.notes ?? []).filter((note) => note.collection === view.collection),
    [data, view.collection],
  );
  const results = useQueries({
    queries: own.map((note) => {
      const text = texts.get(note.article);
      return { ...noteOutcomeQuery(note, text ?? ''), enabled: text !== undefined };
    }),
  });
  const state = results.map(({ status, fetchStatus }) => `${status}${fetchStatus}`).join();
  const placed = useMemo(
    () =>
      own.map((note, index): PlacedNote => {
        const text = texts.get(note.article) ?? null;
        return {
          note,
          article: collection.articles.find(({ id }) => id === note.article) ?? null,
          text,
          resolution: text === null ? null : (results[index]?.data ?? null),
        };
      }),
    // The results are a new array at every render; what they say changes with their state.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [own, texts, collection, state],
  );
  return {
    placed,
    /** Of all collections. */
    all: data?.notes ?? null,
    unreadable: data?.unreadable ?? 0,
    error: isFetching ? null : error,
    retry: () => void refetch(),
  };
}
