import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS } from '../testing/seeds.ts';
import { overlaps, toSpan } from '../text/offsets.ts';
import { computeOutline, findOverlapping, type ClaimOutline } from './outline.ts';

const NAME = { ar: 'اسم', en: 'name' };

/** A claim with passages written as `article:start-end`. */
function claim(id: string, ...passages: readonly string[]): ClaimOutline {
  const evidence = passages.map((passage) => {
    const [article = '', start, end] = passage.split(/[:-]/);
    return { article, range: toSpan(Number(start), Number(end)) };
  });
  return { id, group: 'g', label: NAME, relation: 'same', evidence };
}

describe('computeOutline', () => {
  it('keeps ids, names and places, and leaves the rest out', () => {
    const outline = computeOutline(SEED_CLAIMS);
    expect(outline.groups).toEqual(SEED_CLAIMS.groups);
    expect(outline.claims.map(({ id }) => id)).toEqual(SEED_CLAIMS.claims.map(({ id }) => id));
    for (const [index, { evidence, ...rest }] of outline.claims.entries()) {
      const whole = SEED_CLAIMS.claims[index]!;
      expect(whole).toMatchObject(rest);
      expect(evidence).toEqual(whole.evidence.map(({ article, range }) => ({ article, range })));
    }
  });

  it('is the outline of itself', () => {
    const outline = computeOutline(SEED_CLAIMS);
    expect(computeOutline({ ...SEED_CLAIMS, ...outline } as typeof SEED_CLAIMS)).toEqual(outline);
  });
});

describe('findOverlapping', () => {
  const here = claim('here', '000:10-20', '001:10-20', '000:50-60');
  const others = {
    inside: claim('inside', '000:12-14'),
    around: claim('around', '000:0-30'),
    astride: claim('astride', '000:19-25'),
    touching: claim('touching', '000:20-30', '000:0-10'),
    elsewhere: claim('elsewhere', '001:12-14'),
    later: claim('later', '000:0-5', '000:55-56'),
  };
  const claims = [others.inside, here, ...Object.values(others).slice(1)];

  it.each([
    ['the first passage', '000', 0, ['inside', 'around', 'astride']],
    ['a later passage', '000', 1, ['later']],
    ['the passage of another article', '001', 0, ['elsewhere']],
    ['a passage that the article has not', '000', 2, []],
    ['an article that does not make the claim', '002', 0, []],
  ])('finds in their order the claims at %s', (_what, article, index, found) => {
    expect(findOverlapping(claims, here, { article, index }).map(({ id }) => id)).toEqual(found);
  });

  it('finds for every passage of the shipped claims those that share a character with it', () => {
    for (const one of SEED_CLAIMS.claims) {
      const seen = new Map<string, number>();
      for (const { article, range } of one.evidence) {
        const index = seen.get(article) ?? 0;
        seen.set(article, index + 1);
        const expected = SEED_CLAIMS.claims.filter(
          (other) =>
            other !== one &&
            other.evidence.some((passage) => passage.article === article && overlaps(passage.range, range)),
        );
        expect(findOverlapping(SEED_CLAIMS.claims, one, { article, index })).toEqual(expected);
      }
    }
  });
});
