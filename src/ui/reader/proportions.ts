import type { Article } from '../../corpus/collection.ts';

/**
 * Where in what is read of an article (furniture left out) an offset stands, as a share from 0 to 1:
 * within furniture where that was left out, 0 in an article that is furniture alone. Cost: its parts.
 */
export function computePlace({ parts }: Pick<Article, 'parts'>, offset: number): number {
  let before = 0;
  let total = 0;
  for (const { kind, range } of parts) {
    if (kind === 'furniture') continue;
    total += range.end - range.start;
    before += Math.max(0, Math.min(range.end, offset) - range.start);
  }
  return total === 0 ? 0 : before / total;
}

/** The share of an article's characters that is page furniture, 0 to 1; 0 for an empty one. Cost: its parts. */
export function computeFurnitureShare({ parts, length }: Pick<Article, 'parts' | 'length'>): number {
  const aside = parts.filter(({ kind }) => kind === 'furniture');
  const sum = aside.reduce((characters, { range }) => characters + range.end - range.start, 0);
  return length === 0 ? 0 : sum / length;
}
