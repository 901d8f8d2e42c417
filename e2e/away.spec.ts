import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';

/** Below this width, in CSS pixels, the views are a list to choose from. */
const LISTED = 832;

/** Goes to another view by the bar, as the screen offers it. */
async function goTo(reader: Reader, view: 'reader' | 'table'): Promise<void> {
  const views = reader.page.getByRole('navigation', { name: reader.say('views.label') });
  if ((reader.page.viewportSize()?.width ?? 0) < LISTED) await views.getByRole('combobox').selectOption(view);
  else await views.getByRole('link', { name: reader.say(`views.${view}`) }).click();
}

/** Goes to the table and waits until it is there. */
async function openTable(reader: Reader): Promise<void> {
  await goTo(reader, 'table');
  const table = reader.page.getByRole('grid', { name: reader.say('table.label') });
  await expect(table.getByRole('gridcell').first()).toBeVisible();
}

function readPlace(reader: Reader, article: string): Promise<number> {
  return reader.scroller(article).evaluate((element) => element.scrollTop);
}

test.describe('the texts, put away for the table', () => {
  test('stand where they stood when the reader comes back, by Back or by the bar', async ({ reader }) => {
    await reader.open();
    await reader.scroller('000').evaluate((element) => element.scrollTo({ top: 700, behavior: 'instant' }));
    const place = await readPlace(reader, '000');
    expect(place).toBeGreaterThan(300);
    await openTable(reader);
    await expect(reader.column('000')).toHaveCount(0);
    await reader.page.goBack();
    await expect(reader.column('000')).toBeVisible();
    expect(await readPlace(reader, '000')).toBe(place);

    await openTable(reader);
    await expect(reader.column('000')).toHaveCount(0);
    await goTo(reader, 'reader');
    await expect(reader.column('000')).toBeVisible();
    expect(await readPlace(reader, '000')).toBe(place);
  });

  test('can be neither found, reached nor printed', async ({ reader }) => {
    const { page } = reader;
    await reader.open();
    await expect(reader.column('000')).toBeVisible();
    await openTable(reader);
    await expect(page.locator('[data-article]').first()).toBeAttached();
    await expect(page.locator('[data-article]:visible')).toHaveCount(0);
    for (const id of ['000', '001', '002', '003', '004']) {
      await expect(reader.column(id)).toHaveCount(0);
      await expect(reader.scroller(id)).toHaveCount(0);
    }
    await expect(reader.columns).toHaveCount(0);

    const reached = new Set<string>();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(() => {
          const held = document.activeElement;
          if (held?.closest('[data-away]') != null) return 'away';
          return held === document.body ? 'nothing' : 'here';
        }),
      );
    }
    expect(Array.from(reached)).toContain('here');
    expect(Array.from(reached)).not.toContain('away');

    await page.emulateMedia({ media: 'print' });
    const away = page.locator('[data-away]');
    await expect(away).toHaveCount(2);
    for (const one of await away.all()) await expect(one).toHaveCSS('display', 'none');
    await page.emulateMedia({ media: 'screen' });
    await reader.page.goBack();
    await expect(reader.column('000')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    // On paper no box cuts what stands out of it.
    const box = page.locator('main#text').locator('..');
    await expect(box).toHaveCSS('contain', 'none');
    await expect(reader.column('000')).toBeVisible();
  });

  test('hand the focus to what comes in their place', async ({ reader }) => {
    const { page } = reader;
    await reader.open();
    await reader.scroller('000').focus();
    // As an address typed by hand: nothing else takes the focus, and the view has to be loaded first.
    await page.evaluate(() => {
      window.location.hash = 'v=1&view=origins';
    });
    await expect(page.getByRole('main', { name: reader.say('views.origins') })).toBeFocused();
    await openTable(reader);
    await goTo(reader, 'reader');
    await expect(reader.column('000')).toBeVisible();
    await reader.scroller('000').focus();
    await page.goBack();
    // The table keeps its place, and the focus in it.
    await expect(page.locator('main#table:focus, main#table :focus')).toHaveCount(1);
    await expect(page.locator('[data-away] :focus')).toHaveCount(0);
  });
});
