import * as fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, rangeOf, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import { fold } from '../text/fold.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { splitsWord } from '../text/words.ts';
import { describe, digest, QUOTE_LIMIT, resolve, type PassageSelector, type Resolution } from './passage.ts';

/** Reads a text with passages in square brackets. */
function readMarked(marked: string): { text: string; spans: Span[] } {
  let text = '';
  const spans: Span[] = [];
  for (const [index, piece] of marked.split(/[[\]]/).entries()) {
    if (index % 2 === 1) spans.push(toSpan(text.length, text.length + piece.length));
    text += piece;
  }
  return { text, spans };
}

function getSelector(text: string, span: Span): PassageSelector {
  const selector = describe(text, span);
  if (selector === null) throw new RangeError(`nothing to describe: ${span.start}-${span.end}`);
  return selector;
}

function spansOf(resolution: Resolution): readonly Span[] {
  if (resolution.outcome === 'gone') return [];
  return resolution.outcome === 'ambiguous' ? resolution.candidates : [resolution.span];
}

/** Every span of whole words of a text, by walking all pairs of offsets. */
function findWordSpans(text: string): Span[] {
  const cuts = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => !splitsWord(text, at));
  return cuts.flatMap((start, index) =>
    cuts
      .slice(index + 1)
      .filter((end) => text.slice(start, end) === text.slice(start, end).trim())
      .map((end) => toSpan(start, end)),
  );
}

/** Every place where words stand in a text, character for character and in whole words. */
function findWhole(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!splitsWord(text, at) && !splitsWord(text, at + words.length)) {
      found.push(toSpan(at, at + words.length));
    }
  }
  return found;
}

/** Some spans of a text, spread over it, of one to some eighty words; the same in every run. */
function sampleSpans(text: string, count: number): Span[] {
  const length = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 500 }));
  const span = fc
    .tuple(fc.nat(text.length - 1), length)
    .map(([start, units]) => toSpan(start, Math.min(text.length, start + units)));
  return fc.sample(span, { numRuns: count, seed: RANDOM_SEED }).filter((one) => describe(text, one) !== null);
}

suite('digest', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('is FNV-1a of %j', (text, sum) => {
    expect(digest(text)).toBe(sum);
  });

  it('is a 32-bit number of every text', () => {
    for (const [, text] of UGLY_TEXTS) {
      expect(digest(text)).toBe(digest(text) >>> 0);
    }
  });

  it('tells spellings apart', () => {
    const texts = ['بوتين', 'بوتيـن', 'بوتين ', 'أون', 'اون', '٢٤', '24', '«x»', '"x"'];
    expect(new Set(texts.map(digest)).size).toBe(texts.length);
  });
});

