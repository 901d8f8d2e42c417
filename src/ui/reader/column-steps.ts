import type { Step } from './align-columns.ts';

/** Where each column stands among its passages of the claim in focus, by article. */
let steps: ReadonlyMap<string, Step> = new Map();
const listeners = new Set<() => void>();

/** Where a column stands; null where its article does not make the claim in focus, or none is. */
export function readStep(article: string): Step | null {
  return steps.get(article) ?? null;
}

/** Where all columns stand. */
export function readSteps(): ReadonlyMap<string, Step> {
  return steps;
}

/** Says where the columns stand now; a column that stands where it stood keeps its object. */
export function writeSteps(next: ReadonlyMap<string, Step>): void {
  const before = steps;
  steps = new Map(
    Array.from(next, ([article, step]) => {
      const last = before.get(article);
      const isSame = last?.claim === step.claim && last.index === step.index && last.count === step.count;
      return [article, isSame ? last : step];
    }),
  );
  for (const listener of listeners) listener();
}

/** Tells of every change. Returns what ends that. */
export function subscribeToSteps(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
