// Counts what a method does with the cases.

/** @typedef {import('./case-text.mjs').Run} Run */
/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./methods.mjs').Method} Method */
/** @typedef {'right' | 'part' | 'wrong' | 'lost' | 'unlinked'} Verdict */

/** Share of the characters that must be in common for a passage to count as found, 0 to 1. */
const RIGHT = 0.9;
/** With less in common it was put somewhere else. */
const WRONG = 0.5;

/**
 * `right`: at least 0.9 of the characters in common, or refused when gone. `part`: at least half.
 * `wrong`: less than half, or attached although gone. `lost`: not found although there.
 * @param {Run | null} truth
 * @param {Run | null} found
 * @returns {Verdict}
 */
export function judge(truth, found) {
  if (truth === null) return found === null ? 'right' : 'wrong';
  if (found === null) return 'lost';
  const common = Math.min(truth.end, found.end) - Math.max(truth.start, found.start);
  const share = common / Math.max(truth.end - truth.start, found.end - found.start);
  if (share >= RIGHT) return 'right';
  return share >= WRONG ? 'part' : 'wrong';
}

/** Counts of verdicts, and how they were come by. */
export class Tally {
  /** @type {Record<Verdict, number>} */
  counts = { right: 0, part: 0, wrong: 0, lost: 0, unlinked: 0 };

  /** @param {Verdict} verdict */
  add(verdict) {
    this.counts[verdict] += 1;
  }

  get total() {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /** @param {...Verdict} verdicts @returns {number} 0 to 1 */
  share(...verdicts) {
    return verdicts.reduce((sum, verdict) => sum + this.counts[verdict], 0) / Math.max(1, this.total);
  }
}

/**
 * @typedef {object} Score
 * @property {string} name
 * @property {Map<string, Tally>} groups by group of edits
 * @property {Map<string, Tally>} edits by edit
 * @property {Map<string, Tally>} kinds by kind of passage, of the edits that keep it
 * @property {Tally} kept all edits that keep the passage
 * @property {number[]} lengths of links, in characters, one for each passage
 * @property {number[]} times of look-ups, in ms of processor time
 * @property {{ linked: number, all: number }} links how many passages got one
 */

/**
 * @template K
 * @param {Map<K, Tally>} tallies
 * @param {K} key
 */
function getTally(tallies, key) {
  const known = tallies.get(key) ?? new Tally();
  tallies.set(key, known);
  return known;
}

/** In ms of this process, user and system together: what others do on the machine does not count. */
export function readProcessorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * @param {import('./methods.mjs').LoadedMethod} loaded
 * @param {Iterable<Case>} cases
 * @returns {Promise<Score>}
 */
export async function scoreMethod({ name, method }, cases) {
  /** @type {Score} */
  const score = {
    name,
    groups: new Map(),
    edits: new Map(),
    kinds: new Map(),
    kept: new Tally(),
    lengths: [],
    times: [],
    links: { linked: 0, all: 0 },
  };
  /** @type {Case['passage'] | null} */
  let current = null;
  /** @type {string | null} */
  let plain = null;
  for (const one of cases) {
    const { passage, edit, original, edited, truth } = one;
    if (passage !== current) {
      current = passage;
      plain = await method.create(passage.source.text, passage.run.start, passage.run.end);
      score.links.all += 1;
      if (plain !== null) {
        score.links.linked += 1;
        score.lengths.push(plain.length);
      }
    }
    const link =
      edit.prepare === undefined ? plain : await method.create(original.text, original.start, original.end);
    const before = readProcessorTime();
    const found = link === null ? null : await method.resolve(edited, link);
    score.times.push(readProcessorTime() - before);
    const verdict = link === null && truth !== null ? 'unlinked' : judge(truth, found);
    getTally(score.groups, edit.group).add(verdict);
    getTally(score.edits, edit.name).add(verdict);
    if (truth !== null) {
      getTally(score.kinds, passage.kind).add(verdict);
      score.kept.add(verdict);
    }
  }
  return score;
}
