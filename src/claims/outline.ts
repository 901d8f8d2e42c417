import type { Article, Bilingual } from '../corpus/collection.ts';
import { overlaps, type Span } from '../text/offsets.ts';
import type { Claim, ClaimsFile, Evidence, Relation } from './claims.ts';

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
  /** Whether it is what one article alone says; such claims never travel with the page. */
  readonly isAlone?: true;
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

/** A passage of fetched claims in the text as it is now. */
export interface HeldEvidence extends Evidence {
  /** What it was in the text that was marked; absent where it still stands there word for word. */
  former?: {
    readonly outcome: 'moved' | 'respelled' | 'edited';
    /** Its wording then; empty where it was not kept. */
    readonly quote: string;
  };
  /** It was attributed to somebody whose naming is not found any more; `attribution` is then null. */
  losesAttribution?: true;
}

/** A claim with the passages of it that hold, as they are now. */
export type HeldClaim = Omit<Claim, 'evidence'> & { readonly evidence: readonly HeldEvidence[] };

/** How many passages are not shown as they were marked. */
export interface Tally {
  /** Left out, those of claims that were left out whole included. */
  readonly setAside: number;
  /** Found at another place, in the same words. */
  readonly foundAgain: number;
  /** Found, and in other words than they were. */
  readonly edited: number;
  /** Shown without those whom they were attributed to. */
  readonly unattributed: number;
}

/** Claims of which all that stands in the texts at hand was found sound. */
export interface HeldClaims extends ClaimsOutline {
  readonly claims: readonly HeldClaim[];
  /** Null while there is nothing to tell. Passages that are still looked for are not in it. */
  readonly tally: Tally | null;
  /** Has those looked for again that do not stand where they should; asked twice, it looks once. */
  readonly seek: () => void;
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

/** Whether a passage of an outline is one of fetched claims, which carry all that was published of it. */
function isWhole(passage: ClaimPassage): passage is HeldEvidence {
  return 'stance' in passage;
}

/**
 * A claim's passages with all that was published of them: those that its outline still has, where the
 * texts have changed as they are now.
 * @param evidence The passages as published.
 */
export function keepOutlined(evidence: readonly Evidence[], claim: ClaimOutline): HeldEvidence[] {
  // What was fetched has been held against the texts; what came with the page may be published anew since.
  if (claim.evidence.length > 0 && claim.evidence.every(isWhole)) return [...claim.evidence];
  const keyOf = ({ article, range }: ClaimPassage) => `${article} ${range.start}-${range.end}`;
  const outlined = new Set(claim.evidence.map(keyOf));
  return evidence.filter((passage) => outlined.has(keyOf(passage)));
}
