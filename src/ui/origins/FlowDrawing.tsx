import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import {
  countPassages,
  STAGES,
  type FlowNode,
  type FlowPassage,
  type OriginFlow,
} from '../../claims/origin-flow.ts';
import { useStrings } from '../kit/use-strings.ts';
import { layOutFlow, STAGE_SPANS } from './flow-layout.ts';
import { writePath } from './flow-path.ts';
import { findLit, findStep, keyOfLink, type Step } from './flow-steps.ts';
import styles from './FlowDrawing.module.css';

/** What a drawing of attributions shows and asks for. */
export interface FlowDrawingProps {
  readonly flow: OriginFlow;
  /** What a node is called. */
  readonly nameOf: (key: string) => string;
  /** The keys of the node chosen, of both ends of the link chosen, or none. */
  readonly chosen: readonly string[];
  /** The passages that came through what is chosen. */
  readonly lit: readonly FlowPassage[];
  readonly onChoose: (keys: readonly string[]) => void;
}

const UPRIGHT: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** The step that a key means, where reading goes to the given side; null for other keys. */
function readStep(key: string, dir: 'rtl' | 'ltr'): Step | null {
  if (key === 'ArrowRight') return dir === 'ltr' ? 'onward' : 'back';
  if (key === 'ArrowLeft') return dir === 'ltr' ? 'back' : 'onward';
  return UPRIGHT[key] ?? null;
}

/** Who has what from whom, drawn in the direction of reading from whoever said it to the articles. */
export function FlowDrawing({ flow, nameOf, chosen, lit, onChoose }: FlowDrawingProps) {
  const { t, n, dir } = useStrings();
  const drawing = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOutFlow(flow), [flow]);
  const [stop, setStop] = useState<string | null>(null);
  const keys = new Set([...flow.nodes.map(({ key }) => key), ...flow.links.map((link) => keyOfLink(link))]);
  const tabStop = stop !== null && keys.has(stop) ? stop : (layout.nodes[0]?.node.key ?? null);
  const isLit = useMemo(() => findLit(lit), [lit]);
  const counts = useMemo(() => {
    const own = flow.passages.filter(({ path }) => path.length === 1);
    return { all: countPassages(flow.passages), own: countPassages(own) };
  }, [flow]);
  const toggle = (next: readonly string[]) => onChoose(next.join(' ') === chosen.join(' ') ? [] : next);
  const follow = (event: KeyboardEvent) => {
    const at = event.target instanceof Element ? event.target.getAttribute('data-flow') : null;
    if (at === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && chosen.length > 0) {
      event.preventDefault();
      onChoose([]);
      return;
    }
    const step = readStep(event.key, dir);
    const next = step === null ? null : findStep(layout, at, step);
    if (step !== null) event.preventDefault();
    if (next === null) return;
    setStop(next);
    drawing.current?.querySelector<HTMLElement | SVGElement>(`[data-flow="${next}"]`)?.focus();
  };
  const shared = (key: string) => ({
    'data-flow': key,
    'data-lit': chosen.length === 0 ? undefined : isLit.has(key),
    'aria-pressed': key === chosen.join(' '),
    tabIndex: key === tabStop ? 0 : -1,
    onFocus: () => setStop(key),
  });
  const describe = ({ key, stage, article }: FlowNode) => {
    const [passages, own] = [counts.all.get(key) ?? 0, counts.own.get(key) ?? 0];
    const count = t('origins.passages', { count: passages, n: n(passages) });
    if (stage !== 'outlet' || article === null || own === 0) return count;
    return t('origins.ofWhichOwn', { passages: count, own: n(own) });
  };
  return (
    // The buttons inside are what has the focus; the keys they share are followed here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={drawing}
      role="group"
      aria-label={t('origins.drawing')}
      className={styles['drawing']}
      onKeyDown={follow}
    >
      <div className={styles['stages']} aria-hidden="true">
        {STAGES.map((stage) => (
          <span
            key={stage}
            style={{
              insetInlineStart: `${STAGE_SPANS[stage][0] * 100}%`,
              inlineSize: `${(STAGE_SPANS[stage][1] - STAGE_SPANS[stage][0]) * 100}%`,
            }}
          >
            {t(`origins.${stage}`)}
          </span>
        ))}
      </div>
      <div className={styles['plane']} style={{ blockSize: `${layout.height}rem` }}>
        <svg
          className={styles['lines']}
          viewBox={`0 0 100 ${Math.max(layout.height, 1)}`}
          preserveAspectRatio="none"
        >
          {layout.links.map((placed) => {
            const { link, width } = placed;
            const key = keyOfLink(link);
            const name = t('origins.link', {
              from: nameOf(link.from),
              to: nameOf(link.to),
              passages: t('origins.passages', { count: link.passages, n: n(link.passages) }),
            });
            return (
              <g key={key} className={styles['link']}>
                <path
                  className={styles['line']}
                  d={writePath(placed)}
                  style={{ strokeWidth: `${width}rem` }}
                />
                <path
                  {...shared(key)}
                  role="button"
                  aria-label={name}
                  className={styles['touch']}
                  d={writePath(placed)}
                  onClick={() => toggle([link.from, link.to])}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' && event.key !== ' ') return;
                    event.preventDefault();
                    toggle([link.from, link.to]);
                  }}
                >
                  <title>{name}</title>
                </path>
              </g>
            );
          })}
        </svg>
        {layout.nodes.map(({ node, top, height }) => (
          <button
            key={node.key}
            {...shared(node.key)}
            type="button"
            className={styles['node']}
            data-stage={node.stage}
            data-unnamed={node.isUnnamed || undefined}
            style={{
              insetInlineStart: `${STAGE_SPANS[node.stage][0] * 100}%`,
              inlineSize: `${(STAGE_SPANS[node.stage][1] - STAGE_SPANS[node.stage][0]) * 100}%`,
              insetBlockStart: `${top}rem`,
              blockSize: `${height}rem`,
            }}
            onClick={() => toggle([node.key])}
          >
            <bdi className={styles['name']}>{nameOf(node.key)}</bdi>
            <span className={styles['count']}>{describe(node)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
