// A collection as large as the table has to bear, made of the words of the shipped one.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../scripts/run.mjs';
import { createRandom, pick, pickNumber } from './anchoring/random.mjs';

const SEEDS = join(ROOT, 'public', 'seeds');
const RELATIONS = /** @type {const} */ ([
  'same',
  'other-words',
  'compatible-values',
  'other-value',
  'different-framing',
  'contradiction',
]);
const GROUPS = 10;
const ORIGINS = 40;
const PARAGRAPH = 5;
/** One source in so many makes a claim. */
const SHARE = 3;
/** One passage in so many is attributed, and one in so many gives a value. */
const SOMETIMES = 3;

/** @param {string} text */
function both(text) {
  return { ar: text, en: text };
}

/** @returns {readonly string[]} sentences of the shipped articles, of a length as claims have */
function readSentences() {
  /** @type {{ articles: readonly { file: string }[] }} */
  const { articles } = JSON.parse(readFileSync(join(SEEDS, 'collection.json'), 'utf8'));
  return articles
    .flatMap(({ file }) => readFileSync(join(SEEDS, file), 'utf8').split(/(?<=[.؟])\s+|\n+/u))
    .map((sentence) => sentence.trim().replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter(({ length }) => length > 30 && length < 200);
}

/**
 * Writes a collection of so many claims and sources into a folder of a site; each source makes about a
 * third of the claims.
 * @param {string} site
 * @param {string} id
 * @param {number} claims
 * @param {number} sources
 * @returns {Promise<{ file: object, articles: readonly string[], passages: number }>}
 */
export async function writeLargeCollection(site, id, claims, sources) {
  const random = createRandom(claims * 1_000 + sources);
  const sentences = readSentences();
  const folder = join(site, id);
  await mkdir(folder, { recursive: true });
  const groups = Array.from({ length: GROUPS }, (_, at) => ({
    id: `group-${at}`,
    label: both(`موضوع ${at + 1}`),
  }));
  /** @type {{ id: string, evidence: object[] }[]} */
  const made = Array.from({ length: claims }, (_, at) => ({
    id: `claim-${at}`,
    group: `group-${Math.floor((at * GROUPS) / claims)}`,
    label: both(pick(random, sentences).split(' ').slice(0, 5).join(' ')),
    relation: pick(random, RELATIONS),
    relationNote: both('كما هي في المصادر.'),
    evidence: [],
  }));
  const note = both('نص مصنوع للقياس.');
  const articles = [];
  for (let source = 0; source < sources; source += 1) {
    const article = `source-${source}`;
    let text = '';
    /** @type {{ kind: string, range: [number, number] }[]} */
    const parts = [];
    let count = 0;
    for (const [at, claim] of made.entries()) {
      // The first two make every claim, so that each is shared.
      if (source > 1 && pickNumber(random, SHARE) > 0) continue;
      if (count % PARAGRAPH === 0 && text !== '') text += '\n';
      const start = text.length;
      const quote = `${pick(random, sentences)} ${at}`;
      text += quote;
      const range = /** @type {[number, number]} */ ([start, text.length]);
      if (count % PARAGRAPH === 0) parts.push({ kind: 'paragraph', range: [...range] });
      else {
        const last = parts.at(-1);
        if (last !== undefined) last.range[1] = text.length;
      }
      text += ' ';
      count += 1;
      const origin = `Agency ${pickNumber(random, ORIGINS)}`;
      claim.evidence.push({
        article,
        range,
        quote,
        place: 'body',
        stance: 'reports',
        attribution:
          pickNumber(random, SOMETIMES) > 0
            ? null
            : { chain: [{ name: both(origin), range: [start, start + quote.indexOf(' ')] }] },
        ...(pickNumber(random, SOMETIMES) > 0
          ? {}
          : {
              value: { kind: 'quantity', amount: pickNumber(random, 30), unit: 'year', precision: 'about' },
            }),
      });
    }
    await writeFile(join(folder, `${article}.txt`), text);
    articles.push({
      id: article,
      file: `${article}.txt`,
      sha256: createHash('sha256').update(text).digest('hex'),
      length: text.length,
      language: 'ar',
      label: both(`صحيفة ${source + 1}`),
      outlet: { basis: 'unknown', name: both(`صحيفة ${source + 1}`), note },
      date: { basis: 'unknown', note },
      credits: [],
      restsOn: [],
      parts,
    });
  }
  const file = { format: 'taqabul-claims', version: 1, groups, claims: made };
  await writeFile(join(folder, 'claims.json'), JSON.stringify(file));
  await writeFile(
    join(folder, 'collection.json'),
    JSON.stringify({
      format: 'taqabul-collection',
      version: 1,
      id,
      title: both(`${claims} × ${sources}`),
      claims: 'claims.json',
      articles,
    }),
  );
  const passages = made.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return { file, articles: articles.map((article) => article.id), passages };
}
