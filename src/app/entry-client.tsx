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

const client = createQueryClient();
const firstView = readFirstView(document);
if (firstView !== null) seedQueries(client, firstView);

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no element for the application');
const app = <App client={client} strings={createI18n()} />;
if (firstView === null) createRoot(root).render(app);
else hydrateRoot(root, app);
