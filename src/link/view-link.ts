import { decodePassage, encodePassage, type PassageTarget } from './passage-link.ts';

/** The collection that an address without one names. */
export const DEFAULT_COLLECTION = 'seeds';

/** The views of a collection that there are. */
export const VIEWS = ['reader', 'table', 'differences', 'origins'] as const;
export type ViewName = (typeof VIEWS)[number];

/** Everything of a screen that a link carries. */
export interface ViewState {
  /** Name of the collection's folder beside the page. */
  readonly collection: string;
  /** Articles shown, in their order; null means all, in the collection's order. */
  readonly sources: readonly string[] | null;
  /** Which view of the collection is open. */
  readonly view: ViewName;
  /** How the view is arranged, as words that the view itself knows; empty is as it comes. */
  readonly arrange: readonly string[];
  /** The claim in focus, or null. */
  readonly claim: string | null;
  /** Which claims are highlighted: all but some, or only some. Order carries no meaning. */
  readonly claims: ClaimFilter;
  /** Whether claims that one article alone makes are highlighted too. */
  readonly marksAlone: boolean;
  /** Passages highlighted, in order; the first is where the reader is taken. */
  readonly passages: readonly PassageTarget[];
  /** What the open sources are searched for, as typed; empty while nothing is; null when search is closed. */
  readonly search: string | null;
  /** Whether page furniture is searched too. */
  readonly searchesFurniture: boolean;
}

/** Claims highlighted: every one `except` those named, or `only` those named. */
export interface ClaimFilter {
  readonly mode: 'except' | 'only';
  readonly ids: readonly string[];
}

/** What could not be read of a link; `field` is the parameter's name. */
export type LinkProblem =
  | { readonly kind: 'too-long' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unknown-version'; readonly version: string }
  | { readonly kind: 'malformed'; readonly field: string };

/** The view of an empty link. */
export const DEFAULT_VIEW: ViewState = {
  collection: DEFAULT_COLLECTION,
  sources: null,
  view: 'reader',
  arrange: [],
  claim: null,
  claims: { mode: 'except', ids: [] },
  marksAlone: false,
  passages: [],
  search: null,
  searchesFurniture: false,
};

const VERSION = '1';
/** Longer than a view of 2,000 sources with ids of thirty letters; what is longer is no link of ours. In UTF-16 code units. */
const MAX_LENGTH = 64_000;
/** More passages than anybody reads at once; keeps a hostile link from costing time. */
const MAX_PASSAGES = 100;
/** As much of a search as a link carries, in UTF-16 code units: more than anybody types. */
export const MAX_SEARCH = 200;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SLUG = 64;

function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && SLUG.test(text);
}

/** Ids joined by dots, or null when one is no id or stands twice. Empty text gives no ids. */
function decodeIds(text: string): string[] | null {
  const ids = text === '' ? [] : text.split('.');
  return ids.every(isSlug) && new Set(ids).size === ids.length ? ids : null;
}

/**
 * What was typed without control characters and lone surrogates. A control character that is white space, as
 * in what was pasted, becomes a space.
 */
function cleanSearch(text: string): string {
  return text.replace(/[\t-\r\u0085]+/g, ' ').replace(/[\p{Cc}\p{Cs}]/gu, '');
}

/** A search as a link can carry it: as much of what was typed as fits, cleaned. */
export function toSearchText(text: string): string {
  // The end of what fits may be half a character.
  return cleanSearch(cleanSearch(text).slice(0, MAX_SEARCH));
}

/** Whether more was typed than a link can carry. */
export function exceedsSearch(text: string): boolean {
  return cleanSearch(text).length > MAX_SEARCH;
}

