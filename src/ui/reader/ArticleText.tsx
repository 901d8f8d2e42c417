import { memo, useMemo, type ReactNode } from 'react';
import type { Appearance } from '../../claims/appearance.ts';
import { computeSegments, type MarkedPassage, type Segment } from '../../claims/segments.ts';
import { computeBlocks, type Block } from '../../corpus/blocks.ts';
import type { Article } from '../../corpus/collection.ts';
import type { Span } from '../../text/offsets.ts';
import { useStrings } from '../kit/use-strings.ts';
import { Furniture } from './Furniture.tsx';
import styles from './ArticleText.module.css';

/** What marking a text needs to know of the claims. */
export interface Marking {
  readonly passages: readonly MarkedPassage[];
  readonly appearances: ReadonlyMap<string, Appearance>;
  /** What a claim is called, for its passages' names. */
  readonly labelOf: (claim: string) => string;
  /** The link to a claim's comparison; the same whatever else is on screen, so that no text is rendered anew. */
  readonly hrefOf: (claim: string) => string;
}

interface TextProps {
  readonly text: string;
  readonly span: Span;
  readonly marking: Marking;
}

/** The number before a passage: a link to the claim's comparison, named for screen readers. */
function ClaimNumber({ passage, marking }: { readonly passage: MarkedPassage; readonly marking: Marking }) {
  const { t, n } = useStrings();
  const number = n(marking.appearances.get(passage.claim)?.number ?? 0);
  return (
    <a
      className="claim-number"
      href={marking.hrefOf(passage.claim)}
      data-number={number}
      aria-label={t('article.openComparison', { n: number, label: marking.labelOf(passage.claim) })}
    />
  );
}

function MarkedSegment({
  segment,
  text,
  marking,
}: {
  readonly segment: Segment;
  readonly text: string;
  readonly marking: Marking;
}) {
  const words: ReactNode = text.slice(segment.span.start, segment.span.end);
  return segment.marks.reduceRight<ReactNode>((inner, passage) => {
    const look = marking.appearances.get(passage.claim);
    return (
      <mark className={`hue-${look?.hue ?? 1} line-${look?.line ?? 1}`} data-claim={passage.claim}>
        {segment.opening.includes(passage) ? <ClaimNumber passage={passage} marking={marking} /> : null}
        {inner}
      </mark>
    );
  }, words);
}

/** A run of article text with its claims marked; the only text of the element that holds it. */
export function MarkedText({ text, span, marking }: TextProps) {
  return computeSegments(span, marking.passages).map((segment) => (
    <MarkedSegment key={segment.span.start} segment={segment} text={text} marking={marking} />
  ));
}

function TextBlock({
  block,
  text,
  marking,
}: {
  readonly block: Exclude<Block, { kind: 'furniture' }>;
  readonly text: string;
  readonly marking: Marking;
}) {
  const { t, language, dir } = useStrings();
  const content = <MarkedText text={text} span={block.span} marking={marking} />;
  switch (block.kind) {
    case 'subtitle':
      return (
        <p className={styles['subtitle']} data-start={block.span.start}>
          {content}
        </p>
      );
    case 'subheading':
      return (
        <h3 className={styles['subheading']} data-start={block.span.start}>
          {content}
        </h3>
      );
    case 'caption':
      return (
        <figure className={styles['caption']}>
          <span className={styles['kind']} lang={language} dir={dir}>
            {t('article.caption')}
          </span>
          <figcaption data-start={block.span.start}>{content}</figcaption>
        </figure>
      );
    case 'credit':
      return (
        <p className={styles['credit']}>
          <span className={`visually-hidden ${styles['kind']}`} lang={language}>
            {t('article.credit')}:{' '}
          </span>
          <span data-start={block.span.start}>{content}</span>
        </p>
      );
    default:
      return <p data-start={block.span.start}>{content}</p>;
  }
}

interface ArticleTextProps {
  readonly article: Article;
  readonly text: string;
  readonly marking: Marking;
}

/** An article's text as set on the page, but for its title, which stands in the column's head. */
export const ArticleText = memo(function ArticleText({ article, text, marking }: ArticleTextProps) {
  const blocks = useMemo(() => computeBlocks(article), [article]);
  return (
    <div className={styles['text']}>
      {blocks.map((block) => {
        if (block.kind === 'furniture') {
          return <Furniture key={`f${block.parts[0]?.span.start ?? 0}`} parts={block.parts} text={text} />;
        }
        if (block.kind === 'title') return null;
        return <TextBlock key={block.span.start} block={block} text={text} marking={marking} />;
      })}
    </div>
  );
});
