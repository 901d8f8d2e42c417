import { ARTICLE_SELECTOR, findPassageNumbers } from '../../painting/article-dom.ts';
import { readMotionOf, readReadingHeight } from '../../painting/reveal.ts';
import { findScroller, topOf } from './align-columns.ts';
import { readStep, readSteps, writeSteps } from './column-steps.ts';

/** Says that a column stands at another of its passages of the claim in focus; nothing where it has no such passage. */
export function noteStep(article: string, index: number): void {
  const step = readStep(article);
  if (step === null || index < 0 || index >= step.count || index === step.index) return;
  writeSteps(new Map(readSteps()).set(article, { ...step, index }));
}

/** Brings the passage that a column stands at to the height of reading; a headline is in view already. */
export function showStep(column: HTMLElement): void {
  const step = readStep(column.dataset['article'] ?? '');
  const scroller = findScroller(column);
  const passage = step === null ? null : findPassageNumbers(column, step.claim)[step.index]?.parentElement;
  if (scroller === null || passage == null || !scroller.contains(passage)) return;
  const offset = topOf(passage) - scroller.getBoundingClientRect().top + scroller.scrollTop;
  scroller.scrollTo({ top: offset - readReadingHeight(scroller), behavior: readMotionOf(scroller) });
}

/** The marks of one passage: a number stands in its first mark alone, and the next number begins another. */
function findMarks(
  column: Element,
  claim: string,
  numbers: readonly HTMLElement[],
  index: number,
): Element[] {
  const inPlace = Array.from(column.querySelectorAll(`mark[data-claim="${claim}"]`));
  const from = inPlace.findIndex((mark) => mark === numbers[index]?.parentElement);
  if (from < 0) return [];
  const length = inPlace
    .slice(from + 1)
    .findIndex((mark) => numbers.some((one) => one.parentElement === mark));
  return inPlace.slice(from, length < 0 ? undefined : from + 1 + length);
}

/** Tells the passage that each column stands at apart from the claim's others there (`data-current`). Returns what undoes it. */
export function markSteps(root: HTMLElement, claim: string): () => void {
  const marks = Array.from(root.querySelectorAll<HTMLElement>(ARTICLE_SELECTOR)).flatMap((column) => {
    const step = readStep(column.dataset['article'] ?? '');
    if (step === null || step.count < 2) return [];
    return findMarks(column, claim, findPassageNumbers(column, claim), step.index);
  });
  for (const mark of marks) mark.setAttribute('data-current', '');
  return () => {
    for (const mark of marks) mark.removeAttribute('data-current');
  };
}
