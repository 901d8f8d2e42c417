import { memo, useMemo } from 'react';
import type { MarkedPassage } from '../../claims/segments.ts';
import type { Article } from '../../corpus/collection.ts';
import type { Marking } from './ArticleText.tsx';
import styles from './Strip.module.css';
import { computePlace, placeTicks } from './strip-ticks.ts';

/** A share of the strip as a length of it. */
function toPercent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** What a strip shows, and what a press on a tick asks for. */
export interface StripProps {
  readonly article: Article;
  readonly marking: Marking;
  readonly onJump: (passage: MarkedPassage) => void;
}

/**
 * Every passage of the column at its height in the whole text, beside others of that height. For the
 * pointer alone: by keyboard and screen reader the passages' own numbers do the same.
 */
export const Strip = memo(function Strip({ article, marking, onJump }: StripProps) {
  const { passages, appearances, labelOf } = marking;
  const { ticks, height } = useMemo(
    () => placeTicks(passages.map(({ span }) => computePlace(article, span.start))),
    [article, passages],
  );
  return (
    <div className={styles['strip']} aria-hidden="true">
      {passages.map((passage, index) => {
        const { top, lane, lanes } = ticks[index] ?? { top: 0, lane: 0, lanes: 1 };
        return (
          <button
            key={`${passage.claim}.${passage.index}`}
            type="button"
            tabIndex={-1}
            className={`tick ${styles['tick']} hue-${appearances.get(passage.claim)?.hue ?? 1}`}
            data-claim={passage.claim}
            aria-label={labelOf(passage.claim)}
            title={labelOf(passage.claim)}
            style={{
              insetBlockStart: toPercent(top),
              insetInlineStart: toPercent(lane / lanes),
              blockSize: toPercent(height),
              inlineSize: toPercent(1 / lanes),
            }}
            onClick={() => onJump(passage)}
          />
        );
      })}
    </div>
  );
});
