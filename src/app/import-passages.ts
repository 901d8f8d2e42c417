import type { QueryClient } from '@tanstack/react-query';
import type { PassageOutcome } from '../anchoring/anchoring.ts';
import type { Article } from '../corpus/collection.ts';
import type { Problem } from '../corpus/parsed.ts';
import type { PassageAnnotation } from '../exchange/annotations.ts';
import type { TextSelector } from '../exchange/selectors.ts';
import { resolveSelectors } from '../exchange/web-annotation.ts';
import { decodeView, DEFAULT_VIEW } from '../link/view-link.ts';
import { writeAddress } from './address.ts';
import { LONG_TEXT, textQuery, workerQuery } from './queries.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** An annotation's passage, and what became of it. */
export interface ImportedPassage {
  /** The article it was found in, or was sought in; null when it may be any. */
  readonly article: Article | null;
  readonly text: string;
  readonly resolution: PassageOutcome;
  /** Articles that have it equally well; empty unless nothing says which is meant. */
  readonly rivals: readonly Article[];
  /** What is said of it, as plain text. */
  readonly comment: string;
}

/** What was opened from annotations: shown until something else is. */
export interface Imported {
  /** Tells one opening from the next. */
  readonly id: number;
  readonly passages: readonly ImportedPassage[];
  /** What of it could not be read. */
  readonly problems: readonly Problem[];
}

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

/** Finds selectors in a text; a long one is searched beside the page. */
async function resolve(
  client: QueryClient,
  text: string,
  selectors: readonly TextSelector[],
): Promise<PassageOutcome> {
  if (text.length <= LONG_TEXT) return resolveSelectors(text, selectors);
  const { askWorker } = await client.fetchQuery(workerQuery);
  return askWorker(async (worker) => await worker.resolveSelectors(text, selectors));
}

/** The one answer of several texts: where exactly one of them has the passage. */
function decide(
  answers: readonly Omit<ImportedPassage, 'comment' | 'rivals'>[],
  selectors: readonly TextSelector[],
): Omit<ImportedPassage, 'comment'> {
  const standing = answers.filter(({ resolution }) => 'span' in resolution);
  const maybe = answers.filter(({ resolution }) => resolution.outcome === 'ambiguous');
  const [only] = standing.length > 0 ? standing : maybe;
  if (only !== undefined && (standing.length === 1 || (standing.length === 0 && maybe.length === 1))) {
    return { ...only, rivals: [] };
  }
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  const rivals = [...standing, ...maybe].flatMap(({ article }) => article ?? []);
  const sought = quote?.type === 'TextQuoteSelector' ? quote.exact : null;
  const resolution: PassageOutcome = { outcome: 'gone', sought, wordCount: null, nearest: null };
  return { article: null, text: '', resolution, rivals };
}

/**
 * Finds the passages of annotations: each in the article that its source names, fetched where it is not
 * here yet; one whose source is none of the collection's in all texts that are on, and it counts as found where
 * exactly one has it. Rejects when a text or the code cannot be had.
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
    annotations.map(async ({ source, selectors, comment }) => {
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
        named !== null && answer !== undefined ? { ...answer, rivals: [] } : decide(answers, selectors);
      return { ...found, comment };
    }),
  );
}
