import { describe, expect, it } from 'vitest';
import type { PassageOutcome } from '../../anchoring/outcome.ts';
import { toSpan } from '../../text/offsets.ts';
import { dropRepeated } from './opened-passage.ts';

const at = (outcome: 'exact' | 'moved', start: number, end: number): PassageOutcome => ({
  outcome,
  span: toSpan(start, end),
});
const several = (...starts: number[]): PassageOutcome => ({
  outcome: 'ambiguous',
  candidates: starts.map((start) => toSpan(start, start + 5)),
});
const gone = (sought: string): PassageOutcome => ({
  outcome: 'gone',
  sought,
  wordCount: null,
  nearest: null,
});

describe('dropRepeated', () => {
  it.each<[string, readonly (readonly [string, PassageOutcome])[], readonly number[]]>([
    ['nothing', [], []],
    ['one passage', [['a', at('exact', 1, 5)]], [0]],
    [
      'a passage named twice',
      [
        ['a', at('exact', 1, 5)],
        ['a', at('exact', 1, 5)],
      ],
      [0],
    ],
    [
      'one place found in two ways',
      [
        ['a', at('moved', 1, 5)],
        ['a', at('exact', 1, 5)],
      ],
      [0],
    ],
    [
      'the same place in two articles',
      [
        ['a', at('exact', 1, 5)],
        ['b', at('exact', 1, 5)],
      ],
      [0, 1],
    ],
    [
      'places that overlap',
      [
        ['a', at('exact', 1, 5)],
        ['a', at('exact', 1, 6)],
      ],
      [0, 1],
    ],
    [
      'others between',
      [
        ['a', at('exact', 1, 5)],
        ['b', at('exact', 1, 5)],
        ['a', at('exact', 1, 5)],
      ],
      [0, 1],
    ],
    [
      'the same candidates',
      [
        ['a', several(1, 9)],
        ['a', several(1, 9)],
      ],
      [0],
    ],
    [
      'other candidates',
      [
        ['a', several(1, 9)],
        ['a', several(1, 8)],
      ],
      [0, 1],
    ],
    [
      'words that are gone',
      [
        ['a', gone('x')],
        ['a', gone('x')],
        ['a', gone('y')],
      ],
      [0, 2],
    ],
  ])('keeps of %s each once, in order', (_what, given, kept) => {
    const passages = given.map(([article, resolution]) => ({
      article,
      target: { article, token: 'token' },
      resolution,
    }));
    expect(dropRepeated(passages)).toEqual(kept.map((index) => passages[index]));
  });
});
