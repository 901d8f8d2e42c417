import { createContext, use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatDate,
  formatLabel,
  formatList,
  formatNumber,
  formatShare,
  type Digits,
} from '../../i18n/format.ts';
import { DIRECTION, type Language } from '../../i18n/i18n.ts';

/** A text in every interface language. */
type Bilingual = Readonly<Record<Language, string>>;

/** The digits the reader asked for. */
export const DigitsContext = createContext<Digits>('auto');

/** Everything a component needs to speak to the reader: strings, and numbers, dates and names as the reader reads them. */
export function useStrings() {
  const { t, i18n } = useTranslation();
  const digits = use(DigitsContext);
  const language = i18n.language as Language;
  return useMemo(
    () => ({
      t,
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
    }),
    [t, language, digits],
  );
}

/** What {@link useStrings} answers. */
export type ReaderStrings = ReturnType<typeof useStrings>;
