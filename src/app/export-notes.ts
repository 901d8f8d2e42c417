import { writeComments } from '../exchange/annotations.ts';
import type { TextSelector } from '../exchange/selectors.ts';
import { writeSelectors } from '../exchange/web-annotation.ts';
import type { Note } from '../library/note.ts';
import { DEFAULT_VIEW } from '../link/view-link.ts';
import { saveFile } from '../ui/share/copy-rich.ts';
import { writeAddress } from './address.ts';
import type { PlacedNote } from './use-notes.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { createUuid } from './uuid.ts';

/** What finds a note's passage elsewhere: where it stands as it did, also what stands around it. */
function describePlace({ note, text, resolution }: PlacedNote): readonly TextSelector[] {
  const found =
    text !== null && resolution?.outcome === 'exact' ? writeSelectors(text, resolution.span) : null;
  return found ?? [{ type: 'TextQuoteSelector', exact: note.quote }];
}

/**
 * Saves all notes, of every collection, in one file that other programs read: W3C Web Annotations.
 * @param placed Those of the collection that is open.
 */
export function exportNotes(
  { collection, view }: ReaderModel,
  notes: readonly Note[],
  placed: readonly PlacedNote[],
): void {
  const comments = notes.map((note) => {
    const one = placed.find((other) => other.note.id === note.id) ?? {
      note,
      article: null,
      text: null,
      resolution: null,
    };
    const published =
      note.collection === view.collection
        ? collection.articles.find(({ id }) => id === note.article)?.url
        : undefined;
    const own = writeAddress({ ...DEFAULT_VIEW, collection: note.collection, sources: [note.article] });
    const { text, created, modified } = note;
    return {
      id: `urn:uuid:${note.id}`,
      text,
      created,
      modified,
      source: published ?? own,
      selectors: describePlace(one),
    };
  });
  const file = writeComments(comments, () => `urn:uuid:${createUuid()}`);
  saveFile(new Blob([file], { type: 'application/ld+json' }), 'taqabul-notes.jsonld');
}
