import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { bringIntoView, selectText } from './page-text.ts';
import { findOnce } from './seeds.ts';

const THEMES = ['light', 'sepia', 'dark', 'contrast'] as const;
const LANGUAGES = ['ar', 'en'] as const;

/** A passage of two articles, one after the other, as a link of the first version. */
const PASSAGES =
  'v=1&sources=001.004&p=001.gj-he.1nerwpo.2YbYrdmIIDExINiz2KfYudipINmF2YYg2KfZhNin2KrYtdin2YTYp9iqINmF2Lkg2YPZitmF&p=004.1hq-1im.59c8tv.2YXYrdin2K_Yq9in2Kog2LnZhNmJINmF2K_ZiSDYs9in2LnYqSDZiNmG2LXZgSDYp9mE2LPYp9i52Kk';

test.describe('accessibility', () => {
  for (const language of LANGUAGES) {
    for (const theme of THEMES) {
      test(`reading and comparing break no rule (${language}, ${theme})`, async ({ reader }) => {
        await reader.prefer({ language, theme });
        await reader.open();
        await expectAccessible(reader.page, 'reading');
        await reader.open('v=1&claim=first-visit-in-24-years');
        const comparison = reader.comparison('first-visit-in-24-years');
        await expect(comparison.getByRole('heading', { name: reader.nameOf('000') })).toBeVisible();
        await expectAccessible(reader.page, 'comparing');
      });
    }

    test(`every dialog, notice and failure breaks no rule (${language})`, async ({ reader, watch }) => {
      await reader.prefer({ language });
      await reader.open();
      await reader.page.getByRole('button', { name: reader.say('bar.settings') }).click();
      await expect(reader.page.getByRole('dialog', { name: reader.say('settings.title') })).toBeVisible();
      await expectAccessible(reader.page, 'settings');
      await reader.page.keyboard.press('Escape');
      await reader.page.keyboard.press('Shift+?');
      await expect(reader.page.getByRole('dialog', { name: reader.say('keys.title') })).toBeVisible();
      await expectAccessible(reader.page, 'keys');
      await reader.page.keyboard.press('Escape');

      const rail = await reader.openRail();
      await rail.getByRole('button', { name: reader.say('rail.order') }).click();
      await expectAccessible(reader.page, 'ordering');
      await reader.leaveRail();

      await reader.open(PASSAGES);
      await expect(reader.page.getByRole('region', { name: reader.say('share.targets') })).toBeVisible();
      await expectAccessible(reader.page, 'passages of a link');
      await reader.open('v=1&claim=nothing-of-the-kind&p=broken');
      await expect(reader.page.getByRole('alert')).toContainText(reader.say('problem.title'));
      await expectAccessible(reader.page, 'a link not understood');
      await reader.open('v=1&sources=');
      await expect(reader.page.getByText(reader.say('article.allOff'))).toBeVisible();
      await expectAccessible(reader.page, 'every source off');

      watch.forgive('/nowhere/collection.json');
      await reader.page.goto('./#v=1&collection=nowhere');
      await expect(reader.page.getByRole('heading', { name: /nowhere/ })).toBeVisible();
      await expectAccessible(reader.page, 'no such collection');
    });
  }

  test('what failed breaks no rule either: an article, the claims, a comparison', async ({
    reader,
    watch,
  }) => {
    watch.forgive('/harbour-b.txt');
    watch.forgive('/claims.json');
    await reader.page.goto('./#v=1&collection=broken');
    await expect(reader.page.getByRole('alert')).toContainText(reader.say('article.failed'));
    await expectAccessible(reader.page, 'an article that failed');
    await reader.page.goto('./#v=1&collection=no-claims');
    await expect(reader.page.getByRole('alert')).toContainText(reader.say('load.claimsFailed'));
    await expectAccessible(reader.page, 'claims that failed');
    await reader.page.route('**/seeds/claims.json', (route) => route.abort());
    await reader.page.goto('about:blank');
    await reader.open('v=1&claim=gifts');
    await expect(reader.comparison('gifts').getByRole('alert')).toBeVisible();
    await expectAccessible(reader.page, 'a comparison that failed');
  });

  test('what is done with a selection breaks no rule', async ({ reader }) => {
    await reader.page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
      Object.defineProperty(navigator.clipboard, 'writeText', { value: refuse });
    });
    await reader.open();
    const { start, end } = findOnce('001', 'أول رحلة له إلى الدولة السرية');
    await bringIntoView(reader.page, '001', start);
    await selectText(reader.page, { article: '001', offset: start }, { article: '001', offset: end });
    const toolbar = reader.page.getByRole('toolbar', { name: reader.say('share.toolbar') });
    await expect(toolbar).toBeVisible();
    await expectAccessible(reader.page, 'a selection');
    await toolbar.getByRole('button', { name: reader.say('share.copyLink') }).click();
    await expect(reader.page.getByRole('dialog', { name: reader.say('share.copyFailed') })).toBeVisible();
    await expectAccessible(reader.page, 'copying by hand');
  });

  test('landmarks and headings stand in order', async ({ reader }) => {
    await reader.open('v=1&claim=gifts');
    await expect(reader.page.getByRole('banner')).toHaveCount(1);
    await expect(reader.page.getByRole('main')).toHaveCount(1);
    await expect(reader.page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(reader.comparison('gifts').getByRole('heading', { level: 3 }).first()).toBeVisible();
    const levels = await reader.page
      .locator('h1, h2, h3, h4')
      .evaluateAll((headings) =>
        headings.filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1])),
      );
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);
  });

  test('every passage names its claim to a screen reader', async ({ reader }) => {
    await reader.open();
    const unnamed = await reader.page
      .locator('main a[href*="claim="]')
      .evaluateAll((links) => links.filter((link) => (link.ariaLabel ?? '').trim() === '').length);
    expect(unnamed).toBe(0);
    await expect(reader.number('000', 'mutual-aid')).toHaveCount(1);
  });
});
