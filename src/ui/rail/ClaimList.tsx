import { memo, useEffect, useId, useRef } from 'react';
import type { Appearance } from '../../claims/appearance.ts';
import type { Relation } from '../../claims/claims.ts';
import type { ClaimFilter } from '../../link/view-link.ts';
import { useSteady } from '../kit/use-steady.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './ClaimList.module.css';

/** A claim as the rail shows it. */
export interface ClaimModel {
  readonly id: string;
  readonly label: string;
  readonly look: Appearance;
  /** How the sources that make it relate; null where some of them are off. */
  readonly relation: Relation | null;
  readonly isShown: boolean;
  /** The sources that are on, in their order. */
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  /** Ids of those that make it. */
  readonly makers: ReadonlySet<string>;
}

/** With more sources than this a row tells how many make its claim, not which: nobody reads hundreds of dots. */
const MOST_TOLD = 12;

/** Claims of one subject, in order. */
export interface ClaimGroupModel {
  readonly id: string;
  readonly label: string;
  readonly claims: readonly ClaimModel[];
}

interface ClaimListProps {
  readonly groups: readonly ClaimGroupModel[];
  readonly focused: string | null;
  readonly onFocus: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onFilter: (filter: ClaimFilter) => void;
}

type Actions = Pick<ClaimListProps, 'onFocus' | 'onToggle' | 'onFilter'>;

interface ClaimRowProps {
  readonly claim: ClaimModel;
  readonly isFocused: boolean;
  /** Always the same object: rows are drawn anew only when their own facts change. */
  readonly actions: Actions;
}

const ClaimRow = memo(function ClaimRow({ claim, isFocused, actions }: ClaimRowProps) {
  const { onFocus, onToggle, onFilter } = actions;
  const { t, n, list } = useStrings();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isFocused) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isFocused]);
  const count = claim.makers.size;
  const total = claim.sources.length;
  const isTold = total <= MOST_TOLD;
  const names = isTold ? claim.sources.flatMap(({ id, name }) => (claim.makers.has(id) ? [name] : [])) : [];
  const relation = count < 2 || claim.relation === null ? null : t(`relation.${claim.relation}`);
  const said = isTold
    ? t('rail.inSourcesLong', { count, n: n(count), names: list(names) })
    : t('rail.inSources', { n: n(count), total: n(total) });
  return (
    <li ref={row} className={styles['claim']} data-focused={isFocused || undefined}>
      <label className={`${styles['toggle']} hue-${claim.look.hue}`}>
        <input
          type="checkbox"
          checked={claim.isShown}
          aria-label={t('rail.showClaim', { label: claim.label })}
          onChange={() => onToggle(claim.id)}
        />
        <span className={`swatch hue-${claim.look.hue} line-${claim.look.line}`} aria-hidden="true">
          <span>{n(claim.look.number)}</span>
        </span>
      </label>
      <button
        type="button"
        className={styles['open']}
        aria-pressed={isFocused}
        onClick={() => onFocus(claim.id)}
      >
        <span className={styles['label']}>{claim.label}</span>
        <span className={styles['facts']} aria-hidden="true">
          {isTold ? (
            <span className={styles['dots']}>
              {claim.sources.map(({ id }) => (
                <span key={id} data-on={claim.makers.has(id) ? '' : undefined} />
              ))}
            </span>
          ) : null}
          {t('rail.inSources', { n: n(count), total: n(total) })}
          {relation === null ? null : (
            <span data-relation={claim.relation} className={styles['relation']}>
              {relation}
            </span>
          )}
        </span>
        <span className="visually-hidden">{` · ${said}${relation === null ? '' : ` · ${relation}`}`}</span>
      </button>
      <button
        type="button"
        className={`quiet-button ${styles['only']}`}
        aria-label={t('rail.onlyClaimLong', { label: claim.label })}
        onClick={() => onFilter({ mode: 'only', ids: [claim.id] })}
      >
        {t('rail.onlyClaim')}
      </button>
    </li>
  );
});

/** The shared claims by subject: each with its mark, the sources that make it, and how they relate. */
export function ClaimList({ groups, focused, ...asked }: ClaimListProps) {
  const { t } = useStrings();
  const actions = useSteady(asked);
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles['claims']}>
      <div className={styles['heading']}>
        <h2 id={heading}>{t('rail.claims')}</h2>
        <span>
          <button
            type="button"
            className="quiet-button"
            onClick={() => actions.onFilter({ mode: 'except', ids: [] })}
          >
            {t('rail.showAll')}
          </button>
          <button
            type="button"
            className="quiet-button"
            onClick={() => actions.onFilter({ mode: 'only', ids: [] })}
          >
            {t('rail.hideAll')}
          </button>
        </span>
      </div>
      {groups.map((group) => (
        <div key={group.id} className={styles['group']}>
          <h3>{group.label}</h3>
          <ul aria-label={group.label}>
            {group.claims.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} isFocused={claim.id === focused} actions={actions} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
