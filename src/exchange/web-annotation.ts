import type { PassageOutcome } from '../anchoring/outcome.ts';
import { findAll, isAround, resolveQuotation } from '../anchoring/quotation.ts';
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
    return resolveQuotation(text, quote, at);
  }
  return position === undefined ? { outcome: 'damaged' } : offerPlace(text, position);
}
