import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFlow } from '../../claims/origin-flow.ts';
import { indexVoices } from '../../claims/origins.ts';
import { SEED_CLAIMS, SEEDS } from '../../testing/seeds.ts';
import { countCrossings, layOutFlow } from './flow-layout.ts';
import { RANDOM_SEED } from '../../testing/ugly-texts.ts';
import { writePath } from './flow-path.ts';
import { findStep, keyOfLink } from './flow-steps.ts';

const articles = SEEDS.articles.map(({ id }) => id);
const flow = computeFlow(SEED_CLAIMS.claims, articles, indexVoices(SEED_CLAIMS.voices));
const layout = layOutFlow(flow);
const stageOf = (stage: string) => layout.nodes.filter(({ node }) => node.stage === stage);

describe('the drawing of the five articles', () => {
  it('keeps articles in their order and nodes apart, within its height', () => {
    expect(stageOf('outlet').map(({ node }) => node.article)).toEqual(articles);
    for (const stage of ['speaker', 'relay', 'outlet']) {
      let free = 0;
      for (const { top, height } of stageOf(stage)) {
        expect(top).toBeGreaterThanOrEqual(free);
        free = top + height;
      }
      expect(free).toBeLessThanOrEqual(layout.height);
    }
  });

  it('lets no line pass under a node', () => {
    const relays = stageOf('relay');
    for (const { points } of layout.links) {
      if (points.length < 4) continue;
      const down = points[1]![1];
      expect(relays.some(({ top, height }) => down > top && down < top + height)).toBe(false);
    }
  });

  it('has fewer crossings than names in the order of the texts', () => {
    const countCrossed = (order: readonly string[]) => {
      const links = layout.links.filter(({ link }) => link.from === 'from-tass' || order.includes(link.from));
      const ends = links.map(({ link, points }) => [order.indexOf(link.from), points.at(-1)![1]] as const);
      return ends.flatMap(([from, to], place) =>
        ends.slice(place + 1).filter(([other, end]) => (from - other) * (to - end) < 0),
      ).length;
    };
    const relays = (keys: readonly string[]) => keys.filter((key) => key.startsWith('from-'));
    const listed = relays(flow.nodes.filter(({ stage }) => stage === 'relay').map(({ key }) => key));
    const drawn = relays(stageOf('relay').map(({ node }) => node.key));
    expect(countCrossed(drawn)).toBeLessThan(countCrossed(listed));
  });

  it('writes every line as a path of numbers', () => {
    for (const link of layout.links) expect(writePath(link)).toMatch(/^M[\d. ]+[CL][\d. CL-]+$/);
  });

  it('is the same each time, and empty for nothing', () => {
    expect(layOutFlow(flow)).toEqual(layout);
    expect(layOutFlow({ nodes: [], links: [], passages: [] })).toEqual({ nodes: [], links: [], height: 0 });
  });
});

describe('countCrossings', () => {
  it('counts what comparing every line with every other counts', () => {
    const slots = (side: string) =>
      Array.from({ length: 8 }, (_, at) => ({ key: `${side}${at}`, node: null }));
    const end = fc.nat({ max: 7 });
    const line = fc.record({ start: end, end, weight: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const segments = lines.map((one) => ({
          from: `a${one.start}`,
          to: `b${one.end}`,
          weight: one.weight,
        }));
        const expected = lines.flatMap((one, place) =>
          lines
            .slice(place + 1)
            .map((next) =>
              (one.start - next.start) * (one.end - next.end) < 0 ? one.weight * next.weight : 0,
            ),
        );
        const sum = expected.reduce((all, crossing) => all + crossing, 0);
        expect(countCrossings(segments, slots('a'), slots('b'))).toBe(sum);
      }),
      { seed: RANDOM_SEED },
    );
  });
});

describe('the way of the keyboard through the drawing', () => {
  it('reaches every node and every link from the first node', () => {
    const reached = new Set([findStep(layout, '', 'first') ?? '']);
    for (const at of reached) {
      for (const step of ['onward', 'back', 'up', 'down', 'last'] as const) {
        const next = findStep(layout, at, step);
        if (next !== null) reached.add(next);
      }
    }
    const all = [...flow.nodes.map(({ key }) => key), ...flow.links.map((link) => keyOfLink(link))];
    expect(Array.from(reached).toSorted()).toEqual(all.toSorted());
  });
});
