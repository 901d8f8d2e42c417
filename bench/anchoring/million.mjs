// How long a look-up takes in a text of a million characters.
import { findSentences, findWords } from './case-text.mjs';
import { createRandom, pick } from './random.mjs';
import { readProcessorTime } from './score.mjs';

/** @typedef {import('./texts.mjs').BenchText} BenchText */

const LENGTH = 1_000_000;
const WORDS_PER_SENTENCE = 14;
/** Look-ups measured; the first ones, before the engine is warm, count too. */
const LOOKUPS = 9;
/** After so many ms no further look-up is made. */
const PATIENCE = 20_000;

/**
 * A long text in the words of the articles, with an article in its middle.
 * @param {readonly BenchText[]} texts
 * @param {number} seed
 */
function createLongText(texts, seed) {
  const random = createRandom(seed);
  const words = texts.flatMap(({ text }) => findWords(text).map(({ start, end }) => text.slice(start, end)));
  const [article = ''] = texts.map(({ text }) => text);
  const fill = () => {
    let filling = '';
    while (filling.length < (LENGTH - article.length) / 2) {
      filling += `${Array.from({ length: WORDS_PER_SENTENCE }, () => pick(random, words)).join(' ')}.\n`;
    }
    return filling;
  };
  const above = fill();
  const sentences = findSentences(article).filter(({ start, end }) => end - start > 60);
  const { start, end } = pick(random, sentences);
  return { text: above + article + fill(), start: above.length + start, end: above.length + end };
}

/**
 * @param {import('./methods.mjs').LoadedMethod} loaded
 * @param {readonly BenchText[]} texts
 * @param {number} seed
 * @returns {Promise<{ create: number, times: number[] }>} in ms of processor time
 */
export async function measureMillion({ method }, texts, seed) {
  const { text, start, end } = createLongText(texts, seed);
  const before = readProcessorTime();
  const link = await method.create(text, start, end);
  const create = readProcessorTime() - before;
  /** @type {number[]} */
  const times = [];
  if (link === null) return { create, times };
  for (let index = 0, spent = 0; index < LOOKUPS && spent < PATIENCE; index += 1) {
    const from = readProcessorTime();
    await method.resolve(`${index} ${text}`, link);
    times.push(readProcessorTime() - from);
    spent += times.at(-1) ?? 0;
  }
  return { create, times };
}
