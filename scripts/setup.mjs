// Runs before `npm start` and, with `--browser`, before `npm test`: makes a fresh clone ready, and
// costs a few milliseconds when it already is. Uses nothing outside Node, because nothing may be
// installed yet. The version is checked before anything else is loaded, so that an old Node fails
// with a sentence and not with a syntax error in another file.
import { readFileSync } from 'node:fs';

/**
 * Whether a version fits a range written as `^1.2.3` and `>=1.2.3` joined by `||`, which is all
 * that `engines` in package.json uses.
 * @param {string} version
 * @param {string} range
 */
function fits(version, range) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, sign, ...numbers] = /^(\^|>=)(\d+)\.(\d+)\.(\d+)$/.exec(part.trim()) || [];
    if (sign === undefined) throw new RangeError(`range not understood: ${part}`);
    const [wantMajor = 0, wantMinor = 0, wantPatch = 0] = numbers.map(Number);
    if (major !== wantMajor) return sign === '>=' && major > wantMajor;
    if (minor !== wantMinor) return minor > wantMinor;
    return patch >= wantPatch;
  });
}

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

if (fits(process.versions.node, engines.node)) {
  const { main } = await import('./run.mjs');
  const { prepare } = await import('./prepare.mjs');
  await main(() => prepare({ browser: process.argv.includes('--browser') }));
} else {
  console.error(`
Taqabul needs Node ${engines.node}; this is Node ${process.versions.node}.
Install the current long-term version of Node and run the command again.
`);
  process.exitCode = 1;
}
