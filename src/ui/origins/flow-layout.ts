import { STAGES, type FlowLink, type FlowNode, type OriginFlow } from '../../claims/origin-flow.ts';

/** Where a node stands: its stage, and its upper edge and height in rem. */
export interface PlacedNode {
  readonly node: FlowNode;
  readonly top: number;
  readonly height: number;
}

/** The line of a link. */
export interface PlacedLink {
  readonly link: FlowLink;
  /** Thickness in rem. */
  readonly width: number;
  /**
   * Where it passes: across in stages, 0 at the speakers' end of the drawing to 1 at the articles' end,
   * down in rem. Two points or four, the middle ones where it passes a stage in which it has no node.
   */
  readonly points: readonly (readonly [across: number, down: number])[];
}

/** A drawing of who has what from whom. */
export interface FlowLayout {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  /** In rem. */
  readonly height: number;
}

/** Where each stage begins and ends across the drawing, from 0 to 1. */
export const STAGE_SPANS = { speaker: [0, 0.23], relay: [0.385, 0.615], outlet: [0.77, 1] } as const;

const NODE = 3;
const GAP = 0.75;
/** The room of a line that passes a stage between its nodes. */
const LANE = 0.75;
const SWEEPS = 12;

/** A place in a stage: a node, or a lane for a link that passes. */
export interface Slot {
  readonly key: string;
  readonly node: FlowNode | null;
}

/** A link between slots of neighbouring stages. */
export interface Segment {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

const laneOf = ({ from, to }: FlowLink) => `${from}>${to}`;

/** Sums of the first so many weights, as a binary indexed tree (Fenwick 1994). */
class PrefixSums {
  readonly #sums: number[];

  constructor(size: number) {
    this.#sums = Array.from({ length: size + 1 }, () => 0);
  }

