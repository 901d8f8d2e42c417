import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part } from '../corpus/collection.ts';
import { getSeedText, SEEDS } from '../testing/seeds.ts';
import { RANDOM_SEED, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import { fold } from '../text/fold.ts';
import { contains, toSpan } from '../text/offsets.ts';
import { findWords } from '../text/word-table.ts';
import { indexArticle } from './article-index.ts';
import { GRADES, type Grade } from './match-words.ts';
import { completeQuery, parseQuery } from './query.ts';
import { readSpelling } from '../text/readings.ts';
import { joinIndexes, type SearchIndex } from './search-index.ts';
import { search, type SearchOptions, type SearchResult } from './search.ts';

const INDEXES = SEEDS.articles.map(({ id, parts }) => indexArticle(id, getSeedText(id), parts));
const INDEX = joinIndexes(INDEXES);
const EVERYTHING: SearchOptions = { withFurniture: true, limit: Infinity };

function find(typed: string, options: SearchOptions = {}): SearchResult {
  return search(INDEX, completeQuery(parseQuery(typed)), options);
}

/** The words that a search finds in the five articles, each spelling once. */
function findSpellings(result: SearchResult, grades: readonly Grade[] = GRADES): string[] {
  const words = result.articles.flatMap(({ article, hits }) =>
    hits.flatMap(({ matches }) =>
      matches
        .filter(({ grade }) => grades.includes(grade))
        .map(({ start, end }) => getSeedText(article).slice(start, end)),
    ),
  );
  return Array.from(new Set(words)).toSorted();
}

function indexText(text: string, parts: readonly Part[] = []): SearchIndex {
  return joinIndexes([indexArticle('one', text, parts)]);
}

/** What a search marks in one text, as the text with brackets. */
function mark(text: string, typed: string, options: SearchOptions = EVERYTHING): string {
  const result = search(indexText(text), parseQuery(typed), options);
  const matches = result.articles
    .flatMap(({ hits }) => hits.flatMap((hit) => hit.matches))
    .toSorted((one, other) => other.start - one.start);
  return matches.reduce(
    (marked, { start, end }) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    text,
  );
}

describe('search in the five articles', () => {
  it.each<[typed: string, found: string]>([
    ['معاهدة', 'المعاهدات المعاهدة بالمعاهدة بمعاهدة للمعاهدة معاهدة'],
    ['للمعاهدة', 'المعاهدات المعاهدة بالمعاهدة بمعاهدة للمعاهدة معاهدة'],
    ['معاهده', 'المعاهدات المعاهدة بالمعاهدة بمعاهدة للمعاهدة معاهدة'],
    ['وقع', 'وقع وقعت وقّع وقّعا'],
    ['إلى', 'إلى الى وإلى'],
    ['اون', 'أون اون'],
    ['أون', 'أون اون'],
    ['اليوم', 'اليوم يوم'],
    ['٢٤', '24'],
    ['إف-16', '16 إف'],
    ['abc', 'ABC'],
    ['Reuters', 'Reuters'],
    ['كيم', 'كيم لكيم وكيم'],
    ['محادثات', 'المحادثات محادثات محادثاتهما'],
    ['عام', 'العام عام عاما عاماً'],
    ['الصواريخ', 'الصواريخ والصواريخ'],
    ['عدوان', 'العدوان عدوان لعدوان للعدوان'],
    ['وثيقة', 'الوثيقة وثيقة'],
    ['أجرى', 'أجرى'],
    ['أتت', ''],
    ['حرب', 'الحرب حربها للحرب'],
    ['ساعتين', 'الساعة ساعة ساعتين'],
    ['بيونج', 'بيونج'],
    ['قالت', 'قال قالت وقال وقالت'],
    ['كوري', 'الكوري الكورية الكوريين'],
    ['كوريا', 'كوريا لكوريا وكوريا'],
    ['صاروخ', ''],
    ['ترامب', ''],
  ])('finds for %s: %s', (typed, found) => {
    expect(findSpellings(find(typed)).join(' ')).toBe(found);
  });

  it.each<[typed: string, never: string]>([
    ['كيم', 'تحكيم المحكمة'],
    ['عام', 'عالم العالم تعاملات معاملات'],
    ['كرة', 'الفكرة الذاكرة'],
    ['له', 'الله خلال'],
    ['أن', 'كان الآن شأن'],
    ['جنة', 'لجنة'],
    ['أحد', 'واحدة الاتحاد'],
    ['سلم', 'سلمان أسلحة'],
    ['أول', 'أولان دول'],
    ['عدو', 'العدوان للعدوان عدوان'],
    ['أعلى', 'إعلان بإعلان'],
    ['قول', 'يقول وتقول'],
    ['أمل', 'كامل الكاملين'],
    ['حدة', 'وحدة المتحدة'],
    ['نية', 'بنية الثنائية'],
    ['ألف', 'الفتيات'],
    ['أتت', 'باتت'],
    ['آخرة', 'فاخرة'],
    ['زير', 'وزير'],
    ['سائل', 'وسائل'],
    ['ولا', 'لولاية الولايات'],
    ['بال', 'البالونات بالاحترام'],
    ['لاح', 'أسلحة السلاح'],
    ['21', 'عربي21'],
    ['2', '24 2024 22'],
  ])('does not find for %s: %s', (typed, never) => {
    const strangers = never.split(' ').map((word) => fold(word).text);
    expect(strangers.some((word) => INDEX.folded.includes(word))).toBe(true);
    const found = new Set(findSpellings(find(typed, EVERYTHING)).map((word) => fold(word).text));
    expect(strangers.filter((word) => found.has(word))).toEqual([]);
  });

  it('grades what it finds', () => {
    const grades = (typed: string) =>
      Object.fromEntries(GRADES.map((grade) => [grade, findSpellings(find(typed), [grade]).join(' ')]));
    expect(grades('معاهدة')).toEqual({
      exact: 'معاهدة',
      respelled: '',
      particle: 'المعاهدة بالمعاهدة بمعاهدة للمعاهدة',
      form: 'المعاهدات',
      joined: '',
      beginning: '',
    });
    expect(grades('وقع')).toEqual({
      exact: 'وقع',
      respelled: 'وقّع',
      particle: '',
      form: 'وقعت وقّعا',
      joined: '',
      beginning: '',
    });
  });

  it('finds a phrase as words side by side, particles and diacritics apart', () => {
    const phrases = (typed: string) =>
      find(typed).articles.flatMap(({ article, hits }) =>
        hits.map(({ matches }) => getSeedText(article).slice(matches[0]?.start, matches.at(-1)?.end)),
      );
    expect(phrases('«المساعدة المتبادلة»')).toEqual([
      'المساعدة المتبادلة',
      'المساعدة المتبادلة',
      'بالمساعدة المتبادلة',
      'للمساعدة المتبادلة',
      'المساعدة المتبادلة',
    ]);
    expect(phrases('"معاهدة شراكة شاملة"')).toEqual(['معاهدة الشراكة الشاملة']);
    expect(phrases('“المتبادلة المساعدة”')).toEqual([]);
    expect(phrases('"معاهدات"')).toEqual(['المعاهدات الدولية، بما في ذلك المعاهدات']);
  });

  it('asks for all terms in one sentence', () => {
    const result = find('بوتين سيارة أوروس');
    expect(result.articles.map(({ article, count }) => [article, count])).toEqual([
      ['000', 1],
      ['003', 2],
      ['004', 1],
    ]);
    expect(find('ترامب كيم').count).toBe(0);
  });

  it('leaves furniture out unless asked, and says what it would add', () => {
    const without = find('ترامب');
    const all = find('ترامب', { withFurniture: true });
    expect(without).toEqual({ articles: [], count: 0, words: 0, furnitureCount: all.count });
    expect(all.articles.map(({ article, hits }) => [article, hits.map((hit) => hit.isFurniture)])).toEqual([
      ['003', [true]],
    ]);
  });

  it('answers words that begin so only while they are typed, and last', () => {
    const grades = (typed: string) => {
      const { articles } = search(INDEX, parseQuery(typed), { limit: Infinity });
      return articles.map(({ hits }) => hits.map(({ grade }) => GRADES.indexOf(grade)));
    };
    expect(find('بوتي').count).toBe(0);
    expect(search(INDEX, parseQuery('بوتي')).count).toBe(find('بوتين "بوتين"').count);
    expect(grades('كور').flat().length).toBeGreaterThan(0);
    for (const own of grades('معاهد')) expect(own).toEqual(own.toSorted((one, other) => one - other));
    expect(search(INDEX, parseQuery('ك')).count).toBe(0);
    expect(search(INDEX, parseQuery('كوريا ال')).count).toBe(0);
    const typing = (typed: string) => findSpellings(search(INDEX, parseQuery(typed)));
    expect(typing('معاه')).toEqual(expect.arrayContaining(['معاهدة', 'للمعاهدة']));
    expect(typing('عام')).not.toContain('العامل');
  });

  it('lists the best hits first and counts all', () => {
    const all = find('بوتين', { limit: Infinity });
    const some = find('بوتين', { limit: 3 });
    expect(some.articles.map(({ article, count, words }) => [article, count, words])).toEqual(
      all.articles.map(({ article, count, words }) => [article, count, words]),
    );
    expect(some.articles.flatMap(({ hits }) => hits)).toEqual(all.articles[0]?.hits.slice(0, 3));
    const one = find('بوتين', { articles: ['003'] });
    expect(one.articles).toEqual(all.articles.filter(({ article }) => article === '003'));
  });

  it('finds nothing for a query without a word', () => {
    for (const typed of ['', ' ', '«»', '\u202E', '\uD83D', 'ـ']) {
      expect(find(typed)).toEqual({ articles: [], count: 0, words: 0, furnitureCount: 0 });
    }
  });

  it('survives being sent to another thread', () => {
    const query = structuredClone(parseQuery('بوتين "كوريا الشمالية"'));
    const there = search(joinIndexes(structuredClone(INDEXES)), query);
    expect(structuredClone(there)).toEqual(search(structuredClone(INDEX), query));
    expect(there.count).toBeGreaterThan(0);
  });
});

describe('search in one text', () => {
  it.each<[what: string, text: string, typed: string]>([
    ['diacritics', 'ثم [وَقَّعَ] الرئيس', 'وقع '],
    ['tatweel', 'قال [بوتيـــن] أمس', 'بوتين '],
    ['tatweel at the end', 'قال [كيمـــ].', 'كيم '],
    ['hamza and alef', '[أون] و [آون]', 'اون '],
    ['ya and alef maqsura', '[الي] [إلى]', 'إلى '],
    ['ta marbuta', '[معاهده] [معاهدةً]', 'معاهدة '],
    ['digits', 'منذ [24] عاما و[٢٤] يوما'.replace('و[', 'و ['), '٢٤ '],
    ['a number within a longer one', '240 124 2400', '24 '],
    ['presentation forms', '[ﺑﻮﺗﻴﻦ] قال', 'بوتين '],
    ['a ligature', 'قال [ﷲ]', 'الله '],
    ['zero-width characters', 'قال [بو\u200Bتين]\u200B', 'بوتين '],
    ['no-break spaces in a phrase', '[كوريا]\u00A0[الشمالية]', '"كوريا الشمالية"'],
    ['punctuation within a phrase', '[كوريا]، «[الشمالية]»', '"كوريا الشمالية"'],
    ['a sentence within a phrase', 'في كوريا. الشمالية قالت', '"كوريا الشمالية"'],
    ['Latin words', '[NATO] و [Nato]', 'nato '],
    ['a Latin word within another', 'senator', 'nato '],
    ['neighbouring letters', '[کیم] قال', 'كيم '],
    ['emoji', '😀[كيم]😀', 'كيم '],
    ['lone surrogates', '\uD83D[كيم]\uDE00', 'كيم '],
    ['a name with a particle', '[وكيم] [لكيم] حكيم كيمياء', 'كيم '],
    ['a phrase with particles', '[لكوريا] [الشمالية]، [وكوريا] [الشمالية]', '"كوريا شمالية"'],
    ['a phrase that overlaps itself', '[كان] [كان] [كان]', '"كان كان"'],
    ['a phrase word for word', 'كوريا شماليات', '"كوريا شمالية"'],
    ['an unfinished phrase', 'في [كوريا] [الشمالية]', '"كوريا الشما'],
    ['two terms in one word', '[المعاهدة]', 'معاهدة المعاهدة '],
    ['terms in two sentences', 'قال كيم. ذهب بوتين.', 'كيم بوتين '],
    ['an accusative', '[عامًا] [عاماً] [عاما] [عام] العامل', 'عام '],
  ])('marks %s', (_what, marked, typed) => {
    expect(mark(marked.replace(/[[\]]/g, ''), typed)).toBe(marked);
  });

  it('lets no sentence reach into another part', () => {
    const text = 'عنوان عن كيم\u2003متن عن بوتين';
    const parts: Part[] = [
      { kind: 'title', range: toSpan(0, 12) },
      { kind: 'paragraph', range: toSpan(13, text.length) },
    ];
    const index = indexText(text, parts);
    expect(search(index, parseQuery('كيم بوتين ')).count).toBe(0);
    expect(search(index, parseQuery('عن بوتين ')).articles[0]?.hits[0]?.sentence).toEqual(parts[1]?.range);
    expect(search(indexText(text), parseQuery('كيم بوتين ')).count).toBe(1);
  });

  it('survives parts that overlap, tear words or leave the text', () => {
    const parts: Part[] = [
      { kind: 'furniture', furniture: 'ticker', range: toSpan(2, 9) },
      { kind: 'paragraph', range: toSpan(5, 90) },
    ];
    const index = indexText('قال بوتين لكيم', parts);
    const { articles } = search(index, parseQuery('بوتين '), EVERYTHING);
    expect(articles[0]?.hits[0]?.matches.map(({ start, end }) => [start, end])).toEqual([[4, 9]]);
  });
});

/** Particles as they are written on, longest reading first; what `particles.ts` decides is checked elsewhere. */
const PARTICLES = /^[وف]?(?:س|[بكل]?(?:ال)?|لل)$/;

/** Whether two folded words are one but for particles, found by trying every cut of both. */
function differInParticles(one: string, other: string): boolean {
  const cuts = (word: string) =>
    Array.from(word, (_, at) => at).flatMap((at) =>
      at === 0 || PARTICLES.test(word.slice(0, at)) ? [word.slice(at)] : [],
    );
  const rests = new Set(cuts(one));
  return cuts(other).some((rest) => rests.has(rest));
}

/** Whether two folded words have a beginning of three letters in common once particles are off. */
function shareBeginning(one: string, other: string): boolean {
  const beginnings = (word: string) =>
    [0, 1, 2, 3, 4].flatMap((at) =>
      at === 0 || PARTICLES.test(word.slice(0, at)) ? [word.slice(at, at + 3)] : [],
    );
  const own = new Set(beginnings(one).filter((letters) => letters.length === 3));
  return beginnings(other).some((letters) => own.has(letters));
}

const ORACLES: Readonly<Record<Grade, (word: string, typed: string) => boolean>> = {
  exact: (word, typed) => word === typed,
  respelled: (word, typed) => fold(word).text === fold(typed).text,
  particle: (word, typed) => differInParticles(fold(word).text, fold(typed).text),
  form: (word, typed) => shareBeginning(fold(word).text, fold(typed).text),
  joined: (word, typed) =>
    shareBeginning(fold(word).text, fold(typed).text) || fold(typed).text.endsWith(fold(word).text),
  beginning: (word, typed) => fold(word).text.includes(fold(typed).text),
};

/** Where the words of a text start and end, `start-end`. */
function listWords(text: string): ReadonlySet<string> {
  const { starts, ends } = findWords(text);
  return new Set(Array.from(starts, (start, index) => `${start}-${ends[index]}`));
}

const SEED_WORDS = new Map(SEEDS.articles.map(({ id }) => [id, listWords(getSeedText(id))]));

/** What is wrong with the spans and counts of a result that lists every hit. */
function findFaults(result: SearchResult, getWords: (article: string) => ReadonlySet<string>): string[] {
  return result.articles.flatMap(({ article, hits, count, words }) => {
    const known = getWords(article);
    const matches = hits.flatMap((hit) => hit.matches);
    return [
      ...(hits.length === count && matches.length === words ? [] : [`${article} is miscounted`]),
      ...hits.flatMap(({ sentence, matches: own }) => (own.length > 0 ? [] : [`${sentence.start} is empty`])),
      ...hits.flatMap(({ sentence, matches: own }) =>
        own
          .filter((match) => !known.has(`${match.start}-${match.end}`) || !contains(sentence, match))
          .map(({ start, end }) => `${article} ${start}-${end}`),
      ),
    ];
  });
}

const findSeedFaults = (result: SearchResult) => findFaults(result, (id) => SEED_WORDS.get(id)!);

describe('every search', () => {
  it('finds every word of every article where it stands, and only words that answer it', () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { id } of SEEDS.articles) {
      const text = getSeedText(id);
      const { count, starts, ends } = findWords(text);
      const places = new Map<string, Set<number>>();
      for (let word = 0; word < count; word += 1) {
        const typed = text.slice(starts[word], ends[word]);
        places.set(typed, (places.get(typed) ?? new Set()).add(starts[word]!));
      }
      for (const [typed, own] of places) {
        const result = find(typed, EVERYTHING);
        const found = result.articles
          .filter(({ article }) => article === id)
          .flatMap(({ hits }) => hits.flatMap(({ matches }) => matches))
          .filter(({ grade }) => grade === 'exact');
        if (found.length !== own.size || !found.every(({ start }) => own.has(start))) wrong.push(typed);
        if (seen.has(typed)) continue;
        seen.add(typed);
        wrong.push(...findSeedFaults(result));
        for (const grade of GRADES) {
          const strangers = findSpellings(result, [grade]).filter((word) => !ORACLES[grade](word, typed));
          if (strangers.length > 0) wrong.push(`${typed} ${grade}: ${strangers.join(' ')}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(1_900);
  });

  it('finds with every beginning of a word that word, and only words with it in them', () => {
    const words = INDEX.folded.filter((_, place) => place % 19 === 0);
    for (const word of words) {
      for (let length = 2; length <= word.length; length += 1) {
        const typed = word.slice(0, length);
        if (/^[وف]?(?:[بك]?ال|لل)$/.test(typed)) continue;
        const result = search(INDEX, parseQuery(typed), EVERYTHING);
        expect(findSpellings(result).map((spelling) => fold(spelling).text)).toContain(word);
        const strangers = findSpellings(result, ['beginning']).filter(
          (one) => !ORACLES.beginning(one, typed),
        );
        expect(strangers).toEqual([]);
      }
    }
  });

  it('finds the sentences that looking at every word of every sentence finds', () => {
    const nouns = new Set(INDEX.folded);
    const isNoun = (word: string) => nouns.has(`ال${word}`);
    const readings = INDEX.folded.map((folded, place) =>
      readSpelling(INDEX.published[place]!, folded, isNoun),
    );
    /** The spellings that answer a word, by comparing it with each. */
    const findAnswers = (typed: string, isPhrase: boolean) => {
      const { text } = fold(typed);
      const sought = readSpelling(typed, text, isNoun);
      const isAnswer = (folded: string, spelling: number) =>
        folded === text ||
        sought.bare.some((form) => readings[spelling]!.bare.includes(form)) ||
        (!isPhrase && sought.stems.some((stem) => readings[spelling]!.stems.includes(stem)));
      return new Set(
        INDEX.folded.flatMap((folded, spelling) => (isAnswer(folded, spelling) ? [spelling] : [])),
      );
    };
    /** For each sentence, its spellings. */
    const sentences: number[][] = Array.from({ length: INDEX.isFurniture.length }, () => []);
    INDEX.spellings.forEach((spelling, word) => sentences[INDEX.sentences[word]!]!.push(spelling));
    const word = fc.integer({ min: 0, max: INDEX.spellings.length - 4 });
    const term = fc.record({ word, length: fc.constantFrom(1, 1, 1, 2, 3) });
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 3 }), (terms) => {
        const typed = terms.map(({ word: first, length }) =>
          Array.from({ length }, (_, offset) => INDEX.published[INDEX.spellings[first + offset]!]!),
        );
        const text = typed.map((words) => (words.length > 1 ? `«${words.join(' ')}»` : words[0]));
        const answers = typed.map((words) => words.map((one) => findAnswers(one, words.length > 1)));
        const expected = sentences.filter((own) =>
          answers.every((words) =>
            own.some((_, at) => words.every((spellings, offset) => spellings.has(own[at + offset] ?? -1))),
          ),
        );
        const result = find(text.join(' '), EVERYTHING);
        expect(result.count).toBe(expected.length);
        expect(findSeedFaults(result)).toEqual([]);
      }),
      { numRuns: 60, seed: RANDOM_SEED },
    );
  });

  it('survives every ugly text and finds its words', () => {
    const check = (text: string): void => {
      const index = indexText(text);
      const { count, starts, ends } = findWords(text);
      for (let word = 0; word < Math.min(count, 20); word += 1) {
        // Words that share a character (½ after another digit) cannot be typed alone.
        const isAlone =
          (ends[word - 1] ?? 0) <= starts[word]! && (starts[word + 1] ?? Infinity) >= ends[word]!;
        if (!isAlone) continue;
        const typed = text.slice(starts[word], ends[word]);
        const result = search(index, parseQuery(typed), EVERYTHING);
        expect(findFaults(result, () => listWords(text))).toEqual([]);
        expect(result.articles[0]?.hits.flatMap(({ matches }) => matches)).toContainEqual({
          ...toSpan(starts[word]!, ends[word]!),
          grade: 'exact',
        });
      }
      const whole = search(index, parseQuery(text), EVERYTHING);
      expect(findFaults(whole, () => listWords(text))).toEqual([]);
    };
    for (const [, text] of UGLY_TEXTS) check(text);
    fc.assert(fc.property(fc.oneof(uglyText(), fc.string({ unit: 'binary' })), check), {
      numRuns: 300,
      seed: RANDOM_SEED,
    });
  });
});
