// @recogito/text-annotator: a selector is revived by its offsets.
import { openPage, toRange, toRun } from '../page.mjs';

const { rangeToSelector, reviveSelector } = await import('@recogito/text-annotator');

export const name = '@recogito/text-annotator';
export const needsPage = true;

/** @type {import('../methods.mjs').Method['create']} */
export function create(text, start, end) {
  const page = openPage(text);
  const selector = rangeToSelector(toRange(page, { start, end }), page.body);
  return `${selector.start}-${selector.end}`;
}

/** @type {import('../methods.mjs').Method['resolve']} */
export function resolve(text, link) {
  const [start = 0, end = 0] = link.split('-').map(Number);
  const page = openPage(text);
  const { range } = reviveSelector(
    /** @type {Parameters<typeof reviveSelector>[0]} */ ({ start, end, quote: '' }),
    page.body,
  );
  return range === undefined ? null : toRun(page, range);
}
