import type { Appearance } from '../../claims/appearance.ts';
import type { Evidence } from '../../claims/claims.ts';
import type { HeldEvidence } from '../../claims/outline.ts';
import { useStrings, type ReaderStrings } from '../kit/use-strings.ts';
import { directionOf } from '../../corpus/direction.ts';
import { contains } from '../../text/offsets.ts';
import type { ComparedSource } from './compared-source.ts';
import { computeContext } from './context.ts';
import styles from './Comparison.module.css';

/** A value as the reader reads it: `≈ ٢٥ سنة`, `ساعتان`, or the term used. */
function writeValue(value: NonNullable<Evidence['value']>, { t, n, pick }: ReaderStrings): string {
  if (value.kind === 'term') return pick(value.text);
  const amount = t(`unit.${value.unit}`, { count: value.amount, n: n(value.amount) });
  return t(`precision.${value.precision}`, { amount });
}

interface WordingProps {
  readonly source: ComparedSource;
  readonly look: Appearance;
  readonly onGoTo: (article: string, index: number) => void;
}

function Passage({
  evidence,
  source,
  index,
  look,
  onGoTo,
}: WordingProps & { readonly evidence: HeldEvidence; readonly index: number }) {
  const strings = useStrings();
  const { t, pick, language } = strings;
  const { text } = source;
  const within = source.parts.find(({ range }) => contains(range, evidence.range))?.range ?? evidence.range;
  const context =
    text === null
      ? { before: '', passage: evidence.quote ?? '', after: '' }
      : computeContext(text, evidence.range, within);
  const names = evidence.attribution?.chain.map(({ name }) => pick(name));
  const chain = names?.reduceRight((origin, name) => t('comparison.chain', { name, origin }));
  const place = evidence.place === 'body' ? null : t(`comparison.${evidence.place}`);
  return (
    <li className={styles['passage']}>
      <button
        type="button"
        className={styles['quote']}
        lang={source.language}
        dir={directionOf(source.language)}
        onClick={() => onGoTo(source.id, index)}
      >
        <span className="visually-hidden" lang={language}>
          {t('comparison.goTo', { name: source.name })}:{' '}
        </span>
        {context.before}
        <span className={`${styles['words']} hue-${look.hue} line-${look.line}`}>{context.passage}</span>
        {context.after}
      </button>
      {evidence.former?.outcome === 'edited' ? (
        <p className={styles['former']}>
          {t('comparison.edited')}{' '}
          <q lang={source.language} dir={directionOf(source.language)}>
            {evidence.former.quote}
          </q>
        </p>
      ) : null}
      <p className={styles['facts']}>
        {evidence.value === undefined ? null : (
          <span className={styles['value']}>{writeValue(evidence.value, strings)}</span>
        )}
        {chain === undefined ? null : <span>{t('comparison.attribution', { chain })}</span>}
        <span>{t(`stance.${evidence.stance}`)}</span>
        {place === null ? null : <span className={styles['place']}>{place}</span>}
      </p>
    </li>
  );
}

/** Everything one source says of a claim, in its words. */
export function Wording({ source, look, onGoTo }: WordingProps) {
  return (
    <li className={styles['source']}>
      <h3>{source.name}</h3>
      <ul>
        {source.evidence.map((evidence, index) => (
          <Passage
            key={evidence.range.start}
            evidence={evidence}
            source={source}
            index={index}
            look={look}
            onGoTo={onGoTo}
          />
        ))}
      </ul>
    </li>
  );
}
