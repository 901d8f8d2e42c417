import type { Part } from '../corpus/collection.ts';
import { indexArticle, type ArticleIndex } from '../search/article-index.ts';
import { parseQuery } from '../search/query.ts';
import { joinIndexes, type SearchIndex } from '../search/search-index.ts';
import { search, type SearchResult } from '../search/search.ts';

/** A text that can be searched. */
export interface SearchedText {
  readonly id: string;
  readonly text: string;
  readonly parts: readonly Part[];
}

/** What to search, and for what. */
export interface Sought {
  readonly collection: string;
  /** The ids of the texts, in the order in which they are to be answered. */
  readonly articles: readonly string[];
  readonly typed: string;
  readonly withFurniture: boolean;
}

/** What was found. */
export interface Found extends SearchResult {
  readonly sought: Sought;
  /** Whether more was typed than was looked for. */
  readonly isCut: boolean;
}

/**
 * Search that keeps what it has read: each text is indexed once, and the open ones are put together
 * when they change. Needs no page, so it runs in it or in a worker.
 */
export function createSearching() {
  const indexes = new Map<string, ArticleIndex>();
  let joined: { readonly key: string; readonly index: SearchIndex } | null = null;
  const nameOf = (collection: string, article: string) => `${collection}/${article}`;
  const join = ({ collection, articles }: Sought): SearchIndex => {
    const key = `${collection}/${articles.join('.')}`;
    if (joined?.key === key) return joined.index;
    const own = articles.flatMap((article) => indexes.get(nameOf(collection, article)) ?? []);
    joined = { key, index: joinIndexes(own) };
    return joined.index;
  };
  return {
    /** Which texts have still to be given. */
    findMissing: (collection: string, articles: readonly string[]): string[] =>
      articles.filter((article) => !indexes.has(nameOf(collection, article))),
    /** Reads texts. Linear. */
    add: (collection: string, texts: readonly SearchedText[]): void => {
      for (const { id, text, parts } of texts) {
        indexes.set(nameOf(collection, id), indexArticle(id, text, parts));
      }
    },
    /** Searches texts that were given before; those that were not are left out. */
    search: (sought: Sought): Found => {
      const query = parseQuery(sought.typed);
      const { withFurniture } = sought;
      return { ...search(join(sought), query, { withFurniture }), sought, isCut: query.isCut };
    },
  };
}

/** What {@link createSearching} gives. */
export type Searching = ReturnType<typeof createSearching>;
