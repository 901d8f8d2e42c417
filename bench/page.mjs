/**
 * What loading the page costs, beside a bare page with the same texts measured in the same run:
 * `npm run build && npm run bench:page`. Results: bench/results/page.md. Options, after `--`:
 * `--rounds 15` for more rounds; `--variants` for other ways of building the page as well, into
 * bench/results/page-variants.md, and `--only fonts` for those with that in their name; `--shifts` to
 * see what moved; `--on Phone` for one machine alone.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { readBrowser } from '../scripts/browser.mjs';
import { ROOT, Stop, main } from '../scripts/run.mjs';
import { createSiteServer, listen } from '../scripts/serve.mjs';
import { waitForCalm } from './calm.mjs';
import { load } from './load.mjs';
import { describeCollection, writeBarePage, writePassageFragment } from './pages.mjs';
import { median, medianRatio, showSpread, showTable } from './statistics.mjs';
import { writeVariants } from './variants.mjs';

/**
 * @typedef {import('./load.mjs').Load} Load
 * @typedef {import('./load.mjs').Profile} Profile
 *
 * @typedef {object} Candidate a page that is measured
 * @property {string} name
 * @property {string} path its address on the site
 * @property {boolean} hydrates
 * @property {boolean} hasTarget
 * @property {boolean} isSecondVisit
 *
 * @typedef {Map<string, readonly Load[]>} Results by name, one load for each round
 */

/** @type {readonly Profile[]} */
const PROFILES = [
  {
    title: 'Phone, slow 4G',
    detail: '390 × 844, 1.6 Mbit/s down, 750 kbit/s up, 150 ms round trip, processor slowed 4 ×',
    viewport: { width: 390, height: 844 },
    isPhone: true,
    slowdown: 4,
    network: { latency: 150, down: 1_600_000, up: 750_000 },
  },
  {
    title: 'Desktop, slow 4G',
    detail: '1440 × 900, the same network, processor as it is',
    viewport: { width: 1440, height: 900 },
    isPhone: false,
    slowdown: 1,
    network: { latency: 150, down: 1_600_000, up: 750_000 },
  },
  {
    title: 'Desktop',
    detail: '1440 × 900, nothing slowed',
    viewport: { width: 1440, height: 900 },
    isPhone: false,
    slowdown: 1,
    network: null,
  },
];

const BARE = 'bare page';
const BUILT = 'first view';
const LINKED = 'passage link';
/** Fewer rounds say too little. */
const MIN_ROUNDS = 9;
/** Below this many ms of blocking a ratio says nothing. */
const MIN_BLOCKING = 20;

await main(async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '11' },
      variants: { type: 'boolean', default: false },
      shifts: { type: 'boolean', default: false },
      on: { type: 'string', default: '' },
      only: { type: 'string', default: '' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Stop('--rounds takes a whole number.');
  if (!existsSync(join(ROOT, 'dist', 'index.html'))) {
    throw new Stop('Nothing to measure: run npm run build first.');
  }
  const found = readBrowser();
  if (found === null) throw new Stop('No browser is known yet: run npm test once, it finds one.');

  // A copy, so that a build in the meantime changes nothing.
  const site = await mkdtemp(join(tmpdir(), 'taqabul-bench-'));
  const server = createSiteServer([site]);
  try {
    await cp(join(ROOT, 'dist'), site, { recursive: true });
    const candidates = await writeCandidates(site, values.variants ? values.only : null);
    const port = await listen(server, 4300, { tries: 50 });
    const browser = await chromium.launch({ executablePath: found.executablePath });
    try {
      const sections = [];
      for (const profile of PROFILES.filter(({ title }) => title.includes(values.on))) {
        const results = await measure(browser, profile, candidates, `http://localhost:${port}/`, rounds);
        sections.push(`## ${profile.title}\n\n${profile.detail}.\n\n${showResults(results)}`);
        if (!values.variants) sections.push(showGoals(results));
        if (values.shifts) console.log(showShifts(results));
      }
      const report = [...(await writeHead(browser.version(), rounds, values.variants)), ...sections].join(
        '\n\n',
      );
      console.log(report);
      if (rounds < MIN_ROUNDS) {
        console.log(`\nNot kept: ${rounds} rounds are too few, ${MIN_ROUNDS} are wanted.`);
        return;
      }
      const folder = join(ROOT, 'bench', 'results');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, values.variants ? 'page-variants.md' : 'page.md'), `${report}\n`);
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
    await rm(site, { recursive: true, force: true });
  }
});

