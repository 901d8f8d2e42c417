// What is compared. A method is a module of about ten lines; see bench/anchoring/README.md.
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {import('./case-text.mjs').Run} Run */
/**
 * @template T
 * @typedef {T | null | Promise<T | null>} Answer
 */
/**
 * A way of making links to passages and of finding them again. Offsets are UTF-16 code units.
 * @typedef {object} Method
 * @property {string} [name] how the table calls it
 * @property {boolean} [needsPage] whether it needs a DOM: then it is not tried on a million characters,
 *   which would say more about jsdom than about the method
 * @property {(text: string, start: number, end: number) => Answer<string>} create a link to `[start, end)`
 *   of a text: all that is kept of it, as it would stand in an address; null when there can be none
 * @property {(text: string, link: string) => Answer<Run>} resolve where the passage is in a text that
 *   may have changed; null when it is not found
 */

/** The methods in `methods/`; the first is the one that the goals are for. */
export const METHODS = ['fingerprint', 'hypothesis', 'apache-annotator', 'text-fragments', 'recogito'];

/** @typedef {{ name: string, method: Method }} LoadedMethod */

/**
 * @param {string} path the name of a method in `methods/`, or the path of a module
 * @returns {Promise<LoadedMethod>}
 */
export async function loadMethod(path) {
  const address = METHODS.includes(path)
    ? new URL(`methods/${path}.mjs`, import.meta.url)
    : pathToFileURL(isAbsolute(path) ? path : resolve(path));
  /** @type {Method} */
  const method = await import(address.href);
  return { name: method.name ?? path, method };
}
