import { describePassage, resolvePassage, type PassageOutcome } from '../anchoring/anchoring.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { snapToWords, splitsWord } from '../text/words.ts';
import { fromCodePoints, toCodePoints } from './code-points.ts';
import type { TextPositionSelector, TextQuoteSelector, TextSelector } from './selectors.ts';

/**
 * How much is quoted on each side at least, in UTF-16 code units. The Recommendation gives no figure; 32
 * is what Hypothesis writes.
 */
const CONTEXT = 32;
/** More is not quoted, even where less does not tell a place from its twin: then its position does. */
const CONTEXT_LIMIT = 2_048;
/** More candidates than a reader would look through are not worth listing. */
const CANDIDATE_LIMIT = 9;

/** Every place where words stand, letter for letter, overlaps included. Linear. */
function findAll(text: string, words: string): Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push(toSpan(at, at + words.length));
  }
  return found;
}

/** The start of a run of about `length` code units before `at`, widened to a whole word. */
function reachBack(text: string, at: number, length: number): number {
  let start = Math.max(0, at - length);
  while (start > 0 && splitsWord(text, start)) start -= 1;
  return start;
}

function reachOn(text: string, at: number, length: number): number {
  let end = Math.min(text.length, at + length);
  while (end < text.length && splitsWord(text, end)) end += 1;
  return end;
}

/**
 * Describes a passage, widened to whole words, as a Text Quote Selector and a Text Position Selector
 * (Web Annotation Data Model, §4.2.4 and §4.2.5), which are alternatives for the same passage. The
 * quotation has as much of the text around it as makes it stand once, from 32 code units on each side
 * to 2,048. Positions are code points, as §4.2.4 demands. Null for white space alone. Cost: linear in the text.
 * @throws RangeError when the span leaves the text.
 */
export function writeSelectors(
  text: string,
  span: Span,
): readonly [TextQuoteSelector, TextPositionSelector] | null {
  if (span.end > text.length) throw new RangeError(`span ${span.start}-${span.end} leaves the text`);
  const passage = snapToWords(text, span);
  if (passage === null) return null;
  const { start, end } = passage;
  const exact = text.slice(start, end);
  const twins = findAll(text, exact).filter((place) => place.start !== start);
  let [prefix, suffix] = ['', ''];
  for (let length = CONTEXT; length <= CONTEXT_LIMIT; length *= 2) {
    prefix = text.slice(reachBack(text, start, length), start);
    suffix = text.slice(end, reachOn(text, end, length));
    if (!twins.some((twin) => isAround(text, twin, { prefix, suffix }))) break;
  }
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start: toCodePoints(text, start), end: toCodePoints(text, end) },
  ];
}

interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

/** Whether what is quoted around a passage stands around a place, letter for letter. */
function isAround(text: string, { start, end }: Span, { prefix, suffix }: Around): boolean {
  return (
    text.startsWith(suffix, end) && start >= prefix.length && text.startsWith(prefix, start - prefix.length)
  );
}

/** Whether some of what is quoted around a passage still stands next to a place; true where nothing is quoted. */
function isBeside(text: string, { start, end }: Span, { prefix, suffix }: Around): boolean {
  const [before = ''] = /\S+\s*$/u.exec(prefix) ?? [];
  const [after = ''] = /^\s*\S+/u.exec(suffix) ?? [];
  if (before === '' && after === '') return true;
  const hasBefore = before !== '' && text.slice(0, start).endsWith(before);
  return hasBefore || (after !== '' && text.startsWith(after, end));
}

/** Whether the place tears a word that the quotation does not say goes on beyond it. */
function isTorn(text: string, { start, end }: Span, { prefix, suffix }: Around): boolean {
  const isMeant = (prefix !== '' || !splitsWord(text, start)) && (suffix !== '' || !splitsWord(text, end));
  return (splitsWord(text, start) || splitsWord(text, end)) && !isMeant;
}

function widen(text: string, place: Span): Span {
  return snapToWords(text, place) ?? place;
}

