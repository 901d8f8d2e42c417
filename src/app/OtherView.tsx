import { useLayoutEffect, type ComponentType, type RefObject } from 'react';
import type { ViewName } from '../link/view-link.ts';
import { isFocusLost } from '../ui/kit/lost-focus.ts';
import { lazyPart } from './Part.tsx';
import type { OtherViewProps } from './other-view-props.ts';

const PAGES: Record<Exclude<ViewName, 'reader'>, ComponentType<OtherViewProps>> = {
  table: lazyPart(async () => (await import('./TablePage.tsx')).TablePage),
  differences: lazyPart(async () => (await import('./DifferencesPage.tsx')).DifferencesPage),
  origins: lazyPart(async () => (await import('./OriginsPage.tsx')).OriginsPage),
};

/** Draws nothing; once what stands beside it is here, gives it the focus that the reader put away had. */
function Refocus({ lost }: { readonly lost: RefObject<boolean> }) {
  useLayoutEffect(() => {
    const wasAway = document.activeElement?.closest('[data-away]') != null;
    if (isFocusLost() && (wasAway || lost.current))
      document.querySelector<HTMLElement>('main:not(#text)')?.focus({ preventScroll: true });
  }, [lost]);
  return null;
}

interface OtherViewsProps extends OtherViewProps {
  /** Whether the focus was in the reader when that was put away, before the view was here. */
  readonly lost: RefObject<boolean>;
}

/** The view that the address names, where it is not the reader. */
export function OtherView({ lost, ...props }: OtherViewsProps) {
  const { view } = props.model.view;
  const Page = view === 'reader' ? null : PAGES[view];
  if (Page === null) return null;
  return (
    <>
      <Page {...props} />
      <Refocus lost={lost} />
    </>
  );
}
