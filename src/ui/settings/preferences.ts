import * as v from 'valibot';
import { DIGITS } from '../../i18n/format.ts';
import { LANGUAGES } from '../../i18n/i18n.ts';

/** Colour themes; `system` follows the device. */
export const THEMES = ['system', 'light', 'sepia', 'dark', 'contrast'] as const;
/** Text sizes from 1 (16 px) to 5 (27 px). */
export const SIZES = [1, 2, 3, 4, 5] as const;
/** Line spacings. */
export const LEADINGS = ['tight', 'normal', 'loose'] as const;
/** Faces of the article text. */
export const FACES = ['naskh', 'sans'] as const;

const preferencesSchema = v.object({
  version: v.literal(1),
  language: v.fallback(v.picklist(LANGUAGES), 'ar'),
  theme: v.fallback(v.picklist(THEMES), 'system'),
  size: v.fallback(v.picklist(SIZES), 2),
  leading: v.fallback(v.picklist(LEADINGS), 'normal'),
  face: v.fallback(v.picklist(FACES), 'naskh'),
  digits: v.fallback(v.picklist(DIGITS), 'auto'),
});

/** How the reader wants to read; kept on their machine alone. */
export type Preferences = v.InferOutput<typeof preferencesSchema>;

/** The preferences of a reader who has set none. */
export const DEFAULT_PREFERENCES: Preferences = {
  version: 1,
  language: 'ar',
  theme: 'system',
  size: 2,
  leading: 'normal',
  face: 'naskh',
  digits: 'auto',
};

/** Reads stored preferences; whatever of them cannot be meant falls back to its default. Never throws. */
export function parsePreferences(stored: string | null): Preferences {
  if (stored === null) return DEFAULT_PREFERENCES;
  try {
    const result = v.safeParse(preferencesSchema, JSON.parse(stored));
    return result.success ? result.output : DEFAULT_PREFERENCES;
  } catch (error) {
    if (error instanceof SyntaxError) return DEFAULT_PREFERENCES;
    throw error;
  }
}
