import { useRef, type ReactNode } from 'react';
import type { PassageOutcome } from '../../anchoring/outcome.ts';
import type { Span } from '../../text/offsets.ts';
import { directionOf } from '../../corpus/direction.ts';
import { abridge } from '../../text/words.ts';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import styles from './LinkPassages.module.css';
import { findOnlyPlace, OfferedPlaces, PlaceButton } from './OfferedPlaces.tsx';
import { keyOf, type ChosenPlace, type OfferedPlace, type OpenedPassage } from './opened-passage.ts';

interface LinkPassagesProps {
  /** None twice. */
  readonly passages: readonly OpenedPassage[];
  /** What they were opened from: annotations that the reader gave, or the address. */
  readonly origin: 'annotations' | 'address';
  /** What could not be read of that, each in a sentence. */
  readonly faults: readonly string[];
  readonly onGoTo: (article: string, span: Span) => void;
  /** Takes places that passages may stand in for the passages. */
  readonly onChoose: (chosen: readonly ChosenPlace[]) => void;
  /** Takes one passage out of the address; null where that cannot be done one by one. */
  readonly onTakeOut: ((passage: OpenedPassage) => void) | null;
  /** Takes the passages out of the address. */
  readonly onClear: () => void;
  /** Puts the list away; the passages stay. */
  readonly onClose: () => void;
}

const NO_WORDS: readonly Span[] = [];
const NO_PLACES: readonly OfferedPlace[] = [];

/** More of what is wrong with a hostile file than this helps nobody. */
const SHOWN_FAULTS = 8;

/** Longer passages are shown without their middle. In UTF-16 code units. */
const SHOWN_WHOLE = 400;

/** Keeps words of an article in one piece within a sentence of the interface, whichever way either runs. */
function isolate(words: string): string {
  return `\u2068${words}\u2069`;
}

/** Whether words that changed are marked in a passage: where there are any and it is shown whole. */
function canMark({ start, end }: Span, changed: readonly Span[]): boolean {
  return changed.length > 0 && end - start <= SHOWN_WHOLE;
}

/** Words of an article, in its language; those that changed are marked. */
function Quotation({
  passage,
  span,
  changed = NO_WORDS,
}: {
  readonly passage: OpenedPassage;
  readonly span: Span;
  readonly changed?: readonly Span[];
}) {
  const { language, text } = passage;
  const attributes = { lang: language, dir: directionOf(language) };
  if (!canMark(span, changed)) {
    return <q {...attributes}>{abridge(text.slice(span.start, span.end))}</q>;
  }
  const pieces: ReactNode[] = [];
  let at: number = span.start;
  for (const word of changed) {
    pieces.push(text.slice(at, word.start), <ins key={word.start}>{text.slice(word.start, word.end)}</ins>);
    at = word.end;
  }
  return (
    <q {...attributes}>
      {pieces}
      {text.slice(at, span.end)}
    </q>
  );
}

function Warning({ children }: { readonly children: ReactNode }) {
  return <span className={styles['warning']}>{children}</span>;
}

type OutcomeProps = { readonly passage: OpenedPassage } & Pick<LinkPassagesProps, 'onGoTo' | 'onChoose'>;

function GoTo({ passage, span, onGoTo }: OutcomeProps & { readonly span: Span }) {
  const { t } = useStrings();
  return (
    <button type="button" className="quiet-button" onClick={() => onGoTo(passage.article, span)}>
      {t('share.goTo')}
    </button>
  );
}

function Gone(props: OutcomeProps & { readonly gone: Extract<PassageOutcome, { outcome: 'gone' }> }) {
  const { t, n } = useStrings();
  const { passage, gone, onGoTo } = props;
  const { sought, wordCount, nearest } = gone;
  return (
    <>
      <Warning>
        {sought !== null
          ? t(passage.article === '' ? 'exchange.gone' : 'outcome.gone', { sought: isolate(abridge(sought)) })
          : t('outcome.goneWords', { count: wordCount ?? 0, n: n(wordCount ?? 0) })}
      </Warning>
      {nearest === null ? null : (
        <>
          <span>{t('outcome.nearest')}</span>
          <Quotation passage={passage} span={nearest} />
          <button type="button" className="quiet-button" onClick={() => onGoTo(passage.article, nearest)}>
            {t('outcome.goToNearest')}
          </button>
        </>
      )}
    </>
  );
}

