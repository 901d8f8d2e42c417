import { fold, findFolded, type FoldedText } from '../text/fold.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { snapToWords } from '../text/words.ts';

/**
 * What is kept of a passage so that it can be found again: where it stood, how it began and ended,
 * and a digest of all of it.
 * After TextPositionSelector and TextQuoteSelector of the W3C Web Annotation Data Model (§4.2.4, §4.2.5).
 */
export interface PassageSelector {
  /** Where the passage stood, in UTF-16 code units of the text it was described in. */
  readonly span: Span;
  /** Its first words; the whole passage when `tail` is null. At most {@link QUOTE_LIMIT} code units. */
  readonly head: string;
  /** Its last words when it is too long to be quoted whole, else null. */
  readonly tail: string | null;
  /** {@link digest} of the whole passage. */
  readonly digest: number;
}

/** What became of a passage; `exact` says nothing to the reader, all others say what happened. */
export type Resolution =
  | { readonly outcome: 'exact'; readonly span: Span }
  | { readonly outcome: 'respelled'; readonly span: Span }
  | { readonly outcome: 'moved'; readonly span: Span }
  | { readonly outcome: 'edited'; readonly span: Span }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly outcome: 'gone'; readonly sought: string };

/** Passages up to this many code units are quoted whole: about ten Arabic words, 170 characters of link. */
export const QUOTE_LIMIT = 64;
/** How much of each end of a longer passage is quoted. */
const END_LIMIT = 32;
/** More candidates than a reader would look through are not worth listing. */
const CANDIDATE_LIMIT = 9;
/** An edited passage may have grown to this multiple of its length before its ends no longer belong together. */
const GROWTH_LIMIT = 2;

/** FNV-1a, 32 bits, over UTF-16 code units. Range: 0 to 2³²−1. Linear. */
export function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The longest run of whole words at one end of a passage that fits `END_LIMIT` (at least one character). */
function quoteEnd(passage: string, end: 'head' | 'tail'): string {
  const piece = end === 'head' ? passage.slice(0, END_LIMIT) : passage.slice(-END_LIMIT);
  const whole = end === 'head' ? piece.replace(/\s+\S*$/u, '') : piece.replace(/^\S*\s+/u, '');
  return (whole.trim() === '' ? piece : whole).toWellFormed().replaceAll('\uFFFD', '');
}

/**
 * Describes a passage of a text. The span is snapped to whole words first.
 * Null when it holds nothing but white space. Cost: the passage's length.
 * @throws RangeError when the span leaves the text.
 */
export function describe(text: string, span: Span): PassageSelector | null {
  if (span.end > text.length) throw new RangeError(`span ${span.start}-${span.end} leaves the text`);
  const snapped = snapToWords(text, span);
  if (snapped === null) return null;
  const passage = text.slice(snapped.start, snapped.end);
  const isLong = passage.length > QUOTE_LIMIT || !passage.isWellFormed();
  return {
    span: snapped,
    head: isLong ? quoteEnd(passage, 'head') : passage,
    tail: isLong ? quoteEnd(passage, 'tail') : null,
    digest: digest(passage),
  };
}

function beginsAndEndsAs(selector: PassageSelector, passage: string): boolean {
  return passage.startsWith(selector.head) && (selector.tail === null || passage.endsWith(selector.tail));
}

/** Every place where the passage's wording stands, whatever its spelling. */
function findPlaces(folded: FoldedText, selector: PassageSelector): Span[] {
  const heads = findFolded(folded, selector.head, CANDIDATE_LIMIT);
  const { tail } = selector;
  if (tail === null) return heads;
  const tails = findFolded(folded, tail, Number.POSITIVE_INFINITY);
  const longest = (selector.span.end - selector.span.start) * GROWTH_LIMIT;
  return heads.flatMap((head) => {
    const match = tails.find((found) => found.start >= head.start && found.end > head.end);
    return match !== undefined && match.end - head.start <= longest ? [toSpan(head.start, match.end)] : [];
  });
}

/** What became of the passage, told from the one place where it was found. */
function judge(text: string, selector: PassageSelector, place: Span): Resolution {
  const passage = text.slice(place.start, place.end);
  if (digest(passage) === selector.digest) return { outcome: 'moved', span: place };
  if (selector.tail === null) return { outcome: 'respelled', span: place };
  return { outcome: 'edited', span: place };
}

/**
 * Finds a described passage in a text that may have changed since. Never throws and never guesses:
 * two equally good places are `ambiguous`, none is `gone`.
 * Cost: constant when nothing changed, else linear in the text.
 */
export function resolve(text: string, selector: PassageSelector): Resolution {
  const { span } = selector;
  const there = text.slice(span.start, span.end);
  if (
    there.length === span.end - span.start &&
    digest(there) === selector.digest &&
    beginsAndEndsAs(selector, there)
  ) {
    return { outcome: 'exact', span };
  }
  const places = findPlaces(fold(text), selector);
  const [place] = places;
  if (place === undefined) {
    return {
      outcome: 'gone',
      sought: selector.tail === null ? selector.head : `${selector.head} … ${selector.tail}`,
    };
  }
  const unchanged = places.filter((one) => digest(text.slice(one.start, one.end)) === selector.digest);
  if (unchanged.length === 1 && unchanged[0] !== undefined) return judge(text, selector, unchanged[0]);
  if (places.length > 1) return { outcome: 'ambiguous', candidates: places };
  return judge(text, selector, place);
}
