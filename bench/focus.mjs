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
 * @property {number} drawn ms from the press until after the frame that follows that call
 * @property {number} ended ms from the press until all is done that follows from it
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
  // What else the file says is of the five articles alone.
  const { format, version, groups } = claims;
  files.set('claims.json', JSON.stringify({ format, version, groups, claims: shared }));
  const passages = shared.reduce(
    (/** @type {number} */ sum, /** @type {Claim} */ { evidence }) => sum + evidence.length,
    0,
  );
  return { files, passages };
}

/** Runs in the page before anything else of it: marks when something is first asked to scroll. */
function watch() {
  const notes = { hasMoved: true };
  Object.defineProperty(globalThis, 'benchFocus', { value: notes });
  const scrollTo = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollTo')?.value;
  /** @param {any[]} asked */
  Element.prototype.scrollTo = function scrollAndMark(...asked) {
    if (!notes.hasMoved) {
      performance.mark('bench moved');
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => performance.mark('bench drawn'), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    }
    notes.hasMoved = true;
    return Reflect.apply(scrollTo, this, asked);
  };
}

/**
 * Runs in the page: presses an element, and marks when.
 * @param {Element | null} element
 */
async function press(element) {
  const notes = /** @type {{ benchFocus: { hasMoved: boolean } }} */ (/** @type {unknown} */ (globalThis))
    .benchFocus;
  const rest = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, 50));
    });
  await rest();
  notes.hasMoved = false;
  performance.mark('bench pressed');
  if (element instanceof HTMLElement) element.click();
  await rest();
  performance.mark('bench ended');
  if (!notes.hasMoved) throw new Error('nothing moved');
}

/**
 * What each press cost, by the marks: processor time of the page's thread (`tts`), so that what others do
 * on the machine does not count.
 * @param {Buffer} trace
 * @returns {Press[]}
 */
function readPresses(trace) {
  /** @type {{ traceEvents: readonly { name: string, tts?: number, ts: number }[] }} */
  const { traceEvents } = JSON.parse(trace.toString());
  const marks = traceEvents
    .filter(({ name, tts }) => name.startsWith('bench ') && tts !== undefined)
    .toSorted((one, other) => one.ts - other.ts);
  /** @type {Press[]} */
  const presses = [];
  let pressed = 0;
  let moved = 0;
  let drawn = 0;
  for (const { name, tts = 0 } of marks) {
    const at = tts / 1_000;
    if (name === 'bench pressed') pressed = at;
    else if (name === 'bench moved') moved = at - pressed;
    else if (name === 'bench drawn') drawn = at - pressed;
    else presses.push({ moved, drawn, ended: at - pressed });
  }
  return presses;
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
    const find = (/** @type {string} */ text) => rows.filter({ hasText: text }).first().elementHandle();
    const [first, second] = [await find('بند المساعدة المتبادلة'), await find('أول زيارة')];
    /** @type {Press[]} */ const opened = [];
    /** @type {Press[]} */ const stepped = [];
    /** @type {Press[]} */ const closed = [];
    const categories = ['blink.user_timing', ...(isTraced ? ['devtools.timeline'] : [])];
    for (let round = 0; round <= rounds; round += 1) {
      await waitForCalm();
      await browser.startTracing(page, { categories });
      for (const row of [first, second, second]) await page.evaluate(press, row);
      const trace = await browser.stopTracing();
      if (isTraced && round === rounds) showTrace(trace);
      const [open, step, close] = readPresses(trace);
      // The first round is thrown away: code is compiled in it.
      if (round === 0 || open === undefined || step === undefined || close === undefined) continue;
      opened.push(open);
      stepped.push(step);
      closed.push(close);
    }
    const frames = await page.locator('[data-scroller]').first().evaluate(scrollTogether);
    return { columns: count, passages, marks, opened, stepped, closed, frames };
  } finally {
    await context.close();
  }
}

/**
 * What the page's thread did between the marks: for finding the cause, not for the report.
 * @param {Buffer} trace
 */
function showTrace(trace) {
  /** @type {{ traceEvents: readonly { name: string, ts: number, tdur?: number, args: { elementCount?: number } }[] }} */
  const { traceEvents } = JSON.parse(trace.toString());
  const shown =
    /^bench |^(?:UpdateLayoutTree|Layout|PrePaint|Paint|FunctionCall|FireAnimationFrame|TimerFire)$/;
  for (const { name, tdur = 0, args } of traceEvents.toSorted((one, other) => one.ts - other.ts)) {
    if (!shown.test(name) || (tdur < 2_000 && !name.startsWith('bench'))) continue;
    console.log(`${name} ${(tdur / 1_000).toFixed(1)} ms ${args.elementCount ?? ''}`);
  }
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
    `Written by \`npm run build && npm run bench:focus\`. Chromium ${version}, headless, 1440 × 900, ${cpus()[0]?.model ?? 'unknown processor'}, not slowed; ${rounds} rounds. Processor time of the page’s thread in ms, from the press in the list of claims to the first call that scrolls: the median, and in brackets the middle half. The columns are the five articles again and again, each with all its claims. Opening brings the comparison and makes the columns narrower, so that texts are laid out anew: those on the screen before the movement, the others after it, as are the fading of what is not in focus and the comparison itself. Goal: less than ${GOAL.ms} ms with ${GOAL.columns} columns.`,
    showTable(
      [
        'columns',
        'passages',
        'marks',
        'opening',
        'from claim to claim',
        'closing',
        'opening, until after its first frame',
        'opening, with all that follows',
        'a frame of scrolling together',
      ],
      figures.map(({ columns, passages, marks, opened, stepped, closed, frames }) => [
        String(columns),
        String(passages),
        String(marks),
        moved(opened),
        moved(stepped),
        moved(closed),
        showSpread(opened.map(({ drawn }) => drawn)),
        showSpread(opened.map(({ ended }) => ended)),
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
