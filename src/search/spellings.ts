import { fold } from '../text/fold.ts';
import { findWords } from '../text/word-table.ts';

/** A word of a text with how it is written. */
export interface CutWord {
  /** In UTF-16 code units of the text, half-open. */
  readonly start: number;
  readonly end: number;
  /** The text between them. */
  readonly published: string;
  /** What its spellings share; never empty. One published character (ﷺ) may be several words. */
  readonly folded: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Spellings folded so far: articles share most of them. Forgotten when there are too many: about 10 MB. */
const FOLDED = new Map<string, string>();
const MOST_FOLDED = 100_000;

function foldSpelling(published: string): string {
  const known = FOLDED.get(published);
  if (known !== undefined) return known;
  if (FOLDED.size >= MOST_FOLDED) FOLDED.clear();
  const { text } = fold(published);
  FOLDED.set(published, text);
  return text;
}

/** The words of a text in order, as `findWords` cuts them, with their spellings. Linear. */
export function cutWords(text: string): CutWord[] {
  const { count, starts, ends } = findWords(text);
  const words: CutWord[] = [];
  for (let first = 0, next = 0; first < count; first = next) {
    const start = starts[first] ?? 0;
    let end = ends[first] ?? 0;
    // Words that share a published character are folded together.
    for (next = first + 1; next < count && (starts[next] ?? 0) < end; next += 1) end = ends[next] ?? end;
    const published = text.slice(start, end);
    const folded = foldSpelling(published);
    if (next === first + 1) {
      words.push({ start, end, published, folded });
      continue;
    }
    const parts = folded.match(WORD) ?? [];
    for (let index = first; index < next; index += 1) {
      const part = { start: starts[index] ?? 0, end: ends[index] ?? 0 };
      words.push({
        ...part,
        published: text.slice(part.start, part.end),
        folded: parts[index - first] ?? '',
      });
    }
  }
  return words;
}

/** What tells spellings apart: how they are published, and which of the words of one character (ﷺ) they are. */
export function toSpellingKey(published: string, folded: string): string {
  return `${published}\n${folded}`;
}
