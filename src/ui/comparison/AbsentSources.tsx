import type { FoundAbsence } from '../../claims/absence.ts';
import { directionOf } from '../../corpus/direction.ts';
import type { Span } from '../../text/offsets.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './AbsentSources.module.css';

/** A source that is on and does not make the claim. */
export interface AbsentSource {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** Null while it cannot be read. */
  readonly text: string | null;
  /** Why it does not make it; null while that is not known. */
  readonly absence: FoundAbsence | null;
}

interface AbsentSourcesProps {
  readonly sources: readonly AbsentSource[];
  /** The one source that makes the claim; null where it is shared. */
  readonly only: string | null;
  readonly onReveal: (article: string, span: Span) => void;
}

/** The sentence that comes nearest, and what it was found by; on demand. */
function Evidence({
  source,
  absence,
  onReveal,
}: Pick<AbsentSourcesProps, 'onReveal'> & { readonly source: AbsentSource; readonly absence: FoundAbsence }) {
  const { t, n } = useStrings();
  const { nearest, searched } = absence;
  const count = searched.sentences;
  return (
    <details>
      <summary>{t('absence.more')}</summary>
      {nearest === null || source.text === null ? (
        <p>{t('absence.noSentence')}</p>
      ) : (
        <>
          <blockquote lang={source.language} dir={directionOf(source.language)}>
            {source.text.slice(nearest.start, nearest.end)}
          </blockquote>
          <button type="button" className="quiet-button" onClick={() => onReveal(source.id, nearest)}>
            {t('absence.reveal')}
            <span className="visually-hidden">: {source.name}</span>
          </button>
        </>
      )}
      <p>
        {t('absence.searched', { count, n: n(count) })}{' '}
        <bdi lang={source.language} dir={directionOf(source.language)}>
          {searched.words.join(' · ')}
        </bdi>
      </p>
    </details>
  );
}

/** The sources that do not make the claim: why, as far as can be said, on what that rests, and what was searched. */
export function AbsentSources({ sources, only, onReveal }: AbsentSourcesProps) {
  const { t, note } = useStrings();
  return (
    <>
      {only === null ? null : <p className={styles['only']}>{t('alone.only', { name: only })}</p>}
      {sources.length === 0 ? null : (
        <section className={styles['absent']} aria-label={t('absence.title')}>
          <h3>{t('absence.title')}</h3>
          <ul>
            {sources.map((source) => {
              const { absence } = source;
              return (
                <li key={source.id}>
                  <strong>{source.name}</strong>{' '}
                  {absence === null ? t('comparison.notInSource') : t(`absence.${absence.kind}`)}
                  {absence === null ? null : (
                    <>
                      {absence.note === null ? null : <p>{note(absence.note)}</p>}
                      <p className={styles['basis']}>{t(`absence.by-${absence.basis}`)}</p>
                      <Evidence source={source} absence={absence} onReveal={onReveal} />
                    </>
                  )}
                </li>
              );
            })}
          </ul>
          <p className={styles['basis']}>{t('absence.noProof')}</p>
        </section>
      )}
    </>
  );
}
