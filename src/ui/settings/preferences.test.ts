import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIGITS } from '../../i18n/format.ts';
import { LANGUAGES } from '../../i18n/i18n.ts';
import { RANDOM_SEED, UGLY_TEXTS, uglyText } from '../../testing/ugly-texts.ts';
import {
  DEFAULT_PREFERENCES,
  FACES,
  LEADINGS,
  parsePreferences,
  SHORTCUTS,
  SIZES,
  SYNCS,
  THEMES,
  type Preferences,
} from './preferences.ts';

const OPTIONS = {
  version: [1],
  language: LANGUAGES,
  theme: THEMES,
  size: SIZES,
  leading: LEADINGS,
  face: FACES,
  digits: DIGITS,
  shortcuts: SHORTCUTS,
  sync: SYNCS,
} as const;

const preferences: fc.Arbitrary<Preferences> = fc.record({
  version: fc.constant(1),
  language: fc.constantFrom(...LANGUAGES),
  theme: fc.constantFrom(...THEMES),
  size: fc.constantFrom(...SIZES),
  leading: fc.constantFrom(...LEADINGS),
  face: fc.constantFrom(...FACES),
  digits: fc.constantFrom(...DIGITS),
  shortcuts: fc.constantFrom(...SHORTCUTS),
  sync: fc.constantFrom(...SYNCS),
});

/** Whether every field is there, alone, and one of its options. */
function isSound(read: Preferences): boolean {
  const fields = Object.entries(read);
  return (
    fields.length === Object.keys(OPTIONS).length &&
    fields.every(([field, value]) =>
      (OPTIONS[field as keyof Preferences] as readonly unknown[]).includes(value),
    )
  );
}

describe('parsePreferences', () => {
  it('reads back every choice', () => {
    fc.assert(
      fc.property(preferences, (chosen) => {
        expect(parsePreferences(JSON.stringify(chosen))).toEqual(chosen);
      }),
      { seed: RANDOM_SEED },
    );
  });

  it.each([
    ['nothing stored', null],
    ['an empty string', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '1'],
    ['a string', '"dark"'],
    ['a list', '[1]'],
    ['an empty object', '{}'],
    ['a later version', '{"version":2,"theme":"dark"}'],
    ['a version in words', '{"version":"1","theme":"dark"}'],
    ['a version alone', '{"version":1}'],
    ['a version beside a prototype', '{"__proto__":{"theme":"dark"},"version":1}'],
  ])('gives the defaults for %s', (_what, stored) => {
    expect(parsePreferences(stored)).toEqual(DEFAULT_PREFERENCES);
  });

  it.each([
    ['language', 'fr'],
    ['theme', 'blue'],
    ['theme', 'toString'],
    ['size', 0],
    ['size', 6],
    ['size', 2.5],
    ['size', '3'],
    ['leading', null],
    ['face', ['sans']],
    ['digits', { latn: true }],
    ['shortcuts', false],
    ['sync', true],
  ])('gives the default for a %s of %j alone', (field, value) => {
    const chosen: Preferences = {
      version: 1,
      language: 'en',
      theme: 'dark',
      size: 5,
      leading: 'loose',
      face: 'sans',
      digits: 'latn',
      shortcuts: 'off',
      sync: 'on',
    };
    expect(parsePreferences(JSON.stringify({ ...chosen, [field]: value }))).toEqual({
      ...chosen,
      [field]: DEFAULT_PREFERENCES[field as keyof Preferences],
    });
  });

  it('ignores fields that it does not know', () => {
    expect(parsePreferences('{"version":1,"zoom":3,"theme":"dark"}')).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
    });
  });

  it('throws for no string, and answers what can be meant', () => {
    const ugly = fc.constantFrom(...UGLY_TEXTS.map(([, text]) => text));
    const damaged = fc.tuple(preferences, fc.nat(), uglyText(3)).map(([chosen, pick, wrong]) => {
      const stored = JSON.stringify(chosen);
      const at = pick % stored.length;
      return stored.slice(0, at) + wrong + stored.slice(at + 1);
    });
    const json = fc.json().map((text) => text.replace('{', '{"version":1,'));
    fc.assert(
      fc.property(fc.oneof(ugly, damaged, json, fc.string({ unit: 'binary' })), (stored) => {
        expect(isSound(parsePreferences(stored))).toBe(true);
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });

  it('has defaults that can be chosen', () => {
    expect(isSound(DEFAULT_PREFERENCES)).toBe(true);
  });
});
