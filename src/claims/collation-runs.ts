import { toSpan, type Span } from '../text/offsets.ts';
import type { CollatedWord, Sharing } from './collation.ts';

/** A stretch of a passage whose words are shown alike. */
export interface CollatedRun {
  readonly span: Span;
  /** Who has its words; `connecting` for joining words between others, and for what is no word. */
  readonly sharing: Sharing;
  /** Whether its words give a value that the sources differ in. */
  readonly differs: boolean;
}

type Look = Pick<CollatedRun, 'sharing' | 'differs'>;

const PLAIN: Look = { sharing: 'connecting', differs: false };

function isAlike(one: Look | undefined, other: Look | undefined): boolean {
  return (
    one !== undefined && other !== undefined && one.sharing === other.sharing && one.differs === other.differs
  );
}

/** How a word is shown: one that joins two that are shown alike goes with them, and so does one inside a value. */
function findLook(words: readonly CollatedWord[], at: number): Look {
  const word = words[at];
  if (word === undefined) return PLAIN;
  // A unit that all name is not what they share where its numbers differ.
  if (word.differs && word.sharing === 'all') return { sharing: 'connecting', differs: true };
  if (word.sharing !== 'connecting') return word;
  const next = words.slice(at + 1).find(({ sharing }) => sharing !== 'connecting');
  const last = words.slice(0, at).findLast(({ sharing }) => sharing !== 'connecting');
  if (word.differs && next?.differs === true) return next;
  return isAlike(last, next) && next?.differs === false ? next : { ...PLAIN, differs: word.differs };
}

/**
 * A passage as stretches to be shown, in order, without gap or overlap. Each stretch that is more than plain
 * begins and ends with a whole word, so that no letters are parted. Linear but for long rows of joining
 * words.
 * @param span the passage the words stand in
 */
export function computeRuns(words: readonly CollatedWord[], span: Span): CollatedRun[] {
  const runs: CollatedRun[] = [];
  let at: number = span.start;
  let look: Look | undefined;
  words.forEach((word, index) => {
    const next = findLook(words, index);
    const last = runs.at(-1);
    if (last !== undefined && isAlike(look, next)) {
      runs[runs.length - 1] = { ...last, span: toSpan(last.span.start, word.span.end) };
    } else {
      if (word.span.start > at) runs.push({ ...PLAIN, span: toSpan(at, word.span.start) });
      runs.push({ span: word.span, sharing: next.sharing, differs: next.differs });
    }
    look = next;
    at = word.span.end;
  });
  if (span.end > at) runs.push({ ...PLAIN, span: toSpan(at, span.end) });
  return runs;
}
