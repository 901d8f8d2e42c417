import type { FoldedText } from '../text/fold.ts';
import { prepareText, type PreparedText } from './fingerprint/prepared-text.ts';

/** Texts kept prepared; an event of more sources prepares some of them again. */
const KEPT = 64;

interface Kept {
  readonly prepared: PreparedText;
  folded: FoldedText | null;
}

/** The texts looked at last, in that order, so that a link of many passages costs each text once. */
const kept = new Map<string, Kept>();

/** A text with what was made of it so far; at the longest the last {@link KEPT} texts are remembered. */
export function keep(text: string): Kept {
  const found = kept.get(text) ?? { prepared: prepareText(text), folded: null };
  kept.delete(text);
  kept.set(text, found);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
}

/** A text with what finding a passage in it needs; kept, so that many passages cost it once. */
export function prepare(text: string): PreparedText {
  return keep(text).prepared;
}
