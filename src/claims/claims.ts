import * as v from 'valibot';
import { bilingualSchema, slugSchema, spanSchema } from '../corpus/collection.ts';
import { findRepeats, problemsOf, type Parsed, type Problem } from '../corpus/parsed.ts';

/** How the sources that make a claim relate to one another; `relationNote` says why. */
export const RELATIONS = [
  'same',
  'other-words',
  'compatible-values',
  'other-value',
  'different-framing',
  'contradiction',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What an article does with a claim: reports it itself, quotes a speaker, denies it, analyses it. */
export const STANCES = ['reports', 'quotes', 'denies', 'analyses'] as const;
export type Stance = (typeof STANCES)[number];

/** Units a quantity may be stated in. */
export const UNITS = ['year', 'hour', 'item'] as const;

const quantitySchema = v.object({
  kind: v.literal('quantity'),
  amount: v.pipe(v.number(), v.finite()),
  unit: v.picklist(UNITS),
  precision: v.picklist(['exact', 'about', 'almost', 'more-than']),
});
const termSchema = v.object({ kind: v.literal('term'), text: bilingualSchema });

const attributionSchema = v.object({
  /** The chain from the nearest to the article outwards: who told it, then who told them. */
  chain: v.pipe(v.array(v.object({ name: bilingualSchema, range: spanSchema })), v.minLength(1)),
});

const evidenceSchema = v.object({
  article: slugSchema,
  range: spanSchema,
  quote: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(5_000))),
  place: v.picklist(['title', 'subtitle', 'body', 'subheading', 'caption']),
  stance: v.picklist(STANCES),
  attribution: v.nullable(attributionSchema),
  value: v.optional(v.variant('kind', [quantitySchema, termSchema])),
});

