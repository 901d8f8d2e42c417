/**
 * What loading the page costs, beside a bare page with the same texts measured in the same run:
 * `npm run build && npm run bench:page [-- --rounds 15]`. Goals and results: bench/results/page.md.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { readBrowser } from '../scripts/browser.mjs';
import { ROOT } from '../scripts/run.mjs';
import { createSiteServer, listen } from '../scripts/serve.mjs';
import { load } from './load.mjs';
import { writeBarePage } from './pages.mjs';
import { median, showSpread } from './statistics.mjs';

const site = await mkdtemp(join(tmpdir(), 'bench-page-'));
await cp(join(ROOT, 'dist'), site, { recursive: true });
await writeFile(join(site, 'bare.html'), await writeBarePage(join(ROOT, 'public/seeds')));
const server = createSiteServer([site]);
const port = await listen(server, 4300, { tries: 50 });
const browser = await chromium.launch({ executablePath: readBrowser()?.executablePath ?? '' });
const profiles = [
  { title: 'desktop', viewport: { width: 1440, height: 900 }, isPhone: false, slowdown: 1, network: null },
  { title: 'slow', viewport: { width: 390, height: 844 }, isPhone: true, slowdown: 4, network: { latency: 150, down: 1.6e6, up: 0.75e6 } },
];
for (const profile of profiles) {
  for (let i = 0; i < 3; i++) {
    for (const [p, h] of [['bare.html', false], ['', true]]) {
      const r = await load(browser, profile, { url: `http://localhost:${port}/${p}`, hydrates: h, hasTarget: false });
      console.log(profile.title, p, JSON.stringify(r));
    }
  }
}
await browser.close();
server.close();
await rm(site, { recursive: true });
