import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS, SEEDS } from '../testing/seeds.ts';
import { computeSides, DIFFERENCES, findDifferences } from './differences.ts';

const articles = SEEDS.articles.map(({ id }) => id);

function sidesOf(id: string, shown = articles): string[] {
  const claim = SEED_CLAIMS.claims.find((one) => one.id === id);
  if (claim === undefined) throw new RangeError(`no claim ${id}`);
  return computeSides(claim, shown).map(({ value, sources }) => {
    const name =
      value === null ? '-' : value.kind === 'term' ? value.text.en : `${value.amount} ${value.unit}`;
    const each = sources.map(
      ({ article, passages }) => `${article}#${passages.map(({ index }) => index).join('')}`,
    );
    return `${name}: ${each.join(' ')}`;
  });
}

describe('who says what', () => {
  it.each([
    ['talks-duration', ['1.5 hour: 004#0', '2 hour: 001#1 003#0', '11 hour: 001#0']],
    ['arrival-time', ['early Wednesday morning: 000#0', 'late Tuesday: 001#0']],
    ['signing-order', ['after the talks: 000#0', 'before the talks: 001#0', '-: 002#0']],
    ['first-visit-in-24-years', ['24 year: 000#0 001#0', '25 year: 003#0']],
    ['founding-document', ['-: 000#01', '-: 001#01']],
    ['ballistic-missiles', ['dozens: 001#0', '-: 003#0']],
  ])('%s', (id, expected) => {
    expect(sidesOf(id)).toEqual(expected);
  });

  it('leaves out sources that are off', () => {
    expect(sidesOf('signing-order', ['001', '000'])).toEqual([
      'before the talks: 001#0',
      'after the talks: 000#0',
    ]);
  });

  it('loses no passage', () => {
    for (const claim of SEED_CLAIMS.claims) {
      const passages = computeSides(claim, articles).flatMap(({ sources }) =>
        sources.flatMap((source) => source.passages.map(({ evidence }) => evidence)),
      );
      expect(new Set(passages)).toEqual(new Set(claim.evidence));
      expect(passages).toHaveLength(claim.evidence.length);
    }
  });
});

describe('what the sources differ on', () => {
  it('begins with the contradictions and leaves out what they agree on', () => {
    const found = findDifferences(SEED_CLAIMS.claims, articles);
    expect(found.slice(0, 3).map(({ id }) => id)).toEqual([
      'signing-order',
      'arrival-time',
      'talks-duration',
    ]);
    expect(Array.from(new Set(found.map(({ relation }) => relation)))).toEqual([...DIFFERENCES]);
    expect(found).toHaveLength(SEED_CLAIMS.claims.filter(({ relation }) => relation !== 'same').length);
  });

  it('needs two sources that are on', () => {
    expect(findDifferences(SEED_CLAIMS.claims, ['000'])).toEqual([]);
    const ids = findDifferences(SEED_CLAIMS.claims, ['000', '001']).map(({ id }) => id);
    expect(ids).toContain('arrival-time');
    expect(ids).not.toContain('talks-duration');
  });
});
