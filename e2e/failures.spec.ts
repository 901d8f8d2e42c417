import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';

/** Opens one of the small collections that stand beside the page for these journeys. */
async function openCollection(reader: Reader, name: string): Promise<void> {
  await reader.page.goto(`./#v=1&collection=${name}`);
}

test.describe('what cannot be had', () => {
  test('another collection of the same site opens by its name', async ({ reader }) => {
    await openCollection(reader, 'harbour');
    await expect(reader.page.getByRole('heading', { level: 1 })).toContainText('عاصفة في الميناء');
    await expect(reader.page.getByRole('region', { name: 'نص صحيفة الميناء' })).toContainText(
      'أغلقت السلطات الميناء',
    );
    await expect(reader.page.locator('main mark')).toHaveText([
      'أغلقت السلطات الميناء مدة يومين',
      'توقفت حركة السفن يومين كاملين',
    ]);
  });

  for (const language of ['ar', 'en'] as const) {
    test(`a missing article says so in its own column, and the others read (${language})`, async ({
      reader,
      watch,
    }) => {
      watch.forgive('/harbour-b.txt');
      await reader.prefer({ language });
      await openCollection(reader, 'broken');
      const name = language === 'ar' ? 'نشرة الساحل' : 'Coast Bulletin';
      const column = reader.page.getByRole('region', {
        name: reader.say('article.column', { name }),
        exact: true,
      });
      await expect(column.getByRole('alert')).toContainText(reader.say('article.failed'));
      await expect(column.getByRole('alert')).toContainText(reader.say('load.missing'));
      await expect(reader.page.getByText('انتظرت عشر سفن خارج الميناء')).toBeAttached();
      await expect(reader.page.getByText('أغلقت السلطات الميناء')).toBeAttached();
      await expect(column.getByRole('button', { name: reader.say('article.retry') })).toBeVisible();
    });
  }

  test('trying again reads the article once it can be had', async ({ reader, watch }) => {
    watch.forgive('/harbour-b.txt');
    await reader.page.route('**/harbour/harbour-b.txt', (route) => route.abort());
    await openCollection(reader, 'harbour');
    const column = reader.page.getByRole('region', { name: 'نص نشرة الساحل', exact: true });
    await expect(column.getByRole('alert')).toContainText(reader.say('load.offline'));
    await reader.page.unroute('**/harbour/harbour-b.txt');
    await column.getByRole('button', { name: reader.say('article.retry') }).click();
    await expect(column).toContainText('توقفت حركة السفن يومين كاملين');
    await expect(column.getByRole('alert')).toHaveCount(0);
  });

  test('an article that is not the one described is not shown as if it were', async ({ reader }) => {
    await openCollection(reader, 'mismatch');
    const column = reader.page.getByRole('region', { name: 'نص موقع البحر', exact: true });
    await expect(column.getByRole('alert')).toContainText(reader.say('article.failed'));
    await expect(column).not.toContainText('عشرون سفينة');
    await expect(reader.page.getByText('أغلقت السلطات الميناء')).toBeAttached();
  });

  test('without its claims a collection still reads', async ({ reader, watch }) => {
    watch.forgive('/claims.json');
    await openCollection(reader, 'no-claims');
    await expect(reader.page.getByRole('alert')).toContainText(reader.say('load.claimsFailed'));
    await expect(reader.page.getByText('أغلقت السلطات الميناء')).toBeAttached();
  });

  test('and gets them by trying again once they can be had', async ({ reader, watch }) => {
    watch.forgive('/claims.json');
    await reader.page.route('**/harbour/claims.json', (route) => route.abort());
    await openCollection(reader, 'harbour');
    const notice = reader.page.getByRole('alert').filter({ hasText: reader.say('load.claimsFailed') });
    await expect(notice).toBeVisible();
    await expect(reader.page.locator('main mark')).toHaveCount(0);
    await reader.page.unroute('**/harbour/claims.json');
    await notice.getByRole('button', { name: reader.say('load.retry') }).click();
    await expect(reader.page.locator('main mark')).toHaveCount(2);
    await expect(notice).toHaveCount(0);
  });

  test('a collection that fails is told of in English, and read once it can be had', async ({
    reader,
    watch,
  }) => {
    watch.forgive('/collection.json');
    await reader.prefer({ language: 'en' });
    await reader.page.route('**/harbour/collection.json', (route) => route.abort());
    await openCollection(reader, 'harbour');
    const message = reader.page.getByRole('alert');
    await expect(message).toContainText(reader.say('load.collectionFailed', { name: 'harbour' }));
    await expect(message).toContainText(reader.say('load.offline'));
    await reader.page.unroute('**/harbour/collection.json');
    await message.getByRole('button', { name: reader.say('load.retry') }).click();
    await expect(reader.page.getByText('أغلقت السلطات الميناء')).toBeAttached();
    await expect(message).toHaveCount(0);
  });

  for (const [name, failure] of [
    ['nowhere', 'missing'],
    ['malformed', 'malformed'],
    ['newer', 'malformed'],
    ['not-json', 'malformed'],
  ] as const) {
    test(`a collection that cannot be read says why and shows a way on (${name})`, async ({
      reader,
      watch,
    }) => {
      watch.forgive(`/${name}/collection.json`);
      await openCollection(reader, name);
      const message = reader.page.getByRole('alert');
      await expect(message).toContainText(reader.say('load.collectionFailed', { name }));
      const [opening = ''] = reader.say(`load.${failure}`, { detail: '§' }).split('§');
      await expect(message).toContainText(opening.trim());
      await message.getByRole('button', { name: reader.say('load.openDefault') }).click();
      await reader.settle();
      await expect(reader.column('000')).toBeVisible();
      expect(reader.fragment).toBe('');
    });
  }

  test('the layout stands while texts are on their way', async ({ reader }) => {
    let resolve = (): void => undefined;
    const promise = new Promise<void>((settle) => {
      resolve = settle;
    });
    await reader.page.route('**/harbour/harbour-a.txt', async (route) => {
      await promise;
      await route.continue();
    });
    await openCollection(reader, 'harbour');
    const waiting = reader.page.getByRole('region', { name: 'نص صحيفة الميناء', exact: true });
    await expect(reader.page.getByRole('region', { name: 'نص نشرة الساحل', exact: true })).toContainText(
      'توقفت',
    );
    const before = await waiting.boundingBox();
    resolve();
    await expect(waiting).toContainText('أغلقت السلطات الميناء');
    const after = await waiting.boundingBox();
    expect(after?.x).toBe(before?.x);
    expect(after?.width).toBe(before?.width);
  });

  test('a comparison that cannot be fetched says so and tries again', async ({ reader, watch }) => {
    watch.forgive('/claims.json');
    await reader.page.route('**/seeds/claims.json', (route) => route.abort());
    await reader.open('v=1&claim=gifts');
    const comparison = reader.comparison('gifts');
    await expect(comparison.getByRole('alert')).toContainText(reader.say('load.offline'));
    await reader.page.unroute('**/seeds/claims.json');
    await comparison.getByRole('button', { name: reader.say('load.retry') }).click();
    await expect(comparison.getByRole('heading', { name: reader.nameOf('003') })).toBeVisible();
  });
});
