import { mixHash } from '../../text/word-table.ts';
import { digest } from '../passage.ts';
import { BitReader, BitWriter, toCharacter } from './bits.ts';
import {
  EDGE_LIMIT,
  GAP_DIGEST_BITS,
  getEnds,
  getGap,
  getWordBits,
  LEVELS,
  PASSAGE_DIGEST_BITS,
  RULES,
  SIDE_BITS,
  TEXT_DIGEST_BITS,
  WORD_LIMIT,
  type Fingerprint,
  type Version,
} from './fingerprint.ts';

/** Why a token could not be read. `damaged`: cut short or mistyped. */
export type TokenProblem = 'damaged' | 'later-version';

/** What a token turned out to be. */
export type Decoded =
  | { readonly fingerprint: Fingerprint; readonly problem?: never }
  | { readonly fingerprint?: never; readonly problem: TokenProblem };

/** Versions 0 and 1 are read; 2 and 3 are for those to come. */
const VERSION_BITS = 2;
const LEVEL_BITS = 3;
/** Holds 0 to the most words of context of any level. */
const SIDE_COUNT_BITS = 5;
/** Longer than any token: 60 words of context and 16 of the passage are some 80 characters. In characters. */
const TOKEN_LIMIT = 128;

/** One character that all others determine: a token that lost its end, or a letter, is known as damaged. */
function computeCheck(packed: string): string {
  return toCharacter(mixHash(digest(packed)) >>> 26);
}

/** A number from 0 to {@link EDGE_LIMIT}, mostly 0 or 1, as that many ones and a zero. */
function writeEdge(bits: BitWriter, count: number): void {
  for (let one = 0; one < count; one += 1) bits.write(1, 1);
  if (count < EDGE_LIMIT) bits.write(0, 1);
}

function readEdge(bits: BitReader): number {
  let count = 0;
  while (count < EDGE_LIMIT && bits.read(1) === 1) count += 1;
  return count;
}

/**
 * Packs a fingerprint into base64url, some 20 characters; {@link decode} is the inverse.
 * The fields in their order, widths in bits: version 2, level 3, text digest 12, passage digest 6,
 * word count (Elias gamma), edges (unary), rival 4 or, from version 1 on, 5,
 * position (1, then Elias gamma of it plus 1), whether the context is cut short 1 (then its word counts
 * 5 each), words of before, head, tail and after, gap digest 6 if there is a gap; then zeros to a whole
 * character, and a check character.
 */
export function encode(fingerprint: Fingerprint): string {
  const { version, level, before, head, tail, after, wordCount, position } = fingerprint;
  const side = LEVELS[level]?.side ?? 0;
  const bits = new BitWriter();
  bits.write(version, VERSION_BITS);
  bits.write(level, LEVEL_BITS);
  bits.write(fingerprint.textDigest, TEXT_DIGEST_BITS);
  bits.write(fingerprint.passageDigest, PASSAGE_DIGEST_BITS);
  bits.writeCount(wordCount);
  writeEdge(bits, fingerprint.edgeBefore);
  writeEdge(bits, fingerprint.edgeAfter);
  bits.write(fingerprint.rival, RULES[version].rivalBits);
  bits.write(position === null ? 0 : 1, 1);
  if (position !== null) bits.writeCount(position + 1);
  const isCut = before.length < side || after.length < side;
  bits.write(isCut ? 1 : 0, 1);
  if (isCut) {
    bits.write(before.length, SIDE_COUNT_BITS);
    bits.write(after.length, SIDE_COUNT_BITS);
  }
  const wordBits = getWordBits(wordCount);
  for (const word of before) bits.write(word, SIDE_BITS);
  for (const word of [...head, ...tail]) bits.write(word, wordBits);
  for (const word of after) bits.write(word, SIDE_BITS);
  if (getGap(fingerprint) > 0) bits.write(fingerprint.gapDigest, GAP_DIGEST_BITS);
  const packed = bits.toText();
  return packed + computeCheck(packed);
}

function readWords(bits: BitReader, count: number, width: number): number[] {
  return Array.from({ length: count }, () => bits.read(width));
}

/** Reads the fields after the version. What is beyond the end reads as zeros; the caller compares. */
function readFields(bits: BitReader, version: Version): Fingerprint {
  const level = bits.read(LEVEL_BITS);
  const textDigest = bits.read(TEXT_DIGEST_BITS);
  const passageDigest = bits.read(PASSAGE_DIGEST_BITS);
  const wordCount = bits.readCount(WORD_LIMIT);
  const edgeBefore = readEdge(bits);
  const edgeAfter = readEdge(bits);
  const rival = bits.read(RULES[version].rivalBits);
  const position = bits.read(1) === 1 ? bits.readCount(WORD_LIMIT) - 1 : null;
  const side = LEVELS[level]?.side ?? 0;
  const isCut = bits.read(1) === 1;
  const beforeCount = isCut ? Math.min(bits.read(SIDE_COUNT_BITS), side) : side;
  const afterCount = isCut ? Math.min(bits.read(SIDE_COUNT_BITS), side) : side;
  const wordBits = getWordBits(wordCount);
  const ends = getEnds(wordCount, level);
  const before = readWords(bits, beforeCount, SIDE_BITS);
  const head = readWords(bits, ends.head, wordBits);
  const tail = readWords(bits, ends.tail, wordBits);
  const after = readWords(bits, afterCount, SIDE_BITS);
  const hasGap = wordCount > ends.head + ends.tail;
  const gapDigest = hasGap ? bits.read(GAP_DIGEST_BITS) : 0;
  return {
    version,
    textDigest,
    passageDigest,
    wordCount,
    edgeBefore,
    edgeAfter,
    rival,
    level,
    before,
    head,
    tail,
    after,
    gapDigest,
    position,
  };
}

/** Reads a token, whatever it holds. Never throws; work is bounded by the longest token. */
export function decode(token: string): Decoded {
  const packed = token.slice(0, -1);
  if (token.length < 2 || token.length > TOKEN_LIMIT || computeCheck(packed) !== token.at(-1)) {
    return { problem: 'damaged' };
  }
  const bits = new BitReader(packed);
  const version = bits.read(VERSION_BITS);
  if (version !== 0 && version !== 1) return { problem: 'later-version' };
  const fingerprint = readFields(bits, version);
  return !bits.isOverrun && encode(fingerprint) === token ? { fingerprint } : { problem: 'damaged' };
}
