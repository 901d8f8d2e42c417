import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project, whatever folder a command was started from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A stop that the person at the keyboard can do something about: shown as its message alone. */
export class Stop extends Error {}

/**
 * Runs the main function of a script: a {@link Stop} prints its message and ends with code 1;
 * anything else is a bug of ours and keeps its stack.
 * @param {() => Promise<void>} action
 */
export async function main(action) {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Runs a program at the top of the project and shows what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean }} [options] variables to add; whether a
 *   shell must look the command up (Windows needs one for `.cmd` files)
 * @returns {Promise<number>} its exit code; 1 when a signal ended it, 127 when it could not start
 */
export function run(command, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell,
    });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command of an installed package with this Node: no shell, no `npx`, the same everywhere.
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {{ command?: string, env?: Record<string, string> }} [options] the command's name where it
 *   is not the package's
 */
export function runTool(packageName, args, { command = packageName, env = {} } = {}) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return run(process.execPath, [join(folder, typeof bin === 'string' ? bin : bin[command]), ...args], {
    env,
  });
}
