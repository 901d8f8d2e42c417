import type { Appearance } from '../../claims/appearance.ts';
import { computeRuns } from '../../claims/collation-runs.ts';
import { directionOf } from '../../corpus/direction.ts';
import { contains, type Span } from '../../text/offsets.ts';
import { useStrings } from '../kit/use-strings.ts';
import { Attribution } from './Attribution.tsx';
import type { ComparedPassage, ComparedSource } from './compared-source.ts';
import { computeContext } from './context.ts';
import { MarkedWords } from './MarkedWords.tsx';
import { writeValue } from '../kit/write-evidence.ts';
import { writePlace } from './passage-words.ts';
import styles from './Comparison.module.css';

interface WordingProps {
  readonly source: ComparedSource;
  readonly look: Appearance;
  /** Whether there is another source to be compared with. */
  readonly isCompared: boolean;
  readonly onReveal: (article: string, span: Span) => void;
}

function Passage({
  passage,
  source,
  look,
  isCompared,
  onReveal,
}: WordingProps & { readonly passage: ComparedPassage }) {
  const strings = useStrings();
  const { t, language } = strings;
  const { shown, attribution, value, range } = passage;
  const within = source.parts.find((part) => contains(part.range, range))?.range ?? range;
  const { before, after } = computeContext(
    shown.text,
    shown.span,
    source.text === null ? shown.span : within,
  );
  const place = writePlace(passage, strings);
  return (
    <li className={styles['passage']}>
      <button
        type="button"
        className={styles['quote']}
        lang={source.language}
        dir={directionOf(source.language)}
        onClick={() => onReveal(source.id, range)}
      >
        <span className="visually-hidden" lang={language}>
          {t('comparison.goTo', { name: source.name })}:{' '}
        </span>
        {before}
        <MarkedWords passage={passage} look={look} isCompared={isCompared} />
        {after}
      </button>
      {passage.former?.outcome === 'edited' ? (
        <p className={styles['former']}>
          {t('comparison.edited')}{' '}
          <q lang={source.language} dir={directionOf(source.language)}>
            {passage.former.quote}
          </q>
        </p>
      ) : null}
      <p className={styles['facts']}>
        {value === undefined ? null : (
          <span className={styles['value']} data-differs={passage.differs || undefined}>
            {writeValue(value, strings)}
          </span>
        )}
        {attribution === null ? null : (
          <Attribution chain={attribution.chain} source={source} onReveal={onReveal} />
        )}
        {attribution !== null && passage.stance === 'quotes' ? null : (
          <span>{t(`stance.${passage.stance}`)}</span>
        )}
        {place === null ? null : <span className={styles['place']}>{place}</span>}
      </p>
    </li>
  );
}

/** The words that no other source has, in the order of the passages, each once. */
function findAlone({ evidence }: ComparedSource): string[] {
  const alone = evidence.flatMap(({ words, shown: { text, span } }) =>
    computeRuns(words, span).flatMap((run) =>
      run.sharing === 'alone' ? text.slice(run.span.start, run.span.end) : [],
    ),
  );
  return Array.from(new Set(alone));
}

/** Everything one source says of a claim, in its words. */
export function Wording({ source, look, isCompared, onReveal }: WordingProps) {
  const { t } = useStrings();
  const alone = isCompared ? findAlone(source) : [];
  return (
    <li className={styles['source']}>
      <h3>{source.name}</h3>
      {alone.length === 0 ? null : (
        <p className="visually-hidden">
          {t('collation.onlyHere')}{' '}
          <span lang={source.language}>{alone.join(`${t('collation.separator')} `)}</span>
        </p>
      )}
      <ul>
        {source.evidence.map((passage) => (
          <Passage
            key={passage.range.start}
            passage={passage}
            source={source}
            look={look}
            isCompared={isCompared}
            onReveal={onReveal}
          />
        ))}
      </ul>
    </li>
  );
}
