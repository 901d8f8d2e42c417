import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { LIBRARY } from './presence.ts';

/**
 * What keeps the reader's records from being read or written: there is no room for them, the browser does
 * not keep any, another tab holds the database, a later version of the page has made it, or something else.
 */
export type StoreFailure = 'full' | 'refused' | 'blocked' | 'newer' | 'failed';

/** The reader's records could not be read or written. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure, cause: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

/** Records are what they are found to be when they are read: an older page, or anybody, may have written them. */
interface Library extends DBSchema {
  notes: { key: string; value: unknown };
}

/**
 * What makes a database of each version out of the one before; the first out of none. Steps are only ever
 * added: the database of every reader has been through those before.
 */
const STEPS: readonly ((database: IDBPDatabase<Library>) => void)[] = [
  (database) => database.createObjectStore('notes', { keyPath: 'id' }),
];

/** How long another tab may hold the database before the reader is told, in milliseconds. */
const PATIENCE = 5_000;

const FAILURES: Readonly<Record<string, StoreFailure>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  // Forbidden by the reader, by who embeds the page, or in a private window.
  SecurityError: 'refused',
  NotAllowedError: 'refused',
};

/** What went wrong, as the reader can be told. */
function describe(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new StoreError(FAILURES[name] ?? 'failed', error);
}

let opening: Promise<IDBPDatabase<Library>> | null = null;

function forget(): void {
  opening = null;
}

function open(): Promise<IDBPDatabase<Library>> {
  // Some browsers have none in private windows.
  if (globalThis.indexedDB == null) throw new StoreError('refused', null);
  const database = openDB<Library>(LIBRARY, STEPS.length, {
    upgrade: (made, before) => {
      for (const step of STEPS.slice(before)) step(made);
    },
    // A later page wants the database: this one lets go of it, and tells the reader when it needs it again.
    blocking: (_before, _wanted, event) => {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  });
  database.catch(forget);
  return database;
}

/**
 * Does something with the database, which is opened when it is first needed and anew after it was lost.
 * @throws StoreError whatever fails, within {@link PATIENCE} where another tab holds the database.
 */
export async function withDatabase<Answer>(
  work: (database: IDBPDatabase<Library>) => Promise<Answer>,
): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const held = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreError('blocked', null)), PATIENCE);
  });
  try {
    const database = await Promise.race([(opening ??= open()), held]);
    return await work(database);
  } catch (error) {
    // The browser has closed it; the next time it is opened anew.
    if (error instanceof DOMException && error.name === 'InvalidStateError') forget();
    throw describe(error);
  } finally {
    clearTimeout(timer);
  }
}
