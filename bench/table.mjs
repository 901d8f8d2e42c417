/**
 * What the table of claims and sources costs, up to 300 × 200: `npm run build && npm run bench:table`.
 * Results: bench/results/table.md. Options, after `--`: `--rounds 15`; `--on 300` for one size alone.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { runnerImport } from 'vite';
import { readBrowser } from '../scripts/browser.mjs';
import { ROOT, Stop, main } from '../scripts/run.mjs';
import { createSiteServer, listen } from '../scripts/serve.mjs';
import { waitForCalm } from './calm.mjs';
import { median, showTable } from './statistics.mjs';
import { writeLargeCollection } from './table-site.mjs';

/** Claims and sources. */
const SIZES = /** @type {const} */ ([
  [34, 5],
  [100, 50],
  [300, 200],
]);
/** Opening the table and changing a filter may take so many ms. */
const LIMIT = 100;
const MIN_ROUNDS = 5;
/** How often all texts are opened before the table: what is hidden then stays in the page. */
const VISITS = 5;
/** So many times in a row the page must have 40 ms to spare before it is at rest. */
const RESTS = 5;

/**
 * What one action cost, in ms.
 * @typedef {object} Cost
 * @property {number} commit from the press to the new table in the document
 * @property {number} painted from the press to after the frame that shows it
 * @property {number} script of the page, while that lasted
 * @property {number} style
 * @property {number} layout
 * @property {number} rest of the frame: painting and compositing as far as the page waits for it, and idle time
 */

/** Actions in the page, by name: what to press, and how it is known to be done. */
const ACTIONS = /** @type {const} */ ([
  ['first', 'opening the table, from the texts'],
  ['hasty', 'the same, the moment the last text has come'],
  ['open', 'opening the table, from another view'],
  ['relation', 'a filter: one relation'],
  ['clear', 'taking it off'],
  ['order', 'an order: most divergent first'],
  ['source', 'a source off'],
  ['down', 'scrolling down by 40 rows'],
  ['across', 'scrolling across by 10 columns'],
  ['boxes', 'the boxes'],
]);

await main(async () => {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '9' }, on: { type: 'string', default: '' } },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Stop('--rounds takes a whole number.');
  if (!existsSync(join(ROOT, 'dist', 'index.html')))
    throw new Stop('Nothing to measure: run npm run build first.');
  const found = readBrowser();
  if (found === null) throw new Stop('No browser is known yet: run npm test once, it finds one.');
  const site = await mkdtemp(join(tmpdir(), 'taqabul-bench-'));
  const server = createSiteServer([site]);
  try {
    await cp(join(ROOT, 'dist'), site, { recursive: true });
    const port = await listen(server, 4350, { tries: 50 });
    const browser = await chromium.launch({ executablePath: found.executablePath });
    try {
      const sections = [];
      let slowest = 0;
      for (const [claims, sources] of SIZES) {
        if (!`${claims}`.includes(values.on)) continue;
        const id = `bench-${claims}-${sources}`;
        const { file, articles, passages } = await writeLargeCollection(site, id, claims, sources);
        await waitForCalm();
        const computed = await computeInNode(file, articles, rounds);
        const measured = await measure(browser, `http://localhost:${port}/`, id, sources, rounds);
        for (const name of /** @type {const} */ (['first', 'open', 'relation', 'clear'])) {
          slowest = Math.max(slowest, median((measured.costs.get(name) ?? []).map(({ painted }) => painted)));
        }
        sections.push(
          writeSection(`${claims} claims × ${sources} sources, ${passages} passages`, computed, measured),
        );
      }
      const report = [
        '# The table of claims and sources',
        `\`npm run bench:table\`, Chromium ${browser.version()}, ${cpus()[0]?.model ?? 'unknown processor'}, 1440 × 900, Arabic. Medians of ${rounds} rounds in ms, from the press, in a page at rest, until after the frame that shows the result. Each source makes about a third of the claims. Opening and a filter may take ${LIMIT} ms: ${slowest.toFixed(0)} at most.`,
        ...sections,
      ].join('\n\n');
      console.log(report);
      if (slowest > LIMIT) process.exitCode = 1;
      if (rounds < MIN_ROUNDS || values.on !== '') return;
      await mkdir(join(ROOT, 'bench', 'results'), { recursive: true });
      await writeFile(join(ROOT, 'bench', 'results', 'table.md'), `${report}\n`);
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
    await rm(site, { recursive: true, force: true });
  }
});

/**
 * What the pure part takes, in ms: from the claims file to the rows on screen.
 * @param {object} file
 * @param {readonly string[]} articles
 * @param {number} rounds
 */
