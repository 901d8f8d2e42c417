import type { ReactNode } from 'react';
import type { PassageOutcome } from '../../anchoring/anchoring.ts';
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
  /** What could not be read of the annotations that some are of: path and message. */
  readonly problems?: readonly string[];
  readonly onGoTo: (article: string, span: Span) => void;
  /** Takes one of the places that an ambiguous passage may stand in for the passage. */
  readonly onChoose: (passage: OpenedPassage, span: Span) => void;
  /** Takes the passages out of the address. */
  readonly onClear: () => void;
  /** Puts the list away; the passages stay. */
  readonly onClose: () => void;
}

const NO_WORDS: readonly Span[] = [];
const NO_PROBLEMS: readonly string[] = [];

/** More of what is wrong with a hostile file than this helps nobody. */
const SHOWN_PROBLEMS = 8;

/** Longer passages are shown without their middle. In UTF-16 code units. */
const SHOWN_WHOLE = 400;

/** How much is shown of what stands on each side of a place, in UTF-16 code units. */
const SHOWN_AROUND = 28;

/** Keeps words of an article in one piece within a sentence of the interface, whichever way either runs. */
function isolate(words: string): string {
  return `\u2068${words}\u2069`;
}

/** A place with the words around it: places that may be meant read alike, and only those tell them apart. */
function quoteAround(text: string, { start, end }: Span): string {
  const [before = ''] = /[^\n]*$/.exec(text.slice(Math.max(0, start - SHOWN_AROUND), start)) ?? [];
  const [after = ''] = /^[^\n]*/.exec(text.slice(end, end + SHOWN_AROUND)) ?? [];
  const lead = before.length < SHOWN_AROUND ? before : before.replace(/^\S*/u, '…');
  const rest = after.length < SHOWN_AROUND ? after : after.replace(/\S*$/u, '…');
  return `${lead}${abridge(text.slice(start, end))}${rest}`.trim();
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
          ? t('outcome.gone', { sought: isolate(abridge(sought)) })
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
            <button
              key={span.start}
              type="button"
              className="quiet-button"
              onClick={() => onChoose(passage, span)}
            >
              {t('outcome.candidate', { n: n(index + 1) })}{' '}
              <q lang={language} dir={directionOf(language)}>
                {quoteAround(text, span)}
              </q>
            </button>
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

/** The passages a link opened with: where each stands now, and honestly what became of it. */
export function LinkPassages({
  passages,
  problems = NO_PROBLEMS,
  onGoTo,
  onChoose,
  onClear,
  onClose,
}: LinkPassagesProps) {
  const { t, n, list } = useStrings();
  return (
    <section className={styles['passages']} aria-label={t('share.targets')}>
      <ul>
        {passages.map((passage) => (
          <li key={keyOf(passage)} data-outcome={passage.resolution.outcome}>
            <strong>{passage.name}</strong>
            {passage.rivals === undefined || passage.rivals.length === 0 ? (
              <Outcome passage={passage} onGoTo={onGoTo} onChoose={onChoose} />
            ) : (
              <Warning>{t('exchange.rivals', { names: list(passage.rivals) })}</Warning>
            )}
            {passage.comment === undefined || passage.comment === '' ? null : (
              <p className={styles['comment']} dir="auto">
                {passage.comment}
              </p>
            )}
          </li>
        ))}
        {problems.length === 0 ? null : (
          <li>
            <strong>{t('exchange.problems', { count: problems.length, n: n(problems.length) })}</strong>
            {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
              <bdi key={problem} dir="ltr">
                {problem}
              </bdi>
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