/** Writes any text with letters, digits, `.`, `_`, `-` and percent signs alone. */
function encodeText(text: string): string {
  return encodeURIComponent(toSearchText(text)).replace(
    /[!~*'()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Reads what {@link encodeText} wrote; null when it cannot be meant. */
function decodeText(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text);
    return toSearchText(decoded) === decoded ? decoded : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/**
 * Writes a view as the fragment of an address, without `#`. The default view is the empty string.
 * `decodeView(encodeView(view))` is the same view. Contract: `docs/contracts/link.md`.
 */
export function encodeView(view: ViewState): string {
  const fields: string[] = [];
  if (view.collection !== DEFAULT_COLLECTION) fields.push(`collection=${view.collection}`);
  if (view.view !== 'reader') fields.push(`view=${view.view}`);
  if (view.arrange.length > 0) fields.push(`arrange=${view.arrange.join('.')}`);
  if (view.sources !== null) fields.push(`sources=${view.sources.join('.')}`);
  if (view.claim !== null) fields.push(`claim=${view.claim}`);
  if (view.claims.mode === 'only') fields.push(`only=${view.claims.ids.join('.')}`);
  else if (view.claims.ids.length > 0) fields.push(`hide=${view.claims.ids.join('.')}`);
  if (view.marksAlone) fields.push('alone=1');
  for (const passage of view.passages) fields.push(`p=${encodePassage(passage)}`);
  if (view.search !== null) fields.push(`q=${encodeText(view.search)}`);
  if (view.searchesFurniture) fields.push('set-aside=1');
  return fields.length === 0 ? '' : `v=${VERSION}&${fields.join('&')}`;
}

/** Whether {@link decodeView} reads all of a view's link: it has neither too many passages nor too many letters. */
export function fitsLink(view: ViewState): boolean {
  return view.passages.length <= MAX_PASSAGES && encodeView(view).length <= MAX_LENGTH;
}

type Draft = { -readonly [Key in keyof ViewState]: ViewState[Key] };

/** Reads one field into the draft; false when its value cannot be meant. Unknown fields are ignored. */
function readField(draft: Draft, name: string, value: string): boolean {
  switch (name) {
    case 'collection':
      if (!isSlug(value)) return false;
      draft.collection = value;
      return true;
    case 'view': {
      const known = VIEWS.find((one) => one === value);
      if (known !== undefined) draft.view = known;
      return known !== undefined;
    }
    case 'arrange': {
      const words = decodeIds(value);
      if (words !== null) draft.arrange = words;
      return words !== null;
    }
    case 'claim':
      if (!isSlug(value)) return false;
      draft.claim = value;
      return true;
    case 'sources': {
      const ids = decodeIds(value);
      if (ids !== null) draft.sources = ids;
      return ids !== null;
    }
    case 'only':
    case 'hide': {
      const ids = decodeIds(value);
      if (ids !== null) draft.claims = { mode: name === 'only' ? 'only' : 'except', ids };
      return ids !== null;
    }
    case 'p': {
      const target = decodePassage(value);
      if (target === null || !isSlug(target.article) || draft.passages.length >= MAX_PASSAGES) return false;
      draft.passages = [...draft.passages, target];
      return true;
    }
    case 'q': {
      const text = decodeText(value);
      if (text !== null) draft.search = text;
      return text !== null;
    }
    case 'alone':
      draft.marksAlone = value === '1';
      return draft.marksAlone;
    case 'set-aside':
      draft.searchesFurniture = value === '1';
      return draft.searchesFurniture;
    default:
      return true;
  }
}

/** Whether a fragment (without `#`) is a selector as others write it, and no view: W3C Selectors and States. */
export function isSelector(fragment: string): boolean {
  return fragment.startsWith('selector(') && fragment.length <= MAX_LENGTH;
}

/** The view that a selector is looked for in: it may name a collection in a key of our own. */
function toSelectorView(fragment: string): ViewState {
  const [, collection = ''] = /[(,]collection=([^,)]*)/.exec(fragment) ?? [];
  return isSlug(collection) ? { ...DEFAULT_VIEW, collection } : DEFAULT_VIEW;
}

/**
 * Reads the fragment of an address (without `#`), whatever it holds: what can be read is the view,
 * what cannot is a problem, each field once. Never throws. Linear in its length, which is bounded.
 */
export function decodeView(fragment: string): { view: ViewState; problems: LinkProblem[] } {
  if (fragment === '') return { view: DEFAULT_VIEW, problems: [] };
  if (fragment.length > MAX_LENGTH) return { view: DEFAULT_VIEW, problems: [{ kind: 'too-long' }] };
  if (isSelector(fragment)) return { view: toSelectorView(fragment), problems: [] };
  const fields = fragment.split('&').map((field): [string, string] => {
    const equals = field.indexOf('=');
    return equals < 0 ? [field, ''] : [field.slice(0, equals), field.slice(equals + 1)];
  });
  const version = fields.find(([name]) => name === 'v')?.[1];
  if (version === undefined) return { view: DEFAULT_VIEW, problems: [{ kind: 'unreadable' }] };
  if (version !== VERSION)
    return { view: DEFAULT_VIEW, problems: [{ kind: 'unknown-version', version: version.slice(0, 16) }] };
  const draft: Draft = { ...DEFAULT_VIEW };
  const malformed = new Set<string>();
  for (const [name, value] of fields) if (!readField(draft, name, value)) malformed.add(name);
  return { view: draft, problems: Array.from(malformed, (field) => ({ kind: 'malformed', field })) };
}
