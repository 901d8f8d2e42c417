import { describe, expect, it } from 'vitest';
import { readSeedJson, SEEDS } from '../testing/seeds.ts';
import { parseClaims } from './claims.ts';

interface RawFile {
  alone: unknown[];
  absences: unknown[];
  events: unknown[];
  groups: { id: string }[];
  claims: { id: string; group: string; evidence: { article: string }[] }[];
}

const ARTICLES = SEEDS.articles.map(({ id }) => id);

/** The shipped claims with something changed, as `path: message` of what is wrong with them. */
function problemsWith(change: (file: RawFile) => void, articles: readonly string[] = ARTICLES): string[] {
  // Shared claims alone; what else the file says is checked beside `check-findings.ts`.
  const file = { ...(readSeedJson(SEEDS.claims) as RawFile), alone: [], absences: [], events: [] };
  change(file);
  return (parseClaims(file, articles).problems ?? []).map(({ path, message }) => `${path}: ${message}`);
}

describe('parseClaims', () => {
  it('accepts the shipped claims', () => {
    expect(problemsWith(() => undefined)).toEqual([]);
  });

  const refused: [fact: string, change: (file: RawFile) => void, problem: string][] = [
    [
      'a claim’s id that occurs twice',
      ({ claims }) => (claims[3]!.id = claims[1]!.id),
      'claims[3].id: repeats claims[1]: ',
    ],
    ['a group’s id that occurs twice', ({ groups }) => groups.push({ ...groups[0]! }), ']: '],
    [
      'an unknown group',
      ({ claims }) => (claims[2]!.group = 'nowhere'),
      'claims[2].group: is no group of this file: nowhere',
    ],
    [
      'an unknown article',
      ({ claims }) => (claims[1]!.evidence[1]!.article = '009'),
      'claims[1].evidence[1].article: is no article of the collection: 009',
    ],
    [
      'a name that every object has',
      ({ claims }) => (claims[0]!.group = 'constructor'),
      'claims[0].group: is no group of this file: constructor',
    ],
  ];
  it.each(refused)('refuses %s', (_fact, change, problem) => {
    const problems = problemsWith(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('knows no article but those of the collection it is told', () => {
    const paths = problemsWith(() => undefined, ARTICLES.slice(1)).map((problem) => problem.split(':')[0]);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(path).toMatch(/^claims\[\d+\]\.evidence\[\d+\]\.article$/);
  });
});
