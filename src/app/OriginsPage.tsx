import { useEffect, useId, useRef } from 'react';
import type { ClaimsFile } from '../claims/claims.ts';
import { findClaims, narrowFlow } from '../claims/origin-flow.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { ClaimsTable, ORDERS } from '../ui/origins/ClaimsTable.tsx';
import { FlowDrawing } from '../ui/origins/FlowDrawing.tsx';
import { FlowList } from '../ui/origins/FlowList.tsx';
import { NamesTable } from '../ui/origins/NamesTable.tsx';
import styles from '../ui/origins/Origins.module.css';
import { goTo } from './address.ts';
import type { OtherViewProps } from './other-view-props.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useOrigins } from './use-origins.ts';
import { ViewPage } from './ViewPage.tsx';

/** As many lines as can be told apart in one drawing. */
const MOST_LINES = 400;

type Origins = ReturnType<typeof useOrigins>;

/** What came through what is chosen in the drawing. */
function Chosen({ origins, onClear }: { readonly origins: Origins; readonly onClear: () => void }) {
  const { t, n } = useStrings();
  const heading = useId();
  const { chosen, lit, rows, nameOf } = origins;
  const claims = findClaims(lit);
  const [from = '', to] = chosen;
  return (
    <section className={styles['chosen']} aria-labelledby={heading}>
      <h4 id={heading}>
        {to === undefined ? nameOf(from) : t('origins.between', { from: nameOf(from), to: nameOf(to) })}
      </h4>
      <p role="status">{t('origins.claims', { count: claims.length, n: n(claims.length) })}</p>
      <ul>
        {claims.map((id) => {
          const row = rows.find((one) => one.id === id);
          if (row === undefined) return null;
          const count = lit.filter(({ claim }) => claim === id).length;
          return (
            <li key={id}>
              <span className={`swatch hue-${row.look.hue} line-${row.look.line}`} aria-hidden="true">
                <span>{n(row.look.number)}</span>
              </span>
              <a href={row.read}>{row.label}</a>
              <p>
                {t('origins.passages', { count, n: n(count) })}
                {row.only === null ? '' : ` · ${t('alone.only', { name: row.only })}`}
              </p>
            </li>
          );
        })}
      </ul>
      <button type="button" className="button" onClick={onClear}>
        {t('origins.clear')}
      </button>
    </section>
  );
}

/** The claim that the address names, and the way to it and back to all. */
function Focused({ origins }: { readonly origins: Origins }) {
  const { t, n } = useStrings();
  if (origins.focused === null) return null;
  const { label, row } = origins.focused;
  return (
    <div className={styles['alone']}>
      <strong>{label}</strong>
      <p>{row === null ? t('rail.inSourcesLong', { count: 0, n: n(0), names: '' }) : row.summary()}</p>
      {row === null || row.only === null ? null : <p>{t('alone.only', { name: row.only })}</p>}
      <p className={styles['ways']}>
        {row === null ? null : (
          <a className="button" href={row.read}>
            {t('origins.read')}
          </a>
        )}
        <a className="button" href={origins.allDrawn}>
          {t('origins.allOfThem')}
        </a>
      </p>
    </div>
  );
}

function Content({ model, actions, file }: OtherViewProps & { readonly file: ClaimsFile }) {
  const { t, n } = useStrings();
  const { view } = model;
  const heading = useId();
  const isNarrow = useIsNarrow();
  const origins = useOrigins(model, file);
  const { flow, chosen, lit, order, unknown, nameOf, aloneCount } = origins;
  const arrange = (keys: readonly string[], by: (typeof ORDERS)[number]) =>
    goTo({ ...view, arrange: [...(by === ORDERS[0] ? [] : [by]), ...keys] });
  const section = useRef<HTMLHeadingElement>(null);
  // Of more than can be told apart what comes through the name chosen is drawn.
  const isTooMuch = flow.links.length > MOST_LINES;
  const choose = (keys: readonly string[]) => {
    // What had the focus goes with the drawing.
    if (isTooMuch && keys.length === 0) section.current?.focus();
    arrange(keys, order);
  };
  const isDrawnAlone = isTooMuch && chosen.length > 0;
  useEffect(() => {
    // It comes above the table from which it was asked for.
    if (isDrawnAlone) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isDrawnAlone]);
  const details = chosen.length === 0 ? null : <Chosen origins={origins} onClear={() => choose([])} />;
  const drawn = {
    flow: isTooMuch ? narrowFlow(flow, lit) : flow,
    nameOf,
    chosen,
    lit,
    onChoose: choose,
  };
  return (
    <>
      <Focused origins={origins} />
      {unknown.length === 0 ? null : (
        <p role="status">
          {t('origins.unknown', { words: unknown.join(' ') })}{' '}
          <button type="button" className="quiet-button" onClick={() => choose(chosen)}>
            {t('origins.clear')}
          </button>
        </p>
      )}
      <section className={styles['section']} aria-labelledby={heading}>
        <h3 id={heading} ref={section} tabIndex={-1}>
          {t('origins.drawingTitle')}
        </h3>
        {origins.focused !== null || aloneCount === 0 ? null : (
          <label className={styles['switch']}>
            <input
              type="checkbox"
              checked={view.marksAlone}
              onChange={() => actions.markAlone(!view.marksAlone)}
            />
            {t('origins.withAlone', { count: aloneCount, n: n(aloneCount) })}
          </label>
        )}
        {flow.passages.length === 0 ? (
          <p>{t('origins.none')}</p>
        ) : isTooMuch && chosen.length === 0 ? (
          <p className={styles['lead']}>{t('origins.tooMuch')}</p>
        ) : isNarrow ? (
          <FlowList {...drawn} details={details} />
        ) : (
          <div className={styles['split']} data-chosen={chosen.length > 0 || undefined}>
            <div className={styles['scroller']}>
              <FlowDrawing {...drawn} />
            </div>
            {details ?? <p className={styles['lead']}>{t('origins.keys')}</p>}
          </div>
        )}
      </section>
      <section className={styles['section']}>
        <div className={styles['scroller']}>
          <NamesTable flow={flow} nameOf={nameOf} chosen={chosen} onChoose={choose} />
        </div>
      </section>
      <section className={styles['section']}>
        <div className={styles['scroller']}>
          <ClaimsTable
            claims={origins.listed}
            order={order}
            focused={view.claim}
            onOrder={(by) => arrange(chosen, by)}
          />
        </div>
      </section>
    </>
  );
}

/** From whom the sources have what they say: a drawing, the same as a table, and every claim's origins. */
export function OriginsPage({ model, actions }: OtherViewProps) {
  const { t } = useStrings();
  return (
    <ViewPage
      model={model}
      actions={actions}
      name="origins"
      title={t('origins.title')}
      lead={t('origins.rule')}
      look={{ page: styles['page'], lead: styles['lead'] }}
    >
      {(file) => <Content model={model} actions={actions} file={file} />}
    </ViewPage>
  );
}
