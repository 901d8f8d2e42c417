import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import { completeQuery, MAX_LENGTH, MAX_WORDS, parseQuery, type Query } from './query.ts';

/** Shows a query: phrases in brackets, an open word with an ellipsis. */
function show({ terms }: Query): string[] {
  return terms.map(({ words, isPhrase }) => {
    const shown = words.map(({ folded, isOpen }) => folded + (isOpen ? '…' : '')).join(' ');
    return isPhrase ? `[${shown}]` : shown;
  });
}

describe('parseQuery', () => {
  it.each([
    ['words', 'بوتين كيم ', ['بوتين', 'كيم']],
    ['a last word that may go on', 'بوتين كي', ['بوتين', 'كي…']],
    ['a mark that ends the last word', 'كيم،', ['كيم']],
    ['invisible characters that do not', 'كيم\u200F\u200B', ['كيم…']],
    ['diacritics, tatweel, hamza', 'وَقَّعَ أُونـــ إلى ', ['وقع', 'اون', 'الي']],
    ['digits of every kind', '٢٤ 24 ۲۴ ', ['24']],
    ['Latin letters', 'ABC News ', ['abc', 'news']],
    ['a word twice', 'كيم بوتين كِيم ', ['كيم', 'بوتين']],
    ['a word as it is typed again', 'كيم كيم', ['كيم', 'كيم…']],
    ['a hyphen within a word', 'إف-16 ', ['[اف 16]']],
    ['a fraction', '3.4 ١٫٥ 1,000 ½ ', ['[3 4]', '[1 5]', '[1 000]', '[1 2]']],
    ['a comma without a space', 'بوتين،كيم ', ['بوتين', 'كيم']],
    ['one character that is four words', 'محمد ﷺ ', ['محمد', '[صلي الله عليه وسلم]']],
    ['a phrase that is still being typed', 'قال "كوريا الشما', ['قال', '[كوريا الشما…]']],
    ['a stray mark at the end', 'كيم"', ['كيم']],
    ['a stray mark before', '"كيم', ['[كيم…]']],
    ['empty quotation marks', '"" «» كيم ', ['كيم']],
    ['apostrophes', 'l\u2019eau ', ['l', 'eau']],
    ['nothing', '', []],
    ['white space', ' \n\t', []],
    ['marks alone', '\u064B\u0301 ـ', []],
    ['bidirectional controls', '\u202E\u2067\u200F', []],
    ['lone surrogates', '\uD83D \uDE00', []],
    ['punctuation', '. ، «»', []],
  ])('reads %s', (_what, typed, terms) => {
    expect(show(parseQuery(typed))).toEqual(terms);
  });

  it.each(['«»', '»«', '“”', '””', '„‟', '""', '‹›', '＂＂', '«"'])('reads a phrase between %s', (marks) => {
    const phrase = `${marks.charAt(0)}كوريا الشمالية${marks.charAt(1)}`;
    expect(show(parseQuery(`كيم ${phrase} قال`))).toEqual(['كيم', '[كوريا الشماليه]', 'قال…']);
  });

  it('keeps what was typed beside what is compared', () => {
    expect(parseQuery('وقّع').terms[0]?.words).toEqual([{ typed: 'وقّع', folded: 'وقع', isOpen: true }]);
  });

  it.each([
    ['words', 'بوتين '.repeat(20_000)],
    ['different words', Array.from({ length: 20_000 }, (_, index) => `w${index}`).join(' ')],
    ['one word', 'ا'.repeat(100_000)],
    ['quotation marks', '"'.repeat(100_000)],
    ['marks', '\u064B'.repeat(100_000)],
    ['surrogates', '\uD83D'.repeat(100_000)],
    ['characters of eighteen letters', 'ﷺ'.repeat(100_000)],
  ])('bounds 100,000 characters of %s', (_what, text) => {
    const { terms, isCut } = parseQuery(text);
    expect(isCut).toBe(true);
    expect(terms.flatMap(({ words }) => words).length).toBeLessThanOrEqual(MAX_WORDS);
  });

  it('drops a word that the limit tears, and says that something was dropped', () => {
    const { terms, isCut } = parseQuery(`${'ا'.repeat(MAX_LENGTH - 3)} كيماوي`);
    expect(terms.map(({ words }) => words.length)).toEqual([1]);
    expect(terms[0]?.words[0]?.folded).toHaveLength(MAX_LENGTH - 3);
    expect(isCut).toBe(true);
    expect(parseQuery('كيم').isCut).toBe(false);
  });

  it('answers any text with words that are not empty', () => {
    const check = (text: string): void => {
      const { terms } = parseQuery(text);
      const words = terms.flatMap((term) => term.words);
      expect(words.every(({ folded }) => /^[\p{L}\p{N}]/u.test(folded))).toBe(true);
      expect(terms.every((term) => term.words.length > 0)).toBe(true);
      expect(words.slice(0, -1).every(({ isOpen }) => !isOpen)).toBe(true);
    };
    for (const [, text] of UGLY_TEXTS) check(text);
    fc.assert(fc.property(fc.oneof(uglyText(), fc.string({ unit: 'binary' })), check), {
      numRuns: 500,
      seed: RANDOM_SEED,
    });
  });
});

describe('completeQuery', () => {
  it('closes the last word', () => {
    expect(show(completeQuery(parseQuery('كيم "كوريا الشما')))).toEqual(['كيم', '[كوريا الشما]']);
    expect(show(completeQuery(parseQuery('كيم كيم')))).toEqual(['كيم']);
  });
});
