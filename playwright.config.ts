import { defineConfig, devices } from '@playwright/test';
import { readBrowser } from './scripts/browser.mjs';

/** Where the journeys find the page; `npm test` picks a free port, a run by hand takes 4174. */
const port = Number(process.env['TAQABUL_PORT'] ?? 4174);

/** The browser that `scripts/setup.mjs --browser` found; null leaves the choice to Playwright. */
const browser = readBrowser();

/**
 * Journeys run on the built site, so `npm run build` comes before `npm run e2e`. A journey that
 * only makes sense on one of the two screens says so with the tag `@desktop` or `@phone`.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/journeys',
  // Machines are slow and shared: wait long for what must appear, assert nothing on wall time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  retries: 0,
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '.cache/reports/journeys.json' }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    locale: 'ar',
    trace: 'retain-on-failure',
    launchOptions: browser === null ? {} : { executablePath: browser.executablePath },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 3,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
  webServer: {
    command: `node scripts/serve.mjs dist e2e/collections --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
