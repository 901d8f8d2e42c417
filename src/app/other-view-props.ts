import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** What a view of the collection beside the reader is given. */
export interface OtherViewProps {
  readonly model: ReaderModel;
  readonly actions: ReaderActions;
}