/** What became of words that stand at several places just as they were quoted. */
function choose(
  text: string,
  places: readonly Span[],
  around: Around,
  at: readonly number[],
): PassageOutcome {
  const framed = places.filter((place) => isAround(text, place, around));
  const beside = places.filter((place) => isBeside(text, place, around));
  const fitting = [framed, beside].find(({ length }) => length > 0) ?? places;
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined) {
    return { outcome: isBeside(text, only, around) ? 'exact' : 'moved', span: widen(text, only) };
  }
  // Equally good places: the one at the position is meant, unless what stood around it has changed.
  const placed = framed.find(({ start }) => at.includes(start));
  if (placed !== undefined) return { outcome: 'exact', span: widen(text, placed) };
  const candidates = fitting.slice(0, CANDIDATE_LIMIT).map((place) => widen(text, place));
  return { outcome: 'ambiguous', candidates };
}

/** What became of words that do not stand anywhere as they were quoted, by the fingerprint of what was. */
function findChanged(text: string, { exact, prefix = '', suffix = '' }: TextQuoteSelector): PassageOutcome {
  const gone: PassageOutcome = { outcome: 'gone', sought: exact, wordCount: null, nearest: null };
  const original = `${prefix}${exact}${suffix}`;
  const token = describePassage(original, toSpan(prefix.length, prefix.length + exact.length));
  if (token === null) return gone;
  const found = resolvePassage(text, { token });
  switch (found.outcome) {
    // Letter for letter it stands nowhere: what passes for it has another spelling.
    case 'exact':
    case 'moved':
      return { outcome: 'respelled', span: found.span };
    case 'edited':
      return { ...found, old: exact };
    case 'gone':
      return { ...found, sought: exact };
    default:
      return found;
  }
}

function findQuoted(text: string, quote: TextQuoteSelector, at: readonly number[]): PassageOutcome {
  const around = { prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' };
  const all = findAll(text, quote.exact);
  const isSplit = ({ start, end }: Span) => splitsWord(text, start) || splitsWord(text, end);
  const whole = all.filter((place) => !isSplit(place));
  // A quotation may begin or end within a word; what is quoted around it must then say so.
  const torn = all.filter(
    (place) => isSplit(place) && !isTorn(text, place, around) && isAround(text, place, around),
  );
  const places = [...whole, ...torn].toSorted((one, other) => one.start - other.start);
  return places.length > 0 ? choose(text, places, around, at) : findChanged(text, quote);
}

/** A position alone: it says where, not what, so that nothing tells whether it still is the passage. */
function offerPlace(text: string, { start, end }: TextPositionSelector): PassageOutcome {
  const [from, to] = [fromCodePoints(text, start), fromCodePoints(text, end)];
  const place = from === null || to === null ? null : snapToWords(text, toSpan(from, to));
  return place === null
    ? { outcome: 'gone', sought: null, wordCount: null, nearest: null }
    : { outcome: 'ambiguous', candidates: [place] };
}

/**
 * Finds the passage that selectors point at, which are alternatives for one passage (Web Annotation
 * Data Model, §4.2), in a text that may have changed since. Never throws and never guesses:
 *
 * - A Text Quote Selector is sought letter for letter, told from its twins by prefix and suffix; where it
 *   no longer stands so, by the fingerprint of what it quotes. The outcome is that of any passage;
 *   §4.2.4 would take several matches for all of them, which here are `ambiguous`.
 * - A Text Position Selector tells apart places that the quotation cannot. It is counted in code points
 *   (§4.2.4) and also in UTF-16 code units, which is what Hypothesis and browsers' offsets give: they differ only
 *   behind an emoji or the like. Alone it is an `ambiguous` place to be confirmed, never a passage.
 *
 * A span is widened to whole words. Of several quotations the first counts. Cost: linear in the text.
 */
export function resolveSelectors(text: string, selectors: readonly TextSelector[]): PassageOutcome {
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  if (quote !== undefined) {
    const points = position === undefined ? null : fromCodePoints(text, position.start);
    const at = position === undefined ? [] : [points ?? position.start, position.start];
    return findQuoted(text, quote, at);
  }
  return position === undefined ? { outcome: 'damaged' } : offerPlace(text, position);
}
