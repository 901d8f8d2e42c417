import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** Share of the processors that must be idle before a measurement begins, 0 to 1. */
const IDLE = 0.75;
/** How long the idle share is watched, in ms. */
const WATCH = 250;

function readTimes() {
  let idle = 0;
  let all = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.user + times.nice + times.sys + times.irq + times.idle;
  }
  return { idle, all };
}

/**
 * Waits until other programs leave the processors alone, so that a measurement says something about
 * the page. Gives up waiting after a while: some machines are never calm.
 * @param {number} [patience] in ms
 * @returns {Promise<boolean>} whether it became calm
 */
export async function waitForCalm(patience = 5_000) {
  for (let waited = 0; waited < patience; waited += WATCH) {
    const before = readTimes();
    await wait(WATCH);
    const after = readTimes();
    if (after.idle - before.idle >= IDLE * (after.all - before.all)) return true;
  }
  return false;
}
