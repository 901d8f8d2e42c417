import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ClaimsFile } from '../claims/claims.ts';
import { computeFlow, findKeys, findPassages } from '../claims/origin-flow.ts';
import { computeOrigins, indexVoices } from '../claims/origins.ts';
import { encodeView, type ViewState } from '../link/view-link.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { ORDERS, type ClaimRow } from '../ui/origins/ClaimsTable.tsx';
import { writeOriginNames, writeOrigins } from './origin-words.ts';
import { claimsQuery } from './queries.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** A claim with its origins in words. */
export interface OriginRow extends ClaimRow {
  /** Name of the only source that makes it; null for a shared claim. */
  readonly only: string | null;
  /** How many origins it has and which, in a sentence. */
  readonly summary: () => string;
}

function hrefOf(view: ViewState): string {
  return `./#${encodeView(view)}`;
}

/** Everything the view of origins shows, of the sources that are on and the claim that the address names. */
export function useOrigins(model: ReaderModel, file: ClaimsFile) {
  const strings = useStrings();
  const { view, shown, collection, appearances, loneAppearances } = model;
  const { data: published } = useQuery(claimsQuery(view.collection, collection));
  const voices = useMemo(() => indexVoices(file.voices), [file]);
  const focused = [...file.claims, ...file.alone].find(({ id }) => id === view.claim) ?? null;
  const lone = published?.alone ?? file.alone;
  const keys = useMemo(() => {
    const all = collection.articles.map(({ id }) => id);
    return findKeys([...file.claims, ...lone], all, voices);
  }, [file, lone, collection, voices]);
  const drawn = useMemo(
    () => (focused === null ? [...file.claims, ...(view.marksAlone ? file.alone : [])] : [focused]),
    [file, focused, view.marksAlone],
  );
  const flow = useMemo(() => {
    const makes = (id: string) => focused?.evidence.some(({ article }) => article === id) ?? true;
    return computeFlow(drawn, shown.filter(makes), voices, keys);
  }, [drawn, focused, shown, voices, keys]);
  const articles = useMemo(
    () => shown.flatMap((id) => collection.articles.find((article) => article.id === id) ?? []),
    [shown, collection],
  );
  const names = useMemo(
    () =>
      new Map(
        flow.nodes.map(({ key, name, article }) => {
          const label = articles.find(({ id }) => id === article)?.label;
          return [key, strings.pick(name ?? label ?? { ar: key, en: key })];
        }),
      ),
    [flow, articles, strings],
  );
  const rows = useMemo(
    () =>
      [...file.claims, ...file.alone].flatMap((claim): OriginRow[] => {
        const origins = computeOrigins(claim, articles, voices);
        const look = appearances.get(claim.id) ?? loneAppearances.get(claim.id);
        if (origins.sources.length === 0 || look === undefined) return [];
        const isShared = appearances.has(claim.id);
        const maker = articles.find(({ id }) => id === origins.sources[0]);
        return [
          {
            id: claim.id,
            label: strings.label(claim.label),
            look,
            only: isShared || maker === undefined ? null : strings.pick(maker.label),
            sources: origins.sources.length,
            least: origins.least,
            most: origins.most,
            names: writeOriginNames(origins, articles, strings),
            summary: () => writeOrigins(origins, articles, strings),
            drawn: hrefOf({ ...view, claim: claim.id === view.claim ? null : claim.id }),
            read: hrefOf({ ...view, view: 'reader', arrange: [], claim: claim.id }),
          },
        ];
      }),
    [file, articles, voices, appearances, loneAppearances, view, strings],
  );
  const order = ORDERS.find((one) => view.arrange.includes(one)) ?? ORDERS[0];
  const words = view.arrange.filter((word) => ORDERS.every((one) => one !== word));
  const asked = words.filter((word) => flow.nodes.some(({ key }) => key === word)).slice(0, 2);
  const lit = findPassages(flow, asked);
  const chosen = lit.length > 0 ? asked : [];
  return {
    flow,
    rows,
    /** Those of them that the table lists: shared ones, and the one in focus. */
    listed: rows.filter(({ id, only }) => only === null || id === view.claim),
    chosen,
    lit,
    order,
    /** Words of the address that are neither an order nor in the drawing. */
    unknown: words.filter((word) => !chosen.includes(word)),
    nameOf: (key: string) => names.get(key) ?? key,
    focused:
      focused === null
        ? null
        : { label: strings.label(focused.label), row: rows.find(({ id }) => id === focused.id) ?? null },
    /** The address without a claim. */
    allDrawn: hrefOf({ ...view, claim: null }),
    /** How many claims the sources that are on make alone. */
    aloneCount: lone.filter(({ evidence }) => evidence.some(({ article }) => shown.includes(article))).length,
  };
}
