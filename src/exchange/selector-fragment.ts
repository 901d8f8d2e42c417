import type { FaultKind, Readout } from './faults.ts';
import { parseSelector, type TextSelector } from './selectors.ts';

/** What is longer is no fragment of ours; keeps hostile input from costing time. In UTF-16 code units. */
const MAX_LENGTH = 500_000;

const KEYS = ['type', 'exact', 'prefix', 'suffix', 'start', 'end'] as const;

/** Keys whose values are selectors or states of their own (§5). */
const NESTED = new Set(['refinedBy', 'startSelector', 'endSelector']);

/**
 * Percent-encodes a value. Selectors and States demands it of space, `=`, `,` and `#` and recommends it
 * of all else (§5); brackets are encoded too, by which readers of the form find its end.
 */
function encodeValue(value: string): string {
  return encodeURIComponent(value).replace(
    /[()!'*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Writes a selector as the fragment of an address, without `#`: Selectors and States (W3C Working Group
 * Note, 23 February 2017), §5. Inverse of {@link readSelectorFragment}. Null when it holds lone
 * surrogates, which no address can carry. Each Arabic letter takes six characters.
 */
export function writeSelectorFragment(selector: TextSelector): string | null {
  const fields: string[] = [];
  for (const [key, value] of Object.entries(selector) as [string, string | number | undefined][]) {
    if (value === undefined) continue;
    if (/\p{Surrogate}/u.test(String(value))) return null;
    fields.push(`${key}=${encodeValue(String(value))}`);
  }
  return `selector(${fields.join(',')})`;
}

function fail(path: string, kind: FaultKind): Readout<never> {
  return { faults: [{ path, kind }] };
}

/** Undoes percent-encoding; null when a sequence is broken or no UTF-8. */
function decodeValue(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** `start` and `end` are whole numbers from 0; anything else stays text, which the schema refuses. */
function readNumber(value: string): number | string {
  return /^\d{1,15}$/.test(value) ? Number(value) : value;
}

/**
 * Reads the fragment of an address, with or without `#`, that stands for a Text Quote Selector or a Text
 * Position Selector (Selectors and States, §5), whatever it holds. Keys other than theirs are ignored;
 * a key that stands twice, broken encoding, a refined selector and any other kind are faults, with the
 * key as their path. Never throws. Linear in its length, which is bounded.
 */
export function readSelectorFragment(fragment: string): Readout<TextSelector> {
  if (fragment.length > MAX_LENGTH) return fail('', 'too-long');
  const [, inner] = /^#?selector\((.*)\)$/s.exec(fragment) ?? [];
  if (inner === undefined) return fail('', 'selector-form');
  const fields = new Map<string, string | number>();
  for (const field of inner.split(',')) {
    const equals = field.indexOf('=');
    if (equals < 0) return fail('', 'selector-form');
    const key = field.slice(0, equals);
    if (NESTED.has(key)) return fail(key, 'refined');
    if (!KEYS.some((known) => known === key)) continue;
    const code = field.slice(equals + 1);
    const value = code.includes('=') || code.includes('#') ? null : decodeValue(code);
    if (value === null) return fail(key, 'encoding');
    if (fields.has(key)) return fail(key, 'twice');
    fields.set(key, key === 'start' || key === 'end' ? readNumber(value) : value);
  }
  return parseSelector(Object.fromEntries(fields));
}
