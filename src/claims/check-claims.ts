import type { Article, Collection, Part, PartKind } from '../corpus/collection.ts';
import type { Problem } from '../corpus/parsed.ts';
import { contains, type Span } from '../text/offsets.ts';
import { splitsWord } from '../text/words.ts';
import type { Claim, ClaimsFile, Evidence } from './claims.ts';

/**
 * How many articles a claim must come from: with fewer there is nothing to compare, and a claim that
 * looks shared without being so is the worst error this program can make.
 */
export const MIN_WITNESSES = 2;

/** The `place` of a passage in each kind of part; no passage may stand in the kinds left out. */
const PLACES: Partial<Record<PartKind, Evidence['place']>> = {
  title: 'title',
  subtitle: 'subtitle',
  paragraph: 'body',
  subheading: 'subheading',
  caption: 'caption',
};

const WHITE_SPACE = /^\s$/u;

/** One article as the checks of its passages need it. */
export interface Source {
  readonly id: string;
  /** Position in the collection, from 0. */
  readonly index: number;
  readonly parts: readonly Part[];
  /** Null when the text is not at hand. */
  readonly text: string | null;
}

/** Articles by id. */
export type Sources = ReadonlyMap<string, Source>;

/** The articles as the checks of their passages need them, by id. */
export function toSources(articles: readonly Article[], texts: ReadonlyMap<string, string>): Sources {
  return new Map(
    articles.map(({ id, parts }, index) => [id, { id, index, parts, text: texts.get(id) ?? null }]),
  );
}

/** What is wrong with a range as a piece of a text, whatever stands there; null when nothing is. */
export function findRangeFault({ start, end }: Span, text: string): string | null {
  if (end > text.length) return `ends at ${end}, beyond the text of ${text.length} UTF-16 code units`;
  if (WHITE_SPACE.test(text.charAt(start))) return 'starts with white space';
  if (WHITE_SPACE.test(text.charAt(end - 1))) return 'ends with white space';
  if (splitsWord(text, start)) return 'starts inside a word or character';
  if (splitsWord(text, end)) return 'ends inside a word or character';
  return null;
}

/** The one part a range lies in, or what is wrong with where it lies. */
export function findPart(range: Span, { id, parts }: Source): Part | string {
  const around = parts.filter((part) => contains(part.range, range));
  const [part] = around;
  if (part === undefined) return `lies in no single part of ${id}`;
  if (around.length > 1) return `lies in ${around.length} parts of ${id} at once`;
  return part.kind === 'furniture' ? `lies in furniture of ${id}: ${part.furniture}` : part;
}

/** Where a quotation stands that is not where its range says; null when it stands there. */
export function findQuoteFault(quote: string, { start, end }: Span, { id, text }: Source): string | null {
  if (text === null || text.slice(start, end) === quote) return null;
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  const [nearest] = found.toSorted((one, other) => Math.abs(one - start) - Math.abs(other - start));
  if (nearest === undefined) return `not found in ${id}`;
  const place = `${nearest}-${nearest + quote.length}`;
  return found.length === 1
    ? `stands at ${place} instead`
    : `stands at ${found.length} places instead, the nearest ${place}`;
}

export function checkAttribution(
  { attribution }: Pick<Evidence, 'attribution'>,
  source: Source,
  text: string,
): Problem[] {
  return (attribution?.chain ?? []).flatMap(({ range }, index): Problem[] => {
    const path = `attribution.chain[${index}].range`;
    const fault = findRangeFault(range, text);
    if (fault !== null) return [{ path, message: fault }];
    const part = findPart(range, source);
    return typeof part === 'string' ? [{ path, message: part }] : [];
  });
}

/** What is wrong with one passage by itself. Paths start at the passage. */
function checkPassage(evidence: Evidence, source: Source): Problem[] {
  const { range, quote, place } = evidence;
  const { text } = source;
  if (text === null) return [{ path: 'article', message: `has no text: ${source.id}` }];
  const problems: Problem[] = [];
  const fault = findRangeFault(range, text);
  if (fault !== null) problems.push({ path: 'range', message: fault });
  if (range.end <= text.length) {
    const part = findPart(range, source);
    if (typeof part === 'string') problems.push({ path: 'range', message: part });
    else if (PLACES[part.kind] !== place) {
      problems.push({ path: 'place', message: `is ${place}, but the passage stands in a ${part.kind}` });
    }
    const elsewhere = quote === undefined ? null : findQuoteFault(quote, range, source);
    if (elsewhere !== null) problems.push({ path: 'quote', message: elsewhere });
  }
  return [...problems, ...checkAttribution(evidence, source, text)];
}

/** A passage and its place in its claim's evidence, from 0. */
type Numbered = readonly [index: number, passage: Evidence];

