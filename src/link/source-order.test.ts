import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { moveSource, orderSources, toggleSource } from './source-order.ts';

const ALL = ['a', 'b', 'c', 'd'];

/** Writes ids as one word; all that there are as `*`. */
function write(shown: readonly string[] | null): string {
  return shown === null ? '*' : shown.join('');
}

function read(word: string): string[] | null {
  return word === '*' ? null : Array.from(word);
}

/** Every choice and order of the sources, and the one that names none. */
const EVERY_CHOICE: readonly (string[] | null)[] = [null, ...arrange(ALL)];

/** Every arrangement of some of the ids. */
function arrange(ids: readonly string[]): string[][] {
  return [
    [],
    ...ids.flatMap((id) => arrange(ids.filter((other) => other !== id)).map((rest) => [id, ...rest])),
  ];
}

describe('orderSources', () => {
  it.each([
    ['all where none are named', '*', 'abcd'],
    ['those off in their places', 'ad', 'abcd'],
    ['all where none are shown', '', 'abcd'],
    ['those off after a changed order', 'da', 'dabc'],
    ['a changed order of all', 'dcba', 'dcba'],
  ])('gives %s', (_what, shown, order) => {
    expect(write(orderSources(ALL, read(shown)))).toBe(order);
  });

  it('gives every source once, those shown in their order', () => {
    for (const shown of EVERY_CHOICE) {
      const order = orderSources(ALL, shown);
      expect(order.toSorted()).toEqual(ALL);
      expect(order.filter((id) => shown?.includes(id) ?? true)).toEqual(shown ?? ALL);
    }
  });
});

describe('toggleSource', () => {
  it.each([
    ['turns one off', '*', 'b', 'acd'],
    ['turns the last one off', 'a', 'a', ''],
    ['turns one on in its place', 'ad', 'c', 'acd'],
    ['turns the first one on', '', 'c', 'c'],
    ['names none once all are on', 'acd', 'b', '*'],
    ['turns one on after a changed order', 'da', 'b', 'dab'],
    ['names all in a changed order', 'dab', 'c', 'dabc'],
    ['keeps a changed order when one is turned off', 'dcba', 'c', 'dba'],
  ])('%s', (_fact, shown, id, next) => {
    expect(write(toggleSource(ALL, read(shown), id))).toBe(next);
  });

  it('changes the one source alone, and the order of none that were shown', () => {
    for (const shown of EVERY_CHOICE) {
      for (const id of ALL) {
        const before = shown ?? ALL;
        const after = toggleSource(ALL, shown, id) ?? ALL;
        expect(after.includes(id)).toBe(!before.includes(id));
        expect(after.filter((other) => other !== id)).toEqual(before.filter((other) => other !== id));
      }
    }
  });

  it('is undone by itself where the order is the collection’s', () => {
    for (const shown of EVERY_CHOICE) {
      const isInOrder = (shown ?? ALL).join('') === (shown ?? ALL).toSorted().join('');
      for (const id of isInOrder ? ALL : []) {
        const twice = toggleSource(ALL, toggleSource(ALL, shown, id), id);
        expect(twice ?? ALL).toEqual(shown ?? ALL);
      }
    }
  });
});

describe('moveSource', () => {
  it.each([
    ['moves one towards the start', '*', 'b', -1, 'bacd'],
    ['moves one towards the end', '*', 'b', 1, 'acbd'],
    ['moves among those shown', 'ad', 'd', -1, 'da'],
    ['leaves the first one first', '*', 'a', -1, '*'],
    ['leaves the last one last', 'ad', 'd', 1, 'ad'],
    ['leaves a source that is off', 'ad', 'b', 1, 'ad'],
    ['leaves a source that it does not know', 'ad', 'x', 1, 'ad'],
    ['names none once the order is the collection’s', 'bacd', 'a', -1, '*'],
  ] as const)('%s', (_fact, shown, id, by, next) => {
    expect(write(moveSource(ALL, read(shown), id, by))).toBe(next);
  });

  it('exchanges the source with its neighbour and is undone by the opposite', () => {
    for (const shown of EVERY_CHOICE) {
      const before = shown ?? ALL;
      for (const [index, id] of before.entries()) {
        for (const by of [-1, 1] as const) {
          const moved = moveSource(ALL, shown, id, by);
          const neighbour = before[index + by];
          if (neighbour === undefined) {
            expect(moved ?? ALL).toEqual(before);
            continue;
          }
          expect((moved ?? ALL).indexOf(id)).toBe(index + by);
          expect((moved ?? ALL).indexOf(neighbour)).toBe(index);
          expect(moveSource(ALL, moved, id, by === 1 ? -1 : 1) ?? ALL).toEqual(before);
        }
      }
    }
  });
});

describe('a link that names sources', () => {
  it('names them only where it must, after any changes, and never one twice', () => {
    const change = fc.record({
      id: fc.constantFrom(...ALL),
      how: fc.constantFrom('toggle', 'earlier', 'later'),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let shown: readonly string[] | null = null;
        for (const { id, how } of changes) {
          if (how === 'toggle') shown = toggleSource(ALL, shown, id);
          else shown = moveSource(ALL, shown, id, how === 'later' ? 1 : -1);
          expect(shown).not.toEqual(ALL);
          expect(new Set(shown).size).toBe(shown?.length ?? 0);
        }
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });
});
