import { useStrings } from '../kit/use-strings.ts';
import { Legend } from './Legend.tsx';
import { writeCell, type MatrixModel, type MatrixPlace } from './matrix-model.ts';
import { RelationMark } from './RelationMark.tsx';
import styles from './Detail.module.css';

interface DetailProps {
  readonly model: MatrixModel;
  readonly place: MatrixPlace | null;
  readonly form: 'table' | 'boxes';
  readonly onOpen: (place: MatrixPlace) => void;
}

/** The whole of what is said at the place where the reader is, below the table, and the way to it. */
export function Detail({ model, place, form, onOpen }: DetailProps) {
  const strings = useStrings();
  const { t, n, label } = strings;
  const row = model.rows.find(({ id }) => id === place?.claim);
  const source = model.sources.find(({ id }) => id === place?.article);
  if (row === undefined || place === null) {
    if (form === 'table') return null;
    return (
      <div className={styles['hint']}>
        <p>{t('table.boxesHint')}</p>
        <Legend place="below" />
      </div>
    );
  }
  const said = source === undefined ? null : writeCell(model, row, source, strings);
  const look = model.looks.get(row.id);
  const facts = said?.kind === 'said' ? [...said.values, ...said.attributions].join(' · ') : '';
  const note = row.note === null ? null : strings.note(row.note);
  return (
    <section className={styles['detail']} data-form={form} aria-label={t('table.detail')}>
      <p className={styles['what']}>
        {look !== undefined ? (
          <span className={`swatch hue-${look.hue} line-${look.line}`} aria-hidden="true">
            <span>{n(look.number)}</span>
          </span>
        ) : null}
        <strong>{label(row.label)}</strong>
        <span className={styles['relation']}>
          <RelationMark relation={row.relation} />
          {t(`relation.${row.relation}`)}
        </span>
      </p>
      {source === undefined ? (
        <p className={styles['said']}>
          {note === null || row.isNoteOfAll ? note : t('collation.ofAll', { note })}
        </p>
      ) : (
        <p className={styles['said']}>
          <bdi className={styles['name']}>{source.name}</bdi>
          {said?.kind === 'said' ? (
            <>
              <q className={styles['words']} lang={said.lang} dir={said.dir}>
                {said.wording ?? '…'}
              </q>
              {facts === '' ? null : <span className={styles['facts']}>{facts}</span>}
            </>
          ) : (
            <span>
              {said?.why ?? t('comparison.notInSource')}
              {said?.note == null ? null : <span className={styles['facts']}> {said.note}</span>}
            </span>
          )}
        </p>
      )}
      <button type="button" className="button" onClick={() => onOpen(place)}>
        {t('table.open')}
      </button>
      {form === 'boxes' ? <Legend place="below" /> : null}
    </section>
  );
}
