import type { QueryWord } from './query.ts';
import { readSpelling } from '../text/readings.ts';
import { findKey, isNounIn, type Keys, type SearchIndex } from './search-index.ts';

/**
 * How a word answers a word of the query, the best first: spelled just so; the same but for marks, hamza
 * and other folding; with other particles written on; in another form of the word (`computeWordStems`);
 * written as two words where the query has one, or as one for two (`src/search/joined-words.ts`); only
 * beginning so, while it is typed.
 */
export const GRADES = ['exact', 'respelled', 'particle', 'form', 'joined', 'beginning'] as const;
export type Grade = (typeof GRADES)[number];

/** Places in {@link GRADES}, from 1, so that 0 can mean none. */
export const EXACT = 1;
export const RESPELLED = 2;
export const PARTICLE = 3;
export const FORM = 4;
export const JOINED = 5;
export const BEGINNING = 6;

/** The grade at a place. @throws RangeError when there is none. */
export function getGrade(place: number): Grade {
  const grade = GRADES[place - 1];
  if (grade === undefined) throw new RangeError(`no grade: ${place}`);
  return grade;
}

/** Letters that must be typed before words are answered that begin so. */
const LEAST_BEGINNING = 2;
/** And before those are whose beginning comes after a particle: `معاه` for `المعاهدة`, but `عام` not for `العامل`. */
const LEAST_BARE_BEGINNING = 4;

/** The article being typed, with what may stand before it: half of all nouns begin so, and nobody looks for them all. */
const ARTICLE_ALONE = /^[وف]?(?:[بك]?ال|لل)$/;

/** Calls `take` with every spelling of the keys from place `first` up to, not including, `end`. */
function takeSpellings(
  { firsts, spellings }: Keys,
  [first, end]: readonly [number, number],
  take: (spelling: number) => void,
): void {
  for (let at = firsts[first] ?? 0; at < (firsts[end] ?? 0); at += 1) take(spellings[at] ?? 0);
}

/** The place of a key, as a range of none or one. */
function findExactly(keys: Keys, key: string): readonly [number, number] {
  const place = findKey(keys, key);
  return [place, keys.keys[place] === key ? place + 1 : place];
}

/** The places of all keys that begin so. */
function findBeginning(keys: Keys, beginning: string): readonly [number, number] {
  return [findKey(keys, beginning), findKey(keys, `${beginning}\uFFFF`)];
}

/**
 * The spellings that answer a word of a query, each with its best grade (a place in {@link GRADES}), the
 * best first. Cost: logarithmic in the spellings, and linear in those found.
 * @param isPhrase whether the word stands in a phrase: then it is wanted as it is, only particles may differ
 */
export function matchWord(index: SearchIndex, word: QueryWord, isPhrase: boolean): Map<number, number> {
  const { byFolded, byBare, byStem } = index;
  const { typed, folded, isOpen } = word;
  const found = new Map<number, number>();
  const takeAs = (grade: number) => (spelling: number) => {
    if (!found.has(spelling)) found.set(spelling, grade);
  };
  const same = findExactly(byFolded, folded);
  takeSpellings(byFolded, same, (spelling) => {
    if (index.published[spelling] === typed) takeAs(EXACT)(spelling);
  });
  takeSpellings(byFolded, same, takeAs(RESPELLED));
  const { bare, stems } = readSpelling(typed, folded, (noun) => isNounIn(index, noun));
  for (const form of bare) takeSpellings(byBare, findExactly(byBare, form), takeAs(PARTICLE));
  if (!isPhrase) for (const stem of stems) takeSpellings(byStem, findExactly(byStem, stem), takeAs(FORM));
  if (!isOpen || ARTICLE_ALONE.test(folded)) return found;
  if (folded.length >= LEAST_BEGINNING) {
    takeSpellings(byFolded, findBeginning(byFolded, folded), takeAs(BEGINNING));
  }
  if (folded.length >= LEAST_BARE_BEGINNING) {
    takeSpellings(byBare, findBeginning(byBare, folded), takeAs(BEGINNING));
  }
  return found;
}
