import { startTransition, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { decodeView, isSelector, type LinkProblem, type ViewState } from '../link/view-link.ts';
import { followLinks, readFragment, subscribeToAddress } from './address.ts';

/** What the address says, and what of it could not be read. */
export interface ViewAddress {
  readonly view: ViewState;
  readonly problems: readonly LinkProblem[];
  /** The selector that stands there in the place of a view, without `#`; null when a view does. */
  readonly selector: string | null;
  /** False while the page as published is shown, whatever the address asks for. */
  readonly isRead: boolean;
}

/**
 * The view in the address: the one home of what is on screen. The page as published shows the default
 * view; what the address asks for comes once it is alive, and not in one piece with coming alive.
 */
export function useView(): ViewAddress {
  const [fragment, setFragment] = useState<string | null>(null);
  useEffect(() => {
    const read = () => setFragment(readFragment());
    startTransition(read);
    // Whoever presses something before that acts on what the address asks for.
    const readAtOnce = () => flushSync(read);
    const presses = ['pointerdown', 'keydown'] as const;
    for (const press of presses) window.addEventListener(press, readAtOnce, { capture: true, once: true });
    const ends = [subscribeToAddress(read), followLinks()];
    return () => {
      for (const end of ends) end();
      for (const press of presses) window.removeEventListener(press, readAtOnce, { capture: true });
    };
  }, []);
  return useMemo(
    () => ({
      ...decodeView(fragment ?? ''),
      selector: fragment !== null && isSelector(fragment) ? fragment : null,
      isRead: fragment !== null,
    }),
    [fragment],
  );
}
