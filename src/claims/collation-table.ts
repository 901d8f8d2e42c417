/** A word to be aligned. */
export interface AlignedWord {
  /** Words with one number are forms of one word. */
  readonly term: number;
  readonly isConnecting: boolean;
  /** Values are put under one another though their words differ: `24 عاماً`, `ربع قرن`. */
  readonly isValue: boolean;
}

type Row = readonly (number | null)[];

/** What standing in one column is worth: the same word, a joining word, values that differ, other words. */
const SAME = 6;
const SAME_CONNECTING = 2;
const BOTH_VALUES = 1;
const DIFFERENT = -1;
const UNLIKE = -3;
const GAP = -1;

/** How many words are compared with columns at most, about 50 ms; passages of a claim need some thousands. */
const MOST_STEPS = 1_500_000;

/** A column of the growing table: the words that stand in it. */
interface Column {
  readonly words: readonly AlignedWord[];
  /** For each row so far, the place of its word; null for none. */
  readonly cells: readonly (number | null)[];
}

function score(word: AlignedWord, { words }: Column): number {
  let best = UNLIKE;
  for (const other of words) {
    if (other.term === word.term) return word.isConnecting ? SAME_CONNECTING : SAME;
    if (other.isConnecting !== word.isConnecting) continue;
    best = Math.max(best, other.isValue && word.isValue ? BOTH_VALUES : DIFFERENT);
  }
  return best;
}

const DIAGONAL = 0;
const SKIP_COLUMN = 1;
const NEW_COLUMN = 2;

/** The best way through a table for one more passage: Needleman and Wunsch (1970), ties to the diagonal. */
function findWay(columns: readonly Column[], words: readonly AlignedWord[]): Uint8Array {
  const width = words.length + 1;
  const moves = new Uint8Array((columns.length + 1) * width);
  let above = new Int32Array(width);
  let here = new Int32Array(width);
  for (let at = 1; at < width; at += 1) {
    above[at] = at * GAP;
    moves[at] = NEW_COLUMN;
  }
  columns.forEach((column, row) => {
    here[0] = (row + 1) * GAP;
    moves[(row + 1) * width] = SKIP_COLUMN;
    words.forEach((word, at) => {
      const diagonal = (above[at] ?? 0) + score(word, column);
      const skip = (above[at + 1] ?? 0) + GAP;
      const fresh = (here[at] ?? 0) + GAP;
      const best = Math.max(diagonal, skip, fresh);
      here[at + 1] = best;
      const move = best === diagonal ? DIAGONAL : best === skip ? SKIP_COLUMN : NEW_COLUMN;
      moves[(row + 1) * width + at + 1] = move;
    });
    [above, here] = [here, above];
  });
  return moves;
}

/** The table with one more passage, new columns where it has words that fit nowhere. */
function addReading(columns: readonly Column[], words: readonly AlignedWord[], rows: number): Column[] {
  const moves = findWay(columns, words);
  const width = words.length + 1;
  const merged: Column[] = [];
  let row = columns.length;
  let at = words.length;
  while (row > 0 || at > 0) {
    const move = moves[row * width + at];
    const column = columns[row - 1];
    const word = words[at - 1];
    if (move === DIAGONAL && column !== undefined && word !== undefined) {
      merged.push({ words: [...column.words, word], cells: [...column.cells, at - 1] });
      row -= 1;
      at -= 1;
    } else if (move === SKIP_COLUMN && column !== undefined) {
      merged.push({ words: column.words, cells: [...column.cells, null] });
      row -= 1;
    } else {
      const cells = Array.from({ length: rows }, (): number | null => null);
      if (word !== undefined) merged.push({ words: [word], cells: [...cells, at - 1] });
      at -= 1;
    }
  }
  return merged.toReversed();
}

function countShared(words: readonly AlignedWord[], terms: ReadonlySet<number>): number {
  return words.filter(({ term, isConnecting }) => !isConnecting && terms.has(term)).length;
}

/** The order in which passages join: the one with most in common with all, then each time with those before. */
function orderReadings(readings: readonly (readonly AlignedWord[])[]): number[] {
  const counts = new Map<number, number>();
  for (const words of readings) {
    for (const term of new Set(words.map((word) => word.term))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const common = new Set(Array.from(counts).flatMap(([term, count]) => (count > 1 ? term : [])));
  const left = new Set(readings.keys());
  const order: number[] = [];
  let seen: ReadonlySet<number> = common;
  while (left.size > 0) {
    let [next = 0] = left;
    let most = -1;
    for (const index of left) {
      const shared = countShared(readings[index] ?? [], seen);
      if (shared > most) [next, most] = [index, shared];
    }
    left.delete(next);
    order.push(next);
    const joined = order.flatMap((index) => (readings[index] ?? []).map(({ term }) => term));
    seen = new Set(joined);
  }
  return order;
}

/**
 * Aligns passages: for each, what stands in each column. The same words stand in one column where their
 * order allows, and words that differ between the same neighbours as well, as variants. Each passage keeps
 * its order and all its words. Null where it would cost too much: each passage is aligned with the table of
 * those before it, words times columns, {@link MOST_STEPS} in all.
 *
 * Progressive alignment of witnesses, the most alike first: Spencer and Howe, “Collating texts using
 * progressive multiple alignment”, Computers and the Humanities 38 (2004).
 */
export function alignReadings(readings: readonly (readonly AlignedWord[])[]): Row[] | null {
  const total = readings.reduce((sum, words) => sum + words.length, 0);
  if (total * total > MOST_STEPS) return null;
  const order = orderReadings(readings);
  let columns: Column[] = [];
  order.forEach((reading, rows) => {
    columns = addReading(columns, readings[reading] ?? [], rows);
  });
  return readings.map((_, reading) => {
    const row = order.indexOf(reading);
    return columns.map(({ cells }) => cells[row] ?? null);
  });
}
