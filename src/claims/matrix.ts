import type { Bilingual } from '../corpus/collection.ts';
import type { Absence, Claim, ClaimsFile, Evidence, LoneClaim, Relation } from './claims.ts';
import { relateShown } from './shown-relation.ts';

/**
 * How the sources of a row relate, those that differ most first: the authored relations, and that only
 * one of the sources that are on makes the claim.
 */
export const ROW_RELATIONS = [
  'contradiction',
  'other-value',
  'different-framing',
  'compatible-values',
  'other-words',
  'same',
  'single-source',
] as const;
export type RowRelation = Relation | 'single-source';

/**
 * The orders that rows can have: of the file, those that differ most first, of most sources first, by group, by whom
 * they are from, of the alphabet.
 */
export const ROW_ORDERS = ['listed', 'relation', 'sources', 'group', 'origin', 'label'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** Which rows are asked for: one of the values of each list, any where the list is empty. */
export interface RowFilter {
  readonly relations: readonly RowRelation[];
  /** Groups by their filter word ({@link toFilterWord}). */
  readonly groups: readonly string[];
  /** Names of attributions by their filter word. */
  readonly origins: readonly string[];
}

/** Everything is asked for. */
export const NO_FILTER: RowFilter = { relations: [], groups: [], origins: [] };

/** What one article says of a claim. */
export interface Statement {
  /** Its passages, in the order of the file; at least one. */
  readonly passages: readonly Evidence[];
  /** Filter words of all whom the passages are attributed to. */
  readonly origins: readonly string[];
}

/** A claim, looked up by article. */
interface IndexedClaim {
  readonly claim: Claim | LoneClaim;
  readonly groupWord: string;
  readonly statements: ReadonlyMap<string, Statement>;
}

/** A claims file, ready for its table. */
export interface ClaimIndex {
  readonly claims: readonly IndexedClaim[];
  readonly absences: ReadonlyMap<string, ReadonlyMap<string, Absence>>;
  /** What each name of an attribution is called, by its filter word. */
  readonly origins: ReadonlyMap<string, Bilingual>;
}

/** A claim as the sources that are on make it. */
export interface MatrixRow {
  readonly id: string;
  /** The id of its group. */
  readonly group: string;
  /** The filter word of its group. */
  readonly groupWord: string;
  readonly label: Bilingual;
  readonly relation: RowRelation;
  /** Why the sources relate as they do; null where fewer than two of those on make the claim, or where these agree. */
  readonly note: Bilingual | null;
  /** Whether all sources that the note speaks of are on. */
  readonly isNoteOfAll: boolean;
  /** Whether it is one of the shared claims, which the texts are marked with. */
  readonly isShared: boolean;
  /** Ids of the sources that are on and make it, in no order; at least one. */
  readonly witnesses: readonly string[];
  /** Filter words of all whom those sources have it from. */
  readonly origins: ReadonlySet<string>;
  readonly statements: ReadonlyMap<string, Statement>;
}

/** What stands where a claim and a source meet. */
export type MatrixCell =
  | { readonly kind: 'said'; readonly statement: Statement }
  /** `absence` is an editor's judgement why; null where there is none. */
  | { readonly kind: 'absent'; readonly absence: Absence | null };

/** How many rows each value of a filter would leave, the other filters as they are. */
export interface RowCounts {
  readonly relations: ReadonlyMap<RowRelation, number>;
  readonly groups: ReadonlyMap<string, number>;
  readonly origins: ReadonlyMap<string, number>;
}

/** A filter's word stands behind a prefix of at most five letters in a word of at most 64. */
const MAX_FILTER_WORD = 59;

/**
 * A name or id as a word of lower-case Latin letters, digits and single hyphens of at most 59 characters,
 * as an address carries it. Names that differ in signs alone, or beyond that length, have the same word.
 */
export function toFilterWord(name: string): string {
  const latin = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, MAX_FILTER_WORD)
    .replaceAll(/^-+|-+$/gu, '');
  if (latin !== '') return latin;
  // A name without Latin letters goes by the code points of its beginning.
  return Array.from(name, (sign) => (sign.codePointAt(0) ?? 0).toString(36))
    .join('')
    .slice(0, MAX_FILTER_WORD);
}

/** Looks claims up by article, and whom they are from. Linear in all passages and absences. */
export function indexClaims({ claims, alone, absences }: ClaimsFile): ClaimIndex {
  const words = new Map<string, string>();
  const origins = new Map<string, Bilingual>();
  const readOrigin = (name: Bilingual): string => {
    const word = words.get(name.en) ?? toFilterWord(name.en);
    words.set(name.en, word);
    if (!origins.has(word)) origins.set(word, name);
    return word;
  };
  const index = (claim: Claim | LoneClaim): IndexedClaim => {
    const statements = new Map<string, { passages: Evidence[]; origins: string[] }>();
    for (const passage of claim.evidence) {
      const statement = statements.get(passage.article) ?? { passages: [], origins: [] };
      statements.set(passage.article, statement);
      statement.passages.push(passage);
      for (const { name } of passage.attribution?.chain ?? []) {
        const origin = readOrigin(name);
        if (!statement.origins.includes(origin)) statement.origins.push(origin);
      }
    }
    return { claim, groupWord: toFilterWord(claim.group), statements };
  };
  const absent = new Map<string, Map<string, Absence>>();
  for (const absence of absences) {
    const ofClaim = absent.get(absence.claim) ?? new Map<string, Absence>();
    absent.set(absence.claim, ofClaim);
    ofClaim.set(absence.article, absence);
  }
  return { claims: [...claims, ...alone].map(index), absences: absent, origins };
}

