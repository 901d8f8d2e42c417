import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageTarget } from '../link/passage-link.ts';
import { DEFAULT_VIEW, type ViewState } from '../link/view-link.ts';
import { anyId, anyView } from '../testing/arbitrary-views.ts';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { toSpan } from '../text/offsets.ts';
import { reconcileView } from './reconcile-view.ts';

const ARTICLES = ['000', '001', '002'];
const CLAIMS = ['a', 'b', 'c'];

function view(rest: Partial<ViewState>): ViewState {
  return { ...DEFAULT_VIEW, ...rest };
}

function target(article: string): PassageTarget {
  return { article, selector: { span: toSpan(0, 3), head: 'قال', tail: null, digest: 1 } };
}

function reconcile(rest: Partial<ViewState>) {
  return reconcileView(view(rest), ARTICLES, CLAIMS);
}

describe('reconcileView', () => {
  const followed: [fact: string, view: Partial<ViewState>][] = [
    ['the default view', {}],
    ['sources in another order', { sources: ['002', '000'] }],
    ['no sources', { sources: [] }],
    ['a claim', { claim: 'b' }],
    ['claims hidden', { claims: { mode: 'except', ids: ['a', 'c'] } }],
    ['claims shown', { claims: { mode: 'only', ids: ['c'] } }],
    ['no claim shown', { claims: { mode: 'only', ids: [] } }],
    ['a passage of a source shown', { sources: ['001'], passages: [target('001')] }],
    ['a passage where all sources are shown', { passages: [target('001')] }],
  ];
  it.each(followed)('follows %s', (_fact, rest) => {
    expect(reconcile(rest)).toEqual({ view: view(rest), problems: [] });
  });

  it.each([
    ['known', ['lone'], 'lone', []],
    ['not known yet', null, 'lone', []],
    ['not there', [], null, ['lone']],
  ])('takes a claim of one article alone into focus where those are %s', (_fact, alone, claim, missing) => {
    const found = reconcileView(view({ claim: 'lone' }), ARTICLES, CLAIMS, alone);
    expect(found.view.claim).toBe(claim);
    expect(found.problems).toEqual(missing.map((id) => ({ kind: 'unknown-claim', id })));
  });

  it('filters shared claims alone', () => {
    const claims = { mode: 'except', ids: ['a', 'lone'] } as const;
    expect(reconcileView(view({ claims }), ARTICLES, CLAIMS, ['lone'])).toEqual({
      view: view({ claims: { mode: 'except', ids: ['a'] } }),
      problems: [{ kind: 'unknown-claim', id: 'lone' }],
    });
  });

  const mended: [fact: string, view: Partial<ViewState>, mended: Partial<ViewState>, problems: string[]][] = [
    [
      'leaves an unknown source out',
      { sources: ['002', 'x', '000'] },
      { sources: ['002', '000'] },
      ['source x'],
    ],
    [
      'shows all sources where it knows none',
      { sources: ['x', 'y'] },
      { sources: null },
      ['source x', 'source y'],
    ],
    ['focuses no unknown claim', { claim: 'x' }, { claim: null }, ['claim x']],
    [
      'hides no unknown claim',
      { claims: { mode: 'except', ids: ['x', 'a'] } },
      { claims: { mode: 'except', ids: ['a'] } },
      ['claim x'],
    ],
    [
      'shows the known ones of some claims',
      { claims: { mode: 'only', ids: ['x', 'a'] } },
      { claims: { mode: 'only', ids: ['a'] } },
      ['claim x'],
    ],
    [
      'shows all claims where it knows none of those named',
      { claims: { mode: 'only', ids: ['x'] } },
      { claims: { mode: 'except', ids: [] } },
      ['claim x'],
    ],
    [
      'tells of an unknown claim once',
      { claim: 'x', claims: { mode: 'except', ids: ['x', 'y'] } },
      {},
      ['claim x', 'claim y'],
    ],
    [
      'leaves a passage of an unknown source out',
      { passages: [target('x'), target('001')] },
      { passages: [target('001')] },
      ['source x'],
    ],
    [
      'tells of an unknown source once',
      { sources: ['x', '000'], passages: [target('x'), target('x')] },
      { sources: ['000'] },
      ['source x'],
    ],
    [
      'shows a source that a passage points at',
      { sources: ['000'], passages: [target('002'), target('002')] },
      { sources: ['000', '002'], passages: [target('002'), target('002')] },
      [],
    ],
    [
      'gives a source that a passage points at its place among the others',
      { sources: ['000', '002'], passages: [target('001')] },
      { sources: null, passages: [target('001')] },
      [],
    ],
    [
      'shows a source that a passage points at where all are off',
      { sources: [], passages: [target('002')] },
      { sources: ['002'], passages: [target('002')] },
      [],
    ],
    [
      'tells of sources before claims',
      { sources: ['000', 'x'], claim: 'y' },
      { sources: ['000'] },
      ['source x', 'claim y'],
    ],
  ];
  it.each(mended)('%s', (_fact, rest, expected, told) => {
    const { view: result, problems } = reconcile(rest);
    expect(result).toEqual(view(expected));
    expect(
      problems.map((problem) => `${problem.kind.replace('unknown-', '')} ${'id' in problem && problem.id}`),
    ).toEqual(told);
  });

  it('says nothing of claims while they are not known', () => {
    const rest: Partial<ViewState> = { claim: 'x', claims: { mode: 'only', ids: ['y'] } };
    expect(reconcileView(view(rest), ARTICLES, null)).toEqual({ view: view(rest), problems: [] });
  });

  it('leaves nothing unknown, drops nothing known, and has nothing to add the second time', () => {
    const known = fc.uniqueArray(anyId, { maxLength: 4 });
    const cases = fc.tuple(anyView, known, fc.option(known)).map(([one, articles, claims]) => ({
      one,
      // Some of what the view names is known, or the property would say little.
      articles: Array.from(new Set([...articles, ...(one.sources ?? []).slice(1)])),
      claims: claims && Array.from(new Set([...claims, ...one.claims.ids.slice(1)])),
    }));
    fc.assert(
      fc.property(cases, ({ one, articles, claims }) => {
        const { view: result, problems } = reconcileView(one, articles, claims);
        const sources = result.sources ?? [];
        expect(sources.every((id) => articles.includes(id))).toBe(true);
        expect(new Set(sources).size).toBe(sources.length);
        expect(result.passages).toEqual(one.passages.filter(({ article }) => articles.includes(article)));
        for (const { article } of result.passages) {
          expect(result.sources === null || sources.includes(article)).toBe(true);
        }
        if (result.sources !== null) {
          const kept = one.sources!.filter((id) => articles.includes(id));
          expect(sources.filter((id) => kept.includes(id))).toEqual(kept);
        }
        const told = problems.map((problem) => JSON.stringify(problem));
        expect(new Set(told).size).toBe(told.length);
        const again = reconcileView(result, articles, claims);
        expect(again).toEqual({ view: result, problems: [] });
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });
});
