// `npm run bench:anchoring`: whether passages are found again after their text was edited, and whether
// a link says so when they are gone. See bench/anchoring/README.md for options and for methods of your own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, main } from '../scripts/run.mjs';
import { drawCases, drawPassages } from './anchoring/cases.mjs';
import { loadMethod, METHODS } from './anchoring/methods.mjs';
import { measureMillion } from './anchoring/million.mjs';
import { checkGoals, toReport } from './anchoring/report.mjs';
import { scoreMethod } from './anchoring/score.mjs';
import { loadTexts } from './anchoring/texts.mjs';

/** Seeds that the program was developed with: figures of these prove nothing. */
const DEVELOPMENT_SEEDS = [1, 2, 3];
/** Seeds that were never used in development. */
const REPORT_SEEDS = [41_207, 41_208, 41_209];
const RESULTS = join(ROOT, 'bench', 'results');

const OPTIONS = /** @type {const} */ ({
  seeds: { type: 'string' },
  passages: { type: 'string', default: '40' },
  compared: { type: 'string', default: '3' },
  methods: { type: 'string', default: METHODS.join(',') },
  development: { type: 'boolean', default: false },
});

await main(async () => {
  const { values } = parseArgs({ options: OPTIONS });
  const isDevelopment = values.development;
  const defaults = isDevelopment ? DEVELOPMENT_SEEDS : REPORT_SEEDS;
  const seeds = values.seeds?.split(',').map(Number) ?? defaults;
  const texts = loadTexts().filter(({ isHeldOut }) => !(isDevelopment && isHeldOut));
  const [first = 'fingerprint', ...others] = values.methods.split(',');
  const [seed = 0] = seeds;

  const own = await loadMethod(first);
  const result = {
    score: await scoreMethod(own, drawCases(texts, drawPassages(texts, seeds, Number(values.passages)))),
    million: await measureMillion(own, texts, seed),
  };
  const compared = [];
  for (const path of [first, ...others]) {
    console.error(`${path} …`);
    const loaded = await loadMethod(path);
    const cases = drawCases(texts, drawPassages(texts, [seed], Number(values.compared)));
    const score = await scoreMethod(loaded, cases);
    const isMeasured = loaded.method.needsPage !== true && path !== first;
    const million = isMeasured ? await measureMillion(loaded, texts, seed) : null;
    compared.push({ score, million: path === first ? result.million : million });
  }

  const command = ['npm run bench:anchoring', process.argv.slice(2).join(' ')].filter(Boolean).join(' -- ');
  const report = toReport(command, result, compared);
  console.log(report);
  if (isDevelopment) return;
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'anchoring.md'), report);
  if (first === METHODS[0] && !checkGoals(result).every(({ isReached }) => isReached)) process.exitCode = 1;
});
