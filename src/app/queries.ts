import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { PassageOutcome } from '../anchoring/outcome.ts';
import type { FoundAbsence } from '../claims/absence.ts';
import type { ClaimsFile } from '../claims/claims.ts';
import type { HeldEvents } from '../claims/held-events.ts';
import type { ClaimOutline, ClaimsOutline } from '../claims/outline.ts';
import type { Article, Collection } from '../corpus/collection.ts';
import { encodePassage, type PassageTarget } from '../link/passage-link.ts';
import { LoadError } from './load-error.ts';
import { LONG_TEXT } from './long-text.ts';
import type { OpenLoneClaims } from './lone-marks.ts';
import type { Found, SearchedText, Sought } from './searching.ts';

/** Fetching and validating are loaded with the first file that is fetched: the first view needs neither. */
const loading = async () => {
  try {
    return await import('./load.ts');
  } catch (error) {
    throw new LoadError('offline', String(error));
  }
};

/** The cache of published files. They do not change while they are read, so nothing is fetched twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 'static',
        gcTime: Number.POSITIVE_INFINITY,
        // A file that is missing or malformed stays so; a connection, or a server, may come back at once.
        retry: (count, error) =>
          error instanceof LoadError && /^(offline|server)$/.test(error.failure) && count < 1,
        retryDelay: 500,
        networkMode: 'always',
      },
    },
  });
}

/** A collection's manifest. */
export function collectionQuery(name: string) {
  return queryOptions({
    queryKey: ['collection', name],
    queryFn: async ({ signal }): Promise<Collection> => (await loading()).loadCollection(name, signal),
  });
}

/** A collection's claims whole; asked for when they are compared. */
export function claimsQuery(name: string, collection: Collection) {
  return queryOptions({
    queryKey: ['claims', name],
    queryFn: async ({ signal }): Promise<ClaimsFile> =>
      (await loading()).loadClaims(name, collection, signal),
  });
}

/** A collection's claims as far as reading needs them; asked for once the manifest has named their file. */
export function outlineQuery(name: string, collection: Collection) {
  return queryOptions({
    queryKey: ['outline', name],
    queryFn: async ({ client, queryKey }): Promise<ClaimsOutline> => {
      const { holdClaims } = await loading();
      const file = await client.fetchQuery(claimsQuery(name, collection));
      return holdClaims(file, (found) => client.setQueryData(queryKey, found));
    },
    // It answers anew what it is asked, though it looks the same.
    structuralSharing: false,
    enabled: collection.claims !== '',
  });
}

/** What one article alone says; asked for when it is marked, listed or named by the address. */
export function loneQuery(name: string, collection: Collection) {
  return queryOptions({
    queryKey: ['alone', name],
    queryFn: async ({ client, queryKey }): Promise<OpenLoneClaims> => {
      const { openLoneClaims } = await loading();
      const file = await client.fetchQuery(claimsQuery(name, collection));
      return openLoneClaims(file, (found) => client.setQueryData(queryKey, found));
    },
    structuralSharing: false,
  });
}

/** Why those articles whose texts are here do not make a claim, by article; asked for when it is in focus, once the claims are here. */
export function absencesQuery(
  name: string,
  collection: Collection,
  texts: ReadonlyMap<string, string>,
  file: ClaimsFile | undefined,
  claim: ClaimOutline | undefined,
) {
  return queryOptions({
    // A claim's passages may be found again, elsewhere, after it was first looked at.
    queryKey: [
      'absences',
      name,
      claim?.id,
      claim?.evidence.map(({ article, range }) => `${article} ${range.start}-${range.end}`),
      Array.from(texts.keys()),
    ],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, FoundAbsence>> => {
      const { findAbsences } = await import('./find-absences.ts');
      if (claim === undefined || file === undefined) return new Map();
      return findAbsences({ name, collection, texts, claim, file, signal });
    },
    enabled: claim !== undefined && file !== undefined,
    structuralSharing: false,
  });
}

/** What happened when, in texts of which some have changed since that was written down; asked for by the timeline. */
export function eventsQuery(name: string, collection: Collection, texts: ReadonlyMap<string, string>) {
  return queryOptions({
    queryKey: ['events', name, Array.from(texts.keys())],
    queryFn: async ({ client }): Promise<HeldEvents> => {
      const [{ findEvents }, { seek }] = await Promise.all([
        import('../claims/held-events.ts'),
        import('./hold-claims.ts'),
      ]);
      const file = await client.fetchQuery(claimsQuery(name, collection));
      return findEvents(file, collection.articles, texts, seek);
    },
    structuralSharing: false,
  });
}

/** The text of one article. */
export function textQuery(name: string, article: Article) {
  return queryOptions({
    queryKey: ['text', name, article.id],
    queryFn: async ({ signal }): Promise<string> => (await loading()).loadText(name, article, signal),
  });
}

/** What names and finds passages; only a link that points at some needs it before the page is alive. */
export const anchoringQuery = queryOptions({
  queryKey: ['anchoring'],
  queryFn: () => import('../anchoring/anchoring.ts'),
});

/** The worker's side of the page; only long texts need it. */
export const workerQuery = queryOptions({
  queryKey: ['anchoring-worker'],
  queryFn: () => import('./anchoring-worker.ts'),
});

/** What became of a passage in the text of its article. */
export function outcomeQuery(name: string, text: string, target: PassageTarget) {
  return queryOptions({
    queryKey: ['outcome', name, encodePassage(target)],
    queryFn: async ({ client }): Promise<PassageOutcome> => {
      if (text.length <= LONG_TEXT) {
        return (await client.fetchQuery(anchoringQuery)).resolvePassage(text, target);
      }
      const { askWorker } = await client.fetchQuery(workerQuery);
      return askWorker(async (worker) => await worker.resolvePassage(text, target));
    },
  });
}

/** How long what was found is kept after something else is looked for, in milliseconds. */
const KEEP_FOUND = 60_000;

/** What the texts that are open say to what is typed into search. */
export function searchQuery(sought: Sought, texts: readonly SearchedText[]) {
  return queryOptions({
    queryKey: ['search', sought],
    queryFn: async (): Promise<Found> => (await import('./search-texts.ts')).searchTexts(sought, texts),
    gcTime: KEEP_FOUND,
    structuralSharing: false,
  });
}
