// approx-string-match used as Hypothesis does (src/annotator/anchoring/match-quote.ts of its client):
// the quotation, 32 characters on each side and where it stood; up to half of it may be different.
import search from 'approx-string-match';

export const name = 'approx-string-match, as Hypothesis uses it';

const CONTEXT = 32;
const MAX_ERRORS = 256;
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** @typedef {{ start: number, end: number, errors: number }} Match */

/**
 * @param {string} text
 * @param {string} sought
 * @param {number} maxErrors
 * @returns {Match[]} exact matches if there are any
 */
function findMatches(text, sought, maxErrors) {
  /** @type {Match[]} */
  const exact = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    exact.push({ start: at, end: at + sought.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, sought, maxErrors);
}

/**
 * @param {string} text
 * @param {string} sought
 * @returns {number} 0 to 1
 */
function scoreText(text, sought) {
  if (sought.length === 0 || text.length === 0) return 0;
  const [best] = findMatches(text, sought, sought.length);
  return best === undefined ? 0 : 1 - best.errors / sought.length;
}

/** @type {import('../methods.mjs').Method['create']} */
export function create(text, start, end) {
  const parts = [
    text.slice(start, end),
    text.slice(Math.max(0, start - CONTEXT), start),
    text.slice(end, end + CONTEXT),
    String(start),
  ];
  return parts.map((part) => encodeURIComponent(part.toWellFormed())).join(',');
}

/** @type {import('../methods.mjs').Method['resolve']} */
export function resolve(text, link) {
  const [quote = '', prefix = '', suffix = '', hint = ''] = link.split(',').map(decodeURIComponent);
  const position = Number(hint);
  if (text.startsWith(quote, position)) return { start: position, end: position + quote.length };
  const score = (/** @type {Match} */ { start, end, errors }) =>
    WEIGHTS.quote * (1 - errors / quote.length) +
    WEIGHTS.prefix * (prefix ? scoreText(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1) +
    WEIGHTS.suffix * (suffix ? scoreText(text.slice(end, end + suffix.length), suffix) : 1) +
    WEIGHTS.position * (1 - Math.abs(start - position) / text.length);
  const matches = findMatches(text, quote, Math.min(MAX_ERRORS, quote.length / 2));
  const [best] = matches
    .map((match) => ({ match, score: score(match) }))
    .toSorted((one, other) => other.score - one.score);
  return best?.match ?? null;
}
