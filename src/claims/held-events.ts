import type { Article } from '../corpus/collection.ts';
import { contains } from '../text/offsets.ts';
import type { Account, ClaimsFile, Evidence, Happening } from './claims.ts';
import type { HeldEvidence } from './outline.ts';
import type { Seek } from './sound-claims.ts';

/** Events with the accounts that hold, and how many do not. */
export interface HeldEvents {
  /** Without those of which no account is left. */
  readonly events: readonly Happening[];
  /** How many accounts are left out. */
  readonly lost: number;
}

type Texts = ReadonlyMap<string, string>;

function stands({ article, range, quote }: Account, texts: Texts): boolean {
  const text = texts.get(article);
  return text === undefined || text.slice(range.start, range.end) === quote;
}

/** The events with what is kept of each account, null for nothing. */
function keep(events: readonly Happening[], hold: (account: Account) => Account | null): HeldEvents {
  let lost = 0;
  const kept = events.map((event) => {
    const accounts = event.accounts.flatMap((account) => hold(account) ?? []);
    lost += event.accounts.length - accounts.length;
    return { ...event, accounts };
  });
  return { events: kept.filter(({ accounts }) => accounts.length > 0), lost };
}

/** The events with those accounts that stand where they say, or whose text is not here. Linear in what is quoted. */
export function keepStanding({ events }: Pick<ClaimsFile, 'events'>, texts: Texts): HeldEvents {
  return keep(events, (account) => (stands(account, texts) ? account : null));
}

/** An account in the form of a passage of a claim, as far as looking for it goes. */
function toEvidence({ article, range, quote, attribution }: Account, { parts }: Article): Evidence {
  const kind = parts.find((part) => contains(part.range, range))?.kind;
  const place =
    kind === 'caption' || kind === 'title' || kind === 'subtitle' || kind === 'subheading' ? kind : 'body';
  return { article, range, quote, attribution, place, stance: 'reports' };
}

/** An account where its words stand now; null where they, or whom they are from, are not what they were. */
function follow(
  account: Account,
  found: HeldEvidence | null | undefined,
  { parts }: Article,
): Account | null {
  if (found == null || found.former?.outcome === 'edited' || found.losesAttribution === true) return null;
  const part = parts.find((one) => contains(one.range, found.range));
  if (part === undefined || part.kind === 'furniture') return null;
  const { range, quote = '', attribution } = found;
  return { ...account, range, quote, attribution };
}

/**
 * The events in texts that have changed: accounts that do not stand where they should are looked for again, with
 * the claims' passages of their article to go by; one in other words than before is left out, for its time was
 * read off those. Rejects when it cannot be done. Cost: that of `seek` for each article that has changed.
 */
export async function findEvents(
  { events, claims }: Pick<ClaimsFile, 'events' | 'claims'>,
  articles: readonly Article[],
  texts: Texts,
  seek: Seek,
): Promise<HeldEvents> {
  const all = events.flatMap(({ accounts }) => accounts);
  const moved = new Map<Account, Account | null>();
  await Promise.all(
    articles.map(async (article) => {
      const text = texts.get(article.id);
      const own = all.filter((account) => account.article === article.id);
      if (text === undefined || own.every((account) => stands(account, texts))) return;
      const passages = claims.flatMap(({ evidence }) => evidence.filter((one) => one.article === article.id));
      const sought = [...own.map((account) => toEvidence(account, article)), ...passages];
      const found = await seek(sought, article, text);
      for (const [index, account] of own.entries())
        moved.set(account, follow(account, found[index], article));
    }),
  );
  return keep(events, (account) => {
    const now = moved.get(account);
    return now === undefined ? account : now;
  });
}
