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

const claimSchema = v.object({
  id: slugSchema,
  group: slugSchema,
  label: bilingualSchema,
  relation: v.picklist(RELATIONS),
  relationNote: bilingualSchema,
  evidence: v.pipe(v.array(evidenceSchema), v.minLength(1)),
});

const claimsFileSchema = v.object({
  format: v.literal('taqabul-claims'),
  version: v.literal(1),
  groups: v.pipe(v.array(v.object({ id: slugSchema, label: bilingualSchema })), v.minLength(1)),
  claims: v.pipe(v.array(claimSchema), v.maxLength(5_000)),
});

/** A number an article states, normalised to one unit, with how exactly it is stated. */
export type Quantity = v.InferOutput<typeof quantitySchema>;
/** One passage of one article that makes a claim. */
export type Evidence = v.InferOutput<typeof evidenceSchema>;
/** Something that at least two articles say, with every passage that says it. */
export type Claim = v.InferOutput<typeof claimSchema>;
/** All claims of a collection: `claims.json`; contract in `docs/contracts/claims.md`. */
export type ClaimsFile = v.InferOutput<typeof claimsFileSchema>;

/** A problem for every group and every article that is named and not there. */
function findUnknown({ groups, claims }: ClaimsFile, articles: readonly string[]): Problem[] {
  const knownGroups = new Set(groups.map(({ id }) => id));
  const knownArticles = new Set(articles);
  return claims.flatMap(({ group, evidence }, index) => [
    ...(knownGroups.has(group)
      ? []
      : [{ path: `claims[${index}].group`, message: `is no group of this file: ${group}` }]),
    ...evidence.flatMap(({ article }, at) =>
      knownArticles.has(article)
        ? []
        : [
            {
              path: `claims[${index}].evidence[${at}].article`,
              message: `is no article of the collection: ${article}`,
            },
          ],
    ),
  ]);
}

/**
 * Reads claims from untrusted JSON. Checks their shape, that no two groups and no two claims share an
 * id, and that every group and article they name is there; whether quotations stand where they are
 * said to stand is answered by `checkClaims`. Linear.
 * @param articles Ids of the collection's articles.
 */
export function parseClaims(input: unknown, articles: readonly string[]): Parsed<ClaimsFile> {
  const result = v.safeParse(claimsFileSchema, input);
  if (!result.success) return { problems: problemsOf(result.issues) };
  const problems = [
    ...findRepeats(result.output.groups, 'groups', 'id'),
    ...findRepeats(result.output.claims, 'claims', 'id'),
    ...findUnknown(result.output, articles),
  ];
  return problems.length > 0 ? { problems } : { value: result.output };
}
