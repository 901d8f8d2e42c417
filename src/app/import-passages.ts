import type { QueryClient } from '@tanstack/react-query';
import type { PassageOutcome } from '../anchoring/outcome.ts';
import type { Article } from '../corpus/collection.ts';
import { findBestPlaces, type TextAnswer, type TextPlace } from '../exchange/among-texts.ts';
import type { Comment, PassageAnnotation } from '../exchange/annotations.ts';
import type { Fault } from '../exchange/faults.ts';
import { readHtml } from '../exchange/html-text.ts';
import type { TextSelector } from '../exchange/selectors.ts';
import { resolveSelectors } from '../exchange/web-annotation.ts';
import { decodeView, DEFAULT_VIEW } from '../link/view-link.ts';
import { writeAddress } from './address.ts';
import { LONG_TEXT } from './long-text.ts';
import { textQuery, workerQuery } from './queries.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** A place where the words of an annotation stand, with what became of them there. */
export type ImportedPlace = TextPlace<Article>;

/** An annotation's passage, and what became of it. */
export interface ImportedPassage {
  /** The article it was found in, or was sought in; null when it may be any. */
  readonly article: Article | null;
  readonly text: string;
  readonly resolution: PassageOutcome;
  /** Where it may be taken to stand, when the reader says so: in several texts, or in another page's place. */
  readonly places: readonly ImportedPlace[];
  /** The page that it is of, which is none of the collection's; null when it is, or nothing says. */
  readonly foreign: string | null;
  /** What is said of it, as plain text. */
  readonly comment: string;
}

/** What was opened from annotations: shown until something else is. */
export interface Imported {
  /** Tells one opening from the next. */
  readonly id: number;
  /** Annotations that the reader gave, or a selector that stood in the address. */
  readonly from: 'annotations' | 'address';
  readonly passages: readonly ImportedPassage[];
  /** What of it could not be read. */
  readonly faults: readonly Fault[];
}

/** As many places as a reader would look through. */
const MOST_PLACES = 9;

/** As much of a comment as is shown, in UTF-16 code units. */
const MAX_COMMENT = 2_000;

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? '';
}

/** The article that a source names: by where it was published, by our own address of it, or by its id. */
function findArticle(source: string, { view, collection }: ReaderModel): Article | null {
  const { articles } = collection;
  const base = withoutFragment(source);
  const published = articles.filter(({ url }) => url !== undefined && withoutFragment(url) === base);
  if (published.length === 1) return published[0] ?? null;
  const byId = articles.find(({ id, file }) => source === id || source === file);
  if (byId !== undefined) return byId;
  if (base !== writeAddress(DEFAULT_VIEW)) return null;
  const asked = decodeView(source.slice(base.length + 1)).view;
  const [only, ...others] = asked.sources ?? [];
  if (asked.collection !== view.collection || others.length > 0) return null;
  return articles.find(({ id }) => id === only) ?? null;
}

/**
 * So much may be quoted, in UTF-16 code units, before it is looked for beside the page: where the words
 * were edited, the time grows with their square.
 */
const LONG_QUOTE = 5_000;

/** How much is quoted, in UTF-16 code units. */
function measure(selectors: readonly TextSelector[]): number {
  return selectors.reduce((length, one) => {
    if (one.type !== 'TextQuoteSelector') return length;
    return length + one.exact.length + (one.prefix?.length ?? 0) + (one.suffix?.length ?? 0);
  }, 0);
}

/** Finds selectors in a text; a long one, or a long quotation, is dealt with beside the page. */
async function resolve(
  client: QueryClient,
  text: string,
  selectors: readonly TextSelector[],
): Promise<PassageOutcome> {
  const isShort = text.length <= LONG_TEXT && measure(selectors) <= LONG_QUOTE;
  if (isShort) return resolveSelectors(text, selectors);
  const { askWorker } = await client.fetchQuery(workerQuery);
  return askWorker(async (worker) => await worker.resolveSelectors(text, selectors));
}

type Answer = Omit<ImportedPassage, 'comment'>;

/**
 * The one answer of several texts: where exactly one of them has the passage, and it is not of another
 * page; else the places that fit it best, to choose from.
 */
function decide(
  answers: readonly TextAnswer<Article>[],
  selectors: readonly TextSelector[],
  foreign: string | null,
): Answer {
  const places = findBestPlaces(answers, selectors);
  const [first] = places;
  if (first === undefined) {
    const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
    const sought = quote?.exact ?? null;
    const resolution: PassageOutcome = { outcome: 'gone', sought, wordCount: null, nearest: null };
    return { article: null, text: '', resolution, places, foreign };
  }
  if (foreign === null && places.every(({ article }) => article === first.article)) {
    const { article, text, resolution } = first;
    return { article, text, resolution, places: [], foreign };
  }
  const offered = places.slice(0, MOST_PLACES);
  const resolution: PassageOutcome = { outcome: 'ambiguous', candidates: offered.map(({ span }) => span) };
  return { article: null, text: '', resolution, places: offered, foreign };
}

/** What is said of a passage, as plain text. */
function readComment(comments: readonly Comment[]): string {
  const all = comments
    .map(({ text, isHtml }) => (isHtml ? readHtml(text) : text))
    .join('\n')
    .trim();
  return all.length > MAX_COMMENT ? `${all.slice(0, MAX_COMMENT).replace(/\p{Surrogate}$/u, '')}…` : all;
}

/**
 * Finds the passages of annotations: each in the article that its source names, fetched where it is not
 * here yet; others in all texts that are on. One that names no source counts as found where exactly one
 * text has it best; of one whose source is none of the collection's the places are only offered. Rejects
 * when a text or the code cannot be had.
 * Cost: for each annotation the texts it may stand in, each searched once or twice.
 */
export async function findAnnotated(
  client: QueryClient,
  model: ReaderModel,
  annotations: readonly PassageAnnotation[],
): Promise<readonly ImportedPassage[]> {
  const { view, collection, shown, texts } = model;
  const open = collection.articles.filter(({ id }) => shown.includes(id) && texts.has(id));
  return Promise.all(
    annotations.map(async ({ source, selectors, comments }) => {
      const named = source === null ? null : findArticle(source, model);
      const answers = await Promise.all(
        (named === null ? open : [named]).map(async (article) => {
          const text =
            texts.get(article.id) ?? (await client.fetchQuery(textQuery(view.collection, article)));
          return { article, text, resolution: await resolve(client, text, selectors) };
        }),
      );
      const [answer] = answers;
      const found =
        named !== null && answer !== undefined
          ? { ...answer, places: [], foreign: null }
          : decide(answers, selectors, source);
      return { ...found, comment: readComment(comments) };
    }),
  );
}
