import * as v from 'valibot';
import { problemsOf, type Problem } from '../corpus/parsed.ts';
import { parseSelectors, type TextSelector } from './selectors.ts';

/** A Web Annotation of passages, as far as the reader needs it. */
export interface PassageAnnotation {
  /** Where it stands in its file, e.g. `items[3].target`; empty for the whole file. */
  readonly path: string;
  /** The address that its target is said to come from; null where none is given. */
  readonly source: string | null;
  /** Alternatives for one passage. */
  readonly selectors: readonly TextSelector[];
  /** What is said of the passage, as plain text whatever its format; empty where nothing is. */
  readonly comment: string;
}

/** What a file of annotations held, and every part of it that could not be read. */
export interface ParsedAnnotations {
  readonly annotations: readonly PassageAnnotation[];
  readonly problems: readonly Problem[];
}

/** As many as a link can carry passages. */
export const MAX_ANNOTATIONS = 100;
/** Longer files are no annotations of articles. In bytes. */
export const MAX_ANNOTATION_BYTES = 5_000_000;
/** As much of a comment as is shown, in UTF-16 code units. */
const MAX_COMMENT = 2_000;

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const type = v.union([v.string(), v.array(v.string())]);
const annotationSchema = v.object({
  type,
  target: v.unknown(),
  body: v.optional(v.unknown()),
  bodyValue: v.optional(v.string()),
});
const targetSchema = v.object({
  source: v.optional(v.union([v.string(), v.object({ id: v.string() })])),
  selector: v.unknown(),
});

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function hasType(input: Readonly<Record<string, unknown>>, name: string): boolean {
  return input['type'] === name || (Array.isArray(input['type']) && input['type'].includes(name));
}

/** What is said in bodies: the text of those that have some, of whatever format. */
function readComment(body: unknown, value: string | undefined): string {
  const bodies: readonly unknown[] = Array.isArray(body) ? body : [body];
  const texts = bodies.flatMap((one) => {
    if (isObject(one) && typeof one['value'] === 'string') return [one['value']];
    return [];
  });
  const all = [...texts, ...(value === undefined ? [] : [value])].join('\n').trim();
  return all.length > MAX_COMMENT ? `${all.slice(0, MAX_COMMENT).replace(/\p{Surrogate}$/u, '')}…` : all;
}

function join(path: string, ...rest: readonly string[]): string {
  return [path, ...rest].filter((part) => part !== '').join('.');
}

function under(path: string, problems: readonly Problem[]): Problem[] {
  return problems.map(({ path: own, message }) => ({ path: join(path, own), message }));
}

/** Reads one annotation: each of its targets is a passage of its own. */
function readAnnotation(input: unknown, path: string): ParsedAnnotations {
  const parsed = v.safeParse(annotationSchema, input);
  if (!parsed.success) return { annotations: [], problems: under(path, problemsOf(parsed.issues)) };
  if (!isObject(input) || !hasType(input, 'Annotation')) {
    return { annotations: [], problems: [{ path: join(path, 'type'), message: 'is no Annotation' }] };
  }
  const { target, body, bodyValue } = parsed.output;
  const comment = readComment(body, bodyValue);
  const targets: readonly unknown[] = Array.isArray(target) ? target : [target];
  const read = targets.map((one, index): ParsedAnnotations => {
    const at = join(path, Array.isArray(target) ? `target[${index}]` : 'target');
    const specific = v.safeParse(targetSchema, one);
    if (!specific.success) {
      return { annotations: [], problems: [{ path: at, message: 'has no selector of text' }] };
    }
    const { source, selector } = specific.output;
    const { value, problems } = parseSelectors(selector);
    if (problems !== undefined) {
      return { annotations: [], problems: under(join(at, 'selector'), problems) };
    }
    const from = typeof source === 'object' ? source.id : (source ?? null);
    return { annotations: [{ path: at, source: from, selectors: value, comment }], problems: [] };
  });
  return merge(read);
}

