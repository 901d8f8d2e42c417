import { startTransition, useEffect, useState } from 'react';

/**
 * False in the page as published and while it is hydrated, true once it is alive. It turns true when
 * there is nothing more urgent to do: what waits for it must not keep the page from coming alive.
 */
export function useIsLive(): boolean {
  const [isLive, setLive] = useState(false);
  useEffect(() => startTransition(() => setLive(true)), []);
  return isLive;
}