function Edited(props: OutcomeProps & { readonly edited: Extract<PassageOutcome, { outcome: 'edited' }> }) {
  const { t, n } = useStrings();
  const { passage, edited } = props;
  const { span, changed, missing, old } = edited;
  return (
    <>
      <Quotation passage={passage} span={span} changed={changed} />
      <Warning>{t('outcome.edited')}</Warning>
      {canMark(span, changed) ? <span>{t('outcome.changed')}</span> : null}
      {missing === null || missing === 0 ? null : (
        <span>{t('outcome.missing', { count: missing, n: n(missing) })}</span>
      )}
      {old === null ? null : (
        <span>
          {t('outcome.was')}{' '}
          <q lang={passage.language} dir={directionOf(passage.language)}>
            {old}
          </q>
        </span>
      )}
      <GoTo {...props} span={span} />
    </>
  );
}

/** What became of a passage, with its words and the ways to it; its list says what they look like. */
export function Outcome(props: OutcomeProps) {
  const { t, n } = useStrings();
  const { passage, onChoose } = props;
  const { resolution, language, text } = passage;
  switch (resolution.outcome) {
    case 'damaged':
    case 'later-version':
      return <Warning>{t(`outcome.${resolution.outcome}`)}</Warning>;
    case 'gone':
      return <Gone {...props} gone={resolution} />;
    case 'edited':
      return <Edited {...props} edited={resolution} />;
    case 'ambiguous':
      return (
        <>
          <Warning>
            {t('outcome.ambiguous', {
              count: resolution.candidates.length,
              n: n(resolution.candidates.length),
            })}
          </Warning>
          {resolution.candidates.map((span, index) => (
            <PlaceButton
              key={span.start}
              title={t('outcome.candidate', { n: n(index + 1) })}
              place={{ text, language, span }}
              onChoose={() => onChoose([{ target: passage.target, span }])}
            />
          ))}
        </>
      );
    default:
      return (
        <>
          <Quotation passage={passage} span={resolution.span} />
          {resolution.outcome === 'exact' ? null : (
            <span className={styles['note']}>{t(`outcome.${resolution.outcome}`)}</span>
          )}
          <GoTo {...props} span={resolution.span} />
        </>
      );
  }
}

/** One passage: whose it is, where it stands or may stand, and what is said of it. */
function Item(props: OutcomeProps & { readonly number: number; readonly onTakeOut: (() => void) | null }) {
  const { passage, number, onChoose, onTakeOut } = props;
  const { t, n } = useStrings();
  const { name, note = '', comment = '', places = NO_PLACES } = passage;
  return (
    <li
      className={onTakeOut === null ? undefined : styles['removable']}
      data-outcome={passage.resolution.outcome}
    >
      <strong>{name}</strong>
      {note === '' ? null : <span className={styles['note']}>{note}</span>}
      {places.length === 0 ? (
        <Outcome {...props} />
      ) : (
        <OfferedPlaces places={places} target={passage.target} onChoose={onChoose} />
      )}
      {comment === '' ? null : (
        <p className={styles['comment']} dir="auto">
          {comment}
        </p>
      )}
      {onTakeOut === null ? null : (
        <button
          type="button"
          className={`icon-button ${styles['out']}`}
          aria-label={t('share.takeOut', { n: n(number), name })}
          onClick={onTakeOut}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}

/** The passages a link or annotations opened with: where each stands now, and honestly what became of it. */
export function LinkPassages({
  passages,
  origin,
  faults,
  onGoTo,
  onChoose,
  onTakeOut,
  onClear,
  onClose,
}: LinkPassagesProps) {
  const { t, n } = useStrings();
  const isAnnotated = origin === 'annotations';
  const certain = passages.flatMap(findOnlyPlace);
  const list = useRef<HTMLUListElement>(null);
  /** The focus goes on to the passage after one that goes, or to the last that stays. */
  const leave = (index: number) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>(`:scope > li > .${styles['out']}`) ?? [];
    (buttons[index + 1] ?? buttons[index - 1])?.focus();
  };
  return (
    <section
      className={styles['passages']}
      aria-label={t(isAnnotated ? 'exchange.targets' : 'share.targets')}
    >
      <ul ref={list}>
        {passages.map((passage, index) => (
          <Item
            key={keyOf(passage)}
            number={index + 1}
            passage={passage}
            onGoTo={onGoTo}
            onChoose={onChoose}
            onTakeOut={
              onTakeOut === null
                ? null
                : () => {
                    leave(index);
                    onTakeOut(passage);
                  }
            }
          />
        ))}
        {certain.length < 2 ? null : (
          <li>
            <button type="button" className="quiet-button" onClick={() => onChoose(certain)}>
              {t('exchange.attachAll', { count: certain.length, n: n(certain.length) })}
            </button>
          </li>
        )}
        {faults.length === 0 ? null : (
          <li>
            <strong>
              {isAnnotated
                ? t('exchange.problems', { count: faults.length, n: n(faults.length) })
                : t('exchange.badSelector')}
            </strong>
            {faults.slice(0, SHOWN_FAULTS).map((fault) => (
              <span key={fault} className={styles['fault']}>
                {fault}
              </span>
            ))}
          </li>
        )}
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
