import type { RefObject } from 'react';
import { writeAnnotations } from '../exchange/annotations.ts';
import { writeSelectorFragment } from '../exchange/selector-fragment.ts';
import { writeTextFragment } from '../exchange/text-fragment.ts';
import { writeSelectors } from '../exchange/web-annotation.ts';
import { DEFAULT_COLLECTION, DEFAULT_VIEW } from '../link/view-link.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import type { TextSelection } from '../ui/share/selection.ts';
import { SelectionToolbar, type CopyForm } from '../ui/share/SelectionToolbar.tsx';
import { writeAddress } from './address.ts';
import type { ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** An identifier that nothing else has, as an IRI. */
function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // Version 4, variant 1 (RFC 9562); `randomUUID` is not there on plain http.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** A selected passage in the forms in which others write one. */
function useForms({ view, collection, texts }: ReaderModel) {
  const find = (id: string) => {
    const article = collection.articles.find((one) => one.id === id);
    const text = texts.get(id);
    return article === undefined || text === undefined ? null : { article, text };
  };
  const writeEach = (selection: TextSelection) =>
    selection.passages.flatMap(({ article: id, span }) => {
      const found = find(id);
      const selectors = found === null ? null : writeSelectors(found.text, span);
      if (found === null || selectors === null) return [];
      const own = writeAddress({ ...DEFAULT_VIEW, collection: view.collection, sources: [id] });
      return [{ id, source: found.article.url ?? own, selectors }];
    });
  const write: Readonly<Record<CopyForm, (selection: TextSelection) => string | null>> = {
    annotation: (selection) => {
      const targets = writeEach(selection);
      return targets.length === 0 ? null : writeAnnotations(targets, createId);
    },
    selector: (selection) => {
      const [target] = writeEach(selection);
      const fragment = target === undefined ? null : writeSelectorFragment(target.selectors[0]);
      if (fragment === null || target === undefined) return null;
      // Keys of our own: whoever does not know them passes over them.
      const place = view.collection === DEFAULT_COLLECTION ? '' : `,collection=${view.collection}`;
      return `${writeAddress(DEFAULT_VIEW)}#${fragment.slice(0, -1)}${place},article=${target.id})`;
    },
    'text-fragment': (selection) => {
      const [passage] = selection.passages;
      const found = passage === undefined ? null : find(passage.article);
      if (passage === undefined || found?.article.url === undefined) return null;
      return writeTextFragment(found.article.url, found.text, passage.span);
    },
  };
  const findForms = ({ passages }: TextSelection): readonly CopyForm[] => {
    if (passages.length !== 1) return ['annotation'];
    const hasUrl = find(passages[0]?.article ?? '')?.article.url !== undefined;
    return hasUrl ? ['annotation', 'selector', 'text-fragment'] : ['annotation', 'selector'];
  };
  return { write, findForms };
}

interface SelectionToolsProps {
  readonly model: ReaderModel;
  readonly root: RefObject<HTMLElement | null>;
  readonly actions: ReaderActions;
}

/** What can be done with the text selected: copying it, and ways to it, in our form and in others'. */
export function SelectionTools({ model, root, actions }: SelectionToolsProps) {
  const { t } = useStrings();
  const { write, findForms } = useForms(model);
  return (
    <SelectionToolbar
      root={root}
      findForms={findForms}
      onCopyLink={actions.copySelectionLink}
      onCopyQuote={actions.copySelectionQuote}
      onCopyAs={(form, selection) => {
        const text = write[form](selection);
        if (text === null)
          actions.clipboard.tell(t(form === 'text-fragment' ? 'exchange.noFragment' : 'share.noWords'));
        else actions.clipboard.copy(text, t(`exchange.copied-${form}`));
      }}
    />
  );
}
