import type { Bilingual } from '../corpus/collection.ts';
import type { Chain, Claim } from './claims.ts';
import type { Voices } from './origins.ts';

/** Where somebody stands between what happened and the reader. */
export const STAGES = ['speaker', 'relay', 'outlet'] as const;
export type Stage = (typeof STAGES)[number];

/** A passage, and the way its words came: keys of nodes from whoever said it to the article. */
export interface FlowPassage {
  readonly claim: string;
  readonly article: string;
  /** Which of the claim's passages in the article, from 0. */
  readonly index: number;
  /** Of one node where the article says it in its own voice. */
  readonly path: readonly string[];
}

/** Somebody from whom articles have what they say, or an article. */
export interface FlowNode {
  /** A word that an address can carry: `from-` and the English name, or `in-` and the article's id. */
  readonly key: string;
  readonly stage: Stage;
  /** The name; of an article null. */
  readonly name: Bilingual | null;
  /** The article's id; of a name null. */
  readonly article: string | null;
  readonly isUnnamed: boolean;
}

/** What one node has from another. */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  /** How many passages came this way, never 0. */
  readonly passages: number;
}

/** Who has what from whom, over all claims given. */
export interface OriginFlow {
  /** Stage by stage; articles in the order given, names in the order of their first passage. */
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  readonly passages: readonly FlowPassage[];
}

/** As much of a name as a word of an address holds, with its prefix, in characters. */
const MAX_NAME = 56;

/** A word of letters, digits and single hyphens for a name; two names that come out alike are numbered. */
function makeKey(name: Bilingual, taken: ReadonlySet<string>): string {
  const plain = name.en.normalize('NFKD').replace(/[\u0300-\u036f’']/g, '');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? ['name'];
  const key = `from-${words.join('-').slice(0, MAX_NAME).replace(/-+$/, '')}`;
  for (let count = 2; ; count += 1) {
    const candidate =
      count === 2 && !taken.has(key) ? key : `${key.slice(0, MAX_NAME).replace(/-+$/, '')}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Where a name stands: as the collection says what it is, else by its place in this chain. */
function stageOf({ name }: Chain[number], place: number, chain: Chain, voices: Voices): Stage {
  const voice = voices.get(name.en);
  if (voice === undefined) return place < chain.length - 1 ? 'relay' : 'speaker';
  if (voice.kind === 'person') return 'speaker';
  if (voice.kind === 'body') return voice.unnamed === true ? 'relay' : 'speaker';
  return 'relay';
}

/** What each node has from each other by way of some passages. */
function computeLinks(passages: readonly FlowPassage[]): FlowLink[] {
  const links = new Map<string, FlowLink>();
  for (const { path } of passages) {
    for (const [place, to] of path.entries()) {
      const from = path[place - 1];
      if (from === undefined) continue;
      const key = `${from} ${to}`;
      links.set(key, { from, to, passages: (links.get(key)?.passages ?? 0) + 1 });
    }
  }
  return Array.from(links.values());
}

/**
 * Who has the passages of some claims from whom. Names are one when their English names are.
 * Linear in the passages.
 * @param articles Ids of the articles that count, in their order.
 * @param known The keys of names that have one already, by their English names.
 */
export function computeFlow(
  claims: readonly Pick<Claim, 'id' | 'evidence'>[],
  articles: readonly string[],
  voices: Voices,
  known: ReadonlyMap<string | undefined, string> = new Map(),
): OriginFlow {
  const names = new Map<string, FlowNode>();
  const taken = new Set<string>();
  const keyOf = (link: Chain[number], place: number, chain: Chain): string => {
    const found = names.get(link.name.en);
    if (found !== undefined) return found.key;
    const key = known.get(link.name.en) ?? makeKey(link.name, taken);
    taken.add(key);
    const stage = stageOf(link, place, chain, voices);
    const isUnnamed = voices.get(link.name.en)?.unnamed === true;
    names.set(link.name.en, { key, stage, name: link.name, article: null, isUnnamed });
    return key;
  };
  const shown = new Set(articles);
  const passages = claims.flatMap(({ id, evidence }) => {
    const counts = new Map<string, number>();
    return evidence.flatMap(({ article, attribution }): FlowPassage[] => {
      const index = counts.get(article) ?? 0;
      counts.set(article, index + 1);
      if (!shown.has(article)) return [];
      // Who is named twice on the way is passed once.
      const path = Array.from(new Set((attribution?.chain ?? []).map(keyOf).toReversed()));
      return [{ claim: id, article, index, path: [...path, `in-${article}`] }];
    });
  });
  const outlets = articles.map((article): FlowNode => ({
    key: `in-${article}`,
    stage: 'outlet',
    name: null,
    article,
    isUnnamed: false,
  }));
  const all = [...names.values(), ...outlets];
  return {
    nodes: STAGES.flatMap((stage) => all.filter((node) => node.stage === stage)),
    links: computeLinks(passages),
    passages,
  };
}

/**
 * The keys of all names in some claims, by their English names: given to {@link computeFlow}, they let a name keep
 * its word of the address whatever is shown of it.
 */
export function findKeys(
  claims: readonly Pick<Claim, 'id' | 'evidence'>[],
  articles: readonly string[],
  voices: Voices,
): ReadonlyMap<string | undefined, string> {
  return new Map(computeFlow(claims, articles, voices).nodes.map(({ key, name }) => [name?.en, key]));
}

/** The passages that came through all nodes named: one, or two that are neighbours on the way. */
export function findPassages({ passages }: OriginFlow, keys: readonly string[]): FlowPassage[] {
  const [from, to] = keys;
  return passages.filter(({ path }) =>
    path.some((key, place) => key === from && (to === undefined || path[place + 1] === to)),
  );
}

/** A flow of some of its passages alone: the nodes they pass and the links they make. */
export function narrowFlow({ nodes }: OriginFlow, passages: readonly FlowPassage[]): OriginFlow {
  const passed = new Set(passages.flatMap(({ path }) => path));
  return { nodes: nodes.filter(({ key }) => passed.has(key)), links: computeLinks(passages), passages };
}

/** How many passages pass each node, by its key; nodes that none passes are left out. */
export function countPassages(passages: readonly FlowPassage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of passages) for (const key of path) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Ids of the claims of some passages, each once, in their order. */
export function findClaims(passages: readonly FlowPassage[]): string[] {
  return Array.from(new Set(passages.map(({ claim }) => claim)));
}
