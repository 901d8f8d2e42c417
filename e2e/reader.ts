import { expect, type Locator, type Page } from '@playwright/test';
import { createInstance, type i18n } from 'i18next';
import { arLater } from '../src/i18n/ar-later.ts';
import { ar } from '../src/i18n/ar.ts';
import { enLater } from '../src/i18n/en-later.ts';
import { en } from '../src/i18n/en.ts';
import { formatLabel, formatNote, formatNumber } from '../src/i18n/format.ts';
import type { Language } from '../src/i18n/i18n.ts';
import { getArticle, getClaim, getNumber } from './seeds.ts';

/** Where the page keeps how the reader wants to read. */
export const PREFERENCES_KEY = 'taqabul.preferences';

/** Below this width, in CSS pixels, the rail is a sheet and the sources are tabs. */
const NARROW = 1120;

const dictionaries: i18n = createInstance();
void dictionaries.init({
  lng: 'ar',
  initAsync: false,
  resources: { ar: { translation: ar }, en: { translation: en } },
  interpolation: { escapeValue: false },
});
dictionaries.addResourceBundle('ar', 'translation', arLater, true);
dictionaries.addResourceBundle('en', 'translation', enLater, true);

/** A reader at the page: finds what is on it by role and name, in the language it speaks. */
export class Reader {
  readonly page: Page;
  language: Language = 'ar';

  constructor(page: Page) {
    this.page = page;
  }

  /** A string of the interface, as the page would say it. */
  get say() {
    return dictionaries.getFixedT(this.language);
  }

  /** A number in the digits of the interface. */
  write(value: number): string {
    return formatNumber(value, this.language, 'auto');
  }

  /** An editor's note, as the page would write it. */
  noteOf(note: Readonly<Record<Language, string>>): string {
    return formatNote(note[this.language], this.language, 'auto');
  }

  /** What is said when quotations were copied. */
  sayCopied(count: number): string {
    if (count === 1) return this.say('share.quoteCopied');
    return this.say('share.quotesCopied', { count, n: this.write(count) });
  }

  get isNarrow(): boolean {
    return (this.page.viewportSize()?.width ?? 0) < NARROW;
  }

  /** Comes with preferences from an earlier visit; what the journey changes later stays changed. */
  async prefer(preferences: Readonly<Record<string, unknown>>): Promise<void> {
    if (preferences['language'] === 'en') this.language = 'en';
    await this.page.addInitScript(
      ([key = '', value = '']) => {
        if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
      },
      [PREFERENCES_KEY, JSON.stringify({ version: 1, ...preferences })],
    );
  }

  /** Opens an address by its fragment (without `#`) and waits until the page answers to the reader. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(fragment === '' ? './' : `./#${fragment}`);
    await this.settle();
  }

  /** The fragment of the present address. */
  get fragment(): string {
    return new URL(this.page.url()).hash.slice(1);
  }

  /** Waits until the page is the application's, in its language and faces. */
  async settle(): Promise<void> {
    // The title gets the collection's name once the page is hydrated: keys and clicks work from then on.
    await expect(this.page).toHaveTitle(new RegExp(` · ${this.say('app.name')}$`));
    await expect(this.page.locator('html')).toHaveAttribute('lang', this.language);
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  /** What a source is called. */
  nameOf(article: string): string {
    return getArticle(article).label[this.language];
  }

  /** What a claim is called, its numbers in the digits of the interface. */
  labelOf(claim: string): string {
    return formatLabel(getClaim(claim).label[this.language], this.language, 'auto');
  }

  get columns(): Locator {
    return this.page.getByRole('main', { name: this.say('article.columns') });
  }

  /** The column of an article: its head, its text, its strip. */
  column(article: string): Locator {
    return this.page.getByRole('region', {
      name: this.say('article.column', { name: this.nameOf(article) }),
      exact: true,
    });
  }

  /** The part of a column that scrolls. */
  scroller(article: string): Locator {
    return this.page.getByRole('region', { name: this.nameOf(article), exact: true });
  }

  /** How the number before a claim's passages names itself. */
  nameNumber(claim: string): string {
    return this.say('article.openComparison', {
      n: this.write(getNumber(claim)),
      label: this.labelOf(claim),
    });
  }

  /** The number before a claim's passage: a link named after the claim. */
  number(article: string, claim: string, index = 0): Locator {
    return this.column(article)
      .getByRole('link', { name: this.nameNumber(claim), exact: true })
      .nth(index);
  }

  /** The comparison of a claim. */
  comparison(claim: string): Locator {
    return this.page.getByRole('complementary', { name: this.labelOf(claim), exact: true });
  }

  /** Closes the comparison with its button. */
  async closeComparison(claim: string): Promise<void> {
    await this.comparison(claim)
      .getByRole('button', { name: this.say('comparison.close') })
      .click();
    await expect(this.comparison(claim)).toHaveCount(0);
  }

  /** Sources and claims; on a narrow screen they are in a sheet, which this opens. */
  async openRail(): Promise<Locator> {
    const name = this.say('rail.label');
    if (!this.isNarrow) return this.page.getByRole('complementary', { name });
    const sheet = this.page.getByRole('dialog', { name });
    if (!(await sheet.isVisible()))
      await this.page.getByRole('button', { name: this.say('bar.claims') }).click();
    await expect(sheet).toBeVisible();
    return sheet;
  }

  /** Puts the sheet of {@link openRail} away; nothing to do on a wide screen. */
  async leaveRail(): Promise<void> {
    if (!this.isNarrow) return;
    const sheet = this.page.getByRole('dialog', { name: this.say('rail.label') });
    await sheet.getByRole('button', { name: this.say('rail.close') }).click();
    await expect(sheet).toHaveCount(0);
  }

  /** The toggle of a source. */
  toggle(rail: Locator, article: string): Locator {
    return rail.getByRole('button', { name: new RegExp(`^${escape(this.nameOf(article))} +\\(`) });
  }

  /** The row of a claim in the rail, to press for its comparison. */
  claimButton(rail: Locator, claim: string): Locator {
    return rail.getByRole('button', { name: new RegExp(`^${escape(this.labelOf(claim))}(?: ·|$)`) });
  }

  /** The box that shows and hides a claim's highlights. */
  claimBox(rail: Locator, claim: string): Locator {
    return rail.getByRole('checkbox', {
      name: this.say('rail.showClaim', { label: this.labelOf(claim) }),
      exact: true,
    });
  }

  /** Where announcements for screen readers are made. */
  get announcements(): Locator {
    return this.page.locator('[data-announcer]').and(this.page.getByRole('status'));
  }
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
