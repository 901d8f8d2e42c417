import { toSpan, type Span } from '../text/offsets.ts';
import { findJoined, findParted } from './joined-words.ts';
import { BEGINNING, getGrade, GRADES, JOINED, matchWord, type Grade } from './match-words.ts';
import type { Query, QueryTerm, QueryWord } from './query.ts';
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

/** Enough for every sentence of a handful of articles. Listing and sending hits is most of what a search costs. */
export const MAX_HITS = 500;

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

/** Which term words answer, and how well. */
interface Taking {
  /** Its place in the query. */
  readonly term: number;
  /** A place in `GRADES`. */
  readonly grade: number;
}

/** Takes words as answers; called in order of grades, so that the first is the best. */
function takeWords(answer: Answer, taken: Uint32Array, { term, grade }: Taking): void {
  const { words, reached, grades } = answer;
  const { sentences } = answer.index;
  for (let at = 0; at < taken.length; at += 1) {
    const word = taken[at] ?? 0;
    const sentence = sentences[word] ?? 0;
    if (reached[sentence] === term) {
      reached[sentence] = term + 1;
      if (grade > (grades[sentence] ?? 0)) grades[sentence] = grade;
    }
    const known = words[word] ?? 0;
    if (known === 0 || grade < known) words[word] = grade;
  }
}

/** The words of one spelling, in order. */
function getPostings({ postings, firstPostings }: SearchIndex, spelling: number): Uint32Array {
  return postings.subarray(firstPostings[spelling] ?? 0, firstPostings[spelling + 1] ?? 0);
}

/** The one word of a term; null where it has several, or is none. */
function getOnlyWord(term: QueryTerm | undefined): QueryWord | null {
  return term?.words.length === 1 ? (term.words[0] ?? null) : null;
}

/** The words that are written as one and answer the word at a place of the query with its neighbour. */
function findJoinedAt(index: SearchIndex, terms: readonly QueryTerm[], place: number): Uint32Array[] {
  const [before, word, after] = [-1, 0, 1].map((by) => getOnlyWord(terms[place + by]));
  if (word == null) return [];
  return [
    ...(before == null ? [] : [findJoined(index, before, word)]),
    ...(after == null ? [] : [findJoined(index, word, after)]),
  ];
}

/** Answers a term of one word. */
function answerWord(answer: Answer, terms: readonly QueryTerm[], term: number): void {
  const { index } = answer;
  const word = getOnlyWord(terms[term]);
  if (word === null) return;
  const spellings = Array.from(matchWord(index, word, terms[term]?.isPhrase ?? false));
  const take = (isBeginning: boolean) => {
    for (const [spelling, grade] of spellings) {
      if ((grade === BEGINNING) === isBeginning)
        takeWords(answer, getPostings(index, spelling), { term, grade });
    }
  };
  take(false);
  for (const words of [findParted(index, word), ...findJoinedAt(index, terms, term)]) {
    takeWords(answer, words, { term, grade: JOINED });
  }
  take(true);
}

/** How often a set of spellings occurs. */
function countPostings({ firstPostings }: SearchIndex, spellings: ReadonlyMap<number, number>): number {
  let count = 0;
  for (const spelling of spellings.keys()) {
    count += (firstPostings[spelling + 1] ?? 0) - (firstPostings[spelling] ?? 0);
  }
  return count;
}

/** The grade of the worst word of a phrase that would begin at `first`; 0 where it does not stand there. */
function gradePhrase(
  index: SearchIndex,
  first: number,
  found: readonly ReadonlyMap<number, number>[],
): number {
  const sentence = index.sentences[first];
  let worst = 0;
  for (let offset = 0; offset < found.length; offset += 1) {
    const word = first + offset;
    const grade = found[offset]?.get(index.spellings[word] ?? -1) ?? 0;
    if (grade === 0 || index.sentences[word] !== sentence) return 0;
    if (grade > worst) worst = grade;
  }
  return worst;
}

/** Answers words side by side: from the rarest of them the others are looked at. */
function answerPhrase(answer: Answer, phrase: QueryTerm, term: number): void {
  const { index } = answer;
  const found = phrase.words.map((word) => matchWord(index, word, true));
  const counts = found.map((spellings) => countPostings(index, spellings));
  const pivot = counts.indexOf(Math.min(...counts));
  const byGrade: number[][] = GRADES.map(() => []);
  for (const spelling of found[pivot]?.keys() ?? []) {
    for (const word of getPostings(index, spelling)) {
      const first = word - pivot;
      const grade = gradePhrase(index, first, found);
      if (grade > 0)
        for (let offset = 0; offset < found.length; offset += 1) byGrade[grade - 1]?.push(first + offset);
    }
  }
  const [first, second, third] = phrase.words;
  if (first !== undefined && second !== undefined && third === undefined) {
    byGrade[JOINED - 1]?.push(...findJoined(index, first, second));
  }
  byGrade.forEach((words, place) => takeWords(answer, Uint32Array.from(words), { term, grade: place + 1 }));
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
  const own = index.articles[article];
  const at = sentence - (index.firstSentences[article] ?? 0);
  const firstWord = index.firstWords[article] ?? 0;
  const end = firstWord + (own?.firstWords[at + 1] ?? 0);
  let count = 0;
  for (let word = firstWord + (own?.firstWords[at] ?? 0); word < end; word += 1) {
    if (words[word] !== 0) count += 1;
  }
  return count;
}

/** Counts hits by article, and lists their sentences by grade. */
function gather(answer: Answer, terms: number, { withFurniture = false, articles }: SearchOptions) {
  const { index, reached, grades } = answer;
  const wanted = articles === undefined ? null : new Set(articles);
  const byGrade: number[][] = GRADES.map(() => []);
  let furnitureCount = 0;
  const counts = index.articles.map(({ article }, place) => {
    const counted = { count: 0, words: 0 };
    if (wanted !== null && !wanted.has(article)) return counted;
    const end = index.firstSentences[place + 1] ?? 0;
    for (let sentence = index.firstSentences[place] ?? 0; sentence < end; sentence += 1) {
      if (reached[sentence] !== terms) continue;
      if (!withFurniture && index.isFurniture[sentence] === 1) {
        furnitureCount += 1;
        continue;
      }
      counted.count += 1;
      counted.words += countWords(answer, place, sentence);
      byGrade[(grades[sentence] ?? 1) - 1]?.push(sentence);
    }
    return counted;
  });
  return { counts, byGrade, furnitureCount };
}

/** Lists the best hits, by article. Numbers of sentences rise within a grade, and so do those of articles. */
function listHits(answer: Answer, byGrade: readonly (readonly number[])[], limit: number): Hit[][] {
  const { index } = answer;
  const hits: Hit[][] = index.articles.map(() => []);
  let left = limit;
  for (const sentences of byGrade) {
    let article = 0;
    for (const sentence of sentences.slice(0, left)) {
      while ((index.firstSentences[article + 1] ?? Infinity) <= sentence) article += 1;
      hits[article]?.push(toHit(answer, article, sentence));
    }
    left = Math.max(0, left - sentences.length);
  }
  return hits;
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
    if (term.words.length === 1) answerWord(answer, terms, number);
    else answerPhrase(answer, term, number);
  });
  const { counts, byGrade, furnitureCount } = gather(answer, terms.length, options);
  const hits = listHits(answer, byGrade, options.limit ?? MAX_HITS);
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
