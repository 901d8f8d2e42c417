// `npm run build && npm run bench:search`: what search costs at 5 and at 1,000 articles, a query for every key
// pressed, and what a key costs in the page. `--engine` measures the first alone, `--page` the second, and
// keeps nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ROOT, main } from '../scripts/run.mjs';
import { readProcessorTime } from './anchoring/score.mjs';
import { drawArticles, loadArticles, NEW_WORD_EVERY } from './search-articles.mjs';
import { measurePages, reportPages } from './search-page.mjs';
import { quantile, showTable } from './statistics.mjs';

/**
 * What the benchmark needs of the engine, in its own words.
 * @typedef {import('./search-articles.mjs').BenchArticle} BenchArticle
 * @typedef {BenchArticle['parts']} Parts
 * @typedef {object} Engine
 * @property {(article: string, text: string, parts: Parts) => object} indexArticle
 * @property {(articles: readonly object[]) => { published: readonly string[], spellings: Uint32Array }} joinIndexes
 * @property {(typed: string) => object} parseQuery
 * @property {(index: object, query: object, options?: object) => { count: number, words: number, articles: readonly { hits: readonly object[] }[] }} search
 */

const RESULTS = join(ROOT, 'bench', 'results');
const SMALL = 5;
const LARGE = 1_000;
const RUNS = 9;
/** A key may cost what is left of a frame at 60 Hz. */
const LIMIT = 16;

/** Typed key by key; every beginning of each is a query. */
const TYPED = [
  'بوتين',
  'المعاهدة',
  'وقّع الرئيس الروسي',
  'كوريا الشمالية سيارة أوروس',
  '"المساعدة المتبادلة"',
  'في "كوريا الشمالية"',
  '24 عاما',
  'ABC News',
];

/** @returns {Promise<Engine>} */
async function loadEngine() {
  const engine = {};
  for (const file of ['article-index.ts', 'search-index.ts', 'query.ts', 'search.ts']) {
    const path = join(ROOT, 'src/search', file);
    Object.assign(engine, (await runnerImport(path, { root: ROOT, logLevel: 'error' })).module);
  }
  return /** @type {Engine} */ (engine);
}

/** Quicker actions are measured several at a time, in ms: the processor's clock is coarse. */
const LEAST_MEASURED = 2;

/**
 * Processor time of an action, run by run, in ms: what others do on the machine does not count, but
 * collecting garbage and compiling do.
 * @param {() => unknown} action
 * @param {number} [runs]
 */
function measure(action, runs = RUNS) {
  return Array.from({ length: runs }, () => {
    const before = readProcessorTime();
    let times = 0;
    let spent = 0;
    while (spent < LEAST_MEASURED) {
      action();
      times += 1;
      spent = readProcessorTime() - before;
    }
    return spent / times;
  });
}

/**
 * @param {Engine} engine
 * @param {readonly BenchArticle[]} articles
 */
function measureArticles(engine, articles) {
  const indexAll = () => articles.map(({ id, text, parts }) => engine.indexArticle(id, text, parts));
  const indexing = measure(indexAll, 3);
  const indexes = indexAll();
  const joining = measure(() => engine.joinIndexes(indexes), 3);
  const index = engine.joinIndexes(indexes);
  const queries = TYPED.flatMap((typed) =>
    Array.from(typed, (_, at) => typed.slice(0, at + 1)).map((beginning) => {
      const query = () => engine.search(index, engine.parseQuery(beginning));
      const { count, words, articles: found } = query();
      const times = measure(query);
      const listed = found.reduce((sum, { hits }) => sum + hits.length, 0);
      const sending = quantile(
        measure(() => structuredClone(query()), 5),
        0.5,
      );
      return { beginning, count, words, listed, time: quantile(times, 0.5), sending };
    }),
  );
  return {
    characters: articles.reduce((sum, { text }) => sum + text.length, 0),
    words: index.spellings.length,
    spellings: index.published.length,
    indexing: quantile(indexing, 0.5),
    joining: quantile(joining, 0.5),
    queries,
  };
}

/** @typedef {ReturnType<typeof measureArticles>} Figures */

/** @param {number} ms */
function toMs(ms) {
  return ms < 10 ? ms.toFixed(2) : ms.toFixed(0);
}

/**
 * @param {Figures} small
 * @param {Figures} large
 */
function toReport(small, large) {
  const growth = large.characters / small.characters;
  /** @param {string} what @param {(figures: Figures) => number} read @param {(value: number) => string} [show] */
  const row = (what, read, show = toMs) => {
    const [one, other] = [read(small), read(large)];
    return [what, show(one), show(other), `× ${(other / one).toFixed(0)}`];
  };
  const whole = (/** @type {number} */ value) => value.toFixed(0);
  const at =
    (/** @type {number} */ share) =>
    (/** @type {Figures} */ { queries }) =>
      quantile(
        queries.map(({ time }) => time),
        share,
      );
  const slowest = large.queries.toSorted((one, other) => other.time - one.time).slice(0, 8);
  return [
    '# Search, a query for every key',
    `\`npm run build && npm run bench:search\`, Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}. Medians of ${RUNS} runs (3 for reading and putting together), in ms of processor time, garbage collection included. ${small.queries.length} queries: every beginning of ${TYPED.map((typed) => `«${typed}»`).join(', ')}. The ${LARGE} articles are the five and shuffled sentences of theirs, one word in ${NEW_WORD_EVERY} made up. A key may cost ${LIMIT} ms.`,
    showTable(
      ['', `${SMALL} articles`, `${LARGE} articles`, `text grows × ${growth.toFixed(0)}`],
      [
        row('characters', ({ characters }) => characters, whole),
        row('words', ({ words }) => words, whole),
        row('spellings', ({ spellings }) => spellings, whole),
        row('reading the articles (`indexArticle`)', ({ indexing }) => indexing),
        row('putting them together (`joinIndexes`)', ({ joining }) => joining),
        row('a key, median', at(0.5)),
        row('a key, 95th percentile', at(0.95)),
        row('a key, the slowest', at(1)),
        row('a key and copying its result, the slowest', ({ queries }) =>
          Math.max(...queries.map(({ sending }) => sending)),
        ),
      ],
    ),
    `## The slowest keys at ${LARGE} articles`,
    showTable(
      ['typed', 'sentences', 'words', 'listed', 'ms', 'with a copy'],
      slowest.map(({ beginning, count, words, listed, time, sending }) => [
        beginning,
        whole(count),
        whole(words),
        whole(listed),
        toMs(time),
        toMs(sending),
      ]),
    ),
  ].join('\n\n');
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      engine: { type: 'boolean', default: false },
      page: { type: 'boolean', default: false },
      articles: { type: 'string', default: '5,50,200,1000' },
    },
  });
  const isAll = !values.engine && !values.page;
  const articles = loadArticles();
  const sections = [];
  if (isAll || values.engine) {
    const engine = await loadEngine();
    // The engine is warm before anything counts.
    measureArticles(engine, articles);
    const small = measureArticles(engine, drawArticles(articles, SMALL));
    const large = measureArticles(engine, drawArticles(articles, LARGE));
    sections.push(toReport(small, large));
    if (large.queries.some(({ time }) => time > LIMIT)) process.exitCode = 1;
  }
  if (isAll || values.page) {
    const counts = values.articles.split(',').map(Number);
    sections.push(reportPages(await measurePages(articles, counts)));
  }
  const report = `${sections.join('\n\n')}\n`;
  console.log(report);
  if (!isAll) return;
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'search.md'), report);
});
