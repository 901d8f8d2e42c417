import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, rangeOf, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import { eachFolded, findFolded, fold, toFoldedOffset, unfold } from './fold.ts';
import { toTextOffset, type FoldedOffset, type Span } from './offsets.ts';

const TEXTS = [...UGLY_TEXTS, ...SEED_TEXTS];

function at(offset: number): FoldedOffset {
  return offset as FoldedOffset;
}

function quote(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** What Unicode's own decomposition leaves to be made one, letter by letter. */
const SAME = new Map([
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ة', 'ه'],
  ['ک', 'ك'],
  ['گ', 'ك'],
  ['،', ','],
  ['؛', ';'],
  ['؟', '?'],
  ['٫', '.'],
  ['٬', ','],
  ...Array.from("«»‹›“”„‟‘’‚‛`´'", (mark) => [mark, '"'] as const),
  ...Array.from('\u2010\u2011\u2012\u2013\u2014\u2015\u2212', (dash) => [dash, '-'] as const),
  ...Array.from('٠١٢٣٤٥٦٧٨٩', (digit, value) => [digit, String(value)] as const),
  ...Array.from('۰۱۲۳۴۵۶۷۸۹', (digit, value) => [digit, String(value)] as const),
]);

/** Marks and signs that leave nothing, as ranges of code points. */
const GONE = [
  [0x0300, 0x036f],
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xd800, 0xdfff],
] as const;

/** What one character folds to by itself, worked out another way than `fold` does. */
function foldAlone(character: string): string {
  const known = SAME.get(character);
  if (known !== undefined) return known;
  const parts = Array.from(character.normalize('NFKD').toLowerCase());
  return parts
    .filter(
      (part) => !GONE.some(([first, last]) => part.codePointAt(0)! >= first && part.codePointAt(0)! <= last),
    )
    .map((part) => SAME.get(part) ?? (part.trim() === '' ? ' ' : part))
    .join('');
}

/** A folded unit, and where the character or the run of white space stands that it came from. */
type Origin = readonly [unit: string, start: number, end: number];

/** Where every folded unit of a text comes from, character by character. */
function findOrigins(text: string): Origin[] {
  const origins: Origin[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const unit of foldAlone(character).split('')) {
      const last = origins.at(-1);
      if (unit === ' ' && last?.[0] === ' ') origins[origins.length - 1] = [' ', last[1], end];
      else origins.push([unit, start, end]);
    }
    start = end;
  }
  return origins;
}

/** The units that `fold` makes of a text, each with the span it leads back to. */
function readOrigins(text: string): Origin[] {
  const folded = fold(text);
  return folded.text.split('').map((unit, index) => {
    const { start, end } = unfold(folded, at(index), at(index + 1));
    return [unit, start, end];
  });
}

