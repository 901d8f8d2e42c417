import { describe, expect, it } from 'vitest';
import type { Collection, Part } from '../corpus/collection.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { checkClaims, findUnsound, MIN_WITNESSES } from './check-claims.ts';
import type { Claim, ClaimsFile, Evidence } from './claims.ts';

const NAME = { ar: 'اسم', en: 'name' };

/** Two short articles: a diacritic, a tatweel, a mark for right-to-left, a surrogate pair, wording that occurs twice. */
const TEXTS = new Map([
  ['000', 'وقّعا اتفاقاً\n\nوقّع الرئيسان الاتفـاق أمس، كما قال بوتين.\n\nكيم وبوتين\n\n(وكالات)\n\nشاركها: وقّع'],
  ['001', 'وصل بوتين 😀 أمس.\n\nوصل كيم بعده \u200Fكما\u200F قيل. وصل كيم.'],
]);

function getText(article: string): string {
  return TEXTS.get(article)!;
}

/** The range of words in an article: where they first occur, or first occur after `after`. */
function at(article: string, words: string, after = ''): Span {
  const text = getText(article);
  const start = text.indexOf(words, text.indexOf(after) + after.length);
  if (start < 0) throw new RangeError(`not in ${article}: ${words}`);
  return toSpan(start, start + words.length);
}

function parts(article: string, kinds: readonly Part['kind'][]): Part[] {
  let start = 0;
  return getText(article)
    .split('\n\n')
    .map((part, index): Part => {
      const range = toSpan(start, start + part.length);
      start = range.end + 2;
      const kind = kinds[index]!;
      return kind === 'furniture' ? { kind, furniture: 'share-footer', range } : { kind, range };
    });
}

const KINDS: Record<string, readonly Part['kind'][]> = {
  '000': ['title', 'paragraph', 'caption', 'credit', 'furniture'],
  '001': ['subtitle', 'paragraph'],
};

const COLLECTION: Collection = {
  format: 'taqabul-collection',
  version: 1,
  id: 'test',
  title: NAME,
  claims: 'claims.json',
  articles: Object.entries(KINDS).map(([id, kinds]) => ({
    id,
    file: `${id}.txt`,
    sha256: '0'.repeat(64),
    length: getText(id).length,
    language: 'ar',
    label: NAME,
    outlet: { basis: 'unknown', name: NAME, note: NAME },
    date: { basis: 'unknown', note: NAME },
    credits: [],
    restsOn: [],
    parts: parts(id, kinds),
  })),
};

function passage(article: string, range: Span, rest: Partial<Evidence> = {}): Evidence {
  return {
    article,
    range,
    quote: getText(article).slice(range.start, range.end),
    place: 'body',
    stance: 'reports',
    attribution: null,
    ...rest,
  };
}

function claim(id: string, ...evidence: readonly Evidence[]): Claim {
  return { id, group: 'treaty', label: NAME, relation: 'same', relationNote: NAME, evidence: [...evidence] };
}

function file(...claims: readonly Claim[]): ClaimsFile {
  return {
    format: 'taqabul-claims',
    version: 1,
    groups: [{ id: 'treaty', label: NAME }],
    claims: [...claims],
    alone: [],
    absences: [],
    events: [],
    voices: [],
  };
}

const SIGNED = passage('000', at('000', 'وقّع الرئيسان الاتفـاق'));
const ARRIVED = passage('001', at('001', 'وصل كيم'));

/** Problems as `path: message`, the way `collection:check` prints them. */
function problemsOf(
  claims: ClaimsFile,
  collection: Collection = COLLECTION,
  texts: ReadonlyMap<string, string> = TEXTS,
): string[] {
  return checkClaims(claims, collection, texts).map(({ path, message }) => `${path}: ${message}`);
}

/** A claim that is sound but for its first passage, which stands in article 000. */
function around(first: Evidence): ClaimsFile {
  return file(claim('a', first, ARRIVED));
}

/** A sound passage whose chain ends with a name at `range`. */
function saidBy(range: Span): Evidence {
  const putin = { name: NAME, range: at('000', 'بوتين') };
  return { ...SIGNED, stance: 'quotes', attribution: { chain: [putin, { name: NAME, range }] } };
}

