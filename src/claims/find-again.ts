import { resolveQuotation } from '../anchoring/quotation.ts';
import type { Article } from '../corpus/collection.ts';
import { findFolded, fold, toFoldedOffset, type FoldedText } from '../text/fold.ts';
import { contains, toSpan, type Span } from '../text/offsets.ts';
import { countWords, snapToWords, splitsWord } from '../text/words.ts';
import { findUnsound } from './check-claims.ts';
import type { Evidence } from './claims.ts';
import type { HeldEvidence } from './outline.ts';

/** Fewer words may stand anywhere by chance: they are believed only where the passages around them went. */
const TELLING_WORDS = 4;
/** Of an edited passage at least this share of its words must be there still for it to be the same passage. */
const KEPT_SHARE = 0.5;

/** Where a passage began or ended in the text that was marked, and where it does now. */
interface Landmark {
  readonly from: number;
  readonly to: number;
}

/** Where a passage is now, and what became of it; null where it stands as it did. */
interface Found {
  readonly span: Span;
  readonly outcome: 'moved' | 'respelled' | 'edited' | null;
}

function isInPlace({ range, quote }: Evidence, text: string): boolean {
  const { start, end } = range;
  return text.slice(start, end) === quote && !splitsWord(text, start) && !splitsWord(text, end);
}

function toLandmarks({ range }: Evidence, span: Span): Landmark[] {
  return [
    { from: range.start, to: span.start },
    { from: range.end, to: span.end },
  ];
}

/** By how much the text was shifted at the nearest landmark on each side of a range, in code units; null where there is none. */
interface Shifts {
  readonly before: number | null;
  readonly after: number | null;
}

function findShifts(landmarks: readonly Landmark[], { start, end }: Span): Shifts {
  let before: Landmark | null = null;
  let after: Landmark | null = null;
  for (const landmark of landmarks) {
    if (landmark.from <= start && (before === null || landmark.from > before.from)) before = landmark;
    if (landmark.from >= end && (after === null || landmark.from < after.from)) after = landmark;
  }
  const toShift = (landmark: Landmark | null) => (landmark === null ? null : landmark.to - landmark.from);
  return { before: toShift(before), after: toShift(after) };
}

function shiftBy({ start, end }: Span, shift: number): Span | null {
  return start + shift < 0 ? null : toSpan(start + shift, end + shift);
}

/** Where a range of unknown wording is now: where the passages on both sides of it went, when these went equally far. */
function shiftWithin(range: Span, landmarks: readonly Landmark[]): Span | null {
  const { before, after } = findShifts(landmarks, range);
  return before === null || before !== after ? null : shiftBy(range, before);
}

/** What a passage can be said to be by its words alone; places that may be it where they do not say. */
function findByWords(quote: string, text: string): Found | readonly Span[] {
  const resolution = resolveQuotation(text, { exact: quote });
  switch (resolution.outcome) {
    case 'exact':
    case 'moved':
      return { span: resolution.span, outcome: 'moved' };
    case 'respelled':
      return { span: resolution.span, outcome: 'respelled' };
    case 'edited': {
      const kept = countWords(quote) - (resolution.missing ?? 0);
      const isSame = kept >= countWords(quote) * KEPT_SHARE;
      return isSame ? { span: resolution.span, outcome: 'edited' } : [];
    }
    case 'ambiguous':
      return resolution.candidates;
    default:
      return [];
  }
}

/** Every place where words stand as whole words, in any spelling. */
function findPlaces(text: string, folded: FoldedText, quote: string): Span[] {
  const splits = (at: Span['start']) => splitsWord(folded.text, toFoldedOffset(folded, at));
  const places = findFolded(folded, quote).filter(({ start, end }) => !splits(start) && !splits(end));
  // The marks on the last letter were folded away; they belong to the passage.
  return places.map((place) => snapToWords(text, place) ?? place);
}

/** The one of some places to which the text around a passage was shifted; null where none is or several are. */
function chooseShifted(
  evidence: Evidence,
  places: readonly Span[],
  landmarks: readonly Landmark[],
  text: string,
): Found | null {
  const { before, after } = findShifts(landmarks, evidence.range);
  const [one, other] = [before ?? after, after ?? before];
  if (one === null || other === null) return null;
  const shifted = places.filter(({ start }) => {
    const shift = start - evidence.range.start;
    return shift >= Math.min(one, other) && shift <= Math.max(one, other);
  });
  const [span] = shifted;
  if (span === undefined || shifted.length > 1) return null;
  const isSpelledAlike = text.slice(span.start, span.end) === evidence.quote;
  return { span, outcome: isSpelledAlike ? 'moved' : 'respelled' };
}

