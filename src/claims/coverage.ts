import type { Article } from '../corpus/collection.ts';
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

/** How many of the claims an article makes. */
export function countClaims(claims: readonly ClaimOutline[], article: string): number {
  return claims.filter(({ evidence }) => evidence.some((passage) => passage.article === article)).length;
}

/** How many of the claims at least two of the given articles make. */
export function countShared(claims: readonly ClaimOutline[], articles: readonly string[]): number {
  return claims.filter((claim) => findWitnesses(claim, articles).length > 1).length;
}

/** Every passage of every claim in one article, ready to be marked. Cost: all evidence once. */
export function computeMarks(claims: readonly ClaimOutline[], article: Article): MarkedPassage[] {
  return claims.flatMap((claim) =>
    findEvidence(claim, article.id).map((evidence, index) => ({
      claim: claim.id,
      index,
      span: evidence.range,
    })),
  );
}