/**
 * @param {string} site
 * @param {string | null} variants part of the names of the variants wanted; null for none of them
 * @returns {Promise<readonly Candidate[]>}
 */
async function writeCandidates(site, variants) {
  await writeFile(join(site, 'bare.html'), await writeBarePage());
  const fragment = await writePassageFragment();
  const written = variants === null ? [] : await writeVariants(site, variants);
  const plain = { hydrates: true, hasTarget: false, isSecondVisit: false };
  return [
    { ...plain, name: BARE, path: 'bare.html', hydrates: false },
    { ...plain, name: BUILT, path: '' },
    { ...plain, name: LINKED, path: fragment, hasTarget: true },
    ...written.map(({ name, path, hydrates }) => {
      const hasTarget = name.startsWith('passage');
      const isSecondVisit = name.endsWith('second visit');
      return { name, path: hasTarget ? `${path}${fragment}` : path, hydrates, hasTarget, isSecondVisit };
    }),
  ];
}

/**
 * Loads every candidate once in every round, in turns from either end.
 * @param {import('playwright').Browser} browser
 * @param {Profile} profile
 * @param {readonly Candidate[]} candidates
 * @param {string} origin
 * @param {number} rounds
 * @returns {Promise<Results>}
 */
async function measure(browser, profile, candidates, origin, rounds) {
  /** @type {Map<string, Load[]>} */
  const results = new Map(candidates.map(({ name }) => [name, []]));
  // The first round is thrown away: it warms the server and the browser.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, path, ...expected } of round % 2 === 0 ? candidates : candidates.toReversed()) {
      await waitForCalm();
      const loaded = await load(browser, profile, { url: `${origin}${path}`, ...expected });
      if (round > 0) results.get(name)?.push(loaded);
    }
    process.stderr.write(`\r${profile.title}: round ${round} of ${rounds} `);
  }
  process.stderr.write('\n');
  return results;
}

/**
 * @param {string} version
 * @param {number} rounds
 * @param {boolean} isVariants
 */
async function writeHead(version, rounds, isVariants) {
  const command = `npm run build && npm run bench:page${isVariants ? ' -- --variants' : ''}`;
  return [
    isVariants ? '# Other ways of building the first view' : '# What loading the page costs',
    `Written by \`${command}\`. Chromium ${version}, headless; ${cpus().length} processors; ${rounds} rounds, every page once in each, with an empty cache. ${await describeCollection()}.`,
    'Times in milliseconds since navigation began: the median, and in brackets the middle half. They depend on the machine; the ratios to the bare page (“×”: the median of the ratios within each round; “× best”: of the fastest rounds) say more. The bare page has the same texts in columns, no script, no web font and no highlight. “Web font” is the share of the first article’s running text that one drew in the end.',
  ];
}

/**
 * @param {Results} results
 * @param {string} name
 * @param {(loaded: Load) => number | null} read
 */
function column(results, name, read) {
  return (results.get(name) ?? []).map(read);
}

/** @param {Results} results */
function showResults(results) {
  const head = [
    '',
    'first paint',
    'largest paint',
    '×',
    '× best',
    'layout shift',
    'blocking',
    'script',
    'live',
    'fonts here',
    'web font',
    'passage painted',
    'passage in view',
    'kB',
    'requests',
  ];
  const rows = Array.from(results.keys(), (name) => {
    /** @param {(loaded: Load) => number | null} read */
    const values = (read) => column(results, name, read);
    /** @param {(loaded: Load) => number} read */
    const middle = (read) => median((results.get(name) ?? []).map(read));
    return [
      name,
      showSpread(values(({ firstPaint }) => firstPaint)),
      showSpread(values(({ largestPaint }) => largestPaint)),
      compare(results, name).toFixed(2),
      compareBest(results, name).toFixed(2),
      showShift(results, name),
      showSpread(values(({ blocking }) => blocking)),
      middle(({ script }) => script).toFixed(0),
      showSpread(values(({ hydrated }) => hydrated)),
      showSpread(values(({ fontsReady }) => fontsReady)),
      `${(middle(({ webFont }) => webFont) * 100).toFixed(0)} %`,
      showSpread(values(({ targetPainted }) => targetPainted)),
      showSpread(values(({ targetSeen }) => targetSeen)),
      (middle(({ bytes }) => bytes) / 1_000).toFixed(0),
      middle(({ requests }) => requests).toFixed(0),
    ];
  });
  return showTable(head, rows);
}

