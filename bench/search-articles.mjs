// The articles that search is measured with: the five, and as many made of their sentences as wanted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/run.mjs';
import { createRandom, pick, pickNumber, shuffle } from './anchoring/random.mjs';

/**
 * @typedef {{ kind: string, range: { start: number, end: number } }} Part
 * @typedef {{ id: string, text: string, parts: readonly Part[] }} BenchArticle
 */

const SEEDS = join(ROOT, 'public', 'seeds');
const SEED = 20_240_619;
/** One word in so many is made up, so that the number of spellings grows with the articles as it does in life. */
export const NEW_WORD_EVERY = 20;

/** @returns {BenchArticle[]} */
export function loadArticles() {
  /** @type {{ articles: readonly { id: string, file: string, parts: readonly { kind: string, range: [number, number] }[] }[] }} */
  const { articles } = JSON.parse(readFileSync(join(SEEDS, 'collection.json'), 'utf8'));
  return articles.map(({ id, file, parts }) => ({
    id,
    text: readFileSync(join(SEEDS, file), 'utf8'),
    parts: parts.map(({ kind, range: [start, end] }) => ({ kind, range: { start, end } })),
  }));
}

/**
 * The letters of a word in another order, so that it looks like one and is new.
 * @param {import('./anchoring/random.mjs').Random} random
 * @param {string} word
 */
function makeUp(random, word) {
  return shuffle(random, Array.from(word)).join('') + pick(random, Array.from('بتنمرسلد'));
}

/**
 * As many articles as wanted: the first are the five, each other one an article's paragraphs with as many
 * words in sentences of all five.
 * @param {readonly BenchArticle[]} articles
 * @param {number} count
 */
export function drawArticles(articles, count) {
  const random = createRandom(SEED);
  const sentences = articles.flatMap(({ text }) => text.split(/(?<=[.؟])\s+|\n+/u).filter(Boolean));
  const drawn = articles.slice(0, count);
  while (drawn.length < count) {
    const model = pick(random, articles);
    let text = '';
    /** @type {Part[]} */
    const parts = [];
    for (const { kind, range } of model.parts) {
      const start = text.length;
      while (text.length - start < range.end - range.start) {
        const words = pick(random, sentences).split(' ');
        const said = words.map((word) =>
          pickNumber(random, NEW_WORD_EVERY) === 0 ? makeUp(random, word) : word,
        );
        text += `${said.join(' ')} `;
      }
      parts.push({ kind, range: { start, end: text.length - 1 } });
      text += '\n';
    }
    drawn.push({ id: `made-${drawn.length}`, text, parts });
  }
  return drawn;
}
