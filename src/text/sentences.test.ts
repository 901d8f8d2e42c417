import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import type { Span } from './offsets.ts';
import { findClauses, findSentences } from './sentences.ts';

const TEXTS = [...UGLY_TEXTS, ...SEED_TEXTS];

function quote(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe('findSentences', () => {
  it.each([
    ['a full stop', 'قال بوتين. وأضاف كيم.', ['قال بوتين.', 'وأضاف كيم.']],
    ['an Arabic question mark', 'لماذا؟ لأنه', ['لماذا؟', 'لأنه']],
    ['a line break', 'عنوان\nنص', ['عنوان', 'نص']],
    ['closing quotation marks', 'قال: «نعم.» ثم', ['قال: «نعم.»', 'ثم']],
    ['several marks', 'حقا؟! نعم...', ['حقا؟!', 'نعم...']],
    ['no decimal number', 'نسبة 3.4 ملايين', ['نسبة 3.4 ملايين']],
    ['no initials', '(أ.ب) د. محمد أ.ف.ب', ['(أ.ب) د. محمد أ.ف.ب']],
    ['a full stop in an embedding', '\u202Bقال نعم.\u202C ثم', ['\u202Bقال نعم.\u202C', 'ثم']],
    ['a full stop in an isolate', '\u2067قال نعم.\u2069 ثم', ['\u2067قال نعم.\u2069', 'ثم']],
    ['a full stop and something invisible', 'نعم.\u200B لا.\u200F ثم', ['نعم.\u200B', 'لا.\u200F', 'ثم']],
    ['a quotation mark that closes upside down', 'قال: „نعم.“ ثم', ['قال: „نعم.“', 'ثم']],
    ['a paragraph separator', 'عنوان\u2029نص\u2028تتمة', ['عنوان', 'نص', 'تتمة']],
    ['a lone carriage return', 'عنوان\rنص\r\nتتمة', ['عنوان', 'نص', 'تتمة']],
    ['no full stop before what opens', 'نعم.“لا', ['نعم.“لا']],
    ['a year', 'في 2024. ثم', ['في 2024.', 'ثم']],
    ['nothing', ' \n ', []],
  ])('cuts at %s', (_what, text, sentences) => {
    expect(quote(text, findSentences(text))).toEqual(sentences);
  });
});

describe('findClauses', () => {
  it.each([
    ['an Arabic comma', 'قال، ثم أضاف.', ['قال،', 'ثم أضاف.']],
    ['a colon', 'وقال: «نعم»', ['وقال:', '«نعم»']],
    ['no thousands mark', 'نحو 1,000 شخص', ['نحو 1,000 شخص']],
  ])('cuts at %s', (_what, text, clauses) => {
    expect(quote(text, findClauses(text))).toEqual(clauses);
  });
});

describe.each([
  ['findSentences', findSentences],
  ['findClauses', findClauses],
])('%s', (_name, find) => {
  const check = (text: string): void => {
    const spans = find(text);
    let at = 0;
    for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
      expect(text.slice(at, start).trim()).toBe('');
      expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      at = end;
    }
  };

  it.each(TEXTS)('leaves nothing of %s out but white space', (_what, text) => check(text));

  it('leaves nothing of random texts out but white space', () => {
    fc.assert(fc.property(uglyText(), check), { numRuns: 300, seed: RANDOM_SEED });
  });

  it('cuts a million characters', () => {
    expect(find('قال بوتين. '.repeat(90_000))).toHaveLength(90_000);
  });
});
