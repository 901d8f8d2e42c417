// What a key typed into search costs in the page itself, with more and more articles open.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { readBrowser } from '../scripts/browser.mjs';
import { ROOT, Stop } from '../scripts/run.mjs';
import { createSiteServer, listen } from '../scripts/serve.mjs';
import { drawArticles } from './search-articles.mjs';
import { median, quantile, showTable } from './statistics.mjs';

/**
 * @typedef {import('./search-articles.mjs').BenchArticle} BenchArticle
 *
 * @typedef {object} Key what one key cost, in ms
 * @property {string} typed what stood in the field after it
 * @property {number} busy how long the page's main thread worked, drawing included
 * @property {number} longest the longest task of these
 * @property {number} results from the key until what was found for it stood on the screen
 * @property {number} listed how many results, those that come when the list is scrolled not counted
 *
 * @typedef {object} Figures of one number of articles
 * @property {number} count
 * @property {number} characters
 * @property {number} opening how long the main thread worked until the page stood, search not opened yet, in ms
 * @property {number} elements in the page then
 * @property {number} scrolling how long it worked while the reader went from one end of the columns to the other, in ms
 * @property {Key} first the first key, with which the articles are read
 * @property {readonly Key[]} keys all others
 * @property {readonly number[]} held of keys typed without waiting for results: from each press until the page had taken it, in ms
 */

/** Typed key by key. The first key stands apart: with it the articles are read. */
const TYPED = ['المعاهدة'];
/** Between two keys of somebody who types without a pause, in ms. */
const STROKE = 100;
/** How long anything may take, in ms. */
const PATIENCE = 600_000;
/** Longer tasks are felt, in ms. */
const LONG = 50;

/**
 * A part begins and ends with what can be seen.
 * @param {string} text
 * @param {BenchArticle['parts'][number]['range']} range
 */
function trim(text, { start, end }) {
  const part = text.slice(start, end);
  return [end - part.trimStart().length, start + part.trimEnd().length];
}

/** @param {BenchArticle} article */
function toManifestEntry({ id, text, parts }) {
  const name = { ar: `نص ${id}`, en: `Text ${id}` };
  const note = { ar: 'نص للقياس.', en: 'A text for measuring.' };
  return {
    id,
    file: `${id}.txt`,
    sha256: createHash('sha256').update(text).digest('hex'),
    length: text.length,
    language: 'ar',
    label: name,
    outlet: { basis: 'unknown', name, note },
    date: { basis: 'unknown', note },
    credits: [],
    restsOn: [],
    parts: parts.map(({ kind, range }) =>
      kind === 'furniture'
        ? { kind, furniture: 'other-article', range: trim(text, range) }
        : { kind: 'paragraph', range: trim(text, range) },
    ),
  };
}

/**
 * Publishes articles as a collection beside the page.
 * @param {string} site
 * @param {string} id
 * @param {readonly BenchArticle[]} articles
 */
async function publish(site, id, articles) {
  const folder = join(site, id);
  await mkdir(folder);
  const manifest = {
    format: 'taqabul-collection',
    version: 1,
    id,
    title: { ar: 'نصوص للقياس', en: 'Texts for measuring' },
    claims: 'claims.json',
    articles: articles.map(toManifestEntry),
  };
  const claims = {
    format: 'taqabul-claims',
    version: 1,
    groups: [{ id: 'none', label: { ar: 'لا شيء', en: 'None' } }],
    claims: [],
  };
  await writeFile(join(folder, 'collection.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'claims.json'), JSON.stringify(claims));
  await Promise.all(articles.map((article) => writeFile(join(folder, `${article.id}.txt`), article.text)));
}

/**
 * What the page notes of itself.
 * @typedef {object} Notes
 * @property {number} key when the last key came
 * @property {number} results when what was found for it stood on the screen; 0 until then
 * @property {boolean} isSaid whether the count has been said since, which is the last that a key brings about
 * @property {number} longest
 * @property {number[]} held
 */

/** Runs in the page before anything else of it: notes when keys come and what follows them. */
function watch() {
  /** @type {Notes} */
  const notes = { key: 0, results: 0, isSaid: false, longest: 0, held: [] };
  Object.defineProperty(globalThis, 'benchSearch', { value: notes });
  let pressed = 0;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp;
      Object.assign(notes, { key: timeStamp, results: 0, isSaid: false, longest: 0 });
    },
    { capture: true },
  );
  // The page has taken a key when its own answer to it is over, which comes right after the event.
  addEventListener('input', () => queueMicrotask(() => notes.held.push(performance.now() - pressed)));
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.longest = Math.max(notes.longest, duration);
  }).observe({ type: 'longtask' });
  new MutationObserver((records) => {
    for (const { target, attributeName } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (attributeName === 'aria-busy' && element?.localName === 'search') {
        if (element.getAttribute('aria-busy') === 'true') notes.results = 0;
        // The frame that shows it counts too.
        else requestAnimationFrame(() => (notes.results = performance.now()));
      }
      if (attributeName === null && element?.closest('[data-announcer]') != null) notes.isSaid = true;
    }
  }).observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ['aria-busy'],
  });
}

