import { toSpan, type Span } from '../text/offsets.ts';
import { findWords } from '../text/word-table.ts';
import { snapToWords, splitsWord } from '../text/words.ts';
import { compareRuns } from './fingerprint/compare.ts';
import { describe } from './fingerprint/describe.ts';
import { resolve } from './fingerprint/resolve.ts';
import { prepare } from './kept-texts.ts';
import type { PassageOutcome } from './outcome.ts';

/** A passage by its whole wording, and as much of what stood around it as is known. */
export interface Quotation {
  /** The words themselves; never empty. */
  readonly exact: string;
  /** What stood immediately before them. */
  readonly prefix?: string | undefined;
  /** What stood immediately after them. */
  readonly suffix?: string | undefined;
}

/** More candidates than a reader would look through are not worth listing. */
const CANDIDATE_LIMIT = 9;

/** Words of one wording times words of the other, beyond which only those that the fingerprint knows are compared. */
const COMPARED = 4_000_000;

/** Up to so many code units words are simply compared; longer ones might cost their length at every place. */
const SIMPLY_COMPARED = 64;

interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

/** For each beginning of some words, how much of it its end repeats from its start (Knuth, Morris, Pratt). */
function findRepeats(words: string): Int32Array {
  const repeats = new Int32Array(words.length);
  for (let at = 1, length = 0; at < words.length; at += 1) {
    while (length > 0 && words[at] !== words[length]) length = repeats[length - 1] ?? 0;
    if (words[at] === words[length]) length += 1;
    repeats[at] = length;
  }
  return repeats;
}

/** Every place where words stand, letter for letter, overlaps included. Linear, whatever repeats itself in either. */
export function findAll(text: string, words: string): Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  const first = text.indexOf(words.slice(0, SIMPLY_COMPARED));
  if (words.length <= SIMPLY_COMPARED) {
    for (let at = first; at >= 0; at = text.indexOf(words, at + 1)) {
      found.push(toSpan(at, at + words.length));
    }
    return found;
  }
  if (first < 0) return found;
  const repeats = findRepeats(words);
  for (let at = first, length = 0; at < text.length; at += 1) {
    while (length > 0 && text[at] !== words[length]) length = repeats[length - 1] ?? 0;
    if (text[at] === words[length]) length += 1;
    if (length < words.length) continue;
    found.push(toSpan(at + 1 - length, at + 1));
    length = repeats[length - 1] ?? 0;
  }
  return found;
}

/** Whether what is quoted around a passage stands around a place, letter for letter. Cost: what is quoted. */
export function isAround(text: string, { start, end }: Span, { prefix, suffix }: Around): boolean {
  return (
    text.startsWith(suffix, end) && start >= prefix.length && text.startsWith(prefix, start - prefix.length)
  );
}

/** Tells whether words stand at an offset. Cost, together with all that it is asked: linear. */
function createLookup(text: string, words: string): (offset: number) => boolean {
  if (words.length <= SIMPLY_COMPARED) return (offset) => offset >= 0 && text.startsWith(words, offset);
  const starts = new Set<number>(findAll(text, words).map(({ start }) => start));
  return (offset) => starts.has(offset);
}

/** The last word of a text with the white space behind it; empty where it has none. Cost: its length. */
function takeLastWord(text: string): string {
  const end = text.trimEnd().length;
  let start = end;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start -= 1;
  return start === end ? '' : text.slice(start);
}

/** The first word of a text with the white space before it; empty where it has none. Cost: its length. */
function takeFirstWord(text: string): string {
  return /^\s*\S+/u.exec(text)?.[0] ?? '';
}

/** What the places of a quotation are told apart by. */
interface Surroundings {
  /** Whether all that is quoted around it stands around a place. */
  readonly isFramed: (place: Span) => boolean;
  /** Whether some of that still stands next to a place; true where nothing is quoted. */
  readonly isBeside: (place: Span) => boolean;
}

function readSurroundings(text: string, exact: string, { prefix, suffix }: Around): Surroundings {
  const [before, after] = [takeLastWord(prefix), takeFirstWord(suffix)];
  const isWhole = createLookup(text, `${prefix}${exact}${suffix}`);
  const [isBefore, isAfter] = [createLookup(text, before), createLookup(text, after)];
  return {
    isFramed: ({ start }) => isWhole(start - prefix.length),
    isBeside: ({ start, end }) =>
      (before === '' && after === '') ||
      (before !== '' && isBefore(start - before.length)) ||
      (after !== '' && isAfter(end)),
  };
}

