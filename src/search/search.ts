import { toSpan, type Span } from '../text/offsets.ts';
import { getGrade, GRADES, matchWord, type Grade } from './match-words.ts';
import type { Query, QueryTerm } from './query.ts';
import type { SearchIndex } from './search-index.ts';

/** A word of an article that answers a word of the query. */
export interface Match extends Span {
  readonly grade: Grade;
}

/** A sentence in which everything looked for was found. */
export interface Hit {
  /** In the article's published text, as all spans here. */
  readonly sentence: Span;
  /** Every word of it that answers, in order; at least one. */
  readonly matches: readonly Match[];
  /** The grade of the term that is answered worst, by its best word. */
  readonly grade: Grade;
  /** Whether it stands in page furniture. */
  readonly isFurniture: boolean;
}

/** What one article answers. */
export interface ArticleHits {
  readonly article: string;
  /** How many hits it has, and how many words answer in them, also in those not listed. At least one. */
  readonly count: number;
  readonly words: number;
  /** The best first, those of one grade in the order of the text. Fewer than {@link count} when limited. */
  readonly hits: readonly Hit[];
}

/** What was found. Plain data. */
export interface SearchResult {
  /** Articles with a hit, in the order of the index. */
  readonly articles: readonly ArticleHits[];
  /** Hits and answering words of all articles. */
  readonly count: number;
  readonly words: number;
  /** Hits that page furniture would add; 0 when it is searched. */
  readonly furnitureCount: number;
}

/** How to search. */
export interface SearchOptions {
  /** Whether page furniture is searched too. False unless given. */
  readonly withFurniture?: boolean;
  /** Only these articles; all unless given. */
  readonly articles?: readonly string[];
  /** How many hits to list at most, over all articles the best first; {@link MAX_HITS} unless given. */
  readonly limit?: number;
}

/** Enough for every hit of a handful of articles; listing costs about 2 µs each, and sending them as much again. */
export const MAX_HITS = 1_000;

/** A query being answered: by word and by sentence of the index. */
interface Answer {
  readonly index: SearchIndex;
  /** For each word the best grade by which it answers a term; 0 for none. */
  readonly words: Uint8Array;
  /** For each sentence how many terms it has answered, one after the other. */
  readonly reached: Uint8Array;
  /** For each sentence the grade of the term it answers worst. */
  readonly grades: Uint8Array;
}

/** Takes a word as an answer to term number `term`; in order of grades, so that the first is the best. */
function takeWord(answer: Answer, word: number, [term, grade]: readonly [number, number]): void {
  const { index, words, reached, grades } = answer;
  const sentence = index.sentences[word] ?? 0;
  const before = reached[sentence] ?? 0;
  if (before < term) return;
  if (before === term) {
    reached[sentence] = term + 1;
    grades[sentence] = Math.max(grades[sentence] ?? 0, grade);
  }
  const known = words[word] ?? 0;
  if (known === 0 || grade < known) words[word] = grade;
}

/** Answers a term of one word. */
function answerWord(answer: Answer, { words: [word], isPhrase }: QueryTerm, term: number): void {
  const { index } = answer;
  if (word === undefined) return;
  const found = Array.from(matchWord(index, word, isPhrase)).toSorted(([, one], [, other]) => one - other);
  for (const [spelling, grade] of found) {
    const end = index.firstPostings[spelling + 1] ?? 0;
    for (let at = index.firstPostings[spelling] ?? 0; at < end; at += 1) {
      takeWord(answer, index.postings[at] ?? 0, [term, grade]);
    }
  }
}

/** How often a set of spellings occurs. */
function countPostings({ firstPostings }: SearchIndex, spellings: ReadonlyMap<number, number>): number {
  let count = 0;
  for (const spelling of spellings.keys()) {
    count += (firstPostings[spelling + 1] ?? 0) - (firstPostings[spelling] ?? 0);
  }
  return count;
}

/** Where a phrase stands: from its rarest word the others are looked at beside it. First words and worst grades. */
function findPhrases(index: SearchIndex, phrase: QueryTerm): (readonly [first: number, grade: number])[] {
  const found = phrase.words.map((word) => matchWord(index, word, true));
  const counts = found.map((spellings) => countPostings(index, spellings));
  const pivot = counts.indexOf(Math.min(...counts));
  const places: (readonly [number, number])[] = [];
  for (const spelling of found[pivot]?.keys() ?? []) {
    const end = index.firstPostings[spelling + 1] ?? 0;
    for (let at = index.firstPostings[spelling] ?? 0; at < end; at += 1) {
      const word = index.postings[at] ?? 0;
      const first = word - pivot;
      const sentence = index.sentences[word];
      const grades = found.map((spellings, offset) =>
        index.sentences[first + offset] === sentence
          ? (spellings.get(index.spellings[first + offset] ?? 0) ?? 0)
          : 0,
      );
      if (!grades.includes(0)) places.push([first, Math.max(...grades)]);
    }
  }
  return places.toSorted(([, one], [, other]) => one - other);
}

