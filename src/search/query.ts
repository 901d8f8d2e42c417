import { fold } from '../text/fold.ts';
import { cutWords } from './spellings.ts';
import { splitsWord } from '../text/words.ts';

/** One word of a query. */
export interface QueryWord {
  /** As typed, with its marks. */
  readonly typed: string;
  /** As all spellings of it are compared; never empty. */
  readonly folded: string;
  /** Whether it may still be being typed, so that words that begin with it are answered too. */
  readonly isOpen: boolean;
}

/** What must be found: one word in any of its forms, or words side by side. */
export interface QueryTerm {
  /** At least one; several only in a phrase. */
  readonly words: readonly QueryWord[];
  /** Whether it stood in quotation marks or is written as one (`إف-16`): only particles may be added then. */
  readonly isPhrase: boolean;
}

/** What is searched for. Plain data. */
export interface Query {
  /** All must be found in one sentence; in order as typed, none twice. Empty when there is no word. */
  readonly terms: readonly QueryTerm[];
  /** Whether more was typed than is looked for: {@link MAX_LENGTH} code units, {@link MAX_WORDS} words. */
  readonly isCut: boolean;
}

/** As much of a query as is read, in UTF-16 code units: longer ones are pasted by mistake. */
export const MAX_LENGTH = 400;
/** As many words of it as are looked for. */
export const MAX_WORDS = 24;

const QUOTATION_MARK = /["«»‹›“”„‟＂]/;
/** What joins two words into one term: nothing (`½`), a hyphen, a slash; a point or comma between digits. */
const JOIN = /^[-/]?$/;
const JOIN_OF_DIGITS = /^[.,]$/;
const DIGITS = /^[0-9]+$/;

function isJoined(before: QueryWord, between: string, after: QueryWord): boolean {
  const folded = fold(between).text;
  if (JOIN.test(folded)) return true;
  return JOIN_OF_DIGITS.test(folded) && DIGITS.test(before.folded) && DIGITS.test(after.folded);
}

/** Reads one run of a query that stood in no quotation marks, or in one pair of them. */
function parseRun(run: string, isQuoted: boolean, mayBeOpen: boolean): QueryTerm[] {
  const terms: { words: QueryWord[]; isPhrase: boolean }[] = [];
  let before: QueryWord | null = null;
  let at = 0;
  const cut = cutWords(run);
  cut.forEach(({ start, end, published, folded }, index) => {
    const isLast = index === cut.length - 1;
    const word = {
      typed: published,
      folded,
      isOpen: mayBeOpen && isLast && fold(run.slice(end)).text === '',
    };
    const last = terms.at(-1);
    const isPart = before !== null && isJoined(before, run.slice(at, Math.max(at, start)), word);
    if (last !== undefined && (isQuoted || isPart)) {
      last.words.push(word);
      last.isPhrase = true;
    } else {
      terms.push({ words: [word], isPhrase: isQuoted });
    }
    before = word;
    at = end;
  });
  return terms;
}

/** What makes two terms the same. */
function keyOf({ words, isPhrase }: QueryTerm): string {
  return `${isPhrase}${words.map(({ folded, isOpen }) => `\n${folded}${isOpen ? '…' : ''}`).join('')}`;
}

/** Keeps terms while they have no more than {@link MAX_WORDS} words, none twice. */
function limitTerms(all: readonly QueryTerm[]): Query {
  const terms = new Map<string, QueryTerm>();
  let left = MAX_WORDS;
  let isCut = false;
  for (const term of all) {
    const key = keyOf(term);
    if (terms.has(key)) continue;
    const words = term.words.slice(0, left);
    isCut ||= words.length < term.words.length;
    left -= words.length;
    if (words.length > 0) terms.set(key, { ...term, words });
  }
  return { terms: Array.from(terms.values()), isCut };
}

/**
 * Reads what was typed into a search field or stands in an address: words, and phrases between quotation
 * marks of any kind, one of which may be missing at the end. Any string is a query; one without a letter
 * or digit has no terms. The last word is open when nothing follows it.
 */
export function parseQuery(text: string): Query {
  const isTooLong = text.length > MAX_LENGTH;
  let read = text.slice(0, MAX_LENGTH);
  if (isTooLong && splitsWord(text, MAX_LENGTH)) read = read.replace(/[\p{L}\p{M}\p{N}\p{Cs}]+$/u, '');
  const runs = read.split(QUOTATION_MARK);
  const terms = runs.flatMap((run, index) =>
    parseRun(run, index % 2 === 1, !isTooLong && index === runs.length - 1),
  );
  const query = limitTerms(terms);
  return { ...query, isCut: query.isCut || isTooLong };
}

/** The same query with its last word complete, as for a search that was sent: nothing that only begins so. */
export function completeQuery({ terms, isCut }: Query): Query {
  const close = (word: QueryWord): QueryWord => ({ ...word, isOpen: false });
  return { ...limitTerms(terms.map((term) => ({ ...term, words: term.words.map(close) }))), isCut };
}
