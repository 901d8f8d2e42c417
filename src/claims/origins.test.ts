import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSpan } from '../text/offsets.ts';
import { SEED_CLAIMS, SEEDS } from '../testing/seeds.ts';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import type { Evidence, Voice } from './claims.ts';
import { computeOrigins, indexVoices, type Published } from './origins.ts';

const range = toSpan(0, 1);
const bilingual = (name: string) => ({ ar: name, en: name });

/** One passage; `a: TASS < Ushakov` is article `a`, which has it from TASS, which has it from Ushakov; `a:` its own words. */
function passage(line: string): Evidence {
  const [article = '', names = ''] = line.split(':').map((part) => part.trim());
  const chain = names === '' ? [] : names.split('<').map((name) => ({ name: bilingual(name.trim()), range }));
  const attribution = chain.length === 0 ? null : { chain };
  return { article, range, place: 'body', stance: 'quotes', attribution };
}

const VOICES: readonly Voice[] = [
  { name: bilingual('TASS'), kind: 'agency' },
  { name: bilingual('agencies'), kind: 'body', unnamed: true },
  { name: bilingual('media'), kind: 'body', unnamed: true },
];

function published(id: string, more: Partial<Published> = {}): Published {
  const outlet = { basis: 'unknown', name: bilingual('unknown'), note: bilingual('unknown') } as const;
  return { id, credits: [], outlet, ...more };
}

const ARTICLES: readonly Published[] = [
  published('a'),
  published('b'),
  published('c'),
  published('d'),
  published('wire', { credits: [{ role: 'agency', name: bilingual('agencies'), range }] }),
  published('reprint', { credits: [{ role: 'agency', name: bilingual('TASS'), range }] }),
  published('paper', { outlet: { basis: 'stated', name: bilingual('The Paper'), range } }),
  published('echo'),
  published('photo', { credits: [{ role: 'photographer', name: bilingual('TASS'), range }] }),
];

/** The count, then each origin: its names or `own`, its articles; a question mark where it may be another's. */
function write(lines: readonly string[], articles = ARTICLES): string {
  const claim = { evidence: lines.map(passage) };
  const { least, most, sources, origins } = computeOrigins(claim, articles, indexVoices(VOICES));
  const each = origins.map(({ names, own, articles: ids, isCertain }) => {
    const name = [...names.map(({ en }) => en), ...(own.length > 0 ? ['own'] : [])].join(' + ');
    return `${isCertain ? '' : '?'}${name} [${ids.join()}]`;
  });
  return `${sources.length}: ${least}-${most} ${each.join(' ')}`.trim();
}

describe('the origins of a claim', () => {
  it('do not count whoever denies it, while somebody says it', () => {
    const said = passage('a: TASS');
    const denied = { ...passage('a: Kim'), stance: 'denies' as const };
    const count = (evidence: Parameters<typeof computeOrigins>[0]['evidence']) =>
      computeOrigins({ evidence }, ARTICLES, indexVoices(VOICES)).origins.map(({ names }) => names);
    expect(count([said, denied, passage('b: Kim')])).toHaveLength(2);
    expect(count([denied])).toEqual([[bilingual('Kim')]]);
  });

  it.each([
    ['nobody makes it', [], '0: 0-0'],
    ['one name', ['a: TASS', 'b: TASS', 'c: TASS', 'd: TASS'], '4: 1-1 TASS [a,b,c,d]'],
    ['the same speaker by other ways', ['a: TASS < Putin', 'b: Putin'], '2: 1-1 Putin [a,b]'],
    ['the same agency, one of them with its speaker', ['a: TASS < Ushakov', 'b: TASS'], '2: 1-1 TASS [a,b]'],
    ['different speakers', ['a: Putin', 'b: Kim'], '2: 2-2 Putin [a] Kim [b]'],
    ['joined over a third', ['a: Putin', 'b: Putin', 'b: Kim', 'c: Kim'], '3: 1-1 Kim + Putin [a,b,c]'],
    ['own words', ['a:', 'b:'], '2: 1-2 ?own [a] ?own [b]'],
    ['own words in a headline over an attribution', ['a:', 'a: Putin', 'b: Putin'], '2: 1-1 Putin [a,b]'],
    ['own words, credited to unnamed agencies', ['a:', 'wire:'], '2: 1-2 ?own [a] ?own [wire]'],
    [
      'credited to unnamed agencies, but attributed',
      ['a: Kim', 'wire: Putin'],
      '2: 2-2 Kim [a] Putin [wire]',
    ],
    ['own words, credited to a named agency', ['a: TASS', 'reprint:'], '2: 1-1 TASS [a,reprint]'],
    ['own words of one who is cited', ['a: The Paper', 'paper:'], '2: 1-1 ?The Paper + own [a,paper]'],
    [
      'own words of one who elsewhere cites the other’s origin',
      ['a: TASS', 'echo:'],
      '2: 1-2 TASS [a] ?own [echo]',
    ],
    ['own words beside one whom it does not cite', ['a: Kim', 'echo:'], '2: 1-2 Kim [a] ?own [echo]'],
    ['the credit of a picture', ['a: TASS', 'photo:'], '2: 1-2 TASS [a] ?own [photo]'],
    ['somebody unnamed', ['a: media', 'b: Kim'], '2: 1-2 Kim [b] ?media [a]'],
    ['two unnamed', ['a: media', 'b: agencies'], '2: 1-2 ?media [a] ?agencies [b]'],
    ['the same unnamed', ['a: media', 'b: media'], '2: 1-1 ?media [a,b]'],
    [
      'a named one behind an unnamed one',
      ['a: media < Putin', 'b: Putin', 'c: Kim'],
      '3: 1-2 Kim [c] ?Putin [a,b]',
    ],
    ['a source that is off', ['gone: Kim', 'a: TASS'], '1: 1-1 TASS [a]'],
  ])('%s', (_, lines, expected) => {
    expect(write(lines)).toBe(expected);
  });
});

