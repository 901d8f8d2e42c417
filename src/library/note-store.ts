import { withDatabase } from './database.ts';
import { parseNote, parseNotes, type Note, type ReadNotes } from './note.ts';
import { tellOfChange } from './presence.ts';

/** A note that was to be changed is not what it was: another tab has changed or deleted it. */
export class NoteChanged extends Error {
  override readonly name = 'NoteChanged';
  /** What it is now; null where it was deleted. */
  readonly now: Note | null;

  constructor(now: Note | null) {
    super('the note has changed');
    this.now = now;
  }
}

/**
 * All notes of the reader, of every collection. Cost: every record is read and validated.
 * @throws StoreError
 */
export async function readNotes(): Promise<ReadNotes> {
  return parseNotes(await withDatabase((database) => database.getAll('notes')));
}

/**
 * Keeps a note: a new one, or one in the place of what it was. Every tab is told.
 * @param before What it was, where it is changed; null for a new one, and to keep it whatever is there.
 * @throws NoteChanged when it is not that any more
 * @throws StoreError when it cannot be kept; nothing has changed then
 */
export async function keepNote(note: Note, before: Note | null): Promise<void> {
  const found = await withDatabase(async (database) => {
    const transaction = database.transaction('notes', 'readwrite', { durability: 'strict' });
    const now = before === null ? null : parseNote(await transaction.store.get(note.id)).value;
    if (before !== null && now?.modified !== before.modified) {
      await transaction.done;
      return { now: now ?? null };
    }
    // What fails a request fails the transaction too; both are awaited, so that neither goes unheard.
    await Promise.all([transaction.store.put(note), transaction.done]);
    return null;
  });
  if (found !== null) throw new NoteChanged(found.now);
  tellOfChange();
}

/**
 * Deletes a note. Every tab is told. One that is not there is deleted already.
 * @throws StoreError
 */
export async function deleteNote(id: string): Promise<void> {
  await withDatabase((database) => database.delete('notes', id));
  tellOfChange();
}
