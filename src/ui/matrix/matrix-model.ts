import { holds } from '../../claims/absence.ts';
import type { Appearance } from '../../claims/appearance.ts';
import { readCell, readWording, type ClaimIndex, type MatrixRow } from '../../claims/matrix.ts';
import type { Evidence } from '../../claims/claims.ts';
import { directionOf } from '../../corpus/direction.ts';
import type { ReaderStrings } from '../kit/use-strings.ts';

/** A source as the table shows it. */
export interface MatrixSource {
  readonly id: string;
  readonly name: string;
  /** The language of its article (BCP 47). */
  readonly language: string;
}

/** A place in the table; `article` is null at the heading of a row. */
export interface MatrixPlace {
  readonly claim: string;
  readonly article: string | null;
}

/** What the table and its boxes show. */
export interface MatrixModel {
  readonly index: ClaimIndex;
  /** Filtered and sorted. */
  readonly rows: readonly MatrixRow[];
  /** Those that are on, in their order. */
  readonly sources: readonly MatrixSource[];
  /** How claims are told apart; those of one article alone once they are here. */
  readonly looks: ReadonlyMap<string, Appearance>;
  readonly texts: ReadonlyMap<string, string>;
  /** The address of the reader at a place. */
  readonly hrefOf: (row: MatrixRow) => string;
}

/** What a source says of a claim, in words ready to be shown. */
export type CellWords =
  | {
      readonly kind: 'said';
      /** The first passage's words; null while they are not here. */
      readonly wording: string | null;
      readonly lang: string;
      readonly dir: 'rtl' | 'ltr';
      readonly value: string | null;
      readonly attribution: string | null;
      /** How many passages there are besides the first. */
      readonly more: number;
    }
  | { readonly kind: 'absent'; readonly why: string | null; readonly note: string | null };

/** A cell shows as many lines of a wording. */
export const MOST_LINES = 3;
/** The width of a letter in a line of text, as a share of its height; rather too much, so that lines have room. */
const LETTER = 0.29;

/**
 * How many lines the longest first wording of a row takes in cells of a width, 1 to {@link MOST_LINES}.
 * Of all sources that are on, near the screen or not: a row keeps its height while it is scrolled sideways.
 */
export function countLines(row: MatrixRow, letters: number): number {
  let longest = 0;
  for (const id of row.witnesses) {
    const passage = row.statements.get(id)?.passages[0];
    if (passage === undefined) continue;
    longest = Math.max(longest, passage.quote?.length ?? passage.range.end - passage.range.start);
  }
  return Math.max(1, Math.min(MOST_LINES, Math.ceil(longest / Math.max(1, letters))));
}

/** How many letters a line of a cell has room for. */
export function countLetters(width: number, line: number): number {
  return Math.max(1, Math.floor(width / (line * LETTER)));
}

/** A value as the reader reads it: `≈ ٢٥ سنة`, `ساعتان`, or the term used. */
function writeValue(value: NonNullable<Evidence['value']>, { t, n, pick }: ReaderStrings): string {
  if (value.kind === 'term') return pick(value.text);
  const amount = t(`unit.${value.unit}`, { count: value.amount, n: n(value.amount) });
  return t(`precision.${value.precision}`, { amount });
}

/** What stands in a cell, in the reader's language. */
export function writeCell(
  { index, texts }: MatrixModel,
  row: MatrixRow,
  source: MatrixSource,
  strings: ReaderStrings,
): CellWords {
  const { t, pick } = strings;
  const cell = readCell(index, row, source.id);
  if (cell.kind === 'absent') {
    const text = texts.get(source.id);
    const absence =
      cell.absence === null || text === undefined || holds(cell.absence, text) ? cell.absence : null;
    return {
      kind: 'absent',
      why: absence === null ? null : t(`table.absence-${absence.kind}`),
      note: absence === null ? null : pick(absence.note),
    };
  }
  const { passages } = cell.statement;
  const [first] = passages;
  const valued = passages.find(({ value }) => value !== undefined)?.value;
  const chain = first?.attribution?.chain
    .map(({ name }) => pick(name))
    .reduceRight((origin, name) => t('comparison.chain', { name, origin }));
  return {
    kind: 'said',
    wording: first === undefined ? null : readWording(first, texts.get(source.id)),
    lang: source.language,
    dir: directionOf(source.language),
    value: valued === undefined ? null : writeValue(valued, strings),
    attribution: chain === undefined ? null : t('comparison.attribution', { chain }),
    more: passages.length - 1,
  };
}
