import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { ar } from './ar.ts';

/** Interface languages; the first is the one of the page as published. */
export const LANGUAGES = ['ar', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Writing direction of each interface language. */
export const DIRECTION: Readonly<Record<Language, 'rtl' | 'ltr'>> = { ar: 'rtl', en: 'ltr' };

/** A translator that starts in Arabic, ready at once; other languages are loaded by {@link loadLanguage}. */
export function createI18n(): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: 'ar',
    fallbackLng: 'ar',
    initAsync: false,
    resources: { ar: { translation: ar } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}

/** Fetches the strings of a language when it is first used. Rejects when they cannot be had. */
export async function loadLanguage(instance: i18n, language: Language): Promise<void> {
  if (language === 'ar') return;
  const { en } = await import('./en.ts');
  // Strings that came before stay: those of `en-later.ts` may be here already.
  instance.addResourceBundle('en', 'translation', en, true);
}
