import { fold, type FoldedText } from '../text/fold.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { describe } from './fingerprint/describe.ts';
import { prepareText, type PreparedText } from './fingerprint/prepared-text.ts';
import { resolve, type Resolution } from './fingerprint/resolve.ts';
import { decode, encode } from './fingerprint/token.ts';
import { resolve as resolveSelector, type PassageSelector } from './passage.ts';

/** What finds a passage: a token of the second version, or a quotation with offsets of the first. */
export type PassageKey = { readonly token: string } | { readonly selector: PassageSelector };

/** What became of a passage in the text as it is now; `exact` says nothing to the reader, all others are told. */
export type PassageOutcome =
  | { readonly outcome: 'exact' | 'respelled' | 'moved'; readonly span: Span }
  | {
      readonly outcome: 'edited';
      readonly span: Span;
      /** Words that are new or other than they were; empty where it is not known which. */
      readonly changed: readonly Span[];
      /** How many of the words it had are not there any more; null where that is not known. */
      readonly missing: number | null;
      /** The wording it had, as far as it was kept; null where it was not. */
      readonly old: string | null;
    }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly Span[] }
  | {
      readonly outcome: 'gone';
      /** The wording looked for; null where only its fingerprint is known. */
      readonly sought: string | null;
      /** How many words it had; null where that is not known. */
      readonly wordCount: number | null;
      /** The sentence most like it or like what stood around it; never the passage. Null when nothing is. */
      readonly nearest: Span | null;
    }
  /** What should have found it was cut short or mistyped. */
  | { readonly outcome: 'damaged' }
  /** It was written by a later version, which this one cannot read. */
  | { readonly outcome: 'later-version' };

/** Texts kept prepared; an event of more sources prepares some of them again. */
const KEPT = 64;

interface Kept {
  readonly prepared: PreparedText;
  folded: FoldedText | null;
}

/** The texts looked at last, in that order, so that a link of many passages costs each text once. */
const kept = new Map<string, Kept>();

function keep(text: string): Kept {
  const found = kept.get(text) ?? { prepared: prepareText(text), folded: null };
  kept.delete(text);
  kept.set(text, found);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
}

/** A text with what finding a passage in it needs; kept, so that many passages cost it once. */
export function prepare(text: string): PreparedText {
  return keep(text).prepared;
}

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
      const nearest = findNearest(keep(text).prepared, `${selector.head} ${selector.tail ?? ''}`);
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
