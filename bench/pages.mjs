// What is measured besides the built page: the bare page that it is held against, and an address that
// points at a passage.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from '../scripts/run.mjs';

const SEEDS = join(ROOT, 'public', 'seeds');

/**
 * @typedef {object} Part
 * @property {string} kind
 * @property {[number, number]} range
 *
 * @typedef {object} Article
 * @property {string} id
 * @property {string} file
 * @property {readonly Part[]} parts
 */

/** @returns {Promise<{ title: { ar: string }, claims: string, articles: readonly Article[] }>} */
async function readCollection() {
  return JSON.parse(await readFile(join(SEEDS, 'collection.json'), 'utf8'));
}

/** @param {Article} article */
function readText(article) {
  return readFile(join(SEEDS, article.file), 'utf8');
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** @type {Readonly<Record<string, string>>} */
const TAGS = { title: 'h2', subheading: 'h3' };

/** The least that a page with the same texts can be: no script, no web font, no highlight. */
export async function writeBarePage() {
  const { title, articles } = await readCollection();
  const columns = [];
  for (const article of articles) {
    const text = await readText(article);
    const pieces = article.parts.map(({ kind, range }) => {
      const words = escape(text.slice(...range));
      if (kind === 'furniture') return `<details><summary>…</summary>${words}</details>`;
      const tag = TAGS[kind] ?? 'p';
      return `<${tag}>${words}</${tag}>`;
    });
    columns.push(`<article data-article="${article.id}">\n${pieces.join('\n')}\n</article>`);
  }
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escape(title.ar)}</title>
<style>
body { margin: 0; font: 1.125rem/1.95 serif }
main { display: grid; grid: 100dvh / auto-flow max(20%, min(100%, 20rem)); overflow-x: auto }
article { overflow-y: auto; padding: 1rem }
</style>
</head>
<body>
<main>
${columns.join('\n')}
</main>
</body>
</html>
`;
}

/**
 * The fragment of an address that points at a passage, written by the page's own code: the middle
 * paragraph of the third article, so that neither its column nor its place is in view at first.
 * @returns {Promise<string>} with its `#`
 */
export async function writePassageFragment() {
  const article = (await readCollection()).articles[2];
  const paragraphs = article?.parts.filter(({ kind }) => kind === 'paragraph') ?? [];
  const middle = paragraphs[Math.floor(paragraphs.length / 2)];
  if (article === undefined || middle === undefined) throw new Error('the third article has no paragraph');
  /** @type {{ describe: (text: string, span: { start: number, end: number }) => object | null }} */
  const { describe } = await importSource('anchoring/passage.ts');
  /** @type {{ encodeView: (view: object) => string, DEFAULT_VIEW: object }} */
  const { encodeView, DEFAULT_VIEW } = await importSource('link/view-link.ts');
  const [start, end] = middle.range;
  const selector = describe(await readText(article), { start, end });
  if (selector === null) throw new Error('the passage is empty');
  return `#${encodeView({ ...DEFAULT_VIEW, passages: [{ article: article.id, selector }] })}`;
}

/**
 * A module of the page, as written.
 * @param {string} path from src
 * @returns {Promise<any>}
 */
async function importSource(path) {
  const { module } = await runnerImport(`/src/${path}`, { root: ROOT, configFile: false, logLevel: 'warn' });
  return module;
}

/** How much the first view shows, in words. */
export async function describeCollection() {
  const { claims: file, articles } = await readCollection();
  /** @type {{ claims: readonly { evidence: readonly unknown[] }[] }} */
  const { claims } = JSON.parse(await readFile(join(SEEDS, file), 'utf8'));
  const passages = claims.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return `${articles.length} articles, ${claims.length} claims, ${passages} passages`;
}
