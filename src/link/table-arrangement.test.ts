import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROW_ORDERS, ROW_RELATIONS, toFilterWord } from '../claims/matrix.ts';
import {
  decodeArrangement,
  encodeArrangement,
  PLAIN_TABLE,
  type TableArrangement,
} from './table-arrangement.ts';
import { decodeView, DEFAULT_VIEW, encodeView } from './view-link.ts';

const anyWords = fc.uniqueArray(
  fc
    .oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('x'.repeat(90), 'تاس', 'TASS'))
    .map(toFilterWord),
  { maxLength: 4 },
);

const anyArrangement: fc.Arbitrary<TableArrangement> = fc.record({
  form: fc.constantFrom('table', 'boxes'),
  order: fc.constantFrom(...ROW_ORDERS),
  filter: fc.record({ relations: fc.subarray([...ROW_RELATIONS]), groups: anyWords, origins: anyWords }),
});

describe('an arrangement of the table', () => {
  it('reads what it writes, through an address too', () => {
    fc.assert(
      fc.property(anyArrangement, (arrangement) => {
        const arrange = encodeArrangement(arrangement);
        expect(decodeArrangement(arrange)).toEqual(arrangement);
        const view = { ...DEFAULT_VIEW, view: 'table' as const, arrange };
        expect(decodeView(encodeView(view))).toEqual({ view, problems: [] });
      }),
    );
  });

  it('is no word where the table is as it comes', () => {
    expect(encodeArrangement(PLAIN_TABLE)).toEqual([]);
    expect(decodeArrangement([])).toEqual(PLAIN_TABLE);
  });

  it.each<[string, string[], Partial<TableArrangement>]>([
    ['words of other views and of later versions', ['timeline', 'by-date', 'is-odd', 'to-x'], {}],
    ['all orders but the last that it knows', ['by-label', 'by-sources', 'by-date'], { order: 'sources' }],
    ['a second mention', ['boxes', 'boxes'], { form: 'boxes' }],
  ])('ignores %s', (_what, words, difference) => {
    expect(decodeArrangement(words)).toEqual({ ...PLAIN_TABLE, ...difference });
  });

  it('keeps filters that nothing answers to, for another collection of the same address', () => {
    expect(decodeArrangement(['in-gifts', 'from-tass', 'is-contradiction']).filter).toEqual({
      relations: ['contradiction'],
      groups: ['gifts'],
      origins: ['tass'],
    });
  });
});
