import { describe, expect, it } from 'vitest';
import { ABSENCES, STANCES, UNITS } from '../claims/claims.ts';
import { ROW_ORDERS, ROW_RELATIONS } from '../claims/matrix.ts';
import { FURNITURE_KINDS } from '../corpus/collection.ts';
import { FAULTS } from '../exchange/faults.ts';
import { isTest, readFiles } from '../testing/source-files.ts';
import { FACES, LEADINGS, SHORTCUTS, SYNCS, THEMES } from '../ui/settings/preferences.ts';
import { VIEWS } from '../link/view-link.ts';
import { arLater } from './ar-later.ts';
import { ar } from './ar.ts';
import { enLater } from './en-later.ts';
import { en } from './en.ts';
import { DIGITS } from './format.ts';
import { createI18n, DIRECTION, LANGUAGES, loadLanguage, type Language } from './i18n.ts';
import { addLaterStrings } from './later.ts';

/** Plural forms of CLDR, in its order. */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const FORM = new RegExp(`_(${FORMS.join('|')})$`);

/** The forms that a language has, by CLDR. */
const FORMS_OF: Readonly<Record<Language, readonly string[]>> = { ar: FORMS, en: ['one', 'other'] };

/**
 * Keys that the sources put together: how each begins, and with what it may end. A beginning that no
 * source contains fails the test, so that this list cannot outlive what it excuses.
 */
const BUILT_KEYS: Readonly<Record<string, readonly string[]>> = {
  'absence.': ABSENCES,
  'absence.by-': ['editor', 'computed'],
  'views.': VIEWS,
  'relation.': ROW_RELATIONS,
  'stance.': STANCES,
  'furniture.': FURNITURE_KINDS,
  'unit.': UNITS,
  'precision.': ['exact', 'about', 'almost', 'more-than'],
  'comparison.': ['title', 'subtitle', 'subheading', 'caption'],
  'collation.': [
    'all',
    'some',
    'alone',
    'source',
    'date',
    'wording',
    'value',
    'attribution',
    'place',
    'link',
  ],
  'article.': ['stated', 'inferred'],
  'outcome.': ['damaged', 'later-version', 'respelled', 'moved', 'edited'],
  'problem.': ['too-long', 'unreadable', 'unknown-source', 'unknown-claim'],
  'field.': [
    'collection',
    'sources',
    'view',
    'claim',
    'only',
    'hide',
    'p',
    'q',
    'set-aside',
    'arrange',
    'alone',
  ],
  'notes.fail-': ['full', 'refused', 'blocked', 'newer', 'changed', 'failed'],
  'exchange.': ['annotation', 'selector', 'text-fragment'],
  'exchange.fault-': FAULTS,
  'exchange.copied-': ['annotation', 'selector', 'text-fragment'],
  'origins.': ['speaker', 'relay', 'outlet'],
  'origins.column-': ['claim', 'sources', 'origins'],
  'timeline.': ['before', 'after', 'during'],
  'search.': ['respelled', 'particle', 'form', 'joined', 'beginning'],
  'load.': [
    'offline',
    'missing',
    'forbidden',
    'server',
    'status',
    'changed',
    'unreadable',
    'malformed',
  ].concat(['setAside', 'edited', 'unattributed', 'foundAgain'].flatMap((kind) => [kind, `${kind}Why`])),
  'table.': ['none', 'noSources', 'noClaims'],
  'table.absence-': ABSENCES,
  'table.filter-': ['relation', 'group', 'origin', 'source'],
  'table.form-': ['table', 'boxes'],
  'table.order-': ROW_ORDERS,
  'settings.theme-': THEMES,
  'settings.leading-': LEADINGS,
  'settings.face-': FACES,
  'settings.digits-': DIGITS,
  'settings.shortcuts-': SHORTCUTS,
  'settings.sync-': SYNCS,
};

/** All strings of a dictionary by their whole key, e.g. `rail.sources`. */
function flatten(dictionary: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(dictionary).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Array.from(flatten(value as object, `${prefix}${key}.`)),
    ),
  );
}

