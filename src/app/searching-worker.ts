import type { Searching } from './searching.ts';
import { createWorkerSide } from './worker-side.ts';

/** Asks the worker that searches. */
export const askSearching = createWorkerSide<Searching>(
  () => new Worker(new URL('./searching.worker.ts', import.meta.url), { type: 'module' }),
);
