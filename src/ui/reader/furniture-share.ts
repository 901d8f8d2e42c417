import type { Article } from '../../corpus/collection.ts';

/** The share of an article's characters that is page furniture, 0 to 1; 0 for an empty one. Cost: its parts. */
export function computeFurnitureShare({ parts, length }: Pick<Article, 'parts' | 'length'>): number {
  const aside = parts.filter(({ kind }) => kind === 'furniture');
  const sum = aside.reduce((characters, { range }) => characters + range.end - range.start, 0);
  return length === 0 ? 0 : sum / length;
}