/**
 * The rows as the sources that are on make them, in the order of the file, and how many claims none of
 * them makes: those have no row. Cost: every claim by its articles once; no cell is made.
 * @param shown Ids of the sources that are on.
 */
export function computeRows(
  { claims }: ClaimIndex,
  shown: readonly string[],
): { readonly rows: readonly MatrixRow[]; readonly leftOut: number } {
  const isOn = new Set(shown);
  const rows = claims.flatMap(({ claim, groupWord, statements }): MatrixRow[] => {
    const witnesses: string[] = [];
    const origins = new Set<string>();
    for (const [article, statement] of statements) {
      if (!isOn.has(article)) continue;
      witnesses.push(article);
      for (const origin of statement.origins) origins.add(origin);
    }
    if (witnesses.length === 0) return [];
    const authored = 'relation' in claim && witnesses.length > 1 ? claim : null;
    const related = authored === null ? null : relateShown(authored, (article) => isOn.has(article));
    const { id, group, label } = claim;
    return [
      {
        id,
        group,
        groupWord,
        label,
        relation: related?.relation ?? 'single-source',
        note: related?.relation === authored?.relation ? (authored?.relationNote ?? null) : null,
        isNoteOfAll: related?.isOfAll ?? true,
        isShared: 'relation' in claim,
        witnesses,
        origins,
        statements,
      },
    ];
  });
  return { rows, leftOut: claims.length - rows.length };
}

/** What one source says of a row's claim, or that it does not. Constant time, whatever the size of the table. */
export function readCell({ absences }: ClaimIndex, row: MatrixRow, article: string): MatrixCell {
  const statement = row.statements.get(article);
  return statement === undefined
    ? { kind: 'absent', absence: absences.get(row.id)?.get(article) ?? null }
    : { kind: 'said', statement };
}

/** The words of a passage, as quoted or else from the text; null where neither is at hand. */
export function readWording({ quote, range }: Evidence, text: string | undefined): string | null {
  return quote ?? text?.slice(range.start, range.end) ?? null;
}

/** Whether one of a row's values is asked for; `filter` empty asks for any. */
function isAsked<Value>(filter: readonly Value[], has: (value: Value) => boolean): boolean {
  return filter.length === 0 || filter.some(has);
}

/** Which of the three filters a row passes: by relation, by group, by origin. */
function findPassed(row: MatrixRow, { relations, groups, origins }: RowFilter) {
  return {
    relation: isAsked(relations, (relation) => relation === row.relation),
    group: isAsked(groups, (group) => group === row.groupWord),
    origin: isAsked(origins, (origin) => row.origins.has(origin)),
  };
}

/** The rows that pass all three filters, in their order. Linear in rows and values asked for. */
export function filterRows(rows: readonly MatrixRow[], filter: RowFilter): MatrixRow[] {
  return rows.filter((row) => Object.values(findPassed(row, filter)).every(Boolean));
}

/** How many rows each value would leave. A value that no row has, asked for or not, is left out. Linear. */
export function countRows(rows: readonly MatrixRow[], filter: RowFilter): RowCounts {
  const relations = new Map<RowRelation, number>();
  const groups = new Map<string, number>();
  const origins = new Map<string, number>();
  const count = <Value>(counts: Map<Value, number>, value: Value, passes: boolean) =>
    counts.set(value, (counts.get(value) ?? 0) + (passes ? 1 : 0));
  for (const row of rows) {
    const passed = findPassed(row, filter);
    count(relations, row.relation, passed.group && passed.origin);
    count(groups, row.groupWord, passed.relation && passed.origin);
    for (const origin of row.origins) count(origins, origin, passed.relation && passed.group);
  }
  return { relations, groups, origins };
}

/** Origins by how many rows rest on them, most first: each with its place from 0. */
function rankOrigins(rows: readonly MatrixRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { origins } of rows)
    for (const origin of origins) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  const sorted = Array.from(counts).toSorted(([, one], [, other]) => other - one);
  return new Map(sorted.map(([origin], place) => [origin, place]));
}

/**
 * The rows in another order; rows that are equal in it stay as they are listed. By origin, a row goes
 * with the one of its origins that most rows rest on, rows without any come last.
 * @param compareLabels Orders labels as the reader's language does.
 */
export function sortRows(
  rows: readonly MatrixRow[],
  order: RowOrder,
  compareLabels: (one: Bilingual, other: Bilingual) => number,
): readonly MatrixRow[] {
  switch (order) {
    case 'listed':
      return rows;
    case 'relation':
      return rows.toSorted(
        (one, other) => ROW_RELATIONS.indexOf(one.relation) - ROW_RELATIONS.indexOf(other.relation),
      );
    case 'sources':
      return rows.toSorted((one, other) => other.witnesses.length - one.witnesses.length);
    case 'group': {
      // Groups as the file lists them; claims of one article alone come among those they belong to.
      const places = new Map(
        Array.from(new Set(rows.map(({ group }) => group)), (group, place) => [group, place]),
      );
      return rows.toSorted((one, other) => (places.get(one.group) ?? 0) - (places.get(other.group) ?? 0));
    }
    case 'origin': {
      const ranks = rankOrigins(rows);
      const rankOf = ({ origins }: MatrixRow) =>
        Math.min(ranks.size, ...Array.from(origins, (origin) => ranks.get(origin) ?? ranks.size));
      const ranked = new Map(rows.map((row) => [row, rankOf(row)]));
      return rows.toSorted((one, other) => (ranked.get(one) ?? 0) - (ranked.get(other) ?? 0));
    }
    case 'label':
      return rows.toSorted((one, other) => compareLabels(one.label, other.label));
  }
}
