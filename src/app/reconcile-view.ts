import { toggleSource } from '../link/source-order.ts';
import type { LinkProblem, ViewState } from '../link/view-link.ts';

/** What of a link cannot be followed: unreadable as it stands, or naming what the collection does not have. */
export type ViewProblem =
  | LinkProblem
  | { readonly kind: 'unknown-source'; readonly id: string }
  | { readonly kind: 'unknown-claim'; readonly id: string };

/**
 * Holds a view against a collection: what it does not have is left out and told of, each once.
 * While the claims are not known (null) nothing is said of them. A source that a passage points at is shown.
 * @param alone Claims that one article alone makes, of which only the one in focus may be; null while not known.
 */
export function reconcileView(
  view: ViewState,
  articles: readonly string[],
  claims: readonly string[] | null,
  alone: readonly string[] | null = [],
): { view: ViewState; problems: ViewProblem[] } {
  const named = [...(view.sources ?? []), ...view.passages.map(({ article }) => article)];
  const missingSources = new Set(named.filter((id) => !articles.includes(id)));
  const isKnown = (id: string) => claims === null || claims.includes(id);
  const mayFocus = (id: string) => isKnown(id) || alone === null || alone.includes(id);
  const focused = view.claim === null || mayFocus(view.claim) ? [] : [view.claim];
  const missingClaims = new Set([...focused, ...view.claims.ids.filter((id) => !isKnown(id))]);
  const sources = view.sources?.filter((id) => articles.includes(id)) ?? null;
  const wereAllUnknown = view.sources !== null && view.sources.length > 0 && sources?.length === 0;
  const passages = view.passages.filter(({ article }) => articles.includes(article));
  const pointedAt = new Set(
    passages.map(({ article }) => article).filter((id) => sources?.includes(id) === false),
  );
  const withPointedAt = Array.from(pointedAt).reduce<readonly string[] | null>(
    (on, id) => toggleSource(articles, on, id),
    sources,
  );
  const shown = view.claims.ids.filter(isKnown);
  const losesFilter = view.claims.mode === 'only' && view.claims.ids.length > 0 && shown.length === 0;
  return {
    view: {
      ...view,
      sources: wereAllUnknown ? null : withPointedAt,
      claim: focused.length > 0 ? null : view.claim,
      claims: losesFilter ? { mode: 'except', ids: [] } : { mode: view.claims.mode, ids: shown },
      passages,
    },
    problems: [
      ...Array.from(missingSources, (id) => ({ kind: 'unknown-source' as const, id })),
      ...Array.from(missingClaims, (id) => ({ kind: 'unknown-claim' as const, id })),
    ],
  };
}
