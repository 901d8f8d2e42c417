import type { RefObject } from 'react';
import { useStrings } from '../ui/kit/use-strings.ts';
import type { TextSelection } from '../ui/share/selection.ts';
import { SelectionToolbar, type CopyForm } from '../ui/share/SelectionToolbar.tsx';
import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** The forms of others that selected passages have. */
function findForms({ collection }: ReaderModel, { passages }: TextSelection): readonly CopyForm[] {
  if (passages.length !== 1) return ['annotation'];
  const url = collection.articles.find(({ id }) => id === passages[0]?.article)?.url;
  return url === undefined ? ['annotation', 'selector'] : ['annotation', 'selector', 'text-fragment'];
}

interface SelectionToolsProps {
  readonly model: ReaderModel;
  readonly root: RefObject<HTMLElement | null>;
  readonly actions: ReaderActions;
}

/** What can be done with the text selected: copying it, and ways to it, in our form and in others'. */
export function SelectionTools({ model, root, actions }: SelectionToolsProps) {
  const { t } = useStrings();
  const { clipboard } = actions;
  const copyAs = (form: CopyForm, selection: TextSelection) => {
    // What writes the forms of others also finds them; few ask for either.
    import('./write-forms.ts').then(
      ({ writeForm }) => {
        const text = writeForm(model, form, selection);
        if (text === null)
          clipboard.tell(t(form === 'text-fragment' ? 'exchange.noFragment' : 'share.noWords'));
        else clipboard.copy(text, t(`exchange.copied-${form}`));
      },
      () => clipboard.tell(t('load.partFailed')),
    );
  };
  return (
    <SelectionToolbar
      root={root}
      findForms={(selection) => findForms(model, selection)}
      onCopyLink={actions.copySelectionLink}
      onCopyQuote={actions.copySelectionQuote}
      onCopyAs={copyAs}
    />
  );
}
