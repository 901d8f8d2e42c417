import type { Claim, Evidence, Relation } from './claims.ts';

/** What makes two values one: the same amount, however exactly it is stated, or the same term. Empty where there is none. */
export function keyOfValue({ value }: Pick<Evidence, 'value'>): string {
  if (value === undefined) return '';
  return value.kind === 'term' ? `term ${value.text.en}` : `quantity ${value.amount} ${value.unit}`;
}

/** How the sources that are on relate. */
export interface ShownRelation {
  readonly relation: Relation;
  /** Whether all that make the claim are on: else what the editor wrote of it speaks of some that are not. */
  readonly isOfAll: boolean;
}

function isOfValues(relation: Relation): boolean {
  return relation === 'contradiction' || relation === 'other-value' || relation === 'compatible-values';
}

/**
 * How those sources relate on a claim that are on. Authored is how all that make it do: where some of them are
 * off and the others all give one value, these agree, and where only one value is left they tell it in
 * other words at most. Linear in the claim's passages.
 * @param isOn Whether an article, by its id, is on.
 */
export function relateShown(
  { relation, evidence }: Pick<Claim, 'relation' | 'evidence'>,
  isOn: (article: string) => boolean,
): ShownRelation {
  const keys = new Set<string>();
  let isOfAll = true;
  for (const passage of evidence) {
    if (isOn(passage.article)) keys.add(keyOfValue(passage));
    else isOfAll = false;
  }
  const values = keys.size - (keys.has('') ? 1 : 0);
  if (isOfAll || values > 1) return { relation, isOfAll };
  if (values === 1 && keys.size === 1) return { relation: 'same', isOfAll };
  // One that gives no value is at odds with nobody's.
  return { relation: values === 1 && isOfValues(relation) ? 'other-words' : relation, isOfAll };
}
