import type { Evidence } from '../../claims/claims.ts';
import { fold } from '../../text/fold.ts';
import type { ReaderStrings } from '../kit/use-strings.ts';

/** A value as the reader reads it: `≈ ٢٥ سنة`, `ساعتان`, or the term used. */
export function writeValue(value: NonNullable<Evidence['value']>, { t, n, pick }: ReaderStrings): string {
  if (value.kind === 'term') return pick(value.text);
  const amount = t(`unit.${value.unit}`, { count: value.amount, n: n(value.amount) });
  return t(`precision.${value.precision}`, { amount });
}

/** Whom a passage is had from, from the nearest on: `النسبة: تاس، والأصل: أوشاكوف`; no word of it asks a name for another case. */
export function writeAttribution(names: readonly string[], { t }: Pick<ReaderStrings, 't'>): string {
  return t('comparison.attribution', {
    chain: names.reduceRight((origin, name) => t('comparison.chain', { name, origin })),
  });
}

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
