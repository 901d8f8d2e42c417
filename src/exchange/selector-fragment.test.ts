import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { readSelectorFragment, writeSelectorFragment } from './selector-fragment.ts';
import type { TextSelector } from './selectors.ts';

/** The examples of Selectors and States, §5.1, and what brackets come to. */
const WRITTEN: readonly [fragment: string, selector: TextSelector][] = [
  [
    'selector(type=TextQuoteSelector,exact=annotation,prefix=this%20is%20an%20,suffix=%20that%20has%20some)',
    { type: 'TextQuoteSelector', exact: 'annotation', prefix: 'this is an ', suffix: ' that has some' },
  ],
  [
    'selector(type=TextPositionSelector,start=412,end=795)',
    { type: 'TextPositionSelector', start: 412, end: 795 },
  ],
  [
    'selector(type=TextQuoteSelector,exact=%28a%2Cb%3D%23c%29)',
    { type: 'TextQuoteSelector', exact: '(a,b=#c)' },
  ],
  ['selector(type=TextQuoteSelector,exact=%D9%86%D8%B9%D9%85)', { type: 'TextQuoteSelector', exact: 'نعم' }],
];

describe('writeSelectorFragment', () => {
  it.each(WRITTEN)('writes %s', (fragment, selector) => {
    expect(writeSelectorFragment(selector)).toBe(fragment);
  });

  it('cannot write a lone surrogate', () => {
    expect(writeSelectorFragment({ type: 'TextQuoteSelector', exact: 'a\uD83D' })).toBeNull();
  });
});

describe('readSelectorFragment', () => {
  it.each(WRITTEN)('reads %s', (fragment, selector) => {
    expect(readSelectorFragment(fragment)).toEqual({ value: selector });
    expect(readSelectorFragment(`#${fragment}`)).toEqual({ value: selector });
  });

  it('reads brackets that were not encoded, and passes over keys of others', () => {
    expect(
      readSelectorFragment(
        'selector(type=TextQuoteSelector,http://example.org/x=1,exact=(not)%20a%20problem))',
      ).value,
    ).toEqual({ type: 'TextQuoteSelector', exact: '(not) a problem)' });
  });

  it.each([
    ['nothing', '', ': selector-form'],
    ['a link of ours', 'v=1&claim=gifts', ': selector-form'],
    ['an open bracket', 'selector(type=TextQuoteSelector,exact=a', ': selector-form'],
    ['a part without a key', 'selector(type=TextQuoteSelector,exact=a,b)', ': selector-form'],
    ['another kind', 'selector(type=CssSelector,value=p)', 'type: selector-kind'],
    ['no words', 'selector(type=TextQuoteSelector,prefix=a)', 'exact: missing'],
    ['a broken escape', 'selector(type=TextQuoteSelector,exact=%E0%A4%A)', 'exact: encoding'],
    ['an equals sign in a value', 'selector(type=TextQuoteSelector,exact=a=b)', 'exact: encoding'],
    ['a key twice', 'selector(type=TextQuoteSelector,exact=a,exact=b)', 'exact: twice'],
    [
      'a refined selector',
      'selector(type=TextQuoteSelector,exact=a,refinedBy=selector(type=CssSelector))',
      'refinedBy: refined',
    ],
    ['a number that is none', 'selector(type=TextPositionSelector,start=1e3,end=5)', 'start: no-number'],
    ['a reversed range', 'selector(type=TextPositionSelector,start=9,end=5)', ': range'],
    [
      'half a million characters',
      `selector(type=TextQuoteSelector,exact=${'a'.repeat(500_000)})`,
      ': too-long',
    ],
  ])('refuses %s', (_what, fragment, fault) => {
    const [first] = readSelectorFragment(fragment).faults ?? [];
    expect(`${first?.path}: ${first?.kind}`).toBe(fault);
  });

  it('reads what was written', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.option(words, { nil: undefined }), (exact, prefix) => {
        const selector = {
          type: 'TextQuoteSelector' as const,
          exact,
          ...(prefix === undefined ? {} : { prefix }),
        };
        expect(readSelectorFragment(writeSelectorFragment(selector) ?? '')).toEqual({ value: selector });
      }),
      { seed: RANDOM_SEED, numRuns: 500 },
    );
  });

  it('never throws, whatever it is given', () => {
    const pieces = fc.constantFrom(
      'selector(',
      'type=TextQuoteSelector',
      'exact=',
      ',',
      ')',
      '%',
      '%D9',
      '=',
      '#',
      'start=',
      '9',
      'ن',
      '\uD83D',
    );
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 20 }).map((parts) => `selector(${parts.join('')})`),
    );
    fc.assert(
      fc.property(hostile, (fragment) => {
        const { value, faults } = readSelectorFragment(fragment);
        expect(value === undefined).toBe(faults !== undefined);
      }),
      { seed: RANDOM_SEED, numRuns: 2_000 },
    );
  });
});
