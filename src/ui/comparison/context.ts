import type { Span } from '../../text/offsets.ts';

/** A passage between the words around it; each side starts or ends with an ellipsis where it was cut. */
export interface PassageContext {
  readonly before: string;
  readonly passage: string;
  readonly after: string;
}

/** How many words of context stand on each side: enough to read the passage as part of its sentence. */
const CONTEXT_WORDS = 4;

/** The last or first words of a text, with an ellipsis when some were left out. */
function cut(text: string, side: 'before' | 'after'): string {
  const words = text.match(/\s*\S+\s*/gu) ?? [];
  if (words.length <= CONTEXT_WORDS) return text;
  return side === 'before'
    ? `…${words.slice(-CONTEXT_WORDS).join('').trimStart()}`
    : `${words.slice(0, CONTEXT_WORDS).join('').trimEnd()}…`;
}

/**
 * A passage with a few words on each side, never from beyond `within`: the part of the article it
 * stands in. Cost: that part.
 */
export function computeContext(text: string, span: Span, within: Span): PassageContext {
  return {
    before: cut(text.slice(within.start, span.start), 'before'),
    passage: text.slice(span.start, span.end),
    after: cut(text.slice(span.end, within.end), 'after'),
  };
}
