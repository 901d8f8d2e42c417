import { encodeView, VIEWS, type ViewName, type ViewState } from '../link/view-link.ts';
import { ViewSwitch } from '../ui/bar/ViewSwitch.tsx';
import { goTo } from './address.ts';

/** The same collection, sources and claim in another view; what belongs to the present one alone stays behind. */
function toView(view: ViewState, name: ViewName): ViewState {
  if (name === view.view) return view;
  return { ...view, view: name, arrange: [], passages: [], search: null, searchesFurniture: false };
}

/** The way to each view of the collection. */
export function ViewLinks({ view }: { readonly view: ViewState }) {
  const views = VIEWS.map((name) => ({ name, href: `./#${encodeView(toView(view, name))}` }));
  return <ViewSwitch views={views} current={view.view} onChoose={(name) => goTo(toView(view, name))} />;
}
