import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { countRows, filterRows, sortRows, type ClaimIndex, type MatrixRow } from '../claims/matrix.ts';
import type { Bilingual } from '../corpus/collection.ts';
import { decodeArrangement, encodeArrangement, type TableArrangement } from '../link/table-arrangement.ts';
import { encodeView } from '../link/view-link.ts';
import { useAnnounce } from '../ui/kit/Announcer.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import { Boxes } from '../ui/matrix/Boxes.tsx';
import { Detail } from '../ui/matrix/Detail.tsx';
import { Legend } from '../ui/matrix/Legend.tsx';
import type { MatrixModel, MatrixPlace } from '../ui/matrix/matrix-model.ts';
import { MatrixGrid } from '../ui/matrix/MatrixGrid.tsx';
import { PrintedMatrix, useIsPrinted } from '../ui/matrix/PrintedMatrix.tsx';
import { Toolbar } from '../ui/matrix/Toolbar.tsx';
import { goTo } from './address.ts';
import type { OtherViewProps } from './other-view-props.ts';
import { textQuery } from './queries.ts';
import { indexOf, rowsOf } from './table-rows.ts';
import styles from './TablePage.module.css';
import { usePublishedClaims } from './use-published-claims.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { useTableFilters } from './use-table-filters.tsx';

/** As boxes, what one source alone says would take the room of what can be compared, until it is asked for. */
function isWithoutAlone({ form, filter }: Pick<TableArrangement, 'form' | 'filter'>): boolean {
  return form === 'boxes' && filter.relations.length === 0;
}

/** The rows of the table, before and after what the reader asks for. */
function useRows(model: ReaderModel, index: ClaimIndex | null, { order, filter, form }: TableArrangement) {
  const { language } = useStrings();
  const { shown } = model;
  const { rows: all, leftOut } = useMemo(
    () => (index === null ? { rows: [], leftOut: 0 } : rowsOf(index, shown)),
    [index, shown],
  );
  const counts = useMemo(() => countRows(all, filter), [all, filter]);
  const rows = useMemo(() => {
    const { compare } = new Intl.Collator(language, { numeric: true });
    const compareLabels = (one: Bilingual, other: Bilingual) => compare(one[language], other[language]);
    const asked = filterRows(all, filter);
    const drawn = isWithoutAlone({ form, filter }) ? asked.filter(({ isShared }) => isShared) : asked;
    return sortRows(drawn, order, compareLabels);
  }, [all, filter, order, form, language]);
  return { all, leftOut, counts, rows };
}

/** Says how many claims are left whenever what is asked for changes. */
function useTold(shown: number, total: number, asked: string): void {
  const { t, n } = useStrings();
  const announce = useAnnounce();
  const last = useRef(asked);
  useEffect(() => {
    if (last.current === asked) return;
    last.current = asked;
    announce(t('table.shown', { count: shown, n: n(shown), total: n(total) }));
  }, [asked, shown, total, announce, t, n]);
}

/** Fetches the texts of the sources whose columns are near the screen, so that what they quote is held against them. */
function useTextsOf({ view, collection }: ReaderModel) {
  const client = useQueryClient();
  const name = view.collection;
  return useCallback(
    (ids: readonly string[]) => {
      for (const article of collection.articles)
        if (ids.includes(article.id)) void client.prefetchQuery(textQuery(name, article));
    },
    [client, name, collection],
  );
}

