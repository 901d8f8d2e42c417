import { wrap, type Remote } from 'comlink';

/** Asks a worker something; rejects when it cannot be started, or fails while it is asked. */
export type AskWorker<Api> = <Answer>(ask: (worker: Remote<Api>) => Promise<Answer>) => Promise<Answer>;

/** The page's side of a worker, which is started when it is first asked, and anew after it has failed. */
export function createWorkerSide<Api>(open: () => Worker): AskWorker<Api> {
  let started: { readonly remote: Remote<Api>; readonly failed: Promise<never> } | null = null;
  const start = () => {
    const worker = open();
    const failed = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', (event) => {
        started = null;
        worker.terminate();
        reject(new Error(event.message || 'the worker could not be started'));
      });
    });
    // Told to whoever waits; without anyone waiting there is nothing to tell.
    failed.catch(() => undefined);
    return { remote: wrap<Api>(worker), failed };
  };
  return (ask) => {
    started ??= start();
    return Promise.race([ask(started.remote), started.failed]);
  };
}
