import { useLayoutEffect, useMemo } from 'react';
import { computeFlow, findKeys, type FlowNode, type OriginFlow } from '../claims/origin-flow.ts';
import { indexVoices } from '../claims/origins.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { OriginSelect } from '../ui/rail/OriginSelect.tsx';
import { usePublishedClaims } from './use-published-claims.ts';
import type { ReaderModel } from './use-reader-model.ts';

interface OriginFilterProps {
  readonly model: ReaderModel;
  /** The key of an origin and its claims in all sources, on or off, or null for all claims. */
  readonly onFilter: (key: string | null, claims: readonly string[]) => void;
  /** Told which claims the list is to have, null for all, whenever that changes. */
  readonly onListed: (claims: ReadonlySet<string> | null) => void;
}

/** The claims that have a passage by way of each node, by its key. */
function findClaimsThrough({ passages }: OriginFlow): ReadonlyMap<string, ReadonlySet<string>> {
  const through = new Map<string, Set<string>>();
  for (const { path, claim } of passages) {
    for (const key of path) {
      const rest = through.get(key);
      if (rest === undefined) through.set(key, new Set([claim]));
      else rest.add(claim);
    }
  }
  return through;
}

/** The origins of the claims in the sources that are on, each with how many claims rest on it; nothing until these are here. */
export function OriginFilter({ model, onFilter, onListed }: OriginFilterProps) {
  const { t, pick } = useStrings();
  const published = usePublishedClaims(model, false);
  const file = published.status === 'ready' ? published.file : null;
  const { shown, claims, view, collection } = model;
  const { keys, origins } = useMemo(() => {
    if (file === null) return { keys: new Set<string>(), origins: [] };
    const voices = indexVoices(file.voices);
    const all = collection.articles.map(({ id }) => id);
    const known = findKeys(file.claims, all, voices);
    const flow = computeFlow(file.claims, shown, voices, known);
    const through = findClaimsThrough(flow);
    const everywhere = findClaimsThrough(computeFlow(file.claims, all, voices, known));
    const named = flow.nodes.flatMap((node) => {
      if (node.name === null) return [];
      return {
        node,
        key: node.key,
        name: pick(node.name),
        claims: Array.from(through.get(node.key) ?? []),
        everywhere: Array.from(everywhere.get(node.key) ?? []),
      };
    });
    return {
      keys: new Set(known.values()),
      origins: named
        .filter((one) => one.claims.length > 0)
        .toSorted((one, other) => other.claims.length - one.claims.length),
    };
  }, [file, shown, collection, pick]);
  const words = view.view === 'reader' ? view.arrange : [];
  const chosen = words.find((word) => word.startsWith('from-') && keys.has(word)) ?? null;
  const listed = useMemo(
    () => (chosen === null ? null : new Set(origins.find(({ key }) => key === chosen)?.claims)),
    [chosen, origins],
  );
  useLayoutEffect(() => onListed(listed), [listed, onListed]);
  if (file === null || (origins.length === 0 && chosen === null)) return null;
  const isOf = (stage: FlowNode['stage']) => origins.filter(({ node }) => node.stage === stage);
  return (
    <OriginSelect
      groups={[
        { label: t('origins.speaker'), choices: isOf('speaker') },
        { label: t('origins.relay'), choices: isOf('relay') },
      ].filter(({ choices }) => choices.length > 0)}
      chosen={chosen}
      total={claims.length}
      unknown={words.filter((word) => word !== chosen)}
      onChoose={(choice) => onFilter(choice?.key ?? null, choice?.everywhere ?? [])}
    />
  );
}
