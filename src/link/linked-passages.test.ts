import { describe, expect, it } from 'vitest';
import { toSpan } from '../text/offsets.ts';
import { addPassages } from './linked-passages.ts';
import type { PassageTarget } from './passage-link.ts';
import { decodeView, DEFAULT_VIEW, encodeView, fitsLink } from './view-link.ts';

/** So many passages, all different. */
function name(count: number, article = '001'): PassageTarget[] {
  return Array.from({ length: count }, (_, index) => ({
    article,
    token: `Abc${String(index).padStart(3, '0')}`,
  }));
}

/** A passage of the first form, as long as that allows. */
function quoteAtLength(index: number): PassageTarget {
  const head = 'كلمات '.repeat(30);
  return { article: '000', selector: { span: toSpan(index, index + 400), head, tail: head, digest: 7 } };
}

describe('adding passages to a link', () => {
  const [first, second, third] = name(3) as [PassageTarget, PassageTarget, PassageTarget];

  it('puts them after those that are there, in order', () => {
    const view = { ...DEFAULT_VIEW, claim: 'a-claim', passages: [second] };
    expect(addPassages(view, [third, first])).toEqual({
      view: { ...view, passages: [second, third, first] },
      added: 2,
      isFull: false,
    });
  });

  it('begins with the first where there is none', () => {
    expect(addPassages(DEFAULT_VIEW, [first]).view.passages).toEqual([first]);
  });

  it('refuses a passage that is there already, or comes twice', () => {
    const view = { ...DEFAULT_VIEW, passages: [first, second] };
    expect(addPassages(view, [{ ...first }])).toEqual({ view, added: 0, isFull: false });
    expect(addPassages(view, [third, first, third])).toMatchObject({ added: 1, isFull: false });
    const repeated = { ...DEFAULT_VIEW, passages: [first, first] };
    expect(addPassages(repeated, [second]).view.passages).toEqual([first, second]);
  });

  it('holds the same words of two articles for two passages', () => {
    const view = { ...DEFAULT_VIEW, passages: [first] };
    expect(addPassages(view, [{ ...first, article: '002' }]).added).toBe(1);
  });

  it('adds no more than a link is read with, and says so', () => {
    const view = { ...DEFAULT_VIEW, passages: name(99) };
    const enlarged = addPassages(view, name(2, '002'));
    expect(enlarged).toMatchObject({ added: 1, isFull: true });
    expect(enlarged.view.passages).toHaveLength(100);
    const again = addPassages(enlarged.view, name(2, '003'));
    expect(again).toEqual({ view: enlarged.view, added: 0, isFull: true });
    // One that is there already needs no room.
    expect(addPassages(enlarged.view, name(1))).toMatchObject({ added: 0, isFull: false });
    expect(decodeView(encodeView(enlarged.view))).toEqual({ view: enlarged.view, problems: [] });
  });

  it('adds none that would make the link longer than one is read', () => {
    const wanted = Array.from({ length: 99 }, (_, index) => quoteAtLength(index));
    const { view, added, isFull } = addPassages(DEFAULT_VIEW, wanted);
    expect(isFull).toBe(true);
    expect(added).toBeGreaterThan(30);
    expect(decodeView(encodeView(view)).problems).toEqual([]);
    expect(fitsLink({ ...DEFAULT_VIEW, passages: wanted })).toBe(false);
    expect(decodeView(encodeView({ ...DEFAULT_VIEW, passages: wanted })).problems).toEqual([
      { kind: 'too-long' },
    ]);
  });
});
