import type { Appearance } from '../../claims/appearance.ts';
import { directionOf } from '../../corpus/direction.ts';
import { useStrings } from '../kit/use-strings.ts';
import type { ComparedPassage, ComparedSource } from './compared-source.ts';
import { writePlace } from './passage-words.ts';
import runs from './MarkedWords.module.css';
import styles from './AlignedTable.module.css';

interface AlignedTableProps {
  /** The sources that make the claim, in their order. */
  readonly sources: readonly ComparedSource[];
  readonly look: Appearance;
  /** Whether it has the whole window to itself. */
  readonly isLarge?: boolean;
}

function Cell({ passage, column }: { readonly passage: ComparedPassage; readonly column: number }) {
  const { t } = useStrings();
  const at = passage.row?.[column] ?? null;
  const word = at === null ? undefined : passage.words[at];
  if (word === undefined) {
    return (
      <td className={styles['gap']}>
        <span aria-hidden="true">–</span>
      </td>
    );
  }
  return (
    <td>
      <span className={runs['run']} data-sharing={word.sharing} data-differs={word.differs || undefined}>
        {passage.shown.text.slice(word.span.start, word.span.end)}
      </span>
      {word.isMoved ? (
        <span className={styles['moved']} title={t('collation.moved')}>
          <span aria-hidden="true">⇄</span>
          <span className="visually-hidden"> ({t('collation.moved')})</span>
        </span>
      ) : null}
    </td>
  );
}

/**
 * The wordings word by word: a row for each passage, and in one column what corresponds. It scrolls by
 * itself, the names of the sources stay. Says so where the passages are too long to be aligned.
 */
export function AlignedTable({ sources, look, isLarge = false }: AlignedTableProps) {
  const strings = useStrings();
  const { t, dir } = strings;
  const [first] = sources;
  const columns = first?.evidence[0]?.row?.length;
  if (columns === undefined) return <p className={styles['note']}>{t('collation.tooLong')}</p>;
  return (
    // Scrolled by keyboard too, so it takes the focus.
    <div
      className={styles['frame']}
      data-large={isLarge || undefined}
      role="region"
      aria-label={t('collation.table')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      dir={directionOf(first?.language ?? '')}
    >
      <table className={`${styles['table']} hue-${look.hue}`}>
        <caption className="visually-hidden" dir={dir}>
          {t('collation.table')}
        </caption>
        {sources.map((source, nth) => (
          <tbody key={source.id} lang={source.language}>
            {source.evidence.map((passage, index) => {
              const place = writePlace(passage, strings);
              return (
                <tr
                  key={passage.range.start}
                  className={nth > 0 && index === 0 ? styles['begins'] : undefined}
                >
                  {index > 0 ? null : (
                    // It sticks to where the rows begin, whatever its own words' direction.
                    <th scope="rowgroup" rowSpan={source.evidence.length} className={styles['name']}>
                      <span lang={strings.language} dir={dir}>
                        {source.name}
                        {place === null || source.evidence.length > 1 ? null : <small>{place}</small>}
                      </span>
                    </th>
                  )}
                  {Array.from({ length: columns }, (_, column) => (
                    <Cell key={column} passage={passage} column={column} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
