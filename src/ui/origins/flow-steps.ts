import type { FlowPassage } from '../../claims/origin-flow.ts';
import type { FlowLayout } from './flow-layout.ts';

/** A step of the keyboard: towards the articles or away from them, up or down the drawing, to either end. */
export type Step = 'onward' | 'back' | 'up' | 'down' | 'first' | 'last';

/** What a link is called among nodes: the keys of both its ends. */
export const keyOfLink = ({ from, to }: { readonly from: string; readonly to: string }) => `${from} ${to}`;

/**
 * What the focus goes to from a node or a link: across the drawing from node to link and on to the next
 * node, down it among the nodes of a stage or among all links. Null where there is nothing further.
 */
export function findStep({ nodes, links }: FlowLayout, at: string, step: Step): string | null {
  const byPlace = links.toSorted(
    (one, other) =>
      (one.points[0]?.[0] ?? 0) - (other.points[0]?.[0] ?? 0) ||
      (one.points[0]?.[1] ?? 0) - (other.points[0]?.[1] ?? 0),
  );
  if (step === 'first') return nodes[0]?.node.key ?? null;
  if (step === 'last') return nodes.at(-1)?.node.key ?? null;
  const by = step === 'up' ? -1 : 1;
  const link = byPlace.findIndex((one) => keyOfLink(one.link) === at);
  const current = byPlace[link];
  if (current !== undefined) {
    if (step === 'onward') return current.link.to;
    if (step === 'back') return current.link.from;
    const next = byPlace[link + by];
    return next === undefined ? null : keyOfLink(next.link);
  }
  if (step === 'onward' || step === 'back') {
    const next = byPlace.find((one) => (step === 'onward' ? one.link.from : one.link.to) === at);
    return next === undefined ? null : keyOfLink(next.link);
  }
  const stage = nodes.find(({ node }) => node.key === at)?.node.stage;
  const level = nodes.filter(({ node }) => node.stage === stage);
  const place = level.findIndex(({ node }) => node.key === at);
  return level[place + by]?.node.key ?? null;
}

/** Keys of the nodes and links through which passages came. */
export function findLit(passages: readonly FlowPassage[]): ReadonlySet<string> {
  const lit = new Set<string>();
  for (const { path } of passages) {
    for (const [place, key] of path.entries()) {
      lit.add(key);
      const from = path[place - 1];
      if (from !== undefined) lit.add(keyOfLink({ from, to: key }));
    }
  }
  return lit;
}
