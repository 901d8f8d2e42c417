import {
  memo,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useRef,
  type ComponentType,
  type CSSProperties,
  type MouseEvent,
  type RefObject,
} from 'react';
import type { AbsenceKind } from '../../claims/claims.ts';
import type { MarkedPassage } from '../../claims/segments.ts';
import type { Article } from '../../corpus/collection.ts';
import { findPassageNumbers } from '../../painting/article-dom.ts';
import { useStrings } from '../kit/use-strings.ts';
import type { Anchor, FocusRequest } from './align-columns.ts';
import type { Marking } from './ArticleText.tsx';
import { computeClaimRules } from './claim-rules.ts';
import { Column, type TextState } from './Column.tsx';
import styles from './Columns.module.css';
import type { MovementProps } from './Movement.tsx';
import type { StepsProps } from './Steps.tsx';
import type { StripProps } from './Strip.tsx';

/** An article with its text and marks, ready to be shown. */
export interface ColumnModel {
  readonly article: Article;
  readonly state: TextState;
  readonly marking: Marking;
  readonly isHidden: boolean;
}

/** What only a live page has of its columns. */
export interface LiveColumns {
  readonly Strip: ComponentType<StripProps>;
  readonly Steps: ComponentType<StepsProps>;
  readonly Movement: ComponentType<MovementProps>;
}

interface ColumnsProps {
  /** In the order of reading, those switched off included. */
  readonly columns: readonly ColumnModel[];
  readonly hiddenClaims: readonly string[];
  readonly focus: FocusRequest | null;
  /** What the claim in focus is called; empty when none is. */
  readonly focusLabel: string;
  /** Why articles do not make it, by article; null while that is not known. */
  readonly absences: ReadonlyMap<string, { readonly kind: AbsenceKind }> | null;
  readonly onOpenClaim: (claim: string, anchor: Anchor) => void;
  readonly onAllOn: () => void;
  readonly root: RefObject<HTMLElement | null>;
  /** Null until it is here. */
  readonly live: LiveColumns | null;
  /** A passage of the claim in focus that the reader has been brought to by other ways. */
  readonly pointed: Anchor | null;
  /** Whether the columns scroll together. */
  readonly isSynced: boolean;
  /** Whether another view is on the screen in their place. */
  readonly isAway: boolean;
}

/** As many columns as the widest screen shows. */
const MOST_COLUMNS = 5;

/** Where a claim stands in a column. */
function findMade({ marking }: ColumnModel, claim: string): string {
  return marking.passages.flatMap((one) => (one.claim === claim ? [one.span.start] : [])).join(' ');
}

/** The innermost claim at the point clicked that is switched on, and which of its passages it is. */
function findClicked(target: Element, hidden: readonly string[]): { claim: string; anchor: Anchor } | null {
  const article = target.closest<HTMLElement>('[data-article]')?.dataset['article'];
  for (
    let mark = target.closest<HTMLElement>('mark');
    mark !== null;
    mark = mark.parentElement?.closest('mark') ?? null
  ) {
    const claim = mark.dataset['claim'];
    if (claim === undefined || article === undefined || hidden.includes(claim)) continue;
    return { claim, anchor: { article, index: findIndex(mark, claim) } };
  }
  return null;
}

/** Which of the claim's passages a mark belongs to: a number stands in a passage's first mark alone. */
function findIndex(mark: HTMLElement, claim: string): number {
  const column = mark.closest('[data-article]');
  const numbers = column === null ? [] : findPassageNumbers(column, claim);
  const isBefore = (number: HTMLElement) =>
    mark.contains(number) || (mark.compareDocumentPosition(number) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  return Math.max(0, numbers.findLastIndex(isBefore));
}

/**
 * All articles side by side in reading order, each scrolling on its own. While another view is in their
 * place nothing of them is drawn: what has changed meanwhile is when they come back.
 */
export const Columns = memo(
  function Columns({
    columns,
    hiddenClaims,
    focus,
    focusLabel,
    absences,
    onOpenClaim,
    onAllOn,
    root,
    live,
    pointed,
    isSynced,
    isAway,
  }: ColumnsProps) {
    const { t } = useStrings();
    const open = useRef(onOpenClaim);
    useLayoutEffect(() => {
      open.current = onOpenClaim;
    }, [onOpenClaim]);
    // Columns are rendered anew only when their own facts change, so what they call must stay the same.
    const jump = useCallback((article: string, passage: MarkedPassage) => {
      open.current(passage.claim, { article, index: passage.index });
    }, []);
    // The columns move first; every mark on the page is drawn anew on the way.
    const lit = useDeferredValue(focus?.claim ?? null);
    const isReady = columns.every(({ state, isHidden }) => isHidden || state.status !== 'pending');
    const openClicked = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      // Letting go after selecting is no click; pressing Enter on a number is (it has no `detail`).
      if (event.detail > 0 && getSelection()?.isCollapsed === false) return;
      const hidden = hiddenClaims.filter((id) => id !== focus?.claim);
      const clicked = findClicked(event.target as Element, hidden);
      if (clicked === null) return;
      event.preventDefault();
      onOpenClaim(clicked.claim, clicked.anchor);
    };

    const missing = (model: ColumnModel) =>
      focus !== null && !model.marking.passages.some(({ claim }) => claim === focus.claim)
        ? focusLabel
        : null;
    const count = columns.filter((column) => !column.isHidden).length;
    return (
      <div className={styles['frame']} data-away={isAway || undefined}>
        {/* Each passage's own number is a link; clicking the marked words does the same for the pointer. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
        <main
          id="text"
          ref={root}
          className={styles['columns']}
          style={{ '--count': count } as CSSProperties}
          aria-label={t('article.columns')}
          tabIndex={-1}
          onClick={openClicked}
        >
          <style>{computeClaimRules({ hidden: hiddenClaims, focused: lit })}</style>
          {columns.map((model) => (
            <Column
              key={model.article.id}
              {...model}
              strip={live?.Strip ?? null}
              steps={live?.Steps ?? null}
              missingClaim={missing(model)}
              absence={focus === null ? null : (absences?.get(model.article.id)?.kind ?? null)}
              onJump={jump}
            />
          ))}
          {live === null ? null : (
            <live.Movement
              {...{ root, focus, pointed, isReady, isAway, isSynced }}
              order={columns.map(({ article }) => article.id).join('.')}
              shown={columns.flatMap(({ article, isHidden }) => (isHidden ? [] : [article.id])).join('.')}
              made={focus === null ? '' : columns.map((model) => findMade(model, focus.claim)).join('.')}
            />
          )}
          {count > 0 ? null : (
            <div className={styles['empty']}>
              <p>{t('article.allOff')}</p>
              <button type="button" className="button" onClick={onAllOn}>
                {t('article.allOn')}
              </button>
            </div>
          )}
        </main>
      </div>
    );
  },
  (last, next) => last.isAway && next.isAway,
);

/** Columns before it is known what will stand in them; `count` is how many the link names, null when none. */
export function WaitingColumns({ count }: { readonly count: number | null }) {
  const { t } = useStrings();
  const drawn = Math.min(count ?? MOST_COLUMNS, MOST_COLUMNS);
  return (
    <div className={styles['frame']}>
      <main
        id="text"
        className={styles['columns']}
        style={{ '--count': count ?? MOST_COLUMNS } as CSSProperties}
        aria-busy="true"
        aria-label={t('app.loading')}
      >
        {Array.from({ length: drawn }, (_, place) => (
          <div key={place} className={styles['waiting']} />
        ))}
        <p className="visually-hidden" role="status">
          {t('app.loading')}
        </p>
      </main>
    </div>
  );
}
