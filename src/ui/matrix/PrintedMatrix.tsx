import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStrings } from '../kit/use-strings.ts';
import type { MatrixModel } from './matrix-model.ts';
import { CellContent, ClaimHead } from './MatrixCell.tsx';
import styles from './PrintedMatrix.module.css';

/** As many sources as a sheet of paper has room for; more of them take further tables. */
const SOURCES_A_SHEET = 5;

/** Whether the page is being printed, or shown as it would be. */
export function useIsPrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const query = matchMedia('print');
    const read = () => setPrinted(query.matches);
    // The browser takes the page as it stands when this returns.
    const prepare = () => flushSync(() => setPrinted(true));
    read();
    query.addEventListener('change', read);
    window.addEventListener('beforeprint', prepare);
    window.addEventListener('afterprint', read);
    return () => {
      query.removeEventListener('change', read);
      window.removeEventListener('beforeprint', prepare);
      window.removeEventListener('afterprint', read);
    };
  }, []);
  return isPrinted;
}

/** The table on paper: all rows as high as their words, as many columns side by side as can be read. */
export function PrintedMatrix({ model }: { readonly model: MatrixModel }) {
  const { t } = useStrings();
  const { rows, sources } = model;
  const sheets = Array.from({ length: Math.ceil(sources.length / SOURCES_A_SHEET) }, (_, sheet) =>
    sources.slice(sheet * SOURCES_A_SHEET, (sheet + 1) * SOURCES_A_SHEET),
  );
  return sheets.map((some) => (
    <table key={some[0]?.id} className={styles['table']} aria-label={t('table.label')}>
      <thead>
        <tr>
          <th scope="col">{t('table.claim')}</th>
          {some.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <ClaimHead row={row} model={model} />
            </th>
            {some.map((source) => (
              <td key={source.id}>
                <CellContent row={row} source={source} model={model} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ));
}
