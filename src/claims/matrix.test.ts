import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED_CLAIMS, SEEDS } from '../testing/seeds.ts';
import { toSpan } from '../text/offsets.ts';
import { RELATIONS, type Claim, type ClaimsFile, type Evidence, type LoneClaim } from './claims.ts';
import {
  computeRows,
  countRows,
  filterRows,
  indexClaims,
  NO_FILTER,
  readCell,
  readWording,
  ROW_ORDERS,
  ROW_RELATIONS,
  sortRows,
  toFilterWord,
  type RowFilter,
  type RowRelation,
} from './matrix.ts';

const name = (text: string) => ({ ar: text, en: text });

function evidence(article: string, start: number, ...chain: readonly string[]): Evidence {
  return {
    article,
    range: toSpan(start, start + 3),
    place: 'body',
    stance: 'reports',
    attribution:
      chain.length === 0 ? null : { chain: chain.map((one) => ({ name: name(one), range: toSpan(0, 1) })) },
  };
}

const ARTICLES = ['a', 'b', 'c', 'd'];
const ORIGINS = ['TASS', 'Tass', 'Reuters', 'KCNA'];
const GROUPS = ['g', 'h', 'long-'.repeat(12) + 'end'];

const anyEvidence = fc.array(
  fc
    .tuple(fc.constantFrom(...ARTICLES), fc.nat(50), fc.array(fc.constantFrom(...ORIGINS), { maxLength: 2 }))
    .map(([article, start, chain]) => evidence(article, start, ...chain)),
  { minLength: 1, maxLength: 6 },
);

const anyFile: fc.Arbitrary<ClaimsFile> = fc
  .record({
    claims: fc.array(
      fc.record({
        group: fc.constantFrom(...GROUPS),
        relation: fc.constantFrom(...RELATIONS),
        evidence: anyEvidence,
      }),
      { maxLength: 8 },
    ),
    alone: fc.array(fc.record({ group: fc.constantFrom(...GROUPS), evidence: anyEvidence }), {
      maxLength: 3,
    }),
  })
  .map(({ claims, alone }) => ({
    format: 'taqabul-claims',
    version: 1,
    groups: GROUPS.map((id) => ({ id, label: name(id) })),
    claims: claims.map((claim, at) => ({
      ...claim,
      id: `claim-${at}`,
      label: name(`${(at * 5) % 8}`),
      relationNote: name('why'),
    })),
    // Of one article, as the contract has it.
    alone: alone.map(({ group, evidence: all }, at) => ({
      id: `alone-${at}`,
      group,
      label: name(`z${at}`),
      evidence: all.map((one) => ({ ...one, article: all[0]!.article })),
    })),
    absences: [],
    events: [],
    voices: [],
  }));

const anyShown = fc.shuffledSubarray(ARTICLES);
const anyFilter: fc.Arbitrary<RowFilter> = fc.record({
  relations: fc.subarray<RowRelation>([...ROW_RELATIONS]),
  groups: fc.subarray([...GROUPS, 'nothing'].map(toFilterWord)),
  origins: fc.subarray(['tass', 'reuters', 'kcna', 'nobody']),
});

/** The rows said over, in the plainest way: from the file, with no index. */
function tellRows(file: ClaimsFile, shown: readonly string[]) {
  return [...file.claims, ...file.alone].flatMap((claim: Claim | LoneClaim) => {
    const here = claim.evidence.filter(({ article }) => shown.includes(article));
    const witnesses = new Set(here.map(({ article }) => article));
    if (witnesses.size === 0) return [];
    const origins = here.flatMap(
      ({ attribution }) => attribution?.chain.map((link) => toFilterWord(link.name.en)) ?? [],
    );
    const relation: RowRelation =
      witnesses.size > 1 && 'relation' in claim ? claim.relation : 'single-source';
    return [
      { id: claim.id, group: toFilterWord(claim.group), relation, witnesses, origins: new Set(origins) },
    ];
  });
}

type Told = ReturnType<typeof tellRows>[number];

function isTold(row: Told, { relations, groups, origins }: RowFilter): boolean {
  return (
    (relations.length === 0 || relations.includes(row.relation)) &&
    (groups.length === 0 || groups.includes(row.group)) &&
    (origins.length === 0 || origins.some((origin) => row.origins.has(origin)))
  );
}

