import { useEffect, useId, useRef } from 'react';
import type { Appearance } from '../../claims/appearance.ts';
import type { Relation } from '../../claims/claims.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './Differences.module.css';

/** One source's words, with a few around them. */
export interface SidePassage {
  readonly before: string;
  readonly passage: string;
  readonly after: string;
  /** Whom it has them from, what it does with them, where they stand. */
  readonly facts: readonly string[];
  readonly onOpen: () => void;
}

/** What some sources say, over against the others. */
export interface SideModel {
  readonly value: string | null;
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly date: string;
    readonly language: string;
    readonly dir: 'rtl' | 'ltr';
    readonly passages: readonly SidePassage[];
  }[];
}

/** A claim on which sources differ. */
export interface DifferenceModel {
  readonly id: string;
  readonly label: string;
  readonly relation: Relation;
  readonly note: string;
  readonly look: Appearance;
  readonly sides: readonly SideModel[];
  /** The address where it is compared in the texts. */
  readonly read: string;
  readonly onCopy: () => void;
}

interface DifferenceProps {
  readonly difference: DifferenceModel;
  /** Whether the address names it. */
  readonly isFocused: boolean;
}

function Side({ side, look }: { readonly side: SideModel; readonly look: Appearance }) {
  const { t, language } = useStrings();
  return (
    <div className={styles['side']}>
      {side.value === null ? null : <h5 className={styles['value']}>{side.value}</h5>}
      {side.sources.map((source) => (
        <div key={source.id} className={styles['source']}>
          <p className={styles['who']}>
            <strong>
              <bdi>{source.name}</bdi>
            </strong>{' '}
            <span>{source.date}</span>
          </p>
          <ul>
            {source.passages.map((passage) => (
              <li key={`${passage.before}${passage.passage}`}>
                <button
                  type="button"
                  className={styles['quote']}
                  lang={source.language}
                  dir={source.dir}
                  onClick={passage.onOpen}
                >
                  <span className="visually-hidden" lang={language}>
                    {t('comparison.goTo', { name: source.name })}:{' '}
                  </span>
                  {passage.before}
                  <span className={`${styles['words']} hue-${look.hue} line-${look.line}`}>
                    {passage.passage}
                  </span>
                  {passage.after}
                </button>
                <p className={styles['facts']}>{passage.facts.join(' · ')}</p>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** One difference: the question, the editor's note, and what each side says, face to face. */
export function Difference({ difference, isFocused }: DifferenceProps) {
  const { t, n } = useStrings();
  const heading = useId();
  const card = useRef<HTMLElement>(null);
  const { label, look } = difference;
  useEffect(() => {
    if (isFocused) card.current?.scrollIntoView({ block: 'start' });
  }, [isFocused]);
  return (
    <article
      ref={card}
      className={styles['difference']}
      aria-labelledby={heading}
      data-relation={difference.relation}
      data-focused={isFocused || undefined}
    >
      <header className={styles['head']}>
        <span className={`swatch hue-${look.hue} line-${look.line}`} aria-hidden="true">
          <span>{n(look.number)}</span>
        </span>
        <h4 id={heading}>{label}</h4>
        <div className={styles['ways']}>
          <a href={difference.read} aria-label={t('differences.compareLong', { label })}>
            {t('differences.compare')}
          </a>
          <button
            type="button"
            className="quiet-button"
            aria-label={t('differences.copyLong', { label })}
            onClick={difference.onCopy}
          >
            {t('differences.copy')}
          </button>
        </div>
      </header>
      <p className={styles['note']}>{difference.note}</p>
      <div className={styles['sides']}>
        {difference.sides.map((side) => (
          <Side key={`${side.value ?? ''} ${side.sources[0]?.id ?? ''}`} side={side} look={look} />
        ))}
      </div>
    </article>
  );
}
