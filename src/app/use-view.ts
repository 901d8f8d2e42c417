import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { decodeView, encodeView, type LinkProblem, type ViewState } from '../link/view-link.ts';

/** Told when this page itself changes its address; the browser tells of all other changes. */
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

/** The anchor of the way past the rail, which works before the page is alive; it says nothing of the view. */
const SKIP_ANCHOR = 'text';

function readFragment(): string {
  const fragment = window.location.hash.slice(1);
  return fragment === SKIP_ANCHOR ? '' : fragment;
}

/** What the address says, what of it could not be read, and how to go elsewhere. */
export interface ViewAddress {
  readonly view: ViewState;
  readonly problems: readonly LinkProblem[];
  /** Goes to a view; the back button returns from it. The same view again changes nothing. */
  readonly navigate: (view: ViewState) => void;
}

/** The view in the address: the one home of what is on screen. The only place that touches it. */
export function useView(): ViewAddress {
  const fragment = useSyncExternalStore(subscribe, readFragment, () => '');
  const { view, problems } = useMemo(() => decodeView(fragment), [fragment]);
  const navigate = useCallback((next: ViewState) => {
    const encoded = encodeView(next);
    if (encoded === readFragment()) return;
    const { pathname, search } = window.location;
    window.history.pushState(null, '', encoded === '' ? `${pathname}${search}` : `#${encoded}`);
    for (const listener of listeners) listener();
  }, []);
  return { view, problems, navigate };
}

/** The whole address of a view on this site, to be sent to somebody. */
export function writeAddress(view: ViewState): string {
  const encoded = encodeView(view);
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${encoded === '' ? '' : `#${encoded}`}`;
}

/** Loads the page anew, at the same address. */
export function reloadPage(): void {
  window.location.reload();
}
