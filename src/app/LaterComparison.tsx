import { memo, useDeferredValue } from 'react';
import type { ComparisonPanelProps } from './ComparisonPanel.tsx';
import { lazyPart } from './Part.tsx';
import { loadComparison } from './prefetch.ts';
import styles from './ReaderPage.module.css';

const ComparisonPanel = memo(lazyPart(async () => (await loadComparison()).ComparisonPanel));

/**
 * The comparison, drawn once the columns are on their way to the claim. Its room is taken at once: what is
 * aligned beside it must not move when it comes.
 */
export function LaterComparison(props: ComparisonPanelProps) {
  const later = useDeferredValue<typeof props | null>(props, null);
  return later === null ? <div className={styles['panel']} /> : <ComparisonPanel {...later} />;
}
