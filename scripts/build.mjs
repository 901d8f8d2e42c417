/**
 * Builds the page: the client, then the first view of the default collection rendered into it, so that
 * it reads before and without JavaScript. Why: docs/decisions/0002-first-view.md.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const top = fileURLToPath(new URL('..', import.meta.url));
const dist = join(top, 'dist');
const server = join(top, '.cache/server');
const COLLECTION = 'seeds';

/**
 * Reads the default collection's files.
 * @returns {Promise<{ collection: any, claims: any, texts: Map<string, string> }>}
 */
async function readCollection() {
  const folder = join(top, 'public', COLLECTION);
  const collection = JSON.parse(await readFile(join(folder, 'collection.json'), 'utf8'));
  const claims = JSON.parse(await readFile(join(folder, collection.claims), 'utf8'));
  const texts = new Map();
  for (const { id, file } of collection.articles) texts.set(id, await readFile(join(folder, file), 'utf8'));
  return { collection, claims, texts };
}

/**
 * Replaces exactly one place of the page; a place that is not there once is a fault of the build.
 * @param {string} page
 * @param {string | RegExp} place
 * @param {string} replacement
 */
function replaceOnce(page, place, replacement) {
  const pieces = page.split(place);
  if (pieces.length !== 2) throw new Error(`the page has ${pieces.length - 1} places like ${place}`);
  return pieces.join(replacement);
}

/**
 * The styles of the entry, with the addresses in them as seen from the page itself.
 * @param {Record<string, { isEntry?: boolean, css?: string[] }>} manifest
 */
async function readStyles(manifest) {
  const files = Object.values(manifest).flatMap((chunk) => (chunk.isEntry ? (chunk.css ?? []) : []));
  const sheets = await Promise.all(files.map((file) => readFile(join(dist, file), 'utf8')));
  return {
    files,
    css: sheets
      .join('\n')
      .replaceAll(/url\((["']?)\.\//g, 'url($1./assets/')
      .trim(),
  };
}

/**
 * Builds what shows a passage before the application is alive: one file that needs no other, so that it
 * costs one request.
 * @returns {Promise<string>} its address as seen from the page
 */
async function buildPassageScript() {
  const output = await build({
    root: top,
    logLevel: 'warn',
    publicDir: false,
    build: { rolldownOptions: { input: 'src/app/entry-passage.ts' }, emptyOutDir: false, manifest: false },
  });
  const chunks = [output].flat().flatMap((part) => ('output' in part ? part.output : []));
  if (chunks.length !== 1) throw new Error(`the passage script came out as ${chunks.length} files`);
  return `./${chunks[0]?.fileName}`;
}

/**
 * Allows the page its own files and the inline scripts it has; nothing else, and no other host.
 * @param {string} page
 */
function addSecurityPolicy(page) {
  const scripts = Array.from(page.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, code = '']) => code);
  const hashes = scripts
    .map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
    .join(' ');
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hashes}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return replaceOnce(
    page,
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

// What the page begins with is one file: cut into pieces by who else needs them it weighs 2 % more.
const firstFile = {
  codeSplitting: { groups: [{ name: 'reader', tags: [/** @type {const} */ ('$initial')] }] },
};
await build({ root: top, logLevel: 'warn', build: { rolldownOptions: { output: firstFile } } });
await build({
  root: top,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: 'src/app/entry-server.tsx',
    outDir: server,
    emptyOutDir: true,
    manifest: false,
    minify: false,
  },
});

const passageScript = await buildPassageScript();
const { renderFirstView } = await import(pathToFileURL(join(server, 'entry-server.js')).href);
const files = await readCollection();
const { html, data } = renderFirstView(COLLECTION, files);
const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
const styles = await readStyles(manifest);

let page = await readFile(join(dist, 'index.html'), 'utf8');
for (const file of styles.files)
  page = replaceOnce(page, new RegExp(`\\s*<link rel="stylesheet"[^>]*${file}">`), '');
const entry = /\s*<script type="module"[^>]*><\/script>/.exec(page)?.[0];
if (entry === undefined) throw new Error('the built page has no entry script');
page = replaceOnce(page, entry, '');
page = replaceOnce(page, '</head>', `<style>${styles.css}</style>\n  </head>`);
page = page.replaceAll(/<!--[^>]*-->\s*/g, '').replaceAll(/\n\s+/g, '\n');
// Asked for as early as can be, by an address that has a passage and by no other.
page = replaceOnce(
  page,
  '</title>',
  `</title>\n<script>if(/[#&]p=/.test(location.hash))import(${JSON.stringify(passageScript)}).catch(()=>{})</script>`,
);
// The first paint waits for the first article: painting the bar before it costs as much as painting it.
const second = files.collection.articles[1];
if (second !== undefined) {
  const expected = `<link rel="expect" href="#article-${second.id}" blocking="render">`;
  page = replaceOnce(page, '</title>', `</title>\n${expected}`);
}
page = addSecurityPolicy(page);
// The module comes after the text: the text is what the reader waits for.
page = replaceOnce(
  page,
  '<div id="app"></div>',
  `<div id="app">${html}</div>\n    <script type="application/json" id="taqabul-data">${data}</script>\n    ${entry.trim()}`,
);
await writeFile(join(dist, 'index.html'), page);
await rm(server, { recursive: true, force: true });
console.log(`first view: ${page.length} characters of HTML, ${styles.css.length} of them styles`);
