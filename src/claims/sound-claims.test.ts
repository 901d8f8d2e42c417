import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getSeedText, SEED_CLAIMS, SEED_TEXTS, SEEDS } from '../testing/seeds.ts';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { toSpan } from '../text/offsets.ts';
import { checkClaims, MIN_WITNESSES } from './check-claims.ts';
import type { Claim, ClaimsFile, Evidence } from './claims.ts';
import type { HeldClaims } from './outline.ts';
import { holdable } from './sound-claims.ts';

const { articles } = SEEDS;

function hold(file: ClaimsFile, texts: ReadonlyMap<string, string> = SEED_TEXTS): HeldClaims {
  return holdable(file).holdAgainst!(articles, texts);
}

function countPassages({ claims }: Pick<HeldClaims, 'claims'>): number {
  return claims.reduce((sum, { evidence }) => sum + evidence.length, 0);
}

/** The shipped claims with one of them changed. */
function withClaim(at: number, change: (claim: Claim) => Claim): ClaimsFile {
  return {
    ...SEED_CLAIMS,
    claims: SEED_CLAIMS.claims.map((claim, index) => (index === at ? change(claim) : claim)),
  };
}

/** A claim with one of its passages moved by a letter, so that it no longer reads as quoted. */
function moved(claim: Claim, at: number): Claim {
  const move = (passage: Evidence): Evidence => ({
    ...passage,
    range: toSpan(passage.range.start + 1, passage.range.end + 1),
  });
  return {
    ...claim,
    evidence: claim.evidence.map((passage, index) => (index === at ? move(passage) : passage)),
  };
}

const witnessesOf = ({ evidence }: Claim) => new Set(evidence.map(({ article }) => article)).size;
const WIDE = SEED_CLAIMS.claims.findIndex((claim) => witnessesOf(claim) > MIN_WITNESSES);
const NARROW = SEED_CLAIMS.claims.findIndex(
  (claim) => claim.evidence.length === MIN_WITNESSES && witnessesOf(claim) === MIN_WITNESSES,
);

/** One thing that goes wrong with one passage of one claim. */
interface Damage {
  readonly claim: number;
  readonly passage: number;
  readonly how: (typeof DAMAGES)[number];
  readonly by: number;
}

const DAMAGES = ['start', 'end', 'both', 'far', 'quote', 'place', 'double'] as const;
const damage: fc.Arbitrary<Damage> = fc.record({
  claim: fc.nat(),
  passage: fc.nat(),
  how: fc.constantFrom(...DAMAGES),
  by: fc.constantFrom(-3, -1, 1, 2, 7),
});

function damagePassage(old: Evidence, { how, by }: Damage): Evidence[] {
  const start = Math.max(0, old.range.start + (how === 'start' || how === 'both' ? by : 0));
  const end = Math.max(start + 1, old.range.end + (how === 'end' || how === 'both' ? by : 0));
  switch (how) {
    case 'double':
      return [old, { ...old }];
    case 'quote':
      return [{ ...old, quote: 'عبارة لا أثر لها' }];
    case 'place':
      return [{ ...old, place: 'subtitle' }];
    case 'far':
      return [{ ...old, range: toSpan(start, 19_999_999) }];
    default:
      return [{ ...old, range: toSpan(start, end) }];
  }
}

function applyDamage(file: ClaimsFile, done: Damage): ClaimsFile {
  const claims = file.claims.map((claim, index) => {
    if (index !== done.claim % file.claims.length) return claim;
    const at = done.passage % claim.evidence.length;
    const evidence = claim.evidence.flatMap((one, place) =>
      place === at ? damagePassage(one, done) : [one],
    );
    return { ...claim, evidence };
  });
  return { ...file, claims };
}

describe('holdable', () => {
  it('leaves sound claims as they are, and answers the same object for every text that comes', () => {
    const { holdAgainst } = holdable(SEED_CLAIMS);
    const none = holdAgainst!(articles, new Map());
    expect(none).toEqual({
      groups: SEED_CLAIMS.groups,
      claims: SEED_CLAIMS.claims,
      tally: null,
      seek: expect.any(Function),
    });
    expect(holdAgainst!(articles, new Map([['000', getSeedText('000')]]))).toBe(none);
    expect(holdAgainst!(articles, SEED_TEXTS)).toBe(none);
  });

  it('leaves out the passage that does not hold, and the claim too where too few sources remain', () => {
    const wide = hold(withClaim(WIDE, (claim) => moved(claim, 0)));
    expect(wide.tally?.setAside).toBe(1);
    expect(wide.claims[WIDE]!.evidence).toEqual(SEED_CLAIMS.claims[WIDE]!.evidence.slice(1));
    const narrow = hold(withClaim(NARROW, (claim) => moved(claim, 0)));
    expect(narrow.tally?.setAside).toBe(2);
    expect(narrow.claims.map(({ id }) => id)).toEqual(
      SEED_CLAIMS.claims.filter((_, index) => index !== NARROW).map(({ id }) => id),
    );
  });

  it('says nothing of a passage before its text is here', () => {
    const file = withClaim(WIDE, (claim) => moved(claim, 0));
    const { article } = file.claims[WIDE]!.evidence[0]!;
    const { holdAgainst } = holdable(file);
    const others = new Map(Array.from(SEED_TEXTS).filter(([id]) => id !== article));
    expect(holdAgainst!(articles, others).tally).toBeNull();
    expect(holdAgainst!(articles, SEED_TEXTS).tally?.setAside).toBe(1);
  });

  it('leaves out a claim that never came from enough sources', () => {
    const held = hold(withClaim(NARROW, (claim) => ({ ...claim, evidence: claim.evidence.slice(0, 1) })));
    expect(held.tally?.setAside).toBe(1);
    expect(held.claims).toHaveLength(SEED_CLAIMS.claims.length - 1);
  });

  it('keeps only what the whole check accepts, and loses count of nothing', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
        const file = damages.reduce(applyDamage, SEED_CLAIMS);
        const held = hold(file);
        expect(checkClaims({ ...file, claims: held.claims as Claim[] }, SEEDS, SEED_TEXTS)).toEqual([]);
        expect(countPassages(held) + (held.tally?.setAside ?? 0)).toBe(countPassages(file));
      }),
      { numRuns: 100, seed: RANDOM_SEED },
    );
  });
});
