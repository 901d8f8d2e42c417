import { Fragment, useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import { countPassages, STAGES, type FlowNode } from '../../claims/origin-flow.ts';
import { useStrings } from '../kit/use-strings.ts';
import type { FlowDrawingProps } from './FlowDrawing.tsx';
import { findLit, keyOfLink } from './flow-steps.ts';
import styles from './FlowList.module.css';

interface FlowListProps extends FlowDrawingProps {
  /** What came through what is chosen; stands where it was chosen. */
  readonly details: ReactNode;
}

/** Who has what from whom, for windows without room for lines: from top to bottom, each with a bar and to whom it went on. */
export function FlowList({ flow, nameOf, chosen, lit, onChoose, details }: FlowListProps) {
  const { t, n } = useStrings();
  const heading = useId();
  const isLit = useMemo(() => findLit(lit), [lit]);
  const counts = useMemo(() => countPassages(flow.passages), [flow]);
  const countOf = ({ key }: FlowNode) => counts.get(key) ?? 0;
  const most = Math.max(1, ...counts.values());
  const at = chosen.join(' ');
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const toggle = (keys: readonly string[]) => onChoose(keys.join(' ') === at ? [] : keys);
  const shared = (key: string) => ({
    'aria-pressed': key === at,
    'data-lit': chosen.length === 0 ? undefined : isLit.has(key),
  });
  const writePassages = (count: number) => t('origins.passages', { count, n: n(count) });
  return (
    <div role="group" aria-label={t('origins.drawing')} className={styles['list']}>
      {STAGES.map((stage) => {
        const own = flow.nodes.filter((node) => node.stage === stage);
        const nodes = stage === 'outlet' ? own : own.toSorted((one, other) => countOf(other) - countOf(one));
        if (nodes.length === 0) return null;
        return (
          <Fragment key={stage}>
            <h4 id={`${heading}-${stage}`}>{t(`origins.${stage}`)}</h4>
            <ul aria-labelledby={`${heading}-${stage}`}>
              {nodes.map((node) => {
                const links = flow.links.filter(({ from }) => from === node.key);
                return (
                  <li key={node.key} ref={chosen[0] === node.key ? place : null}>
                    <button
                      {...shared(node.key)}
                      type="button"
                      className={styles['node']}
                      data-unnamed={node.isUnnamed || undefined}
                      onClick={() => toggle([node.key])}
                    >
                      <bdi>{nameOf(node.key)}</bdi>
                      <span>{writePassages(countOf(node))}</span>
                      <span
                        className={styles['bar']}
                        aria-hidden="true"
                        style={{ inlineSize: `${(100 * countOf(node)) / most}%` }}
                      />
                    </button>
                    {links.length === 0 ? null : (
                      <p className={styles['ways']}>
                        <span aria-hidden="true">{t('origins.to')}</span>
                        {links.map((link) => (
                          <button
                            key={link.to}
                            {...shared(keyOfLink(link))}
                            type="button"
                            onClick={() => toggle([link.from, link.to])}
                          >
                            <bdi>{nameOf(link.to)}</bdi> <b>{n(link.passages)}</b>
                            <span className="visually-hidden">
                              {' · '}
                              {t('origins.link', {
                                from: nameOf(link.from),
                                to: nameOf(link.to),
                                passages: writePassages(link.passages),
                              })}
                            </span>
                          </button>
                        ))}
                      </p>
                    )}
                    {chosen[0] === node.key ? details : null}
                  </li>
                );
              })}
            </ul>
          </Fragment>
        );
      })}
    </div>
  );
}