function merge(parts: readonly ParsedAnnotations[]): ParsedAnnotations {
  return {
    annotations: parts.flatMap(({ annotations }) => annotations),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

/** The annotations in what was read, each with its path; null where it is none of the known kinds. */
function findItems(input: unknown, path: string): readonly (readonly [path: string, item: unknown])[] | null {
  const list = (items: readonly unknown[], name: string) =>
    items.map((item, index) => [`${name}[${index}]`, item] as const);
  if (Array.isArray(input)) return list(input, path);
  if (!isObject(input)) return null;
  if (hasType(input, 'AnnotationPage') && Array.isArray(input['items'])) {
    return list(input['items'], join(path, 'items'));
  }
  if (hasType(input, 'AnnotationCollection') && isObject(input['first'])) {
    return findItems(input['first'], join(path, 'first'));
  }
  return hasType(input, 'Annotation') ? [[path, input]] : null;
}

/**
 * Reads annotations from untrusted text: one Annotation, a list, an AnnotationPage or an
 * AnnotationCollection whose first page is in it (Web Annotation Data Model, §3 and §5), as JSON-LD in the
 * form of the Recommendation. What cannot be read is a problem with its path, and all else is read; of
 * more than {@link MAX_ANNOTATIONS} passages the first. Nothing is fetched. Never throws. Linear.
 */
export function parseAnnotations(text: string): ParsedAnnotations {
  const fail = (message: string) => ({ annotations: [], problems: [{ path: '', message }] });
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return fail(error.message);
    throw error;
  }
  const items = findItems(input, '');
  if (items === null) return fail('is no Annotation, AnnotationPage or AnnotationCollection');
  const { annotations, problems } = merge(
    items.slice(0, MAX_ANNOTATIONS).map(([path, item]) => readAnnotation(item, path)),
  );
  const count = Math.max(items.length, annotations.length);
  const cut =
    count > MAX_ANNOTATIONS
      ? [{ path: '', message: `has ${count}, of which ${MAX_ANNOTATIONS} are read` }]
      : [];
  return { annotations: annotations.slice(0, MAX_ANNOTATIONS), problems: [...cut, ...problems] };
}

/** A passage to be written down as an annotation. */
export interface WrittenTarget {
  /** Where its article is. */
  readonly source: string;
  readonly selectors: readonly TextSelector[];
}

/**
 * Writes passages as Web Annotations in JSON-LD, to be pasted elsewhere: one as an Annotation, several as
 * an AnnotationPage. {@link parseAnnotations} reads them.
 * @param createId Gives every annotation and page an identifier of its own (§3.1 demands one).
 */
export function writeAnnotations(targets: readonly WrittenTarget[], createId: () => string): string {
  const items = targets.map(({ source, selectors }) => ({
    id: createId(),
    type: 'Annotation',
    motivation: 'highlighting',
    target: { source, selector: selectors },
  }));
  const [only] = items;
  const whole = items.length === 1 ? only : { id: createId(), type: 'AnnotationPage', items };
  return JSON.stringify({ '@context': CONTEXT, ...whole }, null, 2);
}

/** A passage with what somebody wrote of it. */
export interface WrittenComment extends WrittenTarget {
  /** An IRI that stays the same whenever it is written down. */
  readonly id: string;
  /** Plain text. */
  readonly text: string;
  /** When it was first and last written, in ISO 8601. */
  readonly created: string;
  readonly modified: string;
}

/**
 * Writes what somebody wrote of passages as one file: an AnnotationCollection in JSON-LD with all of them
 * in its first page (Web Annotation Data Model, §5). {@link parseAnnotations} reads it.
 * @param createId Gives the collection and its page identifiers of their own.
 */
export function writeComments(comments: readonly WrittenComment[], createId: () => string): string {
  const items = comments.map(({ id, text, created, modified, source, selectors }) => ({
    id,
    type: 'Annotation',
    motivation: 'commenting',
    created,
    modified,
    body: { type: 'TextualBody', value: text, format: 'text/plain', purpose: 'commenting' },
    target: { source, selector: selectors },
  }));
  const first = { id: createId(), type: 'AnnotationPage', startIndex: 0, items };
  const whole = { id: createId(), type: 'AnnotationCollection', total: items.length, first };
  return JSON.stringify({ '@context': CONTEXT, ...whole }, null, 2);
}
