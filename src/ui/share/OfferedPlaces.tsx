import { directionOf } from '../../corpus/direction.ts';
import type { PassageTarget } from '../../link/passage-link.ts';
import type { Span } from '../../text/offsets.ts';
import { abridge } from '../../text/words.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './LinkPassages.module.css';
import type { ChosenPlace, OfferedPlace, OpenedPassage } from './opened-passage.ts';

/** How much is shown of what stands on each side of a place, in UTF-16 code units. */
const SHOWN_AROUND = 28;

/** A place with the words around it: places that may be meant read alike, and only those tell them apart. */
function quoteAround(text: string, { start, end }: Span): string {
  const [before = ''] = /[^\n]*$/.exec(text.slice(Math.max(0, start - SHOWN_AROUND), start)) ?? [];
  const [after = ''] = /^[^\n]*/.exec(text.slice(end, end + SHOWN_AROUND)) ?? [];
  const lead = before.length < SHOWN_AROUND ? before : before.replace(/^\S*/u, '…');
  const rest = after.length < SHOWN_AROUND ? after : after.replace(/\S*$/u, '…');
  return `${lead}${abridge(text.slice(start, end))}${rest}`.trim();
}

/** A place that a passage may stand in, to be taken for it. */
export function PlaceButton({
  title,
  place: { text, language, span },
  onChoose,
}: {
  readonly title: string;
  readonly place: Pick<OfferedPlace, 'text' | 'language' | 'span'>;
  readonly onChoose: () => void;
}) {
  return (
    <button type="button" className="quiet-button" onClick={onChoose}>
      {title}{' '}
      <q lang={language} dir={directionOf(language)}>
        {quoteAround(text, span)}
      </q>
    </button>
  );
}

/** The one place that a passage of another page may be taken to stand in; none where there are several, or none. */
export function findOnlyPlace({ target, places = [] }: OpenedPassage): ChosenPlace[] {
  const [only, ...others] = places;
  if (only === undefined || others.length > 0) return [];
  return [{ target: { ...target, article: only.article }, span: only.span }];
}

/** Places of several articles, or of an article that a passage is not of, to choose from. */
export function OfferedPlaces({
  places,
  target,
  onChoose,
}: {
  readonly places: readonly OfferedPlace[];
  readonly target: PassageTarget;
  readonly onChoose: (chosen: readonly ChosenPlace[]) => void;
}) {
  const { t } = useStrings();
  return (
    <>
      <span className={styles['note']}>{t('exchange.choose', { count: places.length })}</span>
      {places.map(({ article, name, resolution: { outcome }, ...place }) => (
        <span key={`${article} ${place.span.start}`} className={styles['offered']}>
          <PlaceButton
            title={t('exchange.place', { name })}
            place={place}
            onChoose={() => onChoose([{ target: { ...target, article }, span: place.span }])}
          />
          {outcome === 'respelled' || outcome === 'moved' || outcome === 'edited' ? (
            <span className={styles['note']}>{t(`outcome.${outcome}`)}</span>
          ) : null}
        </span>
      ))}
    </>
  );
}
