import type { FlowNode, FlowPassage, OriginFlow } from '../../claims/origin-flow.ts';
import { findClaims } from '../../claims/origin-flow.ts';
import { useStrings } from '../kit/use-strings.ts';
import styles from './Origins.module.css';

interface NamesTableProps {
  readonly flow: OriginFlow;
  readonly nameOf: (key: string) => string;
  readonly chosen: readonly string[];
  readonly onChoose: (keys: readonly string[]) => void;
}

/** More articles than this have no column each: nobody compares so many. */
const MOST_COLUMNS = 24;

/** The flow as a table: who stands behind how many passages of which article. */
export function NamesTable({ flow, nameOf, chosen, onChoose }: NamesTableProps) {
  const { t, n } = useStrings();
  const outlets = flow.nodes.filter(({ stage }) => stage === 'outlet');
  const names = flow.nodes.filter(({ stage }) => stage !== 'outlet');
  const isWide = outlets.length <= MOST_COLUMNS;
  const through = new Map(names.map(({ key }) => [key, [] as FlowPassage[]]));
  for (const passage of flow.passages) for (const key of passage.path) through.get(key)?.push(passage);
  const rows = names
    .map((node) => ({ node, passages: through.get(node.key) ?? [] }))
    .toSorted((one, other) => other.passages.length - one.passages.length);
  const own = flow.passages.filter(({ path }) => path.length === 1);
  const cells = (passages: readonly FlowPassage[]) => (
    <>
      {isWide ? (
        outlets.map(({ key, article }) => {
          const count = passages.filter((passage) => passage.article === article).length;
          return (
            <td key={key} data-none={count === 0 || undefined}>
              {n(count)}
            </td>
          );
        })
      ) : (
        <td>{n(new Set(passages.map(({ article }) => article)).size)}</td>
      )}
      <td>{n(passages.length)}</td>
      <td>{n(findClaims(passages).length)}</td>
    </>
  );
  const writeStage = ({ stage, isUnnamed }: FlowNode) =>
    isUnnamed ? t('origins.unnamed') : t(stage === 'speaker' ? 'origins.is-speaker' : 'origins.is-relay');
  return (
    <table className={styles['table']}>
      <caption>{t(isWide ? 'origins.namesCaption' : 'origins.namesCaptionMany')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('origins.name')}</th>
          {isWide ? (
            outlets.map(({ key }) => (
              <th key={key} scope="col">
                <bdi>{nameOf(key)}</bdi>
              </th>
            ))
          ) : (
            <th scope="col">{t('origins.column-sources')}</th>
          )}
          <th scope="col">{t('origins.allPassages')}</th>
          <th scope="col">{t('origins.allClaims')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ node, passages }) => (
          <tr key={node.key} data-chosen={chosen.join(' ') === node.key || undefined}>
            <th scope="row">
              <button
                type="button"
                className={styles['pick']}
                aria-pressed={chosen.join(' ') === node.key}
                onClick={() => onChoose(chosen.join(' ') === node.key ? [] : [node.key])}
              >
                <bdi>{nameOf(node.key)}</bdi>
              </button>{' '}
              <span className={styles['kind']}>{writeStage(node)}</span>
            </th>
            {cells(passages)}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('origins.ownWords')}</th>
          {cells(own)}
        </tr>
      </tbody>
    </table>
  );
}
