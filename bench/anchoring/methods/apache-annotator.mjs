// @apache-annotator/dom: a TextQuoteSelector with as much context as makes it unique, matched exactly.
import { openPage, toRange, toRun } from '../page.mjs';

const { createTextQuoteSelectorMatcher, describeTextQuote } = await import('@apache-annotator/dom');

export const name = '@apache-annotator/dom';
export const needsPage = true;

/** @type {import('../methods.mjs').Method['create']} */
export async function create(text, start, end) {
  const page = openPage(text);
  const { exact, prefix, suffix } = await describeTextQuote(toRange(page, { start, end }), page.body);
  return [exact, prefix ?? '', suffix ?? ''].map((part) => encodeURIComponent(part.toWellFormed())).join(',');
}

/** @type {import('../methods.mjs').Method['resolve']} */
export async function resolve(text, link) {
  const [exact = '', prefix = '', suffix = ''] = link.split(',').map(decodeURIComponent);
  const page = openPage(text);
  const matches = createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact, prefix, suffix })(
    page.body,
  );
  for await (const range of matches) return toRun(page, range);
  return null;
}
