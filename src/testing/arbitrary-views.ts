import * as fc from 'fast-check';
import { describe } from '../anchoring/passage.ts';
import type { NamedPassage, PassageTarget, QuotedPassage } from '../link/passage-link.ts';
import { toSearchText, VIEWS, type ClaimFilter, type ViewState } from '../link/view-link.ts';
import { toSpan } from '../text/offsets.ts';
import { rangeOf, uglyText } from './ugly-texts.ts';

const WORD = fc.stringMatching(/^[a-z0-9]{1,6}$/);

/** Ids of articles, claims and collections, also such as objects have of themselves. */
export const anyId: fc.Arbitrary<string> = fc.oneof(
  fc.array(WORD, { minLength: 1, maxLength: 4 }).map((words) => words.join('-')),
  fc.constantFrom('0', '000', 'constructor', 'v', 'p', 'x'.repeat(64)),
);

const anyIds = fc.uniqueArray(anyId, { maxLength: 6 });

/** Passages of the first version, as they are described in ugly texts. */
export const anyQuotedPassage: fc.Arbitrary<QuotedPassage> = uglyText(60)
  .chain((text) => fc.tuple(anyId, fc.constant(text), rangeOf(text), fc.nat(20_000_000)))
  .map(([article, text, { start, end }, shift]) => {
    const selector = describe(text, toSpan(start, end));
    if (selector === null) return null;
    const { span } = selector;
    return { article, selector: { ...selector, span: toSpan(span.start + shift, span.end + shift) } };
  })
  .filter((target) => target !== null);

/** Passages of the second version; their tokens say nothing. */
const anyNamedPassage: fc.Arbitrary<NamedPassage> = fc.record({
  article: anyId,
  token: fc.stringMatching(/^[\w-]{2,128}$/),
});

/** Passages as links point at them. */
export const anyTarget: fc.Arbitrary<PassageTarget> = fc.oneof(anyQuotedPassage, anyNamedPassage);

/** Which claims are highlighted, in every way that can be said. */
export const anyClaimFilter: fc.Arbitrary<ClaimFilter> = fc.record({
  mode: fc.constantFrom('except', 'only'),
  ids: anyIds,
});

/** What may be typed into the field of a search: anything but control characters and lone surrogates. */
const anySearch = fc.oneof(uglyText(60), fc.string({ unit: 'grapheme', maxLength: 40 })).map(toSearchText);

/** Every view that the page can be in, of collections that may or may not exist. */
export const anyView: fc.Arbitrary<ViewState> = fc.record({
  collection: fc.oneof(fc.constant('seeds'), anyId),
  sources: fc.option(anyIds),
  view: fc.constantFrom(...VIEWS),
  arrange: anyIds,
  claim: fc.option(anyId),
  claims: anyClaimFilter,
  marksAlone: fc.boolean(),
  passages: fc.array(anyTarget, { maxLength: 3 }),
  search: fc.option(anySearch),
  searchesFurniture: fc.boolean(),
});