describe('the table of claims and sources', () => {
  it('knows every authored relation, and that only one source is left', () => {
    expect(new Set<string>(ROW_RELATIONS)).toEqual(new Set([...RELATIONS, 'single-source']));
  });

  it('has the rows, cells and counts that plain reading of the file gives', () => {
    fc.assert(
      fc.property(anyFile, anyShown, anyFilter, (file, shown, filter) => {
        const index = indexClaims(file);
        const { rows, leftOut } = computeRows(index, shown);
        const told = tellRows(file, shown);
        expect(
          rows.map(({ id, groupWord, relation, witnesses, origins }) => ({
            id,
            group: groupWord,
            relation,
            witnesses: new Set(witnesses),
            origins,
          })),
        ).toEqual(told);
        expect(leftOut).toBe(file.claims.length + file.alone.length - told.length);
        for (const row of rows) {
          const published = [...file.claims, ...file.alone].find(({ id }) => id === row.id)!.evidence;
          for (const article of shown) {
            const cell = readCell(index, row, article);
            const said = cell.kind === 'said' ? cell.statement.passages : [];
            expect(said).toEqual(published.filter((one) => one.article === article));
          }
        }
        expect(filterRows(rows, filter).map(({ id }) => id)).toEqual(
          told.filter((row) => isTold(row, filter)).map(({ id }) => id),
        );
        const counts = countRows(rows, filter);
        const tellCount = (change: Partial<RowFilter>) =>
          told.filter((row) => isTold(row, { ...filter, ...change })).length;
        for (const [relation, count] of counts.relations)
          expect(count).toBe(tellCount({ relations: [relation] }));
        for (const [group, count] of counts.groups) expect(count).toBe(tellCount({ groups: [group] }));
        for (const [origin, count] of counts.origins) expect(count).toBe(tellCount({ origins: [origin] }));
        expect(new Set(counts.groups.keys())).toEqual(new Set(told.map(({ group }) => group)));
        expect(new Set(counts.origins.keys())).toEqual(new Set(told.flatMap(({ origins }) => [...origins])));
      }),
    );
  });

  it('sorts the same rows, equal ones as they are listed', () => {
    const compare = (one: { en: string }, other: { en: string }) =>
      one.en < other.en ? -1 : one.en > other.en ? 1 : 0;
    fc.assert(
      fc.property(anyFile, anyShown, fc.constantFrom(...ROW_ORDERS), (file, shown, order) => {
        const { rows } = computeRows(indexClaims(file), shown);
        const sorted = sortRows(rows, order, compare);
        const restOn = (origin: string) => rows.filter(({ origins }) => origins.has(origin)).length;
        const most = (row: (typeof rows)[number]) => Math.max(0, ...Array.from(row.origins, restOn));
        const key = (row: (typeof rows)[number]): number | string =>
          ({
            group: rows.findIndex(({ group }) => group === row.group),
            origin: -most(row),
            listed: 0,
            relation: ROW_RELATIONS.indexOf(row.relation),
            sources: -row.witnesses.length,
            label: row.label.en,
          })[order];
        expect(new Set(sorted)).toEqual(new Set(rows));
        for (const [at, row] of sorted.entries()) {
          const before = sorted[at - 1];
          if (before === undefined) continue;
          // Of origins on which as many rows rest, one goes before the other.
          const isListed = rows.indexOf(before) < rows.indexOf(row) || order === 'origin';
          const isInOrder = key(before) < key(row) || (key(before) === key(row) && isListed);
          expect(isInOrder).toBe(true);
        }
      }),
    );
  });

  it('says of the shipped claims what their file says', () => {
    const all = SEEDS.articles.map(({ id }) => id);
    const index = indexClaims(SEED_CLAIMS);
    const { rows, leftOut } = computeRows(index, all);
    expect(leftOut).toBe(0);
    expect(rows).toHaveLength(SEED_CLAIMS.claims.length + SEED_CLAIMS.alone.length);
    const { rows: alone } = computeRows(index, ['000']);
    expect(alone.every(({ relation, note }) => relation === 'single-source' && note === null)).toBe(true);
    expect(computeRows(index, []).rows).toEqual([]);
    expect(countRows(rows, NO_FILTER).origins.get('tass')).toBeGreaterThan(0);
  });

  it('tells an authored absence from one that nobody has judged', () => {
    const absence = { claim: 'x', article: 'c', kind: 'silent' as const, nearest: null, note: name('why') };
    const file: ClaimsFile = {
      ...SEED_CLAIMS,
      claims: [{ ...SEED_CLAIMS.claims[0]!, id: 'x', evidence: [evidence('a', 0), evidence('b', 0)] }],
      alone: [],
      absences: [absence],
    };
    const index = indexClaims(file);
    const [row] = computeRows(index, ARTICLES).rows;
    expect(readCell(index, row!, 'c')).toEqual({ kind: 'absent', absence });
    expect(readCell(index, row!, 'd')).toEqual({ kind: 'absent', absence: null });
  });

  it.each([
    ['as quoted', { ...evidence('a', 2), quote: 'words' }, '0123456789', 'words'],
    ['from the text where nothing is quoted', evidence('a', 2), '0123456789', '234'],
    ['not at all where the text is not here', evidence('a', 2), undefined, null],
  ])('gives the wording %s', (_how, passage, text, wording) => {
    expect(readWording(passage, text)).toBe(wording);
  });
});

describe('toFilterWord', () => {
  it.each([
    ['TASS', 'tass'],
    ['Kim Jong-un', 'kim-jong-un'],
    ['Russia’s foreign ministry', 'russias-foreign-ministry'],
    ['Agência São Paulo (AFP)', 'agencia-sao-paulo-afp'],
    ['تاس', '17u17r183'],
    [`${'a'.repeat(58)} b`, 'a'.repeat(58)],
  ])('writes %s as %s', (text, word) => {
    expect(toFilterWord(text)).toBe(word);
  });

  it('is its own word, and one that an address carries', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const word = toFilterWord(text);
        expect(word).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(word.length).toBeLessThanOrEqual(59);
        expect(toFilterWord(word)).toBe(word);
      }),
    );
  });
});
