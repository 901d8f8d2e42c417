import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePassage } from '../anchoring/anchoring.ts';
import { anyView } from '../testing/arbitrary-views.ts';
import { getSeedText } from '../testing/seeds.ts';
import { RANDOM_SEED, UGLY_TEXTS, uglyText } from '../testing/ugly-texts.ts';
import {
  decodeView,
  DEFAULT_VIEW,
  encodeView,
  exceedsSearch,
  type LinkProblem,
  toSearchText,
  type ViewState,
  isSelector,
} from './view-link.ts';

/** A link as somebody may have kept it, what it means, and the version that first wrote it so. */
interface GoldenLink {
  readonly fragment: string;
  readonly view: ViewState;
  readonly since: string;
}

const golden = JSON.parse(
  readFileSync(new URL('golden-links.json', import.meta.url), 'utf8'),
) as readonly GoldenLink[];

/** What a golden link means today: fields that came after it have their default. */
function meaningOf({ view }: GoldenLink): ViewState {
  return { ...DEFAULT_VIEW, ...view };
}

/** The links the list began with: how many, and a checksum over them. New links are added after them. */
const FIRST_LINKS = {
  count: 16,
  sha256: '8a8a84d8fc8679716bbe148213626c22a70216eb5fa2d3bec49a6209c8b47511',
};

/** A passage as links carry it. */
const PASSAGE = '004.is-jc.1sgzn7m.wqvZiNir2YrZgtipINir2YjYsdmK2Kkg2YHYudmE2YrYp9mLwrs';

const titled = golden.map((link): [string, GoldenLink] => [link.fragment.slice(0, 60), link]);

describe('the golden links', () => {
  it.each(titled)('mean what they meant: #%s', (_title, link) => {
    expect(decodeView(link.fragment)).toEqual({ view: meaningOf(link), problems: [] });
  });

  it.each(titled)('are still written so: #%s', (_title, link) => {
    expect(encodeView(meaningOf(link))).toBe(link.fragment);
  });

  it.each(titled)('find their passages in the articles: #%s', (_title, { view }) => {
    for (const target of view.passages) {
      const found = resolvePassage(getSeedText(target.article), target);
      expect(found).toMatchObject({ outcome: 'exact' });
      if ('selector' in target) expect(found).toMatchObject({ span: target.selector.span });
    }
  });

  it('are all different and each say since when', () => {
    expect(new Set(golden.map(({ fragment }) => fragment)).size).toBe(golden.length);
    for (const { since } of golden) expect(since).toMatch(/^\d+$/);
  });

  it('keep the first ones for good', () => {
    const first = JSON.stringify(golden.slice(0, FIRST_LINKS.count));
    expect(createHash('sha256').update(first).digest('hex')).toBe(FIRST_LINKS.sha256);
  });

  it('use every field', () => {
    const fields = golden.flatMap(({ fragment }) => fragment.split('&').map((field) => field.split('=')[0]));
    expect(new Set(fields)).toEqual(
      new Set(
        [
          '',
          'v',
          'collection',
          'view',
          'arrange',
          'sources',
          'claim',
          'only',
          'hide',
          'alone',
          'p',
          'q',
        ].concat('set-aside'),
      ),
    );
  });
});

describe('encodeView and decodeView', () => {
  it('are inverse for every view', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(decodeView(encodeView(view))).toEqual({ view, problems: [] });
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });

  it('write no character that would have to be escaped', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(encodeView(view)).toMatch(/^(?:[\w.=&-]|%[0-9A-F]{2})*$/);
      }),
      { numRuns: 300, seed: RANDOM_SEED },
    );
  });

  it('survive an address bar', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const address = new URL('https://example.org/taqabul/');
        address.hash = encodeView(view);
        expect(decodeView(new URL(address.href).hash.slice(1)).view).toEqual(view);
      }),
      { numRuns: 300, seed: RANDOM_SEED },
    );
  });

  it('settle after one round for every fragment that can be read in part', () => {
    const name = fc.constantFrom('v', 'collection', 'sources', 'view', 'claim', 'only', 'hide', 'p', 'x', '');
    const value = fc.oneof(
      fc.constantFrom('1', 'reader', '', 'a', 'a.b', 'a.a', 'A', PASSAGE, `${PASSAGE}.`),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const field = fc.tuple(name, value).map(([one, other]) => `${one}=${other}`);
    fc.assert(
      fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
        const { view } = decodeView(['v=1', ...fields].join('&'));
        const canonical = encodeView(view);
        expect(decodeView(canonical)).toEqual({ view, problems: [] });
        expect(encodeView(decodeView(canonical).view)).toBe(canonical);
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });
});

