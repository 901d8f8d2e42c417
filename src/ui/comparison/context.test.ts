import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getSeedText, SEED_CLAIMS } from '../../testing/seeds.ts';
import { RANDOM_SEED, rangeOf, uglyText } from '../../testing/ugly-texts.ts';
import { toSpan, type Span } from '../../text/offsets.ts';
import { computeContext } from './context.ts';

/** The line or lines that a passage stands in, as the part of an article that holds it. */
function lineOf(text: string, start: number, end: number): Span {
  const newline = text.indexOf('\n', end);
  return toSpan(start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, newline < 0 ? text.length : newline);
}

/** The context of the passage in square brackets, as `before[passage]after`. */
function contextOf(marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const { before, passage, after } = computeContext(text, toSpan(start, end), lineOf(text, start, end));
  return `${before}[${passage}]${after}`;
}

/** What is wrong with a context as a window on the text; null when nothing is. */
function findFault(text: string, { start, end }: Span): string | null {
  const { before, passage, after } = computeContext(text, toSpan(start, end), lineOf(text, start, end));
  const lead = before.replace(/^…/, '');
  const trail = after.replace(/…$/, '');
  if (passage !== text.slice(start, end)) return 'another passage';
  if (!text.slice(0, start).endsWith(before) && !text.slice(0, start).endsWith(lead))
    return 'other words before';
  if (!text.slice(end).startsWith(after) && !text.slice(end).startsWith(trail)) return 'other words after';
  if ((lead + trail).includes('\n')) return 'another paragraph';
  const isShort = [lead, trail].every((side) => (side.match(/\S+/g)?.length ?? 0) <= 4);
  return isShort ? null : 'too many words';
}

describe('computeContext', () => {
  it.each([
    ['a whole short paragraph', 'قال [بوتين] أمس', 'قال [بوتين] أمس'],
    ['four words on each side', '1 2 3 4 [نعم] 5 6 7 8', '1 2 3 4 [نعم] 5 6 7 8'],
    ['an ellipsis for what is cut', '0 1 2 3 4 [نعم] 5 6 7 8 9', '…1 2 3 4 [نعم] 5 6 7 8…'],
    ['nothing where nothing is', '[نعم]', '[نعم]'],
    ['only its own paragraph', 'قبل\nقال [بوتين] أمس\nبعد', 'قال [بوتين] أمس'],
    ['nothing of the paragraphs around it', 'قبل\n\n[نعم]\n\nبعد', '[نعم]'],
    ['the first paragraph from its start', '[نعم] لا\nبعد', '[نعم] لا'],
    ['a passage over two paragraphs whole', 'قبل\n1 [نعم\nلا] 2\nبعد', '1 [نعم\nلا] 2'],
    ['marks next to the passage', '1 2 3 «[نعم]»، 4 5 6 7', '1 2 3 «[نعم]»، 4 5 6…'],
    ['a passage that begins within a word', '1 و[نعم] 2', '1 و[نعم] 2'],
    ['no-break spaces as they are', '1\u00A02 [نعم]\u00A03', '1\u00A02 [نعم]\u00A03'],
  ])('gives %s', (_what, marked, context) => {
    expect(contextOf(marked)).toBe(context);
  });

  it('never reaches beyond the part it is given', () => {
    const text = 'وكالة بوتين قاد سيارة اليوم';
    const context = computeContext(text, toSpan(12, 15), toSpan(6, 21));
    expect(context).toEqual({ before: 'بوتين ', passage: 'قاد', after: ' سيارة' });
  });

  it('is a window on the text, in the same paragraph, for every passage of the shipped claims', () => {
    for (const { article, range } of SEED_CLAIMS.claims.flatMap(({ evidence }) => evidence)) {
      expect(findFault(getSeedText(article), range), `${article} ${range.start}`).toBeNull();
    }
  });

  it('is a window on the text, in the same paragraph, for every random passage', () => {
    const cases = uglyText(40).chain((text) => fc.tuple(fc.constant(text), rangeOf(text)));
    fc.assert(
      fc.property(cases, ([text, { start, end }]) => {
        expect(findFault(text, toSpan(start, end))).toBeNull();
      }),
      { numRuns: 1_000, seed: RANDOM_SEED },
    );
  });
});
