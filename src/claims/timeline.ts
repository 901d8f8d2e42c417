import { toUtc } from '../text/dates.ts';
import type { Account, Happening, When } from './claims.ts';

/** A window of time in minutes of local time since the beginning of 1970; the end is outside. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Two accounts, of different articles, that do not go together. */
export interface Conflict {
  /** Two windows that share no minute, or two orders to the same event. */
  readonly kind: 'window' | 'order';
  /** Both cannot be right; otherwise they merely do not say the same: during it, and before or after it. */
  readonly isCertain: boolean;
  readonly one: Account;
  readonly other: Account;
}

/** Something that happened, with what is known of when. */
export interface TimelineEvent {
  readonly event: Happening;
  /** What the sources given say, in the order of the file; never empty. */
  readonly accounts: readonly Account[];
  /** The narrowest window that an account gives; null where all give an order alone. */
  readonly window: Window | null;
  readonly conflicts: readonly Conflict[];
}

/** Events that fit on one axis of time, in their order. */
export interface Era {
  /** Whether it is told in hours: days that follow one another; otherwise in years. */
  readonly isHours: boolean;
  /** What the axis reaches over: whole days, or whole years. */
  readonly axis: Window;
  readonly events: readonly TimelineEvent[];
}

const DAY = 24 * 60;
/** A window no longer than this is told in hours. */
const SHORT = 2 * DAY;
/** Days further apart than this stand on axes of their own. */
const APART = 3 * DAY;

/** Minutes of local time since the beginning of 1970 for a time of the file. */
export function toMinutes(text: string): number {
  return Date.parse(`${text}Z`) / 60_000;
}

/** The window that a time gives; null where it is an order. */
export function windowOf(when: When): Window | null {
  return when.kind === 'time' ? { from: toMinutes(when.from), to: toMinutes(when.to) } : null;
}

const lengthOf = ({ from, to }: Window) => to - from;
const middleOf = ({ from, to }: Window) => (from + to) / 2;

function findWindow(accounts: readonly Account[]): Window | null {
  const windows = accounts.flatMap(({ when }) => windowOf(when) ?? []);
  return windows.toSorted((one, other) => lengthOf(one) - lengthOf(other))[0] ?? null;
}

/** That one event came before another, as one account has it. */
interface Before {
  readonly earlier: string;
  readonly later: string;
  readonly account: Account;
}

function readOrder(event: string, account: Account): Before[] {
  const { when } = account;
  if (when.kind === 'time' || when.order === 'during') return [];
  return when.order === 'after'
    ? [{ earlier: when.event, later: event, account }]
    : [{ earlier: event, later: when.event, account }];
}

/** Pairs of accounts of one event, or of an event and the one it is ordered to, that do not go together. */
function findConflicts(event: string, accounts: readonly Account[], orders: readonly Before[]): Conflict[] {
  const found: Conflict[] = [];
  for (const [place, one] of accounts.entries()) {
    for (const other of accounts.slice(place + 1)) {
      if (one.article === other.article) continue;
      const [first, second] = [windowOf(one.when), windowOf(other.when)];
      if (first !== null && second !== null) {
        if (first.to <= second.from || second.to <= first.from)
          found.push({ kind: 'window', isCertain: true, one, other });
      } else if (one.when.kind === 'order' && other.when.kind === 'order') {
        if (one.when.event !== other.when.event || one.when.order === other.when.order) continue;
        const isCertain = one.when.order !== 'during' && other.when.order !== 'during';
        found.push({ kind: 'order', isCertain, one, other });
      }
    }
  }
  // The same order may be told of the other event: that it came before this one, where this came before it.
  const own = orders.filter(({ account }) => accounts.includes(account));
  for (const { earlier, later, account } of own) {
    const elsewhere = orders.find(
      (order) =>
        order.earlier === later &&
        order.later === earlier &&
        order.account.article !== account.article &&
        !accounts.includes(order.account) &&
        (earlier === event || later === event),
    );
    if (elsewhere !== undefined)
      found.push({ kind: 'order', isCertain: true, one: account, other: elsewhere.account });
  }
  return found;
}

