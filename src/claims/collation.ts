import type { Span } from '../text/offsets.ts';
import { alignReadings, type AlignedWord } from './collation-table.ts';
import { readPassages, type PassageWord } from './collation-words.ts';
import { findValueWords, hasDifferentValues, type Value } from './value-words.ts';

/** One passage of one source, to be collated with those of the others. */
export interface Reading {
  /** The source; it may have several passages. */
  readonly article: string;
  readonly language: string;
  /** The article's text as published, or the passage alone. */
  readonly text: string;
  /** The passage in that text. Words that it cuts are taken as far as it goes. */
  readonly span: Span;
  readonly value?: Value | undefined;
}

/**
 * Who has a word: every source, some of them, this one alone; or it only joins other words (`في`, `من`,
 * `التي`), so that nobody asks.
 */
export type Sharing = 'all' | 'some' | 'alone' | 'connecting';

/** A word of a passage with what the other sources have of it. */
export interface CollatedWord {
  readonly span: Span;
  readonly sharing: Sharing;
  /** The other sources that have it, in the order given; in any form (`المساعدة`, `ومساعدتهما`), at any place. */
  readonly sharedWith: readonly string[];
  /** Whether those have it at another place of the sentence. Always false where there is no table. */
  readonly isMoved: boolean;
  /** Whether it gives the passage's value. */
  readonly isValue: boolean;
  /** Whether it gives a value that the sources differ in. */
  readonly differs: boolean;
}

/** The passages of one claim, word by word. */
export interface Collation {
  /** For each reading, in the order given, its words in the order of the text. */
  readonly words: readonly (readonly CollatedWord[])[];
  /** Whether the sources give values that differ. */
  readonly valuesDiffer: boolean;
  /**
   * For each reading, what stands in each column of the aligned table: the place of a word among the
   * reading's, null where it has none. Every row is equally long. Null where there are too many words to
   * align.
   */
  readonly rows: readonly (readonly (number | null)[])[] | null;
}

/** Puts words that are forms of one another under one number: union-find over what they share. */
function numberTerms(readings: readonly (readonly PassageWord[])[]): number[][] {
  const parents: number[] = [];
  const find = (term: number): number => {
    let root = term;
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
    parents[term] = root;
    return root;
  };
  const owners = new Map<string, number>();
  const numbered = readings.map((words) =>
    words.map(({ stems, isConnecting }) => {
      const own = parents.push(parents.length) - 1;
      for (const stem of stems) {
        const key = isConnecting ? `-${stem}` : stem;
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, own);
        else parents[find(own)] = find(owner);
      }
      return own;
    }),
  );
  return numbered.map((terms) => terms.map(find));
}

/** Which sources have each term, in the order given. */
function findOwners(readings: readonly Reading[], terms: readonly (readonly number[])[]) {
  const owners = new Map<number, Set<string>>();
  readings.forEach(({ article }, index) => {
    for (const term of terms[index] ?? []) {
      const own = owners.get(term) ?? new Set();
      owners.set(term, own.add(article));
    }
  });
  return owners;
}

/** Words that stand in no column with the same word of another source, though another source has it. */
function findMoved(
  rows: NonNullable<Collation['rows']>,
  terms: readonly (readonly number[])[],
  readings: readonly Reading[],
): (reading: number, word: number) => boolean {
  const settled = readings.map(() => new Set<number>());
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const found = new Map<number, Set<string>>();
    const standing = rows.flatMap((row, reading) => {
      const word = row[column] ?? null;
      const term = word === null ? undefined : terms[reading]?.[word];
      if (word === null || term === undefined) return [];
      const article = readings[reading]?.article ?? '';
      found.set(term, (found.get(term) ?? new Set()).add(article));
      return [{ reading, word, term }];
    });
    for (const { reading, word, term } of standing) {
      if ((found.get(term)?.size ?? 0) > 1) settled[reading]?.add(word);
    }
  }
  return (reading, word) => settled[reading]?.has(word) !== true;
}

/**
 * Collates the passages of a claim word by word. Words are taken whole and compared by their stems, particles
 * left out (`src/text/readings.ts`); digits of either script are the same digits. A word that a source has
 * in any of its passages counts as had. Every word is in exactly one class, whatever the order of the
 * sources. Cost: linear in the passages, and for the table see {@link alignReadings}.
 *
 * As editors of texts collate witnesses: Haentjens Dekker and Middell, “Computer-supported collation with
 * CollateX” (2011).
 */
export function collate(readings: readonly Reading[]): Collation {
  const words = readPassages(readings);
  const terms = numberTerms(words);
  const articles = Array.from(new Set(readings.map(({ article }) => article)));
  const owners = findOwners(readings, terms);
  const valuesDiffer = hasDifferentValues(readings);
  const values = readings.map(
    ({ value, language }, index) =>
      new Set(value === undefined ? [] : findValueWords(words[index] ?? [], value, language)),
  );
  const rows = alignReadings(
    words.map((passage, reading) =>
      passage.map(({ isConnecting }, word): AlignedWord => ({
        term: terms[reading]?.[word] ?? -1,
        isConnecting,
        isValue: values[reading]?.has(word) ?? false,
      })),
    ),
  );
  const isElsewhere = rows === null ? () => false : findMoved(rows, terms, readings);
  return {
    valuesDiffer,
    rows,
    words: words.map((passage, reading) =>
      passage.map(({ span, isConnecting }, word) => {
        const own = owners.get(terms[reading]?.[word] ?? -1);
        const sharedWith = articles.filter(
          (article) => article !== readings[reading]?.article && own?.has(article) === true,
        );
        const isValue = values[reading]?.has(word) ?? false;
        return {
          span,
          sharing: nameSharing(isConnecting, sharedWith.length, articles.length),
          sharedWith,
          isMoved: !isConnecting && sharedWith.length > 0 && isElsewhere(reading, word),
          isValue,
          differs: isValue && valuesDiffer,
        };
      }),
    ),
  };
}

function nameSharing(isConnecting: boolean, others: number, sources: number): Sharing {
  if (isConnecting) return 'connecting';
  if (others === 0) return 'alone';
  return others === sources - 1 ? 'all' : 'some';
}
