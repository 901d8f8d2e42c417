import type { Account, When } from '../claims/claims.ts';
import { findEras, windowOf, type Era, type TimelineEvent, type Window } from '../claims/timeline.ts';
import type { Article } from '../corpus/collection.ts';
import { directionOf } from '../corpus/direction.ts';
import { toUtc } from '../text/dates.ts';
import type { Span } from '../text/offsets.ts';
import type { Bar, EraModel } from '../ui/differences/Timeline.tsx';
import type { ReaderStrings } from '../ui/kit/use-strings.ts';
import { writeAttribution } from '../ui/kit/write-evidence.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** As many marks as an axis of years carries without crowding. */
const MOST_TICKS = 9;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

const isoOf = (minutes: number) => new Date(minutes * 60_000).toISOString();
const dayOf = (minutes: number) => isoOf(minutes).slice(0, 10);
const yearOf = (minutes: number) => new Date(minutes * 60_000).getUTCFullYear();
const startOfYear = (year: number) => toUtc(year, 0, 1) / 60_000;

/** Writes a year without the separators of thousands. */
function writeYear(year: number, { label }: ReaderStrings): string {
  return label({ ar: String(year), en: String(year) });
}

/** Writes a window: hours of a day, a day, a month, a year, or what begins and ends it. */
function writeWindow({ from, to }: Window, strings: ReaderStrings): string {
  const { t, date, label } = strings;
  const last = to - 1;
  const isWhole = from % DAY === 0 && to % DAY === 0;
  if (isWhole && isoOf(from).endsWith('-01-01T00:00:00.000Z') && startOfYear(yearOf(last) + 1) === to) {
    const [first, end] = [writeYear(yearOf(from), strings), writeYear(yearOf(last), strings)];
    return first === end ? first : t('timeline.years', { from: first, to: end });
  }
  if (isWhole && dayOf(from) === dayOf(last)) return t('timeline.allDay', { day: date(dayOf(from)) });
  const isMonth = dayOf(from).endsWith('-01') && dayOf(to).endsWith('-01') && to - from <= 31 * DAY;
  if (isWhole && isMonth) return date(dayOf(from).slice(0, 7));
  if (isWhole) return t('timeline.within', { from: date(dayOf(from)), to: date(dayOf(last)) });
  const write = (text: string) => label({ ar: text, en: text });
  const timeOf = (minutes: number) => write(isoOf(minutes).slice(11, 16));
  if (dayOf(from) === dayOf(last)) {
    const end = to % DAY === 0 ? write('24:00') : timeOf(to);
    return t('timeline.hours', { day: date(dayOf(from)), from: timeOf(from), to: end });
  }
  const minute = (minutes: number) =>
    t('timeline.minute', { day: date(dayOf(minutes)), time: timeOf(minutes) });
  return t('timeline.within', { from: minute(from), to: minute(to) });
}

/** What an era's axis reaches over and how it is divided: days by six hours, or years by a round number. */
function findScale({ isHours, axis }: Era): { axis: Window; steps: number; every: number } {
  if (isHours) {
    const days = (axis.to - axis.from) / DAY;
    return { axis, steps: days * 4, every: 6 * HOUR };
  }
  const [first, last] = [yearOf(axis.from), yearOf(axis.to)];
  const step = STEPS.find((one) => (last - first) / one < MOST_TICKS) ?? 1_000;
  const from = Math.floor(first / step) * step;
  const to = Math.ceil(last / step) * step;
  return { axis: { from: startOfYear(from), to: startOfYear(to) }, steps: (to - from) / step, every: step };
}

function findBar(window: Window | null, axis: Window): Bar | null {
  if (window === null) return null;
  const place = (at: number) => Math.min(1, Math.max(0, (at - axis.from) / (axis.to - axis.from)));
  const isOpen = window.from < axis.from || window.to > axis.to;
  return { start: place(window.from), end: place(window.to), isOpen };
}

function findTicks(era: Era, scale: ReturnType<typeof findScale>, strings: ReaderStrings): EraModel['ticks'] {
  return Array.from({ length: scale.steps }, (_, step) => {
    const at = step / scale.steps;
    if (!era.isHours) {
      return { at, label: writeYear(yearOf(scale.axis.from) + step * scale.every, strings), isMain: true };
    }
    const minutes = scale.axis.from + step * scale.every;
    const isMain = minutes % DAY === 0;
    return { at, label: isMain ? strings.date(dayOf(minutes)) : '', isMain };
  });
}

/** What a timeline needs besides itself. */
interface Around {
  readonly articles: readonly Article[];
  readonly labels: ReadonlyMap<string, string>;
  readonly strings: ReaderStrings;
  readonly onOpen: (article: string, span: Span) => void;
}

function writeMeaning(when: When, { labels, strings }: Around): string {
  const window = windowOf(when);
  if (window !== null) return writeWindow(window, strings);
  if (when.kind === 'time') return '';
  return strings.t(`timeline.${when.order}`, { event: labels.get(when.event) ?? '' });
}

/** Words a timeline for the page, era by era. */
export function makeTimeline(timeline: readonly TimelineEvent[], around: Around): EraModel[] {
  const { articles, strings, onOpen } = around;
  const { t, pick, label, date } = strings;
  const articleOf = (id: string) => articles.find((one) => one.id === id);
  const nameOf = (id: string) => pick(articleOf(id)?.label ?? { ar: id, en: id });
  const says = ({ article, when }: Account) =>
    t('timeline.says', { name: nameOf(article), words: pick(when.text) });
  const eras = findEras(timeline);
  return eras.map((era, place) => {
    const scale = findScale(era);
    const before = eras[place - 1];
    const first = era.isHours ? date(dayOf(era.axis.from)) : writeYear(yearOf(era.axis.from), strings);
    const last = era.isHours ? date(dayOf(era.axis.to - 1)) : writeYear(yearOf(era.axis.to - 1), strings);
    const isTurn = before !== undefined && !before.isHours && era.isHours;
    return {
      key: first,
      title: t(era.isHours ? 'timeline.days' : 'timeline.years', { from: first, to: last }),
      break: before === undefined ? null : t(isTurn ? 'timeline.break' : 'timeline.breakDays'),
      steps: scale.steps,
      ticks: findTicks(era, scale, strings),
      events: era.events.map(({ event, accounts, conflicts }) => ({
        id: event.id,
        label: label(event.label),
        conflicts: conflicts.map(({ isCertain, one, other }) => ({
          isCertain,
          text: t(isCertain ? 'timeline.conflict' : 'timeline.tension', {
            one: says(one),
            other: says(other),
          }),
        })),
        accounts: accounts.map((account) => {
          const { article, range, quote, when, attribution } = account;
          const language = articleOf(article)?.language ?? 'und';
          const names = attribution?.chain.map(({ name }) => pick(name));
          return {
            key: `${article} ${range.start} ${range.end}`,
            name: nameOf(article),
            attribution: names === undefined ? null : writeAttribution(names, { t }),
            quote,
            language,
            dir: directionOf(language),
            when: pick(when.text),
            meaning: writeMeaning(when, around),
            bar: findBar(windowOf(when), scale.axis),
            isConvention: when.kind === 'time' && when.convention === true,
            isContested: conflicts.some(
              ({ isCertain, one, other }) => isCertain && (one === account || other === account),
            ),
            onOpen: () => onOpen(article, range),
          };
        }),
      })),
    };
  });
}
