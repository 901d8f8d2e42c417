import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Appearance } from '../../claims/appearance.ts';
import type { Relation } from '../../claims/claims.ts';
import type { Span } from '../../text/offsets.ts';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import type { ComparedSource } from './compared-source.ts';
import { Wordings } from './Wordings.tsx';
import sheet from '../kit/Sheet.module.css';
import styles from './Comparison.module.css';

/** What the sources say of the claim: on its way, failed with what can be said about it, or here. */
export type ComparisonContent =
  | { readonly status: 'pending' }
  | { readonly status: 'failed'; readonly message: string; readonly retry: () => void }
  | {
      readonly status: 'ready';
      /** How the sources that are on relate. */
      readonly relation: Relation;
      /** Why they do; may be empty. */
      readonly note: string;
      /** From how many mouths they have it; empty where that is not known. */
      readonly origins: string;
      /** The sources that are on, in their order. */
      readonly sources: readonly ComparedSource[];
      /** Names of the sources that make the claim but are off. */
      readonly alsoIn: readonly string[];
    };

interface ComparisonProps {
  readonly claim: { readonly id: string; readonly label: string };
  readonly look: Appearance;
  readonly total: number;
  readonly content: ComparisonContent;
  /** Other claims made at the place from which the comparison was opened. */
  readonly alsoHere: readonly { readonly id: string; readonly label: string }[];
  /** What is said of the sources that do not make the claim. */
  readonly absent: ReactNode;
  readonly onClose: () => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onOpen: (claim: string) => void;
  /** Shows a place of a source in its text. */
  readonly onReveal: (article: string, span: Span) => void;
  readonly onCopyLink: () => void;
  readonly onCopyQuotes: () => void;
  readonly onCopyTable: () => void;
  readonly onCopyPicture: () => void;
  /** Whether opening it moves the keyboard's focus here. */
  readonly takesFocus: boolean;
}

function Head({
  look,
  total,
  onClose,
  onStep,
}: Pick<ComparisonProps, 'look' | 'total' | 'onClose' | 'onStep'>) {
  const { t, n } = useStrings();
  return (
    <div className={styles['tools']}>
      <span className={styles['position']}>
        {t('comparison.position', { n: n(look.number), total: n(total) })}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('comparison.previous')}
        onClick={() => onStep(-1)}
      >
        <Icon name="previous" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('comparison.next')}
        onClick={() => onStep(1)}
      >
        <Icon name="next" />
      </button>
      <button type="button" className="icon-button" aria-label={t('comparison.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Every source's wording, then the sources that do not make the claim. */
function Sources({ look, content, alsoHere, absent, onOpen, onReveal }: ComparisonProps) {
  const { t, n, list } = useStrings();
  if (content.status === 'pending') return <p role="status">{t('app.loading')}</p>;
  if (content.status === 'failed') {
    return (
      <div role="alert" className={styles['silent']}>
        <p>{content.message}</p>
        <button type="button" className="button" onClick={content.retry}>
          {t('load.retry')}
        </button>
      </div>
    );
  }
  const makers = content.sources.filter(({ evidence }) => evidence.length > 0);
  return (
    <>
      <p className={styles['summary']}>
        {t('comparison.summary', { n: n(makers.length), total: n(content.sources.length) })}
        {makers.length < 2 ? null : (
          <span data-relation={content.relation}> · {t(`relation.${content.relation}`)}</span>
        )}
      </p>
      {content.origins === '' ? null : <p className={styles['summary']}>{content.origins}</p>}
      {makers.length < 2 || content.note === '' ? null : <p className={styles['note']}>{content.note}</p>}
      {alsoHere.length === 0 ? null : (
        <p className={styles['also']}>
          {t('comparison.alsoHere')}{' '}
          {alsoHere.map((other) => (
            <button key={other.id} type="button" className="quiet-button" onClick={() => onOpen(other.id)}>
              {other.label}
            </button>
          ))}
        </p>
      )}
      <Wordings sources={makers} look={look} onReveal={onReveal} />
      {content.alsoIn.length === 0 ? null : (
        <p className={styles['silent']}>{t('comparison.alsoInHidden', { names: list(content.alsoIn) })}</p>
      )}
      {absent}
    </>
  );
}

/** The ways to take the comparison elsewhere, each named by what it copies. */
function Ways({
  hasQuotes,
  onCopyLink,
  onCopyQuotes,
  onCopyTable,
  onCopyPicture,
}: ComparisonProps & { readonly hasQuotes: boolean }) {
  const { t } = useStrings();
  return (
    <div className={styles['ways']}>
      <span aria-hidden="true">{t('collation.copy')}</span>
      <button
        type="button"
        className="button"
        data-primary=""
        aria-label={t('comparison.copyLink')}
        onClick={onCopyLink}
      >
        {t('collation.asLink')}
      </button>
      {hasQuotes ? (
        <>
          <button
            type="button"
            className="button"
            aria-label={t('comparison.copyQuotes')}
            onClick={onCopyQuotes}
          >
            {t('collation.asQuotes')}
          </button>
          <button
            type="button"
            className="button"
            aria-label={t('collation.copyTable')}
            onClick={onCopyTable}
          >
            {t('collation.asTable')}
          </button>
          <button
            type="button"
            className="button"
            aria-label={t('collation.copyPicture')}
            onClick={onCopyPicture}
          >
            {t('collation.asPicture')}
          </button>
        </>
      ) : null}
    </div>
  );
}

/** One claim in the words of every source, and the sources that do not make it. */
export function Comparison(props: ComparisonProps) {
  const { claim, look, content, takesFocus } = props;
  const hasQuotes = content.status === 'ready' && content.sources.some(({ evidence }) => evidence.length > 0);
  const { t, n } = useStrings();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isSmall, setSmall] = useState(false);
  // Before the next key can close it again: the focus must not come back here afterwards.
  useLayoutEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [claim.id, takesFocus]);
  return (
    <aside
      className={`${sheet['sheet']} ${styles['comparison']}`}
      aria-labelledby={id}
      data-small={isSmall || undefined}
    >
      <button
        type="button"
        className={styles['grip']}
        aria-expanded={!isSmall}
        aria-label={t(isSmall ? 'comparison.expand' : 'comparison.collapse')}
        onClick={() => setSmall(!isSmall)}
      />
      <Head {...props} />
      <h2 id={id} ref={heading} tabIndex={-1} className={styles['title']}>
        <span className={`swatch hue-${look.hue} line-${look.line}`} aria-hidden="true">
          <span>{n(look.number)}</span>
        </span>
        {claim.label}
      </h2>
      <Sources {...props} />
      <Ways {...props} hasQuotes={hasQuotes} />
    </aside>
  );
}
