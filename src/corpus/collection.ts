import * as v from 'valibot';
import { toSpan, type Span } from '../text/offsets.ts';
import { findRepeats, problemsOf, type Parsed } from './parsed.ts';

/** A name or sentence in both interface languages. */
export interface Bilingual {
  readonly ar: string;
  readonly en: string;
}

/**
 * What a range of an article's text is. Everything but `furniture` belongs to the article;
 * `caption` and `credit` belong to it but are weaker evidence than its body.
 */
export const PART_KINDS = [
  'title',
  'subtitle',
  'paragraph',
  'subheading',
  'caption',
  'credit',
  'furniture',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** What a range of page furniture is; the strings under `furniture` word each for the reader. */
export const FURNITURE_KINDS = [
  'ticker',
  'related-stories',
  'other-article',
  'inline-links',
  'keywords',
  'advertising-tag',
  'share-footer',
  'comment-form',
  'repeated-title',
  'repeated-caption',
  'page-widget',
  'source-link',
] as const;
export type FurnitureKind = (typeof FURNITURE_KINDS)[number];

const MAX_TEXT = 20_000_000;
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(64));
const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_TEXT));

/** An address of the web as its reader's browser would follow it: https alone, without a name or password in it. */
const address = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.check((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url?.protocol === 'https:' && url.username === '' && url.password === '';
  }, 'is no https address'),
);

/** Ids of articles, claims and groups: lower-case Latin letters and digits joined by single hyphens. */
export const slugSchema = slug;
/** A text in Arabic and in English, neither empty. */
export const bilingualSchema = v.object({ ar: line, en: line });
/** A half-open range written as `[start, end]`, in UTF-16 code units; never empty. */
export const spanSchema = v.pipe(
  v.tuple([offset, offset]),
  v.check(([start, end]) => start < end, 'range is empty or reversed'),
  v.transform(([start, end]): Span => toSpan(start, end)),
);

/** Whether a day, or a month, is one of the calendar's: the second month has no 30th day. */
function isInCalendar(iso: string): boolean {
  const date = new Date(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** A day as `2024-06-19` or a month as `2024-06`, from the year 1000 on. */
const isoSchema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{3}-\d{2}(-\d{2})?$/, 'is neither a day (YYYY-MM-DD) nor a month (YYYY-MM)'),
  v.check(isInCalendar, 'is no date of the calendar'),
);

const partSchema = v.variant('kind', [
  v.object({
    kind: v.picklist(PART_KINDS.slice(0, -1) as Exclude<PartKind, 'furniture'>[]),
    range: spanSchema,
  }),
  v.object({ kind: v.literal('furniture'), furniture: v.picklist(FURNITURE_KINDS), range: spanSchema }),
]);

const outletSchema = v.variant('basis', [
  v.object({
    basis: v.literal('stated'),
    name: bilingualSchema,
    range: spanSchema,
    note: v.optional(bilingualSchema),
  }),
  v.object({ basis: v.literal('unknown'), name: bilingualSchema, note: bilingualSchema }),
]);

const dateSchema = v.variant('basis', [
  v.object({
    basis: v.literal('stated'),
    value: isoSchema,
    range: spanSchema,
  }),
  v.object({
    basis: v.literal('inferred'),
    value: isoSchema,
    range: spanSchema,
    note: bilingualSchema,
  }),
  v.object({ basis: v.literal('unknown'), note: bilingualSchema }),
]);

const creditSchema = v.object({
  role: v.picklist(['source', 'agency', 'reporter', 'photographer', 'publisher']),
  name: bilingualSchema,
  range: spanSchema,
});

const articleSchema = v.object({
  id: slug,
  file: v.pipe(v.string(), v.regex(/^[\w-]+\.txt$/), v.maxLength(128)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  length: offset,
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)),
  label: bilingualSchema,
  url: v.optional(address),
  outlet: outletSchema,
  date: dateSchema,
  credits: v.array(creditSchema),
  restsOn: v.array(v.object({ name: bilingualSchema, range: spanSchema })),
  parts: v.array(partSchema),
});

const collectionSchema = v.object({
  format: v.literal('taqabul-collection'),
  version: v.literal(1),
  id: slug,
  title: bilingualSchema,
  description: v.optional(bilingualSchema),
  claims: v.pipe(v.string(), v.regex(/^[\w-]+\.json$/), v.maxLength(128)),
  articles: v.pipe(v.array(articleSchema), v.minLength(1), v.maxLength(2_000)),
});

/** One range of an article's text and what it is; contract in `docs/contracts/collection.md`. */
export type Part = v.InferOutput<typeof partSchema>;
/**
 * One article of a collection as its manifest describes it; the text itself is a file beside it. The
 * file's checksum does not travel with the page: it is there where the manifest was fetched.
 */
export type Article = Omit<v.InferOutput<typeof articleSchema>, 'sha256'> & { readonly sha256?: string };
/** `collection.json` as published; contract in `docs/contracts/collection.md`. */
export type PublishedCollection = v.InferOutput<typeof collectionSchema>;
/** A set of reports of one event, as the reader needs it. */
export type Collection = Omit<PublishedCollection, 'articles'> & {
  readonly articles: readonly Article[];
};

/**
 * Reads a manifest from untrusted JSON. Checks its shape, and that no two articles share an id or a
 * file; whether the ranges fit the texts is answered by `checkArticle`. Linear.
 */
export function parseCollection(input: unknown): Parsed<PublishedCollection> {
  const result = v.safeParse(collectionSchema, input);
  if (!result.success) return { problems: problemsOf(result.issues) };
  const { articles } = result.output;
  const problems = [...findRepeats(articles, 'articles', 'id'), ...findRepeats(articles, 'articles', 'file')];
  return problems.length > 0 ? { problems } : { value: result.output };
}
