import {
  expect,
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
} from '@playwright/test';
import { Reader } from './reader.ts';

export { expect };

/** What must not happen in any journey, written down as it happens. */
export class Watch {
  readonly troubles: string[] = [];
  readonly #home: string;
  readonly #forgiven: string[] = [];

  constructor(home: string) {
    this.#home = new URL(home).origin;
  }

  /**
   * Says that the browser may complain of a file: the journey makes it fail on purpose, and what it
   * looks at is what the reader is told.
   */
  forgive(path: string): void {
    this.#forgiven.push(path);
  }

  /** Follows every page of a context, those still to be opened included. */
  follow(context: BrowserContext): void {
    context.on('console', (message) => this.#hear(message));
    context.on('weberror', (error) => this.troubles.push(`page error: ${error.error().message}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== this.#home)
        this.troubles.push(`request to ${url.href}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400 && !this.#isForgiven(response.url())) {
        this.troubles.push(`${response.status()} for ${response.url()}`);
      }
    });
  }

  #hear(message: ConsoleMessage): void {
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    // The browser's own line about a file that could not be had carries the file's address.
    if (message.text().startsWith('Failed to load resource') && this.#isForgiven(message.location().url))
      return;
    // So does what the page writes down of a part whose code could not be had.
    const part = /^\w*Error: .*(?:imported module:|preload CSS for) (\S+)/.exec(message.text())?.[1];
    if (part !== undefined && this.#isForgiven(part)) return;
    this.troubles.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  }

  #isForgiven(url: string): boolean {
    return this.#forgiven.some((path) => new URL(url, this.#home).pathname.endsWith(path));
  }
}

interface Journey {
  /** Fails the journey on any console error or warning, any error of the page and any foreign request. */
  readonly watch: Watch;
  /** Opens another reader's browser: nothing kept, nothing shared with the first but the site. */
  readonly openFresh: (options?: BrowserContextOptions) => Promise<Reader>;
  /** The page, as a reader meets it. */
  readonly reader: Reader;
}

/** Playwright's test, watched, with a reader at the page. */
export const test = base.extend<Journey>({
  watch: [
    async ({ context, baseURL }, provide) => {
      const watch = new Watch(baseURL ?? 'http://localhost/');
      watch.follow(context);
      await provide(watch);
      expect(watch.troubles, 'console, errors and requests').toEqual([]);
    },
    { auto: true },
  ],
  openFresh: async ({ browser, watch }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async (options) => {
      const context = await browser.newContext(options);
      opened.push(context);
      watch.follow(context);
      return new Reader(await context.newPage());
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  reader: async ({ page }, provide) => {
    await provide(new Reader(page));
  },
});
