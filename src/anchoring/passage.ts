import { eachFolded, fold, unfold, type FoldedText } from '../text/fold.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { snapToWords, splitsWord } from '../text/words.ts';

/**
 * What is kept of a passage so that it can be found again: where it stood, how it began and ended,
 * and a digest of all of it.
 * After TextPositionSelector and TextQuoteSelector of the W3C Web Annotation Data Model (§4.2.4, §4.2.5).
 */
export interface PassageSelector {
  /** Where the passage stood, in UTF-16 code units of the text it was described in. */
  readonly span: Span;
  /** Its first words; the whole passage when `tail` is null. At most {@link QUOTE_LIMIT} code units, never empty. */
  readonly head: string;
  /** Its last words when it is too long to be quoted whole, else null. Never empty. */
  readonly tail: string | null;
  /** {@link digest} of the whole passage. */
  readonly digest: number;
}

/**
 * What became of a passage; `exact` says nothing to the reader, all others say what happened. Of a
 * long passage only the ends are known, so that any change of its spelling is `edited`.
 */
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

/** A text without its lone surrogates, which no link can carry. */
function toQuotable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}

/** The longest run of whole words at one end of a passage that fits `END_LIMIT`; of a longer word, a part. */
function quoteEnd(passage: string, end: 'head' | 'tail'): string {
  const whole =
    end === 'head'
      ? passage.slice(0, END_LIMIT + 1).replace(/\s+\S*$/u, '')
      : passage.slice(-END_LIMIT - 1).replace(/^\S*\s+/u, '');
  if (whole.length <= END_LIMIT) return toQuotable(whole);
  return toQuotable(end === 'head' ? passage.slice(0, END_LIMIT) : passage.slice(-END_LIMIT));
}

/**
 * Describes a passage of a text. The span is snapped to whole words first. Null when there is nothing
 * to quote: white space alone, or an end made of lone surrogates. Cost: the passage's length.
 * @throws RangeError when the span leaves the text.
 */
export function describe(text: string, span: Span): PassageSelector | null {
  if (span.end > text.length) throw new RangeError(`span ${span.start}-${span.end} leaves the text`);
  const snapped = snapToWords(text, span);
  if (snapped === null) return null;
  const passage = text.slice(snapped.start, snapped.end);
  const isLong = passage.length > QUOTE_LIMIT;
  const head = isLong ? quoteEnd(passage, 'head') : toQuotable(passage);
  const tail = isLong ? quoteEnd(passage, 'tail') : null;
  return head === '' || tail === '' ? null : { span: snapped, head, tail, digest: digest(passage) };
}

/** Whether a span lies in the text and tears no word. */
function isWhole(text: string, { start, end }: Span): boolean {
  return end <= text.length && !splitsWord(text, start) && !splitsWord(text, end);
}

/** Whether the passage stands where it stood, character for character. Cost: its length. */
function isInPlace(text: string, { span, head, tail, digest: sum }: PassageSelector): boolean {
  if (!isWhole(text, span)) return false;
  const there = text.slice(span.start, span.end);
  const quotable = toQuotable(there);
  return quotable.startsWith(head) && quotable.endsWith(tail ?? head) && digest(there) === sum;
}

/** Where the passage stands elsewhere, character for character and in whole words; at most `CANDIDATE_LIMIT`. */
function findMoved(text: string, { span, head, tail, digest: sum }: PassageSelector): Span[] {
  const length = span.end - span.start;
  const places: Span[] = [];
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const place = toSpan(at, at + length);
    if (place.end > text.length || places.length >= CANDIDATE_LIMIT) break;
    const endsAlike = tail === null || text.startsWith(tail, place.end - tail.length);
    if (endsAlike && isWhole(text, place)) places.push(place);
  }
  return places.filter(({ start, end }) => digest(text.slice(start, end)) === sum);
}

/**
 * From each opening of a passage to the ending that makes it most nearly as long as it was; none where
 * it would have grown beyond the limit. Both in text order, and read no further than is asked for. Linear.
 */
function* pairEnds(heads: Iterable<Span>, tails: Iterator<Span>, length: number): Generator<Span> {
  let before: Span | undefined;
  let next = tails.next();
  for (const head of heads) {
    const expected = head.start + length;
    for (; next.done !== true && next.value.end < expected; next = tails.next()) before = next.value;
    const [nearest] = [before, next.done === true ? undefined : next.value]
      .filter((tail) => tail !== undefined)
      .filter(({ start, end }) => start >= head.start && end > head.end)
      .filter(({ end }) => end - head.start <= length * GROWTH_LIMIT)
      .toSorted((one, other) => Math.abs(one.end - expected) - Math.abs(other.end - expected));
    if (nearest !== undefined) yield toSpan(head.start, nearest.end);
  }
}

/** The places of words, whatever their spelling, that tear no word at one end, or at both. */
function* eachWhole(folded: FoldedText, words: string, ends: 'start' | 'end' | 'both'): Generator<Span> {
  for (const [start, end] of eachFolded(folded, words)) {
    if (ends !== 'end' && splitsWord(folded.text, start)) continue;
    if (ends !== 'start' && splitsWord(folded.text, end)) continue;
    yield unfold(folded, start, end);
  }
}

/** Where the passage's quotations stand in whole words, whatever their spelling; at most `CANDIDATE_LIMIT`. */
function findRespelled(text: string, { span, head, tail }: PassageSelector, folded: FoldedText): Span[] {
  const places =
    tail === null
      ? eachWhole(folded, head, 'both')
      : pairEnds(eachWhole(folded, head, 'start'), eachWhole(folded, tail, 'end'), span.end - span.start);
  const found: Span[] = [];
  for (const place of places) {
    // The marks on the last letter were folded away; they belong to the passage.
    found.push(snapToWords(text, place) ?? place);
    if (found.length === CANDIDATE_LIMIT) break;
  }
  return found;
}

/**
 * Finds a described passage in a text that may have changed since. Never throws and never guesses:
 * two equally good places are `ambiguous`, none is `gone`.
 * Cost: the passage when nothing changed, else linear in the text, which is then folded: `getFolded`
 * may give what an earlier look-up in the same text has folded already.
 */
export function resolve(
  text: string,
  selector: PassageSelector,
  getFolded: () => FoldedText = () => fold(text),
): Resolution {
  if (isInPlace(text, selector)) return { outcome: 'exact', span: selector.span };
  const { head, tail } = selector;
  const moved = findMoved(text, selector);
  const places = moved.length > 0 ? moved : findRespelled(text, selector, getFolded());
  const [span] = places;
  if (span === undefined) return { outcome: 'gone', sought: tail === null ? head : `${head} … ${tail}` };
  if (places.length > 1) return { outcome: 'ambiguous', candidates: places };
  if (moved.length > 0) return { outcome: 'moved', span };
  return { outcome: tail === null ? 'respelled' : 'edited', span };
}
