import type { ClaimsFile } from '../claims/claims.ts';
import type { ClaimsOutline } from '../claims/outline.ts';
import { holdable, type Seek } from '../claims/sound-claims.ts';
import { LONG_TEXT } from './long-text.ts';

/**
 * How much may be read to find passages again before it is done beside the page, in UTF-16 code units
 * times passages: some hundredths of a second. A long text is read there even for one.
 */
const READ_AT_ONCE = 1_000_000;

/** Looks for passages in the page, or, where there is much to read, beside it. */
export const seek: Seek = async (evidence, article, text) => {
  if (text.length <= LONG_TEXT && text.length * evidence.length <= READ_AT_ONCE) {
    const { findAgain } = await import('../claims/find-again.ts');
    return findAgain(evidence, article, text);
  }
  const { askWorker } = await import('./anchoring-worker.ts');
  return askWorker((worker) => worker.findAgain(evidence, article, text));
};

/**
 * Claims that were fetched, ready to be held against the texts as these come.
 * @param onFound is given them anew whenever passages were found again, or were not.
 */
export function holdClaims(file: ClaimsFile, onFound: (outline: ClaimsOutline) => void): ClaimsOutline {
  return holdable(file, seek, onFound);
}
