import type { Relation } from '../../claims/claims.ts';
import type { Article } from '../../corpus/collection.ts';
import type { Span } from '../../text/offsets.ts';
import type { ReaderStrings } from '../kit/use-strings.ts';

/**
 * A passage's words as they are quoted, on one line. Page furniture that lies wholly in it is left
 * out: it is no part of the article, and folded away the reader has not seen it. Furniture alone is
 * quoted as it is. Cost: the passage and the article's parts.
 */
export function readQuote({ parts }: Pick<Article, 'parts'>, text: string, { start, end }: Span): string {
  const pieces: string[] = [];
  let at: number = start;
  for (const { kind, range } of parts) {
    if (kind !== 'furniture' || range.start < start || range.end > end) continue;
    pieces.push(text.slice(at, range.start));
    at = range.end;
  }
  pieces.push(text.slice(at, end));
  const quote = pieces.join(' ').replace(/\s+/g, ' ').trim();
  return quote === '' ? text.slice(start, end).replace(/\s+/g, ' ').trim() : quote;
}

/** An article's date with what it rests on: an inferred date is never quoted as a stated one. */
export function writeDate(when: Article['date'], { t, date }: Pick<ReaderStrings, 't' | 'date'>): string {
  if (when.basis === 'unknown') return t('article.dateUnknown');
  return when.basis === 'stated' ? date(when.value) : `${date(when.value)} (${t('article.inferred')})`;
}

/**
 * What stands above the quotations of a claim: what it is called and, where at least two of the
 * sources quoted make it, how they relate.
 */
export function writeHead(
  claim: { readonly label: string; readonly relation: Relation },
  sources: number,
  { t }: Pick<ReaderStrings, 't'>,
): string {
  const { label, relation } = claim;
  return sources < 2 ? label : t('share.quotesHead', { label, relation: t(`relation.${relation}`) });
}
