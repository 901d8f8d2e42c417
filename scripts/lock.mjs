import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stop } from './run.mjs';

/** How long a holder may take before it counts as lost: an install on a slow line fits well. */
const PATIENCE = 20 * 60_000;

/** How long a new lock may stand without naming its holder; writing the name takes no time. */
const UNNAMED_PATIENCE = 10_000;

/** How often a waiting process looks again. */
const INTERVAL = 250;

/**
 * Runs `action` while holding a lock. The lock is a folder, because making one either succeeds or
 * says that it exists, on every file system. A lock whose holder has died is taken over.
 * @template T
 * @param {string} folder where the lock stands; its parent is made when absent
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(folder, action) {
  await acquire(folder);
  try {
    return await action();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function acquire(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  const started = Date.now();
  let told = false;
  while (!tryToTake(folder)) {
    if (!told) console.log('Another set-up is at work; waiting for it …');
    told = true;
    if (isStale(folder)) removeStale(folder);
    if (Date.now() - started > PATIENCE) {
      throw new Stop(`Another set-up has been running for too long.
If none is running, remove the folder ${folder} and run the command again.`);
    }
    await sleep(INTERVAL);
  }
}

/** @param {string} folder */
function tryToTake(folder) {
  if (!makeFolder(folder)) return false;
  writeFileSync(join(folder, 'holder.json'), JSON.stringify({ pid: process.pid, host: hostname() }));
  return true;
}

/**
 * @param {string} folder
 * @returns {boolean} false when it exists
 */
function makeFolder(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Whether the holder is gone: its process has ended, or it is on another machine or unnamed and the
 * lock is old.
 * @param {string} folder
 */
function isStale(folder) {
  try {
    const age = Date.now() - statSync(folder).mtimeMs;
    const holder = readHolder(folder);
    if (holder === null) return age > UNNAMED_PATIENCE;
    return age > PATIENCE || (holder.host === hostname() && !isAlive(holder.pid));
  } catch (error) {
    // Released while we looked: not stale, and the next attempt takes it.
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * @param {string} folder
 * @returns {{ pid: number, host: string } | null}
 */
function readHolder(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8'));
  } catch (error) {
    // Not written yet, or only half of it.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Removes a stale lock. Two processes may have found the same one; without taking turns the slower
 * would remove the lock that the faster has meanwhile taken, so it looks again in its turn.
 * @param {string} folder
 */
function removeStale(folder) {
  const turn = `${folder}.turn`;
  if (!makeFolder(turn)) {
    // Its holder needs a moment only; one that died in that moment must not block everyone.
    if (isStale(turn)) rmSync(turn, { recursive: true, force: true });
    return;
  }
  if (isStale(folder)) rmSync(folder, { recursive: true, force: true });
  rmSync(turn, { recursive: true, force: true });
}

/**
 * @param {unknown} error
 * @returns {unknown} the system's code, e.g. `ENOENT`; undefined for other errors
 */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
