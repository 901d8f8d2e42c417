import { DIGITS, type Digits } from '../../i18n/format.ts';
import { LANGUAGES, type Language } from '../../i18n/i18n.ts';

/** Colour themes; `system` follows the device. */
export const THEMES = ['system', 'light', 'sepia', 'dark', 'contrast'] as const;
/** Text sizes from 1 (16 px) to 5 (27 px). */
export const SIZES = [1, 2, 3, 4, 5] as const;
/** Line spacings. */
export const LEADINGS = ['tight', 'normal', 'loose'] as const;
/** Faces of the article text. */
export const FACES = ['naskh', 'sans'] as const;
/** Whether keys pressed by themselves are shortcuts (WCAG 2.2, 2.1.4). */
export const SHORTCUTS = ['on', 'off'] as const;

/** Whether columns scroll together. */
export const SYNCS = ['on', 'off'] as const;

/** How the reader wants to read; kept on their machine alone. */
export interface Preferences {
  readonly version: 1;
  readonly language: Language;
  readonly theme: (typeof THEMES)[number];
  readonly size: (typeof SIZES)[number];
  readonly leading: (typeof LEADINGS)[number];
  readonly face: (typeof FACES)[number];
  readonly digits: Digits;
  readonly shortcuts: (typeof SHORTCUTS)[number];
  readonly sync: (typeof SYNCS)[number];
}

/** The preferences of a reader who has set none. */
export const DEFAULT_PREFERENCES: Preferences = {
  version: 1,
  language: 'ar',
  theme: 'system',
  size: 2,
  leading: 'normal',
  face: 'naskh',
  digits: 'auto',
  shortcuts: 'on',
  sync: 'off',
};

/** The value if it is one of the options, else the fallback. */
function choose<T>(options: readonly T[], value: unknown, fallback: T): T {
  return options.find((option) => option === value) ?? fallback;
}

function readRecord(stored: string): Record<string, unknown> {
  try {
    const record: unknown = JSON.parse(stored);
    return typeof record === 'object' && record !== null ? { ...record } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/**
 * Reads stored preferences; whatever of them cannot be meant, or all of another version, falls back
 * to the defaults. Never throws.
 */
export function parsePreferences(stored: string | null): Preferences {
  const record = stored === null ? {} : readRecord(stored);
  if (record['version'] !== 1) return DEFAULT_PREFERENCES;
  return {
    version: 1,
    language: choose(LANGUAGES, record['language'], DEFAULT_PREFERENCES.language),
    theme: choose(THEMES, record['theme'], DEFAULT_PREFERENCES.theme),
    size: choose(SIZES, record['size'], DEFAULT_PREFERENCES.size),
    leading: choose(LEADINGS, record['leading'], DEFAULT_PREFERENCES.leading),
    face: choose(FACES, record['face'], DEFAULT_PREFERENCES.face),
    digits: choose(DIGITS, record['digits'], DEFAULT_PREFERENCES.digits),
    shortcuts: choose(SHORTCUTS, record['shortcuts'], DEFAULT_PREFERENCES.shortcuts),
    sync: choose(SYNCS, record['sync'], DEFAULT_PREFERENCES.sync),
  };
}
