/** The browser that set-up found; kept in `.cache/browser.json`. */
export interface FoundBrowser {
  /** Absolute path of the program, which was started once and drew a page. */
  readonly executablePath: string;
  /** What it called itself, e.g. `131.0.6778.85`. */
  readonly version: string;
  /** What `TAQABUL_BROWSER` asked for when it was found; null when it was not set. */
  readonly asked: string | null;
}

/** The browser that tests and pictures use; null when set-up has not found one yet. */
export function readBrowser(): FoundBrowser | null;

/** Whether the answer kept still holds: same wish, and the program is still there. Starts nothing. */
export function isBrowserKnown(): boolean;

/** Keeps the answer for {@link readBrowser}. */
export function writeBrowser(found: FoundBrowser): void;

/** What `TAQABUL_BROWSER` asks for: a path or a command; null when it is not set. */
export function askedBrowser(): string | null;
