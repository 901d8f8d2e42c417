import type { Locator } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';
import { claims } from './seeds.ts';

/** The view of origins. */
const viewOf = (reader: Reader): Locator =>
  reader.page.getByRole('main', { name: reader.say('views.origins'), exact: true });

const drawingOf = (reader: Reader): Locator =>
  viewOf(reader).getByRole('group', { name: reader.say('origins.drawing') });

const namesOf = (reader: Reader): Locator =>
  viewOf(reader).getByRole('table', { name: reader.say('origins.namesCaption') });

const claimsOf = (reader: Reader): Locator =>
  viewOf(reader).getByRole('table', { name: reader.say('origins.claimsCaption') });

/** A name in the drawing, or in the list that stands for it where lines have no room. */
const nameIn = (reader: Reader, name: string): Locator =>
  drawingOf(reader)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .filter({ hasNotText: 'الخط:' });

/** What leads from a name to the next: a line, or in the list the next name. */
const lineIn = (reader: Reader, from: string, to: string): Locator =>
  drawingOf(reader).getByRole('button', { name: new RegExp(`الخط: ${from} ثم ${to}`) });

/** Texts of the cells of a row, by the name at its head. */
async function readRow(table: Locator, name: RegExp | string): Promise<string[]> {
  const row = table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name }) });
  await expect(row.first()).toBeVisible();
  return (await row.first().getByRole('cell').allInnerTexts()).map((text) => text.trim());
}

/** Ids of the claims that have a passage from a name. */
const findResting = (name: string) =>
  claims
    .filter(({ evidence }) =>
      evidence.some(({ attribution }) => attribution?.chain.some((link) => link.name.en === name)),
    )
    .map(({ id }) => id);