/** Whether a text in the form of a minute names one that the calendar has. */
function isMinute(text: string): boolean {
  const time = Date.parse(`${text}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const claimSchema = v.object({
  id: slugSchema,
  group: slugSchema,
  label: bilingualSchema,
  relation: v.picklist(RELATIONS),
  relationNote: bilingualSchema,
  evidence: v.pipe(v.array(evidenceSchema), v.minLength(1)),
});

const loneClaimSchema = v.object({
  id: slugSchema,
  group: slugSchema,
  label: bilingualSchema,
  evidence: v.pipe(v.array(evidenceSchema), v.minLength(1)),
});

/** Words of an article, as an editor marked them. */
const wordsSchema = { range: spanSchema, quote: v.pipe(v.string(), v.minLength(1), v.maxLength(5_000)) };

/** Why an article does not make a claim; see `docs/contracts/claims.md`. */
export const ABSENCES = ['silent', 'topic-only', 'out-of-scope', 'out-of-date'] as const;
export type AbsenceKind = (typeof ABSENCES)[number];

const absenceSchema = v.object({
  claim: slugSchema,
  article: slugSchema,
  kind: v.picklist(ABSENCES),
  nearest: v.nullable(v.object(wordsSchema)),
  note: bilingualSchema,
});

/** A minute of local time where it happened; `24:00` is written as the next day's `00:00`. */
const minuteSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  v.check((text) => isMinute(text), 'is no time of the calendar'),
);

const whenSchema = v.variant('kind', [
  v.pipe(
    v.object({
      kind: v.literal('time'),
      from: minuteSchema,
      to: minuteSchema,
      text: bilingualSchema,
      /** Whether the words name a part of a day or year whose ends the editor has set. */
      convention: v.optional(v.boolean()),
    }),
    v.check(({ from, to }) => from < to, 'ends before it begins'),
  ),
  v.object({
    kind: v.literal('order'),
    order: v.picklist(['before', 'after', 'during']),
    event: slugSchema,
    text: bilingualSchema,
  }),
]);

const accountSchema = v.object({
  article: slugSchema,
  ...wordsSchema,
  when: whenSchema,
  attribution: v.nullable(attributionSchema),
});

const eventSchema = v.object({
  id: slugSchema,
  label: bilingualSchema,
  accounts: v.pipe(v.array(accountSchema), v.minLength(1)),
});

/** What a voice in an attribution is. */
export const VOICES = ['agency', 'outlet', 'person', 'body'] as const;
export type VoiceKind = (typeof VOICES)[number];

const voiceSchema = v.object({
  name: bilingualSchema,
  kind: v.picklist(VOICES),
  /** Nobody in particular: the media of a country, unnamed agencies or officials. */
  unnamed: v.optional(v.boolean()),
});

const claimsFileSchema = v.object({
  format: v.literal('taqabul-claims'),
  version: v.literal(1),
  groups: v.pipe(v.array(v.object({ id: slugSchema, label: bilingualSchema })), v.minLength(1)),
  claims: v.pipe(v.array(claimSchema), v.maxLength(5_000)),
  alone: v.optional(v.pipe(v.array(loneClaimSchema), v.maxLength(5_000)), []),
  absences: v.optional(v.pipe(v.array(absenceSchema), v.maxLength(100_000)), []),
  events: v.optional(v.pipe(v.array(eventSchema), v.maxLength(1_000)), []),
  voices: v.optional(v.pipe(v.array(voiceSchema), v.maxLength(5_000)), []),
});

/** A number an article states, normalised to one unit, with how exactly it is stated. */
export type Quantity = v.InferOutput<typeof quantitySchema>;
/** One passage of one article that makes a claim. */
export type Evidence = v.InferOutput<typeof evidenceSchema>;
/** Something that at least two articles say, with every passage that says it. */
export type Claim = v.InferOutput<typeof claimSchema>;
/** Something that one article alone says, with its passages there. */
export type LoneClaim = v.InferOutput<typeof loneClaimSchema>;
/** An editor's judgement why an article does not make a claim, with what comes nearest to it there. */
export type Absence = v.InferOutput<typeof absenceSchema>;
/** Something that happened, and when according to whom. */
export type Happening = v.InferOutput<typeof eventSchema>;
/** When one article says that something happened. */
export type Account = v.InferOutput<typeof accountSchema>;
/** A time, as a window of local minutes or by its order to another event. */
export type When = v.InferOutput<typeof whenSchema>;
/** Somebody whom articles name as the source of what they say. */
export type Voice = v.InferOutput<typeof voiceSchema>;
/** The links of an attribution, from the nearest to the article outwards. */
export type Chain = v.InferOutput<typeof attributionSchema>['chain'];
/** All claims of a collection: `claims.json`; contract in `docs/contracts/claims.md`. */
export type ClaimsFile = v.InferOutput<typeof claimsFileSchema>;

interface Known {
  readonly groups: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** A problem where an id is not among those known. */
function findUnknown(known: ReadonlySet<string>, id: string, path: string, what: string): Problem[] {
  return known.has(id) ? [] : [{ path, message: `is ${what}: ${id}` }];
}

/** A problem for every group, article, claim and event that is named and not there. */
function findAllUnknown(file: ClaimsFile, articles: readonly string[]): Problem[] {
  const known: Known = {
    groups: new Set(file.groups.map(({ id }) => id)),
    articles: new Set(articles),
    claims: new Set(file.claims.map(({ id }) => id)),
    events: new Set(file.events.map(({ id }) => id)),
  };
  const checkArticle = (id: string, path: string) =>
    findUnknown(known.articles, id, `${path}.article`, 'no article of the collection');
  const checkList = (claims: readonly LoneClaim[], name: string) =>
    claims.flatMap(({ group, evidence }, index) => [
      ...findUnknown(known.groups, group, `${name}[${index}].group`, 'no group of this file'),
      ...evidence.flatMap(({ article }, at) => checkArticle(article, `${name}[${index}].evidence[${at}]`)),
    ]);
  return [
    ...checkList(file.claims, 'claims'),
    ...checkList(file.alone, 'alone'),
    ...file.absences.flatMap(({ claim, article }, index) => [
      ...findUnknown(known.claims, claim, `absences[${index}].claim`, 'no claim of this file'),
      ...checkArticle(article, `absences[${index}]`),
    ]),
    ...file.events.flatMap(({ accounts }, index) =>
      accounts.flatMap(({ article, when }, at) => {
        const path = `events[${index}].accounts[${at}]`;
        const named = when.kind === 'order' ? when.event : null;
        return [
          ...checkArticle(article, path),
          ...(named === null
            ? []
            : findUnknown(known.events, named, `${path}.when.event`, 'no event of this file')),
        ];
      }),
    ),
  ];
}

/** A problem for every claim of one article that has the id of another claim. */
function findSharedIds({ claims, alone }: ClaimsFile): Problem[] {
  const places = new Map(claims.map(({ id }, index) => [id, index]));
  return alone.flatMap(({ id }, index) => {
    const place = places.get(id);
    return place === undefined
      ? []
      : [{ path: `alone[${index}].id`, message: `repeats claims[${place}]: ${id}` }];
  });
}

/**
 * Reads claims from untrusted JSON. Checks their shape, that no two groups, claims or events share an
 * id, and that every group, article, claim and event they name is there; whether quotations stand where they are
 * said to stand is answered by `checkClaims`. Linear.
 * @param articles Ids of the collection's articles.
 */
export function parseClaims(input: unknown, articles: readonly string[]): Parsed<ClaimsFile> {
  const result = v.safeParse(claimsFileSchema, input);
  if (!result.success) return { problems: problemsOf(result.issues) };
  const problems = [
    ...findRepeats(result.output.groups, 'groups', 'id'),
    ...findRepeats(result.output.claims, 'claims', 'id'),
    ...findRepeats(result.output.alone, 'alone', 'id'),
    ...findSharedIds(result.output),
    ...findRepeats(result.output.events, 'events', 'id'),
    ...findAllUnknown(result.output, articles),
  ];
  return problems.length > 0 ? { problems } : { value: result.output };
}
