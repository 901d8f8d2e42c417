import type { Span } from '../text/offsets.ts';
import type { Article, FurnitureKind, Part, PartKind } from './collection.ts';

/** A run of an article as it is set on the page: a part of the article, or neighbouring furniture folded as one. */
export type Block =
  | { readonly kind: Exclude<PartKind, 'furniture'>; readonly span: Span }
  | { readonly kind: 'furniture'; readonly parts: readonly FurniturePart[] };

/** One range of page furniture and what it is. */
export interface FurniturePart {
  readonly furniture: FurnitureKind;
  readonly span: Span;
}

function toBlock(part: Part): Block {
  return part.kind === 'furniture'
    ? { kind: 'furniture', parts: [{ furniture: part.furniture, span: part.range }] }
    : { kind: part.kind, span: part.range };
}

/** An article's parts in text order, neighbouring furniture joined into one block. Linear. */
export function computeBlocks(article: Article): Block[] {
  const blocks: Block[] = [];
  for (const part of article.parts) {
    const block = toBlock(part);
    const last = blocks.at(-1);
    if (block.kind === 'furniture' && last?.kind === 'furniture') {
      blocks[blocks.length - 1] = { kind: 'furniture', parts: [...last.parts, ...block.parts] };
    } else {
      blocks.push(block);
    }
  }
  return blocks;
}

/** The white space before each part of an article and after its last one, in text order. Linear. */
export function computeGaps(article: Article, text: string): string[] {
  const gaps: string[] = [];
  let at = 0;
  for (const part of article.parts) {
    gaps.push(text.slice(at, part.range.start));
    at = part.range.end;
  }
  gaps.push(text.slice(at));
  return gaps;
}

/**
 * Puts an article's text together from the texts of its parts and the gaps between them: the inverse
 * of cutting it by its parts and {@link computeGaps}. Null when the counts or the length disagree.
 */
export function joinParts(
  article: Article,
  parts: readonly string[],
  gaps: readonly string[],
): string | null {
  if (parts.length !== article.parts.length || gaps.length !== parts.length + 1) return null;
  const text = gaps.map((gap, index) => gap + (parts[index] ?? '')).join('');
  return text.length === article.length ? text : null;
}
