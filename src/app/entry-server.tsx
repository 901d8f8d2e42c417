import { renderToString } from 'react-dom/server';
import { checkClaims } from '../claims/check-claims.ts';
import { parseClaims } from '../claims/claims.ts';
import { computeOutline } from '../claims/outline.ts';
import { checkCollection } from '../corpus/check-article.ts';
import { parseCollection } from '../corpus/collection.ts';
import { createI18n } from '../i18n/i18n.ts';
import { App, seedQueries } from './App.tsx';
import { embed } from './embedded.ts';
import { createQueryClient } from './queries.ts';

/** The first view as HTML, and the data that has to travel with it. */
export interface RenderedView {
  readonly html: string;
  readonly data: string;
}

/**
 * Renders the default view of a collection for the page as published. What the page carries is
 * trusted by the browser, so it is held here against the contracts and against every text.
 * @throws Error when the collection or its claims are not as their contracts say.
 */
export function renderFirstView(
  name: string,
  files: {
    readonly collection: unknown;
    readonly claims: unknown;
    readonly texts: ReadonlyMap<string, string>;
  },
): RenderedView {
  const collection = parseCollection(files.collection);
  const articles = collection.value?.articles.map(({ id }) => id) ?? [];
  const claims = parseClaims(files.claims, articles);
  const problems =
    collection.value === undefined || claims.value === undefined
      ? (collection.problems ?? claims.problems ?? [])
      : [
          ...checkCollection(collection.value, files.texts),
          ...checkClaims(claims.value, collection.value, files.texts),
        ];
  if (collection.value === undefined || claims.value === undefined || problems.length > 0) {
    throw new Error(`the default collection does not keep its contract: ${JSON.stringify(problems)}`);
  }
  const view = {
    name,
    collection: collection.value,
    outline: computeOutline(claims.value),
    texts: files.texts,
  };
  const client = createQueryClient();
  seedQueries(client, view);
  return { html: renderToString(<App client={client} i18n={createI18n()} />), data: embed(view) };
}
