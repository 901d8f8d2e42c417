import type { BaseIssue } from 'valibot';

/** What is wrong with one place of an untrusted input, e.g. `articles[2].parts[0].range: …`. */
export interface Problem {
  /** Where, as a JavaScript path from the root; empty for the whole input. */
  readonly path: string;
  /** What, for the person who wrote the input; English, one clause. */
  readonly message: string;
}

/** The outcome of parsing untrusted input: its value, or every problem found (never none). */
export type Parsed<T> =
  | { readonly value: T; readonly problems?: never }
  | { readonly value?: never; readonly problems: readonly Problem[] };

/** Writes a path of keys and indices as `articles[2].parts[0].range`. */
export function formatPath(keys: readonly (string | number)[]): string {
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}

/** Turns a validator's issues into problems with paths, in the order found. */
export function problemsOf(issues: readonly BaseIssue<unknown>[]): Problem[] {
  return issues.map((issue) => ({
    path: formatPath((issue.path ?? []).map((item) => item.key as string | number)),
    message: issue.message,
  }));
}

/**
 * A problem for every entry of a list whose `key` an earlier one has already. Linear.
 * @param name What the list is called in paths.
 */
export function findRepeats<Key extends string>(
  list: readonly Readonly<Record<Key, string>>[],
  name: string,
  key: Key,
): Problem[] {
  const firsts = new Map<string, number>();
  return list.flatMap((entry, index) => {
    const value = entry[key];
    const first = firsts.get(value);
    if (first !== undefined) {
      return [{ path: `${name}[${index}].${key}`, message: `repeats ${name}[${first}]: ${value}` }];
    }
    firsts.set(value, index);
    return [];
  });
}
