import type { Article } from '../corpus/collection.ts';
import { findUnsound, MIN_WITNESSES } from './check-claims.ts';
import type { Claim, ClaimsFile, Evidence } from './claims.ts';
import type { ClaimsOutline, HeldClaim, HeldClaims, HeldEvidence, Tally } from './outline.ts';

/**
 * Looks for passages of one article in its text as it is now: for each its present place, or null
 * (`findAgain` of `src/claims/find-again.ts`, wherever it runs). Rejects when it cannot be done.
 */
export type Seek = (
  evidence: readonly Evidence[],
  article: Article,
  text: string,
) => Promise<readonly (HeldEvidence | null)[]>;

type ByClaim = ReadonlyMap<Claim, readonly Evidence[]>;

/** What became of passages that are not shown as they were marked; null while they are looked for, or left out. */
type Fates = Map<Evidence, HeldEvidence | 'sought' | 'unsound'>;

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

function byPlace(one: Evidence, other: Evidence): number {
  return one.range.start - other.range.start || one.range.end - other.range.end;
}

/** A claim's passages as they are now: articles in the file's order, the passages of each in text order. */
function findHeld({ evidence }: Claim, fates: Fates): HeldEvidence[] {
  const held = evidence.flatMap((passage): HeldEvidence[] => {
    const fate = fates.get(passage) ?? passage;
    return typeof fate === 'string' ? [] : [fate];
  });
  if (!held.some(({ former }) => former !== undefined)) return held;
  const articles = Array.from(new Set(held.map(({ article }) => article)));
  return articles.flatMap((id) => held.filter(({ article }) => article === id).toSorted(byPlace));
}

/** How the passages shown are not as they were marked. */
function countChanges(claims: readonly HeldClaim[]): Omit<Tally, 'setAside'> {
  const shown = claims.flatMap(({ evidence }) => evidence);
  const count = (isCounted: (passage: HeldEvidence) => boolean) => shown.filter(isCounted).length;
  return {
    foundAgain: count(({ former }) => former !== undefined && former.outcome !== 'edited'),
    edited: count(({ former }) => former?.outcome === 'edited'),
    unattributed: count(({ losesAttribution }) => losesAttribution === true),
  };
}

/** The claims as they hold now, without what then comes from too few articles. */
function compose(
  { groups, claims }: ClaimsFile,
  fates: Fates,
  seek: () => void,
  witnesses: number,
): HeldClaims {
  let setAside = 0;
  const kept = claims.flatMap((claim): HeldClaim[] => {
    const sought = claim.evidence.filter((passage) => fates.get(passage) === 'sought');
    const evidence = findHeld(claim, fates);
    // What is looked for may come back: until then nothing is said of it, nor of what hangs on it.
    const mayBeShared = countWitnesses([...evidence, ...sought]) >= witnesses;
    const isShared = countWitnesses(evidence) >= witnesses;
    setAside += claim.evidence.length - (mayBeShared ? evidence.length + sought.length : 0);
    if (!mayBeShared) return [];
    // A claim in focus stays what the address asks for.
    if (!isShared) return [{ ...claim, evidence: [] }];
    return claim.evidence.every((passage) => !fates.has(passage)) ? [claim] : [{ ...claim, evidence }];
  });
  const tally = { setAside, ...countChanges(kept) };
  const isTold = Object.values(tally).some((count) => count > 0);
  return { groups, claims: kept, tally: isTold ? tally : null, seek };
}

/** Passages of one article to be looked for, by claim. */
interface Lost {
  readonly article: Article;
  readonly text: string;
  readonly byClaim: ByClaim;
}

/** Writes down what became of the passages of one article; what was found has to be sound where it is now. */
function settle({ article, text, byClaim }: Lost, found: ReadonlyMap<Evidence, HeldEvidence>, fates: Fates) {
  for (const evidence of byClaim.values()) {
    const origins = new Map<HeldEvidence, Evidence>();
    for (const passage of evidence) {
      const now = found.get(passage);
      fates.set(passage, 'unsound');
      if (now !== undefined) origins.set(now, passage);
    }
    const standing = Array.from(origins.keys()).toSorted(byPlace);
    const unsound = new Set(findUnsound(standing, article, text));
    for (const now of standing) {
      const origin = origins.get(now);
      if (origin !== undefined && !unsound.has(now)) fates.set(origin, now);
    }
  }
}

/**
 * Claims that were fetched, ready to be held against the texts as these come: a passage that does not
 * hold is left out, and the whole claim where fewer than {@link MIN_WITNESSES} articles remain.
 * Passages whose text is not here stay until it is. Each text is checked once; as long as nothing more
 * is found, the answer is the same object.
 *
 * With `seek`, passages that do not stand where they should are looked for again, with all others of
 * their article; `onFound` is then given the claims anew, to be held again. What cannot be looked for is left out.
 * @param witnesses how many articles must remain
 */
export function holdable(
  file: ClaimsFile,
  seek: Seek | null = null,
  onFound: (outline: ClaimsOutline) => void = () => undefined,
  witnesses: number = MIN_WITNESSES,
): ClaimsOutline {
  const groups = groupByArticle(file.claims);
  const fates: Fates = new Map();
  let lost: Lost[] = [];
  const lookFor = async (look: Seek, one: Lost): Promise<void> => {
    const evidence = Array.from(one.byClaim.values()).flat();
    const answers = await look(evidence, one.article, one.text).catch(() => null);
    const found = new Map(
      evidence.flatMap((passage, index) => {
        const answer = answers === null ? (fates.has(passage) ? null : passage) : answers[index];
        return answer == null ? [] : [[passage, answer] as const];
      }),
    );
    settle(one, found, fates);
    held = compose(file, fates, seekAll, witnesses);
    onFound({ ...outline });
  };
  const seekAll = (): void => {
    const all = lost;
    lost = [];
    for (const one of all) if (seek !== null) void lookFor(seek, one);
  };
  let held = compose(file, fates, seekAll, witnesses);
  const holdAgainst = (articles: readonly Article[], texts: ReadonlyMap<string, string>): HeldClaims => {
    const before = fates.size;
    for (const article of articles) {
      const text = texts.get(article.id);
      const group = text === undefined ? undefined : groups.get(article.id);
      if (text === undefined || group === undefined) continue;
      groups.delete(article.id);
      const unsound = Array.from(group.values()).flatMap((evidence) => findUnsound(evidence, article, text));
      const canBeFound = seek !== null && unsound.some(({ quote }) => quote !== undefined);
      for (const passage of unsound) fates.set(passage, canBeFound ? 'sought' : 'unsound');
      if (canBeFound) lost.push({ article, text, byClaim: group });
    }
    if (fates.size > before) held = compose(file, fates, seekAll, witnesses);
    return held;
  };
  const outline: ClaimsOutline = { groups: file.groups, claims: file.claims, holdAgainst };
  return outline;
}
