import { useEffect, useRef } from 'react';
import type { Appearance } from '../../claims/appearance.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './LoneList.module.css';

/** A claim that one source alone makes, as the rail shows it. */
interface LoneModel {
  readonly id: string;
  readonly label: string;
  readonly look: Appearance;
}

/** What sources report alone: on its way, failed with what can be said about it, or here, by source. */
export type LoneContent =
  | { readonly status: 'pending' }
  | { readonly status: 'failed'; readonly message: string }
  | {
      readonly status: 'ready';
      readonly sources: readonly {
        readonly id: string;
        readonly name: string;
        readonly claims: readonly LoneModel[];
      }[];
    };

interface LoneListProps {
  readonly content: LoneContent;
  readonly isOpen: boolean;
  /** Whether all of them are marked in the texts. */
  readonly marks: boolean;
  readonly focused: string | null;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onRetry: () => void;
  readonly onFocus: (claim: string) => void;
  readonly onMark: (marks: boolean) => void;
}

function LoneRow({
  claim,
  isFocused,
  onFocus,
}: {
  readonly claim: LoneModel;
  readonly isFocused: boolean;
  readonly onFocus: (claim: string) => void;
}) {
  const { n } = useStrings();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isFocused) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isFocused]);
  return (
    <li ref={row} className={styles['claim']} data-focused={isFocused || undefined}>
      <button type="button" aria-pressed={isFocused} onClick={() => onFocus(claim.id)}>
        <span className={`swatch hue-${claim.look.hue} line-${claim.look.line}`} aria-hidden="true">
          <span>{n(claim.look.number)}</span>
        </span>
        <span>{claim.label}</span>
      </button>
    </li>
  );
}

function Groups({ content, focused, onRetry, onFocus }: LoneListProps) {
  const { t, n } = useStrings();
  if (content.status === 'pending') return <p role="status">{t('app.loading')}</p>;
  if (content.status === 'failed') {
    return (
      <div role="alert">
        <p>{content.message}</p>
        <button type="button" className="button" onClick={onRetry}>
          {t('load.retry')}
        </button>
      </div>
    );
  }
  if (content.sources.length === 0) return <p>{t('alone.none')}</p>;
  return content.sources.map(({ id, name, claims }) => (
    <div key={id} className={styles['group']}>
      <h3>
        <bdi>{name}</bdi> <span>{t('alone.count', { count: claims.length, n: n(claims.length) })}</span>
      </h3>
      <ul aria-label={name}>
        {claims.map((claim) => (
          <LoneRow key={claim.id} claim={claim} isFocused={claim.id === focused} onFocus={onFocus} />
        ))}
      </ul>
    </div>
  ));
}

/** What one source alone reports, by source: folded away, to be opened, marked in the texts, compared. */
export function LoneList(props: LoneListProps) {
  const { isOpen, marks, onOpen, onMark } = props;
  const { t } = useStrings();
  return (
    <details
      className={styles['alone']}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) onOpen(currentTarget.open);
      }}
    >
      <summary>
        <h2>{t('alone.title')}</h2>
      </summary>
      {isOpen ? (
        <>
          <label className={styles['marks']}>
            <input type="checkbox" checked={marks} onChange={() => onMark(!marks)} />
            {t('alone.mark')}
          </label>
          <Groups {...props} />
        </>
      ) : null}
    </details>
  );
}
