import type { BaseIssue } from 'valibot';
import { formatPath } from '../corpus/parsed.ts';

/** What may be wrong with a place of what others wrote; the interface has words for each. */
export const FAULTS = [
  'syntax',
  'no-list',
  'no-annotation',
  'no-selector',
  'many-selectors',
  'refined',
  'selector-kind',
  'selector-form',
  'encoding',
  'twice',
  'missing',
  'empty',
  'too-long',
  'too-many',
  'no-text',
  'no-number',
  'range',
  'unexpected',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** What is wrong with one place of a file or an address of others. */
export interface Fault {
  /** Where, as a JavaScript path from the root or a key of the selector; empty for the whole. */
  readonly path: string;
  readonly kind: FaultKind;
}

/** What was read of others' writing: a value, or every fault found (never none). */
export type Readout<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly value?: never; readonly faults: readonly Fault[] };

/** The fault that each kind of a validator's issue is. */
const KINDS: Readonly<Record<string, FaultKind>> = {
  string: 'no-text',
  max_length: 'too-long',
  min_length: 'empty',
  number: 'no-number',
  safe_integer: 'no-number',
  min_value: 'no-number',
  check: 'range',
  variant: 'selector-kind',
};

/** Turns a validator's issues into faults with paths, in the order found. */
export function faultsOf(issues: readonly BaseIssue<unknown>[]): Fault[] {
  return issues.map(({ path = [], type, input }) => ({
    path: formatPath(path.map((item) => item.key as string | number)),
    kind: input === undefined ? 'missing' : (KINDS[type] ?? 'unexpected'),
  }));
}
