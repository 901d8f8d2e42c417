import type { Claim, Evidence, Relation } from './claims.ts';
import { keyOfValue, relateShown } from './shown-relation.ts';

/** How the sources of a claim may differ, what weighs most first; those that agree do not differ. */
export const DIFFERENCES = [
  'contradiction',
  'other-value',
  'compatible-values',
  'different-framing',
  'other-words',
] as const satisfies readonly Relation[];

/** A passage with its place among the claim's passages in its article, from 0. */
export interface NumberedPassage {
  readonly evidence: Evidence;
  readonly index: number;
}

/** What some of the sources say, over against others. */
export interface Side {
  /** The value they give; null for passages that give none. */
  readonly value: NonNullable<Evidence['value']> | null;
  /** In the order of the sources given; one that says several things stands on several sides. */
  readonly sources: readonly { readonly article: string; readonly passages: readonly NumberedPassage[] }[];
}

/** The value that stands for a side: the one stated most exactly. */
function findValue(passages: readonly Evidence[]): Side['value'] {
  const values = passages.flatMap(({ value }) => value ?? []);
  return (
    values.find((value) => value.kind === 'quantity' && value.precision === 'exact') ?? values[0] ?? null
  );
}

function amountOf({ value }: Side): number {
  return value?.kind === 'quantity' ? value.amount : Number.POSITIVE_INFINITY;
}

/**
 * Who says what of a claim: its passages in the sources given, by the value they give. Amounts come from
 * the smallest up, terms as the sources give them, passages without a value last. Where none of them
 * gives a value each source is a side. Cost: the claim's passages times the sources.
 */
export function computeSides({ evidence }: Pick<Claim, 'evidence'>, articles: readonly string[]): Side[] {
  const numbered = articles.map((article) => ({
    article,
    passages: evidence
      .filter((passage) => passage.article === article)
      .map((passage, index): NumberedPassage => ({ evidence: passage, index })),
  }));
  const makers = numbered.filter(({ passages }) => passages.length > 0);
  const all = makers.flatMap(({ passages }) => passages);
  if (all.every((passage) => passage.evidence.value === undefined)) {
    return makers.map((source) => ({ value: null, sources: [source] }));
  }
  const keys = new Set(all.map((passage) => keyOfValue(passage.evidence)));
  const sides = Array.from(keys, (key): Side => {
    const sources = makers.flatMap(({ article, passages }) => {
      const same = passages.filter((passage) => keyOfValue(passage.evidence) === key);
      return same.length === 0 ? [] : [{ article, passages: same }];
    });
    const passages = sources.flatMap((source) => source.passages.map((one) => one.evidence));
    return { value: findValue(passages), sources };
  });
  return sides.toSorted((one, other) => {
    const [first, second] = [amountOf(one), amountOf(other)];
    if (first !== second) return first < second ? -1 : 1;
    return Number(one.value === null) - Number(other.value === null);
  });
}

/**
 * The claims on which at least two of the sources given differ, each with how these do; by that, then as they are
 * listed.
 */
export function findDifferences<Listed extends Pick<Claim, 'relation' | 'evidence'>>(
  claims: readonly Listed[],
  articles: readonly string[],
): Listed[] {
  const shown = new Set(articles);
  const isShared = ({ evidence }: Listed) =>
    new Set(evidence.flatMap(({ article }) => (shown.has(article) ? [article] : []))).size > 1;
  const related = claims.filter(isShared).map((claim) => {
    const { relation } = relateShown(claim, (article) => shown.has(article));
    return relation === claim.relation ? claim : { ...claim, relation };
  });
  return DIFFERENCES.flatMap((relation) => related.filter((claim) => claim.relation === relation));
}
