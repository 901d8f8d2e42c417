import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loneQuery } from './queries.ts';
import { usePublishedClaims } from './use-published-claims.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** Does something once the page has nothing better to do; returns what calls it off. Not where the browser cannot tell. */
function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') return () => undefined;
  const request = requestIdleCallback(act);
  return () => cancelIdleCallback(request);
}

/**
 * Loads the table's code and computes its rows before they are asked for; draws nothing. Not while texts are on
 * their way, nor where they have changed since their claims were written: what becomes of those is told when it is
 * asked for. Failing is no matter here.
 */
export function TableAhead({ model }: { readonly model: ReaderModel }) {
  const client = useQueryClient();
  const published = usePublishedClaims(model, false);
  const { view, collection, alone, shown, held, columns } = model;
  const file = published.status === 'ready' ? published.file : null;
  const hasAlone = alone !== null;
  const isCalm =
    held?.tally == null && columns.every(({ state, isHidden }) => isHidden || state.status === 'ready');
  useEffect(() => {
    if (file === null || !isCalm) return undefined;
    let isWanted = true;
    const callOff = whenIdle(() => {
      if (!hasAlone) {
        void client.prefetchQuery(loneQuery(view.collection, collection));
        return;
      }
      Promise.all([import('./table-rows.ts'), import('./TablePage.tsx')]).then(
        ([{ indexOf, rowsOf }]) => (isWanted ? rowsOf(indexOf(file), shown) : null),
        () => undefined,
      );
    });
    return () => {
      isWanted = false;
      callOff();
    };
  }, [client, view.collection, collection, file, hasAlone, shown, isCalm]);
  return null;
}
