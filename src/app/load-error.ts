/** Why a file could not be had. */
export type LoadFailure = 'offline' | 'missing' | 'malformed';

/** A file of a collection that could not be had; `detail` names the first thing wrong with it. */
export class LoadError extends Error {
  readonly failure: LoadFailure;
  readonly detail: string;

  constructor(failure: LoadFailure, detail: string) {
    super(`${failure}: ${detail}`);
    this.name = 'LoadError';
    this.failure = failure;
    this.detail = detail;
  }
}
