import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { askedBrowser, writeBrowser } from './browser.mjs';
import { Stop, run, runTool } from './run.mjs';

/** Names under which Chromium and its kin stand on the path. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Installed browsers that Playwright knows how to look up by itself. */
const CHANNELS = ['chrome', 'msedge'];

/** How long a browser may take to start on a slow and busy machine. */
const START_TIMEOUT = 60_000;

/**
 * Finds a browser for the tests and keeps the answer. Tries every candidate by really starting it:
 * a program that exists may still lack its libraries, or only tell how to install itself.
 */
export async function findBrowser() {
  const asked = askedBrowser();
  if (asked !== null) {
    const found = await tryToStart({ executablePath: onPath(asked) ?? asked });
    if (found === null) {
      throw new Stop(`TAQABUL_BROWSER names «${asked}», which could not be started.
Set it to the path of a Chromium, Chrome or Edge that starts here, or unset it to have one looked for.`);
    }
    return keep(found);
  }
  return keep((await findInstalled()) ?? (await findAfterInstalling()));
}

/** @returns {Promise<Found | null>} the first browser on this machine that starts */
async function findInstalled() {
  /** @type {Candidate[]} */
  const candidates = [
    {},
    ...COMMANDS.map(onPath).flatMap((path) => (path === null ? [] : [{ executablePath: path }])),
    ...CHANNELS.map((channel) => ({ channel })),
  ];
  for (const candidate of candidates) {
    const found = await tryToStart(candidate);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Gets a browser from outside. What counts is whether one starts afterwards, not what the
 * installer says of itself.
 * @returns {Promise<Found>}
 */
async function findAfterInstalling() {
  const isRoot = process.getuid?.() === 0;
  const isLinux = process.platform === 'linux';
  console.log('No browser found for the tests; asking Playwright to download one …');
  await runTool('playwright', ['install', ...(isLinux && isRoot ? ['--with-deps'] : []), 'chromium']);
  const downloaded = await tryToStart({});
  if (downloaded !== null) return downloaded;

  if (isRoot && existsSync('/etc/debian_version')) {
    console.log('That did not work; installing Chromium from the distribution …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { env });
    const installed = await findInstalled();
    if (installed !== null) return installed;
  }
  throw new Stop(`No browser for the tests was found, and none could be installed. Any one of these helps:
  · install Chromium, Google Chrome or Microsoft Edge and run the command again
  · set TAQABUL_BROWSER to the path of one that is already installed
  · run  npx playwright install --with-deps chromium  where downloads are allowed
  · on Debian, as root, run  apt-get install chromium
Reading needs none of this: npm start works without a browser of its own.`);
}

/**
 * @typedef {object} Candidate nothing in it means Playwright's own browser
 * @property {string} [executablePath]
 * @property {string} [channel]
 *
 * @typedef {object} Found
 * @property {string} executablePath
 * @property {string} version
 */

/**
 * Starts a browser, draws one line of Arabic, reads it back and ends the browser.
 * @param {Candidate} candidate
 * @returns {Promise<Found | null>} null when any of that fails
 */
async function tryToStart(candidate) {
  // Loaded here because set-up begins before it is installed.
  const { chromium } = await import('playwright');
  // A server, because only a server tells which program it started.
  const server = await chromium.launchServer({ ...candidate, timeout: START_TIMEOUT }).catch(() => null);
  if (server === null) return null;
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage();
    await page.setContent('<p dir="rtl">تقابُل</p>');
    if ((await page.textContent('p')) !== 'تقابُل') return null;
    return { executablePath: server.process().spawnfile, version: browser.version() };
  } catch {
    // Started and then failed: as useless as one that does not start; the next candidate is tried.
    return null;
  } finally {
    await server.close();
  }
}

/** @param {Found} found */
function keep(found) {
  writeBrowser({ ...found, asked: askedBrowser() });
  console.log(`Tests use the browser ${found.executablePath} (${found.version}).`);
}

/**
 * Looks a command up as a shell would.
 * @param {string} command a name, or an absolute path, which is answered as it is
 * @returns {string | null} null when no folder of the path has it
 */
function onPath(command) {
  if (isAbsolute(command)) return command;
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, command + ending);
      if (folder !== '' && existsSync(path)) return path;
    }
  }
  return null;
}
