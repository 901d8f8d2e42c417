import { resolvePassage } from '../anchoring/anchoring.ts';
import type { PassageOutcome } from '../anchoring/outcome.ts';
import { compareWhole, resolveQuotation } from '../anchoring/quotation.ts';
import type { Span } from '../text/offsets.ts';
import { quoteOf, type NotedPassage } from './note.ts';

/** What became of the words of a passage that is found: a token knows the ends of a long one alone. */
function compareWords(
  text: string,
  found: Extract<PassageOutcome, { readonly span: Span }>,
  quote: string,
): PassageOutcome {
  const { span } = found;
  const outcome = found.outcome === 'moved' ? 'moved' : 'exact';
  if (quoteOf(text.slice(span.start, span.end)) === quote) return { outcome, span };
  const difference = compareWhole(text, span, quote) ?? (found.outcome === 'edited' ? found : null);
  if (difference === null || (difference.changed.length === 0 && difference.missing === 0)) {
    return { outcome: 'respelled', span };
  }
  const { changed, missing } = difference;
  return { outcome: 'edited', span, changed, missing, old: quote };
}

/**
 * Finds the passage of a note in a text that may have changed since, as a link's: by its token, which
 * knows what stood around it. Its words, which the record has whole, say what has changed, and what was
 * looked for where it is gone; they find it where the token cannot be read. Never throws and never
 * guesses. Linear in the text; an edited passage also the square of its words.
 */
export function resolveNote(
  text: string,
  { token, quote }: Pick<NotedPassage, 'token' | 'quote'>,
): PassageOutcome {
  const found = resolvePassage(text, { token });
  switch (found.outcome) {
    case 'damaged':
    case 'later-version':
      return resolveQuotation(text, { exact: quote });
    case 'ambiguous':
      return found;
    case 'gone':
      return { ...found, sought: quote };
    default:
      return compareWords(text, found, quote);
  }
}
