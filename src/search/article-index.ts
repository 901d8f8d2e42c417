import type { Part } from '../corpus/collection.ts';
import { findSentences } from '../text/sentences.ts';
import { cutWords, toSpellingKey, type CutWord } from './spellings.ts';

/** What search needs of one article, made once. Plain data: it may be sent to and from a worker. */
export interface ArticleIndex {
  readonly article: string;
  /** Where each word starts and ends, in UTF-16 code units of the published text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For each word, its place in {@link published} and {@link folded}. */
  readonly spellings: Uint32Array;
  /** The article's spellings, each once. */
  readonly published: readonly string[];
  readonly folded: readonly string[];
  /** Where each sentence starts and ends; none reaches from one part into another. */
  readonly sentenceStarts: Uint32Array;
  readonly sentenceEnds: Uint32Array;
  /** For each sentence, its first word; one more at the end. A sentence may have no word. */
  readonly firstWords: Uint32Array;
  /** For each sentence, 1 in page furniture, else 0. */
  readonly isFurniture: Uint8Array;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly isFurniture: boolean;
}

/** The parts of a text in order, and between them what belongs to none. Parts may be missing or overlap. */
function findRuns(text: string, parts: readonly Part[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { kind, range } of parts.toSorted((one, other) => one.range.start - other.range.start)) {
    const end = Math.min(range.end, text.length);
    if (range.start > at)
      runs.push({ start: at, end: Math.min(range.start, text.length), isFurniture: false });
    if (end > at) runs.push({ start: Math.max(at, range.start), end, isFurniture: kind === 'furniture' });
    at = Math.max(at, end);
  }
  runs.push({ start: at, end: text.length, isFurniture: false });
  return runs;
}

/** The sentences of each run. */
function findRunSentences(text: string, parts: readonly Part[]): Run[] {
  return findRuns(text, parts).flatMap(({ start, end, isFurniture }) =>
    findSentences(text.slice(start, end)).map((sentence) => ({
      start: start + sentence.start,
      end: start + sentence.end,
      isFurniture,
    })),
  );
}

/** Gives each spelling of an article a number, in the order of the text. */
function numberSpellings(words: readonly CutWord[]) {
  const places = new Map<string, number>();
  const published: string[] = [];
  const folded: string[] = [];
  const spellings = new Uint32Array(words.length);
  words.forEach((word, index) => {
    const key = toSpellingKey(word.published, word.folded);
    let place = places.get(key);
    if (place === undefined) {
      place = published.length;
      places.set(key, place);
      published.push(word.published);
      folded.push(word.folded);
    }
    spellings[index] = place;
  });
  return { spellings, published, folded };
}

/** Puts numbers read off items into an array. `Uint32Array.from` does the same several times slower. */
function toNumbers<T>(items: readonly T[], read: (item: T) => number): Uint32Array {
  const numbers = new Uint32Array(items.length);
  items.forEach((item, index) => {
    numbers[index] = read(item);
  });
  return numbers;
}

/** Where sentences end and which words they have. A word that a part tears in two is wholly of its first. */
function assignWords(sentences: readonly Run[], words: readonly CutWord[]) {
  const firstWords = new Uint32Array(sentences.length + 1).fill(words.length);
  const sentenceEnds = new Uint32Array(sentences.length);
  let word = 0;
  sentences.forEach(({ end }, index) => {
    firstWords[index] = word;
    const next = sentences[index + 1]?.start ?? Infinity;
    while ((words[word]?.start ?? Infinity) < next) word += 1;
    sentenceEnds[index] = Math.max(end, word > (firstWords[index] ?? 0) ? (words[word - 1]?.end ?? 0) : 0);
  });
  return { firstWords, sentenceEnds };
}

/**
 * Reads an article for search. A word belongs to the sentence it starts in; what no part covers counts as
 * part of the article. Linear in the text.
 * @param parts the article's parts, of which only the ranges and which are furniture matter
 */
export function indexArticle(article: string, text: string, parts: readonly Part[]): ArticleIndex {
  const words = cutWords(text);
  const sentences = findRunSentences(text, parts);
  return {
    article,
    starts: toNumbers(words, ({ start }) => start),
    ends: toNumbers(words, ({ end }) => end),
    ...numberSpellings(words),
    sentenceStarts: toNumbers(sentences, ({ start }) => start),
    ...assignWords(sentences, words),
    isFurniture: Uint8Array.from(sentences, (sentence) => Number(sentence.isFurniture)),
  };
}
