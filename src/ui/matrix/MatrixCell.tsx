import { memo, type CSSProperties } from 'react';
import type { MatrixRow } from '../../claims/matrix.ts';
import { useStrings } from '../kit/use-strings.ts';
import { RelationMark } from './RelationMark.tsx';
import { writeCell, type MatrixModel, type MatrixSource } from './matrix-model.ts';
import styles from './Matrix.module.css';

/** Longer wordings may not fit into their cell: pointing at it tells them whole. In UTF-16 code units. */
const FITS = 60;

/** A claim: its number and mark, what it is called, how the sources relate. */
export function ClaimHead({ row, model }: { readonly row: MatrixRow; readonly model: MatrixModel }) {
  const { t, n, label } = useStrings();
  const look = model.looks.get(row.id);
  return (
    <>
      <span className={styles['claimLine']}>
        {look !== undefined ? (
          <span className={`swatch hue-${look.hue} line-${look.line}`} aria-hidden="true">
            <span>{n(look.number)}</span>
          </span>
        ) : null}
        <span className={styles['claimLabel']}>{label(row.label)}</span>
      </span>
      <span className={styles['relation']} data-relation={row.relation}>
        <RelationMark relation={row.relation} />
        {t(`relation.${row.relation}`)}
        <span className={styles['witnesses']}>
          {t('rail.inSources', { n: n(row.witnesses.length), total: n(model.sources.length) })}
        </span>
      </span>
    </>
  );
}

interface CellContentProps {
  readonly row: MatrixRow;
  readonly source: MatrixSource;
  readonly model: MatrixModel;
}

/** What a source says of a claim: words, value, whom it is from; or that it says nothing of it. */
export function CellContent({ row, source, model }: CellContentProps) {
  const strings = useStrings();
  const { t, n } = strings;
  const words = writeCell(model, row, source, strings);
  if (words.kind === 'absent') {
    return (
      <span className={styles['absent']}>
        <span aria-hidden="true">—</span>
        <span className={words.why === null ? 'visually-hidden' : undefined}>
          {words.why ?? t('comparison.notInSource')}
        </span>
      </span>
    );
  }
  const { wording, values, attributions, more } = words;
  return (
    <>
      <span
        className={styles['words']}
        lang={words.lang}
        dir={words.dir}
        title={wording !== null && wording.length > FITS ? wording : undefined}
      >
        {wording ?? '…'}
      </span>
      {values.length === 0 && attributions.length === 0 && more === 0 ? null : (
        <span className={styles['facts']}>
          {values.map((value) => (
            <span key={value} className={styles['value']}>
              {value}
            </span>
          ))}
          {attributions.map((attribution) => (
            <span key={attribution}>{attribution}</span>
          ))}
          {more === 0 ? null : <span>{t('table.more', { count: more, n: n(more) })}</span>}
        </span>
      )}
    </>
  );
}

/** Where a row or column begins and how far it reaches, in CSS pixels. */
export interface Extent {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

interface MatrixLineProps {
  readonly row: MatrixRow;
  readonly model: MatrixModel;
  readonly extent: Extent;
  /** How many lines of a wording its cells show. */
  readonly lines: number;
  readonly columns: readonly Extent[];
  /** Which column of this row is the grid's tab stop (0: the heading); null for another row. */
  readonly stop: number | null;
  readonly isFocused: boolean;
}

/** A row of the table, as much of it as is near the screen. */
export const MatrixLine = memo(function MatrixLine({
  row,
  model,
  extent,
  lines,
  columns,
  stop,
  isFocused,
}: MatrixLineProps) {
  const href = model.hrefOf(row);
  return (
    <tr
      aria-rowindex={extent.index + 2}
      className={styles['row']}
      data-focused={isFocused || undefined}
      style={{ insetBlockStart: extent.start, blockSize: extent.size, '--lines': lines } as CSSProperties}
    >
      <th scope="row" aria-colindex={1} className={styles['claim']}>
        <a href={href} data-row={row.id} data-stop={stop === 0 || undefined} tabIndex={stop === 0 ? 0 : -1}>
          <ClaimHead row={row} model={model} />
        </a>
      </th>
      {columns.map(({ index, start, size }) => {
        const source = model.sources[index];
        if (source === undefined) return null;
        const isStop = stop === index + 1;
        const style: CSSProperties = { insetInlineStart: start, inlineSize: size };
        return (
          <td key={source.id} aria-colindex={index + 2} className={styles['cell']} style={style}>
            <a
              href={href}
              data-row={row.id}
              data-column={source.id}
              data-stop={isStop || undefined}
              tabIndex={isStop ? 0 : -1}
            >
              <CellContent row={row} source={source} model={model} />
            </a>
          </td>
        );
      })}
    </tr>
  );
});
