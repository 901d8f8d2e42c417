import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS, SEED_TEXTS, SEEDS } from '../testing/seeds.ts';
import { toSpan } from '../text/offsets.ts';
import { computeAppearances } from './appearance.ts';
import type { ClaimsFile, LoneClaim } from './claims.ts';
import { holdableAlone, LONE_LINE } from './lone-claims.ts';
import type { ClaimOutline } from './outline.ts';

function hold(file: ClaimsFile, texts: ReadonlyMap<string, string> = SEED_TEXTS) {
  return holdableAlone(file).holdAgainst(SEEDS.articles, texts);
}

/** The shipped claims with the first claim of one article changed. */
function withFirst(change: (claim: LoneClaim) => LoneClaim): ClaimsFile {
  return {
    ...SEED_CLAIMS,
    alone: SEED_CLAIMS.alone.map((claim, index) => (index === 0 ? change(claim) : claim)),
  };
}

describe('holdableAlone', () => {
  it('keeps every shipped claim of one article, in order, with all its passages', () => {
    const held = hold(SEED_CLAIMS);
    const claims: readonly ClaimOutline[] = held.claims;
    expect(held.tally).toBeNull();
    expect(claims.map(({ id, evidence }) => [id, evidence.length])).toEqual(
      SEED_CLAIMS.alone.map(({ id, evidence }) => [id, evidence.length]),
    );
    expect(claims.every(({ isAlone }) => isAlone === true)).toBe(true);
  });

  it('leaves out a claim whose one passage does not hold, and counts it', () => {
    const file = withFirst((claim) => ({
      ...claim,
      evidence: claim.evidence.map((passage) => ({
        ...passage,
        range: toSpan(passage.range.start + 1, passage.range.end + 1),
      })),
    }));
    const { claims, tally } = hold(file);
    expect(claims).toHaveLength(SEED_CLAIMS.alone.length - 1);
    expect(tally?.setAside).toBe(file.alone[0]?.evidence.length);
    // As long as its text is not here nothing is said of it.
    expect(hold(file, new Map()).claims).toHaveLength(SEED_CLAIMS.alone.length);
  });

  it('leaves out what comes from two articles after all, and counts it', () => {
    const shared = SEED_CLAIMS.claims[0];
    if (shared === undefined) throw new RangeError('no claim');
    const { claims, tally } = hold(withFirst((claim) => ({ ...claim, evidence: shared.evidence })));
    expect(claims).toHaveLength(SEED_CLAIMS.alone.length - 1);
    expect(tally?.setAside).toBe(shared.evidence.length);
  });

  it('numbers them after the shared claims, in the hue of their group, with a line of their own', () => {
    const shared = computeAppearances(SEED_CLAIMS);
    const { appearances } = holdableAlone(SEED_CLAIMS);
    SEED_CLAIMS.alone.forEach(({ id, group }, index) => {
      const look = appearances.get(id);
      expect(look?.number).toBe(shared.size + index + 1);
      expect(look?.line).toBe(LONE_LINE);
      const sister = SEED_CLAIMS.claims.find((claim) => claim.group === group);
      if (sister !== undefined) expect(look?.hue).toBe(shared.get(sister.id)?.hue);
    });
    expect(Array.from(shared.values()).some(({ line }) => line === LONE_LINE)).toBe(false);
  });
});
