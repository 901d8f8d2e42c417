import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import { fold, unfold } from './fold.ts';
import type { FoldedOffset } from './offsets.ts';
import { findWordAt, findWords, hashWord, type WordTable } from './word-table.ts';

const TEXTS = [...UGLY_TEXTS, ...SEED_TEXTS];

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const ATTACHED = /[\p{M}\u0640]/u;

/** The slow way: fold, match, unfold; then the marks that belong to the last letter. */
function findWordsSlowly(text: string): { start: number; end: number; hash: number }[] {
  const folded = fold(text);
  return Array.from(folded.text.matchAll(WORD), ({ 0: word, index }) => {
    const span = unfold(folded, index as FoldedOffset, (index + word.length) as FoldedOffset);
    let end: number = span.end;
    // Of the words that one character became, the marks after it belong to the last.
    const isLast = (folded.ends[index + word.length + 1] ?? Infinity) > end;
    if (isLast)
      for (const character of text.slice(span.end)) {
        if (fold(character).text !== '') break;
        end += character.length;
      }
    while (end > span.end && !ATTACHED.test(text.charAt(end - 1))) end -= 1;
    return { start: span.start, end, hash: hashWord(word) };
  });
}

function list({ count, starts, ends, hashes }: WordTable): { start: number; end: number; hash: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    start: starts[index]!,
    end: ends[index]!,
    hash: hashes[index]!,
  }));
}

function cut(text: string): string[] {
  return list(findWords(text)).map(({ start, end }) => text.slice(start, end));
}

describe('findWords', () => {
  it.each([
    ['marks on the last letter', 'اتفاقاً، ثُمَّ', ['اتفاقاً', 'ثُمَّ']],
    ['tatweel within and at the end', 'بوتيـن كيمـــ.', ['بوتيـن', 'كيمـــ']],
    ['a zero-width space within a word', 'بو\u200Bتين \u200Bكيم\u200B', ['بو\u200Bتين', 'كيم']],
    ['bidirectional marks around a word', '\u200Fقال\u200F', ['قال']],
    ['quotation marks', '«للعدوان»', ['للعدوان']],
    ['digits', 'في ٢٤ يونيو/حزيران 3.4', ['في', '٢٤', 'يونيو', 'حزيران', '3', '4']],
    ['one character that is several words', 'محمد ﷺ', ['محمد', 'ﷺ', 'ﷺ', 'ﷺ', 'ﷺ']],
    ['a fraction', '½', ['½', '½']],
    ['letters beyond the first plane', '𞸀𞸁 😀', ['𞸀𞸁']],
    ['a mark alone', '\u0301 \u064B', []],
    ['nothing', '', []],
  ])('cuts at %s', (_what, text, words) => {
    expect(cut(text)).toEqual(words);
  });

  it.each(TEXTS)('cuts %s as folding, matching and unfolding does', (_what, text) => {
    expect(list(findWords(text))).toEqual(findWordsSlowly(text));
  });

  it('cuts random texts as folding, matching and unfolding does', () => {
    fc.assert(
      fc.property(fc.oneof(uglyText(), fc.string({ unit: 'binary' })), (text) => {
        expect(list(findWords(text))).toEqual(findWordsSlowly(text));
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });

  it('cuts every character of the first plane between letters as folding does', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `ب${String.fromCharCode(code)}ت`;
      if (JSON.stringify(list(findWords(text))) !== JSON.stringify(findWordsSlowly(text)))
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('gives spellings of a word one hash', () => {
    const hashes = findWords('أون اون آون ااون').hashes;
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[1]).toBe(hashes[2]);
    expect(hashes[2]).not.toBe(hashes[3]);
  });

  it('cuts a million characters', () => {
    const { count, ends } = findWords('وقّع '.repeat(200_000));
    expect(count).toBe(200_000);
    expect(ends.at(-1)).toBe(999_999);
  });
});

describe('findWordAt', () => {
  it('finds for every offset the first word that ends after it', () => {
    for (const [, text] of UGLY_TEXTS) {
      const words = findWords(text);
      const ends = Array.from(words.ends);
      for (let at = 0; at <= text.length; at += 1) {
        const expected = ends.findIndex((end) => end > at);
        expect(findWordAt(words, at)).toBe(expected < 0 ? words.count : expected);
      }
    }
  });
});
