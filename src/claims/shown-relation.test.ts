import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS, SEEDS } from '../testing/seeds.ts';
import { relateShown } from './shown-relation.ts';

const articles = SEEDS.articles.map(({ id }) => id);

function relate(id: string, shown: readonly string[]) {
  const claim = SEED_CLAIMS.claims.find((one) => one.id === id)!;
  return relateShown(claim, (article) => shown.includes(article));
}

describe('how the sources that are on relate', () => {
  it('is as authored while all that make the claim are on', () => {
    for (const claim of SEED_CLAIMS.claims) {
      expect(relate(claim.id, articles)).toEqual({ relation: claim.relation, isOfAll: true });
      const makers = claim.evidence.map(({ article }) => article);
      expect(relate(claim.id, makers)).toEqual({ relation: claim.relation, isOfAll: true });
    }
  });

  it.each([
    ['first-visit-in-24-years', ['000', '001'], 'same'],
    ['first-visit-in-24-years', ['000', '003'], 'compatible-values'],
    ['signing-order', ['000', '001'], 'contradiction'],
    ['signing-order', ['001', '002'], 'other-words'],
    ['signing-order', ['000', '002'], 'other-words'],
  ])('of %s with %j on is %s', (id, shown, relation) => {
    expect(relate(id, shown)).toEqual({ relation, isOfAll: false });
  });

  it('stays as authored where sources give no value', () => {
    const bare = SEED_CLAIMS.claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map(({ article, range, place, stance, attribution }) => ({
        article,
        range,
        place,
        stance,
        attribution,
      })),
    }));
    for (const claim of bare) {
      expect(relateShown(claim, (article) => article !== '000').relation).toBe(claim.relation);
    }
  });
});
