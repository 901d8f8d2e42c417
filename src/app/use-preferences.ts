import { useCallback, useSyncExternalStore } from 'react';
import { DEFAULT_PREFERENCES, parsePreferences, type Preferences } from '../ui/settings/preferences.ts';

/** Where preferences are kept; the script in `index.html` that sets the theme before the first paint reads it too. */
export const PREFERENCES_KEY = 'taqabul.preferences';

const listeners = new Set<() => void>();
let current: Preferences | null = null;
let isKept = true;

function readStored(): string | null {
  try {
    return localStorage.getItem(PREFERENCES_KEY);
  } catch (error) {
    // Storage may be blocked; the preferences then last as long as the page.
    if (!(error instanceof DOMException)) throw error;
    isKept = false;
    return null;
  }
}

function read(): Preferences {
  current ??= parsePreferences(readStored());
  return current;
}

function store(preferences: Preferences): void {
  current = preferences;
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
    isKept = true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    isKept = false;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const readAgain = (event: StorageEvent) => {
    if (event.key !== PREFERENCES_KEY && event.key !== null) return;
    current = null;
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', readAgain);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', readAgain);
  };
}

/** The reader's preferences, shared between tabs; `isKept` is false when the browser refuses to store them. */
export function usePreferences() {
  const preferences = useSyncExternalStore(subscribe, read, () => DEFAULT_PREFERENCES);
  const change = useCallback((next: Partial<Preferences>) => store({ ...read(), ...next }), []);
  return { preferences, change, isKept };
}
