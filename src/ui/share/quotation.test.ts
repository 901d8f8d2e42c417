import { describe, expect, it } from 'vitest';
import type { Article } from '../../corpus/collection.ts';
import { formatDate } from '../../i18n/format.ts';
import { createI18n, loadLanguage, type Language } from '../../i18n/i18n.ts';
import { SEED_CLAIMS, SEEDS, getSeedText } from '../../testing/seeds.ts';
import { toSpan } from '../../text/offsets.ts';
import { readQuote, writeDate, writeHead } from './quotation.ts';

const TEXT = 'نص أول\nإعلان\nنص  ثانٍ\nروابط';
/** Furniture from 7 to 12 (إعلان) and from 22 to its end (روابط). */
const PARTS: Article['parts'] = [
  { kind: 'paragraph', range: toSpan(0, 6) },
  { kind: 'furniture', furniture: 'advertising-tag', range: toSpan(7, 12) },
  { kind: 'paragraph', range: toSpan(13, 21) },
  { kind: 'furniture', furniture: 'inline-links', range: toSpan(22, 27) },
];

describe('readQuote', () => {
  it.each([
    ['words', 0, 2, 'نص'],
    ['a paragraph, with one space between words', 13, 21, 'نص ثانٍ'],
    ['paragraphs without the furniture between them', 0, 21, 'نص أول نص ثانٍ'],
    ['everything without any furniture', 0, 27, 'نص أول نص ثانٍ'],
    ['furniture that is quoted for itself', 7, 12, 'إعلان'],
    ['furniture for itself with the line end before it', 6, 12, 'إعلان'],
    ['a part of furniture', 7, 9, 'إع'],
    ['what reaches only into furniture', 0, 9, 'نص أول إع'],
    ['what only comes out of furniture', 9, 21, 'لان نص ثانٍ'],
    ['nothing', 3, 3, ''],
  ])('quotes %s', (_what, start, end, quote) => {
    expect(readQuote({ parts: PARTS }, TEXT, toSpan(start, end))).toBe(quote);
  });

  it('quotes every passage of the shipped claims as it is, but for white space', () => {
    for (const { article: id, range } of SEED_CLAIMS.claims.flatMap(({ evidence }) => evidence)) {
      const article = SEEDS.articles.find((one) => one.id === id)!;
      const words = getSeedText(id).slice(range.start, range.end);
      expect(readQuote(article, getSeedText(id), range)).toBe(words.replace(/\s+/g, ' '));
    }
  });
});

/** The strings of a language, its dates in its own digits. */
async function speak(language: Language) {
  const i18n = createI18n();
  await loadLanguage(i18n, language);
  return {
    t: i18n.getFixedT(language),
    date: (iso: string) => formatDate(iso, language, 'auto'),
  };
}

const NOTE = { ar: 'لماذا', en: 'why' };

describe('writeDate', () => {
  it.each([
    ['ar', { basis: 'stated', value: '2024-06-19' }, '١٩ يونيو ٢٠٢٤'],
    ['ar', { basis: 'inferred', value: '2024-06-19', note: NOTE }, '١٩ يونيو ٢٠٢٤ (مستنتج)'],
    ['ar', { basis: 'inferred', value: '2024-07', note: NOTE }, 'يوليو ٢٠٢٤ (مستنتج)'],
    ['ar', { basis: 'unknown', note: NOTE }, 'تاريخ غير معروف'],
    ['en', { basis: 'stated', value: '2024-06-19' }, '19 June 2024'],
    ['en', { basis: 'inferred', value: '2024-06-19', note: NOTE }, '19 June 2024 (inferred)'],
    ['en', { basis: 'unknown', note: NOTE }, 'Date unknown'],
  ] as const)('writes in %s %j as %s', async (language, when, written) => {
    expect(writeDate(when as Article['date'], await speak(language))).toBe(written);
  });
});

describe('writeHead', () => {
  it.each([
    ['ar', 3, 'تبادل الهدايا (قيم مختلفة)'],
    ['ar', 2, 'تبادل الهدايا (قيم مختلفة)'],
    ['ar', 1, 'تبادل الهدايا'],
    ['en', 2, 'تبادل الهدايا (different values)'],
  ] as const)('says in %s of %i sources: %s', async (language, sources, head) => {
    const claim = { label: 'تبادل الهدايا', relation: 'other-value' } as const;
    expect(writeHead(claim, sources, await speak(language))).toBe(head);
  });
});
