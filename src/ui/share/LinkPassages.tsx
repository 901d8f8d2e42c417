import type { Span } from '../../text/offsets.ts';
import { directionOf } from '../../corpus/direction.ts';
import { abridge } from '../../text/words.ts';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import styles from './LinkPassages.module.css';
import { keyOf, type OpenedPassage } from './opened-passage.ts';

interface LinkPassagesProps {
  /** None twice. */
  readonly passages: readonly OpenedPassage[];
  readonly onGoTo: (article: string, span: Span) => void;
  /** Takes the passages out of the address. */
  readonly onClear: () => void;
  /** Puts the list away; the passages stay. */
  readonly onClose: () => void;
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
export function LinkPassages({ passages, onGoTo, onClear, onClose }: LinkPassagesProps) {
  const { t } = useStrings();
  return (
    <section className={styles['passages']} aria-label={t('share.targets')}>
      <ul>
        {passages.map((passage) => (
          <li key={keyOf(passage)} data-outcome={passage.resolution.outcome}>
            <strong>{passage.name}</strong>
            <Outcome passage={passage} onGoTo={onGoTo} />
          </li>
        ))}
      </ul>
      <div className={styles['ways']}>
        <button type="button" className="quiet-button" onClick={onClear}>
          {t('share.clear')}
        </button>
        <button type="button" className="icon-button" aria-label={t('share.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}