describe('checkClaims', () => {
  const accepted: [fact: string, claims: ClaimsFile][] = [
    ['no claims', file()],
    ['a claim from two articles', file(claim('a', SIGNED, ARRIVED))],
    [
      'a passage without a quotation',
      around({ article: '000', range: SIGNED.range, place: 'body', stance: 'reports', attribution: null }),
    ],
    [
      'several passages in text order, one inside another',
      file(
        claim(
          'a',
          passage('000', at('000', 'وقّعا'), { place: 'title' }),
          SIGNED,
          passage('000', at('000', 'الاتفـاق')),
          ARRIVED,
        ),
      ),
    ],
    ['a caption', around(passage('000', at('000', 'كيم'), { place: 'caption' }))],
    [
      'a whole part',
      file(claim('a', SIGNED, passage('001', at('001', 'وصل بوتين 😀 أمس.'), { place: 'subtitle' }))),
    ],
    ['a word that ends with a diacritic', around(passage('000', at('000', 'اتفاقاً'), { place: 'title' }))],
    ['a word between marks that are no letters', file(claim('a', SIGNED, passage('001', at('001', 'كما'))))],
    ['an emoji', file(claim('a', SIGNED, passage('001', at('001', '😀'), { place: 'subtitle' })))],
    ['a name in a credit', around(saidBy(at('000', 'وكالات')))],
    ['one passage in two claims', file(claim('a', SIGNED, ARRIVED), claim('b', SIGNED, ARRIVED))],
  ];
  it.each(accepted)('accepts %s', (_fact, claims) => {
    expect(problemsOf(claims)).toEqual([]);
  });

  const refused: [fact: string, claims: ClaimsFile, problem: string][] = [
    [
      'an unknown article',
      around({ ...SIGNED, article: '009' }),
      'claims[0].evidence[0].article: is no article of the collection: 009',
    ],
    [
      'a claim from one article only',
      file(claim('a', SIGNED, passage('000', at('000', 'كيم'), { place: 'caption' }))),
      `claims[0].evidence: comes from 1 article, but a shared claim needs ${MIN_WITNESSES}`,
    ],
    [
      'a range beyond the text',
      around({ ...SIGNED, range: toSpan(SIGNED.range.start, 500) }),
      `claims[0].evidence[0].range: ends at 500, beyond the text of ${getText('000').length} UTF-16 code units`,
    ],
    [
      'white space at the start',
      around(passage('000', at('000', ' الرئيسان'))),
      'claims[0].evidence[0].range: starts with white space',
    ],
    [
      'white space at the end',
      around(passage('000', at('000', 'الرئيسان '))),
      'claims[0].evidence[0].range: ends with white space',
    ],
    [
      'a prefix cut off its word',
      around(passage('000', at('000', 'رئيسان'))),
      'claims[0].evidence[0].range: starts inside a word or character',
    ],
    [
      'a word cut at its tatweel',
      around(passage('000', at('000', 'الاتف'))),
      'claims[0].evidence[0].range: ends inside a word or character',
    ],
    [
      'a letter cut off its diacritic',
      around(passage('000', at('000', 'اتفاقا'), { place: 'title' })),
      'claims[0].evidence[0].range: ends inside a word or character',
    ],
    [
      'half a surrogate pair',
      file(claim('a', SIGNED, passage('001', at('001', '\uD83D'), { place: 'subtitle' }))),
      'claims[0].evidence[1].range: ends inside a word or character',
    ],
    [
      'a passage over two parts',
      around(passage('000', at('000', 'بوتين.\n\nكيم'))),
      'claims[0].evidence[0].range: lies in no single part of 000',
    ],
    [
      'a passage in furniture',
      around(passage('000', at('000', 'شاركها'))),
      'claims[0].evidence[0].range: lies in furniture of 000: share-footer',
    ],
    [
      'a caption given as body',
      around(passage('000', at('000', 'كيم'))),
      'claims[0].evidence[0].place: is body, but the passage stands in a caption',
    ],
    [
      'a passage in a credit',
      around(passage('000', at('000', 'وكالات'))),
      'claims[0].evidence[0].place: is body, but the passage stands in a credit',
    ],
    [
      'a quotation that its article does not have',
      around({ ...SIGNED, quote: 'وقّع الرئيسان المعاهدة' }),
      'claims[0].evidence[0].quote: not found in 000',
    ],
    [
      'a quotation spelled otherwise',
      around({ ...SIGNED, quote: 'وقّع الرئيسان الاتفاق' }),
      'claims[0].evidence[0].quote: not found in 000',
    ],
    [
      'a quotation that stands elsewhere',
      around({ ...SIGNED, quote: 'قال بوتين' }),
      `claims[0].evidence[0].quote: stands at ${at('000', 'قال').start}-${at('000', 'بوتين').end} instead`,
    ],
    [
      'a quotation that stands at several other places',
      file(claim('a', SIGNED, passage('001', at('001', 'قيل'), { quote: 'وصل كيم' }))),
      `claims[0].evidence[1].quote: stands at 2 places instead, the nearest ${at('001', 'وصل كيم', 'قيل').start}-${at('001', 'وصل كيم', 'قيل').end}`,
    ],
    [
      'articles in another order than the collection’s',
      file(claim('a', ARRIVED, SIGNED)),
      'claims[0].evidence[1].article: comes after evidence[0], though the collection has 000 before 001',
    ],
    [
      'passages out of text order',
      file(claim('a', passage('000', at('000', 'أمس')), SIGNED, ARRIVED)),
      'claims[0].evidence[1].range: stands before evidence[0] in the text',
    ],
    [
      'a shorter passage after a longer one with the same start',
      file(claim('a', SIGNED, passage('000', at('000', 'وقّع الرئيسان')), ARRIVED)),
      'claims[0].evidence[1].range: stands before evidence[0] in the text',
    ],
    [
      'one passage twice',
      file(claim('a', SIGNED, SIGNED, ARRIVED)),
      'claims[0].evidence[1].range: repeats evidence[0]',
    ],
    [
      'one passage twice, apart',
      file(claim('a', SIGNED, passage('000', at('000', 'أمس')), SIGNED, ARRIVED)),
      'claims[0].evidence[2].range: repeats evidence[0]',
    ],
    [
      'a name beyond the text',
      around(saidBy(toSpan(0, 500))),
      `claims[0].evidence[0].attribution.chain[1].range: ends at 500, beyond the text of ${getText('000').length} UTF-16 code units`,
    ],
    [
      'a name cut off its word',
      around(saidBy(at('000', 'بوتين', 'كيم و'))),
      'claims[0].evidence[0].attribution.chain[1].range: starts inside a word or character',
    ],
    [
      'a name in furniture',
      around(saidBy(at('000', 'شاركها'))),
      'claims[0].evidence[0].attribution.chain[1].range: lies in furniture of 000: share-footer',
    ],
    [
      'a name over two parts',
      around(saidBy(at('000', 'بوتين.\n\nكيم'))),
      'claims[0].evidence[0].attribution.chain[1].range: lies in no single part of 000',
    ],
  ];
  it.each(refused)('refuses %s', (_fact, claims, problem) => {
    expect(problemsOf(claims)).toEqual([problem]);
  });

  it('refuses a passage that lies in two parts at once', () => {
    const [first, ...others] = COLLECTION.articles;
    const doubled = { ...first!, parts: [...first!.parts, first!.parts[1]!] };
    expect(
      problemsOf(file(claim('a', SIGNED, ARRIVED)), { ...COLLECTION, articles: [doubled, ...others] }),
    ).toEqual(['claims[0].evidence[0].range: lies in 2 parts of 000 at once']);
  });

  it('reports every passage it cannot check for want of a text, and still checks the others', () => {
    const claims = file(claim('a', SIGNED, { ...ARRIVED, quote: 'وصل' }));
    expect(problemsOf(claims, COLLECTION, new Map([['001', getText('001')]]))).toEqual([
      'claims[0].evidence[0].article: has no text: 000',
      `claims[0].evidence[1].quote: stands at 3 places instead, the nearest ${ARRIVED.range.start}-${ARRIVED.range.start + 3}`,
    ]);
  });

  it('gives all problems in the order of the file', () => {
    const claims = file(
      claim('a', { ...SIGNED, place: 'title' }, { ...ARRIVED, quote: 'لا' }),
      claim('b', SIGNED),
    );
    expect(problemsOf(claims).map((problem) => problem.replace(/: .*/, ''))).toEqual([
      'claims[0].evidence[0].place',
      'claims[0].evidence[1].quote',
      'claims[1].evidence',
    ]);
  });
});

