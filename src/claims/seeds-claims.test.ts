import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCollection } from '../corpus/collection.ts';
import { overlaps, toSpan, type Span } from '../text/offsets.ts';
import { checkClaims } from './check-claims.ts';
import { parseClaims, type Claim, type Evidence } from './claims.ts';
import { computeSegments } from './segments.ts';

const SEEDS = new URL('../../public/seeds/', import.meta.url);

function readSeed(file: string): string {
  return readFileSync(new URL(file, SEEDS), 'utf8');
}

const parsedCollection = parseCollection(JSON.parse(readSeed('collection.json')));
if (parsedCollection.problems) throw new Error(JSON.stringify(parsedCollection.problems));
const collection = parsedCollection.value;
const parsedClaims = parseClaims(
  JSON.parse(readSeed(collection.claims)),
  collection.articles.map(({ id }) => id),
);
if (parsedClaims.problems) throw new Error(JSON.stringify(parsedClaims.problems));
const { claims, groups } = parsedClaims.value;
const texts = new Map(collection.articles.map(({ id, file }) => [id, readSeed(file)]));

function getClaim(id: string): Claim {
  const claim = claims.find((candidate) => candidate.id === id);
  if (claim === undefined) throw new RangeError(`no claim ${id}`);
  return claim;
}

function witnesses(id: string): string[] {
  return Array.from(new Set(getClaim(id).evidence.map(({ article }) => article)));
}

function quotes(id: string, article: string): string[] {
  return getClaim(id).evidence.flatMap((passage) =>
    passage.article === article ? [texts.get(article)!.slice(passage.range.start, passage.range.end)] : [],
  );
}

/** Every place where words stand in an article, furniture included. */
function occurrences(article: string, words: string): Span[] {
  const text = texts.get(article)!;
  const found: Span[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    found.push(toSpan(at, at + words.length));
  }
  return found;
}

/** Ids of the claims that have a passage touching one of the ranges. */
function claimsAt(article: string, ranges: readonly Span[]): string[] {
  return claims
    .filter(({ evidence }) =>
      evidence.some(
        (passage) => passage.article === article && ranges.some((range) => overlaps(range, passage.range)),
      ),
    )
    .map(({ id }) => id);
}

const passages: [where: string, passage: Evidence][] = claims.flatMap(({ id, evidence }) =>
  evidence.map((passage, index): [string, Evidence] => [`${id}.evidence[${index}]`, passage]),
);

