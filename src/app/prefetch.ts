import type { QueryClient } from '@tanstack/react-query';
import type { Collection } from '../corpus/collection.ts';
import { anchoringQuery, claimsQuery } from './queries.ts';

/** The comparison's code; loaded once. */
export const loadComparison = () => import('./ComparisonPanel.tsx');

/** How long the page may stay busy before the comparison is fetched all the same, in milliseconds. */
const PATIENCE = 4_000;

/**
 * Fetches what the first comparison and the first link need once the page has nothing better to do, so that opening it
 * does not wait. Failing is no matter here: opening a comparison asks again and says so. Returns what
 * calls it off.
 */
export function prefetchComparison(client: QueryClient, name: string, collection: Collection): () => void {
  const fetchAll = () => {
    // What fails here is asked for again, and told of, when it is needed.
    loadComparison().catch(() => undefined);
    void client.prefetchQuery(anchoringQuery);
    const claims = claimsQuery(name, collection);
    // Where a comparison was opened meanwhile and says that it failed, its way to try again stays where it is.
    if (client.getQueryState(claims.queryKey)?.status !== 'error') void client.prefetchQuery(claims);
  };
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(fetchAll, PATIENCE / 4);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(fetchAll, { timeout: PATIENCE });
  return () => cancelIdleCallback(request);
}
