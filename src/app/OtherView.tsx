import type { ComponentType } from 'react';
import type { ViewName } from '../link/view-link.ts';
import { lazyPart } from './Part.tsx';
import type { OtherViewProps } from './other-view-props.ts';

const PAGES: Record<Exclude<ViewName, 'reader'>, ComponentType<OtherViewProps>> = {
  table: lazyPart(async () => (await import('./TablePage.tsx')).TablePage),
  differences: lazyPart(async () => (await import('./DifferencesPage.tsx')).DifferencesPage),
  origins: lazyPart(async () => (await import('./OriginsPage.tsx')).OriginsPage),
};

/** The view that the address names, where it is not the reader. */
export function OtherView(props: OtherViewProps) {
  const { view } = props.model.view;
  const Page = view === 'reader' ? null : PAGES[view];
  return Page === null ? null : <Page {...props} />;
}
