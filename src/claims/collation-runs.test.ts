import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSpan } from '../text/offsets.ts';
import { splitsWord } from '../text/words.ts';
import { collate, type CollatedWord } from './collation.ts';
import { computeRuns } from './collation-runs.ts';
import type { Value } from './value-words.ts';

const NEARLY: Value = { kind: 'quantity', amount: 25, unit: 'year', precision: 'almost' };
const EXACTLY: Value = { kind: 'quantity', amount: 24, unit: 'year', precision: 'exact' };

function collateFirst(text: string, other: string, values: readonly Value[] = []): readonly CollatedWord[] {
  const readings = [text, other].map((one, index) => ({
    article: `a${index}`,
    language: 'ar',
    text: one,
    span: toSpan(0, one.length),
    value: values[index],
  }));
  return collate(readings).words[0] ?? [];
}

function write(text: string, other: string, values?: readonly Value[]): string[] {
  const words = collateFirst(text, other, values);
  return computeRuns(words, toSpan(0, text.length)).map(
    ({ span, sharing, differs }) => `${sharing}${differs ? '!' : ''} ${text.slice(span.start, span.end)}`,
  );
}

describe('stretches of a passage', () => {
  it('take joining words and punctuation between words that are shown alike', () => {
    expect(write('«سياسة الهيمنة» في العالم', 'سياسة الهيمنة')).toEqual([
      'connecting «',
      'all سياسة الهيمنة',
      'connecting » ',
      'connecting في',
      'connecting  ',
      'alone العالم',
    ]);
    expect(write('شكر له دعم', 'حرب')).toEqual(['alone شكر له دعم']);
  });

  it('keep a value in one piece', () => {
    expect(write('منذ ما يقرب من ربع قرن', 'منذ 24 عاماً', [NEARLY, EXACTLY])).toEqual([
      'all منذ',
      'connecting  ',
      'alone! ما يقرب من ربع قرن',
    ]);
  });

  it('cover any passage and tear no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
        const runs = computeRuns(collateFirst(text, other), toSpan(0, text.length));
        expect(runs.map(({ span }) => text.slice(span.start, span.end)).join('')).toBe(text);
        for (const { span, sharing } of runs) {
          if (sharing === 'connecting') continue;
          expect(text.slice(span.start, span.end)).toMatch(/^\S.*$/su);
        }
      }),
    );
  });

  it('part no joined letters', () => {
    const text = 'ووصل بوتين إلى بيونغ يانغ، وكان الزعيم في استقباله';
    const runs = computeRuns(collateFirst(text, 'وصل بوتين، واستقبله الزعيم'), toSpan(0, text.length));
    expect(runs.some(({ span }) => splitsWord(text, span.start) || splitsWord(text, span.end))).toBe(false);
  });
});
