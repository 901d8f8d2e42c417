import '../style/tokens.css';
import '../style/base.css';
import '../style/fonts.css';
import '../style/marks.css';
import '../style/print.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createI18n } from '../i18n/i18n.ts';
import { App, seedQueries } from './App.tsx';
import { readFirstView } from './embedded.ts';
import { createQueryClient } from './queries.ts';

/**
 * Resolves once the page as published has been painted, so that a reader on a fast connection does not
 * wait for scripts to see it; at once in a tab that nobody looks at, where nothing is painted.
 */
function waitForPaint(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no element for the application');
const client = createQueryClient();
const app = <App client={client} i18n={createI18n()} />;
const firstView = readFirstView(document);
if (firstView === null) createRoot(root).render(app);
else {
  seedQueries(client, firstView);
  void waitForPaint().then(() => hydrateRoot(root, app));
}
