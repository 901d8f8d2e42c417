import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyClaimFilter, anyId } from '../testing/arbitrary-views.ts';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { createClaimFilter, findHiddenClaims, toggleClaim } from './claim-filter.ts';
import type { ClaimFilter } from './view-link.ts';

const ALL = ['a', 'b', 'c', 'd', 'e'];

/** Every choice of the ids, in their order. */
const EVERY_CHOICE = ALL.reduce<string[][]>(
  (choices, id) => choices.flatMap((choice) => [choice, [...choice, id]]),
  [[]],
);

function only(...ids: readonly string[]): ClaimFilter {
  return { mode: 'only', ids };
}

function except(...ids: readonly string[]): ClaimFilter {
  return { mode: 'except', ids };
}

describe('findHiddenClaims', () => {
  it.each([
    ['none', except(), []],
    ['those named', except('d', 'b'), ['b', 'd']],
    ['all but those named', only('d', 'b'), ['a', 'c', 'e']],
    ['all', only(), ALL],
    ['none that the collection does not have', except('x', 'a'), ['a']],
    ['all where only unknown ones are shown', only('x'), ALL],
  ])('finds %s', (_what, filter, hidden) => {
    expect(findHiddenClaims(ALL, filter)).toEqual(hidden);
  });

  it('agrees with a count claim by claim', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyId), anyClaimFilter, (all, filter) => {
        const hidden = findHiddenClaims(all, filter);
        for (const id of all) {
          const isNamed = filter.ids.includes(id);
          expect(hidden.includes(id)).toBe(filter.mode === 'only' ? !isNamed : isNamed);
        }
        expect(hidden).toEqual(all.filter((id) => hidden.includes(id)));
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });
});

describe('createClaimFilter', () => {
  it.each([
    ['none hidden', [], except()],
    ['few hidden', ['b'], except('b')],
    ['most hidden', ['b', 'c', 'd'], only('a', 'e')],
    ['all hidden', ALL, only()],
    ['ids in another order', ['d', 'b'], except('b', 'd')],
  ])('says %s in the shorter way', (_what, hidden, filter) => {
    expect(createClaimFilter(ALL, hidden)).toEqual(filter);
  });

  it('hides what was asked for, by no more than half of the ids', () => {
    for (const hidden of EVERY_CHOICE) {
      const filter = createClaimFilter(ALL, hidden);
      expect(findHiddenClaims(ALL, filter)).toEqual(hidden);
      expect(filter.ids.length).toBeLessThanOrEqual(ALL.length / 2);
    }
  });

  it('hides nothing of a collection without claims', () => {
    expect(createClaimFilter([], [])).toEqual(except());
  });
});

describe('toggleClaim', () => {
  it('hides or shows the one claim alone, from every choice in both ways of saying it', () => {
    for (const hidden of EVERY_CHOICE) {
      const shown = ALL.filter((id) => !hidden.includes(id));
      for (const filter of [except(...hidden), only(...shown)]) {
        for (const id of ALL) {
          const next = findHiddenClaims(ALL, toggleClaim(ALL, filter, id));
          expect(next.includes(id)).toBe(!hidden.includes(id));
          expect(next.filter((other) => other !== id)).toEqual(hidden.filter((other) => other !== id));
        }
      }
    }
  });

  it('is undone by itself', () => {
    for (const hidden of EVERY_CHOICE) {
      const filter = createClaimFilter(ALL, hidden);
      for (const id of ALL) expect(toggleClaim(ALL, toggleClaim(ALL, filter, id), id)).toEqual(filter);
    }
  });
});
