import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS, getSeedText } from '../testing/seeds.ts';
import { toSpan } from '../text/offsets.ts';
import { splitsWord } from '../text/words.ts';
import { collate, type Collation, type Reading, type Sharing } from './collation.ts';
import type { Claim } from './claims.ts';

function readClaim(claim: Claim): Reading[] {
  return claim.evidence.map(({ article, range, value }) => ({
    article,
    language: 'ar',
    text: getSeedText(article),
    span: range,
    value,
  }));
}

function getClaim(id: string): Claim {
  const claim = SEED_CLAIMS.claims.find((one) => one.id === id);
  if (claim === undefined) throw new RangeError(`no claim ${id}`);
  return claim;
}

function collateClaim(id: string): { readings: Reading[]; collation: Collation } {
  const readings = readClaim(getClaim(id));
  return { readings, collation: collate(readings) };
}

/** The words of a claim that are in a class, each source's, as published. */
function pickWords(
  { readings, collation }: ReturnType<typeof collateClaim>,
  wanted: (word: Collation['words'][number][number]) => boolean,
): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  collation.words.forEach((words, index) => {
    const { article = '', text = '' } = readings[index] ?? {};
    const own = words.filter(wanted).map(({ span }) => text.slice(span.start, span.end));
    found[article] = [...(found[article] ?? []), ...own];
  });
  return found;
}

function collateTexts(...texts: readonly string[]): Collation {
  return collate(
    texts.map((text, index) => ({
      article: `a${index}`,
      language: 'ar',
      text,
      span: toSpan(0, text.length),
    })),
  );
}

function sharings({ words }: Collation): Sharing[][] {
  return words.map((passage) => passage.map(({ sharing }) => sharing));
}

describe('words compared by stems', () => {
  it.each<[string, string, string, Sharing[], Sharing[]]>([
    ['the article and a preposition', 'المساعدة', 'بمساعدة', ['all'], ['all']],
    ['a pronoun', 'دعمكم', 'دعمها', ['all'], ['all']],
    ['harakat and tatweel', 'وقّع', 'وقـع', ['all'], ['all']],
    ['digits of either script', '24 عاماً', '٢٤ عاما', ['all', 'all'], ['all', 'all']],
    ['gender and number', 'دفاعياً', 'دفاع', ['all'], ['all']],
    ['no letters in common but a stem', 'عدوان', 'عدو', ['alone'], ['alone']],
    ['another word that begins alike', 'سنة', 'سنام', ['alone'], ['alone']],
    ['words that join others', 'في الدفاع', 'في الدعم', ['connecting', 'alone'], ['connecting', 'alone']],
    ['a negation', 'لا تستبعد', 'تستبعد', ['alone', 'all'], ['all']],
  ])('%s: %s, %s', (_, one, other, first, second) => {
    expect(sharings(collateTexts(one, other))).toEqual([first, second]);
  });

  it('tells all from some from one', () => {
    const collation = collateTexts('مساعدة متبادلة عاجلة', 'مساعدة متبادلة', 'دعم متبادل');
    expect(sharings(collation)).toEqual([
      ['some', 'all', 'alone'],
      ['some', 'all'],
      ['alone', 'all'],
    ]);
    expect(collation.words[0]?.[0]?.sharedWith).toEqual(['a1']);
  });

  it('says of words in another order that they are shared, and moved', () => {
    const { words } = collateTexts('تعرض البلدين للعدوان', 'العدوان تعرض البلدين');
    expect(words.map((passage) => passage.map(({ isMoved }) => isMoved))).toEqual([
      [false, false, true],
      [true, false, false],
    ]);
  });

  it('leaves one source by itself alone', () => {
    expect(sharings(collateTexts('أول زيارة'))).toEqual([['alone', 'alone']]);
    expect(collate([])).toEqual({ words: [], rows: [], valuesDiffer: false });
  });

  it('aligns no passages that would take long, and classes their words all the same', () => {
    const long = Array.from({ length: 1_000 }, (_, index) => `كلمة${index}`).join(' ');
    const collation = collateTexts(long, long);
    expect(collation.rows).toBeNull();
    expect(new Set(sharings(collation).flat())).toEqual(new Set(['all']));
  });
});

