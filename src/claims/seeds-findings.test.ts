import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS, SEED_TEXTS, SEEDS } from '../testing/seeds.ts';
import { checkFindings } from './check-findings.ts';

const { claims, alone, absences, events, voices } = SEED_CLAIMS;

describe('what the shipped claims say beside what sources share', () => {
  it('stands in the articles', () => {
    expect(checkFindings(SEED_CLAIMS, SEEDS, SEED_TEXTS)).toEqual([]);
  });

  it('says of every article without a claim why', () => {
    const silent = claims.flatMap(({ id, evidence }) =>
      SEEDS.articles
        .filter((article) => evidence.every((passage) => passage.article !== article.id))
        .map((article) => `${id} ${article.id}`),
    );
    expect(absences.map(({ claim, article }) => `${claim} ${article}`)).toEqual(silent);
  });

  it('lists what every article alone says, in the order of articles and texts', () => {
    const firsts = alone.map(({ evidence }) => evidence[0]!);
    expect(new Set(firsts.map(({ article }) => article)).size).toBe(SEEDS.articles.length);
    const sorted = firsts.toSorted(
      (one, other) => one.article.localeCompare(other.article) || one.range.start - other.range.start,
    );
    expect(firsts).toEqual(sorted);
  });

  it('tells of every voice what it is', () => {
    const chains = [
      ...[...claims, ...alone].flatMap(({ evidence }) => evidence),
      ...events.flatMap(({ accounts }) => accounts),
    ].flatMap(({ attribution }) => attribution?.chain ?? []);
    const named = [...chains, ...SEEDS.articles.flatMap(({ restsOn }) => restsOn)].map(({ name }) => name.en);
    expect(new Set(voices.map(({ name }) => name.en))).toEqual(new Set(named));
  });

  it('keeps every false friend out of the gifts and the visit', () => {
    const words = alone.flatMap(({ evidence }) => evidence.map(({ quote }) => quote ?? ''));
    expect(words.filter((quote) => /الهدايا|أول زيارة لبوتين/.test(quote))).toEqual([]);
  });
});
