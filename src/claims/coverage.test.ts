import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS, SEEDS } from '../testing/seeds.ts';
import { toSpan } from '../text/offsets.ts';
import { computeMarks, countClaims, countShared, findEvidence, findWitnesses } from './coverage.ts';
import type { ClaimOutline } from './outline.ts';

const NAME = { ar: 'اسم', en: 'name' };

/** A claim made in the articles named, one passage each, ten code units apart. */
function claim(id: string, ...articles: readonly string[]): ClaimOutline {
  const evidence = articles.map((article, index) => ({ article, range: toSpan(index * 10, index * 10 + 5) }));
  return { id, group: 'g', label: NAME, relation: 'same', evidence };
}

const CLAIMS = [claim('a', '000', '000', '001'), claim('b', '001', '002'), claim('c')];
const [A, B, C] = CLAIMS as [ClaimOutline, ClaimOutline, ClaimOutline];

describe('findEvidence', () => {
  it('finds the passages of one article in their order', () => {
    expect(findEvidence(A, '000')).toEqual([A.evidence[0], A.evidence[1]]);
  });

  it('finds none where the article does not make the claim', () => {
    expect(findEvidence(B, '000')).toEqual([]);
    expect(findEvidence(C, '000')).toEqual([]);
  });

  it('finds each passage of the shipped claims in just one article', () => {
    for (const one of SEED_CLAIMS.claims) {
      const found = SEEDS.articles.flatMap(({ id }) => findEvidence(one, id));
      expect(new Set(found)).toEqual(new Set(one.evidence));
      expect(found).toHaveLength(one.evidence.length);
    }
  });
});

describe('findWitnesses', () => {
  it.each([
    ['in the order asked for', A, ['001', '000'], ['001', '000']],
    ['once, however many passages they have', A, ['000'], ['000']],
    ['among those asked for alone', A, ['001', '002'], ['001']],
    ['nowhere for a claim without passages', C, ['000', '001'], []],
    ['nowhere among no articles', A, [], []],
  ])('finds them %s', (_how, one, articles, witnesses) => {
    expect(findWitnesses(one, articles)).toEqual(witnesses);
  });
});

describe('countClaims', () => {
  it.each([
    ['000', 1],
    ['001', 2],
    ['002', 1],
    ['003', undefined],
  ])('counts the claims of %s', (article, count) => {
    expect(countClaims(CLAIMS).get(article)).toBe(count);
  });

  it('counts nothing without claims', () => {
    expect(countClaims([]).size).toBe(0);
  });

  it('adds up, over all articles, to the witnesses of all claims', () => {
    const articles = SEEDS.articles.map(({ id }) => id);
    const counts = Array.from(countClaims(SEED_CLAIMS.claims).values());
    const witnesses = SEED_CLAIMS.claims.flatMap((one) => findWitnesses(one, articles));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(witnesses.length);
  });
});

describe('countShared', () => {
  it.each([
    ['all articles', ['000', '001', '002'], 2],
    ['two that share one', ['000', '001'], 1],
    ['two that share none', ['000', '002'], 0],
    ['one article', ['001'], 0],
    ['no article', [], 0],
  ])('counts the claims that at least two make, of %s', (_what, articles, count) => {
    expect(countShared(CLAIMS, articles)).toBe(count);
  });
});

describe('computeMarks', () => {
  it('numbers each claim’s passages within the article', () => {
    const marks = computeMarks([claim('b', '001', '000'), claim('a', '000', '001', '000')]);
    expect(Object.fromEntries(marks)).toEqual({
      '000': [
        { claim: 'b', index: 0, span: toSpan(10, 15) },
        { claim: 'a', index: 0, span: toSpan(0, 5) },
        { claim: 'a', index: 1, span: toSpan(20, 25) },
      ],
      '001': [
        { claim: 'b', index: 0, span: toSpan(0, 5) },
        { claim: 'a', index: 0, span: toSpan(10, 15) },
      ],
    });
  });

  it('marks every passage of the shipped claims once', () => {
    const marks = Array.from(computeMarks(SEED_CLAIMS.claims).values()).flat();
    expect(marks).toHaveLength(SEED_CLAIMS.claims.flatMap(({ evidence }) => evidence).length);
  });
});
