// `npm run bench:absence`: how well computed absences agree with the editor's on the five articles, and what they cost.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT, main } from '../scripts/run.mjs';
import { readProcessorTime } from './anchoring/score.mjs';
import { quantile } from './statistics.mjs';

/**
 * What the benchmark needs of the engine, in its own words.
 * @typedef {{ start: number, end: number }} Run
 * @typedef {{ id: string, file: string, date: object, parts: readonly { kind: string, range: Run }[] }} BenchArticle
 * @typedef {{ id: string, evidence: readonly { article: string }[] }} BenchClaim
 * @typedef {{ claim: string, article: string, kind: string, nearest: { range: Run } | null }} Authored
 * @typedef {{ sentences: readonly object[] }} Read
 * @typedef {{ kind: string, nearest: Run | null, similarity: number }} Found
 * @typedef {object} Engine
 * @property {number} TOPIC
 * @property {(article: BenchArticle, text: string) => Read} readArticle
 * @property {(articles: ReadonlyMap<string, Read>) => object} compareTexts
 * @property {(asked: object) => Found | null} computeAbsence
 */

const RESULTS = join(ROOT, 'bench', 'results');
const MANY = 200;
const RUNS = 9;

await main(async () => {
  const engine = await loadEngine();
  const { articles, claims, absences, texts } = await loadSeeds();
  const dates = new Map(articles.map(({ id, date }) => [id, date]));
  const read = new Map(
    articles.map((article) => [article.id, engine.readArticle(article, texts.get(article.id) ?? '')]),
  );
  const among = engine.compareTexts(read);
  const judged = absences.flatMap((authored) => {
    const claim = claims.find(({ id }) => id === authored.claim);
    const article = articles.find(({ id }) => id === authored.article);
    if (claim === undefined || article === undefined) return [];
    const text = texts.get(article.id) ?? '';
    const found = engine.computeAbsence({
      claim,
      article,
      text,
      texts: among,
      authored: null,
      quoted: [],
      dates,
    });
    return found === null ? [] : [{ authored, found }];
  });
  const agreement = {
    ...countAgreement(judged, engine.TOPIC),
    cost: measure(engine, articles, claims, texts),
  };
  console.log(JSON.stringify(agreement, null, 2));
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'absence.json'), `${JSON.stringify(agreement, null, 2)}\n`);
});

/** @returns {Promise<Engine>} */
async function loadEngine() {
  const engine = {};
  for (const file of ['sentence-words.ts', 'absence.ts']) {
    const path = join(ROOT, 'src/claims', file);
    Object.assign(engine, (await runnerImport(path, { root: ROOT, logLevel: 'error' })).module);
  }
  return /** @type {Engine} */ (engine);
}

async function loadSeeds() {
  /** @param {string} file */
  const load = async (file) =>
    (await runnerImport(join(ROOT, 'src', file), { root: ROOT, logLevel: 'error' })).module;
  const seeds = await load('testing/seeds.ts');
  return {
    articles: /** @type {readonly BenchArticle[]} */ (seeds.SEEDS.articles),
    claims: /** @type {readonly BenchClaim[]} */ (seeds.SEED_CLAIMS.claims),
    absences: /** @type {readonly Authored[]} */ (seeds.SEED_CLAIMS.absences),
    texts: /** @type {ReadonlyMap<string, string>} */ (seeds.SEED_TEXTS),
  };
}

/** @typedef {{ authored: Authored, found: Found }} Judged */

/** Whether the editor says that the article speaks of the topic. @param {Judged} pair */
function isTopical({ authored }) {
  return authored.kind === 'topic-only';
}

/**
 * How many pairs a threshold puts where the editor does.
 * @param {readonly Judged[]} pairs
 * @param {number} topic
 */
function countRight(pairs, topic) {
  return pairs.filter((pair) => pair.found.similarity >= topic === isTopical(pair)).length;
}

/**
 * The threshold, between two similarities that occur, that puts most pairs where the editor does.
 * @param {readonly Judged[]} pairs
 */
function chooseTopic(pairs) {
  const values = pairs.map(({ found }) => found.similarity).toSorted((one, other) => one - other);
  const between = values.map((value, index) => (value + (values[index - 1] ?? value)) / 2);
  return between.reduce(
    (best, topic) => (countRight(pairs, topic) > countRight(pairs, best) ? topic : best),
    0,
  );
}

/**
 * @param {readonly Judged[]} pairs
 * @param {number} topic
 */
function countAgreement(pairs, topic) {
  const ids = new Set(pairs.map(({ authored }) => authored.claim));
  let without = 0;
  for (const id of ids) {
    const chosen = chooseTopic(pairs.filter(({ authored }) => authored.claim !== id));
    without += countRight(
      pairs.filter(({ authored }) => authored.claim === id),
      chosen,
    );
  }
  const near = pairs.filter(({ authored }) => authored.nearest !== null);
  const same = near.filter(({ authored, found }) => {
    const [one, other] = [authored.nearest?.range, found.nearest];
    return one !== undefined && other !== null && one.start < other.end && other.start < one.end;
  });
  return {
    pairs: pairs.length,
    kind: {
      chosenOnAll: chooseTopic(pairs),
      used: topic,
      right: countRight(pairs, topic),
      rightWithoutTheClaimJudged: without,
      rightIfAllWereTopicOnly: pairs.filter(isTopical).length,
    },
    nearest: { pairs: near.length, same: same.length },
  };
}

/**
 * Milliseconds of the processor, median of several runs: reading the articles, weighing their words, and one claim held
 * against all. @param {Engine} engine @param {readonly BenchArticle[]} articles
 * @param {readonly BenchClaim[]} claims @param {ReadonlyMap<string, string>} texts
 */
function measure(engine, articles, claims, texts) {
  const many = Array.from({ length: MANY }, (_, place) => {
    const article = /** @type {BenchArticle} */ (articles[place % articles.length]);
    return { ...article, id: place < articles.length ? article.id : `more-${place}`, was: article.id };
  });
  const dates = new Map(many.map(({ id, date }) => [id, date]));
  const [claim] = claims;
  /** @type {{ reading: number[], weighing: number[], claim: number[] }} */
  const times = { reading: [], weighing: [], claim: [] };
  for (let run = 0; run < RUNS; run += 1) {
    const begun = readProcessorTime();
    const read = new Map(
      many.map((article) => [article.id, engine.readArticle(article, texts.get(article.was) ?? '')]),
    );
    const afterReading = readProcessorTime();
    const among = engine.compareTexts(read);
    const afterWeighing = readProcessorTime();
    for (const article of many) {
      const text = texts.get(article.was) ?? '';
      engine.computeAbsence({ claim, article, text, texts: among, authored: null, dates });
    }
    times.reading.push(afterReading - begun);
    times.weighing.push(afterWeighing - afterReading);
    times.claim.push(readProcessorTime() - afterWeighing);
  }
  const round = (/** @type {readonly number[]} */ values) => Math.round(quantile(values, 0.5) * 10) / 10;
  return {
    articles: MANY,
    readingMs: round(times.reading),
    weighingMs: round(times.weighing),
    oneClaimMs: round(times.claim),
  };
}