suite('describe', () => {
  it('quotes a short passage whole', () => {
    const { text, spans } = readMarked('وقال [«المساعدة المتبادلة»] أمس');
    expect(describe(text, spans[0]!)).toEqual({
      span: spans[0],
      head: '«المساعدة المتبادلة»',
      tail: null,
      digest: digest('«المساعدة المتبادلة»'),
    });
  });

  it('quotes a passage of just the limit whole, and one longer by its ends', () => {
    const text = `${'كلمة '.repeat(12)}سطر. ${'نعم '.repeat(20)}`;
    expect(describe(text, toSpan(0, QUOTE_LIMIT))).toMatchObject({ head: text.slice(0, 64), tail: null });
    const longer = describe(text, toSpan(0, QUOTE_LIMIT + 2));
    expect(longer).toMatchObject({
      head: 'كلمة كلمة كلمة كلمة كلمة كلمة',
      tail: 'كلمة كلمة كلمة كلمة سطر. نعم',
    });
    expect(longer?.digest).toBe(digest(text.slice(0, 68)));
  });

  it('quotes as many whole words of a long passage as fit into 32 code units', () => {
    const exact = `${'ا'.repeat(15)} ${'ب'.repeat(16)}`;
    const text = `${exact} وسط وسط وسط ${exact}`;
    expect(describe(text, toSpan(0, text.length))).toMatchObject({ head: exact, tail: exact });
    const over = `ا${exact} وسط وسط وسط ${exact}ب`;
    expect(describe(over, toSpan(0, over.length))).toMatchObject({
      head: 'ا'.repeat(16),
      tail: 'ب'.repeat(17),
    });
  });

  it('quotes a part of a word that is too long', () => {
    const text = `${'ا'.repeat(50)}${'ب'.repeat(50)}`;
    expect(describe(text, toSpan(3, 4))).toMatchObject({ head: 'ا'.repeat(32), tail: 'ب'.repeat(32) });
  });

  it('leaves half an emoji out of a quotation', () => {
    const text = `ا${'😀'.repeat(50)}ا`;
    expect(describe(text, toSpan(0, text.length))).toMatchObject({
      head: `ا${'😀'.repeat(15)}`,
      tail: `${'😀'.repeat(15)}ا`,
    });
  });

  it.each([
    ['snaps to whole words', 'قال بو[تي]ن أمس', 'بوتين'],
    ['drops white space at the ends', 'قال[ بوتين\n]أمس', 'بوتين'],
    ['keeps the marks on the last letter', 'عقدا [اتفاقا]ً أمس', 'اتفاقاً'],
    ['keeps quotation marks', 'ضد [«العدوان»].', '«العدوان»'],
  ])('%s', (_fact, marked, head) => {
    const { text, spans } = readMarked(marked);
    expect(describe(text, spans[0]!)?.head).toBe(head);
  });

  it.each([
    ['nothing', '', 0, 0],
    ['an empty span', 'قال', 1, 1],
    ['white space', 'قال \n\u00A0نعم', 3, 6],
    ['lone surrogates', 'قال \uD83D\uD83D نعم', 4, 6],
    [
      'a long passage that begins with many lone surrogates',
      `${'\uD83D'.repeat(40)}${'ا'.repeat(40)}`,
      0,
      80,
    ],
  ])('answers null for %s', (_what, text, start, end) => {
    expect(describe(text, toSpan(start, end))).toBeNull();
  });

  it('refuses a span that leaves the text', () => {
    expect(() => describe('قال', toSpan(0, 4))).toThrow(new RangeError('span 0-4 leaves the text'));
  });

  it('quotes what a link can carry', () => {
    const cases = uglyText(60).chain((text) => fc.tuple(fc.constant(text), rangeOf(text)));
    fc.assert(
      fc.property(cases, ([text, { start, end }]) => {
        const selector = describe(text, toSpan(start, end));
        if (selector === null) return;
        for (const quotation of [selector.head, selector.tail ?? selector.head]) {
          expect(quotation).not.toBe('');
          expect(quotation.isWellFormed()).toBe(true);
          expect(quotation.length).toBeLessThanOrEqual(selector.tail === null ? QUOTE_LIMIT : 32);
        }
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });
});

suite('resolve in the same text', () => {
  const small = [
    ...UGLY_TEXTS.filter(([, { length }]) => length <= 70),
    [
      'a sentence',
      'وقّع الرئيس الروسي، فلاديمير بوتين، والزعيم الكوري الشمالي، كيم جونغ أون، اليوم، «اتفاق شراكة»',
    ],
  ] as const;

  it.each(small)('is exact at every span of whole words of %s', (_what, text) => {
    for (const span of findWordSpans(text)) {
      const selector = describe(text, span);
      const isLone = text.slice(span.start, span.end).replace(/\p{Surrogate}/gu, '') === '';
      if (isLone) expect(selector).toBeNull();
      else if (selector === null) expect.fail(`describes nothing at ${span.start}-${span.end}`);
      else expect(resolve(text, selector)).toEqual({ outcome: 'exact', span });
    }
  });

  it.each(small)('is exact at every span of %s once it was widened to words', (_what, text) => {
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 1) {
        const selector = describe(text, toSpan(start, end));
        if (selector === null) continue;
        const { outcome } = resolve(text, selector);
        if (outcome !== 'exact') expect.fail(`${outcome} at ${start}-${end}`);
      }
    }
  });

  it.each(Array.from(SEED_TEXTS))('is exact at spans all over article %s', (_id, text) => {
    for (const span of sampleSpans(text, 400)) {
      const selector = getSelector(text, span);
      expect(resolve(text, selector)).toEqual({ outcome: 'exact', span: selector.span });
    }
  });
});

suite('resolve in a changed text', () => {
  const long = 'الاتفاق الموقع بينهما يتضمن اتفاقاً “للمساعدة المتبادلة” في حالة “العدوان” على أي من البلدين';
  const edited = long.replace('المتبادلة', 'المشتركة');
  const ending = long.slice(-40);
  const longer = long.replace('المتبادلة', 'المتبادلة بين البلدين');
  const short = '[المعاهدة الجديدة]';
  const cases: [outcome: Resolution['outcome'], change: string, before: string, after: string][] = [
    ['exact', 'nothing changed', 'قال [بوتين] أمس', 'قال [بوتين] أمس'],
    ['exact', 'what follows changed', 'قال [بوتين] أمس', 'قال [بوتين] غداً'],
    ['gone', 'its word grew', '[قال] بوتين', 'قالوا بوتين'],
    ['exact', 'the same words came in elsewhere', 'قال [بوتين] أمس', 'قال [بوتين] أمس لبوتين بوتين'],

    ['moved', 'a word was inserted above', 'قال [بوتين] أمس', 'ثم قال [بوتين] أمس'],
    ['moved', 'a word above was deleted', 'ثم قال [بوتين] أمس', 'قال [بوتين] أمس'],
    ['moved', 'a diacritic was added above', 'وقع [بوتين] أمس', 'وقّع [بوتين] أمس'],
    ['moved', 'a paragraph was inserted above', `نعم ${short} أمس`, `مقدمة\n\nنعم ${short} أمس`],
    ['moved', 'the passage ends in a diacritic', 'عقدا [اتفاقاً] أمس', 'ثم عقدا [اتفاقاً] أمس'],
    ['moved', 'the passage begins with a bidi mark', '([\u200Fأ.ب\u200F])', '(صورة [\u200Fأ.ب\u200F])'],
    ['moved', 'the passage is an emoji', 'نعم [😀] لا', 'نعم نعم [😀] لا'],
    ['moved', 'the passage is tatweel alone', 'نعم [ـــ] لا', 'نعم نعم [ـــ] لا'],
    ['moved', 'its word is part of others', 'كيم [أون] قال', 'عن تعأون وأون كيم [أون] قال'],
    ['moved', 'other spellings stand elsewhere', 'كيم [أون] قال', 'كيم اون قال كيم [أون] قال'],
    ['moved', 'it is long', `نعم [${long}] لا`, `مقدمة نعم [${long}] لا`],
    ['moved', 'its ending occurs in its middle', `[${long} ${long}] لا`, `نعم [${long} ${long}] لا`],
    ['moved', 'only its beginning stands elsewhere', `[${long}]`, `${long.slice(0, 40)} [${long}]`],

    ['respelled', 'diacritics were added', 'قال [وقع الرئيس] أمس', 'قال [وَقَّعَ الرَّئِيسُ] أمس'],
    ['respelled', 'diacritics were dropped', 'عقدا [اتفاقاً] أمس', 'عقدا [اتفاقا] أمس'],
    ['respelled', 'the last letter got a diacritic', 'عقدا [اتفاقا] أمس', 'عقدا [اتفاقاً] أمس'],
    ['respelled', 'a hamza was dropped', 'كيم جونغ [أون] أمس', 'كيم جونغ [اون] أمس'],
    ['respelled', 'a dot was dropped', 'عاد [إلى موسكو] أمس', 'عاد [الي موسكو] أمس'],
    ['respelled', 'tatweel was added', 'قال [بوتين] أمس', 'قال [بوتيـــن] أمس'],
    ['respelled', 'tatweel was added at its end', 'سنة [1445ه] هنا', 'سنة [1445هـ] هنا'],
    ['respelled', 'digits were changed', 'يوم [19 يونيو 2024] في', 'يوم [١٩ يونيو ٢٠٢٤] في'],
    ['respelled', 'quotation marks were changed', 'ضد [«العدوان»] قال', 'ضد ["العدوان"] قال'],
    ['respelled', 'dashes were changed', '[لندن – وقع] الرئيس', '[لندن — وقع] الرئيس'],
    ['respelled', 'white space was changed', '[كوريا الشمالية] قالت', '[كوريا\u00A0\nالشمالية] قالت'],
    ['respelled', 'bidi marks were added', '[وكالة ABC News] قالت', '[وكالة \u200EABC News] قالت'],
    ['respelled', 'a character was decomposed', 'كيم [أون] أمس', 'كيم [ا\u0654ون] أمس'],
    ['respelled', 'a ligature was used', 'قال [والله] أمس', 'قال [وﷲ] أمس'],
    ['respelled', 'it has moved too', 'كيم جونغ [أون] أمس', 'قال كيم جونغ [اون] أمس'],
    ['respelled', 'its word is part of others', 'كيم [أون] قال', 'عن تعاون واون كيم [اون] قال'],
    ['respelled', 'a broken character was dropped', 'قال [بو\uD83Dتين] أمس', 'قال [بوتين] أمس'],

    ['edited', 'a word in its middle was changed', `[${long}]`, `[${edited}]`],
    ['edited', 'a word in its middle was deleted', `[${long}]`, `[${long.replace(' في', '')}]`],
    ['edited', 'words were inserted into its middle', `[${long}]`, `[${longer}]`],
    ['edited', 'its spelling was changed', `[${long}]`, `[${long.replace('الموقع', 'المُوقَّع')}]`],
    ['edited', 'the spelling of its end was changed', `[${long}] لا`, `[${long.replace('أي', 'اي')}] لا`],
    ['edited', 'it has moved too', `[${long}]`, `نعم [${edited}] لا`],
    ['edited', 'its ending occurs in its middle', `[${long} ثم ${ending}]`, `[${edited} ثم ${ending}]`],
    [
      'edited',
      'its ending occurs in its middle, and it has grown',
      `[${long} ثم ${ending}]`,
      `[${longer} ثم ${ending}]`,
    ],
    ['edited', 'its ending came in after it', `[${long}]`, `[${edited}] لا. ${ending}`],

    ['ambiguous', 'it stands twice and has moved', 'قال [بوتين] أمس', 'ثم قال [بوتين] ثم [بوتين] أمس'],
    ['ambiguous', 'it stands twice, respelled', 'كيم [أون] أمس', 'كيم [اون] ثم [اون] أمس'],
    ['ambiguous', 'it stands twice, in two spellings', 'كيم [أون] أمس', 'كيم [اون] ثم [اوْن] أمس'],
    ['ambiguous', 'it overlaps itself', '[نعم نعم] لا', 'لا لا [نعم نعم] لا [نعم نعم]'],
    ['ambiguous', 'it is long and stands twice', `[${long}]`, `نعم [${long}] لا [${long}]`],
    ['ambiguous', 'it is long, stands twice and was edited', `[${long}]`, `نعم [${edited}] لا [${edited}]`],

    ['gone', 'it was deleted', 'قال [بوتين] أمس', 'قال أمس'],
    ['gone', 'everything was deleted', 'قال [بوتين] أمس', ''],
    ['gone', 'a word of it was changed', 'قال [الرئيس بوتين] أمس', 'قال السيد بوتين أمس'],
    ['gone', 'its words were joined', '[بيونغ يانغ]', 'بيونغيانغ'],
    ['gone', 'its word is now part of others', 'كيم [أون] قال', 'عن التعاون قال'],
    ['gone', 'it is a character that is now part of another', 'قال [ا] نعم', 'قال ﻻ نعم'],
    ['gone', 'its beginning was deleted', `[${long}]`, long.replace('الاتفاق', '')],
    ['gone', 'its end was deleted', `[${long}]`, long.replace('البلدين', '')],
    ['gone', 'its ends stand in the wrong order', `[${long}]`, `${long.slice(45)} ${long.slice(0, 45)}`],
    ['gone', 'its ends were torn far apart', `[${long}]`, long.replace('في', 'كلمة '.repeat(30))],
  ];

  it.each(cases)('is %s where %s', (outcome, _change, before, after) => {
    const { text, spans } = readMarked(before);
    const changed = readMarked(after);
    const resolution = resolve(changed.text, getSelector(text, spans[0]!));
    expect(resolution.outcome).toBe(outcome);
    expect(spansOf(resolution)).toEqual(changed.spans);
  });

  it('says what it sought when it is gone', () => {
    expect(resolve('', getSelector('قال بوتين أمس', toSpan(4, 9)))).toEqual({
      outcome: 'gone',
      sought: 'بوتين',
    });
    const sought = 'الاتفاق الموقع بينهما يتضمن … حالة “العدوان” على أي من البلدين';
    expect(resolve('', getSelector(long, toSpan(0, long.length)))).toEqual({ outcome: 'gone', sought });
  });

  it('lists no more places than a reader looks through', () => {
    const resolution = resolve(' بوتين'.repeat(50), getSelector('بوتين', toSpan(0, 5)));
    expect(resolution.outcome).toBe('ambiguous');
    expect(spansOf(resolution)).toHaveLength(9);
  });

  it('keeps a passage with lone surrogates where it stands, and finds it where it has moved', () => {
    const text = 'قال بو\uD83Dتين أمس';
    const selector = getSelector(text, toSpan(4, 10));
    expect(selector.head).toBe('بوتين');
    expect(resolve(text, selector)).toEqual({ outcome: 'exact', span: toSpan(4, 10) });
    expect(resolve(`ثم ${text}`, selector)).toEqual({ outcome: 'respelled', span: toSpan(7, 13) });
  });

  it('finds a passage with broken characters where it has moved', () => {
    const text = `قال ${'بو\uFFFDتين '.repeat(20)}أمس`;
    const selector = getSelector(text, toSpan(4, text.length));
    expect(selector.head).toContain('\uFFFD');
    expect(resolve(`ثم ${text}`, selector)).toEqual({ outcome: 'moved', span: toSpan(7, text.length + 3) });
  });

  it('believes no selector whose quotations and digest disagree', () => {
    const selector = { ...getSelector('قال بوتين أمس', toSpan(4, 9)), head: 'كيم' };
    expect(resolve('قال بوتين أمس', selector)).toEqual({ outcome: 'gone', sought: 'كيم' });
  });

  it('is moved to the one place, or ambiguous, after words were put before a random text', () => {
    const seen = { moved: 0, ambiguous: 0 };
    const texts = uglyText(40).chain((text) => {
      const above = fc.oneof(uglyText(8), fc.constant(`نعم ${text}`)).map((words) => `${words} `);
      return fc.tuple(fc.constant(text), rangeOf(text), above);
    });
    fc.assert(
      fc.property(texts, ([text, { start, end }, above]) => {
        const selector = describe(text, toSpan(start, end));
        const passage = selector === null ? '' : text.slice(selector.span.start, selector.span.end);
        if (selector === null || !passage.isWellFormed()) return;
        // The text begins anew: a mark at its start would become part of the word above.
        fc.pre(above.isWellFormed() && !/^\p{M}/u.test(text));
        const places = findWhole(above + text, passage);
        const resolution = resolve(above + text, selector);
        if (resolution.outcome === 'exact') expect(places).toContainEqual(selector.span);
        else {
          expect(resolution.outcome).toBe(places.length === 1 ? 'moved' : 'ambiguous');
          expect(spansOf(resolution)).toEqual(places.slice(0, 9));
          seen[places.length === 1 ? 'moved' : 'ambiguous'] += 1;
        }
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
    // The property says something only if both outcomes were tried often.
    expect(Math.min(seen.moved, seen.ambiguous)).toBeGreaterThan(100);
  });
});

suite('resolve in an edited copy of an article', () => {
  /** Unlike any word of the articles. */
  const INSERTED = 'فقرة أضيفت بعد النشر.\n\n';
  const articles = Array.from(SEED_TEXTS);

  it.each(articles)('finds every passage of article %s after a paragraph was inserted above', (_id, text) => {
    const changed = INSERTED + text;
    for (const span of sampleSpans(text, 150)) {
      const selector = getSelector(text, span);
      const { start, end } = selector.span;
      const places = findWhole(changed, text.slice(start, end));
      const resolution = resolve(changed, selector);
      expect(spansOf(resolution)).toEqual(places.slice(0, 9));
      expect(resolution.outcome).toBe(places.length === 1 ? 'moved' : 'ambiguous');
      expect(places).toContainEqual(toSpan(start + INSERTED.length, end + INSERTED.length));
    }
  });

  const respellings: [change: string, respell: (text: string) => string][] = [
    ['diacritics were dropped', (text) => text.replace(/[\u064B-\u0652]/g, '')],
    ['every word got a diacritic', (text) => text.replace(/[\p{L}\p{M}]+/gu, '$&\u064E')],
    ['hamzas were dropped', (text) => text.replace(/[أإآ]/g, 'ا').replaceAll('ى', 'ي')],
    ['quotation marks were changed', (text) => text.replace(/[«»“”]/g, '"')],
    [
      'digits were changed',
      (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    ],
    ['tatweel was added', (text) => text.replace(/بوتين/g, 'بوتيـن').replace(/كيم/g, 'كيـم')],
  ];
  const copies = articles.flatMap(([id, text]) =>
    respellings.map(([change, respell]): [string, string, string, (text: string) => string] => [
      id,
      change,
      text,
      respell,
    ]),
  );

  it.each(copies)('finds passages of article %s after %s', (_id, _change, text, respell) => {
    const changed = respell(text);
    for (const span of sampleSpans(text, 60)) {
      const selector = getSelector(text, span);
      const { start, end } = selector.span;
      const there = toSpan(respell(text.slice(0, start)).length, respell(text.slice(0, end)).length);
      const resolution = resolve(changed, selector);
      // Where the ending occurs in the middle as well, the nearest in length is taken for it.
      const tail = fold(selector.tail ?? '').text;
      if (tail !== '' && fold(text.slice(start, end)).text.split(tail).length > 2) continue;
      // A place that was respelled gives way to another that was not; no other outcome may hide it.
      if (resolution.outcome === 'moved' || resolution.outcome === 'exact') continue;
      expect(['respelled', 'edited', 'ambiguous']).toContain(resolution.outcome);
      if (resolution.outcome === 'respelled') expect(resolution.span).toEqual(there);
      else if (spansOf(resolution).length < 9) expect(spansOf(resolution)).toContainEqual(there);
    }
  });

  it.each(articles)('says that passages of article %s are gone after they were deleted', (_id, text) => {
    const seen = { gone: 0, elsewhere: 0 };
    for (const span of sampleSpans(text, 100)) {
      const selector = getSelector(text, span);
      const passage = text.slice(selector.span.start, selector.span.end);
      const changed = `${text.slice(0, selector.span.start)}–${text.slice(selector.span.end)}`;
      const isElsewhere = fold(changed).text.includes(fold(selector.head).text);
      const { outcome } = resolve(changed, selector);
      if (!isElsewhere) expect(outcome, passage).toBe('gone');
      seen[isElsewhere ? 'elsewhere' : 'gone'] += 1;
    }
    expect(seen.gone).toBeGreaterThan(30);
  });
});

suite('resolve of anything', () => {
  const position = fc.oneof(fc.nat(50), fc.nat(36 ** 7 - 1));
  const selectors: fc.Arbitrary<PassageSelector> = fc.record({
    span: fc.tuple(position, position).map(([start, length]) => toSpan(start, start + length)),
    head: fc.oneof(uglyText(4), fc.string({ unit: 'binary' })).filter((text) => text !== ''),
    tail: fc.option(fc.oneof(uglyText(4), fc.string({ unit: 'binary' })).filter((text) => text !== '')),
    digest: fc.nat(0xffff_ffff),
  });

  it('never throws and answers places in the text', () => {
    fc.assert(
      fc.property(fc.oneof(uglyText(60), fc.string({ unit: 'binary' })), selectors, (text, selector) => {
        const resolution = resolve(text, selector);
        for (const { start, end } of spansOf(resolution)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        if (resolution.outcome === 'ambiguous') expect(resolution.candidates.length).toBeGreaterThan(1);
      }),
      { numRuns: 2_000, seed: RANDOM_SEED },
    );
  });

  it('never throws and tears no word for the selector of another text', () => {
    const outcomes = new Set<string>();
    const cases = uglyText(40).chain((text) => fc.tuple(fc.constant(text), rangeOf(text), uglyText(40)));
    fc.assert(
      fc.property(cases, ([text, { start, end }, other]) => {
        const selector = describe(text, toSpan(start, end));
        if (selector === null) return;
        const resolution = resolve(other, selector);
        outcomes.add(resolution.outcome);
        for (const place of spansOf(resolution)) {
          expect(splitsWord(other, place.start)).toBe(false);
          expect(splitsWord(other, place.end)).toBe(false);
        }
      }),
      { numRuns: 2_000, seed: RANDOM_SEED },
    );
    expect(outcomes.size).toBeGreaterThan(3);
  });

  const hostile: [what: string, text: string, head: string, tail: string | null, length: number][] = [
    ['one word over and over', 'ا '.repeat(100_000), 'ا', null, 1],
    ['one word over and over, long', 'ا '.repeat(100_000), 'ا', 'ا', 100_001],
    ['one letter over and over', 'ا'.repeat(200_000), 'ا', 'ا', 100_000],
    ['one quotation mark over and over', '"'.repeat(200_000), '«', '»', 100_000],
    ['marks without end', `ا${'\u064E'.repeat(200_000)} ا`, 'ا', null, 1],
    ['a beginning without an end', 'ا '.repeat(100_000), 'ا', 'ب', 36 ** 7 - 1],
  ];
  it.each(hostile)('ends soon for %s', (_what, text, head, tail, length) => {
    const selector = { span: toSpan(0, length), head, tail, digest: 1 };
    expect(() => resolve(text, selector)).not.toThrow();
  });

  it.each([
    ['quoted whole', 'من', null],
    ['quoted by its ends', 'من', 'إلى'],
  ])('looks no further than the places it tells of: %s', (_what, head, tail) => {
    const text = 'من هنا إلى هناك، '.repeat(5_000);
    const folded = fold(text);
    let looks = 0;
    const counted = {
      ...folded,
      get text() {
        looks += 1;
        return folded.text;
      },
    };
    const selector = { span: toSpan(1, 11), head, tail, digest: 1 };
    expect(spansOf(resolve(text, selector, () => counted))).toHaveLength(9);
    expect(looks).toBeLessThan(200);
  });
});
