/**
 * What bringing a claim into focus costs with many columns, from the press to the first movement:
 * `npm run build && npm run bench:focus`. Results: bench/results/focus.md. Options, after `--`:
 * `--rounds 15`; `--trace` to see where the time goes.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { readBrowser } from '../scripts/browser.mjs';
import { ROOT, Stop, main } from '../scripts/run.mjs';
import { createSiteServer, listen } from '../scripts/serve.mjs';
import { waitForCalm } from './calm.mjs';
import { median, showSpread, showTable } from './statistics.mjs';

const SEEDS = join(ROOT, 'public', 'seeds');
const RESULTS = join(ROOT, 'bench', 'results');
/** How many columns stand side by side. */
const COUNTS = [5, 20, 50];
/** The most that may pass before the movement begins, in ms, with so many columns. */
const GOAL = { columns: 20, ms: 50 };
/** Where the made collection stands beside the page. */
const NAME = 'many';

/**
 * @typedef {object} Article
 * @property {string} id
 * @property {string} file
 * @property {{ ar: string, en: string }} label
 *
 * @typedef {object} Claim
 * @property {string} id
 * @property {{ ar: string }} label
 * @property {readonly { article: string }[]} evidence
 *
 * @typedef {object} Press what one press cost
 * @property {number} moved ms from the press to the first call that scrolls
 * @property {number} painted ms from the press to the task after the first frame
 *
 * @typedef {object} Figures
 * @property {number} columns
 * @property {number} passages
 * @property {number} marks elements that mark them
 * @property {readonly Press[]} opened the panel comes, so that columns become narrower
 * @property {readonly Press[]} stepped from claim to claim
 * @property {readonly Press[]} closed
 * @property {readonly number[]} frames of scrolling together, in ms of main-thread time each
 */

/** @param {string} file */
function readSeed(file) {
  return readFileSync(join(SEEDS, file), 'utf8');
}

/**
 * As many articles as wanted: the five, again and again, each with all its claims.
 * @param {number} count
 * @returns {{ files: ReadonlyMap<string, string>, passages: number }}
 */
function makeCollection(count) {
  const manifest = JSON.parse(readSeed('collection.json'));
  const claims = JSON.parse(readSeed(manifest.claims));
  const files = new Map();
  /** @type {Map<string, string[]>} */
  const copies = new Map();
  const articles = Array.from({ length: count }, (_, place) => {
    /** @type {Article} */
    const model = manifest.articles[place % manifest.articles.length];
    const id = `a${place}`;
    copies.set(model.id, [...(copies.get(model.id) ?? []), id]);
    const text = readSeed(model.file);
    const sha256 = createHash('sha256').update(text).digest('hex');
    files.set(`${id}.txt`, text);
    const label = { ar: `${model.label.ar} ${place + 1}`, en: `${model.label.en} ${place + 1}` };
    return { ...model, id, file: `${id}.txt`, sha256, label };
  });
  const shared = claims.claims.map((/** @type {Claim} */ claim) => ({
    ...claim,
    evidence: claim.evidence.flatMap((evidence) =>
      (copies.get(evidence.article) ?? []).map((article) => ({ ...evidence, article })),
    ),
  }));
  files.set('collection.json', JSON.stringify({ ...manifest, id: NAME, claims: 'claims.json', articles }));
  files.set('claims.json', JSON.stringify({ ...claims, claims: shared }));
  const passages = shared.reduce(
    (/** @type {number} */ sum, /** @type {Claim} */ { evidence }) => sum + evidence.length,
    0,
  );
  return { files, passages };
}

/** Runs in the page before anything else of it: notes when something is first asked to scroll. */
function watch() {
  const notes = { moved: 0, pressed: 0 };
  Object.defineProperty(globalThis, 'benchFocus', { value: notes });
  const scrollTo = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollTo')?.value;
  /** @param {any[]} asked */
  Element.prototype.scrollTo = function scrollAndNote(...asked) {
    if (notes.moved === 0) notes.moved = performance.now();
    return Reflect.apply(scrollTo, this, asked);
  };
}

