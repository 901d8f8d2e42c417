import type { Language } from './i18n.ts';

/** Digits of the interface: those of its language, Arabic-Indic, or European. */
export const DIGITS = ['auto', 'arab', 'latn'] as const;
export type Digits = (typeof DIGITS)[number];

/** The numbering system that a preference means in a language. */
function systemOf(language: Language, digits: Digits): 'arab' | 'latn' {
  return digits === 'auto' ? (language === 'ar' ? 'arab' : 'latn') : digits;
}

/** Writes the European digits of a label in the reader's digits; names are not labels and keep theirs. */
export function formatLabel(label: string, language: Language, digits: Digits): string {
  if (systemOf(language, digits) === 'latn') return label;
  return label.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
}

/** Quotations, which are never changed, and numbers that are no part of a word. */
const QUOTED_OR_NUMBER = /[«“][^»”]*[»”]|(?<![\p{L}\p{N}])[0-9\u0660-\u0669]+/gu;

/** Writes the numbers of an editor's sentence in the reader's digits, but for those that it quotes and those in names. */
export function formatNote(note: string, language: Language, digits: Digits): string {
  const zero = systemOf(language, digits) === 'latn' ? 0x30 : 0x660;
  return note.replace(QUOTED_OR_NUMBER, (found) =>
    /^[«“]/.test(found)
      ? found
      : found.replace(/./g, (digit) => String.fromCharCode(zero + (digit.charCodeAt(0) & 15))),
  );
}

function localeOf(language: Language, digits: Digits): string {
  return `${language === 'ar' ? 'ar-EG' : 'en-GB'}-u-nu-${systemOf(language, digits)}`;
}

/**
 * Keeps what was made for a locale: making a formatter costs a hundred times what using it does, and a
 * page formats hundreds of numbers and lists.
 */
function keep<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const kept = new Map<string, Format>();
  return (locale) => {
    const found = kept.get(locale) ?? make(locale);
    kept.set(locale, found);
    return found;
  };
}

const numbersOf = keep((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const listsOf = keep((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const monthsOf = keep(
  (locale) => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const daysOf = keep(
  (locale) =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }),
);

/** Writes a number in the reader's language and digits, e.g. `١٫٥`, `11`. */
export function formatNumber(value: number, language: Language, digits: Digits): string {
  // Nearly all numbers are counts; the first formatter of a page costs more than drawing its bar.
  if (Number.isInteger(value) && value >= 0 && value < 1_000)
    return formatLabel(`${value}`, language, digits);
  return numbersOf(localeOf(language, digits)).format(value);
}

/**
 * Writes a share between 0 and 1 as a whole percentage. The sign is our own: what `Intl` puts around
 * it differs between engines, and the page is first written by one and then read by another.
 */
export function formatShare(value: number, language: Language, digits: Digits): string {
  const sign = systemOf(language, digits) === 'arab' ? '٪' : '%';
  return `${formatNumber(Math.round(value * 100), language, digits)}${sign}`;
}

/** Writes an ISO date as precisely as it is given: `2024-06-19` as day, `2024-07` as month. */
export function formatDate(iso: string, language: Language, digits: Digits): string {
  const [year = 0, month = 1, day] = iso.split('-').map(Number);
  const formatter = (day === undefined ? monthsOf : daysOf)(localeOf(language, digits));
  // Unlike `Date.UTC`, this takes the years 0 to 99 for what they are.
  return formatter.format(new Date(0).setUTCFullYear(year, month - 1, day ?? 1));
}

/** Joins names as the language does: `أ وب وج`, `A, B and C`. Empty for none. */
export function formatList(names: readonly string[], language: Language): string {
  return listsOf(language === 'ar' ? 'ar' : 'en-GB').format(names);
}
