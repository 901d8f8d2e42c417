import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineOf, listFiles, readFiles, TOP, type SourceFile } from './testing/source-files.ts';

/** Folders that a clone does not have: made by installing, building or testing. */
const MADE = /^(node_modules|dist|\.cache|coverage)(\/|$)/;

/** Endings by which a bare name is known to be meant as a file of ours; texts may be anyone's. */
const ENDINGS = /\.(ts|tsx|mjs|mts|css|html|json|md|svg|png|woff2|webmanifest)$/;

const folders = readdirSync(TOP, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !MADE.test(entry.name) && entry.name !== '.git')
  .map(({ name }) => name);
const topFiles = readdirSync(TOP, { withFileTypes: true }).flatMap((entry) =>
  entry.isFile() ? [entry.name] : [],
);
const paths = [...topFiles, ...folders.flatMap(listFiles)];

/** Every file and every folder of the project, each with a slash before it. */
const known = new Set(
  paths.flatMap((path) => {
    const parts = path.split('/');
    return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
  }),
);

/** The names of all folders, also of inner ones: `text/fold.ts` is short for `src/text/fold.ts`. */
const folderNames = new Set(paths.flatMap((path) => path.split('/').slice(0, -1)));

const code = ['src', 'scripts', 'bench', 'e2e']
  .flatMap((folder) => readFiles(folder, ['.ts', '.tsx', '.mjs']))
  // This file names functions that must not be found.
  .filter(({ path }) => path !== 'src/documentation.test.ts')
  .map(({ text }) => text)
  .join('\n');

/** Blanks out fenced code, in which anything may stand. */
function removeFences(text: string): string {
  return text.replace(/^(```|~~~).*?^\1/gms, (fence) => fence.replace(/[^\n]/g, ' '));
}

/**
 * Whether a word in backticks is meant as a path of ours: its first folder is one of ours, or it is a
 * bare name that ends like our files. Package names, media types and commands are not.
 */
function isPath(word: string): boolean {
  if (!/^[\w.*-]+(\/[\w.*-]+)*\/?$/.test(word) || MADE.test(word)) return false;
  const [first = ''] = word.split('/', 1);
  const isMediaType = first === 'text' && !ENDINGS.test(word) && !word.endsWith('/');
  return word.includes('/')
    ? folderNames.has(first) && !isMediaType
    : ENDINGS.test(word) && !word.startsWith('.');
}

/** Whether a path, whole or as its end (`text/fold.ts`), with or without `*`, is in the project. */
function exists(word: string): boolean {
  const pattern = word
    .replace(/\/$/, '')
    .replace(/[.]/g, '\\.')
    .replace(/\*\*\/|\*+/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  const end = new RegExp(`/${pattern}$`);
  return [...known].some((path) => end.test(path));
}

/** Finds words in backticks that look like paths, or like functions of ours, and are not there. */
function findMissing(document: SourceFile): string[] {
  const text = removeFences(document.text);
  return Array.from(text.matchAll(/`([^`\n]+)`/g)).flatMap(({ 1: word = '', index }) => {
    const place = `${document.path}:${lineOf(text, index)}: ${word}`;
    if (isPath(word)) return exists(word) ? [] : [place];
    const [, name] = /^([a-z]\w+)\(\)$/.exec(word) ?? [];
    return name === undefined || new RegExp(`\\b${name}\\b`).test(code) ? [] : [place];
  });
}

/** Finds links to files that are not there, and to headings that their document does not have. */
function findBrokenLinks(document: SourceFile): string[] {
  const text = removeFences(document.text);
  return Array.from(text.matchAll(/\]\(\s*<?([^)\s>]+)/g)).flatMap(({ 1: address = '', index }) => {
    if (/^([a-z][a-z+.-]*:|\/\/)/i.test(address)) return [];
    const [file = '', heading] = decodeURI(address).split('#', 2);
    const target = file === '' ? document.path : posix.join(posix.dirname(document.path), file);
    const isThere = file === '' || (!target.startsWith('../') && existsSync(TOP + target));
    const isHeadingThere =
      heading === undefined || !target.endsWith('.md') || !isThere || hasHeading(document, target, heading);
    return isThere && isHeadingThere ? [] : [`${document.path}:${lineOf(text, index)}: ${address}`];
  });
}

function hasHeading(document: SourceFile, target: string, heading: string): boolean {
  const text = target === document.path ? document.text : readFileSync(TOP + target, 'utf8');
  const titles = removeFences(text).matchAll(/^#+\s+(.+?)\s*#*$/gm);
  return Array.from(titles, ([, title = '']) => toAnchor(title)).includes(heading);
}

/** The anchor that code hosts give a heading: lower case, hyphens for spaces, no punctuation. */
function toAnchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

const documents = ['README.md', 'ARCHITECTURE.md']
  .filter((path) => existsSync(TOP + path))
  .concat(listFiles('docs').filter((path) => path.endsWith('.md')))
  .map((path) => ({ path, text: readFileSync(TOP + path, 'utf8') }));

describe('the documents', () => {
  it('name only files and functions that are there', () => {
    expect(documents.flatMap(findMissing)).toEqual([]);
  });

  it('link only to what is there', () => {
    expect(documents.flatMap(findBrokenLinks)).toEqual([]);
  });
});

describe('the test of the documents', () => {
  const document = (text: string): SourceFile => ({ path: 'docs/a.md', text });

  it.each([
    '`src/text/gone.ts`',
    '`gone.ts`',
    '`text/gone.ts`',
    '`src/gone/`',
    '`docs/gone`',
    '`src/**/*.gone.ts`',
    '`findWhatIsNotThere()`',
  ])('objects to %s', (text) => {
    expect(findMissing(document(text))).toHaveLength(1);
  });

  it.each([
    '`src/text/offsets.ts`',
    '`offsets.ts`',
    '`text/offsets.ts`',
    '`src/text/`',
    '`src/**/*.test.ts`',
    '`src/*/offsets.ts`',
    '`package.json`',
    '`dist/index.html`',
    '`node_modules/`',
    '`@tanstack/react-query`',
    '`react-dom/client`',
    '`text/html`',
    '`000.txt`',
    '`my-event/collection.json`',
    '`[start, end)`',
    '`npm run build`',
    '`toSpan()`',
    '```\nsrc/text/gone.ts `src/text/gone.ts`\n```',
  ])('accepts %s', (text) => {
    expect(findMissing(document(text))).toEqual([]);
  });

  it.each([
    '[a](gone.md)',
    '[a](../src/gone.ts)',
    '[a](#gone)',
    '[a](../../outside.md)',
    '![a](gone.png "title")',
  ])('objects to the link %s', (text) => {
    expect(findBrokenLinks(document(text))).toHaveLength(1);
  });

  it.each([
    '[a](../package.json)',
    '[a](../src/text/)',
    '[a](https://example.org/gone)',
    '[a](mailto:a@example.org)',
    '## One thing: two\n[a](#one-thing-two)',
    '## تقابُل وتوافق\n[a](#تقابُل-وتوافق)',
  ])('accepts the link %s', (text) => {
    expect(findBrokenLinks(document(text))).toEqual([]);
  });
});
