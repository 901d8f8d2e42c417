import type { ClaimOutline } from './outline.ts';
import type { MarkedPassage } from './segments.ts';

/** The claim's passages in one article, in text order; empty when the article does not make it. */
export function findEvidence<Passage extends { readonly article: string }>(
  claim: { readonly evidence: readonly Passage[] },
  article: string,
): Passage[] {
  return claim.evidence.filter((evidence) => evidence.article === article);
}

/** Ids of the articles, in the given order, that make a claim. */
export function findWitnesses(claim: ClaimOutline, articles: readonly string[]): string[] {
  const makers = new Set(claim.evidence.map(({ article }) => article));
  return articles.filter((article) => makers.has(article));
}

/** How many of the claims each article makes, by article; those that make none are not named. Cost: all evidence once. */
export function countClaims(claims: readonly ClaimOutline[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { evidence } of claims) {
    for (const id of new Set(evidence.map(({ article }) => article)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** How many of the claims at least two of the given articles make. */
export function countShared(claims: readonly ClaimOutline[], articles: readonly string[]): number {
  return claims.filter((claim) => findWitnesses(claim, articles).length > 1).length;
}

/**
 * Every passage of every claim, by article, ready to be marked; articles that make none are not named.
 * Cost: all evidence once.
 */
export function computeMarks(claims: readonly ClaimOutline[]): ReadonlyMap<string, readonly MarkedPassage[]> {
  const marks = new Map<string, MarkedPassage[]>();
  for (const { id: claim, evidence } of claims) {
    const counts = new Map<string, number>();
    for (const { article, range: span } of evidence) {
      const index = counts.get(article) ?? 0;
      counts.set(article, index + 1);
      const passage = { claim, index, span };
      const own = marks.get(article);
      if (own === undefined) marks.set(article, [passage]);
      else own.push(passage);
    }
  }
  return marks;
}
