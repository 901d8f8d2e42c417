// Type-checks every project, and that every file of ours belongs to one: a file that no project
// includes would pass unread. (`tsc --noEmit` on the solution file reads nothing and succeeds.)
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT, Stop, main, runTool } from './run.mjs';

/** Folders whose every script and module is ours; files at the top are added to them. */
const FOLDERS = ['src', 'e2e', 'scripts', 'bench'];

await main(async () => {
  const code = await runTool('typescript', ['-b', '--noEmit'], { command: 'tsc' });
  if (code !== 0) throw new Stop('The types do not fit; the places are above.');

  const included = new Set(readProjects().flatMap(listIncluded));
  const left = listOurs().filter((path) => !included.has(path));
  if (left.length > 0) throw new Stop(`No tsconfig includes ${left.join(', ')}.`);
  console.log(`${included.size} files, each in a project.`);
});

/** @returns {string[]} the projects that the solution file names */
function readProjects() {
  const { references } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
  return references.map((/** @type {{ path: string }} */ { path }) => path);
}

/**
 * @param {string} project
 * @returns {string[]} our files that it checks, from the top of the project
 */
function listIncluded(project) {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const listing = execFileSync(process.execPath, [compiler, '-p', project, '--listFilesOnly'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listing
    .split(/\r?\n/)
    .map((path) => relative(ROOT, path).split(sep).join('/'))
    .filter((path) => path !== '' && !path.startsWith('node_modules/') && !path.startsWith('..'));
}

/** @returns {string[]} */
function listOurs() {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  );
  return [...readdirSync(ROOT), ...inFolders]
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.(ts|tsx|mts|mjs|js|jsx)$/.test(path));
}