/**
 * The largest of all rounds: a shift that is there only sometimes is there.
 * @param {Results} results
 * @param {string} name
 */
function showShift(results, name) {
  const largest = findLargestShift(results, name);
  return largest === 0 ? '0' : `≤ ${largest.toFixed(4)}`;
}

/**
 * @param {Results} results
 * @param {string} name
 */
function findLargestShift(results, name) {
  return Math.max(...(results.get(name) ?? []).map(({ shift }) => shift));
}

/**
 * @param {Results} results
 * @param {string} name
 */
function compare(results, name) {
  return medianRatio(
    column(results, name, ({ largestPaint }) => largestPaint),
    column(results, BARE, ({ largestPaint }) => largestPaint),
  );
}

/**
 * The fastest round beside the fastest of the bare page: other programs can only slow a page down.
 * @param {Results} results
 * @param {string} name
 */
function compareBest(results, name) {
  const [best, bestBare] = [name, BARE].map((one) =>
    Math.min(...(results.get(one) ?? []).map(({ largestPaint }) => largestPaint)),
  );
  return (best ?? 0) / (bestBare ?? 0);
}

/** @param {Results} results */
function showGoals(results) {
  const paint = compare(results, BUILT);
  const shift = findLargestShift(results, BUILT);
  const [blocking, bareBlocking] = [BUILT, BARE].map((name) =>
    median((results.get(name) ?? []).map((loaded) => loaded.blocking)),
  );
  const blockingRatio = (blocking ?? 0) / (bareBlocking ?? 0);
  const isBlockingComparable = (bareBlocking ?? 0) >= MIN_BLOCKING;
  const painted = column(results, LINKED, ({ targetPainted }) => targetPainted);
  const afterPaint = medianRatio(
    painted,
    column(results, BUILT, ({ largestPaint }) => largestPaint),
  );
  const afterLive = medianRatio(
    painted,
    column(results, BUILT, ({ hydrated }) => hydrated),
  );
  /** @param {boolean} isMet */
  const verdict = (isMet) => (isMet ? 'yes' : 'no');
  return showTable(
    ['goal', 'wanted', 'measured', 'met'],
    [
      ['largest paint, to the bare page', '≤ 1.15 ×', `${paint.toFixed(2)} ×`, verdict(paint <= 1.15)],
      ['layout shift', '0', showShift(results, BUILT), verdict(shift === 0)],
      [
        'blocking, to the bare page',
        '≤ 1.5 ×',
        isBlockingComparable
          ? `${blockingRatio.toFixed(1)} ×`
          : `${blocking?.toFixed(0)} ms to ${bareBlocking?.toFixed(0)} ms; the ratio means nothing`,
        isBlockingComparable ? verdict(blockingRatio <= 1.5) : '–',
      ],
      [
        'passage painted, to the first view’s largest paint',
        '≤ 1.5 ×',
        `${afterPaint.toFixed(2)} ×`,
        verdict(afterPaint <= 1.5),
      ],
      ['the same, to the first view being live', '', `${afterLive.toFixed(2)} ×`, ''],
    ],
  );
}

/**
 * What moved, from the last round: for finding the cause, not for the report.
 * @param {Results} results
 */
function showShifts(results) {
  return Array.from(results, ([name, loads]) => {
    const shifts = loads.at(-1)?.shifts ?? [];
    return [
      name,
      ...shifts.map(({ time, value, what }) => `  ${time.toFixed(0)} ms ${value.toFixed(5)} ${what}`),
    ].join('\n');
  }).join('\n');
}
