import type { Collection, Part, PartKind } from '../corpus/collection.ts';
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
interface Source {
  readonly id: string;
  /** Position in the collection, from 0. */
  readonly index: number;
  readonly parts: readonly Part[];
  /** Null when the text is not at hand. */
  readonly text: string | null;
}

type Sources = ReadonlyMap<string, Source>;

/** What is wrong with a range as a piece of a text, whatever stands there; null when nothing is. */
function findRangeFault({ start, end }: Span, text: string): string | null {
  if (end > text.length) return `ends at ${end}, beyond the text of ${text.length} UTF-16 code units`;
  if (WHITE_SPACE.test(text.charAt(start))) return 'starts with white space';
  if (WHITE_SPACE.test(text.charAt(end - 1))) return 'ends with white space';
  if (splitsWord(text, start)) return 'starts inside a word or character';
  if (splitsWord(text, end)) return 'ends inside a word or character';
  return null;
}

/** The one part a range lies in, or what is wrong with where it lies. */
function findPart(range: Span, { id, parts }: Source): Part | string {
  const around = parts.filter((part) => contains(part.range, range));
  const [part] = around;
  if (part === undefined) return `lies in no single part of ${id}`;
  if (around.length > 1) return `lies in ${around.length} parts of ${id} at once`;
  return part.kind === 'furniture' ? `lies in furniture of ${id}: ${part.furniture}` : part;
}

/** Where a quotation stands that is not where its range says; null when it stands there. */
function findQuoteFault(quote: string, { start, end }: Span, { id, text }: Source): string | null {
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

function checkAttribution({ attribution }: Evidence, source: Source, text: string): Problem[] {
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

/**
 * Whether a claim's passages stand in order, the collection's articles first, then the text, and no
 * range occurs twice. Passages of unknown articles have no place in the order and are left out.
 */
function checkOrder(evidence: readonly Evidence[], sources: Sources): Problem[] {
  const firsts = new Map<string, number>();
  let before: { readonly passage: Evidence; readonly source: Source; readonly index: number } | null = null;
  const problems: Problem[] = [];
  evidence.forEach((passage, index) => {
    const { article, range } = passage;
    const source = sources.get(article);
    if (source === undefined) return;
    const key = `${article} ${range.start}-${range.end}`;
    const first = firsts.get(key);
    if (first !== undefined) {
      problems.push({ path: `evidence[${index}].range`, message: `repeats evidence[${first}]` });
      return;
    }
    firsts.set(key, index);
    if (before !== null) {
      const byArticle = source.index - before.source.index;
      const byRange = range.start - before.passage.range.start || range.end - before.passage.range.end;
      if (byArticle < 0) {
        const message = `comes after evidence[${before.index}], though the collection has ${article} before ${before.source.id}`;
        problems.push({ path: `evidence[${index}].article`, message });
      } else if (byArticle === 0 && byRange < 0) {
        const message = `stands before evidence[${before.index}] in the text`;
        problems.push({ path: `evidence[${index}].range`, message });
      }
    }
    before = { passage, source, index };
  });
  return problems;
}

/** What is wrong with one claim by itself. Paths start at the claim. */
function checkClaim({ evidence }: Claim, sources: Sources): Problem[] {
  const witnesses = new Set(evidence.map(({ article }) => article)).size;
  const problems: Problem[] = [];
  if (witnesses < MIN_WITNESSES) {
    const message = `comes from ${witnesses} article, but a shared claim needs ${MIN_WITNESSES}`;
    problems.push({ path: 'evidence', message });
  }
  evidence.forEach((passage, index) => {
    const path = `evidence[${index}]`;
    const source = sources.get(passage.article);
    const found =
      source === undefined
        ? [{ path: 'article', message: `is no article of the collection: ${passage.article}` }]
        : checkPassage(passage, source);
    problems.push(...found.map((problem) => ({ ...problem, path: `${path}.${problem.path}` })));
  });
  return [...problems, ...checkOrder(evidence, sources)];
}

/** A problem for every id that an earlier entry of the list has already. */
function checkUnique(list: readonly { readonly id: string }[], name: string): Problem[] {
  const firsts = new Map<string, number>();
  return list.flatMap(({ id }, index) => {
    const first = firsts.get(id);
    if (first !== undefined) {
      return [{ path: `${name}[${index}].id`, message: `repeats ${name}[${first}]: ${id}` }];
    }
    firsts.set(id, index);
    return [];
  });
}

/**
 * Whether claims fit the collection they are about: ids are unique; groups and articles exist; every
 * passage lies inside one part of its article that is no furniture, neither starts nor ends with white
 * space or inside a word, reads as its quotation says and stands in the `place` it names; passages are
 * in order and none occurs twice; whoever is named as a source is named in the same article; every
 * claim comes from {@link MIN_WITNESSES} articles or more.
 * Paths start at the file, e.g. `claims[3].evidence[0].quote`. Empty means that all is well.
 * Cost: passages × parts of their article; a misplaced quotation also searches its text once.
 * @param texts The articles' texts by article id. Passages of an article without one are problems.
 */
export function checkClaims(
  { groups, claims }: ClaimsFile,
  { articles }: Collection,
  texts: ReadonlyMap<string, string>,
): Problem[] {
  const sources: Sources = new Map(
    articles.map(({ id, parts }, index) => [id, { id, index, parts, text: texts.get(id) ?? null }]),
  );
  const known = new Set(groups.map(({ id }) => id));
  return [
    ...checkUnique(groups, 'groups'),
    ...checkUnique(claims, 'claims'),
    ...claims.flatMap((claim, index) => {
      const path = `claims[${index}]`;
      const group: Problem[] = known.has(claim.group)
        ? []
        : [{ path: 'group', message: `is no group of this file: ${claim.group}` }];
      return [...group, ...checkClaim(claim, sources)].map((problem) => ({
        path: `${path}.${problem.path}`,
        message: problem.message,
      }));
    }),
  ];
}
