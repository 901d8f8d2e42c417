import * as v from 'valibot';
import { faultsOf, type Fault, type FaultKind } from './faults.ts';
import { parseSelectors, type TextSelector } from './selectors.ts';

/** What is said of a passage. */
export interface Comment {
  readonly text: string;
  /** Whether the text is HTML, which is to be shown without its tags (`readHtml`). */
  readonly isHtml: boolean;
}

/** A Web Annotation of passages, as far as the reader needs it. */
export interface PassageAnnotation {
  /** Where it stands in its file, e.g. `items[3].target`; empty for the whole file. */
  readonly path: string;
  /** The address that its target is said to come from; null where none is given. */
  readonly source: string | null;
  /** Alternatives for one passage. */
  readonly selectors: readonly TextSelector[];
  /** What is said of the passage; none where nothing is. */
  readonly comments: readonly Comment[];
}

/** What a file of annotations held, and every part of it that could not be read. */
export interface ParsedAnnotations {
  readonly annotations: readonly PassageAnnotation[];
  readonly faults: readonly Fault[];
}

/** As many as a link can carry passages. */
export const MAX_ANNOTATIONS = 100;
/** Longer files are no annotations of articles. In bytes. */
export const MAX_ANNOTATION_BYTES = 5_000_000;
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Formats of bodies that are shown as what their tags hold. Parameters may follow. */
const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i;

const annotationSchema = v.object({
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

/** What is said in bodies: the text of those that have some. */
function readComments(body: unknown, value: string | undefined): Comment[] {
  const bodies: readonly unknown[] = Array.isArray(body) ? body : [body];
  const comments = bodies.flatMap((one): Comment[] => {
    if (!isObject(one) || typeof one['value'] !== 'string') return [];
    const { value: text, format } = one;
    return [{ text, isHtml: typeof format === 'string' && HTML.test(format) }];
  });
  return value === undefined ? comments : [...comments, { text: value, isHtml: false }];
}

function join(path: string, ...rest: readonly string[]): string {
  return [path, ...rest].filter((part) => part !== '').join('.');
}

function under(path: string, faults: readonly Fault[]): Fault[] {
  return faults.map(({ path: own, kind }) => ({ path: join(path, own), kind }));
}

function fail(path: string, kind: FaultKind): ParsedAnnotations {
  return { annotations: [], faults: [{ path, kind }] };
}

/** Reads one annotation: each of its targets is a passage of its own. */
function readAnnotation(input: unknown, path: string): ParsedAnnotations {
  if (!isObject(input)) return fail(path, 'no-annotation');
  if (!hasType(input, 'Annotation')) return fail(join(path, 'type'), 'no-annotation');
  const parsed = v.safeParse(annotationSchema, input);
  if (!parsed.success) return { annotations: [], faults: under(path, faultsOf(parsed.issues)) };
  const { target, body, bodyValue } = parsed.output;
  const comments = readComments(body, bodyValue);
  const targets: readonly unknown[] = Array.isArray(target) ? target : [target];
  const read = targets.map((one, index): ParsedAnnotations => {
    const at = join(path, Array.isArray(target) ? `target[${index}]` : 'target');
    const specific = v.safeParse(targetSchema, one);
    if (!specific.success) return fail(at, 'no-selector');
    const { source, selector } = specific.output;
    const { value, faults } = parseSelectors(selector);
    if (faults !== undefined) return { annotations: [], faults: under(join(at, 'selector'), faults) };
    const from = typeof source === 'object' ? source.id : (source ?? null);
    return { annotations: [{ path: at, source: from, selectors: value, comments }], faults: [] };
  });
  return merge(read);
}

function merge(parts: readonly ParsedAnnotations[]): ParsedAnnotations {
  return {
    annotations: parts.flatMap(({ annotations }) => annotations),
    faults: parts.flatMap(({ faults }) => faults),
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
 * form of the Recommendation. What cannot be read is a fault with its path, and all else is read; of
 * more than {@link MAX_ANNOTATIONS} passages the first. Text that is empty holds none, and no
 * fault. Nothing is fetched. Never throws. Linear.
 */
export function parseAnnotations(text: string): ParsedAnnotations {
  if (text.trim() === '') return { annotations: [], faults: [] };
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return fail('', 'syntax');
    throw error;
  }
  const items = findItems(input, '');
  if (items === null) return fail('', 'no-list');
  const { annotations, faults } = merge(
    items.slice(0, MAX_ANNOTATIONS).map(([path, item]) => readAnnotation(item, path)),
  );
  const isCut = Math.max(items.length, annotations.length) > MAX_ANNOTATIONS;
  return {
    annotations: annotations.slice(0, MAX_ANNOTATIONS),
    faults: isCut ? [...fail('', 'too-many').faults, ...faults] : faults,
  };
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
