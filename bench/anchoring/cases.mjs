// Draws passages and edits them: the same cases for the same seeds.
import { findSentences, findWords, trim } from './case-text.mjs';
import { EDITS } from './edits.mjs';
import { PASSAGE_KINDS } from './passages.mjs';
import { createRandom, mixSeed } from './random.mjs';

/** @typedef {import('./case-text.mjs').CaseText} CaseText */
/** @typedef {import('./case-text.mjs').Run} Run */
/** @typedef {import('./edits.mjs').Donor} Donor */
/** @typedef {import('./edits.mjs').Edit} Edit */
/** @typedef {import('./texts.mjs').BenchText} BenchText */
/**
 * @typedef {object} Passage
 * @property {string} kind
 * @property {BenchText} source
 * @property {Run} run
 * @property {number} seed
 *
 * @typedef {object} Case
 * @property {Passage} passage
 * @property {Edit} edit
 * @property {CaseText} original what the link is made in
 * @property {string} edited what it is resolved in
 * @property {Run | null} truth where the passage is then; null when it is gone
 */

/** @param {BenchText} text how much of it can be marked, in characters */
function measureBody({ body }) {
  return body.reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * Every place of every text is as likely as any other.
 * @param {readonly BenchText[]} texts
 * @param {import('./random.mjs').Random} random
 */
function pickText(texts, random) {
  let at = random() * texts.reduce((sum, text) => sum + measureBody(text), 0);
  const found = texts.find((text) => (at -= measureBody(text)) < 0) ?? texts[0];
  if (found === undefined) throw new RangeError('no texts');
  return found;
}

/**
 * @param {readonly BenchText[]} texts
 * @param {readonly number[]} seeds
 * @param {number} perKind passages of each kind for each seed
 * @returns {Passage[]}
 */
export function drawPassages(texts, seeds, perKind) {
  /** @type {Passage[]} */
  const passages = [];
  for (const seed of seeds) {
    for (const [kind, draw] of Object.entries(PASSAGE_KINDS)) {
      for (let index = 0, found = 0; found < perKind && index < perKind * 20; index += 1) {
        const own = mixSeed(seed, kind, index);
        const random = createRandom(own);
        const source = pickText(texts, random);
        const run = draw(source, random);
        if (run === null) continue;
        passages.push({ kind, source, run, seed: own });
        found += 1;
      }
    }
  }
  return passages;
}

/**
 * What the other articles give.
 * @param {readonly BenchText[]} texts
 * @param {BenchText} source
 * @returns {Donor}
 */
function findDonor(texts, source) {
  const others = texts.filter(({ id }) => !id.startsWith(source.id.slice(0, 3)));
  const bodies = others.flatMap(({ text, body }) => body.map(({ start, end }) => text.slice(start, end)));
  const cut = (/** @type {(text: string) => Run[]} */ find) =>
    bodies.flatMap((text) => find(text).map(({ start, end }) => text.slice(start, end)));
  return { words: cut(findWords), sentences: cut(findSentences).filter((sentence) => sentence.length > 20) };
}

/**
 * @param {readonly BenchText[]} texts
 * @param {readonly Passage[]} passages
 * @returns {Generator<Case>} every passage under every edit that its text allows
 */
export function* drawCases(texts, passages) {
  const donors = new Map(texts.map((text) => [text, findDonor(texts, text)]));
  for (const passage of passages) {
    const donor = donors.get(passage.source);
    if (donor === undefined) continue;
    const published = { text: passage.source.text, ...passage.run };
    for (const edit of EDITS) {
      const random = createRandom(mixSeed(passage.seed, edit.name));
      const original = edit.prepare === undefined ? published : edit.prepare(published, random, donor);
      const result = original === null ? null : edit.change(original, random, donor);
      if (original === null || result === null) continue;
      const truth = edit.removes === true ? null : trim(result);
      if (truth === null && edit.removes !== true) continue;
      yield { passage, edit, original, edited: result.text, truth };
    }
  }
}
