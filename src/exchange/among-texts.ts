import type { PassageOutcome } from '../anchoring/outcome.ts';
import { isAround } from '../anchoring/quotation.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import type { TextQuoteSelector, TextSelector } from './selectors.ts';

/** One of several texts, and what became of a passage in it. */
export interface TextAnswer<Article> {
  readonly article: Article;
  readonly text: string;
  readonly resolution: PassageOutcome;
}

/** A place of one of several texts. */
export interface TextPlace<Article> extends TextAnswer<Article> {
  readonly span: Span;
}

/**
 * How near a place is to what a quotation says, the nearest 0: letter for letter and with all that stood
 * around it; so, with some of that; spelled otherwise or moved; edited.
 */
function rank<Article>({ text, span, resolution }: TextPlace<Article>, quote: TextQuoteSelector): number {
  if (resolution.outcome === 'edited') return 3;
  const { exact, prefix = '', suffix = '' } = quote;
  const at = text.slice(span.start, span.end).indexOf(exact);
  const start = span.start + at;
  if (at >= 0 && isAround(text, toSpan(start, start + exact.length), { prefix, suffix })) return 0;
  return resolution.outcome === 'exact' ? 1 : 2;
}

/** The first place of each article, then the second of each, and so on. */
function takeInTurns<Article>(places: readonly TextPlace<Article>[]): TextPlace<Article>[] {
  const taken = new Map<Article, number>();
  const turns = places.map(({ article }) => {
    const turn = taken.get(article) ?? 0;
    taken.set(article, turn + 1);
    return turn;
  });
  return Array.from(places.keys())
    .toSorted((one, other) => (turns[one] ?? 0) - (turns[other] ?? 0))
    .flatMap((at) => places[at] ?? []);
}

/**
 * The places where a passage may stand that is sought in several texts: those that fit what is said of it
 * best, all equally well; the first of each text, then the second of each. One alone is the passage, unless
 * its outcome is `ambiguous`; none when it stands nowhere. Linear in the places.
 */
export function findBestPlaces<Article>(
  answers: readonly TextAnswer<Article>[],
  selectors: readonly TextSelector[],
): TextPlace<Article>[] {
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  const all = answers.flatMap((answer): TextPlace<Article>[] => {
    const { resolution } = answer;
    const candidates = resolution.outcome === 'ambiguous' ? resolution.candidates : [];
    return ('span' in resolution ? [resolution.span] : candidates).map((span) => ({ ...answer, span }));
  });
  if (quote === undefined) return takeInTurns(all);
  const ranks = all.map((place) => rank(place, quote));
  const best = Math.min(...ranks);
  return takeInTurns(all.filter((_, at) => ranks[at] === best));
}
