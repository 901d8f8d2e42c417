// The texts of the benchmark: the five articles, and the second articles that stand in the furniture of two.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findParagraphs } from './case-text.mjs';
import { ROOT } from '../../scripts/run.mjs';

/** @typedef {{ start: number, end: number }} Run */
/**
 * @typedef {object} BenchText
 * @property {string} id
 * @property {string} text
 * @property {readonly Run[]} body where passages are drawn from
 * @property {boolean} isHeldOut kept from every development run
 */

/**
 * @typedef {{ kind: string, furniture?: string, range: [number, number] }} Part
 * @typedef {{ id: string, file: string, parts: readonly Part[] }} Article
 */

const SEEDS = join(ROOT, 'public', 'seeds');
/** What a reader reads, and marks. */
const BODY = new Set(['title', 'subtitle', 'paragraph', 'caption', 'subheading']);

/**
 * The lines of a second article that a reader reads: as in the collection, a title or a caption that
 * stands there again is furniture.
 * @param {string} text
 * @returns {Run[]}
 */
function findBody(text) {
  const seen = new Set();
  return findParagraphs(text).filter(({ start, end }) => {
    const line = text.slice(start, end).trim();
    const isFirst = !seen.has(line);
    seen.add(line);
    return isFirst;
  });
}

/** @returns {BenchText[]} */
export function loadTexts() {
  /** @type {{ articles: readonly Article[] }} */
  const { articles } = JSON.parse(readFileSync(join(SEEDS, 'collection.json'), 'utf8'));
  return articles.flatMap(({ id, file, parts }) => {
    const text = readFileSync(join(SEEDS, file), 'utf8');
    const body = parts
      .filter(({ kind }) => BODY.has(kind))
      .map(({ range: [start, end] }) => ({ start, end }));
    const others = parts
      .filter(({ furniture }) => furniture === 'other-article')
      .map(({ range }) => text.slice(...range))
      .map((other) => ({
        id: `${id}-other`,
        text: other,
        body: findBody(other),
        isHeldOut: true,
      }));
    return [{ id, text, body, isHeldOut: false }, ...others];
  });
}