async function computeInNode(file, articles, rounds) {
  const importSource = async (/** @type {string} */ path) =>
    (await runnerImport(`/src/${path}`, { root: ROOT, configFile: false, logLevel: 'warn' })).module;
  const matrix = await importSource('claims/matrix.ts');
  const { parseClaims } = await importSource('claims/claims.ts');
  const { value } = parseClaims(structuredClone(file), articles);
  const filter = { relations: ['contradiction'], groups: [], origins: [] };
  /** @type {Record<'index' | 'rows' | 'filter', number[]>} */
  const times = { index: [], rows: [], filter: [] };
  for (let round = 0; round < rounds; round += 1) {
    const marks = [performance.now()];
    const index = matrix.indexClaims(value);
    marks.push(performance.now());
    const { rows } = matrix.computeRows(index, articles);
    marks.push(performance.now());
    matrix.countRows(rows, filter);
    matrix.sortRows(matrix.filterRows(rows, filter), 'relation', () => 0);
    marks.push(performance.now());
    const [a = 0, b = 0, c = 0, d = 0] = marks;
    times.index.push(b - a);
    times.rows.push(c - b);
    times.filter.push(d - c);
  }
  return times;
}

/** Runs in the page before anything else of it: does an action and says when it was in the document and seen. */
function prepare() {
  /** @type {Record<string, { act: () => void, isDone: () => boolean }>} */
  const actions = {};
  const grid = () => document.querySelector('table[role=grid]');
  const rowCount = () => grid()?.getAttribute('aria-rowcount');
  const press = (/** @type {string} */ selector) => {
    const element = document.querySelector(selector);
    if (!(element instanceof HTMLElement)) throw new Error(`nothing to press: ${selector}`);
    element.click();
  };
  const changes = (/** @type {() => void} */ act, /** @type {() => unknown} */ read) => {
    /** @type {unknown} */
    let before;
    return {
      act: () => {
        before = read();
        act();
      },
      isDone: () => read() !== before,
    };
  };
  const scrollBy = (/** @type {number} */ x, /** @type {number} */ y) =>
    grid()?.parentElement?.scrollBy(x, y);
  const nearest = () => grid()?.querySelector('tbody tr:last-child')?.getAttribute('aria-rowindex');
  const column = () => grid()?.querySelector('thead th:last-child')?.getAttribute('aria-colindex');
  actions['open'] = {
    act: () => press('nav a[href*="view=table"]'),
    isDone: () => grid()?.querySelector('td') != null,
  };
  actions['relation'] = changes(() => press('details[open] input'), rowCount);
  actions['clear'] = changes(() => press('details[open] input:checked'), rowCount);
  actions['order'] = changes(
    () => {
      const select = document.querySelector('main select');
      if (!(select instanceof HTMLSelectElement)) throw new Error('no order');
      select.value = 'relation';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    () => grid()?.querySelector('tbody a')?.getAttribute('data-row'),
  );
  actions['source'] = changes(
    () => press('details[open] label:nth-of-type(2) input'),
    () => grid()?.getAttribute('aria-colcount'),
  );
  actions['down'] = changes(() => scrollBy(0, 4_000), nearest);
  actions['across'] = changes(() => scrollBy(-2_200, 0), column);
  actions['boxes'] = {
    act: () => press('main [aria-pressed=false]'),
    isDone: () => document.querySelector('main canvas') !== null,
  };

  /** @param {string} name */
  const run = async (name) => {
    const action = actions[name];
    if (action === undefined) throw new Error(name);
    const start = performance.now();
    const done = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`${name} does not end`)), 20_000);
      const check = () => {
        if (!action.isDone()) return;
        observer.disconnect();
        resolve(performance.now());
      };
      const observer = new MutationObserver(check);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    action.act();
    const commit = Number(await done);
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(undefined));
        port1.start();
        port2.postMessage(null);
      });
    });
    return { commit: commit - start, painted: performance.now() - start };
  };
  Object.defineProperty(globalThis, 'benchRun', { value: run });
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {string} id of the collection
 * @param {number} sources how many it has
 * @param {number} rounds
 */
