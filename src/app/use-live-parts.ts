import { startTransition, useEffect, useState } from 'react';
import type * as LiveParts from './live-parts.ts';
import { loadWithStrings } from './Part.tsx';

/** What only a live page has, once its code is here: null until then; `retry` where it cannot be had. */
export function useLiveParts(): {
  readonly parts: typeof LiveParts | null;
  readonly retry: (() => void) | null;
} {
  const [parts, setParts] = useState<typeof LiveParts | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    loadWithStrings(() => import('./live-parts.ts')).then(
      (loaded) => startTransition(() => setParts(loaded)),
      () => setFailed(true),
    );
  }, [attempt]);
  const retry = () => {
    setFailed(false);
    setAttempt(attempt + 1);
  };
  return { parts, retry: hasFailed ? retry : null };
}
