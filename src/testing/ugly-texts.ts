import * as fc from 'fast-check';

/** Makes the random cases the same in every run. */
export const RANDOM_SEED = 20_240_619;

/** Texts that trip up code written for tidy ones, each with what is ugly about it. */
export const UGLY_TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['white space alone', ' \n\t\u00A0\u2003\u2028\r\n'],
  ['diacritics', 'وَقَّعَ الرَّئِيسُ اتِّفَاقاً، ثُمَّ غَادَرَ.'],
  ['a diacritic without a letter', '\u064Bقال \u0651 نعم\u064E'],
  ['decomposed letters', 'ا\u0653لة ا\u0654ن ا\u0655لى و\u0654 ي\u0654 e\u0301'],
  ['tatweel', 'بوتيـــن وكيـم ـــ ه\u0640'],
  ['mixed digits', 'في ٢٤ يونيو 2024 و۱۴۰۳ بنسبة ١٫٥٪ و1,000 و١٬٠٠٠ و②½'],
  ['bidirectional marks', '\u200Fقال\u200F \u202Bبوتين\u202C (ABC\u200E) \u2067News\u2069'],
  ['zero-width characters', 'مي\u200Cخواهم بو\u200Bتين\uFEFF كيم\u2060 \u200B '],
  ['no-break spaces', 'كوريا\u00A0الشمالية \u202F ١٩\u00A0\u00A0يونيو'],
  ['emoji', '😀 قال 👩🏽‍💻 و🇰🇵🇷🇺 ☺️😀😀'],
  ['letters beyond the first plane', '𞸀𞸁 𝒜𝒷 𐐀𐐨 a\u{1D167}'],
  ['lone surrogates', 'قال\uD83D بوتين \uDE00نعم \uD83D'],
  ['a pair torn by an invisible character', '\uD801\u200B\uDC00 \uD83D\u200F\uDE00'],
  ['lone surrogates alone', '\uD83D\uD83D \uDE00'],
  ['replacement characters', 'قال \uFFFD\uFFFD بو\uFFFDتين'],
  ['presentation forms', 'ﷲ ﷺ ﻻ ﻷ ﺑﻮﺗﻴﻦ ﻵﻹ ﹰﹼ ﱠ ﷼'],
  ['marks that stand on a space', ' ゛ ゜ ´ ¨  ͺ\u309B'],
  ['quotation marks of every kind', '«للعدوان» "للعدوان" “للعدوان” ‹ل› „ل‟ ‘ل’ ‚ل‛ `ل´ ＂ل＂'],
  ['dashes of every kind', 'لندن – وقع — وقع - وقع ‑ وقع − وقع ― وقع'],
  ['letters of neighbouring languages', 'گفت کیم یونهاپ ہے ۓ ۀ ڤلاديمير'],
  ['characters that grow', 'ŉ ǰ ΐ ß ẞ İ ﬃ … ㎏ ㍿ ☃'],
  ['control characters', 'قال\u0000 بوتين\u0007\u001B[31m\u0085نعم'],
  ['markup', '<script>alert("قال")</script> &amp; %D9%82 \\u0642'],
  ['one long word', 'ا'.repeat(200)],
  ['one long link', `المصدر: https://example.org/${'%D9%82%D8%A7%D9%84'.repeat(12)}?a=b#c`],
  ['a long line of repeated words', 'قال بوتين إن كوريا '.repeat(40)],
];

/** Pieces of random ugly texts; words are frequent, so that texts are not nothing but oddities. */
const PIECES = [
  ['قال', 'بوتين', 'كيم', 'أون', 'اون', 'إلى', 'الي', 'وقّع', 'اتفاقاً', 'kim', 'ABC', '٢٤', '24', '2024'],
  [' ', ' ', ' ', ' ', '\n', '\n\n', '\u00A0', '\t'],
  ['،', '.', '؟', '…', '«', '»', '"', '“', '”', '–', '-', '<', '&', '%'],
  ['ا', 'أ', 'آ', 'ى', 'ة', 'ؤ', 'ئ', 'ـ', 'ـــ', 'ﷲ', 'ﷺ', 'ﻻ', 'ﻷ', '½', 'İ', 'ß', '𞸀', '𐐀', '😀', '👩🏽‍💻'],
  ['\u064B', '\u0651', '\u0301', '\u0654', '\u200F', '\u200B', '\uFEFF', '\u200C', '\u0000', '´'],
  ['\uD83D', '\uDE00', '\uFFFD'],
].flat();

/** Random ugly texts, mostly of real words; the empty one included. */
export function uglyText(maxPieces = 30): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES), { maxLength: maxPieces }).map((pieces) => pieces.join(''));
}

/** A random range `[start, end)` of a text with at least one code unit; of the empty text, the empty one. */
export function rangeOf(text: string): fc.Arbitrary<{ start: number; end: number }> {
  if (text === '') return fc.constant({ start: 0, end: 0 });
  return fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) + 1 }));
}
