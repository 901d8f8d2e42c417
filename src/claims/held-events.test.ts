import { describe, expect, it } from 'vitest';
import { SEEDS } from '../testing/seeds.ts';
import { toSpan } from '../text/offsets.ts';
import type { Account, Happening } from './claims.ts';
import { findAgain } from './find-again.ts';
import { findEvents, keepStanding } from './held-events.ts';
import type { Seek } from './sound-claims.ts';

const TEXT = 'وصل الرئيس في وقت مبكر من صباح اليوم. ثم بدأت المحادثات بعد الظهر مباشرة.';
const seek: Seek = async (evidence, article, text) => findAgain(evidence, article, text);
const label = { ar: 'حدث', en: 'event' };

function makeArticle(text: string) {
  const parts = [{ kind: 'paragraph' as const, range: toSpan(0, text.length) }];
  const [article] = SEEDS.articles;
  return { ...article!, id: 'a', parts, length: text.length };
}

function makeEvent(quote: string): Happening {
  const start = TEXT.indexOf(quote);
  const account: Account = {
    article: 'a',
    range: toSpan(start, start + quote.length),
    quote,
    when: { kind: 'time', from: '2024-06-19T00:00', to: '2024-06-19T08:00', text: label },
    attribution: null,
  };
  return { id: 'one', label, accounts: [account] };
}

async function findIn(text: string, event: Happening) {
  const texts = new Map([['a', text]]);
  const found = await findEvents({ events: [event], claims: [] }, [makeArticle(text)], texts, seek);
  const [account] = found.events[0]?.accounts ?? [];
  return {
    standing: keepStanding({ events: [event] }, texts).lost === 0,
    words: account === undefined ? null : text.slice(account.range.start, account.range.end),
    lost: found.lost,
  };
}

describe('accounts of events', () => {
  const event = makeEvent('وصل الرئيس في وقت مبكر من صباح اليوم');
  const { quote } = event.accounts[0]!;

  it.each([
    ['stand where they did', TEXT, { standing: true, words: quote, lost: 0 }],
    ['have moved', `كلمات جديدة في أول النص. ${TEXT}`, { standing: false, words: quote, lost: 0 }],
    [
      'are spelled otherwise',
      TEXT.replace('مبكر', 'مبكّر'),
      { standing: false, words: quote.replace('مبكر', 'مبكّر'), lost: 0 },
    ],
    [
      'say something else now: their time was read off other words',
      TEXT.replace('مبكر', 'متأخر'),
      { standing: false, words: null, lost: 1 },
    ],
    ['are gone', 'نص آخر لا شيء فيه مما سبق.', { standing: false, words: null, lost: 1 }],
  ])('that %s', async (_what, text, expected) => {
    expect(await findIn(text, event)).toEqual(expected);
  });

  it('stay while their text is not here', async () => {
    const found = await findEvents({ events: [event], claims: [] }, [makeArticle(TEXT)], new Map(), seek);
    expect(found).toEqual({ events: [event], lost: 0 });
    expect(keepStanding({ events: [event] }, new Map())).toEqual({ events: [event], lost: 0 });
  });
});
