import type { Span } from '../../text/offsets.ts';
import { align } from './align.ts';
import {
  getEnds,
  getRivalShare,
  getWordBits,
  LEVELS,
  RULES,
  SIDE_BITS,
  WORD_LIMIT,
  WRITTEN_VERSION,
  type Fingerprint,
} from './fingerprint.ts';
import { findBest, getBest, getLeastCore, isLikely, MARGINS, standsOut, type Margins } from './place.ts';
import { toProbe } from './probe.ts';
import {
  digestPassage,
  digestWords,
  prepareText,
  snap,
  toPassageSpan,
  type PreparedText,
  type Snapped,
} from './prepared-text.ts';

/** What a passage must reach when it is written, so that edits may take some of it away. */
const WRITTEN: Margins = { chance: 36, rival: 36, original: 36, core: MARGINS.core };

/** Words looked at on each side of a place where something was cut out, beyond those of the fingerprint. */
const NEIGHBOURHOOD = 300;

/** The fingerprint of a passage at one level. `rival` and `position` are not known yet. */
function sketch(prepared: PreparedText, passage: Snapped, level: number): Fingerprint {
  const { words } = prepared;
  const { start, end, edgeBefore, edgeAfter } = passage;
  const wordCount = end - start;
  const ends = getEnds(wordCount, level);
  const side = LEVELS[level]?.side ?? 0;
  const width = getWordBits(wordCount);
  const cut = (from: number, to: number, bits: number): number[] =>
    Array.from(words.hashes.subarray(Math.max(0, from), to), (hash) => hash >>> (32 - bits));
  return {
    version: WRITTEN_VERSION,
    textDigest: prepared.digest,
    passageDigest: digestPassage(prepared, toPassageSpan(prepared, passage)),
    wordCount,
    edgeBefore,
    edgeAfter,
    rival: 0,
    level,
    before: cut(start - side, start, SIDE_BITS),
    head: cut(start, start + ends.head, width),
    tail: cut(end - ends.tail, end, width),
    after: cut(end, end + side, SIDE_BITS),
    gapDigest: digestWords(prepared, start + ends.head, end - ends.tail),
    position: null,
  };
}

/** The words of the paragraph, or paragraphs, that a passage stands in. */
function findParagraph({ text, words }: PreparedText, { start, end }: Snapped): [start: number, end: number] {
  const isBreak = (boundary: number): boolean =>
    boundary <= 0 ||
    boundary >= words.count ||
    text.slice(words.ends[boundary - 1], words.starts[boundary]).includes('\n');
  let [first, last] = [start, end];
  while (!isBreak(first)) first -= 1;
  while (!isBreak(last)) last += 1;
  return [first, last];
}

function join(...parts: readonly Uint32Array[]): Uint32Array {
  return Uint32Array.from(parts.flatMap((part) => Array.from(part)));
}

/** The neighbourhood of a passage as it would be without it: its words masked, cut out, with its paragraph cut out. */
function findAbsences(prepared: PreparedText, passage: Snapped, reach: number): Uint32Array[] {
  const { hashes } = prepared.words;
  const { start, end } = passage;
  const [first, last] = findParagraph(prepared, passage);
  const before = (at: number): Uint32Array => hashes.subarray(Math.max(0, at - reach), at);
  const after = (at: number): Uint32Array => hashes.subarray(at, at + reach);
  const masked = hashes.slice(start, end).map((hash) => ~hash);
  return [
    join(before(start), masked, after(end)),
    join(before(start), after(end)),
    join(before(first), after(last)),
  ];
}

/** How a fingerprint does in the text it describes. */
interface Trial {
  readonly fingerprint: Fingerprint;
  /** Whether it leads to its passage and nowhere else. */
  readonly isUnique: boolean;
  /** Whether it would do so after many edits, and would lead nowhere were the passage not there. */
  readonly isSafe: boolean;
}

function tryLevel(prepared: PreparedText, passage: Snapped, level: number): Trial {
  const sketched = sketch(prepared, passage, level);
  const { words, frequencies } = prepared;
  const probe = toProbe(sketched, frequencies);
  const alignment = align(probe, words.hashes);
  const own = findBest(alignment, getLeastCore(probe, MARGINS));
  if (own === null || own.start !== passage.start || own.end !== passage.end) {
    return { fingerprint: sketched, isUnique: false, isSafe: false };
  }
  const rival = findBest(alignment, getLeastCore(probe, MARGINS), [own]);
  const reach = NEIGHBOURHOOD + 2 * getEnds(words.count, level).head + (LEVELS[level]?.side ?? 0);
  const others = findAbsences(prepared, passage, reach).map((hashes) =>
    findBest(align(probe, hashes), getLeastCore(probe, MARGINS)),
  );
  const best = Math.max(0, ...[rival, ...others].map((place) => place?.score ?? 0));
  const steps = 2 ** RULES[WRITTEN_VERSION].rivalBits;
  const rivalSteps = Math.ceil((steps * best) / Math.max(1, getBest(probe)));
  const fingerprint = { ...sketched, rival: Math.min(rivalSteps, steps - 1) };
  const known = { probe, size: words.count, original: getRivalShare(fingerprint) };
  const passes = (margins: Margins): boolean =>
    isLikely(own, known, margins) && standsOut(own, rival, margins);
  return { fingerprint, isUnique: passes(MARGINS), isSafe: passes(WRITTEN) };
}

/**
 * Describes a passage of a text, widened to whole words: as few words of context as make it stand out.
 * Null when it touches no word. Cost: for each level tried, the text's words times the fingerprint's.
 * @throws RangeError when the span leaves the text.
 */
export function describe(source: string | PreparedText, span: Span): Fingerprint | null {
  const prepared = typeof source === 'string' ? prepareText(source) : source;
  if (span.end > prepared.text.length) throw new RangeError(`span ${span.start}-${span.end} leaves the text`);
  const passage = snap(prepared, span);
  if (passage === null || passage.end > WORD_LIMIT) return null;
  let best: Trial | null = null;
  for (let level = 0; level < LEVELS.length; level += 1) {
    const trial = tryLevel(prepared, passage, level);
    if (trial.isSafe) return trial.fingerprint;
    if (best === null || (trial.isUnique && !best.isUnique)) best = trial;
  }
  if (best === null) return null;
  return best.isUnique ? best.fingerprint : { ...best.fingerprint, position: passage.start };
}
