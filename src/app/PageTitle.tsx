import { useEffect } from 'react';
import { useStrings } from '../ui/kit/use-strings.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** Names the page by what is on it, the most particular first: the claim in focus, the view, the collection. Draws nothing. */
export function PageTitle({ model }: { readonly model: ReaderModel }) {
  const { t, pick, label } = useStrings();
  const { view, focused, collection } = model;
  const title = [
    ...(focused === undefined ? [] : [label(focused.label)]),
    ...(view.view === 'reader' ? [] : [t(`views.${view.view}`)]),
    pick(collection.title),
    t('app.name'),
  ].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
