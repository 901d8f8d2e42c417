// `npm run collection:check [folder]`: whether a collection can be published as it is. Prints one
// line per problem and ends with code 1, or one line of figures. The rules are the program's own,
// loaded from its source; the contract is docs/contracts/collection.md.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT, Stop, main } from './run.mjs';

/** @typedef {{ path: string, message: string }} Problem */
/** @template T @typedef {{ value?: T, problems?: readonly Problem[] }} Parsed */
/** @typedef {{ kind: string, range: { start: number, end: number } }} Part */
/** @typedef {{ id: string, file: string, sha256: string, parts: readonly Part[] }} Article */
/** @typedef {{ claims: string, articles: readonly Article[] }} Collection */
/** @typedef {{ evidence: readonly unknown[] }} Claim */
/** @typedef {Record<'alone' | 'absences' | 'events', readonly unknown[]> & { claims: readonly Claim[] }} ClaimsFile */
/** @typedef {ReadonlyMap<string, string>} Texts article id to text */

/**
 * What this script needs of the program, in its own words: the types of `src` belong to another
 * TypeScript project, which a script may not list.
 * @typedef {object} Rules
 * @property {(input: unknown) => Parsed<Collection>} parseCollection
 * @property {(collection: Collection, texts: Texts) => Problem[]} checkCollection
 * @property {(input: unknown, articles: readonly string[]) => Parsed<ClaimsFile>} parseClaims
 * @property {(claims: ClaimsFile, collection: Collection, texts: Texts) => Problem[]} checkClaims
 * @property {(claims: ClaimsFile, collection: Collection, texts: Texts) => Problem[]} checkFindings
 */

/** @returns {Promise<Rules>} */
async function loadRules() {
  const rules = {};
  for (const file of [
    'corpus/collection.ts',
    'corpus/check-article.ts',
    'claims/claims.ts',
    'claims/check-claims.ts',
    'claims/check-findings.ts',
  ]) {
    const { module } = await runnerImport(join(ROOT, 'src', file), { root: ROOT, logLevel: 'error' });
    Object.assign(rules, module);
  }
  return /** @type {Rules} */ (rules);
}

/**
 * @param {string} folder
 * @param {string} file
 * @returns {unknown}
 */
function readJson(folder, file) {
  const path = join(folder, file);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Stop(`${path} could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * @param {string} path
 * @returns {Buffer | null} null when there is no such file
 */
function readBytes(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Reads the articles' files the way a browser does. A file that is missing gets no text, which
 * `checkCollection` reports.
 * @param {string} folder
 * @param {Collection} collection
 */
function readTexts(folder, collection) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @type {Problem[]} */
  const problems = [];
  collection.articles.forEach(({ id, file, sha256 }, index) => {
    const bytes = readBytes(join(folder, file));
    if (bytes === null) return;
    const text = new TextDecoder().decode(bytes);
    texts.set(id, text);
    // Decoding puts U+FFFD for what is no UTF-8, so such bytes do not come back.
    if (!Buffer.from(text).equals(bytes)) {
      problems.push({
        path: `articles[${index}].file`,
        message: `${file} is not UTF-8 without byte order mark`,
      });
    }
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256) {
      problems.push({ path: `articles[${index}].sha256`, message: `is not that of ${file}: ${found}` });
    }
  });
  return { texts, problems };
}

/**
 * @param {string} folder
 * @param {Collection} collection
 * @param {Texts} texts
 * @param {ClaimsFile} claims
 */
function summarise(folder, collection, texts, claims) {
  const count = (/** @type {number} */ number, /** @type {string} */ noun, many = `${noun}s`) =>
    `${number} ${number === 1 ? noun : many}`;
  const characters = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  const furniture = collection.articles
    .flatMap(({ parts }) => parts)
    .reduce((sum, { kind, range }) => sum + (kind === 'furniture' ? range.end - range.start : 0), 0);
  const share = characters === 0 ? 0 : (100 * furniture) / characters;
  const passages = claims.claims.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return [
    `${basename(folder)}: ${count(collection.articles.length, 'article')}`,
    `${count(characters, 'character')} (${share.toFixed(1)} % furniture)`,
    count(claims.claims.length, 'claim'),
    count(passages, 'passage'),
    count(claims.alone.length, 'claim of one article', 'claims of one article'),
    count(claims.absences.length, 'absence'),
    count(claims.events.length, 'event'),
    'no problems',
  ].join(', ');
}

/**
 * Prints problems and marks the run as failed if there are any.
 * @param {string} file the file that the paths lead into
 * @param {readonly Problem[]} problems
 */
function report(file, problems) {
  for (const { path, message } of problems) {
    console.log(`${path === '' ? file : `${file} ${path}`}: ${message}`);
    process.exitCode = 1;
  }
  return problems.length === 0;
}

await main(async () => {
  const asked = process.argv[2];
  // npm changes to the top of the project; a path is meant from where the command was typed.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const folder = asked === undefined ? join(ROOT, 'public', 'seeds') : resolve(from, asked);
  const rules = await loadRules();

  const collection = rules.parseCollection(readJson(folder, 'collection.json'));
  if (collection.value === undefined) {
    report('collection.json', collection.problems ?? []);
    return;
  }
  const { texts, problems } = readTexts(folder, collection.value);
  const fits = report('collection.json', [...problems, ...rules.checkCollection(collection.value, texts)]);

  const file = collection.value.claims;
  const ids = collection.value.articles.map(({ id }) => id);
  const claims = rules.parseClaims(readJson(folder, file), ids);
  if (claims.value === undefined) {
    report(file, claims.problems ?? []);
    return;
  }
  const holds = report(file, [
    ...rules.checkClaims(claims.value, collection.value, texts),
    ...rules.checkFindings(claims.value, collection.value, texts),
  ]);
  if (fits && holds) console.log(summarise(folder, collection.value, texts, claims.value));
});
