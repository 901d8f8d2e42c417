import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, Stop, run } from './run.mjs';

/** Written after a complete install; `npm ci` removes it together with the folder. */
const MARKER = join(ROOT, 'node_modules', '.taqabul-installed');

/** Whether node_modules holds what the lock file names, for this kind of machine. */
export function isInstalled() {
  return existsSync(MARKER) && readFileSync(MARKER, 'utf8') === fingerprint();
}

/** Installs exactly what the lock file names. */
export async function install() {
  console.log('Installing the packages of package-lock.json …');
  const [command, args, shell] = npm();
  // Some machines leave development packages out by default; building needs them.
  const code = await run(command, [...args, 'ci', '--include=dev'], { shell });
  if (code !== 0) {
    throw new Stop(`The packages could not be installed (npm ci ended with code ${code}; its message is above).
It needs a connection to the npm registry that this machine is set up for, and room on the disk.
Put that right and run the command again.`);
  }
  markInstalled();
}

/** Says that node_modules now holds what the lock file names. */
export function markInstalled() {
  writeFileSync(MARKER, fingerprint());
}

/** Platform binaries differ, so a folder carried to another machine or container does not count. */
function fingerprint() {
  const hash = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/**
 * How to call npm: by the file that runs us where npm does, since that needs no shell and no path.
 * @returns {[command: string, args: string[], shell: boolean]}
 */
function npm() {
  const file = process.env['npm_execpath'];
  if (file !== undefined && basename(file).startsWith('npm-cli')) return [process.execPath, [file], false];
  return ['npm', [], process.platform === 'win32'];
}