/** The time by which an event is sorted: its own, or that of the event it is told by. `seen` is written to: each is asked once. */
function findTime(id: string, events: ReadonlyMap<string, TimelineEvent>, seen: Set<string>): number | null {
  const known = events.get(id);
  if (known === undefined || seen.has(id)) return null;
  seen.add(id);
  if (known.window !== null) return middleOf(known.window);
  for (const { when } of known.accounts) {
    const time = when.kind === 'order' ? findTime(when.event, events, seen) : null;
    if (time !== null) return time;
  }
  return null;
}

/** Sorts by time, then so that every order holds that no source contradicts, then as listed. */
function sortEvents(events: readonly TimelineEvent[], orders: readonly Before[]): TimelineEvent[] {
  const known = new Map(events.map((one) => [one.event.id, one]));
  const pairs = new Set(orders.map(({ earlier, later }) => `${earlier} ${later}`));
  const agreed = orders.filter(({ earlier, later }) => !pairs.has(`${later} ${earlier}`));
  const waiting = events
    .map((one) => ({ one, time: findTime(one.event.id, known, new Set()) ?? Number.POSITIVE_INFINITY }))
    .toSorted((a, b) => (a.time === b.time ? 0 : a.time < b.time ? -1 : 1));
  const sorted: TimelineEvent[] = [];
  while (waiting.length > 0) {
    const open = new Set(waiting.map(({ one }) => one.event.id));
    const isFree = (id: string) => !agreed.some(({ earlier, later }) => later === id && open.has(earlier));
    // Orders that go round in a circle cannot all hold: what comes first then goes by its time alone.
    const place = Math.max(
      0,
      waiting.findIndex(({ one }) => isFree(one.event.id)),
    );
    sorted.push(...waiting.splice(place, 1).map(({ one }) => one));
  }
  return sorted;
}

/**
 * What happened when according to the articles given: events in the order of time, each with its accounts
 * and those of them that do not go together. Cost: the square of the events times the orders that accounts tell,
 * and the square of the accounts of one.
 */
export function computeTimeline(
  happenings: readonly Happening[],
  articles: readonly string[],
): TimelineEvent[] {
  const shown = new Set(articles);
  const heard = happenings
    .map((event) => ({ event, accounts: event.accounts.filter(({ article }) => shown.has(article)) }))
    .filter(({ accounts }) => accounts.length > 0);
  const orders = heard.flatMap(({ event, accounts }) =>
    accounts.flatMap((account) => readOrder(event.id, account)),
  );
  const events = heard.map(({ event, accounts }) => ({
    event,
    accounts,
    window: findWindow(accounts),
    conflicts: findConflicts(event.id, accounts, orders),
  }));
  return sortEvents(events, orders);
}

/** Whole days around some windows, or whole years. */
function findAxis(windows: readonly Window[], isHours: boolean): Window {
  const from = Math.min(...windows.map((window) => window.from));
  const to = Math.max(...windows.map((window) => window.to));
  if (isHours) return { from: Math.floor(from / DAY) * DAY, to: Math.ceil(to / DAY) * DAY };
  const yearOf = (minutes: number) => new Date(minutes * 60_000).getUTCFullYear();
  const startOf = (year: number) => toUtc(year, 0, 1) / 60_000;
  return { from: startOf(yearOf(from)), to: startOf(yearOf(to - 1) + 1) };
}

/**
 * Cuts a timeline where one axis ends and another begins: where hours follow years, or days come long after
 * the days before. An event without a window stays with the one before it. Linear.
 */
export function findEras(timeline: readonly TimelineEvent[]): Era[] {
  const eras: { isHours: boolean; windows: Window[]; events: TimelineEvent[] }[] = [];
  for (const one of timeline) {
    const last = eras.at(-1);
    const { window } = one;
    if (window === null) {
      if (last === undefined) eras.push({ isHours: true, windows: [], events: [one] });
      else last.events.push(one);
      continue;
    }
    const isHours = lengthOf(window) <= SHORT;
    const end = Math.max(...(last?.windows ?? []).map(({ to }) => to));
    const joins = last !== undefined && last.isHours === isHours && (!isHours || window.from - end <= APART);
    if (joins || last?.windows.length === 0) {
      last.isHours = isHours;
      last.windows.push(window);
      last.events.push(one);
    } else eras.push({ isHours, windows: [window], events: [one] });
  }
  return eras.map(({ isHours, windows, events }) => ({
    isHours,
    axis: windows.length === 0 ? { from: 0, to: DAY } : findAxis(windows, isHours),
    events,
  }));
}