/**
 * Where those are named whom a passage is from, in words that are not known: where the passages on both
 * sides went, when these went equally far; else, in the passage's own part, as far from it as they were.
 * Null where neither is so.
 */
function shiftName(
  name: Span,
  evidence: Evidence,
  span: Span,
  landmarks: readonly Landmark[],
  article: Article,
): Span | null {
  const { range } = evidence;
  const between = shiftWithin(name, [...landmarks, ...toLandmarks(evidence, span)]);
  if (between !== null) return between;
  const isBefore = name.end <= range.start;
  if (!isBefore && name.start < range.end) return null;
  const beside = shiftBy(name, isBefore ? span.start - range.start : span.end - range.end);
  if (beside === null) return null;
  const isInPart = article.parts.some((part) => contains(part.range, beside) && contains(part.range, span));
  return isInPart ? beside : null;
}

/** A passage at its present place, with whom it is from where they can be found too. */
function hold(
  evidence: Evidence,
  { span, outcome }: Found,
  landmarks: readonly Landmark[],
  article: Article,
  text: string,
): HeldEvidence {
  const quote = text.slice(span.start, span.end);
  const bare: HeldEvidence = { ...evidence, range: span, quote };
  if (outcome !== null) bare.former = { outcome, quote: evidence.quote ?? '' };
  // It was read off words that are not the same any more.
  if (outcome === 'edited') delete bare.value;
  if (evidence.attribution === null) return bare;
  const chain = evidence.attribution.chain.flatMap(({ name, range }) => {
    const shifted = shiftName(range, evidence, span, landmarks, article);
    return shifted === null ? [] : [{ name, range: shifted }];
  });
  const attributed = { ...bare, attribution: { chain } };
  const isWhole =
    chain.length === evidence.attribution.chain.length &&
    findUnsound([attributed], article, text).length === 0;
  return isWhole ? attributed : { ...bare, attribution: null, losesAttribution: true };
}

/**
 * Finds the passages of one article again in its text as it is now: each at its present place, or null
 * where it is gone or might be several places. A passage of {@link TELLING_WORDS} words or more is found by
 * these; a shorter one, and one that stands several times, only where the passages around it went; one
 * without a quotation only between two that went equally far. An edited passage loses its value, and one
 * whose speakers cannot be placed its attribution. Whether the answers are sound is for {@link findUnsound}.
 * Cost: each passage that is not in place searches the text once, and once more by its fingerprint when it
 * was edited: 0.1 s for each in a text of a million characters, a millisecond in one of some thousands.
 * @param evidence The passages of this article and no others, of any claims.
 */
export function findAgain(
  evidence: readonly Evidence[],
  article: Article,
  text: string,
): (HeldEvidence | null)[] {
  const byWords = new Map<string, Found | readonly Span[]>();
  let folded: FoldedText | null = null;
  const look = (quote: string): Found | readonly Span[] => {
    const isTelling = countWords(quote) >= TELLING_WORDS;
    const found =
      byWords.get(quote) ??
      (isTelling ? findByWords(quote, text) : findPlaces(text, (folded ??= fold(text)), quote));
    byWords.set(quote, found);
    return found;
  };
  const certain = evidence.map((passage): Found | null => {
    if (passage.quote === undefined) return null;
    if (isInPlace(passage, text)) return { span: passage.range, outcome: null };
    const found = look(passage.quote);
    return 'span' in found ? found : null;
  });
  const landmarks: Landmark[] = [{ from: 0, to: 0 }];
  for (const [index, passage] of evidence.entries()) {
    const found = certain[index];
    if (found != null) landmarks.push(...toLandmarks(passage, found.span));
  }
  const findByPlace = (passage: Evidence): Found | null => {
    if (passage.quote === undefined) {
      const span = shiftWithin(passage.range, landmarks);
      if (span === null) return null;
      return { span, outcome: span.start === passage.range.start ? null : 'moved' };
    }
    const places = look(passage.quote);
    return 'span' in places ? places : chooseShifted(passage, places, landmarks, text);
  };
  return evidence.map((passage, index) => {
    const found = certain[index] ?? findByPlace(passage);
    return found === null ? null : hold(passage, found, landmarks, article, text);
  });
}
