import * as v from 'valibot';
import { faultsOf, type Readout } from './faults.ts';

/**
 * A passage by its words and those around it: Text Quote Selector, Web Annotation Data Model (W3C
 * Recommendation, 23 February 2017), §4.2.4.
 */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  /** The words themselves; never empty. */
  readonly exact: string;
  /** What stands immediately before them. */
  readonly prefix?: string | undefined;
  /** What stands immediately after them. */
  readonly suffix?: string | undefined;
}

/**
 * A passage by where it stands: Text Position Selector, §4.2.5. The text is counted as in §4.2.4,
 * which says: in code points, not in code units. Half-open, from 0.
 */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** The selectors that can be read and written. */
export type TextSelector = TextQuoteSelector | TextPositionSelector;

/** Longer than any passage that somebody would quote; keeps hostile input from costing time. In UTF-16 code units. */
const MAX_QUOTE = 100_000;
/** More alternatives than anybody writes. */
const MAX_SELECTORS = 50;

const words = v.pipe(v.string(), v.maxLength(MAX_QUOTE));
const position = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The two selectors as untrusted JSON; other properties are ignored. */
const selectorSchema = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.pipe(words, v.minLength(1)),
    prefix: v.optional(words),
    suffix: v.optional(words),
  }),
  v.pipe(
    v.object({ type: v.literal('TextPositionSelector'), start: position, end: position }),
    v.check(({ start, end }) => start < end),
  ),
]);

/** Reads one selector from untrusted data; any other kind of selector is a fault. Never throws. */
export function parseSelector(input: unknown): Readout<TextSelector> {
  const result = v.safeParse(selectorSchema, input);
  return result.success ? { value: result.output } : { faults: faultsOf(result.issues) };
}

function getType(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
}

function isOurs(input: unknown): boolean {
  const type = getType(input);
  return type === 'TextQuoteSelector' || type === 'TextPositionSelector';
}

/**
 * Reads the `selector` of a Specific Resource (§4.2) from untrusted JSON: one selector or several, which
 * are alternatives for one passage. Kinds that are not known are passed over as long as one is known. A
 * selector that is refined by another (§4.2.9) is a fault: what it alone selects is not what was meant.
 * Never throws.
 */
export function parseSelectors(input: unknown): Readout<readonly TextSelector[]> {
  const all: readonly unknown[] = Array.isArray(input) ? input : [input];
  if (all.length > MAX_SELECTORS) return { faults: [{ path: '', kind: 'many-selectors' }] };
  const known = all.filter(isOurs);
  if (known.length === 0) return { faults: [{ path: '', kind: 'no-selector' }] };
  const values: TextSelector[] = [];
  for (const one of known) {
    if (typeof one === 'object' && one !== null && 'refinedBy' in one) {
      return { faults: [{ path: 'refinedBy', kind: 'refined' }] };
    }
    const { value, faults } = parseSelector(one);
    if (faults !== undefined) return { faults };
    values.push(value);
  }
  return { value: values };
}
