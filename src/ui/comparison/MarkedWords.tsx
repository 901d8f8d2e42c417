import type { Appearance } from '../../claims/appearance.ts';
import { computeRuns } from '../../claims/collation-runs.ts';
import type { ComparedPassage } from './compared-source.ts';
import styles from './MarkedWords.module.css';

interface MarkedWordsProps {
  readonly passage: Pick<ComparedPassage, 'shown' | 'words'>;
  readonly look: Appearance;
  /** Whether there is another source to be compared with. */
  readonly isCompared: boolean;
}

/** A passage in its source's words: what all have, what some have, what it has alone, values that differ. */
export function MarkedWords({ passage: { shown, words }, look, isCompared }: MarkedWordsProps) {
  const { text, span } = shown;
  const hue = `hue-${look.hue}`;
  if (!isCompared) {
    return (
      <span className={`${styles['passage']} ${hue}`} data-sharing="all">
        {text.slice(span.start, span.end)}
      </span>
    );
  }
  return (
    <span className={`${styles['passage']} ${hue}`}>
      {computeRuns(words, span).map((run) => {
        const piece = text.slice(run.span.start, run.span.end);
        return run.sharing === 'connecting' && !run.differs ? (
          piece
        ) : (
          <span
            key={run.span.start}
            className={styles['run']}
            data-sharing={run.sharing}
            data-differs={run.differs || undefined}
          >
            {piece}
          </span>
        );
      })}
    </span>
  );
}
