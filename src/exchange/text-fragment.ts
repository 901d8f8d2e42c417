import { findFolded, fold, toFoldedOffset, type FoldedText } from '../text/fold.ts';
import { toSpan, type Span, type TextOffset } from '../text/offsets.ts';
import { snapToWords, splitsWord } from '../text/words.ts';

/** Longer passages are named by their first and last words. In UTF-16 code units. */
const WHOLE_LIMIT = 100;
/** How many words of context are tried on each side, and how many words at each end of a long passage. */
const MOST_WORDS = 24;
/** Words at each end of a long passage to begin with. */
const FEWEST_ENDS = 3;

/** A line of a text, which a page shows as a block: a term of a text directive is sought within one. */
function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return toSpan(start, end < 0 ? text.length : end);
}

/** Up to `count` words of a line at its end or its start, as a span of the text; null when it has none. */
function takeWords(text: string, line: Span, count: number, side: 'first' | 'last'): Span | null {
  const words = Array.from(text.slice(line.start, line.end).matchAll(/\S+/gu), ({ 0: word, index }) =>
    toSpan(line.start + index, line.start + index + word.length),
  );
  const taken = side === 'first' ? words.slice(0, count) : words.slice(-count);
  const [first, last] = [taken[0], taken.at(-1)];
  return first === undefined || last === undefined ? null : toSpan(first.start, last.end);
}

/** The words right before a place, within one line. Null at the start of the text. */
function takeBefore(text: string, at: number, count: number): Span | null {
  const end = text.slice(0, at).trimEnd().length;
  if (count === 0 || end === 0) return null;
  return takeWords(text, toSpan(lineAt(text, end).start, end), count, 'last');
}

function takeAfter(text: string, at: number, count: number): Span | null {
  const start = text.length - text.slice(at).trimStart().length;
  if (count === 0 || start === text.length) return null;
  return takeWords(text, toSpan(start, lineAt(text, start).end), count, 'first');
}

/** The terms of a text directive: `[prefix-,]start[,end][,-suffix]`. */
interface Terms {
  readonly prefix: Span | null;
  readonly start: Span;
  readonly end: Span | null;
  readonly suffix: Span | null;
}

/** Every place where a run of the text stands in whole words, in any spelling. */
function findRun(text: string, folded: FoldedText, from: Span, to: Span): Span[] {
  const splits = (at: TextOffset) => splitsWord(folded.text, toFoldedOffset(folded, at));
  return findFolded(folded, text.slice(from.start, to.end)).filter(
    ({ start, end }) => !splits(start) && !splits(end),
  );
}

/**
 * Whether the terms lead to their passage and nowhere else. Browsers compare whole words without case and
 * accents, each a little differently: what stands once in any spelling does for all of them.
 */
function isUnique(text: string, folded: FoldedText, { prefix, start, end, suffix }: Terms): boolean {
  if (end === null) return findRun(text, folded, prefix ?? start, suffix ?? start).length === 1;
  const next = findRun(text, folded, end, suffix ?? end).find((place) => place.start >= start.end);
  return findRun(text, folded, prefix ?? start, start).length === 1 && next?.start === end.start;
}

function toTerms(text: string, passage: Span, ends: number, context: number): Terms | null {
  const words = text.slice(passage.start, passage.end);
  const prefix = takeBefore(text, passage.start, context);
  const suffix = takeAfter(text, passage.end, context);
  const isOneLine = !words.includes('\n');
  const whole = isOneLine ? { prefix, start: passage, end: null, suffix } : null;
  if (whole !== null && words.length <= WHOLE_LIMIT) return whole;
  const head = toSpan(passage.start, Math.min(passage.end, lineAt(text, passage.start).end));
  const tail = toSpan(Math.max(passage.start, lineAt(text, passage.end).start), passage.end);
  const start = takeWords(text, head, ends, 'first');
  const end = takeWords(text, tail, ends, 'last');
  if (start === null || end === null || start.end > end.start) return whole;
  return { prefix, start, end, suffix };
}

/** Percent-encodes a term: `-`, `,` and `&` mean something in a directive, all else as in any address. */
function encodeTerm(text: string, { start, end }: Span): string {
  return encodeURIComponent(text.slice(start, end).replace(/\s+/gu, ' ')).replaceAll('-', '%2D');
}

function writeTerms(text: string, { prefix, start, end, suffix }: Terms): string {
  return [
    prefix === null ? null : `${encodeTerm(text, prefix)}-`,
    encodeTerm(text, start),
    end === null ? null : encodeTerm(text, end),
    suffix === null ? null : `-${encodeTerm(text, suffix)}`,
  ]
    .filter((term) => term !== null)
    .join(',');
}

/** The address that a directive is put behind, without one of its own; null unless it is one of the web. */
function readBase(base: string): string | null {
  if (!URL.canParse(base)) return null;
  const url = new URL(base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const [address = ''] = url.href.split(':~:');
  return address.includes('#') ? address : `${address}#`;
}

/**
 * A link to a passage on the page where a text was published, which browsers follow by themselves: URL
 * Fragment Text Directives (WICG Draft Community Group Report, a living draft whose sections have no lasting
 * numbers), `#:~:text=[prefix-,]start[,end][,-suffix]`.
 * The span is widened to whole words. Short passages within one line are named whole, others by their first and
 * last words; words around them are added until the terms stand once in the text.
 *
 * Null when no such link can be made: an address that is not of the web, nothing but white space, lone
 * surrogates, or wording that 24 words on each side do not tell from its twin. Whether the page still has the
 * text, and what else it has, is not known here. Cost: linear in the text for each number of words tried.
 * @throws RangeError when the span leaves the text.
 */
export function writeTextFragment(base: string, text: string, span: Span): string | null {
  if (span.end > text.length) throw new RangeError(`span ${span.start}-${span.end} leaves the text`);
  const address = readBase(base);
  const passage = snapToWords(text, span);
  if (address === null || passage === null) return null;
  if (splitsWord(text, passage.start) || splitsWord(text, passage.end)) return null;
  const folded = fold(text);
  for (let context = 0; context <= MOST_WORDS; context += 1) {
    const terms = toTerms(text, passage, FEWEST_ENDS + context, context);
    if (terms === null || !isUnique(text, folded, terms)) continue;
    const written = [terms.prefix, terms.start, terms.end, terms.suffix];
    const isPlain = written.every(
      (term) => term === null || !/\p{Surrogate}/u.test(text.slice(term.start, term.end)),
    );
    return isPlain ? `${address}:~:text=${writeTerms(text, terms)}` : null;
  }
  return null;
}