/** Runs in the page: waits until what a key brought about is over, and answers what was noted. */
function settle() {
  const notes = /** @type {{ benchSearch: Notes }} */ (/** @type {unknown} */ (globalThis)).benchSearch;
  return new Promise((resolve) => {
    const look = () => {
      if (notes.results === 0 || !notes.isSaid) {
        setTimeout(look, 20);
        return;
      }
      // What is left to do is done when the page has time to spare.
      requestIdleCallback(() => {
        const { key, results, longest } = notes;
        const list = document.getElementsByTagName('search')[0];
        resolve({ longest, results: results - key, listed: list?.querySelectorAll('ol > li').length ?? 0 });
      });
    };
    look();
  });
}

/** How long the main thread has worked so far, in ms. @param {import('playwright').CDPSession} session */
async function readBusy(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/** Presses a key as a keyboard does. @param {import('playwright').CDPSession} session @param {string} text */
async function press(session, text) {
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
}

/**
 * @param {import('playwright').Page} page
 * @param {import('playwright').CDPSession} session
 * @param {string} typed what stands in the field once its last letter is pressed
 * @returns {Promise<Key>}
 */
async function pressKey(page, session, typed) {
  const before = await readBusy(session);
  await press(session, typed.slice(-1));
  const noted = /** @type {Omit<Key, 'typed' | 'busy'>} */ (await page.evaluate(settle));
  return { typed, busy: (await readBusy(session)) - before, ...noted };
}

/**
 * Types without waiting for results: how long each press waited for the page, and was worked on, in ms.
 * @param {import('playwright').Page} page
 * @param {import('playwright').CDPSession} session
 * @param {string} typed
 */
async function typeQuickly(page, session, typed) {
  const read = () =>
    /** @type {{ benchSearch: Notes }} */ (/** @type {unknown} */ (globalThis)).benchSearch.held.splice(0);
  await page.evaluate(read);
  await Promise.all(
    Array.from(typed, async (text, place) => {
      await new Promise((resolve) => {
        setTimeout(resolve, place * STROKE);
      });
      await press(session, text);
    }),
  );
  await page.evaluate(settle);
  return page.evaluate(read);
}

/** Goes from one end of the columns to the other and back, a screen at a time. */
async function scrollAcross() {
  const columns = document.querySelector('main');
  if (columns === null) return;
  for (let step = 0; step <= 20; step += 1) {
    const share = step <= 10 ? step / 10 : (20 - step) / 10;
    const sign = getComputedStyle(columns).direction === 'rtl' ? -1 : 1;
    columns.scrollTo({
      left: sign * share * (columns.scrollWidth - columns.clientWidth),
      behavior: 'instant',
    });
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {readonly BenchArticle[]} articles
 * @returns {Promise<Figures>}
 */
async function measurePage(browser, address, articles) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ar' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(address);
    // Every text is here, and the page has drawn it.
    const last = articles.at(-1)?.id ?? '';
    await page.waitForFunction(
      ([count, id]) =>
        document.querySelectorAll('[data-article]').length === count &&
        document.querySelector(`[data-article="${id}"] [data-start]`) !== null,
      /** @type {const} */ ([articles.length, last]),
    );
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    const failed = await page.locator('[data-article] [role="alert"]').count();
    if (failed > 0) throw new Stop(`${failed} of ${articles.length} texts could not be shown`);
    const opening = await readBusy(session);
    const elements = await page.evaluate(() => document.getElementsByTagName('*').length);
    await page.evaluate(scrollAcross);
    const scrolling = (await readBusy(session)) - opening;
    await page.keyboard.press('/');
    const field = page.getByRole('search').getByRole('searchbox');
    await field.waitFor();
    await field.focus();
    /** @type {Key[]} */
    const keys = [];
    for (const typed of TYPED) {
      for (let end = 1; end <= typed.length; end += 1) {
        if (end === 1) await field.fill('');
        keys.push(await pressKey(page, session, typed.slice(0, end)));
      }
    }
    const held = [];
    for (const typed of TYPED) {
      await field.fill('');
      held.push(...(await typeQuickly(page, session, typed)));
    }
    const [first, ...others] = keys;
    if (first === undefined) throw new Stop('nothing was typed');
    const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
    return { count: articles.length, characters, opening, elements, scrolling, first, keys: others, held };
  } finally {
    await context.close();
  }
}

/**
 * Types into search with so many articles open, in Chromium, and measures every key.
 * @param {readonly BenchArticle[]} articles those that all others are made of
 * @param {readonly number[]} counts
 * @returns {Promise<{ version: string, figures: Figures[] }>}
 */
export async function measurePages(articles, counts) {
  const built = join(ROOT, 'dist');
  if (!existsSync(join(built, 'index.html'))) throw new Stop('nothing is built: npm run build');
  const site = await mkdtemp(join(tmpdir(), 'taqabul-search-'));
  const server = createSiteServer([built, site]);
  try {
    const port = await listen(server, 0);
    const executablePath = readBrowser()?.executablePath;
    const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
    try {
      /** @type {Figures[]} */
      const figures = [];
      for (const count of counts) {
        console.error(`${count} articles in the page …`);
        const drawn = drawArticles(articles, count);
        const id = `many-${count}`;
        await publish(site, id, drawn);
        figures.push(await measurePage(browser, `http://localhost:${port}/#v=1&collection=${id}`, drawn));
      }
      return { version: browser.version(), figures };
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
    await rm(site, { recursive: true, force: true });
  }
}

/** @param {Awaited<ReturnType<typeof measurePages>>} measured */
export function reportPages({ version, figures }) {
  const whole = (/** @type {number} */ value) => value.toFixed(0);
  const [small, large] = [figures[0], figures.at(-1)];
  /** @param {string} what @param {(one: Figures) => number} read */
  const row = (what, read) => [
    what,
    ...figures.map((one) => whole(read(one))),
    ...(small === undefined || large === undefined
      ? []
      : [read(small) === 0 ? '–' : `× ${(read(large) / read(small)).toFixed(1)}`]),
  ];
  const at =
    (/** @type {keyof Key & ('busy' | 'longest' | 'results')} */ what, /** @type {number} */ share) =>
    (/** @type {Figures} */ { keys }) =>
      quantile(
        keys.map((key) => key[what]),
        share,
      );
  return [
    '## In the page',
    `Chromium ${version}, headless, 1440 × 900. All articles are open side by side; ${TYPED.map((typed) => `«${typed}»`).join(' and ')} is typed key by key, the next key once the last one’s results are on the screen and have been announced; then again with ${STROKE} ms from key to key, whatever the page does. In ms; “busy” is what the page’s main thread worked, drawing included, from one key to the next, the address and the announcement that follow included. Tasks under ${LONG} ms are not told one by one: 0 is none longer.`,
    showTable(
      ['', ...figures.map(({ count }) => `${count} articles`), 'grows'],
      [
        row('characters', ({ characters }) => characters),
        row('elements in the page', ({ elements }) => elements),
        row('opening the page, busy', ({ opening }) => opening),
        row('going across the columns and back, busy', ({ scrolling }) => scrolling),
        row('first key, busy', ({ first }) => first.busy),
        row('first key, to its results', ({ first }) => first.results),
        row('a key, busy, median', at('busy', 0.5)),
        row('a key, busy, the slowest', at('busy', 1)),
        row('a key, longest task, median', at('longest', 0.5)),
        row('a key, to its results, median', at('results', 0.5)),
        row('a key, to its results, the slowest', at('results', 1)),
        row('typing on, from a press until it is taken, median', ({ held }) => median(held)),
        row('typing on, from a press until it is taken, the slowest', ({ held }) => Math.max(...held)),
        row('results listed at first, median', ({ keys }) => median(keys.map(({ listed }) => listed))),
      ],
    ),
  ].join('\n\n');
}
