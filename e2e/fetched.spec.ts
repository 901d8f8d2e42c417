import type { Route } from '@playwright/test';
import { expect, test } from './journey.ts';

test.describe('a collection that is fetched', () => {
  for (const language of ['ar', 'en'] as const) {
    test(`shows no passage of its claims that is not there, and says so (${language})`, async ({
      reader,
    }) => {
      await reader.prefer({ language });
      await reader.page.goto('./#v=1&collection=shaky');
      const notice = reader.page.getByRole('alert');
      await expect(notice).toContainText(reader.say('load.setAside', { count: 3, n: reader.write(3) }));
      await expect(notice).toContainText(reader.say('load.setAsideWhy'));
      await expect(reader.page.locator('main mark')).toHaveText([
        'أغلقت السلطات الميناء مدة يومين',
        'مدير الميناء',
        'توقفت حركة السفن يومين كاملين',
        'مدير الميناء',
      ]);
      const rail = await reader.openRail();
      await expect(rail.getByRole('checkbox')).toHaveCount(2);
      const label = language === 'ar' ? 'ذكر الميناء' : 'The harbour is named';
      await rail.getByRole('button', { name: new RegExp(`^${label}`) }).click();
      const comparison = reader.page.getByRole('complementary', { name: label });
      await expect(comparison).toContainText('مدير الميناء');
      await expect(comparison).toContainText(
        reader.say('comparison.position', { n: reader.write(3), total: reader.write(3) }),
      );
      await expect(comparison).toContainText(reader.say('comparison.notInSource'));
      await notice.getByRole('button', { name: reader.say('problem.dismiss') }).click();
      await expect(notice).toHaveCount(0);
    });
  }

  test('says nothing of claims that all hold', async ({ reader }) => {
    await reader.page.goto('./#v=1&collection=harbour');
    await expect(reader.page.locator('main mark')).toHaveCount(2);
    await expect(reader.page.getByRole('alert')).toHaveCount(0);
  });
});

/** What may go wrong with a file, as the site answers, and what the reader is told. */
const ANSWERS = [
  ['403', { status: 403 }, 'forbidden', '403'],
  ['503', { status: 503 }, 'server', '503'],
  ['429', { status: 429 }, 'status', '429'],
  ['other words', { contentType: 'text/plain', body: 'نص آخر' }, 'changed', './harbour/harbour-b.txt'],
] as const;

test.describe('a file that cannot be had', () => {
  for (const [what, answer, failure, detail] of ANSWERS) {
    test(`is told of by what happened (${what})`, async ({ reader, watch }) => {
      watch.forgive('/harbour-b.txt');
      await reader.page.route('**/harbour/harbour-b.txt', (route: Route) => route.fulfill(answer));
      await reader.page.goto('./#v=1&collection=harbour');
      const column = reader.page.getByRole('region', { name: 'نص نشرة الساحل', exact: true });
      // Set apart by what Unicode has for it, so that it reads in its own direction.
      await expect(column.getByRole('alert')).toContainText(`\u2068${detail}\u2069`);
      await expect(column.getByRole('alert')).toContainText(reader.say(`load.${failure}`, { detail }));
    });
  }

  test('is named in its own direction inside an Arabic sentence', async ({ reader, watch }) => {
    watch.forgive('/malformed/collection.json');
    await reader.page.goto('./#v=1&collection=malformed');
    const message = reader.page.getByRole('alert').locator('p');
    await expect(message).toContainText('\u2068./malformed/collection.json: title:');
    // Its path begins at the left although the sentence around it begins at the right.
    const edges = await message.evaluate((element) => {
      const node = element.firstChild as Text;
      const start = node.data.indexOf('./malformed');
      const box = (at: number) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().x;
      };
      return { dot: box(start), letter: box(start + 4) };
    });
    expect(edges.dot).toBeLessThan(edges.letter);
  });
});

test.describe('a part of the page that could not be loaded', () => {
  test('is tried again from its notice', async ({ reader, watch }) => {
    watch.forgive('.js');
    watch.forgive('.css');
    await reader.page.route(/assets\/SettingsDialog/, (route) => route.abort());
    await reader.open();
    await reader.page.getByRole('button', { name: reader.say('bar.settings') }).click();
    const notice = reader.page.getByRole('alert').filter({ hasText: reader.say('load.partFailed') });
    await expect(notice).toBeVisible();
    await reader.page.unroute(/assets\/SettingsDialog/);
    await notice.getByRole('button', { name: reader.say('load.retry') }).click();
    const dialog = reader.page.getByRole('dialog', { name: reader.say('settings.title') });
    await expect(dialog).toBeVisible();
    await expect(notice).toHaveCount(0);
    // Its styles came with it.
    const styled = await reader.page.evaluate(() =>
      Array.from(document.styleSheets).some(({ href }) => href?.includes('SettingsDialog') === true),
    );
    expect(styled).toBe(true);
  });

  test('is tried again when it is asked for anew', async ({ reader, watch }) => {
    watch.forgive('.js');
    watch.forgive('.css');
    await reader.page.route(/assets\/SettingsDialog/, (route) => route.abort());
    await reader.open();
    const button = reader.page.getByRole('button', { name: reader.say('bar.settings') });
    await button.click();
    await expect(reader.page.getByRole('alert')).toContainText(reader.say('load.partFailed'));
    await reader.page.unroute(/assets\/SettingsDialog/);
    await button.click();
    await expect(reader.page.getByRole('dialog', { name: reader.say('settings.title') })).toBeVisible();
  });

  test('a link’s passage is found once what finds it can be had', async ({ reader, watch }) => {
    watch.forgive('.js');
    const LINK =
      'v=1&sources=001.004&p=001.gj-he.1nerwpo.2YbYrdmIIDExINiz2KfYudipINmF2YYg2KfZhNin2KrYtdin2YTYp9iqINmF2Lkg2YPZitmF';
    await reader.page.route(/assets\/passage/, (route) => route.abort());
    await reader.open(LINK);
    const notice = reader.page.getByRole('alert').filter({ hasText: reader.say('load.partFailed') });
    await expect(notice).toBeVisible();
    await reader.page.unroute(/assets\/passage/);
    await notice.getByRole('button', { name: reader.say('load.retry') }).click();
    await expect(reader.page.getByRole('region', { name: reader.say('share.targets') })).toBeVisible();
    await expect(notice).toHaveCount(0);
  });

  test('a copy that could not be made says so on screen and is made again', async ({
    reader,
    watch,
    context,
  }) => {
    watch.forgive('.js');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await reader.page.route(/assets\/passage/, (route) => route.abort());
    await reader.open('v=1&claim=gifts');
    const comparison = reader.comparison('gifts');
    await comparison.getByRole('button', { name: reader.say('comparison.copyQuotes') }).click();
    const notice = reader.page.getByRole('alert').filter({ hasText: reader.say('load.partFailed') });
    await expect(notice).toBeVisible();
    await reader.page.unroute(/assets\/passage/);
    await notice.getByRole('button', { name: reader.say('load.retry') }).click();
    await expect(reader.announcements).toContainText(reader.say('share.quoteCopied'));
    await expect(notice).toHaveCount(0);
  });
});
