import { describe, expect, it } from 'vitest';
import { rememberLast } from './remember-last.ts';

describe('rememberLast', () => {
  const [one, other] = [{ name: 'one' }, { name: 'other' }];

  it.each<[what: string, calls: readonly (readonly object[])[], computed: number]>([
    ['the same again', [[one], [one], [one]], 1],
    ['something else, and the first again', [[one], [other], [one]], 3],
    ['equal, but not the same', [[{}], [{}]], 2],
    ['the same and more', [[one], [one, other]], 2],
    ['nothing, twice', [[], []], 1],
  ])('given %s', (_what, calls, computed) => {
    const asked: (readonly object[])[] = [];
    const remembered = rememberLast((...given: readonly object[]) => {
      asked.push(given);
      return { given };
    });
    const answers = calls.map((given) => remembered(...given));
    expect(asked).toHaveLength(computed);
    expect(answers.map(({ given }) => given)).toEqual(calls);
    expect(new Set(answers).size).toBe(computed);
  });
});