describe('the origins of any claim', () => {
  const name = fc.constantFrom('Putin', 'Kim', 'TASS', 'media', 'agencies', 'The Paper');
  const line = fc
    .tuple(fc.constantFrom(...ARTICLES.map(({ id }) => id)), fc.array(name, { maxLength: 3 }))
    .map(([article, names]) => `${article}: ${names.join(' < ')}`);
  const lines = fc.array(line, { maxLength: 14 });
  const count = (all: readonly string[], articles = ARTICLES) =>
    computeOrigins({ evidence: all.map(passage) }, articles, indexVoices(VOICES));
  const settings = { seed: RANDOM_SEED, numRuns: 400 };

  it('are no more than its sources, and every source has one', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { least, most, sources, origins } = count(all);
        expect(least).toBeLessThanOrEqual(most);
        expect(most).toBeLessThanOrEqual(sources.length);
        expect(least > 0).toBe(sources.length > 0);
        expect(origins.flatMap(({ articles }) => articles).toSorted()).toEqual(sources.toSorted());
      }),
      settings,
    );
  });

  it('never become more by a name that two of its sources share', () => {
    fc.assert(
      fc.property(lines, name, fc.nat(), fc.nat(), (all, shared, one, other) => {
        const { sources, most } = count(all);
        if (sources.length === 0) return;
        const both = [sources[one % sources.length], sources[other % sources.length]];
        expect(count([...all, ...both.map((id) => `${id}: ${shared}`)]).most).toBeLessThanOrEqual(most);
      }),
      settings,
    );
  });

  it('are certain of no more by a name that two attributing sources share', () => {
    fc.assert(
      fc.property(lines, name, fc.nat(), fc.nat(), (drawn, shared, one, other) => {
        const all = drawn.map((text) => (text.endsWith(': ') ? `${text}Kim` : text));
        const { sources, least } = count(all);
        if (sources.length === 0) return;
        const both = [sources[one % sources.length], sources[other % sources.length]];
        expect(count([...all, ...both.map((id) => `${id}: ${shared}`)]).least).toBeLessThanOrEqual(least);
      }),
      settings,
    );
  });

  it('are the same in any order of passages and articles', () => {
    const shuffled = lines.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray([...ARTICLES], { minLength: ARTICLES.length }),
      ),
    );
    const plain = (all: readonly string[], articles: readonly Published[]) => {
      const { least, most, origins } = count(all, articles);
      const each = origins.map(({ names, articles: ids }) =>
        [...names.map(({ en }) => en), ...ids.toSorted()].join(),
      );
      return [least, most, ...each.toSorted()];
    };
    fc.assert(
      fc.property(shuffled, ([all, others, articles]) => {
        expect(plain(others, articles)).toEqual(plain(all, ARTICLES));
      }),
      settings,
    );
  });
});

describe('the origins of the claims of the five articles', () => {
  const voices = indexVoices(SEED_CLAIMS.voices);
  const describeClaim = (id: string) => {
    const claim = SEED_CLAIMS.claims.find((one) => one.id === id);
    if (claim === undefined) throw new RangeError(`no claim ${id}`);
    const { least, most, sources, origins } = computeOrigins(claim, SEEDS.articles, voices);
    const each = origins.map(
      ({ names, own, isCertain }) =>
        `${isCertain ? '' : '?'}${names.length > 0 ? names.map(({ en }) => en).join(' + ') : `own ${own.join()}`}`,
    );
    return `${sources.length}: ${least}-${most} ${each.join('; ')}`;
  };

  it.each([
    ['gifts', '2: 1-1 ?TASS'],
    ['gift-tea-set-and-dagger', '2: 1-1 ?TASS'],
    ['gift-car', '2: 1-2 TASS; ?own 003'],
    ['gift-art-and-busts', '2: 1-2 Yuri Ushakov; ?Russian reports'],
    ['fighting-us-hegemony', '4: 1-1 Putin'],
    ['mutual-aid', '5: 1-2 Putin; ?Russian media'],
    ['coverage-of-the-treaty', '5: 1-2 Putin; ?Russian media'],
    ['partnership-agreement', '5: 1-4 Putin; ?Russian media; ?own 001; ?own 003'],
    ['arrival-time', '2: 1-2 ?own 000; ?own 001'],
    ['signing-order', '3: 1-3 Interfax; ?Russian media; ?own 002'],
    ['talks-duration', '3: 1-3 ?Russian media; ?Russian state media; ?own 004'],
    ['arms-for-russia', '2: 1-2 US State Department; ?Western reports'],
    ['ballistic-missiles', '2: 1-2 US State Department; ?Western reports'],
    ['new-phase-of-prosperity', '3: 1-1 Kim'],
  ])('%s', (id, expected) => {
    expect(describeClaim(id)).toBe(expected);
  });

  it('know what every name in an attribution is', () => {
    const names = SEED_CLAIMS.claims
      .flatMap(({ evidence }) => evidence)
      .flatMap(({ attribution }) => attribution?.chain ?? []);
    expect(names.filter(({ name }) => !voices.has(name.en))).toEqual([]);
  });
});
