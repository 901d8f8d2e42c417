/**
 * Why a file could not be had: it was not reached, is not there, is not for this reader, the site
 * failed, the site answered something else, it is not the file described, is no text, is not in form.
 */
export type LoadFailure =
  | 'offline'
  | 'missing'
  | 'forbidden'
  | 'server'
  | 'status'
  | 'changed'
  | 'unreadable'
  | 'malformed';

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
