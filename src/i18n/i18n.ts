import { createInstance, type i18n } from 'i18next';
import { ar } from './ar.ts';

/** Interface languages; the first is the one of the page as published. */
export const LANGUAGES = ['ar', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Writing direction of each interface language. */
export const DIRECTION: Readonly<Record<Language, 'rtl' | 'ltr'>> = { ar: 'rtl', en: 'ltr' };

/** Every translator made: one in the page, so that strings that come later find it. */
const made = new Set<i18n>();

/** Adds strings of a language to those that are here already. */
export function addStrings(language: Language, strings: object): void {
  for (const instance of made) instance.addResourceBundle(language, 'translation', strings, true);
}

/** A translator that starts in Arabic, ready at once; other languages are loaded by {@link loadLanguage}. */
export function createI18n(): i18n {
  const instance = createInstance();
  void instance.init({
    lng: 'ar',
    fallbackLng: 'ar',
    initAsync: false,
    resources: { ar: { translation: ar } },
    interpolation: { escapeValue: false },
  });
  made.add(instance);
  return instance;
}

/** Fetches all strings of a language when it is first used. Rejects when they cannot be had. */
export async function loadLanguage(instance: i18n, language: Language): Promise<void> {
  if (language === 'ar') return;
  const [{ en }, { enLater }] = await Promise.all([import('./en.ts'), import('./en-later.ts')]);
  instance.addResourceBundle('en', 'translation', en, true);
  instance.addResourceBundle('en', 'translation', enLater, true);
}
