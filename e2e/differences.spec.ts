import type { Locator } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';
import { claims, getClaim } from './seeds.ts';

/** The view of differences. */
const viewOf = (reader: Reader): Locator =>
  reader.page.getByRole('main', { name: reader.say('views.differences'), exact: true });

const differenceOf = (reader: Reader, claim: string): Locator =>
  viewOf(reader).getByRole('article', { name: reader.labelOf(claim), exact: true });

/** What is said under each value, by source. */
async function readSides(card: Locator): Promise<string[]> {
  const sides = card.locator('div:has(> h5)');
  await expect(sides.first()).toBeVisible();
  return await sides.evaluateAll((all) =>
    all.map((side) => {
      const names = Array.from(side.querySelectorAll('strong'), (name) => name.textContent);
      return `${side.querySelector('h5')?.textContent}: ${names.join('، ')}`;
    }),
  );
}

const eventOf = (reader: Reader, name: string): Locator =>
  viewOf(reader)
    .getByRole('listitem')
    .filter({ has: reader.page.getByRole('heading', { level: 5, name, exact: true }) });

test.describe('differences', () => {
  test('contradictions come first, with both wordings face to face', async ({ reader }) => {
    await reader.open('v=1&view=differences');
    const first = viewOf(reader).getByRole('article');
    await expect(first).toHaveCount(claims.filter(({ relation }) => relation !== 'same').length);
    await expect(first.nth(0)).toHaveAccessibleName(reader.labelOf('signing-order'));
    await expect(first.nth(1)).toHaveAccessibleName(reader.labelOf('arrival-time'));
    await expect(first.nth(2)).toHaveAccessibleName(reader.labelOf('talks-duration'));

    const signing = differenceOf(reader, 'signing-order');
    expect(await readSides(signing)).toEqual([
      `بعد المحادثات: ${reader.nameOf('000')}`,
      `قبل المفاوضات: ${reader.nameOf('001')}`,
      `${reader.say('differences.noValue')}: ${reader.nameOf('002')}`,
    ]);
    await expect(signing).toContainText('بعد محادثاتهما');
    await expect(signing).toContainText('قبل مفاوضات الأربعاء');

    const arrival = differenceOf(reader, 'arrival-time');
    await expect(arrival).toContainText('ووصل بوتين إلى بيونغ يانغ في وقت مبكر من صباح اليوم');
    await expect(arrival).toContainText('وصل في وقت متأخر من يوم الثلاثاء');

    const duration = differenceOf(reader, 'talks-duration');
    expect(await readSides(duration)).toEqual([
      `١٫٥ ساعة: ${reader.nameOf('004')}`,
      `ساعتان: ${reader.nameOf('001')}، ${reader.nameOf('003')}`,
      `≈ ١١ ساعة: ${reader.nameOf('001')}`,
    ]);
    await expect(duration).toContainText('بعد نحو 11 ساعة من الاتصالات مع كيم');
    await expect(duration).toContainText('محادثات على مدى ساعة ونصف الساعة');
  });

  test('a wording leads to its place in the texts', async ({ reader }) => {
    await reader.open('v=1&view=differences');
    await differenceOf(reader, 'arrival-time')
      .getByRole('button', { name: /في وقت متأخر من يوم الثلاثاء/ })
      .click();
    await expect(reader.comparison('arrival-time')).toBeVisible();
    expect(reader.fragment).toBe('v=1&claim=arrival-time');
    await expect(reader.column('001').getByText('وصل في وقت متأخر من يوم الثلاثاء')).toBeInViewport();
  });

  test('a difference has an address of its own', async ({ reader, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await reader.open('v=1&view=differences');
    await differenceOf(reader, 'talks-duration')
      .getByRole('button', {
        name: reader.say('differences.copyLong', { label: reader.labelOf('talks-duration') }),
      })
      .click();
    await expect(reader.page.getByText(reader.say('share.linkCopied')).first()).toBeVisible();
    const copied = await reader.page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).hash).toBe('#v=1&view=differences&claim=talks-duration');
    await reader.open('v=1&view=differences&claim=talks-duration');
    await expect(differenceOf(reader, 'talks-duration').getByRole('heading').first()).toBeInViewport();
    // The bar stays where it is: what scrolls is the view.
    await expect(reader.page.getByRole('heading', { level: 1 })).toBeInViewport();
  });

  test('a source that is off takes its side along', async ({ reader }) => {
    await reader.open('v=1&view=differences');
    await reader.toggle(viewOf(reader), '000').click();
    await expect(differenceOf(reader, 'arrival-time')).toHaveCount(0);
    expect(await readSides(differenceOf(reader, 'signing-order'))).toHaveLength(2);
    await expect(eventOf(reader, 'وصول بوتين إلى بيونغ يانغ')).not.toContainText('روايات متعارضة');
  });

  test('sources that do not contradict one another are not said to', async ({ reader }) => {
    await reader.open('v=1&view=differences&sources=000.001.002');
    await expect(differenceOf(reader, 'signing-order')).toHaveAttribute('data-relation', 'contradiction');
    await reader.toggle(viewOf(reader), '001').click();
    await expect(differenceOf(reader, 'signing-order')).toHaveAttribute('data-relation', 'other-words');
    await expect(differenceOf(reader, 'first-visit-in-24-years')).toHaveCount(0);
    await reader.open('v=1&sources=000.001&claim=first-visit-in-24-years');
    await expect(reader.comparison('first-visit-in-24-years')).toContainText(reader.say('relation.same'));
    // The note speaks of a third source: it goes where the others agree, and says so where they do not.
    const note = reader.noteOf(getClaim('first-visit-in-24-years').relationNote);
    const comparison = reader.comparison('first-visit-in-24-years');
    await expect(comparison).not.toContainText(note);
    await reader.open('v=1&sources=000.003&claim=first-visit-in-24-years');
    await expect(comparison).toContainText(reader.say('relation.compatible-values'));
    await expect(comparison).toContainText(reader.say('collation.ofAll', { note }));
  });

  test('the timeline says what contradicts, in both wordings', async ({ reader }) => {
    await reader.open('v=1&view=differences');
    const arrival = eventOf(reader, 'وصول بوتين إلى بيونغ يانغ');
    await expect(arrival).toContainText(
      'روايات متعارضة: الشرق الأوسط «\u2068في وقت مبكر من صباح اليوم\u2069»',
    );
    await expect(arrival).toContainText('يوم ١٨ يونيو ٢٠٢٤ من ١٨:٠٠ إلى ٢٤:٠٠');
    const signing = eventOf(reader, 'توقيع المعاهدة');
    await expect(signing).toContainText('«\u2068بعد محادثاتهما\u2069»');
    await expect(signing).toContainText('«\u2068قبل مفاوضات الأربعاء\u2069»');
    const eras = viewOf(reader).getByRole('heading', { level: 4, name: /^من / });
    await expect(eras).toHaveText(['من ١٩٥٠ إلى ٢٠٢٤', 'من ١٨ يونيو ٢٠٢٤ إلى ١٩ يونيو ٢٠٢٤']);
  });

  test('an account leads to its words in the text', async ({ reader }) => {
    await reader.open('v=1&view=differences');
    await eventOf(reader, 'وصول بوتين إلى بيونغ يانغ')
      .getByRole('button', { name: /في وقت مبكر من صباح اليوم/ })
      .click();
    await expect.poll(() => reader.fragment).toMatch(/^v=1&p=000\./);
    await expect(reader.column('000').getByText('في وقت مبكر من صباح اليوم')).toBeInViewport();
  });

  test('is read with the keyboard alone', { tag: '@desktop' }, async ({ page, reader }) => {
    await reader.open('v=1&view=differences');
    const parts = viewOf(reader).getByRole('navigation', { name: reader.say('differences.jump') });
    await parts.getByRole('button', { name: reader.say('timeline.title') }).focus();
    await page.keyboard.press('Enter');
    await expect(viewOf(reader).getByRole('heading', { name: reader.say('timeline.title') })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(viewOf(reader).getByRole('button', { name: /وفي الخمسينيات/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(reader.column('003')).toBeVisible();
    await expect.poll(() => reader.fragment).toMatch(/^v=1&p=003\./);
  });

  test('speaks English', async ({ reader }) => {
    await reader.prefer({ language: 'en' });
    await reader.open('v=1&view=differences');
    expect(await readSides(differenceOf(reader, 'arrival-time'))).toEqual([
      `early Wednesday morning: ${reader.nameOf('000')}`,
      `late Tuesday: ${reader.nameOf('001')}`,
    ]);
    await expect(eventOf(reader, 'Putin arrives in Pyongyang')).toContainText('They contradict each other');
  });

  test('keeps to the rules of accessibility', async ({ page, reader }) => {
    await reader.open('v=1&view=differences&claim=arrival-time');
    await expect(differenceOf(reader, 'arrival-time')).toBeVisible();
    await expectAccessible(page, 'differences');
  });
});
