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

function localeOf(language: Language, digits: Digits): string {
  return `${language === 'ar' ? 'ar-EG' : 'en-GB'}-u-nu-${systemOf(language, digits)}`;
}

/** Writes a number in the reader's language and digits, e.g. `١٫٥`, `11`. */
export function formatNumber(value: number, language: Language, digits: Digits): string {
  return new Intl.NumberFormat(localeOf(language, digits), { maximumFractionDigits: 2 }).format(value);
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
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (day !== undefined) options.day = 'numeric';
  return new Intl.DateTimeFormat(localeOf(language, digits), options).format(
    new Date(Date.UTC(year, month - 1, day ?? 1)),
  );
}

/** Joins names as the language does: `أ وب وج`, `A, B and C`. Empty for none. */
export function formatList(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'ar' ? 'ar' : 'en-GB', { type: 'conjunction' }).format(names);
}
