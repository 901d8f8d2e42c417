import { describe, expect, it } from 'vitest';
import { SEEDS } from '../testing/seeds.ts';
import { UGLY_TEXTS } from '../testing/ugly-texts.ts';
import {
  DIGITS,
  formatDate,
  formatLabel,
  formatList,
  formatNote,
  formatNumber,
  formatShare,
} from './format.ts';
import { LANGUAGES } from './i18n.ts';

/** Without the marks that keep signs in place between directions; engines differ in them. */
function plain(text: string): string {
  return text.replace(/[\u061C\u200E\u200F]/g, '');
}

/** The digits that a text is written in. */
function findSystems(text: string): string[] {
  return [/[0-9]/.test(text) ? 'latn' : '', /[٠-٩]/.test(text) ? 'arab' : ''].filter(
    (system) => system !== '',
  );
}

describe('formatNumber', () => {
  it.each([
    [0, 'ar', 'auto', '٠'],
    [11, 'ar', 'auto', '١١'],
    [1.5, 'ar', 'auto', '١٫٥'],
    [1_234, 'ar', 'auto', '١٬٢٣٤'],
    [11, 'ar', 'latn', '11'],
    [1.5, 'ar', 'latn', '1.5'],
    [11, 'en', 'auto', '11'],
    [1_234.5, 'en', 'auto', '1,234.5'],
    [11, 'en', 'arab', '١١'],
    [1 / 3, 'en', 'auto', '0.33'],
  ] as const)('writes %d in %s with %s digits', (value, language, digits, written) => {
    expect(plain(formatNumber(value, language, digits))).toBe(written);
  });

  it.each(['ar-EG-u-nu-arab', 'ar-EG-u-nu-latn', 'en-GB-u-nu-latn'] as const)(
    'writes small counts as %s does',
    (locale) => {
      const language = locale.startsWith('ar') ? 'ar' : 'en';
      const digits = locale.endsWith('arab') ? 'arab' : 'latn';
      const formatter = new Intl.NumberFormat(locale);
      for (let value = 0; value <= 1_001; value += 1) {
        expect(plain(formatNumber(value, language, digits))).toBe(plain(formatter.format(value)));
      }
    },
  );
});

describe('formatShare', () => {
  it.each([
    [0, 'en', 'auto', '0%'],
    [0.376, 'en', 'auto', '38%'],
    [1, 'en', 'auto', '100%'],
    [0.376, 'ar', 'auto', '٣٨٪'],
    [0.376, 'en', 'arab', '٣٨٪'],
  ] as const)('writes %d in %s with %s digits', (value, language, digits, written) => {
    expect(plain(formatShare(value, language, digits))).toBe(written);
  });

  it('writes European digits in Arabic', () => {
    expect(plain(formatShare(0.376, 'ar', 'latn'))).toMatch(/^38[%٪]$/);
  });
});

describe('formatDate', () => {
  it.each([
    ['2024-06-19', 'ar', 'auto', '١٩ يونيو ٢٠٢٤'],
    ['2024-06-19', 'ar', 'latn', '19 يونيو 2024'],
    ['2024-06-19', 'en', 'auto', '19 June 2024'],
    ['2024-06-19', 'en', 'arab', '١٩ June ٢٠٢٤'],
    ['2024-07', 'ar', 'auto', 'يوليو ٢٠٢٤'],
    ['2024-07', 'en', 'auto', 'July 2024'],
    ['2024-01-01', 'en', 'auto', '1 January 2024'],
    ['2024-12-31', 'en', 'auto', '31 December 2024'],
    ['1999-02-28', 'en', 'auto', '28 February 1999'],
  ] as const)('writes %s in %s with %s digits', (iso, language, digits, written) => {
    expect(plain(formatDate(iso, language, digits))).toBe(written);
  });

  it('writes the day that is given, wherever the reader is', () => {
    for (const { date } of SEEDS.articles) {
      if (date.basis === 'unknown') continue;
      const [year = '', , day] = date.value.split('-');
      const written = formatDate(date.value, 'en', 'latn');
      expect(written.endsWith(year)).toBe(true);
      if (day !== undefined) expect(written.startsWith(`${Number(day)} `)).toBe(true);
    }
  });
});

