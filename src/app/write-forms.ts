import { writeAnnotations } from '../exchange/annotations.ts';
import { writeSelectorFragment } from '../exchange/selector-fragment.ts';
import { writeTextFragment } from '../exchange/text-fragment.ts';
import { writeSelectors } from '../exchange/web-annotation.ts';
import { DEFAULT_COLLECTION, DEFAULT_VIEW } from '../link/view-link.ts';
import type { Span } from '../text/offsets.ts';
import type { TextSelection } from '../ui/share/selection.ts';
import type { CopyForm } from '../ui/share/SelectionToolbar.tsx';
import { writeAddress } from './address.ts';
import { LONG_TEXT } from './long-text.ts';
import { createUuid } from './uuid.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** An article with its text; null while that is not here. */
function findArticle({ collection, texts }: ReaderModel, id: string) {
  const article = collection.articles.find((one) => one.id === id);
  const text = texts.get(id);
  return article === undefined || text === undefined ? null : { article, text };
}

/** A link that browsers follow; of a long text, which is searched for every number of words tried, made beside the page. */
async function writeFragment(base: string, text: string, span: Span): Promise<string | null> {
  if (text.length <= LONG_TEXT) return writeTextFragment(base, text, span);
  const { askWorker } = await import('./anchoring-worker.ts');
  return askWorker(async (worker) => await worker.writeTextFragment(base, text, span));
}

/**
 * Selected passages in a form in which others write them; null where they have none in it. Rejects when the
 * worker that long texts need cannot be had.
 */
export async function writeForm(
  model: ReaderModel,
  form: CopyForm,
  selection: TextSelection,
): Promise<string | null> {
  const { view } = model;
  if (form === 'text-fragment') {
    const [passage] = selection.passages;
    const found = passage === undefined ? null : findArticle(model, passage.article);
    if (passage === undefined || found?.article.url === undefined) return null;
    return writeFragment(found.article.url, found.text, passage.span);
  }
  const targets = selection.passages.flatMap(({ article: id, span }) => {
    const found = findArticle(model, id);
    const selectors = found === null ? null : writeSelectors(found.text, span);
    if (found === null || selectors === null) return [];
    const own = writeAddress({ ...DEFAULT_VIEW, collection: view.collection, sources: [id] });
    return [{ id, source: found.article.url ?? own, selectors }];
  });
  const [target] = targets;
  if (target === undefined) return null;
  if (form === 'annotation') return writeAnnotations(targets, () => `urn:uuid:${createUuid()}`);
  const fragment = writeSelectorFragment(target.selectors[0]);
  if (fragment === null) return null;
  // Keys of our own: whoever does not know them passes over them.
  const place = view.collection === DEFAULT_COLLECTION ? '' : `,collection=${view.collection}`;
  return `${writeAddress(DEFAULT_VIEW)}#${fragment.slice(0, -1)}${place},article=${target.id})`;
}
