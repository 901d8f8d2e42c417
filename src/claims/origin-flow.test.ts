import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS, SEEDS } from '../testing/seeds.ts';
import { toSpan } from '../text/offsets.ts';
import { computeFlow, countPassages, findClaims, findKeys, findPassages, narrowFlow } from './origin-flow.ts';
import { indexVoices } from './origins.ts';

const articles = SEEDS.articles.map(({ id }) => id);
const voices = indexVoices(SEED_CLAIMS.voices);
const flow = computeFlow(SEED_CLAIMS.claims, articles, voices);

describe('the flow of the five articles', () => {
  it('has every passage, each with a way that ends at its article', () => {
    const all = SEED_CLAIMS.claims.flatMap(({ evidence }) => evidence);
    expect(flow.passages).toHaveLength(all.length);
    expect(flow.passages.every(({ article, path }) => path.at(-1) === `in-${article}`)).toBe(true);
  });

  it('weighs each link by its passages', () => {
    const links = new Map(flow.links.map(({ from, to, passages }) => [`${from} ${to}`, passages]));
    expect(links.get('from-tass in-004')).toBe(5);
    expect(links.get('from-yuri-ushakov from-tass')).toBe(2);
    expect(links.get('from-putin from-interfax')).toBe(7);
    const steps = flow.passages.reduce((sum, { path }) => sum + path.length - 1, 0);
    expect(flow.links.reduce((sum, { passages }) => sum + passages, 0)).toBe(steps);
  });

  it.each([
    ['from-putin', 'speaker'],
    ['from-us-state-department', 'speaker'],
    ['from-tass', 'relay'],
    ['from-russian-media', 'relay'],
    ['in-000', 'outlet'],
  ])('has %s at the stage of the %s', (key, stage) => {
    expect(flow.nodes.find((node) => node.key === key)?.stage).toBe(stage);
  });

  it('finds what came through a name, and through a link', () => {
    expect(findClaims(findPassages(flow, ['from-tass']))).toEqual([
      'gifts',
      'gift-car',
      'gift-tea-set-and-dagger',
      'gift-art-and-busts',
    ]);
    expect(findClaims(findPassages(flow, ['from-yuri-ushakov', 'from-tass']))).toEqual([
      'gifts',
      'gift-art-and-busts',
    ]);
    expect(findPassages(flow, [])).toEqual([]);
  });

  it('is narrowed to what came through a name', () => {
    const narrow = narrowFlow(flow, findPassages(flow, ['from-tass']));
    expect(narrow.nodes.map(({ key }) => key)).toEqual([
      'from-yuri-ushakov',
      'from-russian-reports',
      'from-tass',
      'in-003',
      'in-004',
    ]);
    expect(narrow.links.map(({ from, to, passages }) => [from, to, passages])).toContainEqual([
      'from-yuri-ushakov',
      'from-tass',
      2,
    ]);
    expect(countPassages(narrow.passages).get('from-tass')).toBe(7);
    expect(countPassages(narrow.passages).get('from-putin')).toBeUndefined();
    expect(narrowFlow(flow, flow.passages)).toEqual({
      ...flow,
      nodes: flow.nodes.filter(({ key }) => countPassages(flow.passages).has(key)),
    });
  });

  it('knows the articles given alone, and keeps the words of names', () => {
    const keys = new Map(flow.nodes.map(({ key, name }) => [name?.en, key]));
    const one = computeFlow(SEED_CLAIMS.claims, ['004'], voices, keys);
    expect(one.nodes.map(({ key }) => key)).toContain('from-tass');
    expect(one.nodes.filter(({ stage }) => stage === 'outlet').map(({ key }) => key)).toEqual(['in-004']);
    expect(one.passages.every(({ article }) => article === '004')).toBe(true);
  });
});

describe('the word of a name', () => {
  const named = (...names: readonly string[]) =>
    computeFlow(
      [
        {
          id: 'claim',
          evidence: names.map((en) => ({
            ...SEED_CLAIMS.claims[0]!.evidence[0]!,
            article: '000',
            attribution: {
              chain: [{ name: { ar: en, en }, range: SEED_CLAIMS.claims[0]!.evidence[0]!.range }],
            },
          })),
        },
      ],
      ['000'],
      new Map(),
    ).nodes.flatMap(({ key, name }) => (name === null ? [] : [key]));

  it.each([
    [['Chad O’Carroll'], ['from-chad-ocarroll']],
    [
      ['A b', 'a-B'],
      ['from-a-b', 'from-a-b-2'],
    ],
    [
      ['وكالة', 'صحيفة'],
      ['from-name', 'from-name-2'],
    ],
    [['x'.repeat(80)], [`from-${'x'.repeat(56)}`]],
  ])('%s', (names, expected) => {
    expect(named(...names)).toEqual(expected);
    for (const key of expected) expect(key.length).toBeLessThanOrEqual(64);
  });
});

describe('a chain that names one voice twice', () => {
  const chainOf = (...names: readonly string[]) =>
    names.map((name) => ({ name: { ar: name, en: name }, range: toSpan(0, 1) }));
  const flowOf = (...names: readonly string[]) =>
    computeFlow(
      [
        {
          id: 'one',
          evidence: [
            {
              article: '000',
              range: toSpan(0, 1),
              place: 'body',
              stance: 'quotes',
              attribution: { chain: chainOf(...names) },
            },
          ],
        },
      ],
      ['000'],
      new Map(),
    );

  it.each([
    [['A', 'A'], ['from-a in-000']],
    [
      ['B', 'A', 'A'],
      ['from-a from-b', 'from-b in-000'],
    ],
    [
      ['A', 'B', 'A'],
      ['from-a from-b', 'from-b in-000'],
    ],
  ])('%j passes it once, so that every line has an address', (names, links) => {
    expect(flowOf(...names).links.map(({ from, to }) => `${from} ${to}`)).toEqual(links);
  });

  it('keeps the words of names, whichever claims come with them', () => {
    const shared = findKeys(SEED_CLAIMS.claims, articles, voices);
    const all = findKeys([...SEED_CLAIMS.claims, ...SEED_CLAIMS.alone], articles, voices);
    for (const [name, key] of shared) expect(all.get(name)).toBe(key);
  });
});
