// A text with a passage in it, and changes that keep track of where the passage is.

/**
 * @typedef {object} CaseText
 * @property {string} text
 * @property {number} start of the passage, in UTF-16 code units
 * @property {number} end
 *
 * @typedef {object} Splice characters to take out and to put in their place
 * @property {number} at
 * @property {number} remove
 * @property {string} insert
 *
 * @typedef {object} Run a run of characters
 * @property {number} start
 * @property {number} end
 */

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const PARAGRAPH = /[^\n]*[^\s][^\n]*/g;
const SENTENCE = /[^\s.!?؟\n](?:[^.!?؟\n]|\.(?=\S))*(?:[.!?؟]+[»”"')]*|(?=\n)|$)/g;

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {Run[]}
 */
function findRuns(text, pattern) {
  return Array.from(text.matchAll(pattern), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
}

/** @param {string} text */
export function findWords(text) {
  return findRuns(text, WORD);
}

/** @param {string} text */
export function findParagraphs(text) {
  return findRuns(text, PARAGRAPH);
}

/** @param {string} text */
export function findSentences(text) {
  return findRuns(text, SENTENCE);
}

/**
 * Where an offset is after splices. What is put in at the very start or end of a passage is outside it.
 * @param {number} offset
 * @param {readonly Splice[]} splices in order
 * @param {boolean} isEnd
 */
function moveOffset(offset, splices, isEnd) {
  let moved = offset;
  for (const { at, remove, insert } of splices) {
    if (at > offset || (at === offset && (isEnd || remove > 0))) break;
    if (at + remove <= offset) moved += insert.length - remove;
    else moved += isEnd ? at + insert.length - offset : at - offset;
  }
  return moved;
}

/**
 * @param {CaseText} source
 * @param {readonly Splice[]} splices in order, none overlapping another
 * @returns {CaseText}
 */
export function splice({ text, start, end }, splices) {
  let result = '';
  let at = 0;
  for (const one of splices) {
    result += text.slice(at, one.at) + one.insert;
    at = one.at + one.remove;
  }
  result += text.slice(at);
  return { text: result, start: moveOffset(start, splices, false), end: moveOffset(end, splices, true) };
}

/**
 * Changes everything that a pattern finds.
 * @param {CaseText} source
 * @param {RegExp} pattern global
 * @param {(found: string) => string} change
 */
export function replaceAll(source, pattern, change) {
  return splice(
    source,
    Array.from(source.text.matchAll(pattern), ({ 0: found, index }) => ({
      at: index,
      remove: found.length,
      insert: change(found),
    })).filter(({ at, remove, insert }) => insert !== source.text.slice(at, at + remove)),
  );
}

/**
 * The passage without white space at its ends; null when nothing is left of it.
 * @param {CaseText} source
 */
export function trim({ text, start, end }) {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}
