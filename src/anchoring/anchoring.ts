import { fold } from '../text/fold.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { describe } from './fingerprint/describe.ts';
import type { PreparedText } from './fingerprint/prepared-text.ts';
import { resolve, type Resolution } from './fingerprint/resolve.ts';
import { decode, encode } from './fingerprint/token.ts';
import { keep } from './kept-texts.ts';
import type { PassageOutcome } from './outcome.ts';
import { resolve as resolveSelector, type PassageSelector } from './passage.ts';
import { resolveQuotation } from './quotation.ts';

/** What finds a passage: a token of the second version, or a quotation with offsets of the first. */
export type PassageKey = { readonly token: string } | { readonly selector: PassageSelector };

/** What a quotation is most like in a text where it no longer stands; null when nothing is. */
function findNearest(prepared: PreparedText, quotation: string): Span | null {
  const fingerprint = describe(quotation, toSpan(0, quotation.length));
  if (fingerprint === null) return null;
  const found = resolve(prepared, fingerprint);
  if (found.outcome === 'gone') return found.nearest;
  return 'span' in found ? found.span : (found.candidates[0] ?? null);
}

function fromFingerprint(resolution: Resolution): PassageOutcome {
  switch (resolution.outcome) {
    case 'exact':
    case 'respelled':
    case 'moved':
      return { outcome: resolution.outcome, span: resolution.span };
    case 'edited': {
      const { span, changed, missing } = resolution;
      return { outcome: 'edited', span, changed, missing, old: null };
    }
    case 'ambiguous':
      return { outcome: 'ambiguous', candidates: resolution.candidates };
    case 'gone': {
      const { wordCount, nearest } = resolution;
      return { outcome: 'gone', sought: null, wordCount, nearest };
    }
  }
}

function fromQuotation(text: string, selector: PassageSelector): PassageOutcome {
  const getFolded = () => (keep(text).folded ??= fold(text));
  const resolution = resolveSelector(text, selector, getFolded);
  switch (resolution.outcome) {
    case 'edited': {
      const old = `${selector.head} … ${selector.tail ?? ''}`.trim();
      return { outcome: 'edited', span: resolution.span, changed: [], missing: null, old };
    }
    case 'gone': {
      const { head, tail } = selector;
      // Quoted whole: what is most like it may be the passage itself, edited.
      if (tail === null) return resolveQuotation(text, { exact: head });
      const nearest = findNearest(keep(text).prepared, `${head} ${tail}`);
      return { outcome: 'gone', sought: resolution.sought, wordCount: null, nearest };
    }
    default:
      return resolution;
  }
}

/**
 * Names a passage of a text, widened to whole words: a token of some 20 characters for a link. Null
 * when it touches no word. Cost: linear in the text, some milliseconds for an article.
 * @throws RangeError when the span leaves the text.
 */
export function describePassage(text: string, span: Span): string | null {
  const fingerprint = describe(keep(text).prepared, span);
  return fingerprint === null ? null : encode(fingerprint);
}

/**
 * Finds a passage in a text that may have changed since it was named. Never throws and never guesses.
 * Cost: linear in the text; the text is prepared once for all its passages.
 */
export function resolvePassage(text: string, key: PassageKey): PassageOutcome {
  if ('selector' in key) return fromQuotation(text, key.selector);
  const decoded = decode(key.token);
  return decoded.fingerprint === undefined
    ? { outcome: decoded.problem }
    : fromFingerprint(resolve(keep(text).prepared, decoded.fingerprint));
}