describe('encodeView', () => {
  it('writes nothing for the default view', () => {
    expect(encodeView(DEFAULT_VIEW)).toBe('');
  });

  it('writes fields in one order, whatever the order of the view’s keys', () => {
    const view: ViewState = {
      searchesFurniture: true,
      search: 'd',
      passages: [],
      marksAlone: true,
      claims: { ids: ['c'], mode: 'only' },
      claim: 'b',
      arrange: ['x', 'y-z'],
      view: 'table',
      sources: ['a'],
      collection: 'other',
    };
    expect(encodeView(view)).toBe(
      'v=1&collection=other&view=table&arrange=x.y-z&sources=a&claim=b&only=c&alone=1&q=d&set-aside=1',
    );
  });
});

describe('decodeView', () => {
  const read: [fact: string, fragment: string, view: Partial<ViewState>][] = [
    ['nothing as the default view', '', {}],
    ['a version alone as the default view', 'v=1', {}],
    ['the version wherever it stands', 'claim=a&v=1', { claim: 'a' }],
    ['the reader by its name', 'v=1&view=reader', {}],
    ['a view by its name', 'v=1&view=origins', { view: 'origins' }],
    ['no sources', 'v=1&sources=', { sources: [] }],
    ['no claim shown', 'v=1&only=', { claims: { mode: 'only', ids: [] } }],
    ['no claim hidden', 'v=1&hide=', {}],
    ['the last of a field that stands twice', 'v=1&claim=a&claim=b', { claim: 'b' }],
    ['the last of two filters', 'v=1&only=a&hide=b', { claims: { mode: 'except', ids: ['b'] } }],
    ['past unknown fields', 'v=1&zoom=3&claim=a&=&&x&utm_source=mail', { claim: 'a' }],
    ['past fields that objects have of themselves', 'v=1&__proto__=a&constructor=b&toString=c', {}],
  ];
  it.each(read)('reads %s', (_fact, fragment, view) => {
    expect(decodeView(fragment)).toEqual({ view: { ...DEFAULT_VIEW, ...view }, problems: [] });
  });

  const unread: [fact: string, fragment: string, problem: LinkProblem][] = [
    ['a fragment without version', 'claim=a', { kind: 'unreadable' }],
    ['an anchor of another page', 'section-3', { kind: 'unreadable' }],
    ['a text fragment', ':~:text=%D9%82%D8%A7%D9%84', { kind: 'unreadable' }],
    ['a question mark', '?v=1&claim=a', { kind: 'unreadable' }],
    ['an escaped fragment', 'v%3D1%26claim%3Da', { kind: 'unreadable' }],
    ['ampersands', '&'.repeat(1_000), { kind: 'unreadable' }],
    ['a later version', 'v=2&claim=a', { kind: 'unknown-version', version: '2' }],
    ['an earlier version', 'v=0&claim=a', { kind: 'unknown-version', version: '0' }],
    ['an empty version', 'v=&claim=a', { kind: 'unknown-version', version: '' }],
    ['a version in other digits', 'v=١', { kind: 'unknown-version', version: '١' }],
    ['a long version', `v=${'9'.repeat(999)}`, { kind: 'unknown-version', version: '9'.repeat(16) }],
    ['the first version where two stand', 'v=2&v=1', { kind: 'unknown-version', version: '2' }],
    ['100,000 characters', `v=1&claim=${'a'.repeat(100_000)}`, { kind: 'too-long' }],
    ['100,000 ampersands', `v=1${'&'.repeat(100_000)}`, { kind: 'too-long' }],
    ['a character more than the limit', `v=1&x=${'a'.repeat(64_000 - 5)}`, { kind: 'too-long' }],
  ];
  it.each(unread)('opens the default view for %s and says why', (_fact, fragment, problem) => {
    expect(decodeView(fragment)).toEqual({ view: DEFAULT_VIEW, problems: [problem] });
  });

  it('reads a fragment of just the longest length', () => {
    expect(decodeView(`v=1&x=${'a'.repeat(64_000 - 6)}`)).toEqual({ view: DEFAULT_VIEW, problems: [] });
  });

  const malformed: [fact: string, field: string, value: string][] = [
    ['a collection with capitals', 'collection', 'Seeds'],
    ['a collection elsewhere', 'collection', '../secrets'],
    ['a collection on another site', 'collection', '//example.org'],
    ['a collection without name', 'collection', ''],
    ['a collection with a long name', 'collection', 'x'.repeat(65)],
    ['a collection with two hyphens', 'collection', 'a--b'],
    ['a view that does not exist', 'view', 'matrix'],
    ['a claim with script', 'claim', '"><script>alert(1)</script>'],
    ['a claim with a space', 'claim', 'a b'],
    ['a claim with an escaped hyphen', 'claim', 'a%2Db'],
    ['a claim in Arabic', 'claim', 'ادعاء'],
    ['a source twice', 'sources', '000.000'],
    ['an empty source', 'sources', '000..001'],
    ['a dot at the end', 'sources', '000.'],
    ['sources joined by commas', 'sources', '000,001'],
    ['a shown claim twice', 'only', 'a.a'],
    ['a hidden claim with script', 'hide', 'javascript:alert(1)'],
    ['a percent sign alone', 'claim', '%'],
    ['half an escape', 'claim', '%D9%'],
    ['a lone surrogate', 'claim', '\uD83D'],
    ['a passage without parts', 'p', 'a'],
    ['an empty passage', 'p', ''],
    ['a passage of an article with two hyphens', 'p', PASSAGE.replace('004', 'a--b')],
    ['a second equals sign', 'claim', 'a=b'],
    ['a search of half an escape', 'q', '%D9%'],
    ['a search of bytes that are no text', 'q', '%E0%A4%A'],
    ['a search of 201 letters', 'q', 'a'.repeat(201)],
    ['a search of half an emoji', 'q', '\uD83D'],
    ['a search with a line break', 'q', 'a%0Ab'],
    ['a search with a null', 'q', '%00'],
    ['a search of furniture by another word', 'set-aside', 'yes'],
    ['a search of furniture without a word', 'set-aside', ''],
  ];
  it.each(malformed)('leaves %s out, names the field and keeps the rest', (_fact, field, value) => {
    const rest = field === 'claim' ? 'only=kept' : 'claim=kept';
    const kept = decodeView(`v=1&${rest}`).view;
    expect(decodeView(`v=1&${field}=${value}&${rest}`)).toEqual({
      view: kept,
      problems: [{ kind: 'malformed', field }],
    });
  });

  it('names a damaged field once, however often it stands', () => {
    expect(decodeView('v=1&p=a&p=b&claim=A&p=c')).toEqual({
      view: DEFAULT_VIEW,
      problems: [
        { kind: 'malformed', field: 'p' },
        { kind: 'malformed', field: 'claim' },
      ],
    });
  });

  it('keeps the good passages among damaged ones', () => {
    const { view, problems } = decodeView(`v=1&p=a&p=${PASSAGE}&p=b`);
    expect(view.passages.map(({ article }) => article)).toEqual(['004']);
    expect(problems).toEqual([{ kind: 'malformed', field: 'p' }]);
  });

  it('reads a hundred passages and no more', () => {
    const fields = Array.from({ length: 101 }, () => `p=${PASSAGE}`);
    const hundred = decodeView(['v=1', ...fields.slice(1)].join('&'));
    expect(hundred.view.passages).toHaveLength(100);
    expect(hundred.problems).toEqual([]);
    const more = decodeView(['v=1', ...fields].join('&'));
    expect(more.view.passages).toHaveLength(100);
    expect(more.problems).toEqual([{ kind: 'malformed', field: 'p' }]);
  });

  it('leaves out of a search what cannot be typed, and what is too long', () => {
    const write = (search: string) => decodeView(encodeView({ ...DEFAULT_VIEW, search })).view.search;
    expect(write('كيم\uD83D\u0000')).toBe('كيم');
    expect(write('a'.repeat(300))).toBe('a'.repeat(200));
    expect(write(`${'a'.repeat(199)}😀`)).toBe('a'.repeat(199));
  });

  it.each([
    ['a tab', 'كوريا\tالشمالية'],
    ['a line break', 'كوريا\r\nالشمالية'],
    ['white space of every kind', 'كوريا\v\f\u0085\tالشمالية'],
  ])('keeps words of a search apart that %s stood between', (_what, pasted) => {
    expect(toSearchText(pasted)).toBe('كوريا الشمالية');
    expect(decodeView(encodeView({ ...DEFAULT_VIEW, search: pasted })).view.search).toBe('كوريا الشمالية');
  });

  it('tells a search that is longer than a link carries', () => {
    expect(exceedsSearch('ا'.repeat(200))).toBe(false);
    expect(exceedsSearch(`${'ا'.repeat(200)}\u0000`)).toBe(false);
    expect(exceedsSearch('ا'.repeat(201))).toBe(true);
    expect(exceedsSearch(`${'ا'.repeat(199)}😀`)).toBe(true);
  });

  it('reads a search that was not escaped', () => {
    expect(decodeView('v=1&q=معاهدة').view.search).toBe('معاهدة');
    expect(decodeView('v=1&q=').view.search).toBe('');
  });

  it('never changes the default view', () => {
    const before = JSON.stringify(DEFAULT_VIEW);
    decodeView(`v=1&collection=x&sources=a&claim=b&only=c&p=${PASSAGE}`);
    expect(JSON.stringify(DEFAULT_VIEW)).toBe(before);
  });

  it.each(UGLY_TEXTS)('does not throw for %s, in any place', (_what, text) => {
    for (const field of ['', 'v=', 'v=1&', 'v=1&claim=', 'v=1&sources=', 'v=1&p=', `v=1&p=${PASSAGE}`]) {
      expect(() => decodeView(field + text)).not.toThrow();
    }
  });

  it('throws for no string, and answers a view that can be written', () => {
    const anyText = fc.oneof(uglyText(), fc.string({ unit: 'binary' }), fc.webFragments());
    const start = fc.constantFrom('', 'v=1', 'v=1&', 'v=1&p=', 'v=1&sources=a.');
    fc.assert(
      fc.property(start, anyText, (beginning, text) => {
        const { view, problems } = decodeView(beginning + text);
        expect(decodeView(encodeView(view))).toEqual({ view, problems: [] });
        expect(problems.length).toBeLessThan(10);
      }),
      { numRuns: 2_000, seed: RANDOM_SEED },
    );
  });

  it('answers a damaged link with what is left of it', () => {
    fc.assert(
      fc.property(anyView, fc.nat(), fc.string({ unit: 'binary', maxLength: 2 }), (view, pick, wrong) => {
        const fragment = encodeView(view);
        const at = pick % (fragment.length + 1);
        const damaged = fragment.slice(0, at) + wrong + fragment.slice(at + 1);
        const left = decodeView(damaged).view;
        expect(decodeView(encodeView(left)).view).toEqual(left);
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });
});

describe('a selector in the place of a view', () => {
  it.each<[fragment: string, collection: string]>([
    ['selector(type=TextQuoteSelector,exact=a)', 'seeds'],
    ['selector(type=TextQuoteSelector,exact=a,collection=edited,article=001)', 'edited'],
    ['selector(type=TextQuoteSelector,exact=a,collection=../x)', 'seeds'],
    ['selector(', 'seeds'],
  ])('opens the default view of its collection: %s', (fragment, collection) => {
    expect(isSelector(fragment)).toBe(true);
    expect(decodeView(fragment)).toEqual({ view: { ...DEFAULT_VIEW, collection }, problems: [] });
  });

  it('is none where a view is, or where it is too long', () => {
    expect(isSelector('v=1&q=selector(')).toBe(false);
    expect(decodeView(`selector(${'a'.repeat(64_000)})`).problems).toEqual([{ kind: 'too-long' }]);
  });
});
