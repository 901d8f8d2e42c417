import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { anchoringQuery } from './queries.ts';

type Anchoring = Awaited<ReturnType<NonNullable<typeof anchoringQuery.queryFn>>>;

/**
 * Gives the function that does something with what describes passages: at once where it is here
 * already, as it is soon after the page is alive, because some browsers allow copying only straight
 * from the press of a button; else as soon as it is. `onFailed` is told when it cannot be had.
 */
export function useAnchoring(): (action: (anchoring: Anchoring) => void, onFailed: () => void) => void {
  const client = useQueryClient();
  return useCallback(
    (action, onFailed) => {
      const here = client.getQueryData<Anchoring>(anchoringQuery.queryKey);
      if (here === undefined) client.fetchQuery(anchoringQuery).then(action, onFailed);
      else action(here);
    },
    [client],
  );
}
