import { expose } from 'comlink';
import { describePassage, resolvePassage } from '../anchoring/anchoring.ts';
import { findAgain } from '../claims/find-again.ts';
import { writeTextFragment } from '../exchange/text-fragment.ts';
import { resolveSelectors } from '../exchange/web-annotation.ts';
import { resolveNote } from '../library/find-note.ts';

/** What runs beside the page: naming and finding passages of texts so long that the page would stand still. */
const anchoring = {
  describePassage,
  resolvePassage,
  findAgain,
  resolveSelectors,
  resolveNote,
  writeTextFragment,
};

export type AnchoringWorker = typeof anchoring;

expose(anchoring);
