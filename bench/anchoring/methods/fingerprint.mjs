// Taqabul's own links (version 2): src/anchoring/fingerprint/.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from '../../../scripts/run.mjs';

/**
 * What the benchmark needs of the engine, in its own words.
 * @typedef {{ outcome: string, span?: { start: number, end: number } }} Resolution
 * @typedef {object} Engine
 * @property {(text: string, span: { start: number, end: number }) => object | null} describe
 * @property {(text: string, fingerprint: object) => Resolution} resolve
 * @property {(fingerprint: object) => string} encode
 * @property {(token: string) => { fingerprint?: object }} decode
 */

/** @returns {Promise<Engine>} */
async function loadEngine() {
  const engine = {};
  for (const file of ['describe.ts', 'resolve.ts', 'token.ts']) {
    const path = join(ROOT, 'src/anchoring/fingerprint', file);
    Object.assign(engine, (await runnerImport(path, { root: ROOT, logLevel: 'error' })).module);
  }
  return /** @type {Engine} */ (engine);
}

const engine = await loadEngine();

export const name = 'Taqabul, fingerprint';

/** @type {import('../methods.mjs').Method['create']} */
export function create(text, start, end) {
  const fingerprint = engine.describe(text, { start, end });
  return fingerprint === null ? null : engine.encode(fingerprint);
}

/** @type {import('../methods.mjs').Method['resolve']} */
export function resolve(text, link) {
  const { fingerprint } = engine.decode(link);
  return fingerprint === undefined ? null : (engine.resolve(text, fingerprint).span ?? null);
}