test.describe('origins', () => {
  test('the table says how many passages of each source go back to each name', async ({ reader }) => {
    await reader.open('v=1&view=origins');
    expect(await readRow(namesOf(reader), /^تاس/)).toEqual(['٠', '٠', '٠', '٢', '٥', '٧', '٤']);
    expect(await readRow(namesOf(reader), /^بوتين/)).toEqual(['١٢', '٩', '١٠', '٥', '١٠', '٤٦', '١٥']);
  });

  test('claims with the fewest origins come first, and are sorted otherwise on request', async ({
    reader,
  }) => {
    await reader.open('v=1&view=origins');
    const table = claimsOf(reader);
    const rows = table.getByRole('row');
    await expect(rows).toHaveCount(claims.length + 1);
    await expect(rows.nth(1)).toContainText(reader.labelOf('thanks-for-support'));
    expect(await readRow(table, new RegExp(reader.labelOf('mutual-aid')))).toEqual([
      '٥',
      '١–٢',
      expect.stringContaining('بوتين، وربما وسائل إعلام روسية'),
    ]);
    await table.getByRole('button', { name: reader.say('origins.column-claim') }).click();
    await expect(rows.nth(1)).toContainText(reader.labelOf(claims[0]!.id));
    expect(reader.fragment).toBe('v=1&view=origins&arrange=as-listed');
    await expect(
      table.getByRole('columnheader', { name: reader.say('origins.column-claim') }),
    ).toHaveAttribute('aria-sort', 'ascending');
  });

  test('a name shows its flow and its claims, and leads into the texts', async ({ reader }) => {
    await reader.open('v=1&view=origins');
    await nameIn(reader, 'تاس').click();
    expect(reader.fragment).toBe('v=1&view=origins&arrange=from-tass');
    const chosen = viewOf(reader).getByRole('region', { name: 'تاس', exact: true });
    await expect(chosen.getByRole('status')).toHaveText(reader.say('origins.claims', { count: 4, n: '٤' }));
    await expect(chosen.getByRole('link')).toHaveText(findResting('TASS').map((id) => reader.labelOf(id)));
    await chosen.getByRole('link', { name: reader.labelOf('gift-car') }).click();
    await expect(reader.comparison('gift-car')).toBeVisible();
    expect(reader.fragment).toBe('v=1&claim=gift-car');
  });

  test('one claim alone is drawn from its address', async ({ reader }) => {
    await reader.open('v=1&view=origins&claim=gift-tea-set-and-dagger');
    await expect(viewOf(reader)).toContainText('مصدران، منشأ واحد: تاس');
    await expect(nameIn(reader, 'بوتين')).toHaveCount(0);
    await expect(nameIn(reader, 'عربي21')).toHaveCount(0);
    await expect(lineIn(reader, 'تاس', 'غير مسمّى')).toHaveAccessibleName(/مقطع واحد$/);
    await viewOf(reader)
      .getByRole('link', { name: reader.say('origins.allOfThem') })
      .click();
    await expect(nameIn(reader, 'بوتين')).toBeVisible();
    expect(reader.fragment).toBe('v=1&view=origins');
  });

  test('a source that is off takes its names along', async ({ reader }) => {
    await reader.open('v=1&view=origins');
    await reader.toggle(viewOf(reader), '004').click();
    await expect(namesOf(reader).getByRole('rowheader', { name: /^يوري يوشاكوف/ })).toHaveCount(0);
    expect(await readRow(namesOf(reader), /^تاس/)).toEqual(['٠', '٠', '٠', '٢', '٢', '٢']);
  });

  test(
    'the drawing is one stop, and the arrows follow its lines',
    { tag: '@desktop' },
    async ({ page, reader }) => {
      await reader.open('v=1&view=origins');
      const drawing = drawingOf(reader);
      await expect(drawing.locator('[tabindex="0"]')).toHaveCount(1);
      await drawing.getByRole('button', { name: /^يوري يوشاكوف/ }).focus();
      // Reading goes to the left: so does the way from a speaker to those who published.
      await page.keyboard.press('ArrowLeft');
      await expect(drawing.getByRole('button', { name: /^الخط: يوري يوشاكوف ثم تاس/ })).toBeFocused();
      await page.keyboard.press('ArrowLeft');
      await expect(drawing.getByRole('button', { name: /^تاس/ })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(drawing.getByRole('button', { name: /^تاس/ })).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      expect(reader.fragment).toBe('v=1&view=origins&arrange=from-yuri-ushakov.from-tass');
      await page.keyboard.press('Escape');
      await expect(drawing.locator('[aria-pressed="true"]')).toHaveCount(0);
      await page.keyboard.press('Home');
      await expect(drawing.locator('[tabindex="0"]')).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(drawing.locator(':focus')).toHaveCount(0);
    },
  );

  test('in English it runs the other way', { tag: '@desktop' }, async ({ page, reader }) => {
    await reader.prefer({ language: 'en' });
    await reader.open('v=1&view=origins&claim=gift-tea-set-and-dagger');
    await expect(viewOf(reader)).toContainText('2 sources, 1 origin: TASS');
    const drawing = drawingOf(reader);
    await drawing.getByRole('button', { name: /^Russian reports/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(drawing.getByRole('button', { name: /^From Russian reports to Al Ayam 24/ })).toBeFocused();
    const [from, to] = await Promise.all(
      [/^Russian reports/, /^Al Ayam 24/].map((name) => drawing.getByRole('button', { name }).boundingBox()),
    );
    expect(from!.x).toBeLessThan(to!.x);
  });

  test('the comparison says from how many mouths a claim comes', async ({ reader }) => {
    await reader.open('v=1&claim=fighting-us-hegemony');
    await expect(reader.comparison('fighting-us-hegemony')).toContainText('٤ مصادر، منشأ واحد: بوتين');
  });

  test('the rail shows the claims of one origin alone', async ({ reader }) => {
    await reader.open();
    const rail = await reader.openRail();
    const filter = rail.getByRole('combobox', { name: reader.say('origins.filter') });
    await filter.selectOption({ label: reader.say('origins.filterOne', { name: 'تاس', n: '٤' }) });
    const resting = findResting('TASS');
    expect(reader.fragment).toBe(`v=1&arrange=from-tass&only=${resting.join('.')}`);
    const listed = rail.getByRole('checkbox', { name: /^أبرِز في النصوص/ });
    await expect(listed).toHaveCount(4);
    await expect(listed.and(rail.getByRole('checkbox', { checked: true }))).toHaveCount(4);
    const told = reader.say('table.shown', { count: 4, n: '٤', total: reader.write(claims.length) });
    await expect(rail.getByText(told)).toBeVisible();
    await rail.getByRole('button', { name: reader.say('table.clear') }).click();
    await expect(listed).toHaveCount(claims.length);
    expect(reader.fragment).toBe('');
  });

  test('the origin that the rail lists by stays while claims are opened', async ({ reader }) => {
    await reader.open('v=1&arrange=from-tass.from-nobody&only=gifts');
    const rail = await reader.openRail();
    const listed = rail.getByRole('checkbox', { name: /^أبرِز في النصوص/ });
    await expect(listed).toHaveCount(4);
    await expect(rail.getByText(reader.say('origins.unknown', { words: 'from-nobody' }))).toBeVisible();
    await rail
      .getByRole('button', { name: reader.labelOf('gift-car') })
      .first()
      .click();
    await expect(reader.comparison('gift-car')).toBeVisible();
    expect(reader.fragment).toBe('v=1&arrange=from-tass.from-nobody&claim=gift-car&only=gifts');
  });

  test('what one source alone says is part of it on request, and drawn when it is in focus', async ({
    reader,
  }) => {
    await reader.open('v=1&view=origins');
    const names = namesOf(reader);
    await expect(names).toBeVisible();
    const before = await names.getByRole('row').count();
    await viewOf(reader).getByRole('checkbox').check();
    expect(reader.fragment).toBe('v=1&view=origins&alone=1');
    await expect.poll(() => names.getByRole('row').count()).toBeGreaterThan(before);

    await reader.open('v=1&view=origins&claim=talks-at-kumsusan&arrange=from-nobody');
    await expect(viewOf(reader)).toContainText(reader.say('alone.only', { name: reader.nameOf('000') }));
    await expect(viewOf(reader)).toContainText(reader.say('origins.unknown', { words: 'from-nobody' }));
    await expect(reader.page).toHaveTitle(/^اجتماع بوتين وكيم في دار ضيافة كومسوسان · المنشأ · /);
  });

  for (const width of [390, 320]) {
    test(
      `on a phone it runs from top to bottom (${width} px)`,
      { tag: '@phone' },
      async ({ page, reader }) => {
        await page.setViewportSize({ width, height: 700 });
        await reader.open('v=1&view=origins');
        const drawing = drawingOf(reader);
        const putin = drawing.getByRole('button', { name: /^بوتين/ });
        await expect(putin).toBeVisible();
        expect(await drawing.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
        const box = await drawing.boundingBox();
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
        await putin.click();
        expect(reader.fragment).toBe('v=1&view=origins&arrange=from-putin');
        await expect(drawing.getByRole('heading', { name: 'بوتين' })).toBeVisible();
        await expectAccessible(page, `origins on a phone, ${width} px`);
      },
    );
  }

  test('keeps to the rules of accessibility', async ({ page, reader }) => {
    await reader.open('v=1&view=origins');
    await expect(drawingOf(reader)).toBeVisible();
    await expectAccessible(page, 'origins');
    await drawingOf(reader).getByRole('button', { name: /^كيم/ }).click();
    await expectAccessible(page, 'origins of one name');
  });
});
