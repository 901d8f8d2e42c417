import { NO_FILTER, ROW_ORDERS, ROW_RELATIONS, type RowFilter, type RowOrder } from '../claims/matrix.ts';

/** How the table of claims and sources is arranged: what a link says of it in `arrange`. */
export interface TableArrangement {
  /** Cells with words, or one small box for each. */
  readonly form: 'table' | 'boxes';
  readonly order: RowOrder;
  readonly filter: RowFilter;
}

/** The table as it comes. */
export const PLAIN_TABLE: TableArrangement = { form: 'table', order: 'listed', filter: NO_FILTER };

const BOXES = 'boxes';

/** What stands after a prefix in those words that have it, each once, in their order. */
function readAll(words: readonly string[], prefix: string): string[] {
  const values = words.flatMap((word) => (word.startsWith(prefix) ? [word.slice(prefix.length)] : []));
  return Array.from(new Set(values));
}

/**
 * Writes an arrangement as words of the field `arrange`; the plain table is no word at all.
 * `decodeArrangement(encodeArrangement(one))` is the same one. Contract: `docs/contracts/link.md`.
 */
export function encodeArrangement({ form, order, filter }: TableArrangement): string[] {
  return [
    ...(form === 'boxes' ? [BOXES] : []),
    ...(order === 'listed' ? [] : [`by-${order}`]),
    ...ROW_RELATIONS.filter((relation) => filter.relations.includes(relation)).map((one) => `is-${one}`),
    ...filter.groups.map((group) => `in-${group}`),
    ...filter.origins.map((origin) => `from-${origin}`),
  ];
}

/** Reads the words of `arrange`; those that are not the table's are ignored, of several orders the last is taken. */
export function decodeArrangement(words: readonly string[]): TableArrangement {
  const orders = readAll(words, 'by-');
  const relations = readAll(words, 'is-');
  return {
    form: words.includes(BOXES) ? 'boxes' : 'table',
    order:
      ROW_ORDERS.findLast(
        (order) => order === orders.findLast((one) => ROW_ORDERS.some((known) => known === one)),
      ) ?? 'listed',
    filter: {
      relations: ROW_RELATIONS.filter((relation) => relations.includes(relation)),
      groups: readAll(words, 'in-'),
      origins: readAll(words, 'from-'),
    },
  };
}
