import { useState } from 'react';
import type { Appearance } from '../../claims/appearance.ts';
import type { Span } from '../../text/offsets.ts';
import { Modal } from '../kit/Modal.tsx';
import { useStrings } from '../kit/use-strings.ts';
import { AlignedTable } from './AlignedTable.tsx';
import type { ComparedSource } from './compared-source.ts';
import { Legend } from './Legend.tsx';
import { Wording } from './Wording.tsx';
import aligned from './AlignedTable.module.css';
import styles from './Comparison.module.css';

interface WordingsProps {
  /** The sources that make the claim, in their order. */
  readonly sources: readonly ComparedSource[];
  readonly look: Appearance;
  readonly onReveal: (article: string, span: Span) => void;
}

/** What the sources say, each in its words: stacked, or aligned word by word. */
export function Wordings({ sources, look, onReveal }: WordingsProps) {
  const { t } = useStrings();
  const [isAligned, setAligned] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const isCompared = sources.length > 1;
  return (
    <>
      {isCompared ? (
        <div className={aligned['switch']}>
          <div className={aligned['choices']} role="group" aria-label={t('collation.view')}>
            <button type="button" aria-pressed={!isAligned} onClick={() => setAligned(false)}>
              {t('collation.wordings')}
            </button>
            <button type="button" aria-pressed={isAligned} onClick={() => setAligned(true)}>
              {t('collation.aligned')}
            </button>
          </div>
          <Legend look={look} />
        </div>
      ) : null}
      {isAligned && isCompared ? (
        <>
          <AlignedTable sources={sources} look={look} />
          <button type="button" className={`button ${aligned['enlarge']}`} onClick={() => setLarge(true)}>
            {t('collation.enlarge')}
          </button>
          {isLarge ? (
            <Modal
              title={t('collation.table')}
              closeLabel={t('collation.close')}
              isWide
              onClose={() => setLarge(false)}
            >
              <Legend look={look} />
              <AlignedTable sources={sources} look={look} isLarge />
            </Modal>
          ) : null}
        </>
      ) : (
        <ul className={styles['sources']}>
          {sources.map((source) => (
            <Wording
              key={source.id}
              source={source}
              look={look}
              isCompared={isCompared}
              onReveal={onReveal}
            />
          ))}
        </ul>
      )}
    </>
  );
}
