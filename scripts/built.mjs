import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, Stop, run } from './run.mjs';

/** Everything that the built site depends on. */
const SOURCES = [
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'public',
  'scripts',
  'src',
];

/**
 * Kept inside `dist/`, which every build empties: so it can only stand beside the build that wrote
 * it. Hidden, so that no server sends it.
 */
const STAMP = join(ROOT, 'dist', '.built-from');

/** Whether `dist/` was built from the sources as they are now. Reads all of them: some milliseconds. */
export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashSources();
}

/**
 * Builds the site into `dist/`.
 * @throws {Stop} when the build fails; its own message is above
 */
export async function build() {
  rmSync(STAMP, { force: true });
  // Taken before, so that a change during the build leaves a stamp that no longer fits.
  const stamp = hashSources();
  const code = await run(process.execPath, ['scripts/build.mjs']);
  if (code !== 0) throw new Stop(`The site could not be built (code ${code}); the reason is above.`);
  writeFileSync(STAMP, stamp);
}

/** By content and not by time: a checkout or a copy sets times that mean nothing. */
function hashSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of listFiles(source)) hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} path from the top of the project
 * @returns {string[]} the file itself, or every file inside but tests, in a fixed order
 */
function listFiles(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return /\.test\.\w+$/.test(path) ? [] : [path];
  return readdirSync(full)
    .toSorted()
    .flatMap((name) => listFiles(`${path}/${name}`));
}
