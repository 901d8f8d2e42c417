import type { ArticleIndex } from './article-index.ts';
import { readSpelling } from '../text/readings.ts';
import { toSpellingKey } from './spellings.ts';

/** Sorted strings, and for each the spellings that have it. */
export interface Keys {
  /** Each once, by UTF-16 code units. */
  readonly keys: readonly string[];
  /** For each key where its spellings start in {@link spellings}; one more at the end. */
  readonly firsts: Uint32Array;
  readonly spellings: Uint32Array;
}

/**
 * All open articles for search: an inverted index over the spellings they share. Words and sentences are
 * numbered through all articles. Plain data.
 */
export interface SearchIndex {
  readonly articles: readonly ArticleIndex[];
  /** For each article its first word and sentence; one more at the end. */
  readonly firstWords: Uint32Array;
  readonly firstSentences: Uint32Array;
  /** For each word its sentence and its spelling. */
  readonly sentences: Uint32Array;
  readonly spellings: Uint32Array;
  /** For each sentence 1 in page furniture. */
  readonly isFurniture: Uint8Array;
  /** The spellings of all articles, each once. */
  readonly published: readonly string[];
  readonly folded: readonly string[];
  /** For each spelling where its words start in {@link postings}; one more at the end. */
  readonly firstPostings: Uint32Array;
  /** The words of each spelling, in order. */
  readonly postings: Uint32Array;
  /** Spellings by folded word, by bare form, by stem. */
  readonly byFolded: Keys;
  readonly byBare: Keys;
  readonly byStem: Keys;
}

function toKeys(entries: ReadonlyMap<string, readonly number[]>): Keys {
  const sorted = Array.from(entries).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const firsts = new Uint32Array(sorted.length + 1);
  sorted.forEach(([, spellings], index) => {
    firsts[index + 1] = (firsts[index] ?? 0) + spellings.length;
  });
  return {
    keys: sorted.map(([key]) => key),
    firsts,
    spellings: Uint32Array.from(sorted.flatMap(([, spellings]) => spellings)),
  };
}

/** The first place in sorted `keys` that is not below `key`; logarithmic. */
export function findKey({ keys }: Keys, key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether some article writes a folded word with the article and nothing before it. */
export function isNounIn(index: SearchIndex, word: string): boolean {
  const key = `ال${word}`;
  return index.byFolded.keys[findKey(index.byFolded, key)] === key;
}

/** Finds the spellings that articles share and numbers them; answers for each article its own by those. */
function shareSpellings(articles: readonly ArticleIndex[]) {
  const places = new Map<string, number>();
  const published: string[] = [];
  const folded: string[] = [];
  const maps = articles.map((article) =>
    Uint32Array.from(article.published, (spelling, index) => {
      const plain = article.folded[index] ?? '';
      const key = toSpellingKey(spelling, plain);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, published.length);
      published.push(spelling);
      folded.push(plain);
      return published.length - 1;
    }),
  );
  return { published, folded, maps };
}

/** Counts up: for each article where what it has `count` of starts; one more at the end. */
function sumUp(articles: readonly ArticleIndex[], count: (article: ArticleIndex) => number): Uint32Array {
  const sums = new Uint32Array(articles.length + 1);
  articles.forEach((article, index) => {
    sums[index + 1] = (sums[index] ?? 0) + count(article);
  });
  return sums;
}

/** Numbers words and sentences through all articles. */
function numberWords(articles: readonly ArticleIndex[], maps: readonly Uint32Array[]) {
  const firstWords = sumUp(articles, ({ starts }) => starts.length);
  const firstSentences = sumUp(articles, ({ sentenceStarts }) => sentenceStarts.length);
  const sentences = new Uint32Array(firstWords.at(-1) ?? 0);
  const spellings = new Uint32Array(sentences.length);
  const isFurniture = new Uint8Array(firstSentences.at(-1) ?? 0);
  articles.forEach((article, index) => {
    const word = firstWords[index] ?? 0;
    const sentence = firstSentences[index] ?? 0;
    const map = maps[index];
    isFurniture.set(article.isFurniture, sentence);
    spellings.set(
      article.spellings.map((spelling) => map?.[spelling] ?? 0),
      word,
    );
    for (let own = 0; own < article.sentenceStarts.length; own += 1) {
      sentences.fill(
        sentence + own,
        word + (article.firstWords[own] ?? 0),
        word + (article.firstWords[own + 1] ?? 0),
      );
    }
  });
  return { firstWords, firstSentences, sentences, spellings, isFurniture };
}

/** Lists the words of each spelling, in order. */
function post(spellings: Uint32Array, count: number) {
  const firstPostings = new Uint32Array(count + 1);
  for (const spelling of spellings) firstPostings[spelling + 1] = (firstPostings[spelling + 1] ?? 0) + 1;
  for (let at = 0; at < count; at += 1) {
    firstPostings[at + 1] = (firstPostings[at + 1] ?? 0) + (firstPostings[at] ?? 0);
  }
  const next = firstPostings.slice();
  const postings = new Uint32Array(spellings.length);
  spellings.forEach((spelling, word) => {
    const place = next[spelling] ?? 0;
    postings[place] = word;
    next[spelling] = place + 1;
  });
  return { firstPostings, postings };
}

function add(entries: Map<string, number[]>, key: string, spelling: number): void {
  const known = entries.get(key);
  if (known === undefined) entries.set(key, [spelling]);
  else known.push(spelling);
}

/**
 * Puts articles together for search, in the order in which they are to be answered. Linear in their words,
 * and sorting their spellings; morphology is looked at once for each spelling.
 */
export function joinIndexes(articles: readonly ArticleIndex[]): SearchIndex {
  const { published, folded, maps } = shareSpellings(articles);
  const byFolded = new Map<string, number[]>();
  folded.forEach((word, spelling) => add(byFolded, word, spelling));
  const byBare = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const isNoun = (word: string): boolean => byFolded.has(`ال${word}`);
  published.forEach((word, spelling) => {
    const { bare, stems } = readSpelling(word, folded[spelling] ?? '', isNoun);
    for (const base of bare) add(byBare, base, spelling);
    for (const stem of stems) add(byStem, stem, spelling);
  });
  const numbered = numberWords(articles, maps);
  return {
    articles,
    ...numbered,
    published,
    folded,
    ...post(numbered.spellings, published.length),
    byFolded: toKeys(byFolded),
    byBare: toKeys(byBare),
    byStem: toKeys(byStem),
  };
}
