import { foldCharacter } from './fold.ts';

/**
 * The words of a text in order, as parallel arrays, so that a text of a million characters is cut
 * into words in some hundredths of a second. A word is `[\p{L}\p{N}][\p{L}\p{M}\p{N}]*` of the
 * *folded* text (`fold.ts`): spelling changes neither where words are cut nor their hashes.
 */
export interface WordTable {
  /** How many words there are; the arrays are just as long. */
  readonly count: number;
  /** Where each word starts, in UTF-16 code units of the text as published. Never falls. */
  readonly starts: Uint32Array;
  /** Where each word ends, marks on its last letter included. One character (ﷺ) may be several words. */
  readonly ends: Uint32Array;
  /** {@link hashWord} of each word. */
  readonly hashes: Uint32Array;
}

/** What a UTF-16 code unit is to a word; kept in the high half of a table entry, the folded unit in the low one. */
const LETTER = 1;
/** A mark that folding keeps: it continues a word and begins none. */
const MARK = 2;
const SEPARATOR = 3;
/** Folded away, and part of the letter before it: harakat, tatweel. */
const DROPPED_MARK = 4;
/** Folded away, and part of nothing: zero-width and bidirectional characters. */
const INVISIBLE = 5;
/** Becomes several units, or is half of a character: looked at one by one. */
const COMPLEX = 6;

const IS_LETTER = /^[\p{L}\p{N}]$/u;
const IS_MARK = /^\p{M}$/u;
const IS_ATTACHED = /^[\p{M}\u0640]$/u;

/** Entries of the code units met so far; 0 stands for "not met". Filled as texts need it: 256 kB. */
const ENTRIES = new Uint32Array(0x10000);

function classify(character: string): number {
  if (IS_LETTER.test(character)) return LETTER;
  return IS_MARK.test(character) ? MARK : SEPARATOR;
}

function computeEntry(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return COMPLEX << 16;
  const character = String.fromCharCode(unit);
  const folded = foldCharacter(character);
  if (folded === '') return (IS_ATTACHED.test(character) ? DROPPED_MARK : INVISIBLE) << 16;
  if (folded.length > 1) return COMPLEX << 16;
  return (classify(folded) << 16) | folded.charCodeAt(0);
}

/** FNV-1a's start and factor, 32 bits. */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/** Spreads what the last letters changed over all bits (MurmurHash3's finalizer), so that the high bits alone may serve. */
export function mixHash(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 32 well-mixed bits of a folded word: FNV-1a over UTF-16 code units, then {@link mixHash}. Frozen: links carry parts of it. */
export function hashWord(folded: string): number {
  let hash = HASH_START;
  for (let index = 0; index < folded.length; index += 1) {
    hash = Math.imul(hash ^ folded.charCodeAt(index), HASH_FACTOR);
  }
  return mixHash(hash);
}

/** Collects words while a text is read from start to end. */
class WordCollector {
  private starts: Uint32Array;
  private ends: Uint32Array;
  private hashes: Uint32Array;
  private count = 0;
  private isOpen = false;
  private hash = 0;

  /** @param capacity how many words are expected; more are taken in too */
  constructor(capacity: number) {
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.hashes = new Uint32Array(capacity);
  }

  /** Takes a letter (`kind` {@link LETTER}) or mark of the published range `[start, end)`. */
  add(unit: number, start: number, end: number, kind: number): void {
    if (!this.isOpen) {
      if (kind !== LETTER) return;
      if (this.count === this.starts.length) this.grow();
      this.isOpen = true;
      this.hash = HASH_START;
      this.starts[this.count] = start;
    }
    this.hash = Math.imul(this.hash ^ unit, HASH_FACTOR);
    this.ends[this.count] = end;
  }

  /** Lets the open word, if any, reach to `end`. */
  extend(end: number): void {
    if (this.isOpen) this.ends[this.count] = end;
  }

  /** Ends the open word, if any. */
  close(): void {
    if (!this.isOpen) return;
    this.hashes[this.count] = mixHash(this.hash);
    this.count += 1;
    this.isOpen = false;
  }

  /** Takes the folded form of one published character that is not one unit. */
  addComplex(folded: string, start: number, end: number): void {
    for (const character of folded) {
      const kind = classify(character);
      if (kind === SEPARATOR) this.close();
      else
        for (let unit = 0; unit < character.length; unit += 1)
          this.add(character.charCodeAt(unit), start, end, kind);
    }
  }

  finish(): WordTable {
    this.close();
    const { count } = this;
    return {
      count,
      starts: this.starts.slice(0, count),
      ends: this.ends.slice(0, count),
      hashes: this.hashes.slice(0, count),
    };
  }

  private grow(): void {
    const double = (old: Uint32Array): Uint32Array => {
      const next = new Uint32Array(old.length * 2);
      next.set(old);
      return next;
    };
    this.starts = double(this.starts);
    this.ends = double(this.ends);
    this.hashes = double(this.hashes);
  }
}

/** Cuts a text into words. Linear: about 20 ms for a million characters. Any string is a text. */
export function findWords(text: string): WordTable {
  const words = new WordCollector((text.length >> 2) + 16);
  let end = 0;
  for (let at = 0; at < text.length; at = end) {
    end = at + 1;
    const unit = text.charCodeAt(at);
    const entry = ENTRIES[unit] || (ENTRIES[unit] = computeEntry(unit));
    const kind = entry >>> 16;
    if (kind === LETTER || kind === MARK) words.add(entry & 0xffff, at, end, kind);
    else if (kind === SEPARATOR) words.close();
    else if (kind === DROPPED_MARK) words.extend(end);
    else if (kind === COMPLEX) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      end = at + character.length;
      words.addComplex(foldCharacter(character), at, end);
    }
  }
  return words.finish();
}

/** The index of the first word that ends after `offset`; the number of words when there is none. Logarithmic. */
export function findWordAt({ ends, count }: WordTable, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
