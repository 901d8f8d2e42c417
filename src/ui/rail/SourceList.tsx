import { memo, useId, useState } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { useSteady } from '../kit/use-steady.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './Rail.module.css';

/** A source as the rail shows it. */
export interface SourceModel {
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  /** How many of the shared claims it makes. */
  readonly claims: number;
}

interface SourceListProps {
  readonly sources: readonly SourceModel[];
  readonly onToggle: (id: string) => void;
  readonly onMove: (id: string, by: -1 | 1) => void;
}

const SourceToggle = memo(function SourceToggle({
  id,
  name,
  isOn,
  claims,
  onToggle,
}: SourceModel & Pick<SourceListProps, 'onToggle'>) {
  const { t, n } = useStrings();
  const detail = t('rail.sourceClaims', { count: claims, n: n(claims) });
  return (
    <button
      type="button"
      className={styles['source']}
      aria-pressed={isOn}
      title={detail}
      onClick={() => onToggle(id)}
    >
      <span className={styles['lamp']} aria-hidden="true" />
      <bdi>{name}</bdi>
      <span className={styles['count']} aria-hidden="true">
        {n(claims)}
      </span>
      <span className="visually-hidden"> ({detail})</span>
    </button>
  );
});

/** The sources as toggles, in their order; on request that order can be changed. */
export function SourceList({ sources, onToggle, onMove }: SourceListProps) {
  const { t } = useStrings();
  const steady = useSteady({ onToggle });
  const heading = useId();
  const [isOrdering, setOrdering] = useState(false);
  const shown = sources.flatMap(({ id, isOn }) => (isOn ? [id] : []));
  return (
    <section aria-labelledby={heading}>
      <div className={styles['heading']}>
        <h2 id={heading}>{t('rail.sources')}</h2>
        <button
          type="button"
          className="quiet-button"
          aria-pressed={isOrdering}
          onClick={() => setOrdering(!isOrdering)}
        >
          {t(isOrdering ? 'rail.orderDone' : 'rail.order')}
        </button>
      </div>
      <ul className={styles['sources']} data-ordering={isOrdering || undefined}>
        {sources.map((source) => (
          <li key={source.id}>
            <SourceToggle {...source} onToggle={steady.onToggle} />
            {isOrdering ? (
              <>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('rail.moveEarlier', { name: source.name })}
                  disabled={!source.isOn || source.id === shown[0]}
                  onClick={() => onMove(source.id, -1)}
                >
                  <Icon name="up" />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('rail.moveLater', { name: source.name })}
                  disabled={!source.isOn || source.id === shown.at(-1)}
                  onClick={() => onMove(source.id, 1)}
                >
                  <Icon name="down" />
                </button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
