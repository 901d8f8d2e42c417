import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSpan } from '../text/offsets.ts';
import { SEED_CLAIMS, SEEDS } from '../testing/seeds.ts';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import type { Account, Happening } from './claims.ts';
import { computeTimeline, findEras, toMinutes } from './timeline.ts';

const bilingual = (text: string) => ({ ar: text, en: text });

/** An account: `a 19T06-19T08` gives hours of June 2024, `a after talks` an order. */
function account(line: string): Account {
  const [article = '', first = '', event = ''] = line.split(' ');
  const [from = '', to = ''] = first.split('-').map((text) => `2024-06-${text}:00`);
  const when =
    event === ''
      ? ({ kind: 'time', from, to, text: bilingual(first) } as const)
      : ({ kind: 'order', order: first as 'after', event, text: bilingual(first) } as const);
  return { article, range: toSpan(0, 1), quote: line, when, attribution: null };
}

/** Events as `id: account; account`. */
function events(...lines: readonly string[]): Happening[] {
  return lines.map((line) => {
    const [id = '', accounts = ''] = line.split(': ');
    return { id, label: bilingual(id), accounts: accounts.split('; ').map(account) };
  });
}

const order = (all: readonly Happening[], articles = ['a', 'b', 'c']) =>
  computeTimeline(all, articles).map(({ event }) => event.id);

const conflicts = (all: readonly Happening[], articles = ['a', 'b', 'c']) =>
  computeTimeline(all, articles).flatMap(({ event, conflicts: found }) =>
    found.map(
      ({ kind, isCertain, one, other }) =>
        `${event.id}: ${kind}${isCertain ? '' : '?'} ${one.quote} / ${other.quote}`,
    ),
  );

describe('the order of events', () => {
  it.each([
    ['by their windows', ['two: a 19T10-19T12', 'one: a 18T10-18T12'], 'one two'],
    ['by the narrowest of them', ['two: a 19T00-20T00; b 19T20-19T22', 'one: a 19T10-19T12'], 'one two'],
    ['after another', ['two: a after one', 'one: a 19T10-19T12'], 'one two'],
    ['before another', ['two: a 19T10-19T12', 'one: a before two'], 'one two'],
    [
      'as told where windows allow both',
      ['two: a 19T00-20T00; a after one', 'one: a 19T00-20T00'],
      'one two',
    ],
    [
      'as listed where told both ways',
      ['x: a 19T00-20T00; a before y; b after y', 'y: a 19T00-20T00'],
      'x y',
    ],
    ['somehow where told in a circle', ['x: a after y', 'y: b after z', 'z: c after x'], 'x z y'],
    ['without those that no open source tells', ['x: z 19T00-20T00', 'y: a 19T00-20T00'], 'y'],
  ])('%s', (_, lines, expected) => {
    expect(order(events(...lines)).join(' ')).toBe(expected);
  });
});

describe('accounts that do not go together', () => {
  it.each([
    ['overlapping windows', ['x: a 19T00-19T08; b 19T07-19T09'], []],
    ['windows that touch', ['x: a 18T18-19T00; b 19T00-19T08'], ['x: window a 18T18-19T00 / b 19T00-19T08']],
    ['of one article', ['x: a 18T18-19T00; a 19T00-19T08'], []],
    [
      'before and after',
      ['x: a before y; b after y', 'y: a 19T00-20T00'],
      ['x: order a before y / b after y'],
    ],
    [
      'during and after',
      ['x: a during y; b after y', 'y: a 19T00-20T00'],
      ['x: order? a during y / b after y'],
    ],
    ['of different events', ['x: a before y; b after z', 'y: a 19T00-20T00', 'z: a 19T00-20T00'], []],
    [
      'told of both events',
      ['x: a before y', 'y: b before x'],
      ['x: order a before y / b before x', 'y: order b before x / a before y'],
    ],
    ['of a source that is off', ['x: a 18T18-19T00; z 19T00-19T08'], []],
  ])('%s', (_, lines, expected) => {
    expect(conflicts(events(...lines)).toSorted()).toEqual(expected);
  });
});

