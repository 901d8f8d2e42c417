import type { ReaderStrings } from './use-strings.ts';

/** What a passage states, as far as it is written: a number in its unit, or a term. */
type StatedValue =
  | { readonly kind: 'term'; readonly text: Parameters<ReaderStrings['pick']>[0] }
  | {
      readonly kind: 'quantity';
      readonly amount: number;
      readonly unit: 'year' | 'hour' | 'item';
      readonly precision: 'exact' | 'about' | 'almost' | 'more-than';
    };

/** A value as the reader reads it: `≈ ٢٥ سنة`, `ساعتان`, or the term used. */
export function writeValue(value: StatedValue, { t, n, pick }: ReaderStrings): string {
  if (value.kind === 'term') return pick(value.text);
  const amount = t(`unit.${value.unit}`, { count: value.amount, n: n(value.amount) });
  return t(`precision.${value.precision}`, { amount });
}

/**
 * Whom a passage is had from, from the nearest on: `النسبة: تاس، والأصل: أوشاكوف`; no word of it asks a name
 * for another case.
 * @param names at least one
 */
export function writeAttribution(names: readonly string[], { t }: Pick<ReaderStrings, 't'>): string {
  return t('comparison.attribution', {
    chain: names.reduceRight((origin, name) => t('comparison.chain', { name, origin })),
  });
}
