import type { Article, Bilingual } from '../corpus/collection.ts';
import { overlaps, type Span } from '../text/offsets.ts';
import type { ClaimsFile, Relation } from './claims.ts';

/** Where one article makes a claim. */
export interface ClaimPassage {
  readonly article: string;
  readonly range: Span;
}

/** What reading needs of a claim: its name, its place among the others, and where it is made. */
export interface ClaimOutline {
  readonly id: string;
  readonly group: string;
  readonly label: Bilingual;
  readonly relation: Relation;
  readonly evidence: readonly ClaimPassage[];
}

/**
 * The claims as far as reading needs them: it travels with the page, while quotations, values and
 * attributions come when a comparison asks for them. Every {@link ClaimsFile} is one.
 */
export interface ClaimsOutline {
  readonly groups: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly claims: readonly ClaimOutline[];
  /**
   * Leaves out what does not hold in the texts that are here. Claims that were fetched bring it; those
   * that travel with the page do not, for the build has held them against every text.
   */
  readonly holdAgainst?: (articles: readonly Article[], texts: ReadonlyMap<string, string>) => HeldClaims;
}

/** Claims of which all that stands in the texts at hand was found sound. */
export interface HeldClaims extends ClaimsOutline {
  /** How many passages were left out, those of claims that were left out whole included. */
  readonly setAside: number;
}

/** Leaves out of a claims file what reading does not need. Linear. */
export function computeOutline(file: ClaimsFile): ClaimsOutline {
  return {
    groups: file.groups,
    claims: file.claims.map(({ id, group, label, relation, evidence }) => ({
      id,
      group,
      label,
      relation,
      evidence: evidence.map(({ article, range }) => ({ article, range })),
    })),
  };
}

/** The other claims that an article makes where a passage of one claim stands; `index` counts its passages there. */
export function findOverlapping(
  claims: readonly ClaimOutline[],
  claim: ClaimOutline,
  { article, index }: { readonly article: string; readonly index: number },
): ClaimOutline[] {
  const here = claim.evidence.filter((passage) => passage.article === article)[index]?.range;
  if (here === undefined) return [];
  const isHere = (passage: ClaimPassage) => passage.article === article && overlaps(passage.range, here);
  return claims.filter((other) => other.id !== claim.id && other.evidence.some(isHere));
}

/** Those of a claim's passages, as published, that its outline still has. */
export function keepOutlined<Passage extends ClaimPassage>(
  evidence: readonly Passage[],
  claim: ClaimOutline,
): Passage[] {
  const keyOf = ({ article, range }: ClaimPassage) => `${article} ${range.start}-${range.end}`;
  const outlined = new Set(claim.evidence.map(keyOf));
  return evidence.filter((passage) => outlined.has(keyOf(passage)));
}
