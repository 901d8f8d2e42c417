import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getSeedText, SEEDS } from '../testing/seeds.ts';
import { RANDOM_SEED, uglyText } from '../testing/ugly-texts.ts';
import { toSpan } from '../text/offsets.ts';
import { computeBlocks, computeGaps, joinParts, type Block } from './blocks.ts';
import type { Article, Part } from './collection.ts';

const NAME = { ar: 'اسم', en: 'name' };
const articles = SEEDS.articles.map((one): [string, Article] => [one.id, one]);

function article(length: number, parts: readonly Part[]): Article {
  return {
    id: '000',
    file: '000.txt',
    length,
    language: 'ar',
    label: NAME,
    outlet: { basis: 'unknown', name: NAME, note: NAME },
    date: { basis: 'unknown', note: NAME },
    credits: [],
    restsOn: [],
    parts: [...parts],
  };
}

function paragraph(start: number, end: number): Part {
  return { kind: 'paragraph', range: toSpan(start, end) };
}

function ticker(start: number, end: number): Part {
  return { kind: 'furniture', furniture: 'ticker', range: toSpan(start, end) };
}

function cut({ parts }: Article, text: string): string[] {
  return parts.map(({ range }) => text.slice(range.start, range.end));
}

function partsOf(block: Block): Part[] {
  return block.kind === 'furniture'
    ? block.parts.map(({ furniture, span }) => ({ kind: 'furniture', furniture, range: span }))
    : [{ kind: block.kind, range: block.span }];
}

/** Texts cut into parts with white space, or nothing, between them. */
const cutTexts = fc
  .array(fc.tuple(fc.constantFrom('', ' ', '\n\n', '\u00A0 \n'), uglyText(6)), { maxLength: 8 })
  .chain((pieces) => fc.tuple(fc.constant(pieces), fc.constantFrom('', '\n')))
  .map(([pieces, end]) => {
    let text = '';
    const parts: Part[] = [];
    for (const [gap, piece] of pieces) {
      const start = text.length + gap.length;
      text += gap + piece;
      parts.push(piece.length % 2 === 0 ? paragraph(start, text.length) : ticker(start, text.length));
    }
    text += end;
    return { text, article: article(text.length, parts) };
  });

describe('computeBlocks', () => {
  it('joins neighbouring furniture and nothing else', () => {
    const parts = [ticker(0, 2), ticker(3, 4), paragraph(5, 9), paragraph(9, 12), ticker(13, 20)];
    expect(computeBlocks(article(20, parts))).toEqual([
      {
        kind: 'furniture',
        parts: [
          { furniture: 'ticker', span: toSpan(0, 2) },
          { furniture: 'ticker', span: toSpan(3, 4) },
        ],
      },
      { kind: 'paragraph', span: toSpan(5, 9) },
      { kind: 'paragraph', span: toSpan(9, 12) },
      { kind: 'furniture', parts: [{ furniture: 'ticker', span: toSpan(13, 20) }] },
    ]);
  });

  it('finds no block in an article without parts', () => {
    expect(computeBlocks(article(0, []))).toEqual([]);
  });

  it.each(articles)('keeps every part of article %s once and in order', (_id, one) => {
    const blocks = computeBlocks(one);
    expect(blocks.flatMap(partsOf)).toEqual(one.parts);
    for (const [index, { kind }] of blocks.entries()) {
      expect(kind === 'furniture' && blocks[index + 1]?.kind === 'furniture').toBe(false);
    }
  });

  it('keeps every part of a random article once and in order', () => {
    fc.assert(
      fc.property(cutTexts, ({ article: one }) => {
        expect(computeBlocks(one).flatMap(partsOf)).toEqual(one.parts);
      }),
      { numRuns: 300, seed: RANDOM_SEED },
    );
  });
});

describe('computeGaps', () => {
  it('finds what stands before, between and after the parts', () => {
    const text = '\nقال  نعم\u00A0';
    expect(computeGaps(article(text.length, [paragraph(1, 4), paragraph(6, 9)]), text)).toEqual([
      '\n',
      '  ',
      '\u00A0',
    ]);
  });

  it('finds the whole of a text without parts', () => {
    expect(computeGaps(article(2, []), ' \n')).toEqual([' \n']);
  });

  it.each(articles)('finds nothing but white space in article %s', (id, one) => {
    const gaps = computeGaps(one, getSeedText(id));
    expect(gaps).toHaveLength(one.parts.length + 1);
    expect(gaps.join('').trim()).toBe('');
  });
});

describe('joinParts', () => {
  it.each(articles)('puts article %s together again', (id, one) => {
    const text = getSeedText(id);
    expect(joinParts(one, cut(one, text), computeGaps(one, text))).toBe(text);
  });

  it('puts every text together again', () => {
    fc.assert(
      fc.property(cutTexts, ({ text, article: one }) => {
        expect(joinParts(one, cut(one, text), computeGaps(one, text))).toBe(text);
      }),
      { numRuns: 500, seed: RANDOM_SEED },
    );
  });

  const one = article(8, [paragraph(0, 3), paragraph(5, 8)]);
  it.each([
    ['a part too few', ['قال'], ['', '  ', '']],
    ['a part too many', ['قال', 'نعم', ''], ['', '  ', '']],
    ['a gap too few', ['قال', 'نعم'], ['', '  ']],
    ['a gap too many', ['قال', 'نعم'], ['', '  ', '', '']],
    ['a part that is missing', ['قال', ''], ['', '  ', '']],
    ['a part with something added', ['قال', 'نعم1'], ['', '  ', '']],
    ['nothing', [], []],
  ])('answers null for %s', (_what, parts, gaps) => {
    expect(joinParts(one, parts, gaps)).toBeNull();
  });
});
