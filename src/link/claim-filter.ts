import type { ClaimFilter } from './view-link.ts';

/** Ids of the claims that a filter hides, in the order of `all`. */
export function findHiddenClaims(all: readonly string[], filter: ClaimFilter): string[] {
  const names = new Set(filter.ids);
  return all.filter((id) => names.has(id) === (filter.mode === 'except'));
}

/** The shorter way of saying which claims are hidden; `except` none when all are shown. */
export function createClaimFilter(all: readonly string[], hidden: readonly string[]): ClaimFilter {
  const shown = all.filter((id) => !hidden.includes(id));
  return shown.length < hidden.length
    ? { mode: 'only', ids: shown }
    : { mode: 'except', ids: all.filter((id) => hidden.includes(id)) };
}

/** The filter after one claim was turned on or off. */
export function toggleClaim(all: readonly string[], filter: ClaimFilter, id: string): ClaimFilter {
  const hidden = findHiddenClaims(all, filter);
  return createClaimFilter(
    all,
    hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id],
  );
}
