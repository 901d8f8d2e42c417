/**
 * Pictures of the built page for looking at: wide, tablet and phone; light and dark; Arabic and English;
 * reading, comparing, searching, at a linked passage, and every other view. `npm run screenshots [-- --readme]` after a build; they go to .cache/screenshots,
 * and with `--readme` the README's picture to docs/reader.png.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { readBrowser } from './browser.mjs';
import { ROOT } from './run.mjs';
import { createSiteServer, listen } from './serve.mjs';

const SCREENS = /** @type {const} */ ({
  wide: { width: 1440, height: 900 },
  tablet: { width: 834, height: 1112 },
  phone: { width: 390, height: 844 },
});
/** What is on screen in each picture, as the fragment of its address. */
const VIEWS = {
  reading: '',
  comparing: '#v=1&claim=first-visit-in-24-years',
  aligned: '#v=1&claim=mutual-aid',
  alone: '#v=1&claim=aurus-in-the-motorcade',
  table: '#v=1&view=table',
  boxes: '#v=1&view=table&arrange=boxes',
  differences: '#v=1&view=differences',
  origins: '#v=1&view=origins',
  searching: '#v=1&q=%D9%85%D8%B9%D8%A7%D9%87%D8%AF%D8%A9',
  passage: '#v=1&p=003.BIc4YA-qLXQlqsQs&p=004.ACxMYA6qr7EieXgy',
};

const folder = join(ROOT, '.cache', 'screenshots');
mkdirSync(folder, { recursive: true });
const server = createSiteServer([join(ROOT, 'dist')]);
const port = await listen(server, 4190, { tries: 20 });
const found = readBrowser();
const browser = await chromium.launch(found === null ? {} : { executablePath: found.executablePath });

/**
 * @param {{ screen: keyof typeof SCREENS, theme: string, language: string, view: string, path: string }} picture
 */
async function take({ screen, theme, language, view, path }) {
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    deviceScaleFactor: screen === 'phone' ? 2 : 1,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    ([kept]) => localStorage.setItem('taqabul.preferences', kept ?? ''),
    [
      JSON.stringify({
        version: 1,
        theme,
        language,
        size: 2,
        leading: 'normal',
        face: 'naskh',
        digits: 'auto',
      }),
    ],
  );
  const page = await context.newPage();
  page.on('console', (message) => console.log(`${path}: ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`${path}: ${error.message}`));
  await page.goto(`http://localhost:${port}/${view}`, { waitUntil: 'networkidle' });
  await page.locator(`html[lang="${language}"]`).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path });
  await context.close();
}

if (process.argv.includes('--readme')) {
  await take({
    screen: 'wide',
    theme: 'light',
    language: 'ar',
    view: VIEWS.comparing,
    path: join(ROOT, 'docs', 'reader.png'),
  });
} else {
  const only = process.argv[2] ?? '';
  for (const screen of /** @type {(keyof typeof SCREENS)[]} */ (Object.keys(SCREENS))) {
    for (const theme of ['light', 'dark', 'sepia', 'contrast']) {
      for (const language of ['ar', 'en']) {
        for (const [name, view] of Object.entries(VIEWS)) {
          const isRare = theme === 'sepia' || theme === 'contrast';
          if (isRare && (screen !== 'wide' || language !== 'ar')) continue;
          const title = `${screen}-${theme}-${language}-${name}`;
          if (title.includes(only))
            await take({ screen, theme, language, view, path: join(folder, `${title}.png`) });
        }
      }
    }
  }
}
await browser.close();
server.close();
