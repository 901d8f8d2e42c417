import type { AnchoringWorker } from './anchoring.worker.ts';
import { createWorkerSide } from './worker-side.ts';

/** Asks the worker that names and finds passages. */
export const askWorker = createWorkerSide<AnchoringWorker>(
  () => new Worker(new URL('./anchoring.worker.ts', import.meta.url), { type: 'module' }),
);
