import { memo, Suspense, type ReactNode } from 'react';
import type { ClaimFilter } from '../../link/view-link.ts';
import { ClaimList, type ClaimGroupModel } from './ClaimList.tsx';
import { SourceList, type SourceModel } from './SourceList.tsx';
import styles from './Rail.module.css';

/** Everything the rail shows and everything it may ask for. */
export interface RailProps {
  readonly sources: readonly SourceModel[];
  readonly groups: readonly ClaimGroupModel[];
  readonly focused: string | null;
  readonly onToggleSource: (id: string) => void;
  readonly onMoveSource: (id: string, by: -1 | 1) => void;
  readonly onFocusClaim: (id: string) => void;
  readonly onToggleClaim: (id: string) => void;
  readonly onFilter: (filter: ClaimFilter) => void;
  /** More ways to choose claims, which come when the page is alive. */
  readonly filters: ReactNode;
  /** What one source alone reports; nothing until it can be opened. */
  readonly alone: ReactNode;
  /** Whether another view is on the screen in its place: what changes meanwhile is drawn when it comes back. */
  readonly isAway: boolean;
}

/** Sources to turn on and off, and the claims they share: the legend, the filter and the way in. */
export const Rail = memo(
  function Rail(props: RailProps) {
    return (
      <div className={styles['rail']}>
        <SourceList sources={props.sources} onToggle={props.onToggleSource} onMove={props.onMoveSource} />
        <div className={styles['filters']}>{props.filters}</div>
        {/* A boundary of its own, so that the long list does not keep the rest of the page from coming alive. */}
        <Suspense>
          <ClaimList
            groups={props.groups}
            focused={props.focused}
            onFocus={props.onFocusClaim}
            onToggle={props.onToggleClaim}
            onFilter={props.onFilter}
          />
        </Suspense>
        {props.alone}
      </div>
    );
  },
  (_, { isAway }) => isAway,
);
