import { useEffect, useRef, useState, type RefObject } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import styles from './BottomBar.module.css';

interface BottomBarProps {
  /** The sources that are on, in their order. */
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  readonly columns: RefObject<HTMLElement | null>;
  /** Whether the comparison's sheet lies over the foot of the screen. */
  readonly isCovered: boolean;
  /** Null while there is nothing to open: the bar then keeps its place. */
  readonly onOpenRail: (() => void) | null;
}

/** The sources whose columns are in view, kept up to date as the reader swipes. */
function useInView(columns: RefObject<HTMLElement | null>, ids: string): ReadonlySet<string> {
  const [inView, setInView] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const root = columns.current;
    if (root === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) =>
        setInView((before) => {
          const after = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const id = (target as HTMLElement).dataset['article'] ?? '';
            if (isIntersecting) after.add(id);
            else after.delete(id);
          }
          return after;
        }),
      { root, threshold: 0.6 },
    );
    for (const column of root.querySelectorAll('[data-article]')) observer.observe(column);
    return () => observer.disconnect();
  }, [columns, ids]);
  return inView;
}

/** On narrow screens: which source is shown, a way to each, and the claims in a sheet. */
export function BottomBar({ sources, columns, isCovered, onOpenRail }: BottomBarProps) {
  const { t } = useStrings();
  const inView = useInView(columns, sources.map(({ id }) => id).join('.'));
  const tabs = useRef<HTMLUListElement>(null);
  // The tab of what is read is on the screen too.
  useEffect(() => {
    // On a wide screen there are none, and asking would have every text laid out for nothing.
    if (!matchMedia('(width < 70rem)').matches) return;
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [inView]);
  const show = (id: string) => {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    columns.current
      ?.querySelector(`[data-article="${id}"]`)
      ?.scrollIntoView({ behavior: isCalm ? 'instant' : 'smooth', block: 'nearest', inline: 'start' });
  };
  return (
    <nav className={styles['bar']} aria-label={t('article.tabs')}>
      <ul ref={tabs} className={styles['tabs']}>
        {sources.map(({ id, name }) => (
          <li key={id}>
            <button type="button" aria-current={inView.has(id) ? 'true' : undefined} onClick={() => show(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={styles['rail']}
        data-covered={isCovered || undefined}
        disabled={onOpenRail === null}
        onClick={onOpenRail ?? undefined}
      >
        <Icon name="list" />
        {t('bar.claims')}
      </button>
    </nav>
  );
}
