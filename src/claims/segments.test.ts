import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS, SEEDS } from '../testing/seeds.ts';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { computeMarks } from './coverage.ts';
import { computeSegments, type MarkedPassage, type Segment } from './segments.ts';

/** A passage written as `claim:start-end`, or `claim#index:start-end`. */
function passage(written: string): MarkedPassage {
  const [, claim = '', index = '0', start = '', end = ''] =
    /^(\w+)(?:#(\d+))?:(\d+)-(\d+)$/.exec(written) ?? [];
  return { claim, index: Number(index), span: toSpan(Number(start), Number(end)) };
}

function name({ claim, index }: MarkedPassage): string {
  return index === 0 ? claim : `${claim}#${index}`;
}

/** A segment written as `start-end marks`, opening marks with a bracket before them. */
function write({ span, marks, opening }: Segment): string {
  const written = marks.map((mark) => (opening.includes(mark) ? `[${name(mark)}` : name(mark)));
  return `${span.start}-${span.end} ${written.join(' ')}`.trim();
}

/** Checks segments against the passages, code unit by code unit. */
function expectTiling(block: Span, passages: readonly MarkedPassage[], segments: readonly Segment[]): void {
  let at: number = block.start;
  for (const { span, marks, opening } of segments) {
    expect(span.start).toBe(at);
    expect(span.end).toBeGreaterThan(at);
    at = span.end;
    for (let unit = span.start as number; unit < span.end; unit += 1) {
      const covering = passages.filter((one) => one.span.start <= unit && unit < one.span.end);
      expect(new Set(marks)).toEqual(new Set(covering));
      expect(marks).toHaveLength(covering.length);
    }
    expect(opening).toEqual(marks.filter((mark) => mark.span.start === span.start));
  }
  expect(at).toBe(block.end);
}

const passages = fc
  .array(
    fc.record({
      claim: fc.constantFrom('a', 'b', 'c', 'd'),
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ claim, start, length }, index): MarkedPassage => ({
      claim,
      index: list.slice(0, index).filter((one) => one.claim === claim).length,
      span: toSpan(start, start + length),
    })),
  );
const blocks = fc.tuple(fc.nat(20), fc.nat(30)).map(([start, length]) => toSpan(start, start + length));

describe('computeSegments', () => {
  const cases: [fact: string, block: [number, number], passages: string[], segments: string[]][] = [
    ['leaves a block without claims whole', [0, 10], [], ['0-10']],
    ['cuts nothing from an empty block', [5, 5], ['a:0-10'], []],
    ['cuts a passage out', [0, 10], ['a:3-6'], ['0-3', '3-6 [a', '6-10']],
    ['marks a whole block', [0, 10], ['a:0-10'], ['0-10 [a']],
    ['leaves out passages of other blocks', [10, 20], ['a:0-10', 'b:20-30'], ['10-20']],
    ['lets two passages touch', [0, 10], ['a:0-5', 'b:5-10'], ['0-5 [a', '5-10 [b']],
    [
      'nests a short passage in a long one',
      [0, 10],
      ['b:4-6', 'a:2-8'],
      ['0-2', '2-4 [a', '4-6 a [b', '6-8 a', '8-10'],
    ],
    ['nests from one start, the longer outside', [0, 9], ['a:0-4', 'b:0-9'], ['0-4 [b [a', '4-9 b']],
    ['nests to one end', [0, 9], ['a:0-9', 'b:5-9'], ['0-5 [a', '5-9 a [b']],
    ['lets passages overlap', [0, 10], ['a:2-6', 'b:4-8'], ['0-2', '2-4 [a', '4-6 a [b', '6-8 b', '8-10']],
    ['orders equal spans by their claims', [0, 4], ['b:0-4', 'c:0-4', 'a:0-4'], ['0-4 [a [b [c']],
    ['orders equal spans of one claim by index', [0, 4], ['a#1:0-4', 'a:0-4'], ['0-4 [a [a#1']],
    ['clips a passage that began before', [10, 20], ['a:5-15'], ['10-15 a', '15-20']],
    ['clips a passage that goes on after', [10, 20], ['a:15-25'], ['10-15', '15-20 [a']],
    ['clips a passage around the block', [10, 20], ['a:5-25'], ['10-20 a']],
    [
      'marks three deep',
      [0, 8],
      ['a:0-8', 'b:1-7', 'c:2-6'],
      ['0-1 [a', '1-2 a [b', '2-6 a b [c', '6-7 a b', '7-8 a'],
    ],
  ];
  it.each(cases)('%s', (_fact, [start, end], written, segments) => {
    expect(computeSegments(toSpan(start, end), written.map(passage)).map(write)).toEqual(segments);
  });

  it('tiles every block, and marks each segment with exactly the passages that cover it', () => {
    fc.assert(
      fc.property(blocks, passages, (block, list) => {
        expectTiling(block, list, computeSegments(block, list));
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });

  it('cuts no more than it must: neighbours differ in their marks', () => {
    fc.assert(
      fc.property(blocks, passages, (block, list) => {
        const segments = computeSegments(block, list);
        for (const [index, { marks }] of segments.entries()) {
          if (index > 0) expect(segments[index - 1]!.marks).not.toEqual(marks);
        }
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });

  it('does not depend on the order of the passages, and leaves them as they were', () => {
    const shuffled = passages.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(blocks, shuffled, (block, [list, other]) => {
        const before = [...other];
        expect(computeSegments(block, other)).toEqual(computeSegments(block, list));
        expect(other).toEqual(before);
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });

  it('keeps one order of the marks in all segments of a block', () => {
    fc.assert(
      fc.property(blocks, passages, (block, list) => {
        const segments = computeSegments(block, list);
        const order = Array.from(new Set(segments.flatMap(({ opening }) => opening)));
        for (const { marks } of segments) {
          const opened = marks.filter((mark) => order.includes(mark));
          expect(opened).toEqual(order.filter((mark) => opened.includes(mark)));
        }
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });

  it.each(SEEDS.articles.map((article) => [article.id, article] as const))(
    'opens every passage of article %s once',
    (_id, article) => {
      const marks = computeMarks(SEED_CLAIMS.claims).get(article.id) ?? [];
      const segments = article.parts.flatMap(({ range }) => computeSegments(range, marks));
      const opened = segments.flatMap(({ opening }) => opening);
      expect(opened).toHaveLength(marks.length);
      expect(new Set(opened)).toEqual(new Set(marks));
    },
  );
});
