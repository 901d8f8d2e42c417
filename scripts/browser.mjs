// Types and comments stand in browser.d.mts: the configuration of the journeys is TypeScript.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const ANSWER = join(ROOT, '.cache', 'browser.json');

/** @type {typeof import('./browser.d.mts').readBrowser} */
export function readBrowser() {
  const kept = readAnswer();
  const asked = askedBrowser();
  if (asked === null || kept?.asked === asked) return kept;
  return { executablePath: asked, version: 'unknown', asked };
}

/** @type {typeof import('./browser.d.mts').isBrowserKnown} */
export function isBrowserKnown() {
  const kept = readAnswer();
  return kept !== null && kept.asked === askedBrowser() && existsSync(kept.executablePath);
}

/** @type {typeof import('./browser.d.mts').writeBrowser} */
export function writeBrowser(found) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(ANSWER, `${JSON.stringify(found, null, 2)}\n`);
}

/** @type {typeof import('./browser.d.mts').askedBrowser} */
export function askedBrowser() {
  return process.env['TAQABUL_BROWSER'] || null;
}

/** @returns {import('./browser.d.mts').FoundBrowser | null} */
function readAnswer() {
  if (!existsSync(ANSWER)) return null;
  try {
    return JSON.parse(readFileSync(ANSWER, 'utf8'));
  } catch (error) {
    // Half written by an interrupted set-up: as good as absent, the next one finds it again.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