describe('the named claims, collated', () => {
  it('mutual-aid: in other words, and which', () => {
    const found = collateClaim('mutual-aid');
    expect(found.collation.valuesDiffer).toBe(true);
    const differing = pickWords(found, ({ differs }) => differs);
    expect(differing['000']).toContain('المساعدة');
    expect(differing['002']).toEqual(['دفاع', 'متبادل', 'الدعم', 'المتبادل', 'وقوع', 'هجوم']);
    expect(differing['003']).toEqual(expect.arrayContaining(['الدفاع', 'المشترك', 'المساعدة', 'لعدوان']));
    expect(pickWords(found, ({ sharing }) => sharing === 'alone')['002']).toEqual(['الدعم', 'وقوع', 'هجوم']);
  });

  it('first-visit-in-24-years: 24 years against nearly a quarter of a century', () => {
    const found = collateClaim('first-visit-in-24-years');
    expect(found.collation.valuesDiffer).toBe(true);
    expect(pickWords(found, ({ differs }) => differs)).toEqual({
      '000': ['24', 'عاماً'],
      '001': ['24', 'عاما'],
      '003': ['ما', 'يقرب', 'من', 'ربع', 'قرن'],
    });
    expect(pickWords(found, ({ sharing }) => sharing === 'all')).toEqual({
      '000': ['أول', 'منذ'],
      '001': ['أول', 'منذ'],
      '003': ['الأولى', 'منذ'],
    });
    expect(pickWords(found, ({ sharing }) => sharing === 'some')['003']).toEqual(['زيارته']);
  });

  it('hegemony-for-how-long: decades against years, the rest nearly the same', () => {
    const found = collateClaim('hegemony-for-how-long');
    expect(found.collation.valuesDiffer).toBe(true);
    expect(pickWords(found, ({ differs, sharing }) => differs && sharing === 'alone')).toEqual({
      '000': ['عقود'],
      '002': ['سنوات'],
    });
    expect(pickWords(found, ({ sharing }) => sharing === 'all')['002']).toEqual([
      'سياسة',
      'الهيمنة',
      'الولايات',
      'المتحدة',
      'وحلفاؤها',
      'منذ',
    ]);
  });

  it('hegemony-for-how-long: the table puts what differs under one another', () => {
    const { readings, collation } = collateClaim('hegemony-for-how-long');
    const table = (collation.rows ?? []).map((row, index) =>
      row.map((place) => {
        const span = place === null ? undefined : collation.words[index]?.[place]?.span;
        return span === undefined ? '' : readings[index]?.text.slice(span.start, span.end);
      }),
    );
    expect(table).toEqual([
      'سياسة الهيمنة والإمبريالية التي تنتهجها الولايات المتحدة وحلفاؤها    منذ عقود'.split(' '),
      'سياسة الهيمنة والتوسع التي تحاول الولايات المتحدة وحلفاؤها فرضها على روسيا منذ سنوات'.split(' '),
    ]);
  });

  it('gifts: no value differs, and what was given is named by both', () => {
    const found = collateClaim('gifts');
    expect(found.collation.valuesDiffer).toBe(false);
    expect(pickWords(found, ({ differs }) => differs)).toEqual({ '003': [], '004': [] });
    const shared = pickWords(found, ({ sharing }) => sharing === 'all')['004'];
    expect(shared).toEqual(expect.arrayContaining(['سيارة', 'ليموزين', 'أوروس', 'شاي', 'وخنجر', 'تماثيل']));
  });

  it('talks-duration: three durations, each found in its sentence', () => {
    const found = collateClaim('talks-duration');
    expect(found.collation.valuesDiffer).toBe(true);
    expect(pickWords(found, ({ differs }) => differs)).toEqual({
      '001': ['نحو', '11', 'ساعة', 'ساعتين'],
      '003': ['حوالي', 'ساعتين'],
      '004': ['ساعة', 'ونصف', 'الساعة'],
    });
  });
});

describe.each(SEED_CLAIMS.claims.map((claim) => [claim.id, claim] as const))('%s', (_, claim) => {
  const readings = readClaim(claim);
  const collation = collate(readings);

  it('relates its sources as its values do', () => {
    if (claim.relation === 'same') expect(collation.valuesDiffer).toBe(false);
    if (['compatible-values', 'other-value', 'contradiction'].includes(claim.relation)) {
      expect(collation.valuesDiffer).toBe(true);
    }
  });

  it('has every letter of its passages in one whole word, and every word in the table once', () => {
    collation.words.forEach((words, index) => {
      const { text = '', span = toSpan(0, 0) } = readings[index] ?? {};
      let at: number = span.start;
      for (const { span: word } of words) {
        expect(text.slice(at, word.start)).not.toMatch(/[\p{L}\p{N}]/u);
        expect(splitsWord(text, word.start) || splitsWord(text, word.end)).toBe(false);
        at = word.end;
      }
      expect(text.slice(at, span.end)).not.toMatch(/[\p{L}\p{N}]/u);
      const row = collation.rows?.[index] ?? [];
      expect(row.filter((place) => place !== null)).toEqual(words.map((__, place) => place));
    });
  });
});

const WORDS = [
  'مساعدة',
  'والمساعدة',
  'دعم',
  'الدعم',
  'في',
  'من',
  '24',
  '٢٤',
  'عاماً',
  'منذ',
  'treaty',
  'دفاع',
];
const passages = fc.array(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' ')),
  { minLength: 1, maxLength: 5 },
);

describe('any passages', () => {
  it('have the same classes in whatever order they come', () => {
    fc.assert(
      fc.property(passages, (texts) => {
        const backwards = sharings(collateTexts(...texts.toReversed())).toReversed();
        expect(sharings(collateTexts(...texts))).toEqual(backwards);
      }),
    );
  });

  it('share a word with those that share it with them', () => {
    fc.assert(
      fc.property(passages, (texts) => {
        const { words } = collateTexts(...texts);
        words.forEach((passage, index) => {
          for (const { sharedWith } of passage) {
            for (const other of sharedWith) {
              const there = words[Number(other.slice(1))] ?? [];
              expect(there.some((word) => word.sharedWith.includes(`a${index}`))).toBe(true);
            }
          }
        });
      }),
    );
  });

  it('are fully shared and in one line where they are identical', () => {
    fc.assert(
      fc.property(passages, ([text = '']) => {
        const { words, rows } = collateTexts(text, text, text);
        for (const word of words.flat()) {
          expect(['all', 'connecting']).toContain(word.sharing);
          expect(word.isMoved).toBe(false);
        }
        expect(new Set(rows?.map((row) => row.join()))).toHaveProperty('size', 1);
        expect(rows?.[0]).toHaveLength(words[0]?.length ?? 0);
      }),
    );
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), (texts) => {
        const { words, rows } = collateTexts(...texts);
        expect(words).toHaveLength(texts.length);
        rows?.forEach((row, index) => {
          expect(row.filter((place) => place !== null)).toHaveLength(words[index]?.length ?? -1);
        });
      }),
    );
  });
});
