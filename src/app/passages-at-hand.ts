import { encodePassage } from '../link/passage-link.ts';
import type { ViewState } from '../link/view-link.ts';

/** What tells apart the passages that a view asks for, across collections. */
export function writeAsked({ collection, passages }: Pick<ViewState, 'collection' | 'passages'>): string[] {
  return passages.map((passage) => `${collection}&${encodePassage(passage)}`);
}

/** What the address asks for since the reader added what is before them; null where that has been seen to. */
let atHand: string | null = null;

/** Says that what an address is about to ask for stands before the reader: nobody has to be brought there or told. */
export function leaveAtHand(asked: readonly string[]): void {
  atHand = asked.join();
}

/** Whether exactly that was said of what an address asks for; answered once. */
export function takeAtHand(asked: readonly string[]): boolean {
  const isAtHand = atHand === asked.join();
  if (isAtHand) atHand = null;
  return isAtHand;
}
