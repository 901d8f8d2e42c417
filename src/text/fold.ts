import { toSpan, type FoldedOffset, type Span, type TextOffset } from './offsets.ts';

/** A text without its accidents of spelling, and the way back to the text as published. */
export interface FoldedText {
  /** The folded text, usually shorter than the published one; one character (ﷺ) may become eighteen. */
  readonly text: string;
  /** For each folded code unit, where the published character it came from starts. */
  readonly starts: Uint32Array;
  /** For each folded code unit, where the published character it came from ends. */
  readonly ends: Uint32Array;
}

/** Marks that change no letter: harakat, Quranic signs, superscript alef, and the tatweel. */
const DROPPED =
  /[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0300-\u036F]/;

/** Invisible characters: soft hyphen, zero-width and bidirectional controls, byte order mark; and lone surrogates. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF\p{Surrogate}]/u;

const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  گ: 'ك',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '٫': '.',
  '٬': ',',
  '…': '...',
};

const QUOTATION_MARK = /["'«»‹›“”„‟‘’‚‛`´]/;
const DASH = /[\u2010-\u2015\u2212]/;
const WHITE_SPACE = /\s/;
const ARABIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/;

/**
 * Folds one published character (a code point) to what all its spellings share.
 * Empty means that it is dropped; a space stands for any white space.
 */
export function foldCharacter(character: string): string {
  if (DROPPED.test(character) || INVISIBLE.test(character)) return '';
  if (WHITE_SPACE.test(character)) return ' ';
  if (QUOTATION_MARK.test(character)) return '"';
  if (DASH.test(character)) return '-';
  if (ARABIC_DIGIT.test(character)) return String((character.codePointAt(0) ?? 0) & 0xf);
  const letter = LETTERS[character];
  if (letter !== undefined) return letter;
  const plain = character.normalize('NFKD').toLowerCase();
  if (plain === character) return character;
  return Array.from(plain, (part) => (part === character ? part : foldCharacter(part))).join('');
}

/**
 * Folds a text: Arabic marks, tatweel and invisible characters go; alef, ya, waw and ta marbuta
 * forms, digits, quotation marks, dashes and compatibility forms become one; runs of white space
 * become one space. Linear in the text's length.
 */
export function fold(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let afterSpace = false;
  for (const character of text) {
    const end = at + character.length;
    let folded = foldCharacter(character);
    if (afterSpace && folded.startsWith(' ')) {
      ends[ends.length - 1] = end;
      folded = folded.slice(1);
    }
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    if (folded !== '') afterSpace = folded.endsWith(' ');
    at = end;
  }
  return { text: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/**
 * The published span that a non-empty folded range `[start, end)` came from. Dropped characters
 * inside it are covered, and so are marks that follow its last letter only where they are part of
 * the same published character; callers snap to words.
 * @throws RangeError when the range is empty or leaves the folded text.
 */
export function unfold(folded: FoldedText, start: FoldedOffset, end: FoldedOffset): Span {
  const first = folded.starts[start];
  const last = folded.ends[end - 1];
  if (start >= end || first === undefined || last === undefined) {
    throw new RangeError(`not a folded range: ${start}-${end}`);
  }
  return toSpan(first, last);
}

/** Whether a cut of the folded text would fall inside what one published character became. */
function splitsCharacter({ starts }: FoldedText, at: number): boolean {
  return at > 0 && at < starts.length && starts[at] === starts[at - 1];
}

/**
 * Every place where `sought` stands in a folded text in whole characters, as ranges of the folded text, in
 * order, overlaps included; found one by one as they are asked for. Linear. None when `sought` folds to nothing.
 */
export function* eachFolded(
  folded: FoldedText,
  sought: string,
): Generator<readonly [start: FoldedOffset, end: FoldedOffset]> {
  const needle = fold(sought).text.trim();
  if (needle === '') return;
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (!splitsCharacter(folded, at) && !splitsCharacter(folded, end))
      yield [at as FoldedOffset, end as FoldedOffset];
  }
}

/** The places of {@link eachFolded}, all of them, as published spans. */
export function findFolded(folded: FoldedText, sought: string): Span[] {
  return Array.from(eachFolded(folded, sought), ([start, end]) => unfold(folded, start, end));
}

/** The folded offset at or after a published one: the number of folded units before it. Logarithmic. */
export function toFoldedOffset(folded: FoldedText, offset: TextOffset): FoldedOffset {
  let low = 0;
  let high = folded.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low as FoldedOffset;
}