/** Whether the place tears a word that the quotation does not say goes on beyond it. */
function isTorn(text: string, { start, end }: Span, { prefix, suffix }: Around): boolean {
  return (prefix === '' && splitsWord(text, start)) || (suffix === '' && splitsWord(text, end));
}

function widen(text: string, place: Span): Span {
  return snapToWords(text, place) ?? place;
}

/** What became of words that stand at several places just as they were quoted. */
function choose(
  text: string,
  places: readonly Span[],
  { isFramed, isBeside }: Surroundings,
  at: readonly number[],
): PassageOutcome {
  const framed = places.filter(isFramed);
  const beside = places.filter(isBeside);
  const fitting = [framed, beside].find(({ length }) => length > 0) ?? places;
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined) {
    return { outcome: isBeside(only) ? 'exact' : 'moved', span: widen(text, only) };
  }
  // Equally good places: the one at the position is meant, unless what stood around it has changed.
  const placed = framed.find(({ start }) => at.includes(start));
  if (placed !== undefined) return { outcome: 'exact', span: widen(text, placed) };
  const candidates = fitting.slice(0, CANDIDATE_LIMIT).map((place) => widen(text, place));
  return { outcome: 'ambiguous', candidates };
}

/** Which words of a place were not in the old wording, and how many of that are missing; null where both are too long. Cost: words times words. */
export function compareWhole(
  text: string,
  { start, end }: Span,
  exact: string,
): { changed: Span[]; missing: number } | null {
  const then = findWords(exact);
  const now = findWords(text.slice(start, end));
  if (then.count * now.count > COMPARED) return null;
  const { changed, missing } = compareRuns(Array.from(then.hashes), Array.from(now.hashes));
  const toWord = (word: number) => toSpan(start + (now.starts[word] ?? 0), start + (now.ends[word] ?? 0));
  return { changed: changed.map(toWord), missing };
}

/** What became of words that do not stand anywhere as they were quoted, by the fingerprint of what was. */
function findChanged(text: string, { exact, prefix = '', suffix = '' }: Quotation): PassageOutcome {
  const original = `${prefix}${exact}${suffix}`;
  const fingerprint = describe(original, toSpan(prefix.length, prefix.length + exact.length));
  if (fingerprint === null) return { outcome: 'gone', sought: exact, wordCount: null, nearest: null };
  const found = resolve(prepare(text), fingerprint);
  if (found.outcome === 'ambiguous') return { outcome: 'ambiguous', candidates: found.candidates };
  if (found.outcome === 'gone') {
    const { wordCount, nearest } = found;
    return { outcome: 'gone', sought: exact, wordCount, nearest };
  }
  const { span } = found;
  // A fingerprint knows the ends of a long passage alone; its whole wording is known here.
  const difference = compareWhole(text, span, exact) ?? (found.outcome === 'edited' ? found : null);
  // Letter for letter it stands nowhere: what passes for it has another spelling.
  if (difference === null || (difference.changed.length === 0 && difference.missing === 0)) {
    return { outcome: 'respelled', span };
  }
  const { changed, missing } = difference;
  return { outcome: 'edited', span, changed, missing, old: exact };
}

/**
 * Finds a passage by its whole wording in a text that may have changed since. Never throws and never
 * guesses. It is sought letter for letter, told from its twins by what is quoted around it and by where
 * it stood; where it no longer stands so, by the fingerprint of what is quoted, and all its words are
 * compared. What is found is widened to whole words. Cost: linear in the text; an edited passage also the
 * square of its words, some hundredths of a second for the longest.
 * @param at Where it may have started, in UTF-16 code units; believed only between equally good places.
 */
export function resolveQuotation(
  text: string,
  quotation: Quotation,
  at: readonly number[] = [],
): PassageOutcome {
  const around = { prefix: quotation.prefix ?? '', suffix: quotation.suffix ?? '' };
  const all = findAll(text, quotation.exact);
  const isSplit = ({ start, end }: Span) => splitsWord(text, start) || splitsWord(text, end);
  const whole = all.filter((place) => !isSplit(place));
  const surroundings = readSurroundings(text, quotation.exact, around);
  // A quotation may begin or end within a word; what is quoted around it must then say so.
  const torn = all.filter(
    (place) => isSplit(place) && !isTorn(text, place, around) && surroundings.isFramed(place),
  );
  const places = [...whole, ...torn].toSorted((one, other) => one.start - other.start);
  return places.length > 0 ? choose(text, places, surroundings, at) : findChanged(text, quotation);
}
