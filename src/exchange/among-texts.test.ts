import { describe, expect, it } from 'vitest';
import { findBestPlaces } from './among-texts.ts';
import type { TextQuoteSelector, TextSelector } from './selectors.ts';
import { resolveSelectors } from './web-annotation.ts';

function quote(exact: string, around: Partial<TextQuoteSelector> = {}): TextQuoteSelector {
  return { type: 'TextQuoteSelector', exact, ...around };
}

/** Where a selector may be meant in texts called by their numbers: `1:5` is offset 5 of the second. */
function find(texts: readonly string[], selector: TextSelector): string[] {
  const answers = texts.map((text, article) => ({
    article,
    text,
    resolution: resolveSelectors(text, [selector]),
  }));
  return findBestPlaces(answers, [selector]).map(({ article, span }) => `${article}:${span.start}`);
}

const TALK = 'قال الرئيس إن المحادثات كانت طويلة جداً في بيونغ يانغ أمس';

describe('findBestPlaces', () => {
  it.each<[what: string, texts: readonly string[], selector: TextSelector, places: readonly string[]]>([
    ['nowhere', ['نعم', 'لا'], quote('ربما'), []],
    ['in one text', ['نعم قال', 'لا'], quote('نعم'), ['0:0']],
    ['in two texts', ['قال نعم', 'نعم'], quote('نعم'), ['0:4', '1:0']],
    ['once in one and twice in another, in turns', ['نعم', 'نعم لا نعم'], quote('نعم'), ['0:0', '1:0', '1:7']],
    [
      'told apart by what stands around it',
      ['قال نعم اليوم', 'كتب نعم أمس'],
      quote('نعم', { prefix: 'كتب ', suffix: ' أمس' }),
      ['1:4'],
    ],
    [
      'told apart although it stands twice elsewhere',
      ['كتب نعم أمس', 'قال نعم ثم قال نعم'],
      quote('نعم', { prefix: 'كتب ' }),
      ['0:4'],
    ],
    [
      'twice with the same around it',
      ['كتب نعم', 'ثم كتب نعم'],
      quote('نعم', { prefix: 'كتب ' }),
      ['0:4', '1:7'],
    ],
    ['letter for letter before another spelling', ['قال نَعَم', 'قال نعم'], quote('نعم'), ['1:4']],
    ['unchanged before edited', [TALK.replace('طويلة', 'قصيرة'), TALK], quote(TALK), ['1:0']],
    [
      'a position, in every text',
      ['نعم لا', 'قال نعم'],
      { type: 'TextPositionSelector', start: 4, end: 6 },
      ['0:4', '1:4'],
    ],
  ])('finds what stands %s', (_what, texts, selector, places) => {
    expect(find(texts, selector)).toEqual(places);
  });
});