describe('findUnsound', () => {
  const [article] = COLLECTION.articles;
  const unsound = (...evidence: readonly Evidence[]) => findUnsound(evidence, article!, getText('000'));
  const TITLE = passage('000', at('000', 'وقّعا'), { place: 'title' });
  const LATER = passage('000', at('000', 'أمس'));

  it('finds nothing where all holds', () => {
    expect(unsound(TITLE, SIGNED, LATER)).toEqual([]);
  });

  const faults: [fact: string, fault: Evidence][] = [
    ['a range beyond the text', { ...SIGNED, range: toSpan(SIGNED.range.start, 500) }],
    ['other words than quoted', { ...SIGNED, quote: 'قال بوتين' }],
    ['a torn word', passage('000', at('000', 'رئيسان'))],
    ['furniture', passage('000', at('000', 'شاركها'))],
    ['another place', { ...SIGNED, place: 'caption' }],
    ['a name that is not there', saidBy(toSpan(0, 500))],
  ];
  it.each(faults)('finds %s, and that alone', (_fact, fault) => {
    expect(unsound(TITLE, fault, LATER)).toEqual([fault]);
  });

  it('finds what repeats and what stands out of order', () => {
    const again = { ...TITLE };
    expect(unsound(TITLE, LATER, SIGNED, again)).toEqual([SIGNED, again]);
  });

  it('lets no unsound passage put sound ones out of order', () => {
    const far = { ...LATER, range: toSpan(LATER.range.start, 500) };
    expect(unsound(TITLE, far, SIGNED)).toEqual([far]);
  });
});