/** The claims against the sources: what each says of each, in words or as boxes. */
export function TablePage({ model, actions }: OtherViewProps) {
  const { t, pick } = useStrings();
  const published = usePublishedClaims(model);
  const { view, collection, shown } = model;
  const word = view.arrange.join('.');
  // The address is read anew at every change of it; what it says of the table changes with these words.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const arrangement = useMemo(() => decodeArrangement(view.arrange), [word]);
  const file = published.status === 'ready' ? published.file : null;
  const index = useMemo(() => (file === null ? null : indexOf(file)), [file]);
  const { all, leftOut, counts, rows } = useRows(model, index, arrangement);
  useTold(rows.length, all.length, `${word} ${shown.join('.')}`);
  const arrange = (change: Partial<TableArrangement>) =>
    goTo({ ...view, arrange: encodeArrangement({ ...arrangement, ...change }) });
  const { filters, clear } = useTableFilters({ model, actions, index, counts, arrangement, arrange });

  // Where the reader was when something was opened from here; else the claim that the address names.
  const [active, setActive] = useState<MatrixPlace | null>(() => {
    const { opening } = actions;
    if (opening !== null) return { claim: opening.claim, article: opening.anchor?.article ?? null };
    return view.claim === null ? null : { claim: view.claim, article: null };
  });
  const [takesFocus] = useState(actions.opening !== null);
  const open = ({ claim, article }: MatrixPlace) =>
    actions.openClaim(claim, article === null ? null : { article, index: 0 });
  const fetchTexts = useTextsOf(model);
  const isPrinted = useIsPrinted();

  const sources = useMemo(
    () =>
      shown.flatMap((id) => {
        const article = collection.articles.find((one) => one.id === id);
        return article === undefined ? [] : [{ id, name: pick(article.label), language: article.language }];
      }),
    [shown, collection, pick],
  );
  const { appearances, loneAppearances, texts } = model;
  const looks = useMemo(() => new Map([...appearances, ...loneAppearances]), [appearances, loneAppearances]);
  const matrix = useMemo<MatrixModel | null>(() => {
    if (index === null) return null;
    const inTexts = { ...view, view: 'reader', arrange: [], passages: [] } as const;
    const hrefOf = (row: MatrixRow) => `./#${encodeView({ ...inTexts, claim: row.id })}`;
    return { index, rows, sources, looks, texts, hrefOf };
  }, [index, rows, sources, looks, texts, view]);

  const empty =
    sources.length === 0 ? 'noSources' : all.length === 0 ? 'noClaims' : rows.length === 0 ? 'none' : null;
  const place = { model: matrix, active, takesFocus, onActive: setActive, onOpen: open };
  return (
    <main
      id="table"
      className={styles['page']}
      aria-label={t('views.table')}
      aria-busy={published.status === 'pending' || undefined}
      tabIndex={-1}
    >
      <h2 className="visually-hidden">{t('table.label')}</h2>
      {published.status === 'pending' ? (
        <p className={styles['told']} role="status">
          {t('app.loading')}
        </p>
      ) : null}
      {published.status === 'failed' ? (
        <div className={styles['told']} role="alert">
          <p>{published.failure.message}</p>
          <button type="button" className="button" onClick={published.failure.retry}>
            {t('load.retry')}
          </button>
        </div>
      ) : null}
      {matrix === null ? null : (
        <>
          <Toolbar
            form={arrangement.form}
            order={arrangement.order}
            filters={filters}
            shown={rows.length}
            total={all.length}
            leftOut={leftOut}
            isWithoutAlone={isWithoutAlone(arrangement) && all.some(({ isShared }) => !isShared)}
            onForm={(form) => arrange({ form })}
            onOrder={(order) => arrange({ order })}
            onClear={clear}
          />
          {empty === null ? null : (
            <div className={styles['told']}>
              <p>{t(`table.${empty}`)}</p>
              {empty === 'noSources' ? (
                <button type="button" className="button" onClick={actions.showAllSources}>
                  {t('article.allOn')}
                </button>
              ) : null}
            </div>
          )}
          {empty !== null ? null : arrangement.form === 'boxes' && !isPrinted ? (
            <>
              <Legend place="above" />
              <Boxes {...place} model={matrix} />
            </>
          ) : isPrinted ? (
            <PrintedMatrix model={matrix} />
          ) : (
            <MatrixGrid {...place} model={matrix} focused={view.claim} onSources={fetchTexts} />
          )}
          {empty === null ? (
            <Detail model={matrix} place={active} form={arrangement.form} onOpen={open} />
          ) : null}
        </>
      )}
    </main>
  );
}
