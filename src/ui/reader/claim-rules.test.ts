import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyId } from '../../testing/arbitrary-views.ts';
import { RANDOM_SEED, UGLY_TEXTS, uglyText } from '../../testing/ugly-texts.ts';
import { computeClaimRules } from './claim-rules.ts';

/** The claims that the rules with a certain declaration name. */
function findNamed(css: string, declaration: string): Set<string> {
  const rules = css.split('\n').filter((rule) => rule.includes(declaration));
  return new Set(
    rules.flatMap((rule) => Array.from(rule.matchAll(/data-claim="([^"]*)"/g), ([, id = '']) => id)),
  );
}

/** Whether text is a list of flat rules: selectors, and declarations in braces. */
function isStyle(css: string): boolean {
  return css === '' || css.split('\n').every((rule) => /^[^{}<;\\]+\{[^{}<>"\\]+\}$/.test(rule));
}

describe('computeClaimRules', () => {
  it('says nothing when every claim shows alike', () => {
    expect(computeClaimRules({ hidden: [], focused: null })).toBe('');
  });

  it('hides the marks, numbers and ticks of the claims that are off', () => {
    const css = computeClaimRules({ hidden: ['a', 'b-c'], focused: null });
    expect(findNamed(css, 'text-decoration-line:none')).toEqual(new Set(['a', 'b-c']));
    expect(findNamed(css, 'display:none')).toEqual(new Set(['a', 'b-c']));
    expect(css).toContain('.tick[data-claim="a"]');
    expect(css.split('\n')).toHaveLength(2);
  });

  it('fades all claims but the one in focus', () => {
    const css = computeClaimRules({ hidden: [], focused: 'a' });
    expect(css).toMatch(/^mark\{background:color-mix/m);
    expect(css).toContain('mark[data-claim="a"]{background:var(--tint)');
    expect(css).toContain('.tick{opacity:.3}\n.tick[data-claim="a"]{opacity:1}');
    expect(findNamed(css, 'display:none').size).toBe(0);
  });

  it('shows the claim in focus even where it is off', () => {
    expect(computeClaimRules({ hidden: ['a'], focused: 'a' })).toBe(
      computeClaimRules({ hidden: [], focused: 'a' }),
    );
    const css = computeClaimRules({ hidden: ['a', 'b'], focused: 'a' });
    expect(findNamed(css, 'display:none')).toEqual(new Set(['b']));
  });

  it('keeps the claims that are off unmarked while another is in focus', () => {
    const rules = computeClaimRules({ hidden: ['b'], focused: 'a' }).split('\n');
    // It names the claim, and what fades all marks names none: the heavier rule wins.
    expect(rules.filter((rule) => rule.startsWith('mark[data-claim="b"]{background:none'))).toHaveLength(1);
    expect(rules.filter((rule) => rule.startsWith('mark{background:color-mix'))).toHaveLength(1);
  });

  it('names just the claims that are off, for every choice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyId), fc.option(anyId), (hidden, focused) => {
        const css = computeClaimRules({ hidden, focused });
        expect(isStyle(css)).toBe(true);
        expect(findNamed(css, 'display:none')).toEqual(new Set(hidden.filter((id) => id !== focused)));
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });

  it('lets nothing but ids into the style sheet', () => {
    const wild = [
      '"]{}body{display:none}',
      '</style><script>',
      'a"],*[b="',
      '\\',
      '\n',
      'a b',
      ...UGLY_TEXTS.map(([, text]) => text),
    ];
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...wild), uglyText(), fc.string()), (id) => {
        fc.pre(!/^[a-z0-9-]*$/.test(id));
        for (const css of [
          computeClaimRules({ hidden: [id], focused: null }),
          computeClaimRules({ hidden: ['a', id], focused: 'b' }),
          computeClaimRules({ hidden: [], focused: id }),
        ]) {
          expect(isStyle(css)).toBe(true);
          expect(Array.from(findNamed(css, '{')).every((name) => ['', 'a', 'b'].includes(name))).toBe(true);
        }
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });
});