/**
 * Which passages do not stand in order, the collection's articles first, then the text, or have a
 * range that occurs before. Passages without a source have no place in the order and are left out.
 */
function checkOrder(
  evidence: readonly Numbered[],
  sources: Sources,
): (Problem & { readonly passage: Evidence })[] {
  const firsts = new Map<string, number>();
  let before: { readonly passage: Evidence; readonly source: Source; readonly index: number } | null = null;
  return evidence.flatMap(([index, passage]) => {
    const { article, range } = passage;
    const source = sources.get(article);
    if (source === undefined) return [];
    const at = `evidence[${index}]`;
    const key = `${article} ${range.start}-${range.end}`;
    const first = firsts.get(key);
    if (first !== undefined) {
      return [{ passage, path: `${at}.range`, message: `repeats evidence[${first}]` }];
    }
    firsts.set(key, index);
    const last = before;
    before = { passage, source, index };
    if (last === null) return [];
    const byArticle = source.index - last.source.index;
    const byRange = range.start - last.passage.range.start || range.end - last.passage.range.end;
    if (byArticle < 0) {
      const message = `comes after evidence[${last.index}], though the collection has ${article} before ${last.source.id}`;
      return [{ passage, path: `${at}.article`, message }];
    }
    if (byArticle > 0 || byRange >= 0) return [];
    return [{ passage, path: `${at}.range`, message: `stands before evidence[${last.index}] in the text` }];
  });
}

/** What is wrong with one claim by itself. Paths start at the claim. */
function checkClaim({ evidence }: Claim, sources: Sources): Problem[] {
  const witnesses = new Set(evidence.map(({ article }) => article)).size;
  if (witnesses >= MIN_WITNESSES) return checkEvidence(evidence, sources);
  const message = `comes from ${witnesses} article, but a shared claim needs ${MIN_WITNESSES}`;
  return [{ path: 'evidence', message }, ...checkEvidence(evidence, sources)];
}

/** What is wrong with passages that make one claim: each by itself, and their order. Paths start at the claim. */
export function checkEvidence(evidence: readonly Evidence[], sources: Sources): Problem[] {
  const problems: Problem[] = [];
  evidence.forEach((passage, index) => {
    const path = `evidence[${index}]`;
    const source = sources.get(passage.article);
    const found =
      source === undefined
        ? [{ path: 'article', message: `is no article of the collection: ${passage.article}` }]
        : checkPassage(passage, source);
    problems.push(...found.map((problem) => ({ ...problem, path: `${path}.${problem.path}` })));
  });
  const ordered = checkOrder(Array.from(evidence.entries()), sources);
  return [...problems, ...ordered.map(({ path, message }) => ({ path, message }))];
}

/**
 * Which of one claim's passages in one article do not hold in its text: those that {@link checkClaims}
 * would report, in the order given. What stands out of order is held against sound passages alone.
 * Cost: passages × parts of the article.
 * @param evidence The claim's passages in this article and no others.
 */
export function findUnsound(evidence: readonly Evidence[], article: Article, text: string): Evidence[] {
  const source: Source = { id: article.id, index: 0, parts: article.parts, text };
  // Where else a quotation stands is for its author; looking for it would cost the reader time.
  const isSound = (passage: Evidence) =>
    (passage.quote === undefined || passage.quote === text.slice(passage.range.start, passage.range.end)) &&
    checkPassage(passage, source).length === 0;
  const sound = new Set(evidence.filter(isSound));
  const numbered = Array.from(evidence.entries()).filter(([, passage]) => sound.has(passage));
  for (const { passage } of checkOrder(numbered, new Map([[article.id, source]]))) sound.delete(passage);
  return evidence.filter((passage) => !sound.has(passage));
}

/**
 * Whether claims fit the collection they are about: every passage lies inside one part of its article
 * that is no furniture, neither starts nor ends with white space or inside a word, reads as its
 * quotation says and stands in the `place` it names; passages are in order and none occurs twice;
 * whoever is named as a source is named in the same article; every claim comes from
 * {@link MIN_WITNESSES} articles or more. That ids are unique and known is answered by `parseClaims`.
 * Paths start at the file, e.g. `claims[3].evidence[0].quote`. Empty means that all is well.
 * Cost: passages × parts of their article; a misplaced quotation also searches its text once.
 * @param texts The articles' texts by article id. Passages of an article without one are problems.
 */
export function checkClaims(
  { claims }: ClaimsFile,
  { articles }: Collection,
  texts: ReadonlyMap<string, string>,
): Problem[] {
  const sources = toSources(articles, texts);
  return claims.flatMap((claim, index) =>
    checkClaim(claim, sources).map(({ path, message }) => ({ path: `claims[${index}].${path}`, message })),
  );
}
