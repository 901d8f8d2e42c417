// `npm test`: everything that must hold, in the order from cheap to dear, up to the first failure.
// `npm test -- --only=unit,journeys` runs some of it.
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './built.mjs';
import { ROOT, Stop, main, run, runTool } from './run.mjs';
import { listen } from './serve.mjs';

const UNIT_REPORT = join(ROOT, '.cache', 'reports', 'unit.json');
const JOURNEYS_REPORT = join(ROOT, '.cache', 'reports', 'journeys.json');

/**
 * @typedef {object} Count tests of one stage
 * @property {number} passed
 * @property {number} failed
 *
 * @typedef {object} Stage
 * @property {string} id how `--only` names it
 * @property {string} title
 * @property {() => Promise<number>} run answers an exit code
 * @property {() => Count} [count] read after the run; stages without it are no tests
 * @property {string} [hint] what helps when it fails
 */

/** @type {readonly Stage[]} */
const STAGES = [
  {
    id: 'format',
    title: 'Formatting',
    run: () => runTool('oxfmt', ['--check']),
    hint: 'npm run format puts it right.',
  },
  {
    id: 'lint',
    title: 'Lint, with types',
    run: () => runTool('oxlint', ['--type-aware', '--deny-warnings']),
  },
  { id: 'types', title: 'Types', run: () => run(process.execPath, ['scripts/check-types.mjs']) },
  {
    id: 'collection',
    title: 'The collection fits its texts',
    run: () => run(process.execPath, ['scripts/check-collection.mjs']),
  },
  {
    id: 'unit',
    title: 'Unit tests',
    run: () => {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
      return runTool('vitest', ['run', ...reporters]);
    },
    count: () => {
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(UNIT_REPORT, 'utf8'));
      return { passed: numPassedTests, failed: numFailedTests };
    },
  },
  {
    id: 'build',
    title: 'Build',
    run: async () => {
      await build();
      return 0;
    },
  },
  { id: 'size', title: 'Size budget', run: () => run(process.execPath, ['scripts/check-size.mjs']) },
  {
    id: 'journeys',
    title: 'Browser journeys',
    run: async () => {
      const env = { TAQABUL_PORT: String(await findFreePort()) };
      return runTool('@playwright/test', ['test'], { command: 'playwright', env });
    },
    count: () => {
      const { stats } = JSON.parse(readFileSync(JOURNEYS_REPORT, 'utf8'));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
    hint: 'npx playwright show-trace <the trace.zip named above> shows what the browser saw.',
  },
];

/** @type {Count} */
const NOTHING = { passed: 0, failed: 0 };

/** @returns {readonly Stage[]} all of them, or those that `--only` names, always in their own order */
function chooseStages() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) return STAGES;
  const wanted = values.only.split(',');
  const known = STAGES.map(({ id }) => id);
  const unknown = wanted.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw new Stop(`No stage is called ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  return STAGES.filter(({ id }) => wanted.includes(id));
}

/**
 * Runs one stage. A stage of tests in which no test ran has failed, whatever its exit code.
 * @param {Stage} stage
 * @returns {Promise<{ failure: string | null, count: Count }>}
 */
async function runStage(stage) {
  // A report left by an earlier run must not speak for this one.
  rmSync(UNIT_REPORT, { force: true });
  rmSync(JOURNEYS_REPORT, { force: true });
  try {
    const code = await stage.run();
    const count = stage.count === undefined ? null : readCount(stage.count);
    if (code !== 0) return { failure: `ended with code ${code}.`, count: count ?? NOTHING };
    if (count !== null && count.failed > 0) return { failure: `${count.failed} failed.`, count };
    if (stage.count !== undefined && (count === null || count.passed === 0)) {
      return { failure: 'no test ran.', count: NOTHING };
    }
    return { failure: null, count: count ?? NOTHING };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { failure: error.message, count: NOTHING };
  }
}

/**
 * @param {() => Count} count
 * @returns {Count | null} null when the run ended before it wrote a report
 */
function readCount(count) {
  try {
    return count();
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    ) {
      return null;
    }
    throw error;
  }
}

/** Another run, or another program, may hold the usual port. */
async function findFreePort() {
  const probe = createServer();
  const port = await listen(probe, 4174, { tries: 100 });
  await new Promise((resolve) => {
    probe.close(resolve);
  });
  return port;
}

await main(async () => {
  const stages = chooseStages();
  /** @type {string[]} */
  const timings = [];
  const total = { passed: 0, failed: 0 };
  /** @type {string | null} */
  let failure = null;

  for (const [index, stage] of stages.entries()) {
    console.log(`\n━━━ ${index + 1}/${stages.length} ${stage.title} ━━━\n`);
    const started = performance.now();
    const outcome = await runStage(stage);
    timings.push(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${stage.title}`);
    total.passed += outcome.count.passed;
    total.failed += outcome.count.failed;
    if (outcome.failure !== null) {
      const notRun = stages.slice(index + 1).map(({ title }) => title);
      failure = [
        `✗ ${stage.title}: ${outcome.failure}`,
        ...(stage.hint === undefined ? [] : [`  ${stage.hint}`]),
        ...(notRun.length === 0 ? [] : [`  Not run after it: ${notRun.join(', ')}.`]),
      ].join('\n');
      // A stage that is no test still failed: the last line must not say otherwise.
      total.failed = Math.max(total.failed, 1);
      break;
    }
  }

  console.log(`\n━━━ Summary ━━━\n\n${timings.join('\n')}\n`);
  if (failure !== null) {
    console.log(`${failure}\n`);
    process.exitCode = 1;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
});
