import { encodeView, type ViewState } from '../link/view-link.ts';

/** Told when this page itself changes its address; the browser tells of all other changes. */
const listeners = new Set<() => void>();

/** Tells when the browser goes to another address: by a link, by hand, back or forward. Returns what ends that. */
export function subscribeToNavigation(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

/** Tells of every change of the address, whoever makes it. Returns what ends that. */
export function subscribeToAddress(listener: () => void): () => void {
  listeners.add(listener);
  const unsubscribe = subscribeToNavigation(listener);
  return () => {
    listeners.delete(listener);
    unsubscribe();
  };
}

/** The anchor of the way past the rail, which works before the page is alive; it says nothing of the view. */
const SKIP_ANCHOR = 'text';

/** What the address says of the view, without `#`; empty for the default view. */
export function readFragment(): string {
  const fragment = window.location.hash.slice(1);
  return fragment === SKIP_ANCHOR ? '' : fragment;
}

/**
 * Goes to a view; the back button returns from it, unless it takes the `place` of the present one, as
 * what is being typed does. The same view again changes nothing.
 */
export function goTo(view: ViewState, place: 'push' | 'replace' = 'push'): void {
  const encoded = encodeView(view);
  if (encoded === readFragment()) return;
  const { pathname, search } = window.location;
  window.history[`${place}State`](null, '', encoded === '' ? `${pathname}${search}` : `#${encoded}`);
  for (const listener of listeners) listener();
}

/** A link as it is pressed; the address and the target of one in a drawing are no strings. */
interface PressedLink {
  readonly href: unknown;
  readonly target: unknown;
  readonly isDownload: boolean;
}

/** How a link is pressed. */
type Press = Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>;

/** A view's address within the page at the address `here`, or null where a press asks for anything else. */
export function findAsked(
  { href, target, isDownload }: PressedLink,
  press: Press,
  here: string,
): string | null {
  const isPlain = press.button === 0 && !press.metaKey && !press.ctrlKey && !press.shiftKey && !press.altKey;
  if (press.defaultPrevented || !isPlain || typeof href !== 'string') return null;
  if (target !== '' || isDownload) return null;
  const [page, fragment] = href.split(/#(.*)/s, 2);
  if (fragment === undefined || page !== here.split('#', 1)[0]) return null;
  return /^(v=|$)/.test(fragment) ? href : null;
}

/**
 * Follows links to views itself: for an address that changes after `#` the browser would look through the
 * whole page for a place of that name. Returns what ends that.
 */
export function followLinks(): () => void {
  const follow = (event: MouseEvent) => {
    const pressed = event.target instanceof Element ? event.target.closest('a[href*="#"]') : null;
    if (pressed === null) return;
    const { href, target } = pressed as HTMLAnchorElement;
    const here = window.location.href;
    const asked = findAsked({ href, target, isDownload: pressed.hasAttribute('download') }, event, here);
    if (asked === null) return;
    event.preventDefault();
    if (asked !== here) window.history.pushState(null, '', asked);
    // Whoever listens is told what the browser would tell, also of the present address.
    window.dispatchEvent(asked === here ? new PopStateEvent('popstate') : new HashChangeEvent('hashchange'));
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
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