async function measure(browser, address, id, sources, rounds) {
  /** @type {Map<string, Cost[]>} */
  const costs = new Map();
  /** @type {number[]} */
  const reader = [];
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.addInitScript(prepare);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const readMetrics = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const read = (/** @type {string} */ name) =>
      (metrics.find((one) => one.name === name)?.value ?? 0) * 1_000;
    return {
      script: read('ScriptDuration'),
      style: read('RecalcStyleDuration'),
      layout: read('LayoutDuration'),
    };
  };
  /** @param {string} name @returns {Promise<Cost>} */
  const run = async (name) => {
    const before = await readMetrics();
    const { commit, painted } = await page.evaluate(
      (one) => /** @type {any} */ (globalThis).benchRun(one),
      name,
    );
    const after = await readMetrics();
    const [script, style, layout] = [
      after.script - before.script,
      after.style - before.style,
      after.layout - before.layout,
    ];
    return { commit, painted, script, style, layout, rest: Math.max(0, painted - script - style - layout) };
  };
  const keep = (/** @type {string} */ name, /** @type {Cost} */ cost) =>
    costs.set(name, [...(costs.get(name) ?? []), cost]);

  // The table's code comes with the shipped collection, whose texts stand in the page.
  const loadCode = async () => {
    await page.goto('about:blank');
    await page.goto(`${address}#v=1&view=table`);
    await page.locator('table[role=grid] td').first().waitFor();
  };
  /** All texts side by side; answers how long that took. */
  const openReader = async () => {
    const begin = performance.now();
    await page.evaluate((fragment) => {
      document.location.hash = fragment;
    }, `v=1&collection=${id}`);
    await page.waitForFunction(
      (count) => document.querySelectorAll('#text [data-article]:has([data-start] mark)').length >= count,
      sources,
      { timeout: 120_000 },
    );
    await page.waitForLoadState('networkidle');
    return performance.now() - begin;
  };
  /** Waits until the page has read its texts to the end and has nothing left to do. */
  const rest = () =>
    page.evaluate(
      (times) =>
        new Promise((done) => {
          let left = times;
          const wait = (/** @type {IdleDeadline} */ deadline) => {
            if (deadline.timeRemaining() > 40) left -= 1;
            if (left > 0) requestIdleCallback(wait);
            else done(undefined);
          };
          requestIdleCallback(wait);
        }),
      RESTS,
    );
  for (let visit = 0; visit < VISITS; visit += 1) {
    await loadCode();
    reader.push(await openReader());
    await rest();
    keep('first', await run('open'));
    // Pressed while texts that have just come are still dealt with, and before anything was computed ahead.
    await loadCode();
    await openReader();
    keep('hasty', await run('open'));
  }
  const filterOf = (/** @type {number} */ place) => page.locator('details summary').nth(place);
  for (let round = 0; round < rounds; round += 1) {
    await page.locator('nav a[href*="view=origins"]').click();
    await page.locator('table[role=grid]').waitFor({ state: 'detached' });
    keep('open', await run('open'));
    await filterOf(0).click();
    await page.locator('details[open] input').first().waitFor();
    keep('relation', await run('relation'));
    keep('clear', await run('clear'));
    keep('order', await run('order'));
    await page.locator('main select').selectOption('listed');
    await filterOf(3).click();
    await page.locator('details[open] input').first().waitFor();
    keep('source', await run('source'));
    await page.locator('details[open] label:nth-of-type(2) input').click();
    await page.keyboard.press('Escape');
    if (id !== 'bench-34-5') {
      keep('down', await run('down'));
      keep('across', await run('across'));
    }
    keep('boxes', await run('boxes'));
  }
  // The table of an address, in a page that has never shown the texts.
  await page.goto('about:blank');
  const begin = performance.now();
  await page.goto(`${address}#v=1&collection=${id}&view=table`);
  await page.locator('table[role=grid] td').first().waitFor();
  const direct = performance.now() - begin;
  await page.close();
  return { costs, reader: median(reader), direct };
}

/**
 * @param {string} title
 * @param {Record<'index' | 'rows' | 'filter', number[]>} computed
 * @param {{ costs: Map<string, Cost[]>, reader: number, direct: number }} measured
 */
function writeSection(title, computed, { costs, reader, direct }) {
  const ms = (/** @type {number} */ value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  const rows = ACTIONS.flatMap(([name, what]) => {
    const all = costs.get(name);
    if (all === undefined) return [];
    const of = (/** @type {keyof Cost} */ key) => ms(median(all.map((cost) => cost[key])));
    return [[what, of('script'), of('commit'), of('style'), of('layout'), of('rest'), of('painted')]];
  });
  return [
    `## ${title}`,
    `Computing alone, in Node: looking claims up by source ${ms(median(computed.index))}, rows ${ms(median(computed.rows))}, a filter with its counts and an order ${ms(median(computed.filter))}.`,
    showTable(['', 'script', 'in the document', 'style', 'layout', 'painting and waiting', 'seen'], rows),
    `From an address, page, code and claims loaded on the way, no text: ${ms(direct)}. The texts side by side, until all are here, take ${ms(reader)}.`,
  ].join('\n\n');
}
