import { memo } from 'react';
import type { MarkedPassage } from '../../claims/segments.ts';
import type { Article } from '../../corpus/collection.ts';
import type { Marking } from './ArticleText.tsx';
import styles from './Strip.module.css';

/** Where in what is read (furniture left out) an offset stands, as a share from 0 to 1. */
function computePlace(article: Article, offset: number): number {
  let before = 0;
  let total = 0;
  for (const { kind, range } of article.parts) {
    if (kind === 'furniture') continue;
    total += range.end - range.start;
    before += Math.max(0, Math.min(range.end, offset) - range.start);
  }
  return total === 0 ? 0 : before / total;
}

interface StripProps {
  readonly article: Article;
  readonly marking: Marking;
  readonly onJump: (passage: MarkedPassage) => void;
}

/**
 * Every passage of the column at its height in the whole text. For the pointer alone: by keyboard
 * and screen reader the passages' own numbers do the same.
 */
export const Strip = memo(function Strip({ article, marking, onJump }: StripProps) {
  return (
    <div className={styles['strip']} aria-hidden="true">
      {marking.passages.map((passage) => (
        <button
          key={`${passage.claim}.${passage.index}`}
          type="button"
          tabIndex={-1}
          className={`tick ${styles['tick']} hue-${marking.appearances.get(passage.claim)?.hue ?? 1}`}
          data-claim={passage.claim}
          aria-label={marking.labelOf(passage.claim)}
          title={marking.labelOf(passage.claim)}
          style={{ insetBlockStart: `${(computePlace(article, passage.span.start) * 98).toFixed(2)}%` }}
          onClick={() => onJump(passage)}
        />
      ))}
    </div>
  );
});
