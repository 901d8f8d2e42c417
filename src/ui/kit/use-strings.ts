import type { i18n } from 'i18next';
import { createContext, use } from 'react';
import {
  formatDate,
  formatLabel,
  formatList,
  formatNote,
  formatNumber,
  formatShare,
  type Digits,
} from '../../i18n/format.ts';
import { DIRECTION, type Language } from '../../i18n/i18n.ts';

/** A text in every interface language. */
type Bilingual = Readonly<Record<Language, string>>;

/**
 * Makes everything a component needs to speak to the reader: strings, and numbers, dates and names as
 * the reader reads them. Made once for a language and its digits, not in every component that speaks:
 * hundreds do.
 */
export function makeStrings(instance: i18n, language: Language, digits: Digits) {
  return {
    t: instance.getFixedT(language),
    language,
    /** The direction of the interface, for its words among an article's. */
    dir: DIRECTION[language],
    /** Writes a number. */
    n: (value: number) => formatNumber(value, language, digits),
    date: (iso: string) => formatDate(iso, language, digits),
    share: (value: number) => formatShare(value, language, digits),
    list: (names: readonly string[]) => formatList(names, language),
    /** Picks the text in the interface language. */
    pick: (text: Bilingual) => text[language],
    /** Picks a claim's label in the interface language, its numbers in the reader's digits. */
    label: (text: Bilingual) => formatLabel(text[language], language, digits),
    /** Picks an editor's sentence in the interface language, its numbers in the reader's digits. */
    note: (text: Bilingual) => formatNote(text[language], language, digits),
  };
}

/** What {@link useStrings} answers. */
export type ReaderStrings = ReturnType<typeof makeStrings>;

/** The strings of the page; the application provides them. */
export const StringsContext = createContext<ReaderStrings | null>(null);

/**
 * The strings of the page, and how to write numbers, dates and names.
 * @throws Error outside the application, which provides them.
 */
export function useStrings(): ReaderStrings {
  const strings = use(StringsContext);
  if (strings === null) throw new Error('no strings are provided here');
  return strings;
}
