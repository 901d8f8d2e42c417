import { EDITED, nameArticle, publishEdited } from './edited-collection.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';
import { getClaim, getText } from './seeds.ts';

const CLAIM = 'first-visit-in-24-years';
const MOVED = 'أول زيارة له لكوريا الشمالية منذ 24 عاماً';
const WAS = 'أول رحلة له إلى الدولة السرية منذ 24 عاما';
const IS = 'أول رحلة له إلى الدولة السرية منذ 25 عاما';
const RESPELLED = 'زيارته الأُولى للبلاد منذ ما يقرب من ربع قرن';

/** Publishes the texts as they are now, with the claims as they were marked in the texts before. */
async function open(reader: Reader, last: string): Promise<void> {
  await publishEdited(
    reader,
    [
      { id: '000', text: `خبر أضيف فوق النص.\n\n${getText('000')}` },
      { id: '001', text: getText('001').replace(WAS, IS) },
      { id: '003', text: last },
    ],
    { claims: [getClaim(CLAIM)] },
  );
  await reader.open(`v=1&collection=${EDITED}&claim=${CLAIM}`);
}

for (const language of ['ar', 'en'] as const) {
  test.describe(`claims whose texts have changed (${language})`, () => {
    test.beforeEach(async ({ reader }) => {
      await reader.prefer({ language });
    });

    test('show their passages where they are now, and what those were', async ({ reader }) => {
      await open(reader, getText('003').replace('زيارته الأولى', 'زيارته الأُولى'));
      await expect(reader.page.locator('main mark')).toHaveText([MOVED, IS, RESPELLED]);
      const notice = reader.page.getByRole('alert');
      await expect(notice).toContainText(reader.say('load.foundAgain', { count: 2, n: reader.write(2) }));
      await expect(notice).toContainText(reader.say('load.edited', { count: 1, n: reader.write(1) }));
      await expect(notice.getByRole('listitem')).toHaveCount(2);
      const comparison = reader.comparison(CLAIM);
      await expect(comparison).toContainText(IS);
      await expect(comparison).toContainText(`${reader.say('comparison.edited')} ${WAS}`);
      await expect(comparison.getByText(reader.say('comparison.edited'))).toHaveCount(1);
      // The number was read off words that are not there any more; of the others it stays.
      const value = (amount: number) => reader.say('unit.year', { count: amount, n: reader.write(amount) });
      await expect(comparison.getByText(value(24), { exact: true })).toHaveCount(1);
      await expectAccessible(reader.page, 'claims whose texts have changed');
      await comparison
        .getByRole('button', {
          name: reader.say('comparison.goTo', { name: nameArticle('001')[language] }),
        })
        .click();
      await expect(reader.page.locator('[data-article="001"] [data-start]:focus')).toContainText(IS);
      await notice.getByRole('button', { name: reader.say('problem.dismiss') }).click();
      await expect(notice).toHaveCount(0);
    });

    test('leave out a passage that is gone, and count it apart', async ({ reader }) => {
      const words = 'زيارته الأولى للبلاد منذ ما يقرب من ربع قرن';
      await open(reader, getText('003').replace(words, 'جولته'));
      const notice = reader.page.getByRole('alert');
      await expect(notice).toContainText(reader.say('load.setAside', { count: 1, n: reader.write(1) }));
      await expect(notice.getByRole('listitem')).toHaveCount(3);
      await expect(reader.page.locator('main mark')).toHaveText([MOVED, IS]);
    });
  });
}

test('a number edited in one article alone is told in the comparison', async ({ reader }) => {
  await publishEdited(
    reader,
    ['000', '001', '003'].map((id) => ({ id, text: getText(id).replace(WAS, IS) })),
    { claims: [getClaim(CLAIM)] },
  );
  await reader.open(`v=1&collection=${EDITED}&claim=${CLAIM}`);
  const comparison = reader.comparison(CLAIM);
  await expect(comparison.getByText(reader.say('comparison.edited'))).toHaveCount(1);
  await expect(comparison).toContainText(`${reader.say('comparison.edited')} ${WAS}`);
  const notice = reader.page.getByRole('alert');
  await expect(notice.getByRole('listitem')).toHaveCount(1);
  await expect(notice).toContainText(reader.say('load.edited', { count: 1, n: reader.write(1) }));
});

test('passages of long texts are found again beside the page', async ({ reader }) => {
  const filler = 'فقرة طويلة لا شأن لها بما يُبحث عنه.\n\n'.repeat(30_000);
  await publishEdited(
    reader,
    [
      { id: '000', text: `${filler}${getText('000')}` },
      { id: '001', text: getText('001') },
      { id: '003', text: getText('003') },
    ],
    { claims: [getClaim(CLAIM)] },
  );
  const worker = reader.page.waitForEvent('worker');
  await reader.open(`v=1&collection=${EDITED}&sources=000.001`);
  await worker;
  await expect(reader.page.getByRole('alert')).toContainText(
    reader.say('load.foundAgain', { count: 1, n: reader.write(1) }),
  );
});
