import { collate, type CollatedWord } from '../../claims/collation.ts';
import type { HeldEvidence } from '../../claims/outline.ts';
import type { Part } from '../../corpus/collection.ts';
import { toSpan, type Span } from '../../text/offsets.ts';

/** A passage as the comparison shows it, collated with those of the other sources. */
export interface ComparedPassage extends HeldEvidence {
  /** What it is cut from: the article's text, or its quotation while that cannot be read. */
  readonly shown: { readonly text: string; readonly span: Span };
  /** Its words, in order, with who else has them. */
  readonly words: readonly CollatedWord[];
  /** For each column of the aligned table, the place of its word in {@link words}, or null. */
  readonly row: readonly (number | null)[] | null;
  /** Whether it gives a value that the sources differ in. */
  readonly differs: boolean;
}

/** A source as the comparison shows it: its text (null while it cannot be read) and what it says. */
export interface ComparedSource {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly parts: readonly Part[];
  readonly text: string | null;
  readonly evidence: readonly ComparedPassage[];
}

function findShown(text: string | null, { range, quote = '' }: HeldEvidence): ComparedPassage['shown'] {
  return text === null ? { text: quote, span: toSpan(0, quote.length) } : { text, span: range };
}

/** Collates what sources say of a claim. Sources that do not make it stay as they are. Cost: see `collate`. */
export function compareSources(
  sources: readonly (Omit<ComparedSource, 'evidence'> & { readonly evidence: readonly HeldEvidence[] })[],
): ComparedSource[] {
  const passages = sources.flatMap((source) =>
    source.evidence.map((evidence) => ({ source, evidence, shown: findShown(source.text, evidence) })),
  );
  const { words, rows, valuesDiffer } = collate(
    passages.map(({ source, evidence, shown }) => ({
      article: source.id,
      language: source.language,
      value: evidence.value,
      ...shown,
    })),
  );
  const compared = passages.map(({ evidence, shown, source }, index) => ({
    source,
    passage: {
      ...evidence,
      shown,
      words: words[index] ?? [],
      row: rows?.[index] ?? null,
      differs: valuesDiffer && evidence.value !== undefined,
    },
  }));
  return sources.map((source) => ({
    ...source,
    evidence: compared.flatMap((one) => (one.source === source ? one.passage : [])),
  }));
}
