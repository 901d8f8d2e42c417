// Passages of every kind that readers mark.
import { findParagraphs, findSentences, findWords } from './case-text.mjs';
import { pick, pickNumber } from './random.mjs';

/** @typedef {import('./case-text.mjs').Run} Run */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./texts.mjs').BenchText} BenchText */
/** @typedef {(source: BenchText, random: Random) => Run | null} Draw */

const CLAUSE = /[^\s،,؛;:.!?؟\n][^،,؛;:.!?؟\n]*/g;
const QUOTED = /«[^«»\n]+»|“[^“”\n]+”|"[^"\n]+"/g;

/**
 * @param {readonly Run[]} body
 * @param {Run} run
 */
function isInside(body, run) {
  return body.some(({ start, end }) => start <= run.start && run.end <= end);
}

/**
 * @param {BenchText} source
 * @param {readonly Run[]} runs
 * @param {Random} random
 * @returns {Run | null} one that lies in the body
 */
function pickInside({ body }, runs, random) {
  const inside = runs.filter((run) => isInside(body, run));
  return inside.length === 0 ? null : pick(random, inside);
}

/**
 * @param {BenchText} source
 * @param {RegExp} pattern
 */
function findRuns({ text }, pattern) {
  return Array.from(text.matchAll(pattern), ({ 0: run, index }) => ({
    start: index,
    end: index + run.trimEnd().length,
  }));
}

/** @param {string} text */
function countWords(text) {
  return findWords(text).length;
}

/** @type {Draw} */
function drawPhrase(source, random) {
  const words = findWords(source.text);
  const length = 3 + pickNumber(random, 6);
  const runs = words.flatMap(({ start }, index) => {
    const end = words[index + length - 1]?.end;
    return end === undefined ? [] : [{ start, end }];
  });
  return pickInside(source, runs, random);
}

/** Wording of two to six words that stands at least twice in the text. @type {Draw} */
function drawRepeated(source, random) {
  const words = findWords(source.text);
  const length = 2 + pickNumber(random, 5);
  /** @type {Map<string, Run[]>} */
  const places = new Map();
  for (const [index, { start }] of words.entries()) {
    const last = words[index + length - 1];
    if (last === undefined) break;
    const wording = words.slice(index, index + length).map((word) => source.text.slice(word.start, word.end));
    const key = wording.join(' ');
    places.set(key, [...(places.get(key) ?? []), { start, end: last.end }]);
  }
  return pickInside(source, [...places.values()].filter((runs) => runs.length > 1).flat(), random);
}

/** @type {Draw} */
function drawQuoted(source, random) {
  const runs = findRuns(source, QUOTED).filter(
    ({ start, end }) => countWords(source.text.slice(start, end)) > 1,
  );
  const run = pickInside(source, runs, random);
  if (run === null) return null;
  return random() < 0.5 ? run : { start: run.start + 1, end: run.end - 1 };
}

/** @type {Draw} */
function drawClause(source, random) {
  const runs = findRuns(source, CLAUSE).filter(
    ({ start, end }) => countWords(source.text.slice(start, end)) > 2,
  );
  return pickInside(source, runs, random);
}

/** @type {Draw} */
function drawSentence(source, random) {
  const sentences = findSentences(source.text).filter(
    ({ start, end }) => countWords(source.text.slice(start, end)) > 3,
  );
  return pickInside(source, sentences, random);
}

/** Two to four sentences of one paragraph. @type {Draw} */
function drawSentences(source, random) {
  const sentences = findSentences(source.text);
  const length = 2 + pickNumber(random, 3);
  const runs = sentences.flatMap(({ start }, index) => {
    const end = sentences[index + length - 1]?.end;
    return end === undefined ? [] : [{ start, end }];
  });
  return pickInside(source, runs, random);
}

/** From a word of one paragraph to a word of the next. @type {Draw} */
function drawAcross(source, random) {
  const paragraphs = findParagraphs(source.text).filter((run) => isInside(source.body, run));
  const index = pickNumber(random, paragraphs.length - 1);
  const [one, other] = paragraphs.slice(index, index + 2);
  if (one === undefined || other === undefined || other.start - one.end > 4) return null;
  const offset = one.start;
  const firsts = findWords(source.text.slice(one.start, one.end)).slice(-25, -1);
  const lasts = findWords(source.text.slice(other.start, other.end)).slice(1, 25);
  if (firsts.length === 0 || lasts.length === 0) return null;
  return { start: offset + pick(random, firsts).start, end: other.start + pick(random, lasts).end };
}

/** @type {Readonly<Record<string, Draw>>} */
export const PASSAGE_KINDS = {
  'phrase of 3 to 8 words': drawPhrase,
  'repeated wording': drawRepeated,
  'in quotation marks': drawQuoted,
  clause: drawClause,
  sentence: drawSentence,
  'several sentences': drawSentences,
  'across paragraphs': drawAcross,
};