const strings: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  ar: new Map([...flatten(ar), ...flatten(arLater)]),
  en: new Map([...flatten(en), ...flatten(enLater)]),
};

/** Variables that come from a link or a file: ids, paths, versions, what a validator says in English. */
const FOREIGN = /(.?)\{\{(?:id|detail|version)\}\}(.?)/gu;

function withoutForm(key: string): string {
  return key.replace(FORM, '');
}

/** The variables of a string, each once, in alphabetical order. */
function findVariables(text: string): string[] {
  return Array.from(new Set(Array.from(text.matchAll(/\{\{(.*?)\}\}/g), ([, name = '']) => name))).toSorted();
}

const keys = Array.from(new Set(Array.from(strings.ar.keys(), withoutForm)));
const pluralKeys = keys.filter((key) => !strings.ar.has(key));

/** A translator that speaks both languages. */
async function createTranslator() {
  const i18n = createI18n();
  await loadLanguage(i18n, 'en');
  await loadLanguage(i18n, 'ar');
  addLaterStrings();
  return i18n;
}

describe('the strings', () => {
  it('have the same keys in Arabic and English, up to plural forms', () => {
    expect(Array.from(new Set(Array.from(strings.en.keys(), withoutForm))).toSorted()).toEqual(
      keys.toSorted(),
    );
  });

  it.each(LANGUAGES)('have in %s all plural forms of the language, and no others', (language) => {
    const formed = Array.from(strings[language].keys()).filter((key) => FORM.test(key));
    const expected = pluralKeys.flatMap((key) => FORMS_OF[language].map((form) => `${key}_${form}`));
    expect(formed.toSorted()).toEqual(expected.toSorted());
  });

  it.each(LANGUAGES)('are none empty in %s, and none has white space around it', (language) => {
    for (const [key, text] of strings[language]) {
      expect(text, key).not.toBe('');
      expect(text.trim(), key).toBe(text);
    }
  });

  it('carry the same variables in every form of both languages, but for a number said in words', () => {
    for (const key of keys) {
      const forms = LANGUAGES.flatMap((language) =>
        Array.from(strings[language]).filter(([other]) => withoutForm(other) === key),
      );
      const all = findVariables(forms.map(([, text]) => text).join(' '));
      for (const [form, text] of forms) {
        const found = findVariables(text);
        const isInWords = /_(zero|one|two)$/.test(form) && !found.includes('n');
        const expected = isInWords ? all.filter((name) => name !== 'n') : all;
        // Where there is none of something, there is nothing to name either.
        if (form.endsWith('_zero')) expect(all, form).toEqual(expect.arrayContaining(found));
        else expect(found, `${form}: ${text}`).toEqual(expected);
      }
    }
  });

  it.each(LANGUAGES)('hold no brace in %s but those of variables', (language) => {
    for (const [key, text] of strings[language]) {
      expect(text.replace(/\{\{[a-z]+\}\}/g, ''), key).not.toMatch(/[{}]/);
    }
  });

  it('stand once, in the first dictionary or in the later one', () => {
    for (const [first, later] of [
      [ar, arLater],
      [en, enLater],
    ] as const) {
      const early = flatten(first);
      expect(Array.from(flatten(later).keys()).filter((key) => early.has(key))).toEqual([]);
    }
  });

  it.each(LANGUAGES)('set apart in %s whatever a link or a file says', (language) => {
    const bare = Array.from(strings[language]).filter(([, text]) =>
      Array.from(text.matchAll(FOREIGN)).some(([, before, after]) => `${before}${after}` !== '\u2068\u2069'),
    );
    expect(bare).toEqual([]);
    const marks = Array.from(strings[language].values()).filter((text) => text.includes('\u2068'));
    expect(marks.length).toBeGreaterThan(5);
  });

  it('are Arabic in Arabic: no letters of English but names', () => {
    const latin = Array.from(strings.ar).filter(([, text]) =>
      /[a-z]{2,}/i.test(text.replace(/\{\{[a-z]+\}\}/g, '')),
    );
    expect(latin.map(([key]) => key)).toEqual(['bar.otherLanguage']);
  });
});