function answerPhrase(answer: Answer, phrase: QueryTerm, term: number): void {
  for (const [first, grade] of findPhrases(answer.index, phrase)) {
    phrase.words.forEach((_, offset) => takeWord(answer, first + offset, [term, grade]));
  }
}

/** The place of the article that sentence number `sentence` belongs to, at or after `from`. */
function findArticle({ firstSentences }: SearchIndex, sentence: number, from: number): number {
  let article = from;
  while ((firstSentences[article + 1] ?? Infinity) <= sentence) article += 1;
  return article;
}

/** Lists one sentence as a hit of the article at place `article`. */
function toHit({ index, words, grades }: Answer, article: number, sentence: number): Hit {
  const own = index.articles[article];
  if (own === undefined) throw new RangeError(`no article at ${article}`);
  const at = sentence - (index.firstSentences[article] ?? 0);
  const firstWord = index.firstWords[article] ?? 0;
  const matches: Match[] = [];
  for (let word = own.firstWords[at] ?? 0; word < (own.firstWords[at + 1] ?? 0); word += 1) {
    const grade = words[firstWord + word] ?? 0;
    if (grade === 0) continue;
    matches.push({ ...toSpan(own.starts[word] ?? 0, own.ends[word] ?? 0), grade: getGrade(grade) });
  }
  return {
    sentence: toSpan(own.sentenceStarts[at] ?? 0, own.sentenceEnds[at] ?? 0),
    matches,
    grade: getGrade(grades[sentence] ?? 0),
    isFurniture: own.isFurniture[at] === 1,
  };
}

/** How many words of a sentence answer. */
function countWords({ index, words }: Answer, article: number, sentence: number): number {
  const own = (index.articles[article]?.firstWords ?? []) as Uint32Array;
  const at = sentence - (index.firstSentences[article] ?? 0);
  const firstWord = index.firstWords[article] ?? 0;
  let count = 0;
  for (let word = own[at] ?? 0; word < (own[at + 1] ?? 0); word += 1) {
    if (words[firstWord + word] !== 0) count += 1;
  }
  return count;
}

/** Counts hits by article, and lists the numbers of their sentences by grade. */
function gather(answer: Answer, terms: number, { withFurniture = false, articles }: SearchOptions) {
  const { index, reached, grades } = answer;
  const wanted = articles === undefined ? null : new Set(articles);
  const counts = index.articles.map(() => ({ count: 0, words: 0 }));
  const byGrade: (readonly [article: number, sentence: number])[][] = GRADES.map(() => []);
  let furnitureCount = 0;
  let article = 0;
  for (let sentence = 0; sentence < reached.length; sentence += 1) {
    if (reached[sentence] !== terms) continue;
    article = findArticle(index, sentence, article);
    if (wanted !== null && !wanted.has(index.articles[article]?.article ?? '')) continue;
    if (!withFurniture && index.isFurniture[sentence] === 1) {
      furnitureCount += 1;
      continue;
    }
    const counted = counts[article];
    if (counted === undefined) continue;
    counted.count += 1;
    counted.words += countWords(answer, article, sentence);
    byGrade[(grades[sentence] ?? 1) - 1]?.push([article, sentence]);
  }
  return { counts, byGrade, furnitureCount };
}

/**
 * The sentences of the open articles that answer every term of a query, by article. A query without terms
 * finds nothing. Cost: linear in the words that answer, plus a sweep over one byte for each sentence.
 */
export function search(index: SearchIndex, query: Query, options: SearchOptions = {}): SearchResult {
  const answer: Answer = {
    index,
    words: new Uint8Array(index.sentences.length),
    reached: new Uint8Array(index.isFurniture.length),
    grades: new Uint8Array(index.isFurniture.length),
  };
  const { terms } = query;
  if (terms.length === 0) return { articles: [], count: 0, words: 0, furnitureCount: 0 };
  terms.forEach((term, number) => {
    if (term.words.length === 1) answerWord(answer, term, number);
    else answerPhrase(answer, term, number);
  });
  const { counts, byGrade, furnitureCount } = gather(answer, terms.length, options);
  const hits: Hit[][] = counts.map(() => []);
  for (const [article, sentence] of byGrade.flat().slice(0, options.limit ?? MAX_HITS)) {
    hits[article]?.push(toHit(answer, article, sentence));
  }
  const articles = counts.flatMap(({ count, words }, place) => {
    const article = index.articles[place]?.article ?? '';
    return count === 0 ? [] : [{ article, count, words, hits: hits[place] ?? [] }];
  });
  return {
    articles,
    count: articles.reduce((sum, { count }) => sum + count, 0),
    words: articles.reduce((sum, { words }) => sum + words, 0),
    furnitureCount,
  };
}