/**
 * Runs in the page: presses an element and says how long it took until something moved.
 * @param {Element | null} element
 * @returns {Promise<Press>}
 */
async function press(element) {
  const notes = /** @type {{ benchFocus: { moved: number } }} */ (/** @type {unknown} */ (globalThis))
    .benchFocus;
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
  notes.moved = 0;
  const pressed = performance.now();
  if (element instanceof HTMLElement) element.click();
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
  while (notes.moved === 0) {
    if (performance.now() - pressed > 10_000) throw new Error('nothing moved');
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
  }
  return { moved: notes.moved - pressed, painted: performance.now() - pressed };
}

/**
 * Runs in the page: the main-thread time that frames of scrolling together take.
 * @param {Element} scroller
 */
async function scrollTogether(scroller) {
  const times = [];
  for (let frame = 0; frame < 30; frame += 1) {
    scroller.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 30 }));
    scroller.scrollBy({ top: 30, behavior: 'instant' });
    const started = await new Promise((resolve) => {
      // Frames call back in the order they were asked: before the page's own, and after it.
      scroller.addEventListener('scroll', () => resolve(performance.now()), { once: true, capture: true });
    });
    await new Promise((resolve) => {
      requestAnimationFrame(() => resolve(undefined));
    });
    times.push(performance.now() - started);
  }
  return times;
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @param {number} count of columns
 * @param {number} rounds
 * @param {boolean} isTraced
 * @returns {Promise<Figures>}
 */
async function measure(browser, origin, count, rounds, isTraced) {
  const { files, passages } = makeCollection(count);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ar' });
  try {
    await context.addInitScript(watch);
    await context.addInitScript(() =>
      localStorage.setItem('taqabul.preferences', JSON.stringify({ version: 1, sync: 'on' })),
    );
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.route(`**/${NAME}/*`, async (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
      const type = name.endsWith('json') ? 'application/json' : 'text/plain';
      await route.fulfill({ body: files.get(name) ?? '', contentType: `${type}; charset=utf-8` });
    });
    await page.goto(`${origin}#v=1&collection=${NAME}`);
    await page.locator('button[data-claim]').first().waitFor({ state: 'attached', timeout: 60_000 });
    await page.waitForFunction(
      (wanted) => document.querySelectorAll('[data-article] [data-scroller] mark').length > wanted,
      count * 10,
    );
    await page.waitForLoadState('networkidle');
    const marks = await page.locator('mark').count();
    const rows = page
      .getByRole('complementary', { name: 'المصادر والادعاءات' })
      .locator('button[aria-pressed]');
    const row = (/** @type {string} */ text) => rows.filter({ hasText: text }).first().elementHandle();
    const [first, second] = [await row('بند المساعدة المتبادلة'), await row('أول زيارة')];
    /** @type {Press[]} */ const opened = [];
    /** @type {Press[]} */ const stepped = [];
    /** @type {Press[]} */ const closed = [];
    const session = await context.newCDPSession(page);
    for (let round = 0; round <= rounds; round += 1) {
      await waitForCalm();
      if (isTraced && round === rounds) {
        await session.send('Profiler.enable');
        await session.send('Profiler.setSamplingInterval', { interval: 200 });
        await session.send('Profiler.start');
      }
      const open = await page.evaluate(press, first);
      const step = await page.evaluate(press, second);
      const close = await page.evaluate(press, second);
      // The first round is thrown away: code is compiled in it.
      if (round === 0) continue;
      opened.push(open);
      stepped.push(step);
      closed.push(close);
    }
    if (isTraced) showProfile((await session.send('Profiler.stop')).profile);
    const frames = await page.locator('[data-scroller]').first().evaluate(scrollTogether);
    return { columns: count, passages, marks, opened, stepped, closed, frames };
  } finally {
    await context.close();
  }
}

