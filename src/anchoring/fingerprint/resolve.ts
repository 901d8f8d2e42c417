import type { Span } from '../../text/offsets.ts';
import { toSpan } from '../../text/offsets.ts';
import { findSentences } from '../../text/sentences.ts';
import { align, type Alignment } from './align.ts';
import { compareWords, type Difference } from './compare.ts';
import { BIT } from './costs.ts';
import { getRivalShare, type Fingerprint } from './fingerprint.ts';
import {
  findBest,
  getBest,
  getLeastCore,
  isLikely,
  MARGINS,
  standsOut,
  type Place,
  type Surroundings,
} from './place.ts';
import { toProbe, type Probe } from './probe.ts';
import { digestPassage, prepareText, toPassageSpan, type PreparedText } from './prepared-text.ts';

/** On what an outcome rests; scores in bits: each bit doubles the odds. */
export interface Evidence {
  /** Whether the whole text is the one that the passage was described in, by its digest. */
  readonly isTextUnchanged: boolean;
  /** What the best place scored, and the most it could have. */
  readonly score: number;
  readonly bestScore: number;
  /** What the next best place scored; null when there is none. */
  readonly rivalScore: number | null;
}

/** What became of a passage, in the words of the first version (`passage.ts`), with the evidence. */
export type Resolution = { readonly evidence: Evidence } & (
  | { readonly outcome: 'exact'; readonly span: Span }
  | { readonly outcome: 'respelled'; readonly span: Span }
  | { readonly outcome: 'moved'; readonly span: Span }
  | {
      readonly outcome: 'edited';
      readonly span: Span;
      /** Words that were not the passage's, or other words at their place; not all, where the passage is long. */
      readonly changed: readonly Span[];
      /** How many of its known words are not there any more. */
      readonly missing: number;
    }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly Span[] }
  | {
      readonly outcome: 'gone';
      /** How many words were looked for: a link does not know which. */
      readonly wordCount: number;
      /** The sentence that is most like it or like what stood around it; never the passage. Null when nothing is. */
      readonly nearest: Span | null;
    }
);

/** More candidates than a reader would look through are not worth listing. */
const CANDIDATE_LIMIT = 9;

function toSpanOf(prepared: PreparedText, fingerprint: Fingerprint, { start, end }: Place): Span {
  const { edgeBefore, edgeAfter } = fingerprint;
  return toPassageSpan(prepared, { start, end, edgeBefore, edgeAfter });
}

function isUntouched({ changed, missing, isGapChanged }: Difference): boolean {
  return changed.length === 0 && missing === 0 && !isGapChanged;
}

/** Says what became of the passage at the place where it was found. */
function judge(
  prepared: PreparedText,
  fingerprint: Fingerprint,
  place: Place,
  evidence: Evidence,
): Resolution {
  const span = toSpanOf(prepared, fingerprint, place);
  const difference = compareWords(prepared, fingerprint, place);
  if (!isUntouched(difference)) {
    const { starts, ends } = prepared.words;
    const changed = difference.changed.map((word) => toSpan(starts[word] ?? 0, ends[word] ?? 0));
    return { outcome: 'edited', span, changed, missing: difference.missing, evidence };
  }
  if (digestPassage(prepared, span) !== fingerprint.passageDigest) {
    return { outcome: 'respelled', span, evidence };
  }
  const hadContext = fingerprint.before.length + fingerprint.after.length > 0;
  const isMoved = hadContext && place.before <= 0 && place.after <= 0;
  return { outcome: isMoved ? 'moved' : 'exact', span, evidence };
}

/** The passage in the very text it was described in; null when the text is another, whatever its digest. */
function findUnchanged(prepared: PreparedText, fingerprint: Fingerprint, best: Place | null): Place | null {
  const { position, wordCount } = fingerprint;
  if (prepared.digest !== fingerprint.textDigest) return null;
  const place =
    position === null
      ? best
      : { start: position, end: position + wordCount, score: 0, before: 0, core: 0, after: 0 };
  if (place === null || place.end > prepared.words.count || place.end - place.start !== wordCount)
    return null;
  const isSame = isUntouched(compareWords(prepared, fingerprint, place));
  const span = toSpanOf(prepared, fingerprint, place);
  return isSame && digestPassage(prepared, span) === fingerprint.passageDigest ? place : null;
}

/** Every place that is likely and no worse than the best by a margin; at most {@link CANDIDATE_LIMIT}, in text order. */
function findCandidates(alignment: Alignment, best: Place, surroundings: Surroundings): Place[] {
  const places = [best];
  while (places.length < CANDIDATE_LIMIT) {
    const next = findBest(alignment, getLeastCore(surroundings.probe, MARGINS), places);
    if (next === null || standsOut(best, next, MARGINS) || !isLikely(next, surroundings, MARGINS)) break;
    places.push(next);
  }
  return places.toSorted((one, other) => one.start - other.start);
}

/** The sentence of the place that fits best, however badly; null when none fits better than any words would. */
function findNearest({ text, words }: PreparedText, alignment: Alignment): Span | null {
  const place = findBest(alignment, -Infinity);
  if (place === null || place.score <= 0) return null;
  const at = words.starts[place.start] ?? 0;
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const paragraph = text.slice(start, end < 0 ? text.length : end);
  const sentence = findSentences(paragraph).find((one) => start + one.end > at);
  return sentence === undefined ? null : toSpan(start + sentence.start, start + sentence.end);
}

function toEvidence(probe: Probe, best: Place | null, rival: Place | null, isSame: boolean): Evidence {
  return {
    isTextUnchanged: isSame,
    score: (best?.score ?? 0) / BIT,
    bestScore: getBest(probe) / BIT,
    rivalScore: rival === null ? null : rival.score / BIT,
  };
}

/**
 * Finds a described passage in a text that may have changed since. Never throws and never guesses.
 * Links of the first version have no fingerprint: `resolve` of `passage.ts` keeps reading those.
 * Cost: the text's words times the fingerprint's, at most 76; 60 ms for a million characters.
 */
export function resolve(source: string | PreparedText, fingerprint: Fingerprint): Resolution {
  const prepared = typeof source === 'string' ? prepareText(source) : source;
  const { words, frequencies } = prepared;
  const probe = toProbe(fingerprint, frequencies);
  const alignment = align(probe, words.hashes);
  const leastCore = getLeastCore(probe, MARGINS);
  const best = findBest(alignment, leastCore);
  const rival = best === null ? null : findBest(alignment, leastCore, [best]);
  const unchanged = findUnchanged(prepared, fingerprint, best);
  const evidence = toEvidence(probe, best, rival, unchanged !== null);
  if (unchanged !== null) {
    return { outcome: 'exact', span: toSpanOf(prepared, fingerprint, unchanged), evidence };
  }
  const gone = (): Resolution => ({
    outcome: 'gone',
    wordCount: fingerprint.wordCount,
    nearest: findNearest(prepared, alignment),
    evidence,
  });
  const surroundings = { probe, size: words.count, original: getRivalShare(fingerprint) };
  if (best === null || !isLikely(best, surroundings, MARGINS)) return gone();
  if (standsOut(best, rival, MARGINS)) return judge(prepared, fingerprint, best, evidence);
  const candidates = findCandidates(alignment, best, surroundings);
  if (candidates.length === 1) return gone();
  return {
    outcome: 'ambiguous',
    candidates: candidates.map((place) => toSpanOf(prepared, fingerprint, place)),
    evidence,
  };
}