  add(place: number, weight: number): void {
    for (let at = place + 1; at < this.#sums.length; at += at & -at)
      this.#sums[at] = (this.#sums[at] ?? 0) + weight;
  }

  /** The sum of all before a place. */
  before(place: number): number {
    let sum = 0;
    for (let at = place; at > 0; at -= at & -at) sum += this.#sums[at] ?? 0;
    return sum;
  }
}

/** How many pairs of segments between two stages cross, by their weights: inversions, counted in the order of one side. */
export function countCrossings(
  segments: readonly Segment[],
  one: readonly Slot[],
  other: readonly Slot[],
): number {
  const starts = new Map(one.map(({ key }, place) => [key, place]));
  const ends = new Map(other.map(({ key }, place) => [key, place]));
  const lines = segments.flatMap(({ from, to, weight }) => {
    const [start, end] = [starts.get(from), ends.get(to)];
    return start === undefined || end === undefined ? [] : [{ start, end, weight }];
  });
  // Lines that begin together do not cross, nor do those that end together.
  lines.sort((line, next) => line.start - next.start || line.end - next.end);
  const passed = new PrefixSums(other.length);
  let [crossings, total] = [0, 0];
  for (const { end, weight } of lines) {
    crossings += weight * (total - passed.before(end + 1));
    passed.add(end, weight);
    total += weight;
  }
  return crossings;
}

/** Orders a stage by where its neighbours stand, on average; what has none keeps its place. */
function sortByNeighbours(
  slots: readonly Slot[],
  segments: readonly Segment[],
  neighbours: readonly Slot[],
): Slot[] {
  const places = new Map(neighbours.map(({ key }, place) => [key, (place + 0.5) / neighbours.length]));
  const pulls = new Map(slots.map(({ key }) => [key, { sum: 0, weights: 0 }]));
  for (const { from, to, weight } of segments) {
    for (const [key, far] of [
      [from, to],
      [to, from],
    ] as const) {
      const [pull, place] = [pulls.get(key), places.get(far)];
      if (pull === undefined || place === undefined) continue;
      pull.sum += place * weight;
      pull.weights += weight;
    }
  }
  const centres = new Map(
    slots.map(({ key }, place) => {
      const { sum, weights } = pulls.get(key) ?? { sum: 0, weights: 0 };
      return [key, weights === 0 ? (place + 0.5) / slots.length : sum / weights];
    }),
  );
  return slots.toSorted((one, other) => (centres.get(one.key) ?? 0) - (centres.get(other.key) ?? 0));
}

/** Orders speakers and relays so that few lines cross; articles stay in the reader's order. */
function orderStages(stages: Record<FlowNode['stage'], Slot[]>, segments: readonly Segment[]) {
  const { outlet } = stages;
  const cross = (speaker: readonly Slot[], relay: readonly Slot[]) =>
    countCrossings(segments, speaker, relay) + countCrossings(segments, relay, outlet);
  let { speaker, relay } = stages;
  let best = { speaker, relay, crossings: cross(speaker, relay) };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    relay = sortByNeighbours(relay, segments, sweep % 3 === 2 ? [...speaker] : outlet);
    speaker = sortByNeighbours(speaker, segments, relay);
    if (sweep % 3 === 1) relay = sortByNeighbours(relay, segments, speaker);
    const crossings = cross(speaker, relay);
    if (crossings < best.crossings) best = { speaker, relay, crossings };
  }
  return { speaker: best.speaker, relay: best.relay, outlet };
}

/** Thickness of a line for a number of passages, in rem: grows with the root, so that one passage stays visible. */
function widthOf(passages: number): number {
  return 0.0625 + 0.125 * Math.sqrt(passages);
}

/**
 * Lays a flow out in three stages: nodes in an order with few crossings, long lines in lanes of their own
 * between the nodes they pass. The same flow gives the same drawing. Cost: its links times the logarithm of their
 * number, and nodes times links.
 */
export function layOutFlow({ nodes, links }: OriginFlow): FlowLayout {
  const stageOf = new Map(nodes.map(({ key, stage }) => [key, stage]));
  const isLong = ({ from, to }: FlowLink) => stageOf.get(from) === 'speaker' && stageOf.get(to) === 'outlet';
  const isLevel = ({ from, to }: FlowLink) => stageOf.get(from) === stageOf.get(to);
  const slotsOf = (stage: FlowNode['stage']): Slot[] =>
    nodes.filter((node) => node.stage === stage).map((node) => ({ key: node.key, node }));
  const lanes = links.filter(isLong).map((link): Slot => ({ key: laneOf(link), node: null }));
  const segments = links
    .filter((link) => !isLevel(link))
    .flatMap((link): Segment[] => {
      const { from, to, passages: weight } = link;
      if (!isLong(link)) return [{ from, to, weight }];
      return [
        { from, to: laneOf(link), weight },
        { from: laneOf(link), to, weight },
      ];
    });
  const stages = orderStages(
    { speaker: slotsOf('speaker'), relay: [...slotsOf('relay'), ...lanes], outlet: slotsOf('outlet') },
    segments,
  );
  const heightOf = ({ node }: Slot) => (node === null ? LANE : NODE);
  const total = (slots: readonly Slot[]) =>
    slots.reduce((sum, slot, place) => sum + heightOf(slot) + (place > 0 ? GAP : 0), 0);
  const height = Math.max(0, ...STAGES.map((stage) => total(stages[stage])));
  const tops = new Map<string, number>();
  for (const stage of STAGES) {
    const slots = stages[stage];
    // What is left over stands between the nodes: the stages reach from top to bottom alike.
    const spare = Math.max(0, height - total(slots)) / Math.max(1, slots.length);
    let top = spare / 2;
    for (const slot of slots) {
      tops.set(slot.key, top);
      top += heightOf(slot) + GAP + spare;
    }
  }
  const middleOf = (key: string) => (tops.get(key) ?? 0) + (stageOf.has(key) ? NODE : LANE) / 2;

  /** Lines leave and reach a node beside one another, in the order of their other ends. */
  const ports = new Map<string, number>();
  const spread = (key: string, ends: readonly { link: FlowLink; towards: number }[], side: string) => {
    const sorted = ends.toSorted((one, other) => one.towards - other.towards);
    const room = sorted.reduce((sum, { link }) => sum + widthOf(link.passages) + 0.125, 0);
    const scale = Math.min(1, (NODE - 0.5) / Math.max(room, 1e-9));
    let at = middleOf(key) - (room * scale) / 2;
    for (const { link } of sorted) {
      const step = (widthOf(link.passages) + 0.125) * scale;
      ports.set(`${side}${laneOf(link)}`, at + step / 2);
      at += step;
    }
  };
  for (const { key } of nodes) {
    const away = (link: FlowLink, far: string) =>
      isLong(link) ? middleOf(laneOf(link)) : middleOf(link[far === 'to' ? 'to' : 'from']);
    const out = links.filter(({ from }) => from === key);
    const into = links.filter(({ to }) => to === key);
    spread(
      key,
      out.map((link) => ({ link, towards: away(link, 'to') })),
      'out',
    );
    spread(
      key,
      into.map((link) => ({ link, towards: away(link, 'from') })),
      'in',
    );
  }
  const placeLink = (link: FlowLink): PlacedLink => {
    const from = STAGE_SPANS[stageOf.get(link.from) ?? 'speaker'];
    const to = STAGE_SPANS[stageOf.get(link.to) ?? 'outlet'];
    const start = [from[1], ports.get(`out${laneOf(link)}`) ?? 0] as const;
    const end = [to[0], ports.get(`in${laneOf(link)}`) ?? 0] as const;
    const width = widthOf(link.passages);
    if (!isLong(link)) return { link, width, points: [start, end] };
    const lane = middleOf(laneOf(link));
    return {
      link,
      width,
      points: [start, [STAGE_SPANS.relay[0], lane], [STAGE_SPANS.relay[1], lane], end],
    };
  };
  return {
    nodes: STAGES.flatMap((stage) =>
      stages[stage].flatMap(({ key, node }): PlacedNode[] =>
        node === null ? [] : [{ node, top: tops.get(key) ?? 0, height: NODE }],
      ),
    ),
    links: links.map(placeLink),
    height,
  };
}
