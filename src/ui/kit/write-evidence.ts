import type { Evidence } from '../../claims/claims.ts';
import type { ReaderStrings } from './use-strings.ts';

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
