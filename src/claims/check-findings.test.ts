import { describe, expect, it } from 'vitest';
import { getSeedText, readSeedJson, SEED_TEXTS, SEEDS } from '../testing/seeds.ts';
import { checkFindings } from './check-findings.ts';
import { parseClaims } from './claims.ts';

const ARTICLES = SEEDS.articles.map(({ id }) => id);
const NAME = { ar: 'اسم', en: 'name' };

/** Words of an article, as they are written down in a claims file. */
function words(article: string, quote: string) {
  const start = getSeedText(article).indexOf(quote);
  return { range: [start, start + quote.length], quote };
}

const LIMOUSINE = words('000', 'تتقدمه سيارة أوروس (ليموزين)');

type RawWhen = Record<string, unknown>;

/** What one article alone says, an absence and an event: all sound. */
function soundFile() {
  return {
    ...(readSeedJson(SEEDS.claims) as object),
    alone: [
      {
        id: 'black-aurus',
        group: 'visit',
        label: NAME,
        evidence: [{ article: '000', ...LIMOUSINE, place: 'body', stance: 'reports', attribution: null }],
      },
    ],
    absences: [
      { claim: 'gifts', article: '000', kind: 'topic-only', nearest: { ...LIMOUSINE }, note: NAME },
      { claim: 'gifts', article: '002', kind: 'out-of-scope', nearest: null, note: NAME },
    ],
    events: [
      {
        id: 'motorcade',
        label: NAME,
        accounts: [
          {
            article: '000',
            ...LIMOUSINE,
            when: { kind: 'time', from: '2024-06-19T00:00', to: '2024-06-20T00:00', text: NAME } as RawWhen,
            attribution: null,
          },
        ],
      },
      {
        id: 'signing',
        label: NAME,
        accounts: [
          {
            article: '000',
            ...LIMOUSINE,
            when: { kind: 'order', order: 'after', event: 'motorcade', text: NAME } as RawWhen,
            attribution: null,
          },
        ],
      },
    ],
    voices: [{ name: NAME, kind: 'agency' }],
  };
}

type RawFile = ReturnType<typeof soundFile>;

/** What is wrong with the sound file after a change, found by either check. */
function problemsWith(change: (file: RawFile) => void): string[] {
  const file = structuredClone(soundFile());
  change(file);
  const { value, problems } = parseClaims(file, ARTICLES);
  const found = problems ?? checkFindings(value, SEEDS, SEED_TEXTS);
  return found.map(({ path, message }) => `${path}: ${message}`);
}

describe('what a claims file says beside its shared claims', () => {
  it('is accepted when it is sound', () => {
    expect(problemsWith(() => undefined)).toEqual([]);
  });

  it('may be left out', () => {
    const { groups, claims, format, version } = readSeedJson(SEEDS.claims) as Record<string, unknown>;
    expect(parseClaims({ groups, claims, format, version }, ARTICLES).value).toMatchObject({
      alone: [],
      absences: [],
      events: [],
      voices: [],
    });
  });

  const refused: [fact: string, change: (file: RawFile) => void, problem: string][] = [
    [
      'an id that a shared claim has',
      ({ alone }) => (alone[0]!.id = 'gifts'),
      'alone[0].id: repeats claims[18]: gifts',
    ],
    [
      'words that do not stand there',
      ({ alone }) => (alone[0]!.evidence[0]!.quote = 'حمراء'),
      'alone[0].evidence[0].quote: not found in 000',
    ],
    [
      'a claim of one article that two make',
      ({ alone }) =>
        alone[0]!.evidence.push({
          ...alone[0]!.evidence[0]!,
          article: '004',
          ...words('004', 'وقعت كوريا الشمالية وروسيا'),
        }),
      'alone[0].evidence: comes from 2 articles, but what one article alone says needs one',
    ],
    [
      'the absence of a claim that is made',
      ({ absences }) => (absences[0]!.article = '003'),
      'absences[0]: 003 makes gifts',
    ],
    [
      'an absence that is told twice',
      ({ absences }) => (absences[1]!.article = '000'),
      'absences[1]: repeats absences[0]',
    ],
    [
      'the absence of an unknown claim',
      ({ absences }) => (absences[0]!.claim = 'nothing'),
      'absences[0].claim: is no claim of this file: nothing',
    ],
    [
      'nearest words inside a word',
      ({ absences }) => (absences[0]!.nearest!.range[0]! += 1),
      'absences[0].nearest.range: starts inside a word or character',
    ],
    [
      'an event after itself',
      ({ events }) => (events[1]!.accounts[0]!.when['event'] = 'signing'),
      'events[1].accounts[0].when.event: is the event itself',
    ],
    [
      'an event after an unknown one',
      ({ events }) => (events[1]!.accounts[0]!.when['event'] = 'nothing'),
      'events[1].accounts[0].when.event: is no event of this file: nothing',
    ],
    [
      'a day that the calendar does not have',
      ({ events }) => (events[0]!.accounts[0]!.when['from'] = '2024-02-31T00:00'),
      'events[0].accounts[0].when.from: is no time of the calendar',
    ],
    [
      'a time that ends before it begins',
      ({ events }) => (events[0]!.accounts[0]!.when['to'] = '2024-06-18T00:00'),
      'events[0].accounts[0].when: ends before it begins',
    ],
  ];
  it.each(refused)('is refused for %s', (_fact, change, problem) => {
    expect(problemsWith(change)).toContain(problem);
  });
});
