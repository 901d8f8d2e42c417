import { memo, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Appearance } from '../../claims/appearance.ts';
import type { Relation } from '../../claims/claims.ts';
import type { ClaimFilter } from '../../link/view-link.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './ClaimList.module.css';

/** A claim as the rail shows it. */
export interface ClaimModel {
  readonly id: string;
  readonly label: string;
  readonly look: Appearance;
  readonly relation: Relation;
  readonly isShown: boolean;
  /** The sources that are on, in their order, and whether each makes the claim. */
  readonly sources: readonly { readonly id: string; readonly name: string; readonly makesIt: boolean }[];
}

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

/** What the list may ask for, as one object that stays the same and always asks the newest. */
function useSteadyActions({ onFocus, onToggle, onFilter }: Actions): Actions {
  const newest = useRef<Actions>({ onFocus, onToggle, onFilter });
  useLayoutEffect(() => {
    newest.current = { onFocus, onToggle, onFilter };
  });
  const [steady] = useState<Actions>(() => ({
    onFocus: (id) => newest.current.onFocus(id),
    onToggle: (id) => newest.current.onToggle(id),
    onFilter: (filter) => newest.current.onFilter(filter),
  }));
  return steady;
}

const ClaimRow = memo(function ClaimRow({ claim, isFocused, actions }: ClaimRowProps) {
  const { onFocus, onToggle, onFilter } = actions;
  const { t, n, list } = useStrings();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isFocused) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isFocused]);
  const makers = claim.sources.filter(({ makesIt }) => makesIt);
  const names = list(makers.map(({ name }) => name));
  const count = makers.length;
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
          <span className={styles['dots']}>
            {claim.sources.map(({ id, makesIt }) => (
              <span key={id} data-on={makesIt || undefined} />
            ))}
          </span>
          {t('rail.inSources', { n: n(count), total: n(claim.sources.length) })}
          {count < 2 ? null : (
            <span data-relation={claim.relation} className={styles['relation']}>
              {t(`relation.${claim.relation}`)}
            </span>
          )}
        </span>
        <span className="visually-hidden">
          {' · '}
          {t('rail.inSourcesLong', { count, n: n(count), names })}
          {count < 2 ? '' : ` · ${t(`relation.${claim.relation}`)}`}
        </span>
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
  const actions = useSteadyActions(asked);
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
