// The pages that are measured: the built one, the bare one it is measured against, and variants of the
// built one that answer what another way of building would bring.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @param {string} text
 */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const TAGS = /** @type {Record<string, string>} */ ({ title: 'h2', subheading: 'h3' });

/**
 * The least that a page with the same texts can be: no script, no web font, no highlight.
 * @param {string} folder of the collection
 */
export async function writeBarePage(folder) {
  const collection = JSON.parse(await readFile(join(folder, 'collection.json'), 'utf8'));
  const articles = [];
  for (const { id, file, parts } of collection.articles) {
    const text = await readFile(join(folder, file), 'utf8');
    const pieces = parts.map((/** @type {{ kind: string, range: [number, number] }} */ { kind, range }) => {
      const words = escape(text.slice(...range));
      if (kind === 'furniture') return `<details><summary>…</summary>${words}</details>`;
      const tag = TAGS[kind] ?? 'p';
      return `<${tag}>${words}</${tag}>`;
    });
    articles.push(`<article data-article="${id}">\n${pieces.join('\n')}\n</article>`);
  }
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escape(collection.title.ar)}</title>
<style>
body { margin: 0; font: 1.125rem/1.95 serif }
main { display: grid; grid: 100dvh / auto-flow max(20%, min(100%, 20rem)); overflow-x: auto }
article { overflow-y: auto; padding: 1rem }
</style>
</head>
<body>
<main>
${articles.join('\n')}
</main>
</body>
</html>
`;
}
