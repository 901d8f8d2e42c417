// Weighs what the reader needs before the first interaction and compares it with
// `bench/size-budget.json`. Everything else is loaded when it is opened and costs reading nothing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ROOT, Stop, main } from './run.mjs';

const DIST = join(ROOT, 'dist');

/**
 * @typedef {object} Chunk what `dist/.vite/manifest.json` says of one file
 * @property {string} file
 * @property {readonly string[]} [imports] keys of the chunks it needs at once
 *
 * @typedef {Record<string, Chunk>} Manifest by the path of the source
 *
 * @typedef {object} Part one line of the table
 * @property {string} title
 * @property {number} actual in bytes
 * @property {number} budget in bytes
 * @property {readonly string[]} files what was weighed
 */

await main(async () => {
  if (!existsSync(join(DIST, 'index.html'))) throw new Stop('Nothing to weigh: run npm run build first.');
  const parts = weigh();
  printTable(parts);
  const over = parts.filter(({ actual, budget }) => actual > budget);
  if (over.length > 0) {
    throw new Stop(`Over budget: ${over.map(({ title }) => title).join(', ')}.
Load what is not needed for reading when it is opened (import()), or find what grew: npm run size.`);
  }
});

/** @returns {readonly Part[]} */
function weigh() {
  const budget = JSON.parse(readFileSync(join(ROOT, 'bench', 'size-budget.json'), 'utf8'));
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8'));
  const needed = findNeeded(page, manifest);
  const inlined = Array.from(page.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs), ([, style]) => style ?? '');
  const fonts = findFonts(page, manifest, budget.defaultFonts);
  return [
    {
      title: 'Script for the first interaction',
      actual: sum(needed.scripts.map((file) => compressedSize(read(file)))),
      budget: budget.script,
      files: needed.scripts,
    },
    {
      title: 'Style',
      actual: sum(
        [...needed.styles.map(read), ...inlined.map((style) => Buffer.from(style))].map(compressedSize),
      ),
      budget: budget.style,
      files: [...needed.styles, ...inlined.map(() => '<style> in index.html')],
    },
    {
      title: 'First page',
      actual: compressedSize(Buffer.from(page)),
      budget: budget.page,
      files: ['index.html'],
    },
    {
      title: 'Fonts of the default view',
      actual: sum(fonts.map((file) => read(file).byteLength)),
      budget: budget.fonts,
      files: fonts,
    },
  ];
}

/**
 * What the page loads by itself: the entry with everything it imports statically, and whatever else
 * the page names. Chunks behind `import()` are left out, and so are style sheets that the manifest
 * knows and the page does not name: the build has moved their content into the page.
 * @param {string} page
 * @param {Manifest} manifest
 */
function findNeeded(page, manifest) {
  const linked = findLinked(page);
  const isScript = (/** @type {string} */ file) => /\.m?js$/.test(file);
  /** @type {Set<string>} */
  const scripts = new Set();
  /** @param {Chunk | undefined} chunk */
  const visit = (chunk) => {
    if (chunk === undefined || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const key of chunk.imports ?? []) visit(manifest[key]);
  };
  visit(manifest['index.html']);
  // A module that the page preloads brings its own imports.
  for (const chunk of Object.values(manifest)) {
    if (isScript(chunk.file) && linked.includes(chunk.file)) visit(chunk);
  }
  for (const file of linked.filter(isScript)) scripts.add(file);
  if (scripts.size === 0) throw new Stop('The page names no script: is the entry missing?');
  return { scripts: [...scripts].toSorted(), styles: linked.filter((file) => file.endsWith('.css')) };
}

/**
 * @param {string} page
 * @returns {string[]} scripts, preloaded modules and style sheets that the page names
 */
function findLinked(page) {
  const scripts = findTags(page, 'script').map((tag) => attribute(tag, 'src'));
  const links = findTags(page, 'link')
    .filter((tag) => ['stylesheet', 'modulepreload'].includes(attribute(tag, 'rel') ?? ''))
    .map((tag) => attribute(tag, 'href'));
  return [...scripts, ...links].flatMap(toSiteFile);
}

/**
 * @param {string} page
 * @param {Manifest} manifest
 * @param {readonly string[]} names the files in `src/style/fonts/` that the default view uses
 * @returns {string[]} what the build made of them, and any other font that the page preloads
 */
function findFonts(page, manifest, names) {
  const preloaded = findTags(page, 'link')
    .filter((tag) => attribute(tag, 'rel') === 'preload' && attribute(tag, 'as') === 'font')
    .map((tag) => attribute(tag, 'href'))
    .flatMap(toSiteFile);
  const used = names.map((name) => {
    const font = manifest[`src/style/fonts/${name}.woff2`];
    if (font === undefined)
      throw new Stop(`The build has no font «${name}»: correct bench/size-budget.json.`);
    return font.file;
  });
  return [...new Set([...preloaded, ...used])].toSorted();
}

/**
 * @param {string} page
 * @param {string} name
 * @returns {string[]} the opening tags of that name
 */
function findTags(page, name) {
  return Array.from(page.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g')), ([tag]) => tag);
}

/**
 * @param {string} tag
 * @param {string} name
 * @returns {string | undefined}
 */
function attribute(tag, name) {
  return new RegExp(`\\s${name}=["']?([^"'\\s>]+)`).exec(tag)?.[1];
}

/**
 * @param {string | undefined} address
 * @returns {string[]} the file of the site it means; none for an address elsewhere
 */
function toSiteFile(address) {
  if (address === undefined || /^([a-z]+:|\/\/)/.test(address)) return [];
  return [address.replace(/^\.?\//, '').replace(/[?#].*$/, '')];
}

/** @param {string} file */
function read(file) {
  return readFileSync(join(DIST, file));
}

/** @param {Buffer} content */
function compressedSize(content) {
  return brotliCompressSync(content).byteLength;
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {readonly Part[]} parts */
function printTable(parts) {
  /** @param {number} bytes */
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
  for (const { title, actual, budget, files } of parts) {
    const mark = actual > budget ? '✗' : '✓';
    const share = `${Math.round((actual / budget) * 100)} %`.padStart(6);
    console.log(`${mark} ${title.padEnd(34)} ${kilobytes(actual)} of ${kilobytes(budget)} ${share}`);
    console.log(`    ${files.join(', ') || 'none'}`);
  }
}
