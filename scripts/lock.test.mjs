import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

/** No process has it: Linux ends at 4,194,304, others earlier. */
const DEAD_PID = 99_999_999;

let folder = '';
const lock = () => join(folder, 'cache', 'setup.lock');

/** @param {object} holder */
function leaveLock(holder) {
  mkdirSync(lock(), { recursive: true });
  writeFileSync(join(lock(), 'holder.json'), JSON.stringify(holder));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('withLock', () => {
  it('lets only one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all([1, 2, 3, 4].map(() => withLock(lock(), work)));
    expect(most).toBe(1);
  });

  it('is free again after a failure, and passes the failure on', async () => {
    await expect(withLock(lock(), () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await withLock(lock(), () => Promise.resolve('done'))).toBe('done');
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });

  it('takes over from a process that has ended', async () => {
    leaveLock({ pid: DEAD_PID, host: hostname() });
    expect(await withLock(lock(), () => Promise.resolve('done'))).toBe('done');
  });

  it('takes over an old lock that names nobody', async () => {
    mkdirSync(lock(), { recursive: true });
    const aMinuteAgo = Date.now() / 1000 - 60;
    utimesSync(lock(), aMinuteAgo, aMinuteAgo);
    expect(await withLock(lock(), () => Promise.resolve('done'))).toBe('done');
  });

  it('waits for a process that is alive', async () => {
    leaveLock({ pid: process.pid, host: hostname() });
    let entered = false;
    const waiting = withLock(lock(), async () => {
      entered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(entered).toBe(false);
    rmSync(lock(), { recursive: true });
    await waiting;
    expect(entered).toBe(true);
  });

  it('lets only one in when several find the same stale lock', async () => {
    leaveLock({ pid: DEAD_PID, host: hostname() });
    let inside = 0;
    await Promise.all(
      [1, 2, 3].map(() =>
        withLock(lock(), async () => {
          inside += 1;
          expect(inside).toBe(1);
          await new Promise((resolve) => setTimeout(resolve, 20));
          inside -= 1;
        }),
      ),
    );
  });
});
