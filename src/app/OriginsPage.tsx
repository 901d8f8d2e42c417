import { useId, useMemo } from 'react';
import type { ClaimsFile } from '../claims/claims.ts';
import { findWitnesses } from '../claims/coverage.ts';
import { computeFlow, findClaims, findPassages } from '../claims/origin-flow.ts';
import { computeOrigins, indexVoices } from '../claims/origins.ts';
import { encodeView, type ViewState } from '../link/view-link.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { ClaimsTable, ORDERS } from '../ui/origins/ClaimsTable.tsx';
import { FlowDrawing } from '../ui/origins/FlowDrawing.tsx';
import { NamesTable } from '../ui/origins/NamesTable.tsx';
import styles from '../ui/origins/Origins.module.css';
import { goTo } from './address.ts';
import { writeOriginNames, writeOrigins } from './origin-words.ts';
import type { OtherViewProps } from './other-view-props.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { ViewPage } from './ViewPage.tsx';

function hrefOf(view: ViewState): string {
  return `./#${encodeView(view)}`;
}

/** Everything the view shows, of the sources that are on and the claim that the address names. */
function useOrigins(model: ReaderModel, file: ClaimsFile) {
  const strings = useStrings();
  const { view, shown, collection } = model;
  const voices = useMemo(() => indexVoices(file.voices), [file]);
  const focused = file.claims.find(({ id }) => id === view.claim) ?? null;
  // A name keeps its word of the address whatever is shown of it.
  const flow = useMemo(() => {
    const whole = computeFlow(
      file.claims,
      collection.articles.map(({ id }) => id),
      voices,
    );
    const keys = new Map(whole.nodes.map(({ key, name }) => [name?.en, key]));
    if (focused === null) return computeFlow(file.claims, shown, voices, keys);
    return computeFlow([focused], findWitnesses(focused, shown), voices, keys);
  }, [file, focused, shown, collection, voices]);
  const articles = useMemo(
    () => shown.flatMap((id) => collection.articles.find((article) => article.id === id) ?? []),
    [shown, collection],
  );
  const names = new Map(
    flow.nodes.map(({ key, name, article }) => {
      const label = articles.find(({ id }) => id === article)?.label;
      return [key, strings.pick(name ?? label ?? { ar: key, en: key })];
    }),
  );
  const rows = file.claims.flatMap((claim) => {
    const origins = computeOrigins(claim, articles, voices);
    const look = model.appearances.get(claim.id);
    if (origins.sources.length === 0 || look === undefined) return [];
    const isFocused = claim.id === view.claim;
    return {
      id: claim.id,
      label: strings.label(claim.label),
      look,
      sources: origins.sources.length,
      least: origins.least,
      most: origins.most,
      names: writeOriginNames(origins, articles, strings),
      summary: writeOrigins(origins, articles, strings),
      drawn: hrefOf({ ...view, claim: isFocused ? null : claim.id }),
      read: hrefOf({ ...view, view: 'reader', arrange: [], claim: claim.id }),
    };
  });
  const words = view.arrange.filter((word) => flow.nodes.some(({ key }) => key === word));
  const chosen = words.slice(0, 2);
  const lit = findPassages(flow, chosen);
  return {
    flow,
    rows,
    chosen: lit.length > 0 ? chosen : [],
    lit,
    order: ORDERS.find((order) => view.arrange.includes(order)) ?? ORDERS[0],
    nameOf: (key: string) => names.get(key) ?? key,
    focused: rows.find(({ id }) => id === view.claim) ?? null,
  };
}

function Content({ model, file }: { readonly model: ReaderModel; readonly file: ClaimsFile }) {
  const { t, n } = useStrings();
  const { view } = model;
  const heading = useId();
  const isNarrow = useIsNarrow();
  const { flow, rows, chosen, lit, order, nameOf, focused } = useOrigins(model, file);
  const arrange = (keys: readonly string[], by: (typeof ORDERS)[number]) =>
    goTo({ ...view, arrange: [...(by === ORDERS[0] ? [] : [by]), ...keys] });
  const choose = (keys: readonly string[]) => arrange(keys, order);
  const drawing = (
    <section key="drawing" className={styles['section']} aria-labelledby={heading}>
      <h3 id={heading}>{t('origins.drawingTitle')}</h3>
      {flow.passages.length === 0 ? (
        <p>{t('origins.none')}</p>
      ) : (
        <div className={styles['split']} data-chosen={chosen.length > 0 || undefined}>
          <div className={styles['scroller']}>
            <FlowDrawing flow={flow} nameOf={nameOf} chosen={chosen} lit={lit} onChoose={choose} />
          </div>
          {chosen.length === 0 ? (
            <p className={styles['lead']}>{t('origins.keys')}</p>
          ) : (
            <section className={styles['chosen']} aria-labelledby={`${heading}-chosen`}>
              <h4 id={`${heading}-chosen`}>
                {chosen.length === 1
                  ? nameOf(chosen[0] ?? '')
                  : t('origins.between', { from: nameOf(chosen[0] ?? ''), to: nameOf(chosen[1] ?? '') })}
              </h4>
              <p role="status">
                {t('origins.claims', { count: findClaims(lit).length, n: n(findClaims(lit).length) })}
              </p>
              <ul>
                {findClaims(lit).map((id) => {
                  const row = rows.find((one) => one.id === id);
                  if (row === undefined) return null;
                  const count = lit.filter(({ claim }) => claim === id).length;
                  return (
                    <li key={id}>
                      <span className={`swatch hue-${row.look.hue} line-${row.look.line}`} aria-hidden="true">
                        <span>{n(row.look.number)}</span>
                      </span>
                      <a href={row.read}>{row.label}</a>
                      <p>{t('origins.passages', { count, n: n(count) })}</p>
                    </li>
                  );
                })}
              </ul>
              <button type="button" className="button" onClick={() => choose([])}>
                {t('origins.clear')}
              </button>
            </section>
          )}
        </div>
      )}
    </section>
  );
  const table = (
    <section key="names" className={styles['section']}>
      <div className={styles['scroller']}>
        <NamesTable flow={flow} nameOf={nameOf} chosen={chosen} onChoose={choose} />
      </div>
    </section>
  );
  return (
    <>
      {focused === null ? null : (
        <div className={styles['alone']}>
          <strong>{focused.label}</strong>
          <p>{focused.summary}</p>
          <p className={styles['ways']}>
            <a className="button" href={focused.read}>
              {t('origins.read')}
            </a>
            <a className="button" href={focused.drawn}>
              {t('origins.allOfThem')}
            </a>
          </p>
        </div>
      )}
      {isNarrow ? [table, drawing] : [drawing, table]}
      <section className={styles['section']}>
        <div className={styles['scroller']}>
          <ClaimsTable
            claims={rows}
            order={order}
            focused={focused?.id ?? null}
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
      {(file) => <Content model={model} file={file} />}
    </ViewPage>
  );
}
