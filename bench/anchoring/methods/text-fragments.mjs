// text-fragments-polyfill: what `#:~:text=` finds, and the links that its own generator writes.
import { openPage, toRange, toRun } from '../page.mjs';

const { generateFragmentFromRange, GenerateFragmentStatus, setTimeout } =
  await import('text-fragments-polyfill/dist/fragment-generation-utils.js');
const { parseFragmentDirectives, processTextFragmentDirective } =
  await import('text-fragments-polyfill/text-fragment-utils');

// Patience with jsdom, in ms: it gives up after half a second otherwise.
setTimeout(10_000);

export const name = 'text-fragments-polyfill';
export const needsPage = true;

/** @type {import('../methods.mjs').Method['create']} */
export function create(text, start, end) {
  const page = openPage(text);
  const { status, fragment } = generateFragmentFromRange(toRange(page, { start, end }));
  if (status !== GenerateFragmentStatus.SUCCESS || fragment === undefined) return null;
  const { textStart, textEnd, prefix, suffix } = fragment;
  const write = (/** @type {string | undefined} */ part) => encodeURIComponent((part ?? '').toWellFormed());
  return [
    prefix ? `${write(prefix)}-,` : '',
    write(textStart),
    textEnd ? `,${write(textEnd)}` : '',
    suffix ? `,-${write(suffix)}` : '',
  ].join('');
}

/** @type {import('../methods.mjs').Method['resolve']} */
export function resolve(text, link) {
  const page = openPage(text);
  const { text: [directive] = [] } = parseFragmentDirectives({ text: [link] });
  const [range] = processTextFragmentDirective(directive);
  return range === undefined ? null : toRun(page, range);
}
