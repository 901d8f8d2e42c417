import { ALWAYS, COSTS, toScore } from './costs.ts';
import { getGap, getWordBits, RULES, SIDE_BITS, type Fingerprint } from './fingerprint.ts';

/** How often the hash bits of the words of a text occur, by width. Counted when first asked for. */
export class Frequencies {
  private readonly counts = new Map<number, Uint32Array>();
  private readonly hashes: Uint32Array;

  /** @param hashes 32 bits for each word of the text */
  constructor(hashes: Uint32Array) {
    this.hashes = hashes;
  }

  /**
   * What finding a word's bits says, as a score: the rarer the bits in this text, the more. Never
   * negative; at most the logarithm of the number of words.
   */
  weigh(word: number, width: number): number {
    const { length } = this.hashes;
    const share = ((this.countAll(width)[word] ?? 0) + 1) / (length + 1);
    return Math.max(0, toScore(Math.log2((1 - 2 ** -COSTS.replaced) / share)));
  }

  private countAll(width: number): Uint32Array {
    const known = this.counts.get(width);
    if (known !== undefined) return known;
    const counts = new Uint32Array(2 ** width);
    for (const hash of this.hashes) {
      const word = hash >>> (32 - width);
      counts[word] = (counts[word] ?? 0) + 1;
    }
    this.counts.set(width, counts);
    return counts;
  }
}

/** Words of a fingerprint, ready to be compared. */
export interface Symbols {
  readonly words: readonly number[];
  readonly weights: readonly number[];
  /** By how much a 32-bit hash is shifted to leave the bits that are kept. */
  readonly shift: number;
}

function prepare(words: readonly number[], width: number, frequencies: Frequencies): Symbols {
  return { words, weights: words.map((word) => frequencies.weigh(word, width)), shift: 32 - width };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A fingerprint ready to be compared with the words of a text, and the best that each part can score there. */
export interface Probe {
  readonly before: Symbols;
  readonly head: Symbols;
  readonly tail: Symbols;
  readonly after: Symbols;
  readonly gap: number;
  /** The most that surroundings may score which do not touch the passage. */
  readonly displacedLimit: number;
  readonly best: { readonly before: number; readonly core: number; readonly after: number };
}

export function toProbe(fingerprint: Fingerprint, frequencies: Frequencies): Probe {
  const { version, before, head, tail, after, wordCount } = fingerprint;
  const { displacedLimit } = RULES[version];
  const width = getWordBits(wordCount);
  const [beforeSymbols, afterSymbols] = [before, after.toReversed()].map((words) =>
    prepare(words, SIDE_BITS, frequencies),
  ) as [Symbols, Symbols];
  const [headSymbols, tailSymbols] = [head, tail].map((words) => prepare(words, width, frequencies)) as [
    Symbols,
    Symbols,
  ];
  return {
    before: beforeSymbols,
    head: headSymbols,
    tail: tailSymbols,
    after: afterSymbols,
    gap: getGap(fingerprint),
    displacedLimit: displacedLimit === null ? ALWAYS : toScore(displacedLimit),
    best: {
      before: sum(beforeSymbols.weights),
      core: sum(headSymbols.weights) + sum(tailSymbols.weights),
      after: sum(afterSymbols.weights),
    },
  };
}
