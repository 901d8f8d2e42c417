import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { NamedPassage } from '../link/passage-link.ts';
import type { Span } from '../text/offsets.ts';
import { LONG_TEXT } from './long-text.ts';
import { anchoringQuery, workerQuery } from './queries.ts';

type Anchoring = Awaited<ReturnType<NonNullable<typeof anchoringQuery.queryFn>>>;

/** A place of an article, with the article's text. */
export interface Place {
  readonly article: string;
  readonly text: string;
  readonly span: Span;
}

/** A place with its name. */
export interface Named {
  readonly place: Place;
  readonly passage: NamedPassage;
}

function toNamed(place: Place, token: string | null): Named[] {
  return token === null ? [] : [{ place, passage: { article: place.article, token } }];
}

/**
 * Gives the function that names passages as links carry them, and does something with the names; those
 * that touch no word have none and are left out. Done at once where the code is here already, as it is
 * soon after the page is alive, because some browsers allow copying only straight from the press of a
 * button; else, and for long texts, as soon as it can be. `onFailed` is told when it cannot be done.
 */
export function useAnchoring(): (
  places: readonly Place[],
  use: (named: readonly Named[]) => void,
  onFailed: () => void,
) => void {
  const client = useQueryClient();
  return useCallback(
    (places, use, onFailed) => {
      const here = client.getQueryData<Anchoring>(anchoringQuery.queryKey);
      const isShort = (place: Place) => place.text.length <= LONG_TEXT;
      if (here !== undefined && places.every(isShort)) {
        use(places.flatMap((place) => toNamed(place, here.describePassage(place.text, place.span))));
        return;
      }
      const name = async (place: Place): Promise<Named[]> => {
        const { text, span } = place;
        if (isShort(place)) {
          return toNamed(place, (await client.fetchQuery(anchoringQuery)).describePassage(text, span));
        }
        const { askWorker } = await client.fetchQuery(workerQuery);
        return toNamed(place, await askWorker((worker) => worker.describePassage(text, span)));
      };
      Promise.all(places.map(name)).then((named) => use(named.flat()), onFailed);
    },
    [client],
  );
}
