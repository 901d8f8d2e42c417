import type { Evidence } from '../../claims/claims.ts';
import { fold } from '../../text/fold.ts';
import type { ReaderStrings } from '../kit/use-strings.ts';

/** The kind of part a passage stands in; null for the body, which goes without saying. */
export function writePlace({ place }: Evidence, { t }: Pick<ReaderStrings, 't'>): string | null {
  return place === 'body' ? null : t(`comparison.${place}`);
}

/** What a text says between the quotation marks that may stand around it. */
function bare(text: string): string {
  return fold(text).text.replaceAll('"', '').trim();
}

/**
 * Whom an article names, in its own words, without quotation marks around them; null where these are the
 * name itself, or the text is not here.
 */
export function findNaming(
  text: string | null,
  { name, range }: NonNullable<Evidence['attribution']>['chain'][number],
): string | null {
  const words = text?.slice(range.start, range.end).replace(/\s+/g, ' ') ?? '';
  const isName = Object.values(name).some((one) => bare(one) === bare(words));
  return words === '' || isName ? null : words.replace(/^«([^«»]*)»$/u, '$1');
}
