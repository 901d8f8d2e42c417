import type { Span } from '../text/offsets.ts';

/** What became of a passage in the text as it is now; `exact` says nothing to the reader, all others are told. */
export type PassageOutcome =
  | { readonly outcome: 'exact' | 'respelled' | 'moved'; readonly span: Span }
  | {
      readonly outcome: 'edited';
      readonly span: Span;
      /** Words that are new or other than they were; empty where it is not known which. */
      readonly changed: readonly Span[];
      /** How many of the words it had are not there any more; null where that is not known. */
      readonly missing: number | null;
      /** The wording it had, as far as it was kept; null where it was not. */
      readonly old: string | null;
    }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly Span[] }
  | {
      readonly outcome: 'gone';
      /** The wording looked for; null where only its fingerprint is known. */
      readonly sought: string | null;
      /** How many words it had; null where that is not known. */
      readonly wordCount: number | null;
      /** The sentence most like it or like what stood around it; never the passage. Null when nothing is. */
      readonly nearest: Span | null;
    }
  /** What should have found it was cut short or mistyped. */
  | { readonly outcome: 'damaged' }
  /** It was written by a later version, which this one cannot read. */
  | { readonly outcome: 'later-version' };