describe('fold', () => {
  it.each([
    ['tatweel', 'بوتيـن', 'بوتين'],
    ['long tatweel', 'بوتيـــــن', 'بوتين'],
    ['hamza above', 'أون', 'اون'],
    ['hamza below and a dotless ya', 'إلى', 'الي'],
    ['madda', 'آسيا', 'اسيا'],
    ['wasla', 'ٱلله', 'الله'],
    ['decomposed hamza', 'ا\u0654ون', 'أون'],
    ['decomposed madda', 'ا\u0653سيا', 'آسيا'],
    ['hamza on ya', 'رئيس', 'رييس'],
    ['hamza on waw', 'مسؤول', 'مسوول'],
    ['ta marbuta', 'معاهدة', 'معاهده'],
    ['Persian letters', 'کیم', 'كيم'],
    ['gaf', 'گاز', 'كاز'],
    ['tanween', 'اتفاقاً', 'اتفاقا'],
    ['shadda', 'وقّع', 'وقع'],
    ['every mark at once', 'وَقَّعَ', 'وقع'],
    ['superscript alef', 'هٰذا', 'هذا'],
    ['Arabic-Indic digits', '٢٤', '24'],
    ['Persian digits', '۲۴', '24'],
    ['all digits', '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789'],
    ['superscript digits', '10²', '102'],
    ['guillemets', '«x»', '"x"'],
    ['curved quotation marks', '“x”', '"x"'],
    ['single quotation marks', '‘x’', '"x"'],
    ['low quotation marks', '„x‟', '"x"'],
    ['wide quotation marks', '＂x＂', '"x"'],
    ['en dash', 'لندن – وقع', 'لندن - وقع'],
    ['em dash', 'لندن — وقع', 'لندن - وقع'],
    ['minus', '\u22125', '-5'],
    ['Arabic comma', 'نعم، لا', 'نعم, لا'],
    ['Arabic semicolon and question mark', 'نعم؛ لا؟', 'نعم; لا?'],
    ['Arabic decimal and thousands marks', '١٬٠٠٠٫٥', '1,000.5'],
    ['ellipsis', 'قال…', 'قال...'],
    ['no-break space', 'كوريا\u00A0الشمالية', 'كوريا الشمالية'],
    ['runs of white space', 'كوريا \n\t\u00A0 الشمالية', 'كوريا الشمالية'],
    ['white space with something invisible in it', 'كوريا \u200B \u200F الشمالية', 'كوريا الشمالية'],
    ['bidirectional marks', '\u200F\u202Bقال\u202C', 'قال'],
    ['isolates', '\u2067قال\u2069', 'قال'],
    ['soft hyphen', 'Pu\u00ADtin', 'putin'],
    ['zero-width characters', 'بو\u200Bتين\uFEFF', 'بوتين'],
    ['variation selectors', '☺\uFE0F', '☺'],
    ['the word Allah as one character', 'ﷲ', 'الله'],
    ['lam-alef as one character', 'ﻻ', 'لا'],
    ['lam-alef with hamza as one character', 'ﻷ', 'لا'],
    ['presentation forms', 'ﺑﻮﺗﻴﻦ', 'بوتين'],
    ['a whole formula as one character', 'ﷺ', 'صلى الله عليه وسلم'],
    ['mathematical letters', '𞸀𞸁', 'اب'],
    ['capital letters', 'ABC News', 'abc news'],
    ['Latin accents', 'Café', 'cafe'],
    ['ligatures', 'ﬁ', 'fi'],
    ['lone surrogates', 'بو\uD83Dتين', 'بوتين'],
  ])('makes %s one with the plain spelling', (_what, one, other) => {
    expect(fold(one).text).toBe(fold(other).text);
    expect(fold(one).text).toBe(fold(fold(other).text).text);
  });

  it.each([
    ['different letters', 'كلب', 'قلب'],
    ['a hamza on the line', 'سماء', 'سما'],
    ['different digits', '٢٤', '25'],
    ['a space', 'بيونغ يانغ', 'بيونغيانغ'],
    ['a paragraph', 'قال\nبوتين', 'قالبوتين'],
    ['a comma', 'نعم، لا', 'نعم لا'],
    ['an emoji', 'نعم 😀', 'نعم 😂'],
    ['broken characters', 'بو\uFFFDتين', 'بوتين'],
  ])('keeps %s apart', (_what, one, other) => {
    expect(fold(one).text).not.toBe(fold(other).text);
  });

  it.each(TEXTS)('leads every folded unit of %s back to where it came from', (_what, text) => {
    expect(readOrigins(text)).toEqual(findOrigins(text));
  });

  it.each(TEXTS)('maps %s in order and in whole characters', (_what, text) => {
    const { text: folded, starts, ends } = fold(text);
    expect(starts).toHaveLength(folded.length);
    expect(ends).toHaveLength(folded.length);
    const bounds = new Set([0]);
    let reached = 0;
    for (const character of text) bounds.add((reached += character.length));
    const wrong = Array.from(starts.keys()).filter((unit) => {
      const [start, end] = [starts[unit]!, ends[unit]!];
      const isInOrder = unit === 0 || (starts[unit - 1]! <= start && ends[unit - 1]! <= end);
      return start >= end || !isInOrder || !bounds.has(start) || !bounds.has(end);
    });
    expect(wrong).toEqual([]);
  });

  it.each(TEXTS)('changes nothing more when it folds %s again', (_what, text) => {
    const once = fold(text).text;
    expect(fold(once).text).toBe(once);
  });

  it('folds every character of the first plane once and for all, alone and beside a space', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const once = fold(` ${String.fromCharCode(code)} `).text;
      if (fold(once).text !== once || once.includes('  ')) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('leads back and folds once and for all in random texts', () => {
    fc.assert(
      fc.property(fc.oneof(uglyText(), fc.string({ unit: 'binary' })), (text) => {
        expect(readOrigins(text)).toEqual(findOrigins(text));
        const once = fold(text).text;
        expect(fold(once).text).toBe(once);
      }),
      { numRuns: 300, seed: RANDOM_SEED },
    );
  });

  it('folds the joined text as it folds its parts, but for white space where they meet', () => {
    fc.assert(
      fc.property(uglyText(), uglyText(), (one, other) => {
        fc.pre(one.isWellFormed() && other.isWellFormed());
        const parts = `${fold(one).text}${fold(other).text}`.replace('  ', ' ');
        expect(fold(one + other).text).toBe(parts);
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });

  it('folds a million characters', () => {
    const { text, ends } = fold('وقّع '.repeat(200_000));
    expect(text).toHaveLength(800_000);
    expect(ends.at(-1)).toBe(1_000_000);
  });
});

describe('unfold', () => {
  it.each([
    ['a letter without the marks after it', 'عاماً', 3, 4, 'ا'],
    ['a word with the marks inside it', 'وقّع', 0, 3, 'وقّع'],
    ['a whole run of white space', 'أ \n\u00A0ب', 1, 2, ' \n\u00A0'],
    ['the whole of a character that became several', 'xﷲx', 2, 3, 'ﷲ'],
    ['a surrogate pair', 'x𞸀x', 1, 2, '𞸀'],
    ['one half of a kept pair', '😀', 1, 2, '😀'],
  ])('gives %s', (_what, text, start, end, published) => {
    expect(quote(text, unfold(fold(text), at(start), at(end)))).toBe(published);
  });

  it('gives for every range the least published range that holds its ends', () => {
    for (const [, text] of UGLY_TEXTS.filter(([, { length }]) => length < 50)) {
      const folded = fold(text);
      for (let start = 0; start < folded.text.length; start += 1) {
        for (let end = start + 1; end <= folded.text.length; end += 1) {
          const span = unfold(folded, at(start), at(end));
          const isLeast = span.start === folded.starts[start] && span.end === folded.ends[end - 1];
          const holdsIt = fold(quote(text, span)).text.includes(folded.text.slice(start, end));
          if (!isLeast || !holdsIt) expect.fail(`${start}-${end} of ${text}: ${quote(text, span)}`);
        }
      }
    }
  });

  it.each([
    ['empty', 1, 1],
    ['reversed', 2, 1],
    ['beyond the text', 2, 4],
    ['before the text', -1, 2],
  ])('refuses a range that is %s', (_what, start, end) => {
    expect(() => unfold(fold('قال'), at(start), at(end))).toThrow(
      new RangeError(`not a folded range: ${start}-${end}`),
    );
  });
});

describe('findFolded', () => {
  it.each([
    ['another spelling', 'وقّع كيم جونغ أون اتفاقاً', 'اون', ['أون']],
    ['every occurrence', 'بوتين وبوتيـن وبُوتين', 'بوتين', ['بوتين', 'بوتيـن', 'بُوتين']],
    ['overlaps', 'ااا', 'اا', ['اا', 'اا']],
    ['other quotation marks', 'ضد “العدوان”.', '«العدوان»', ['“العدوان”']],
    ['other digits', 'يوم ١٩ يونيو', '19 يونيو', ['١٩ يونيو']],
    ['other white space', 'كوريا\u00A0\nالشمالية', 'كوريا الشمالية', ['كوريا\u00A0\nالشمالية']],
    ['white space around what is sought', 'قال نعم', ' قال ', ['قال']],
    ['a word inside a word', 'تعاون', 'اون', ['اون']],
    ['a character that became several', 'اﷲ', 'الله', ['ﷲ']],
    ['no part of a character that became several', 'ﻻ', 'ا', []],
    ['no half of a pair', '😀', '\uDE00', []],
    ['nothing for nothing', 'قال', '', []],
    ['nothing for what folds to nothing', 'قال', '\u064B\u200F ـ', []],
    ['nothing that is not there', 'قال', 'نعم', []],
  ])('finds %s', (_what, text, sought, found) => {
    expect(findFolded(fold(text), sought).map((span) => quote(text, span))).toEqual(found);
  });

  it('finds every part of a text, in places that fold like it', () => {
    const cases = uglyText().chain((text) => fc.tuple(fc.constant(text), rangeOf(text)));
    fc.assert(
      fc.property(cases, ([text, { start, end }]) => {
        fc.pre(!/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(text.slice(start, end)));
        const sought = text.slice(start, end);
        const needle = fold(sought).text.trim();
        const found = findFolded(fold(text), sought);
        for (const span of found) expect(fold(quote(text, span)).text).toBe(needle);
        const isThere = found.some((span) => start <= span.start && span.end <= end);
        expect(isThere).toBe(needle !== '');
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });
});

describe('eachFolded', () => {
  it('looks no further than it is asked', () => {
    let asked = 0;
    const counted = {
      ...fold('قال '.repeat(10_000)),
      get text() {
        asked += 1;
        return 'قال '.repeat(10_000);
      },
    };
    const places = eachFolded(counted, 'قال');
    const first = [places.next().value, places.next().value];
    expect(first).toEqual([
      [0, 3],
      [4, 7],
    ]);
    expect(asked).toBeLessThan(5);
  });
});

describe('toFoldedOffset', () => {
  it.each(TEXTS)('counts the folded units that start before every offset of %s', (_what, text) => {
    const folded = fold(text);
    let count = 0;
    for (let offset = 0; offset <= text.length; offset += 1) {
      while (count < folded.text.length && folded.starts[count]! < offset) count += 1;
      if (toFoldedOffset(folded, toTextOffset(offset)) !== count) {
        expect.fail(`${offset}: ${toFoldedOffset(folded, toTextOffset(offset))}, not ${count}`);
      }
    }
  });
});
