import { join } from 'node:path';
import { isBrowserKnown } from './browser.mjs';
import { findBrowser } from './find-browser.mjs';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { ROOT } from './run.mjs';

/**
 * Does what is missing and nothing else: installs the packages of the lock file and, when tests
 * are to run, finds a browser. Two at once do not collide: the second waits and finds it done.
 * @param {{ browser: boolean }} wanted
 */
export async function prepare({ browser }) {
  const isReady = () => isInstalled() && (!browser || isBrowserKnown());
  if (isReady()) return;
  await withLock(join(ROOT, '.cache', 'setup.lock'), async () => {
    if (!isInstalled()) await install();
    if (browser && !isBrowserKnown()) await findBrowser();
  });
}
