import { useMemo, useState } from 'react';
import { computeFlow, type FlowNode } from '../claims/origin-flow.ts';
import { indexVoices } from '../claims/origins.ts';
import type { ClaimFilter } from '../link/view-link.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { OriginSelect } from '../ui/rail/OriginSelect.tsx';
import { usePublishedClaims } from './use-published-claims.ts';
import type { ReaderModel } from './use-reader-model.ts';

interface OriginFilterProps {
  readonly model: ReaderModel;
  readonly onFilter: (filter: ClaimFilter) => void;
}

/** The origins of the claims in the sources that are on, each with how many claims rest on it; nothing until these are here. */
export function OriginFilter({ model, onFilter }: OriginFilterProps) {
  const { t, pick } = useStrings();
  // Of two origins with the same claims the one that was chosen.
  const [last, setLast] = useState('');
  const published = usePublishedClaims(model, false);
  const file = published.status === 'ready' ? published.file : null;
  const { shown, claims, hiddenClaims } = model;
  const origins = useMemo(() => {
    if (file === null) return [];
    const flow = computeFlow(file.claims, shown, indexVoices(file.voices));
    const through = new Map<string, Set<string>>();
    for (const { path, claim } of flow.passages) {
      for (const key of path) {
        const rest = through.get(key);
        if (rest === undefined) through.set(key, new Set([claim]));
        else rest.add(claim);
      }
    }
    return flow.nodes
      .flatMap((node) => {
        if (node.name === null) return [];
        const own = Array.from(through.get(node.key) ?? []);
        return { node, key: node.key, name: pick(node.name), claims: own };
      })
      .filter((one) => one.claims.length > 0)
      .toSorted((one, other) => other.claims.length - one.claims.length);
  }, [file, shown, pick]);
  if (origins.length === 0) return null;
  const hidden = new Set(hiddenClaims);
  const visible = claims.flatMap(({ id }) => (hidden.has(id) ? [] : [id]));
  const matching = origins.filter(
    (one) => one.claims.length === visible.length && one.claims.every((id) => !hidden.has(id)),
  );
  const same = matching.find(({ key }) => key === last) ?? matching[0];
  const isOf = (stage: FlowNode['stage']) => origins.filter(({ node }) => node.stage === stage);
  return (
    <OriginSelect
      groups={[
        { label: t('origins.speaker'), choices: isOf('speaker') },
        { label: t('origins.relay'), choices: isOf('relay') },
      ].filter(({ choices }) => choices.length > 0)}
      chosen={hidden.size === 0 ? '' : (same?.key ?? null)}
      onChoose={(choice) => {
        setLast(choice?.key ?? '');
        onFilter(choice === null ? { mode: 'except', ids: [] } : { mode: 'only', ids: choice.claims });
      }}
    />
  );
}
