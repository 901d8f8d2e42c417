import type { Resolution } from '../../anchoring/passage.ts';
import type { Span } from '../../text/offsets.ts';
import { directionOf } from '../../corpus/direction.ts';
import { abridge } from '../../text/words.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './LinkPassages.module.css';

/** A passage that the link points at, and what became of it in the text as it is now. */
export interface OpenedPassage {
  readonly article: string;
  readonly name: string;
  /** Language of the article (BCP 47). */
  readonly language: string;
  readonly text: string;
  readonly resolution: Resolution;
}

interface LinkPassagesProps {
  readonly passages: readonly OpenedPassage[];
  readonly onGoTo: (article: string, span: Span) => void;
  readonly onClear: () => void;
}

function Outcome({
  passage,
  onGoTo,
}: {
  readonly passage: OpenedPassage;
  readonly onGoTo: LinkPassagesProps['onGoTo'];
}) {
  const { t, n } = useStrings();
  const { resolution, article, text } = passage;
  switch (resolution.outcome) {
    case 'gone':
      return <span className={styles['warning']}>{t('outcome.gone', { sought: resolution.sought })}</span>;
    case 'ambiguous':
      return (
        <>
          <span className={styles['warning']}>
            {t('outcome.ambiguous', {
              count: resolution.candidates.length,
              n: n(resolution.candidates.length),
            })}
          </span>
          {resolution.candidates.map((span, index) => (
            <button
              key={span.start}
              type="button"
              className="quiet-button"
              onClick={() => onGoTo(article, span)}
            >
              {t('outcome.candidate', { n: n(index + 1), quote: abridge(text.slice(span.start, span.end)) })}
            </button>
          ))}
        </>
      );
    default:
      return (
        <>
          <q lang={passage.language} dir={directionOf(passage.language)}>
            {abridge(text.slice(resolution.span.start, resolution.span.end))}
          </q>
          {resolution.outcome === 'exact' ? null : (
            <span className={styles['warning']}>{t(`outcome.${resolution.outcome}`)}</span>
          )}
          <button type="button" className="quiet-button" onClick={() => onGoTo(article, resolution.span)}>
            {t('share.goTo')}
          </button>
        </>
      );
  }
}

/** The passages a link opened with: where each stands now, and honestly what became of it. */
export function LinkPassages({ passages, onGoTo, onClear }: LinkPassagesProps) {
  const { t } = useStrings();
  return (
    <section className={styles['passages']} aria-label={t('share.targets')}>
      <ul>
        {passages.map((passage, index) => (
          // The same passage may stand in a link twice; its place in the link is what tells it apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} data-outcome={passage.resolution.outcome}>
            <strong>{passage.name}</strong>
            <Outcome passage={passage} onGoTo={onGoTo} />
          </li>
        ))}
      </ul>
      <button type="button" className="quiet-button" onClick={onClear}>
        {t('share.clear')}
      </button>
    </section>
  );
}
