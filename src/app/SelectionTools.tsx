import type { RefObject } from 'react';
import { useStrings } from '../ui/kit/use-strings.ts';
import type { TextSelection } from '../ui/share/selection.ts';
import { SelectionToolbar, type CopyForm } from '../ui/share/SelectionToolbar.tsx';
import { snapToWords } from '../text/words.ts';
import { openDraft, useDrafts } from './note-drafts.ts';
import { lazyPart, Part } from './Part.tsx';
import { useAdding } from './use-adding.ts';
import { useHasNotes } from './use-has-notes.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

const Notes = lazyPart(async () => (await import('./Notes.tsx')).Notes);

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

/** What can be done with the text selected: copying it, ways to it, in our form and in others', and a note on it. */
export function SelectionTools({ model, root, actions }: SelectionToolsProps) {
  const { t } = useStrings();
  const { clipboard } = actions;
  const hasNotes = useHasNotes();
  const { drafts, open } = useDrafts();
  const add = useAdding(model, actions);
  const write = ({ passages }: TextSelection) =>
    actions.withNames(passages, ([named]) => {
      if (named === undefined) return;
      const { place, passage } = named;
      const { start, end } = snapToWords(place.text, place.span) ?? place.span;
      const quote = place.text.slice(start, end);
      openDraft({ ...passage, collection: model.view.collection, quote, text: '', note: null });
    });
  const copyAs = (form: CopyForm, selection: TextSelection) => {
    // What writes the forms of others also finds them; few ask for either.
    import('./write-forms.ts')
      .then(async ({ writeForm }) => writeForm(model, form, selection))
      .then(
        (text) => {
          if (text === null)
            clipboard.tell(t(form === 'text-fragment' ? 'exchange.noFragment' : 'share.noWords'));
          else clipboard.copy(text, t(`exchange.copied-${form}`));
        },
        () => clipboard.tell(t('load.partFailed')),
      );
  };
  return (
    <>
      <SelectionToolbar
        root={root}
        findForms={(selection) => findForms(model, selection)}
        onCopyLink={actions.copySelectionLink}
        onAdd={add}
        onCopyQuote={actions.copySelectionQuote}
        onCopyAs={copyAs}
        onNote={write}
      />
      {hasNotes || drafts.length > 0 ? (
        <Part asked={open}>
          <Notes model={model} root={root} actions={actions} />
        </Part>
      ) : null}
    </>
  );
}
