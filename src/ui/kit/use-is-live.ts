import { useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;

/** False in the page as published and while it is hydrated, true once it is alive. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
