import { addPassages } from '../link/linked-passages.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import type { TextSelection } from '../ui/share/selection.ts';
import { goTo, writeAddress } from './address.ts';
import { leaveAtHand, writeAsked } from './passages-at-hand.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

/**
 * Adds what is selected to the link that the address is, or to the one copied last where the address names
 * no passage; null where there is neither. The link goes into the address and to the clipboard.
 */
export function useAdding(
  { view }: ReaderModel,
  { copied, withNames, clipboard }: ReaderActions,
): ((selection: TextSelection) => void) | null {
  const { t, n } = useStrings();
  const begun = copied?.collection === view.collection ? copied.passages : [];
  const passages = view.passages.length > 0 ? view.passages : begun;
  if (passages.length === 0) return null;
  return (selection) =>
    withNames(selection.passages, (named) => {
      const names = named.map(({ passage }) => passage);
      const { view: linked, added, isFull } = addPassages({ ...view, passages }, names);
      const full = isFull ? [t('share.full')] : [];
      if (added === 0) {
        clipboard.tell(full[0] ?? t('share.twice'));
        return;
      }
      leaveAtHand(writeAsked(linked));
      goTo(linked);
      const count = linked.passages.length;
      // What else is open here is no part of what is sent.
      const address = writeAddress({ ...linked, claim: null, search: null, searchesFurniture: false });
      clipboard.copy(address, [t('share.added', { count, n: n(count) }), ...full].join(' '));
    });
}
