import type { Article } from '../corpus/collection.ts';
import { findUnsound, MIN_WITNESSES } from './check-claims.ts';
import type { Claim, ClaimsFile, Evidence } from './claims.ts';
import type { ClaimsOutline, HeldClaims } from './outline.ts';

function countWitnesses(evidence: readonly Evidence[]): number {
  return new Set(evidence.map(({ article }) => article)).size;
}

/** Every claim's passages by article, so that each article is checked once, when its text is here. */
function groupByArticle(claims: readonly Claim[]): Map<string, Map<Claim, Evidence[]>> {
  const groups = new Map<string, Map<Claim, Evidence[]>>();
  for (const claim of claims) {
    for (const passage of claim.evidence) {
      const group = groups.get(passage.article) ?? new Map<Claim, Evidence[]>();
      groups.set(passage.article, group);
      const passages = group.get(claim) ?? [];
      group.set(claim, passages);
      passages.push(passage);
    }
  }
  return groups;
}

/** The claims without what is unsound, and without what then comes from too few articles. */
function leaveOut({ groups, claims }: ClaimsFile, unsound: ReadonlySet<Evidence>): HeldClaims {
  let setAside = 0;
  const kept = claims.flatMap((claim): Claim[] => {
    const evidence = claim.evidence.filter((passage) => !unsound.has(passage));
    const isShared = countWitnesses(evidence) >= MIN_WITNESSES;
    setAside += claim.evidence.length - (isShared ? evidence.length : 0);
    if (!isShared) return [];
    return evidence.length === claim.evidence.length ? [claim] : [{ ...claim, evidence }];
  });
  return { groups, claims: kept, setAside };
}

/**
 * Claims that were fetched, ready to be held against the texts as these come: a passage that does not
 * hold is left out, and the whole claim where fewer than {@link MIN_WITNESSES} articles remain.
 * Passages whose text is not here stay until it is. Each text is checked once; as long as nothing more
 * is found, the answer is the same object.
 */
export function holdable(file: ClaimsFile): ClaimsOutline {
  const groups = groupByArticle(file.claims);
  const unsound = new Set<Evidence>();
  let held = leaveOut(file, unsound);
  const holdAgainst = (articles: readonly Article[], texts: ReadonlyMap<string, string>): HeldClaims => {
    const before = unsound.size;
    for (const article of articles) {
      const text = texts.get(article.id);
      const group = text === undefined ? undefined : groups.get(article.id);
      if (text === undefined || group === undefined) continue;
      groups.delete(article.id);
      for (const evidence of group.values()) {
        for (const passage of findUnsound(evidence, article, text)) unsound.add(passage);
      }
    }
    if (unsound.size > before) held = leaveOut(file, unsound);
    return held;
  };
  return { groups: file.groups, claims: file.claims, holdAgainst };
}
