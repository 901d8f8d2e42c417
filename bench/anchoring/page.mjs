// Texts as pages, for libraries that need a DOM: one paragraph a line, in jsdom.
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><html dir="rtl" lang="ar"><body></body></html>');
const NAMES = [
  'window',
  'document',
  'Node',
  'NodeFilter',
  'Range',
  'HTMLElement',
  'Element',
  'Text',
  'DOMRect',
];
for (const name of NAMES) {
  Object.defineProperty(globalThis, name, { value: Reflect.get(window, name), configurable: true });
}
// jsdom lays nothing out: every element is as good as visible, and has no size.
Object.defineProperty(window.HTMLElement.prototype, 'innerText', {
  get() {
    return this.textContent;
  },
});

/** @typedef {import('./case-text.mjs').Run} Run */

/**
 * A text as a page; its text nodes together are the text.
 * @typedef {object} Page
 * @property {HTMLElement} body
 * @property {readonly Text[]} nodes
 */

/** @type {{ text: string, page: Page } | null} */
let last = null;

/**
 * @param {string} text
 * @returns {Page} the only one there is: the one before it is taken apart
 */
export function openPage(text) {
  if (last?.text === text) return last.page;
  const { body } = window.document;
  body.replaceChildren();
  /** @type {Text[]} */
  const nodes = [];
  for (const line of text.split(/(?<=\n)/)) {
    const paragraph = window.document.createElement('p');
    const node = window.document.createTextNode(line);
    paragraph.append(node);
    body.append(paragraph);
    nodes.push(node);
  }
  last = { text, page: { body, nodes } };
  return last.page;
}

/**
 * @param {Page} page
 * @param {Run} run
 */
export function toRange({ nodes }, { start, end }) {
  const range = window.document.createRange();
  let at = 0;
  for (const node of nodes) {
    const { length } = node;
    if (start >= at && start < at + length) range.setStart(node, start - at);
    if (end > at && end <= at + length) range.setEnd(node, end - at);
    at += length;
  }
  return range;
}

/**
 * @param {Page} page
 * @param {Node} container
 * @param {number} offset
 */
function toOffset({ body }, container, offset) {
  const before = window.document.createRange();
  before.selectNodeContents(body);
  before.setEnd(container, offset);
  return before.toString().length;
}

/**
 * @param {Page} page
 * @param {Range} range
 * @returns {Run}
 */
export function toRun(page, { startContainer, startOffset, endContainer, endOffset }) {
  return { start: toOffset(page, startContainer, startOffset), end: toOffset(page, endContainer, endOffset) };
}