describe('the plural forms', () => {
  it.each(LANGUAGES)('are in %s those that CLDR gives for every number', async (language) => {
    const i18n = await createTranslator();
    const t = i18n.getFixedT(language) as (key: string, values: object) => string;
    const rules = new Intl.PluralRules(language);
    for (const key of pluralKeys) {
      const others = Object.fromEntries(
        findVariables(strings.ar.get(`${key}_other`)!).map((name) => [name, `‹${name}›`]),
      );
      for (const count of [...Array.from({ length: 121 }, (_, n) => n), 1.5, 1_000, 1_000_000]) {
        const form = strings[language].get(`${key}_${rules.select(count)}`)!;
        const expected = form.replace(/\{\{([a-z]+)\}\}/g, (_, name: string) => others[name]!);
        expect(t(key, { ...others, count }), `${key} ${count}`).toBe(expected);
      }
    }
  });

  it('tell the Arabic forms apart', () => {
    const rules = new Intl.PluralRules('ar');
    expect([0, 1, 2, 3, 10, 11, 99, 100, 103].map((n) => rules.select(n))).toEqual([
      'zero',
      'one',
      'two',
      'few',
      'few',
      'many',
      'many',
      'other',
      'few',
    ]);
  });
});

describe('the keys', () => {
  const dictionaries = new Set(['ar', 'en', 'ar-later', 'en-later'].map((name) => `src/i18n/${name}.ts`));
  const sources = readFiles('src', ['.ts', '.tsx'])
    .filter(({ path }) => !isTest(path) && !dictionaries.has(path))
    .map(({ text }) => text)
    .join('\n');
  const built = Object.entries(BUILT_KEYS).flatMap(([start, ends]) => ends.map((end) => start + end));

  it('are all used', () => {
    const unused = keys.filter((key) => !sources.includes(`'${key}'`) && !built.includes(key));
    expect(unused).toEqual([]);
  });

  it('are put together only as this test knows', () => {
    const starts = new Set(Array.from(sources.matchAll(/\bt\(\s*`([^`$]*)\$\{/g), ([, start = '']) => start));
    expect(Array.from(starts).toSorted()).toEqual(Object.keys(BUILT_KEYS).toSorted());
  });

  it('exist wherever they are put together', () => {
    expect(built.filter((key) => !keys.includes(key))).toEqual([]);
  });
});

describe('createI18n', () => {
  it('speaks Arabic at once, and English once it is loaded', async () => {
    const i18n = createI18n();
    expect(i18n.t('app.name')).toBe(ar.app.name);
    await loadLanguage(i18n, 'en');
    expect(i18n.t('app.name')).toBe(ar.app.name);
    await i18n.changeLanguage('en');
    expect(i18n.t('app.name')).toBe(en.app.name);
    await i18n.changeLanguage('ar');
    expect(i18n.t('app.name')).toBe(ar.app.name);
  });

  it('writes values as they are: what shows them escapes them', () => {
    const name = '<b>«$t(app.name)» & {{name}}</b>';
    expect(createI18n().t('article.column', { name })).toBe(ar.article.column.replace('{{name}}', name));
  });

  it('keeps the later strings when a language comes after them', async () => {
    const i18n = createI18n();
    addLaterStrings();
    await loadLanguage(i18n, 'en');
    await i18n.changeLanguage('en');
    expect(i18n.t('load.missing')).toBe(enLater.load.missing);
    expect(i18n.t('load.offline')).toBe(en.load.offline);
    expect(i18n.t('app.name')).toBe(en.app.name);
  });

  it('keeps translators apart', async () => {
    const [one, other] = [createI18n(), createI18n()];
    await loadLanguage(one, 'en');
    expect(other.t('app.name')).toBe(ar.app.name);
  });

  it('knows the direction of every language', () => {
    expect(LANGUAGES.map((language) => DIRECTION[language])).toEqual(['rtl', 'ltr']);
  });
});