describe('every number that is written', () => {
  it('is in the digits asked for, or in those of the language', () => {
    for (const language of LANGUAGES) {
      for (const digits of DIGITS) {
        const system = digits === 'auto' ? (language === 'ar' ? 'arab' : 'latn') : digits;
        const written = [
          formatNumber(1_234.5, language, digits),
          formatShare(0.5, language, digits),
          formatDate('2024-06-19', language, digits),
          formatLabel('19', language, digits),
        ];
        expect(written.map(findSystems)).toEqual(written.map(() => [system]));
      }
    }
  });
});

describe('formatNote', () => {
  it.each([
    ['ar', 'auto', 'نحو 11 ساعة', 'نحو ١١ ساعة'],
    ['ar', 'latn', 'نحو ١١ ساعة', 'نحو 11 ساعة'],
    ['en', 'auto', '19 June 2024', '19 June 2024'],
    ['en', 'arab', '19 June 2024', '١٩ June ٢٠٢٤'],
    ['ar', 'auto', '«الأيام 24» يقول «24 عاماً» في 24 سطراً', '«الأيام 24» يقول «24 عاماً» في ٢٤ سطراً'],
    ['ar', 'auto', 'النص منقول عن عربي21', 'النص منقول عن عربي21'],
    ['en', 'arab', 'It says “24 years”, not 25', 'It says “24 years”, not ٢٥'],
  ] as const)('in %s with %s digits: %s', (language, digits, note, written) => {
    expect(formatNote(note, language, digits)).toBe(written);
  });

  it.each(UGLY_TEXTS)('changes nothing but digits of %s', (_what, text) => {
    const written = formatNote(text, 'ar', 'auto');
    expect(written.replace(/[0-9٠-٩]/g, '0')).toBe(text.replace(/[0-9٠-٩]/g, '0'));
  });
});

describe('formatLabel', () => {
  it('writes every European digit of a label in the reader’s digits', () => {
    expect(formatLabel('زيارة بعد 24 سنة، 0123456789', 'ar', 'auto')).toBe('زيارة بعد ٢٤ سنة، ٠١٢٣٤٥٦٧٨٩');
  });

  it.each([
    ['en', 'auto'],
    ['ar', 'latn'],
    ['en', 'latn'],
  ] as const)('leaves a label in %s with %s digits as it is', (language, digits) => {
    expect(formatLabel('بعد 24 سنة', language, digits)).toBe('بعد 24 سنة');
  });

  it.each(UGLY_TEXTS)('changes nothing but digits of %s', (_what, text) => {
    const written = formatLabel(text, 'ar', 'arab');
    expect(written).toHaveLength(text.length);
    expect(written.replace(/[٠-٩]/g, '0')).toBe(text.replace(/[0-9٠-٩]/g, '0'));
  });
});

describe('formatList', () => {
  it.each([
    ['nothing', [], 'ar', ''],
    ['one name', ['رويترز'], 'ar', 'رويترز'],
    ['two names', ['رويترز', 'سبوتنيك'], 'ar', 'رويترز وسبوتنيك'],
    ['three names', ['أ', 'ب', 'ج'], 'ar', 'أ وب وج'],
    ['nothing', [], 'en', ''],
    ['one name', ['A'], 'en', 'A'],
    ['two names', ['A', 'B'], 'en', 'A and B'],
    ['three names', ['A', 'B', 'C'], 'en', 'A, B and C'],
  ] as const)('joins %s as the language does', (_what, names, language, written) => {
    expect(plain(formatList(names, language))).toBe(written);
  });
});
