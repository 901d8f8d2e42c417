import type { Span } from '../text/offsets.ts';
import type { Article, Collection, Part } from './collection.ts';
import type { Problem } from './parsed.ts';

const WHITE_SPACE = /^\s$/u;
const LEADING_MARK = /^\p{M}/u;
const HIGH_SURROGATE = /[\uD800-\uDBFF]$/;
const LOW_SURROGATE = /^[\uDC00-\uDFFF]/;

/** Characters of a text shown in a message, so that its writer recognises the place. */
const SAMPLE_LENGTH = 40;

/**
 * Whether a range that began or ended at `offset` would tear a character apart: a surrogate pair, or
 * a combining mark from its letter. A mark after white space has no letter and stands alone.
 */
function cutsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charAt(offset - 1);
  // Two code units hold any one code point, and marks may lie beyond the first plane.
  const after = text.slice(offset, offset + 2);
  if (HIGH_SURROGATE.test(before) && LOW_SURROGATE.test(after)) return true;
  return LEADING_MARK.test(after) && !WHITE_SPACE.test(before);
}

/** What is wrong with one range of a text, whatever it stands for; null when nothing is. */
function findRangeFault({ start, end }: Span, text: string): string | null {
  if (start >= end) return 'is empty';
  if (end > text.length) return `ends at ${end}, beyond the text of ${text.length} UTF-16 code units`;
  if (WHITE_SPACE.test(text.charAt(start))) return 'starts with white space';
  if (WHITE_SPACE.test(text.charAt(end - 1))) return 'ends with white space';
  if (cutsCharacter(text, start)) return 'starts inside a character';
  if (cutsCharacter(text, end)) return 'ends inside a character';
  return null;
}

function checkRanges(article: Article, text: string): Problem[] {
  const { outlet, date } = article;
  const ranges: [path: string, range: Span][] = [];
  if ('range' in outlet) ranges.push(['outlet.range', outlet.range]);
  if ('range' in date) ranges.push(['date.range', date.range]);
  article.credits.forEach(({ range }, index) => ranges.push([`credits[${index}].range`, range]));
  article.restsOn.forEach(({ range }, index) => ranges.push([`restsOn[${index}].range`, range]));
  article.parts.forEach(({ range }, index) => ranges.push([`parts[${index}].range`, range]));
  return ranges.flatMap(([path, range]) => {
    const message = findRangeFault(range, text);
    return message === null ? [] : [{ path, message }];
  });
}

/** The first run of text in `[start, end)` that is no white space, as a problem; none when all of it is. */
function checkGap(start: number, end: number, text: string): Problem[] {
  const left = text.slice(start, end);
  const kept = left.trim();
  if (kept === '') return [];
  const at = start + left.indexOf(kept);
  const sample = kept.length > SAMPLE_LENGTH ? `${kept.slice(0, SAMPLE_LENGTH)}…` : kept;
  return [{ path: 'parts', message: `none covers [${at}, ${at + kept.length}): ${JSON.stringify(sample)}` }];
}

/** Order, overlaps and gaps of the parts. Cost: sorting the parts, and the text once. */
function checkPartition(parts: readonly Part[], text: string): Problem[] {
  const problems: Problem[] = [];
  parts.forEach(({ range }, index) => {
    const before = parts[index - 1];
    if (before !== undefined && range.start < before.range.start) {
      problems.push({
        path: `parts[${index}].range`,
        message: `stands before parts[${index - 1}] in the text`,
      });
    }
  });
  const inTextOrder = parts
    .map(({ range }, index) => ({ range, index }))
    .toSorted((one, other) => one.range.start - other.range.start || one.index - other.index);
  let reached = 0;
  let reachedBy = -1;
  for (const { range, index } of inTextOrder) {
    if (range.start < reached) {
      const [first, second] = index < reachedBy ? [index, reachedBy] : [reachedBy, index];
      problems.push({ path: `parts[${second}].range`, message: `overlaps parts[${first}]` });
    } else {
      problems.push(...checkGap(reached, range.start, text));
    }
    if (range.end > reached) {
      reached = range.end;
      reachedBy = index;
    }
  }
  problems.push(...checkGap(reached, text.length, text));
  return problems;
}

function checkTitles(parts: readonly Part[]): Problem[] {
  const first = parts.findIndex((part) => part.kind === 'title');
  return parts.flatMap((part, index) =>
    part.kind === 'title' && index !== first
      ? [{ path: `parts[${index}].kind`, message: `is a second title, after parts[${first}]` }]
      : [],
  );
}

/**
 * Whether an article's description fits its text: the length agrees; every range lies in the text,
 * is not empty, tears no character and has no white space at its ends; the parts stand in text order
 * and every character but white space belongs to exactly one of them; at most one is a title.
 * Paths start at the article, e.g. `parts[3].range`. Empty means that all is well.
 * White space is what `\s` matches. Cost: linear in the text, and sorting the parts.
 */
export function checkArticle(article: Article, text: string): Problem[] {
  const problems: Problem[] = [];
  if (article.length !== text.length) {
    const message = `is ${article.length}, but the text has ${text.length} UTF-16 code units`;
    problems.push({ path: 'length', message });
  }
  problems.push(...checkRanges(article, text), ...checkPartition(article.parts, text));
  problems.push(...checkTitles(article.parts));
  return problems;
}

/**
 * Checks every article of a collection with {@link checkArticle}. Paths start at the collection, e.g. `articles[2].parts[3].range`. An article without a text
 * is a problem of its own and hides none of the others'.
 * @param texts The articles' texts by article id.
 */
export function checkCollection(collection: Collection, texts: ReadonlyMap<string, string>): Problem[] {
  return collection.articles.flatMap((article, index): Problem[] => {
    const text = texts.get(article.id);
    if (text === undefined) {
      return [{ path: `articles[${index}].file`, message: `has no text: ${article.file}` }];
    }
    return checkArticle(article, text).map(({ path, message }) => ({
      path: `articles[${index}].${path}`,
      message,
    }));
  });
}
