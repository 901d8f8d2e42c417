import { wrap, type Remote } from 'comlink';
import type { AnchoringWorker } from './anchoring.worker.ts';

let started: { readonly remote: Remote<AnchoringWorker>; readonly failed: Promise<never> } | null = null;

function start() {
  const worker = new Worker(new URL('./anchoring.worker.ts', import.meta.url), { type: 'module' });
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => {
      started = null;
      worker.terminate();
      reject(new Error(event.message || 'the worker could not be started'));
    });
  });
  // Told to whoever waits; without anyone waiting there is nothing to tell.
  failed.catch(() => undefined);
  return { remote: wrap<AnchoringWorker>(worker), failed };
}

/**
 * Asks the worker that names and finds passages; starts it when it is first asked, and anew after it
 * has failed. Rejects when it cannot be started.
 */
export function askWorker<Answer>(
  ask: (worker: Remote<AnchoringWorker>) => Promise<Answer>,
): Promise<Answer> {
  started ??= start();
  return Promise.race([ask(started.remote), started.failed]);
}