describe('the shipped claims', () => {
  it('fit the shipped collection', () => {
    expect(checkClaims(parsedClaims.value, collection, texts)).toEqual([]);
  });

  it('keep the three claims everyone looks for at the head of their groups', () => {
    const heads = groups.map(({ id }) => claims.find(({ group }) => group === id)?.id);
    expect(heads).toEqual(expect.arrayContaining(['mutual-aid', 'first-visit-in-24-years', 'gifts']));
  });

  it('stand group by group, no group empty', () => {
    const order = claims.map(({ group }) => group);
    expect(order.filter((group, index) => group !== order[index - 1])).toEqual(groups.map(({ id }) => id));
  });

  it('quote every passage', () => {
    expect(passages.filter(([, { quote }]) => quote === undefined)).toEqual([]);
  });

  it('take quotation marks in pairs', () => {
    for (const [where, { quote = '' }] of passages) {
      const count = (mark: string) => quote.split(mark).length - 1;
      expect([count('«'), count('“'), count('"') % 2], where).toEqual([count('»'), count('”'), 0]);
    }
  });

  it('begin and end with a word, a closing quotation mark or a closing bracket', () => {
    for (const [where, { quote = '' }] of passages) {
      expect(quote, where).toMatch(/^[\p{L}\p{N}«“"]/u);
      expect(quote, where).toMatch(/[\p{L}\p{M}\p{N}»”")]$/u);
    }
  });

  it('name nobody for what an article says itself, and somebody for what it quotes or denies', () => {
    for (const [where, { stance, attribution }] of passages) {
      if (stance !== 'analyses') expect(attribution === null, where).toBe(stance === 'reports');
    }
  });

  it('call one origin by one name, the collection’s where it has one', () => {
    const known = collection.articles.flatMap(({ restsOn }) => restsOn);
    const cited = passages.flatMap(([, { attribution }]) => attribution?.chain ?? []);
    const arabic = new Map<string, string>();
    for (const { name } of [...known, ...cited]) {
      expect(arabic.get(name.en) ?? name.ar).toBe(name.ar);
      arabic.set(name.en, name.ar);
    }
  });

  it('quote in their notes only what an article says that makes the claim', () => {
    const outlets = new Set(collection.articles.flatMap(({ label, outlet }) => [label.ar, outlet.name.ar]));
    for (const { id, relationNote } of claims) {
      const said = witnesses(id).map((article) => texts.get(article)!);
      const quoted = Array.from(relationNote.ar.matchAll(/«([^»]+)»/g), ([, words = '']) => words);
      const invented = quoted.filter(
        (words) => !outlets.has(words) && !said.some((text) => text.includes(words)),
      );
      expect(invented, id).toEqual([]);
    }
  });

  it('fit a line of the rail', () => {
    for (const { id, label } of claims) {
      expect(label.ar.length, id).toBeLessThanOrEqual(40);
      expect(label.en.length, id).toBeLessThanOrEqual(44);
    }
  });
});

describe('the three named claims', () => {
  it('finds mutual aid in all five articles, in headlines too', () => {
    expect(witnesses('mutual-aid')).toEqual(['000', '001', '002', '003', '004']);
    expect(quotes('mutual-aid', '000')).toEqual([
      'تنص على «المساعدة المتبادلة» في حال تعرض أي من البلدين «للعدوان»',
      'المعاهدة الجديدة الموقعة بين البلدين تنص على «المساعدة المتبادلة» في حال تعرض أي من البلدين «للعدوان»',
    ]);
    expect(quotes('mutual-aid', '001')).toEqual([
      'وتتعهدان بالمساعدة المتبادلة ضد "العدوان"',
      'الاتفاق الموقع بينهما يتضمن اتفاقا “للمساعدة المتبادلة” في حالة “العدوان” على أي من البلدين',
    ]);
    expect(quotes('mutual-aid', '002')).toEqual([
      'اتفاقية دفاع متبادل',
      'تنص على الدعم المتبادل في حال وقوع هجوم على أي من البلدين',
    ]);
    expect(quotes('mutual-aid', '003')).toHaveLength(4);
    expect(quotes('mutual-aid', '004')).toHaveLength(3);
  });

  it('finds the first visit in three articles', () => {
    expect(witnesses('first-visit-in-24-years')).toEqual(['000', '001', '003']);
    expect(getClaim('first-visit-in-24-years').relation).toBe('compatible-values');
  });

  it('finds the gifts in two articles, each way, the caption and the subheading included', () => {
    expect(witnesses('gifts')).toEqual(['003', '004']);
    expect(getClaim('gifts').evidence.map(({ article, place }) => `${article} ${place}`)).toEqual([
      '003 subheading',
      '003 caption',
      '003 body',
      '003 body',
      '003 body',
      '004 body',
      '004 body',
    ]);
    expect(quotes('gifts', '003')[0]).toBe('وهدايا متبادلة');
    expect(quotes('gifts', '003')[1]).toBe('سيارة روسية الصنع قدمها هدية لكيم جونغ أون');
  });
});

describe('values', () => {
  function values(id: string): string[] {
    return getClaim(id).evidence.map(({ article, value }) => {
      if (value === undefined) return article;
      if (value.kind === 'term') return `${article} ${value.text.en}`;
      return `${article} ${value.precision} ${value.amount} ${value.unit}`;
    });
  }

  const expected: [claim: string, values: string[]][] = [
    ['first-visit-in-24-years', ['000 exact 24 year', '001 exact 24 year', '003 almost 25 year']],
    ['talks-duration', ['001 about 11 hour', '001 exact 2 hour', '003 about 2 hour', '004 exact 1.5 hour']],
    ['arrival-time', ['000 early Wednesday morning', '001 late Tuesday']],
    [
      'signing-order',
      // 002 tells when it was announced, not when it was signed.
      ['000 after the talks', '001 before the talks', '002'],
    ],
    ['military-technical-cooperation', ['003 will take place', '004 is not ruled out']],
    ['hegemony-for-how-long', ['000 for decades', '002 for years']],
    [
      'coverage-of-the-treaty',
      [
        '000 mutual aid against “aggression”',
        '000 mutual aid against “aggression”',
        '001 mutual aid against “aggression”',
        '001 mutual aid against “aggression”',
        '002 mutual defence',
        '002 mutual support in case of attack',
        '003 joint defence',
        '003 security, military and political aspects',
        '003 aid in case of aggression',
        '003 joint military defence',
        '003 “mutual defence”',
        '004 a clause on joint defence',
        '004 mutual defence in case of “aggression”',
        '004 mutual aid in case of aggression, among other things',
      ],
    ],
    ['sanctions-on-both', ['001 Western sanctions', '003 American sanctions', '003 international sanctions']],
  ];
  it.each(expected)('normalises %s', (claim, list) => {
    expect(values(claim)).toEqual(list);
  });

  it('calls what cannot be reconciled a contradiction', () => {
    const contradictions = claims.filter(({ relation }) => relation === 'contradiction').map(({ id }) => id);
    expect(contradictions).toEqual(['signing-order', 'arrival-time', 'talks-duration']);
  });
});

describe('a press on words that make several claims', () => {
  it('means the mutual-aid clause where the treaty’s coverage has the same words', () => {
    const shared = getClaim('mutual-aid').evidence.filter(({ article, range }) =>
      getClaim('coverage-of-the-treaty').evidence.some(
        (passage) =>
          passage.article === article &&
          passage.range.start === range.start &&
          passage.range.end === range.end,
      ),
    );
    expect(shared).not.toEqual([]);
    for (const { range } of shared) {
      const marks = ['mutual-aid', 'coverage-of-the-treaty'].map((claim) => ({
        claim,
        index: 0,
        span: range,
      }));
      const [segment] = computeSegments(range, marks);
      expect(segment?.marks.at(-1)?.claim).toBe('mutual-aid');
    }
  });
});

describe('attributions', () => {
  function chains(id: string, article: string): string[] {
    return getClaim(id).evidence.flatMap((passage) =>
      passage.article === article
        ? [passage.attribution?.chain.map(({ name }) => name.en).join(' < ') ?? 'own voice']
        : [],
    );
  }

  it('tells Putin, the media and the article’s own voice apart', () => {
    expect(chains('mutual-aid', '000')).toEqual(['own voice', 'Putin']);
    expect(chains('mutual-aid', '001')).toEqual(['own voice', 'Russian media']);
  });

  it('follows a chain from the nearest source outwards', () => {
    expect(chains('gifts', '003')).toEqual([
      'own voice',
      'own voice',
      'own voice',
      'Russian reports < TASS',
      'Russian reports',
    ]);
    expect(chains('gifts', '004')).toEqual(['TASS', 'TASS < Yuri Ushakov']);
  });

  it('has both reports of North Korean arms from others', () => {
    const stances = getClaim('arms-for-russia').evidence.map(({ article, stance }) => `${article} ${stance}`);
    expect(stances).toEqual(['001 quotes', '003 quotes']);
  });

  it('tells the American sanctions of an article’s own from the international ones of its sources', () => {
    expect(quotes('sanctions-on-both', '003')).toEqual([
      'ومساعدتهما على مواجهة الضغوط الغربية والعقوبات الأمريكية',
      'العقوبات الدولية المفروضة على البلدين',
    ]);
    expect(chains('sanctions-on-both', '003')).toEqual(['own voice', 'Western reports']);
  });
});

describe('false friends', () => {
  /** Wordings that look like a claim's and are about something else. */
  const lookalikes: [article: string, words: string, notIn: string[]][] = [
    // Kim's journey, not Putin's.
    ['003', 'أول رحلة له إلى الخارج منذ أربع سنوات', ['first-visit-in-24-years']],
    // The military delegation a month later.
    ['002', 'أول زيارة رسمية روسية', ['first-visit-in-24-years']],
    ['002', 'استقبل وفدا عسكريا روسيا', ['received-on-arrival', 'warm-welcome', 'delegations-took-part']],
    ['002', 'في الحقبة الجديدة', ['new-phase-of-prosperity']],
    ['002', 'الدفاع عن السلام الاقليمي', ['mutual-aid', 'defence-pact', 'peaceful-and-defensive']],
    // The day of the visit, and the outlet's name, contain 24.
    ['001', '19 يونيو 2024', ['first-visit-in-24-years']],
    ['003', 'الأيام 24', ['first-visit-in-24-years']],
    // How long the treaty is to hold.
    ['004', 'على مدى قرن', ['first-visit-in-24-years', 'founding-document']],
    // What Kim promises, and what the treaty rests on.
    ['003', 'ستفي دائما بإخلاص', ['founding-document', 'peaceful-and-defensive']],
    // The motorcade, a ride, a drive, and an earlier present.
    ['000', 'سيارة أوروس (ليموزين)', ['gifts', 'gift-car']],
    ['001', 'سيارة بوتين الخاصة', ['gifts', 'gift-car']],
    ['003', 'جولة بالسيارة', ['gifts', 'gift-car']],
    ['003', 'قاد بوتين السيارة', ['gifts', 'gift-car']],
    ['003', 'أهدى كيم سيارة أخرى من طراز أوروس روسية الصنع', ['gifts', 'gift-car']],
    // A threat, spelt with the letters of a present.
    ['003', 'تهديد عالمي حقيقي', ['gifts']],
    // Other aid, other defence.
    ['001', 'المزيد من المساعدات العسكرية', ['mutual-aid', 'arms-for-russia']],
    ['003', 'إمكانية مساعدة جنود من كوريا الشمالية لروسيا', ['mutual-aid', 'arms-for-russia']],
    ['003', 'والدفاع عنها', ['mutual-aid', 'defence-pact']],
    // Arms that go elsewhere.
    ['003', 'أنظمة أسلحة عالية الدقة بعيدة المدى', ['arms-for-russia', 'ballistic-missiles']],
    ['004', 'أسلحة بعيدة المدى', ['arms-for-russia', 'ballistic-missiles']],
    ['001', 'لإعادة تسليح نفسه', ['arms-for-russia', 'ballistic-missiles']],
    // Talks of the year before; a visit's first day.
    ['001', 'محادثات مباشرة في شرق روسيا', ['talks-duration', 'ceremony-before-talks']],
    ['003', 'وبدأ بوتين الأربعاء زيارة', ['arrival-time', 'signing-on-wednesday']],
    ['000', 'بناء علاقات عسكرية بين البلدين', ['military-technical-cooperation']],
    // What is denied is a breach of sanctions: neither the arms nor the sanctions.
    ['003', 'وينفي الجانبان انتهاك العقوبات', ['arms-for-russia', 'ballistic-missiles', 'sanctions-on-both']],
    // What Kim hopes of relations, wants protected, or promises is not what the treaty covers.
    ['003', 'التعاون النشط في مختلف المجالات', ['coverage-of-the-treaty']],
    ['003', 'لحماية المصالح الأساسية', ['coverage-of-the-treaty']],
    ['003', 'تطوير التعاون العسكري التقني', ['coverage-of-the-treaty']],
    // One country's sanctions, one man's friend, another speaker's growth.
    ['004', 'العقوبات على بيونغ يانغ', ['sanctions-on-both']],
    ['004', 'أفضل صديق', ['friendship']],
    ['003', 'وقد نمت العلاقات بين الدولتين', ['great-progress', 'new-phase-of-prosperity']],
    ['001', 'إهانة للولايات المتحدة', ['facing-the-west', 'fighting-us-hegemony']],
    ['004', 'دفعت به الولايات المتحدة، وحلفاؤها', ['facing-the-west', 'fighting-us-hegemony']],
    ['003', 'تعددية أقطاب', ['fighting-us-hegemony']],
  ];
  it.each(lookalikes)('keeps %s “%s” out of %j', (article, words, notIn) => {
    const ranges = occurrences(article, words);
    expect(ranges).not.toEqual([]);
    expect(claimsAt(article, ranges).filter((id) => notIn.includes(id))).toEqual([]);
  });

  /** Furniture, credits, and things two articles tell of that are not the same thing. */
  const unclaimed: [article: string, words: string][] = [
    ['000', 'المساعدة غير المباشرة'],
    ['002', 'منذ 10 أعوام'],
    ['002', 'أول زيارة لدولة عضو'],
    ['002', 'اتفاقية دفاع كوريا الشمالية'],
    ['003', 'نشر في الأيام 24 يوم 19 - 06 - 2024'],
    ['003', 'ما مدى قلق الغرب من تحالف بوتين وكيم جون أون؟'],
    ['004', '(وكالات)'],
    // Two handshakes: at the ceremony, and after the signing.
    ['001', 'يصافح الزعيم الكوري الشمالي'],
    ['003', 'كيم وبوتين يتصافحان'],
    // Two guest houses: where they met, and where he slept.
    ['000', 'دار ضيافة «كومسوسان»'],
    ['001', 'دار ضيافة رسمية'],
    // Two important things: the meeting, and the agreement.
    ['002', 'أهمية لقائه مع بوتين'],
    ['003', 'حدث مهم'],
  ];
  it.each(unclaimed)('marks nothing at %s “%s”', (article, words) => {
    const ranges = occurrences(article, words);
    expect(ranges).not.toEqual([]);
    expect(claimsAt(article, ranges)).toEqual([]);
  });

  it('marks nothing in any furniture', () => {
    for (const { id, parts } of collection.articles) {
      const furniture = parts.filter(({ kind }) => kind === 'furniture').map(({ range }) => range);
      expect(claimsAt(id, furniture), id).toEqual([]);
    }
  });
});