describe('any timeline', () => {
  const time = fc
    .tuple(fc.integer({ min: 10, max: 20 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 11 }))
    .map(([day, from, hours]) => {
      const pad = (hour: number) => String(hour).padStart(2, '0');
      return `${day}T${pad(from)}-${day}T${pad(from + hours)}`;
    });
  const relative = fc
    .tuple(fc.constantFrom('before', 'after', 'during'), fc.constantFrom('e0', 'e1', 'e2', 'e3', 'e4'))
    .map((words) => words.join(' '));
  const line = fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.oneof(time, relative))
    .map((words) => words.join(' '));
  const all = fc
    .array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    .map((list) => events(...list.map((accounts, place) => `e${place}: ${accounts.join('; ')}`)));

  it('has every event once, and every era holds the windows of its events', () => {
    fc.assert(
      fc.property(all, (happenings) => {
        const timeline = computeTimeline(happenings, ['a', 'b', 'c']);
        expect(timeline.map(({ event }) => event.id).toSorted()).toEqual(happenings.map(({ id }) => id));
        const eras = findEras(timeline);
        expect(eras.flatMap((era) => era.events)).toEqual(timeline);
        for (const { axis, events: within } of eras) {
          for (const { window } of within) {
            if (window === null) continue;
            expect(window.from).toBeGreaterThanOrEqual(axis.from);
            expect(window.to).toBeLessThanOrEqual(axis.to);
          }
        }
      }),
      { seed: RANDOM_SEED, numRuns: 300 },
    );
  });
});

describe('the timeline of the five articles', () => {
  const articles = SEEDS.articles.map(({ id }) => id);
  const timeline = computeTimeline(SEED_CLAIMS.events, articles);
  const found = timeline.flatMap(({ event, conflicts: all }) =>
    all.map(({ kind, isCertain, one, other }) =>
      [event.id, isCertain ? kind : `${kind}?`, one.article, other.article].join(' '),
    ),
  );

  it('knows that the arrival and the order of signing and talks are told in two ways', () => {
    expect(found.filter((text) => !text.includes('?'))).toEqual([
      'arrival window 000 001',
      'signing order 000 001',
    ]);
  });

  it('quotes both accounts of each', () => {
    const quotes = timeline.flatMap(({ conflicts: all }) =>
      all.filter(({ isCertain }) => isCertain).map(({ one, other }) => [one.quote, other.quote]),
    );
    expect(quotes).toEqual([
      ['ووصل بوتين إلى بيونغ يانغ في وقت مبكر من صباح اليوم', 'وصل في وقت متأخر من يوم الثلاثاء'],
      ['«اتفاق شراكة استراتيجية» بعد محادثاتهما', 'تم التوقيع عليه قبل مفاوضات الأربعاء'],
    ]);
  });

  it('goes from the long history to the days of the visit', () => {
    const eras = findEras(timeline);
    expect(eras.map(({ isHours }) => isHours)).toEqual([false, true]);
    expect(eras.map(({ events: within }) => within.length).reduce((sum, count) => sum + count)).toBe(
      SEED_CLAIMS.events.length,
    );
    const ids = timeline.map(({ event }) => event.id);
    const inOrder = [
      'soviet-aid-to-vietnam',
      'earlier-visit',
      'september-meeting',
      'arrival',
      'welcome-ceremony',
      'talks',
    ];
    expect(ids.filter((id) => inOrder.includes(id))).toEqual(inOrder);
    expect(ids.indexOf('departure')).toBeGreaterThan(ids.indexOf('end-of-meeting'));
  });
});

it('reckons with the first hundred years for what they are', () => {
  const when = {
    kind: 'time',
    from: '0050-01-01T00:00',
    to: '0060-01-01T00:00',
    text: bilingual('50s'),
  } as const;
  const one = { article: 'a', range: toSpan(0, 1), quote: 'x', when, attribution: null };
  const timeline = computeTimeline([{ id: 'one', label: bilingual('one'), accounts: [one] }], ['a']);
  const [era] = findEras(timeline);
  expect(era?.axis).toEqual({ from: toMinutes(when.from), to: toMinutes(when.to) });
});