/**
 * Where the time goes, by function: for finding the cause, not for the report.
 * @param {import('playwright').CDPSession extends never ? never : any} profile
 */
function showProfile(profile) {
  /** @type {Map<number, string>} */
  const names = new Map(
    profile.nodes.map((/** @type {any} */ { id, callFrame }) => [
      id,
      `${callFrame.functionName || '(anonymous)'} ${callFrame.url.split('/').at(-1)}:${callFrame.lineNumber}:${callFrame.columnNumber}`,
    ]),
  );
  /** @type {Map<string, number>} */
  const spent = new Map();
  profile.samples.forEach((/** @type {number} */ id, /** @type {number} */ index) => {
    const name = names.get(id) ?? '';
    spent.set(name, (spent.get(name) ?? 0) + profile.timeDeltas[index] / 1_000);
  });
  const most = Array.from(spent).toSorted(([, one], [, other]) => other - one);
  for (const [name, ms] of most.slice(0, 25)) console.log(`${ms.toFixed(1)} ms ${name}`);
}

/**
 * @param {readonly Figures[]} figures
 * @param {string} version
 * @param {number} rounds
 */
function toReport(figures, version, rounds) {
  /** @param {readonly Press[]} presses */
  const moved = (presses) => showSpread(presses.map((one) => one.moved));
  return [
    '# From a press on a claim to the first movement',
    `Written by \`npm run build && npm run bench:focus\`. Chromium ${version}, headless, 1440 × 900, ${cpus()[0]?.model ?? 'unknown processor'}, not slowed; ${rounds} rounds. Main-thread time in ms from the press in the list of claims to the first call that scrolls: the median, and in brackets the middle half. The columns are the five articles again and again, each with all its claims. Opening brings the comparison and makes the columns narrower, so that every text is laid out anew. Goal: less than ${GOAL.ms} ms with ${GOAL.columns} columns.`,
    showTable(
      [
        'columns',
        'passages',
        'marks',
        'opening',
        'from claim to claim',
        'closing',
        'opening, until painted',
        'a frame of scrolling together',
      ],
      figures.map(({ columns, passages, marks, opened, stepped, closed, frames }) => [
        String(columns),
        String(passages),
        String(marks),
        moved(opened),
        moved(stepped),
        moved(closed),
        showSpread(opened.map(({ painted }) => painted)),
        showSpread(frames, 1),
      ]),
    ),
  ].join('\n\n');
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '11' },
      trace: { type: 'boolean', default: false },
      columns: { type: 'string', default: COUNTS.join(',') },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Stop('--rounds takes a whole number.');
  if (!existsSync(join(ROOT, 'dist', 'index.html'))) {
    throw new Stop('Nothing to measure: run npm run build first.');
  }
  const found = readBrowser();
  if (found === null) throw new Stop('No browser is known yet: run npm test once, it finds one.');
  const server = createSiteServer([join(ROOT, 'dist')]);
  const port = await listen(server, 4320, { tries: 50 });
  const browser = await chromium.launch({ executablePath: found.executablePath });
  try {
    const figures = [];
    for (const count of values.columns.split(',').map(Number)) {
      figures.push(await measure(browser, `http://localhost:${port}/`, count, rounds, values.trace));
    }
    const report = `${toReport(figures, browser.version(), rounds)}\n`;
    console.log(report);
    if (values.columns === COUNTS.join(',')) {
      mkdirSync(RESULTS, { recursive: true });
      writeFileSync(join(RESULTS, 'focus.md'), report);
    }
    const held = figures.find(({ columns }) => columns === GOAL.columns);
    const worst = Math.max(
      ...[held?.opened ?? [], held?.stepped ?? [], held?.closed ?? []].map((one) =>
        median(one.map(({ moved }) => moved)),
      ),
    );
    if (worst > GOAL.ms) process.exitCode = 1;
  } finally {
    await browser.close();
    server.close();
  }
});
