import type { Page, Route } from '@playwright/test';
import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';
import { getClaim } from './seeds.ts';

/** A gate in front of some files: they are answered once it is opened. */
async function holdBack(page: Page, address: string): Promise<() => void> {
  let open = (): void => undefined;
  const opened = new Promise<void>((done) => {
    open = done;
  });
  await page.route(address, async (route) => {
    await opened;
    await route.continue();
  });
  return open;
}

/**
 * Writes down every layout shift of the page, as the browser counts it; each reading answers those since
 * the last. The first answers those of the page as published, before another collection is asked for.
 */
async function watchShifts(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: readonly { node: Node | null }[];
      })[]) {
        const names = entry.sources.map(({ node }) =>
          node instanceof Element ? `${node.localName}.${node.className}` : (node?.nodeName ?? 'gone'),
        );
        shifts.push(`${entry.value.toFixed(4)} ${names.join(' ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    // An entry is written once the frame is: two frames later it is there.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    return page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts.splice(0));
  };
}

/** Where the bar above the texts and the texts begin, in CSS pixels. */
function measure(reader: Reader): Promise<readonly number[]> {
  return reader.page.evaluate(() => {
    const main = document.querySelector('main')?.getBoundingClientRect();
    const nav = document.querySelector('nav:not(header nav)')?.getBoundingClientRect();
    return [main?.x, main?.y, main?.width, main?.height, nav?.y, nav?.height].map((edge) =>
      Math.round(edge ?? -1),
    );
  });
}

const NAMES = ['صحيفة الميناء', 'نشرة الساحل', 'موقع البحر'];

test.describe('a collection that is fetched', () => {
  test('comes into a layout that stands', async ({ reader }) => {
    const readShifts = await watchShifts(reader.page);
    const openManifest = await holdBack(reader.page, '**/harbour/collection.json');
    const openTexts = await holdBack(reader.page, '**/harbour/*.txt');
    const openClaims = await holdBack(reader.page, '**/harbour/claims.json');
    await reader.page.goto('./#v=1&collection=harbour');
    await expect(reader.page.getByRole('main', { name: reader.say('app.loading') })).toBeVisible();
    await reader.page.evaluate(() => document.fonts.ready.then(() => undefined));
    const waiting = await measure(reader);
    await readShifts();

    openManifest();
    await expect(reader.page.getByRole('heading', { level: 1 })).toContainText('عاصفة في الميناء');
    for (const name of NAMES)
      await expect(
        reader.page.getByRole('region', { name: reader.say('article.column', { name }) }),
      ).toBeAttached();
    expect(await measure(reader)).toEqual(waiting);
    expect(await readShifts(), 'when the manifest came').toEqual([]);

    openTexts();
    await expect(reader.page.getByText('أغلقت السلطات الميناء')).toBeVisible();
    await expect(reader.page.getByText('انتظرت عشر سفن')).toBeAttached();
    expect(await measure(reader)).toEqual(waiting);
    expect(await readShifts(), 'when the texts came').toEqual([]);

    openClaims();
    await expect(reader.page.locator('main mark')).toHaveCount(2);
    expect(await measure(reader)).toEqual(waiting);
    expect(await readShifts(), 'when the claims came').toEqual([]);
  });

  test('draws as many columns while it waits as the screen will show', async ({ reader }) => {
    const openManifest = await holdBack(reader.page, '**/harbour/collection.json');
    await reader.page.goto('./#v=1&collection=harbour&sources=harbour-a.harbour-b');
    const main = reader.page.getByRole('main');
    const widths = () =>
      main.evaluate((element) =>
        Array.from(element.children)
          .filter((child) => child.getBoundingClientRect().height > 100)
          .map((child) => Math.round(child.getBoundingClientRect().width)),
      );
    await expect(main).toHaveAttribute('aria-busy', 'true');
    const waiting = await widths();
    expect(waiting).toHaveLength(2);
    openManifest();
    await expect(main).not.toHaveAttribute('aria-busy', 'true');
    await expect(reader.page.getByText('أغلقت السلطات الميناء')).toBeVisible();
    expect(await widths()).toEqual(waiting);
  });

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
      await expect(comparison).toContainText(reader.say('absence.title'));
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
    await reader.page.route(/assets\/anchoring-/, (route) => route.abort());
    // The page asks once more by itself when it is idle, together with the claims; what follows is the reader's.
    const idle = reader.page.waitForResponse(/seeds\/claims\.json/);
    await reader.open(LINK);
    await idle;
    const notice = reader.page.getByRole('alert').filter({ hasText: reader.say('load.partFailed') });
    await expect(notice).toBeVisible();
    await reader.page.unroute(/assets\/anchoring-/);
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
    await reader.page.route(/assets\/anchoring-/, (route) => route.abort());
    await reader.open('v=1&claim=gifts');
    const comparison = reader.comparison('gifts');
    await comparison.getByRole('button', { name: reader.say('comparison.copyQuotes') }).click();
    const notice = reader.page.getByRole('alert').filter({ hasText: reader.say('load.partFailed') });
    await expect(notice).toBeVisible();
    await reader.page.unroute(/assets\/anchoring-/);
    await notice.getByRole('button', { name: reader.say('load.retry') }).click();
    await expect(reader.announcements).toContainText(reader.sayCopied(getClaim('gifts').evidence.length));
    await expect(notice).toHaveCount(0);
  });
});
