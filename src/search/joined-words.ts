import { readSpelling } from '../text/readings.ts';
import type { QueryWord } from './query.ts';
import { findKey, isNounIn, type Keys, type SearchIndex } from './search-index.ts';

/**
 * Letters of each part: shorter ones are particles, pronouns and the like, which make other words when they
 * are written on (`عن` and `ها`). Names have longer parts: `نيو يورك`, `أبو ظبي`, `عبد الله`.
 */
const LEAST_PART = 3;
/** No word is longer; keeps a hostile query from costing time. */
const LONGEST = 40;

function getSpellings({ keys, firsts, spellings }: Keys, key: string): Uint32Array {
  const place = findKey({ keys, firsts, spellings }, key);
  const end = keys[place] === key ? place + 1 : place;
  return spellings.subarray(firsts[place] ?? 0, firsts[end] ?? 0);
}

/** The spellings of a folded word, and those that have particles written on to it. */
function findSpellings(index: SearchIndex, word: string): Set<number> {
  return new Set([...getSpellings(index.byFolded, word), ...getSpellings(index.byBare, word)]);
}

/** The folded forms of a word, with its particles and without. */
function findForms(index: SearchIndex, { typed, folded }: QueryWord): Set<string> {
  return new Set([folded, ...readSpelling(typed, folded, (noun) => isNounIn(index, noun)).bare]);
}

/** How many signs stand between a word, by its number through all articles, and the next of its article. */
function createGaps({ articles, firstWords }: SearchIndex): (word: number) => number {
  let article = 0;
  return (word) => {
    while ((firstWords[article + 1] ?? Infinity) <= word) article += 1;
    while ((firstWords[article] ?? 0) > word) article -= 1;
    const own = articles[article];
    const at = word - (firstWords[article] ?? 0);
    return (own?.starts[at + 1] ?? Infinity) - (own?.ends[at] ?? 0);
  };
}

/**
 * The words that stand side by side, one sign between them, and are together what a query writes as one:
 * `بيونغ` and `يانغ` for `بيونغيانغ`. By number, both of each pair, in no order.
 * Cost: the letters of the word, and the words that it may begin with.
 */
export function findParted(index: SearchIndex, word: QueryWord): Uint32Array {
  const found: number[] = [];
  const gapAfter = createGaps(index);
  for (const form of findForms(index, word)) {
    if (form.length > LONGEST) continue;
    for (let cut = LEAST_PART; cut <= form.length - LEAST_PART; cut += 1) {
      const seconds = new Set(getSpellings(index.byFolded, form.slice(cut)));
      if (seconds.size === 0) continue;
      for (const spelling of findSpellings(index, form.slice(0, cut))) {
        const from = index.firstPostings[spelling] ?? 0;
        for (const first of index.postings.subarray(from, index.firstPostings[spelling + 1] ?? 0)) {
          const isPair = seconds.has(index.spellings[first + 1] ?? -1);
          const isOneSentence = index.sentences[first] === index.sentences[first + 1];
          if (isPair && isOneSentence && gapAfter(first) === 1) found.push(first, first + 1);
        }
      }
    }
  }
  return Uint32Array.from(found);
}

/** The words that a query writes as two: `بيونغيانغ` for `بيونغ` and `يانغ`. By number. */
export function findJoined(index: SearchIndex, first: QueryWord, second: QueryWord): Uint32Array {
  if (first.folded.length < LEAST_PART || second.folded.length < LEAST_PART) return new Uint32Array();
  const found: number[] = [];
  for (const form of findForms(index, first)) {
    if (form.length < LEAST_PART) continue;
    for (const spelling of findSpellings(index, `${form}${second.folded}`)) {
      const from = index.firstPostings[spelling] ?? 0;
      for (const word of index.postings.subarray(from, index.firstPostings[spelling + 1] ?? 0))
        found.push(word);
    }
  }
  return Uint32Array.from(found);
}
