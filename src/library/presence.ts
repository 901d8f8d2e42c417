/** Name of the database that holds what the reader keeps, and of the channel on which tabs tell of changes. */
export const LIBRARY = 'taqabul-library';

const listeners = new Set<() => void>();
let channel: BroadcastChannel | null = null;

function tellHere(): void {
  for (const listener of listeners) listener();
}

function openChannel(): BroadcastChannel | null {
  if (channel === null && typeof BroadcastChannel === 'function') {
    channel = new BroadcastChannel(LIBRARY);
    channel.addEventListener('message', tellHere);
  }
  return channel;
}

/**
 * Whether there may be anything of the reader's: a look that opens and makes nothing. True where the
 * browser cannot say; false where it keeps nothing.
 */
export async function mayHaveRecords(): Promise<boolean> {
  try {
    if (typeof indexedDB.databases !== 'function') return true;
    return (await indexedDB.databases()).some(({ name }) => name === LIBRARY);
  } catch {
    // Storage is blocked.
    return false;
  }
}

/** Tells when a record has changed, in this tab or another. Returns what ends that. */
export function subscribeToRecords(listener: () => void): () => void {
  openChannel();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells this tab and all others that a record has changed. */
export function tellOfChange(): void {
  openChannel()?.postMessage(null);
  tellHere();
}
