import { renderToString } from 'react-dom/server';
import { parseClaims } from '../claims/claims.ts';
import { computeOutline } from '../claims/outline.ts';
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
 * Renders the default view of a collection for the page as published.
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
  const claims = parseClaims(files.claims);
  if (collection.value === undefined || claims.value === undefined) {
    throw new Error(
      `the default collection is malformed: ${JSON.stringify(collection.problems ?? claims.problems)}`,
    );
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
