import { holds } from '../../claims/absence.ts';
import type { Appearance } from '../../claims/appearance.ts';
import { readCell, readWording, type ClaimIndex, type MatrixRow } from '../../claims/matrix.ts';
import { directionOf } from '../../corpus/direction.ts';
import type { Chain, Evidence } from '../../claims/claims.ts';
import { keyOfValue } from '../../claims/shown-relation.ts';
import type { ReaderStrings } from '../kit/use-strings.ts';
import { writeAttribution, writeValue } from '../kit/write-evidence.ts';

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
      /** The values its passages give, each once. */
      readonly values: readonly string[];
      /** Whom its passages are from, each once, and that it denies or analyses what others report. */
      readonly attributions: readonly string[];
      /** How many passages there are besides the first. */
      readonly more: number;
    }
  | { readonly kind: 'absent'; readonly why: string | null; readonly note: string | null };

/** A cell shows as many lines of a wording. */
export const MOST_LINES = 3;
/** The width of a letter in a line of text, as a share of its height; rather too much, so that lines have room. */
const LETTER = 0.29;

/** At most as many lines tell the values of a source's passages and whom they are from. */
const MOST_FACT_LINES = 12;
/** Letters that the sign and the room around a fact take: a chip's ends, `عن`, what stands between names. */
const AROUND = { value: 4, name: 11, more: 14 } as const;
/** Letters of a number with its unit, and of a stance told in words. */
const [QUANTITY, STANCE] = [10, 22];

/** What the cells of a row need at most. */
export interface RowNeeds {
  /** How many lines the longest first wording takes, 1 to {@link MOST_LINES}. */
  readonly lines: number;
  /** What the fullest cell takes for its wording and for what is told of it, in CSS pixels. */
  readonly height: number;
}

/** How many letters, and their height in CSS pixels, a line of a wording and one of facts has in a cell. */
export interface CellLines {
  readonly letters: number;
  readonly line: number;
  readonly factLetters: number;
  readonly factLine: number;
}

/** How many lines facts of some lengths take, side by side as far as there is room. */
function wrapFacts(lengths: readonly number[], letters: number): number {
  let lines = 1;
  let used = 0;
  for (const length of lengths) {
    if (used > 0 && used + length > letters) {
      lines += 1;
      used = 0;
    }
    const whole = Math.ceil(length / letters);
    lines += whole - 1;
    used += length - (whole - 1) * letters;
  }
  return Math.min(MOST_FACT_LINES, lines);
}

/** How many letters a passage's value takes. */
function measureValue(value: NonNullable<Evidence['value']>, pick: ReaderStrings['pick']): number {
  return AROUND.value + (value.kind === 'term' ? pick(value.text).length : QUANTITY);
}

/** How many letters those take whom a passage is from. */
function measureChain(chain: Chain, pick: ReaderStrings['pick']): number {
  let names = 0;
  for (const { name } of chain) names += pick(name).length + AROUND.name;
  return names;
}

/** How many letters each fact of a source's passages takes. Most have one passage, which repeats nothing. */
function measureFacts(passages: readonly Evidence[], pick: ReaderStrings['pick']): number[] {
  const lengths: number[] = [];
  const told = passages.length > 1 ? new Set<string>() : null;
  const isNew = (fact: string) => told !== null && told.size < told.add(fact).size;
  for (const passage of passages) {
    const { value, attribution, stance } = passage;
    if (value !== undefined && (told === null || isNew(keyOfValue(passage))))
      lengths.push(measureValue(value, pick));
    if (
      attribution !== null &&
      (told === null || isNew(attribution.chain.map(({ name }) => name.en).join(' < ')))
    )
      lengths.push(measureChain(attribution.chain, pick));
    if ((stance === 'denies' || stance === 'analyses') && (told === null || isNew(stance)))
      lengths.push(STANCE);
  }
  if (told !== null) lengths.push(AROUND.more);
  return lengths;
}

/**
 * What the cells of a row need for their words. Of all sources that are on, near the screen or not: a row keeps
 * its height while it is scrolled sideways. Linear in the row's passages.
 */
export function measureRow(
  row: MatrixRow,
  { letters, line, factLetters, factLine }: CellLines,
  pick: ReaderStrings['pick'],
): RowNeeds {
  const needs = { lines: 1, height: line + factLine };
  for (const id of row.witnesses) {
    const passages = row.statements.get(id)?.passages;
    const [first] = passages ?? [];
    if (passages === undefined || first === undefined) continue;
    const length = first.quote?.length ?? first.range.end - first.range.start;
    const lines = Math.max(1, Math.min(MOST_LINES, Math.ceil(length / letters)));
    needs.lines = Math.max(needs.lines, lines);
    const facts = wrapFacts(measureFacts(passages, pick), factLetters);
    needs.height = Math.max(needs.height, lines * line + facts * factLine);
  }
  return needs;
}

/** How many letters a line of a cell has room for. */
export function countLetters(width: number, line: number): number {
  return Math.max(1, Math.floor(width / (line * LETTER)));
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
    const { absence: judged } = cell;
    const quoted = () => index.claims.flatMap(({ statements }) => statements.get(source.id)?.passages ?? []);
    const absence = judged === null || text === undefined || holds(judged, text, quoted()) ? judged : null;
    return {
      kind: 'absent',
      why: absence === null ? null : t(`table.absence-${absence.kind}`),
      note: absence === null ? null : strings.note(absence.note),
    };
  }
  const { passages } = cell.statement;
  const [first] = passages;
  const values = passages.flatMap(({ value }) => (value === undefined ? [] : [writeValue(value, strings)]));
  const named = passages.flatMap(({ attribution }) => {
    if (attribution === null) return [];
    const names = attribution.chain.map(({ name }) => pick(name));
    return [writeAttribution(names, strings)];
  });
  const stances = passages.flatMap(({ stance }) =>
    stance === 'denies' || stance === 'analyses' ? [t(`stance.${stance}`)] : [],
  );
  return {
    kind: 'said',
    wording: first === undefined ? null : readWording(first, texts.get(source.id)),
    lang: source.language,
    dir: directionOf(source.language),
    values: Array.from(new Set(values)),
    attributions: Array.from(new Set([...named, ...stances])),
    more: passages.length - 1,
  };
}
