// Random choices that are the same for the same seed.

/** @typedef {() => number} Random a number from 0 up to, not including, 1 */

/**
 * Mulberry32: small, quick, good enough to choose edits by.
 * @param {number} seed 32 bits
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value = (value + Math.imul(value ^ (value >>> 7), value | 61)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A seed for one case, so that cases do not depend on how many were drawn before.
 * @param {...(number | string)} parts
 */
export function mixSeed(...parts) {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\n')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}

/**
 * @param {Random} random
 * @param {number} limit
 * @returns {number} a whole number from 0 up to, not including, `limit`
 */
export function pickNumber(random, limit) {
  return Math.floor(random() * limit);
}

/**
 * @template T
 * @param {Random} random
 * @param {readonly T[]} items at least one
 * @returns {T}
 */
export function pick(random, items) {
  const item = items[pickNumber(random, items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/**
 * @template T
 * @param {Random} random
 * @param {readonly T[]} items
 * @returns {T[]} the same in another order
 */
export function shuffle(random, items) {
  return items
    .map((item) => /** @type {const} */ ([random(), item]))
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item);
}
