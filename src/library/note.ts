import * as v from 'valibot';
import { slugSchema } from '../corpus/collection.ts';
import { problemsOf, type Parsed } from '../corpus/parsed.ts';

/** Version of the records that are written now; older ones are brought to it when they are read. */
export const NOTE_VERSION = 1;
/** More is no note; the field takes no more. In UTF-16 code units. */
export const MAX_NOTE = 20_000;
/** Of longer passages the beginning is quoted. In UTF-16 code units. */
export const MAX_QUOTE = 100_000;

/** An instant as `Date.toISOString` writes it. */
const instantSchema = v.pipe(v.string(), v.isoTimestamp());

const noteSchema = v.object({
  version: v.literal(NOTE_VERSION),
  /** Its name in the store and, as `urn:uuid:`, wherever it is exported to. */
  id: v.pipe(v.string(), v.uuid()),
  collection: slugSchema,
  article: slugSchema,
  /** Finds the passage, as a link's token does (`docs/contracts/link.md`). */
  token: v.pipe(v.string(), v.regex(/^[\w-]{2,128}$/)),
  /** The passage's words as they were published when it was attached there. */
  quote: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_QUOTE)),
  /** What the reader wrote; plain text. */
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NOTE)),
  created: instantSchema,
  modified: instantSchema,
});

/** What a reader has written of a passage. */
export type Note = Readonly<v.InferOutput<typeof noteSchema>>;

/** What a note is attached to: the words of an article and what finds them again. */
export type NotedPassage = Pick<Note, 'collection' | 'article' | 'token' | 'quote'>;

const draftSchema = v.object({
  ...v.pick(noteSchema, ['collection', 'article', 'token', 'quote']).entries,
  /** As far as it is written. */
  text: v.string(),
  /** What is being changed; null for a new note. */
  note: v.nullable(noteSchema),
});

/** A note that is being written. */
export type NoteDraft = Readonly<v.InferOutput<typeof draftSchema>>;

/** Reads drafts from untrusted text; what is none is left out. Never throws. */
export function parseDrafts(stored: string): readonly NoteDraft[] {
  let input: unknown;
  try {
    input = JSON.parse(stored);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  return (Array.isArray(input) ? (input as readonly unknown[]) : []).flatMap((one) => {
    const parsed = v.safeParse(draftSchema, one);
    return parsed.success ? [parsed.output] : [];
  });
}

/**
 * What brings a record of a version to the next, by that version. A record may hold anything: a step
 * changes what it knows, and {@link parseNote} judges the outcome.
 */
type Steps = Readonly<Record<number, (record: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;

/** None yet: version 1 is the first. */
const STEPS: Steps = {};

/**
 * Brings a record to the present version, step by step. One that is no record, or of a version that no
 * step begins from, comes back as it is. Never throws unless a step does.
 */
export function migrate(stored: unknown, steps: Steps = STEPS, version: number = NOTE_VERSION): unknown {
  let record = stored;
  for (let left = version; left > 0; left -= 1) {
    if (typeof record !== 'object' || record === null || !('version' in record)) return record;
    const step = typeof record.version === 'number' ? steps[record.version] : undefined;
    if (step === undefined) return record;
    record = step({ ...record });
  }
  return record;
}

/** Reads a record of the store, of this version or an older one. Untrusted: whatever does not fit is a problem. */
export function parseNote(stored: unknown): Parsed<Note> {
  const parsed = v.safeParse(noteSchema, migrate(stored));
  return parsed.success ? { value: parsed.output } : { problems: problemsOf(parsed.issues) };
}

/** Notes of a store, and how many of its records could not be read; these stay where they are. */
export interface ReadNotes {
  readonly notes: readonly Note[];
  readonly unreadable: number;
}

/** Reads all records of a store; oldest first, and of the same instant by id. */
export function parseNotes(records: readonly unknown[]): ReadNotes {
  const notes = records.flatMap((record) => parseNote(record).value ?? []);
  return {
    notes: notes.toSorted((one, other) => compare(one.created, other.created) || compare(one.id, other.id)),
    unreadable: records.length - notes.length,
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** As much of a passage as a record quotes; a surrogate pair is not cut in two. */
export function quoteOf(passage: string): string {
  if (passage.length <= MAX_QUOTE) return passage;
  return passage.slice(0, MAX_QUOTE).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * A new note.
 * @param id A UUID of its own.
 * @param now When it is written.
 */
export function makeNote(passage: NotedPassage, text: string, id: string, now: Date): Note {
  const { collection, article, token, quote } = passage;
  const created = now.toISOString();
  return {
    version: NOTE_VERSION,
    id,
    collection,
    article,
    token,
    quote: quoteOf(quote),
    text,
    created,
    modified: created,
  };
}

/** A note with another text, or attached to another passage. */
export function changeNote(
  note: Note,
  change: Partial<Pick<Note, 'text' | 'token' | 'quote'>>,
  now: Date,
): Note {
  return { ...note, ...change, modified: now.toISOString() };
}
