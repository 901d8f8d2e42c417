import { useLayoutEffect, useRef, useState } from 'react';

/**
 * Functions that stay the same and always call the newest of the same name: what they are given to is
 * drawn anew only when its own facts change. To be called from events, not while drawing. The names must
 * not change from one drawing to the next.
 */
export function useSteady<Functions extends Readonly<Record<string, (...asked: never[]) => void>>>(
  functions: Functions,
): Functions {
  const newest = useRef(functions);
  useLayoutEffect(() => {
    newest.current = functions;
  });
  const [steady] = useState(
    () =>
      Object.fromEntries(
        Object.keys(functions).map((name) => [name, (...asked: never[]) => newest.current[name]?.(...asked)]),
      ) as Functions,
  );
  return steady;
}
