import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';
import { claims, claimsFile, getClaim } from './seeds.ts';

/** The table, in either form. */
function findTable(reader: Reader): Locator {
  return reader.page.getByRole('grid', { name: reader.say('table.label') });
}

/** The cell of a claim and a source; both have to be near the screen. */
function findCell(reader: Reader, claim: string, article: string): Locator {
  return findTable(reader).locator(`a[data-row="${claim}"][data-column="${article}"]`);
}

/** Opens the table by the bar, as the screen offers it. */
async function openTable(reader: Reader): Promise<void> {
  const views = reader.page.getByRole('navigation', { name: reader.say('views.label') });
  if (reader.isNarrow && (reader.page.viewportSize()?.width ?? 0) < 832)
    await views.getByRole('combobox').selectOption('table');
  else await views.getByRole('link', { name: reader.say('views.table') }).click();
  await expect(findTable(reader).getByRole('gridcell').first()).toBeVisible();
}

/** Ticks a value of a filter and closes it again. */
async function tick(reader: Reader, filter: 'relation' | 'group' | 'origin' | 'source', value: RegExp) {
  const details = reader.page
    .getByRole('group', { name: reader.say('table.tools') })
    .locator('details')
    .filter({ hasText: reader.say(`table.filter-${filter}`) });
  await details.locator('summary').click();
  await details.getByRole('checkbox', { name: value }).click();
  await reader.page.keyboard.press('Escape');
  await expect(details.getByRole('checkbox')).toHaveCount(0);
}

async function countRows(reader: Reader): Promise<number> {
  return Number(await findTable(reader).getAttribute('aria-rowcount')) - 1;
}

/** The claims of the rows near the screen, from above. */
function readRows(page: Page): Promise<(string | undefined)[]> {
  return page
    .getByRole('rowheader')
    .locator('a')
    .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset['row']));
}

const CONTRADICTIONS = claims.filter(({ relation }) => relation === 'contradiction').map(({ id }) => id);

test.describe('the table', () => {
  for (const language of ['ar', 'en'] as const) {
    test(`opens from the bar, sorts, filters, and keeps it in the address (${language})`, async ({
      reader,
    }) => {
      await reader.prefer({ language });
      await reader.open();
      await openTable(reader);
      expect(await countRows(reader)).toBeGreaterThanOrEqual(claims.length);
      await expectAccessible(reader.page, 'the table');

      const order = reader.page.getByRole('combobox', { name: reader.say('table.order') });
      await order.selectOption('relation');
      await expect.poll(() => readRows(reader.page)).toEqual(expect.arrayContaining(CONTRADICTIONS));
      expect((await readRows(reader.page)).slice(0, CONTRADICTIONS.length)).toEqual(CONTRADICTIONS);
      await tick(reader, 'relation', new RegExp(reader.say('relation.contradiction')));
      await expect.poll(() => countRows(reader)).toBe(CONTRADICTIONS.length);
      const told = reader.say('table.shown', {
        count: CONTRADICTIONS.length,
        n: reader.write(CONTRADICTIONS.length),
        total: '',
      });
      await expect(reader.announcements).toContainText(told.trim());
      expect(reader.fragment).toContain('view=table&arrange=by-relation.is-contradiction');
      await expectAccessible(reader.page, 'a filtered table');

      await reader.page.reload();
      await reader.settle();
      await expect.poll(() => countRows(reader)).toBe(CONTRADICTIONS.length);
      await expect(order).toHaveValue('relation');
      await reader.page.getByRole('button', { name: reader.say('table.clear') }).click();
      await expect.poll(() => countRows(reader)).toBeGreaterThanOrEqual(claims.length);
      expect(reader.fragment).toBe('v=1&view=table&arrange=by-relation');
    });

    test(`shows the same as boxes, which the keyboard reaches (${language})`, async ({ reader }) => {
      await reader.prefer({ language });
      await reader.open('v=1&view=table');
      await reader.page.getByRole('button', { name: reader.say('table.form-boxes') }).click();
      await expect(reader.page.locator('main canvas')).toBeVisible();
      expect(reader.fragment).toBe('v=1&view=table&arrange=boxes');
      const room = await reader.page.locator('main canvas').boundingBox();
      const { width, height } = reader.page.viewportSize() ?? { width: 0, height: 0 };
      expect(room!.x).toBeGreaterThanOrEqual(0);
      expect(room!.x + room!.width).toBeLessThanOrEqual(width);
      expect(room!.y + room!.height).toBeLessThanOrEqual(height);
      const box = findTable(reader).getByRole('link');
      await box.focus();
      await reader.page.keyboard.press('ArrowDown');
      await expect(box).toHaveAccessibleName(new RegExp(`^${reader.labelOf(claims[1]!.id)} · `));
      const detail = reader.page.getByRole('region', { name: reader.say('table.detail') });
      await expect(detail).toContainText(reader.labelOf(claims[1]!.id));
      await expectAccessible(reader.page, 'the boxes');
      await reader.page.keyboard.press('Enter');
      await expect(reader.comparison(claims[1]!.id)).toBeVisible();
    });
  }

  test('sorts by group and by origin, and filters by both', async ({ reader }) => {
    const all = [...claimsFile.claims, ...claimsFile.alone];
    await reader.open('v=1&view=table&arrange=by-group');
    // Claims of one article alone stand among those of their group.
    const [first] = claimsFile.groups;
    const ofFirst = all.filter(({ group }) => group === first?.id).map(({ id }) => id);
    const top = await readRows(reader.page);
    expect(top).toEqual(ofFirst.slice(0, top.length));
    await tick(reader, 'group', new RegExp(`^${claimsFile.groups[4]?.label.ar}`));
    const gifts = all.filter(({ group }) => group === claimsFile.groups[4]?.id);
    await expect.poll(() => countRows(reader)).toBe(gifts.length);
    const restsOnTass = ({ evidence }: (typeof gifts)[number]) =>
      evidence.some(({ attribution }) => attribution?.chain.some(({ name }) => name.en === 'TASS'));
    await tick(reader, 'origin', /^تاس/);
    await expect.poll(() => countRows(reader)).toBe(gifts.filter(restsOnTass).length);
    expect(reader.fragment).toContain('in-gifts.from-tass');
    // The name that most claims rest on comes first, what rests on nobody last.
    await reader.open('v=1&view=table&arrange=by-origin');
    const [topmost] = await readRows(reader.page);
    const names = all
      .find(({ id }) => id === topmost)
      ?.evidence.flatMap(({ attribution }) => attribution?.chain.map(({ name }) => name.en) ?? []);
    expect(names).toContain('Putin');
  });

  test('a cell tells every value and everybody it is attributed to', async ({ reader }) => {
    await reader.open('v=1&view=table&arrange=by-relation.is-contradiction');
    await expect(findCell(reader, 'talks-duration', '001')).toContainText('ساعتان');
    await expect(findCell(reader, 'talks-duration', '001')).toContainText('١١ ساعة');
  });

  test('opens the passage of a cell in the texts, and Back finds the table as it was', async ({ reader }) => {
    await reader.open('v=1&view=table&arrange=by-relation');
    const claim = CONTRADICTIONS[0]!;
    const article = getClaim(claim).evidence[0]!.article;
    const cell = findCell(reader, claim, article);
    await expect(cell).toContainText(getClaim(claim).evidence[0]!.quote!);
    await cell.click();
    await expect(reader.comparison(claim)).toBeVisible();
    await expect(reader.number(article, claim)).toBeInViewport();
    expect(reader.fragment).toBe(`v=1&claim=${claim}`);
    await reader.page.goBack();
    expect(reader.fragment).toBe('v=1&view=table&arrange=by-relation');
    await expect(cell).toBeFocused();
    await expect(reader.page.getByRole('combobox', { name: reader.say('table.order') })).toHaveValue(
      'relation',
    );
  });

  test('an absent cell opens the texts too, at the column that says so', async ({ reader }) => {
    await reader.open('v=1&view=table&arrange=by-relation');
    const claim = CONTRADICTIONS.find(
      (id) => !getClaim(id).evidence.some(({ article }) => article === '000'),
    )!;
    const cell = findCell(reader, claim, '000');
    await expect(cell).toHaveAccessibleName(/\p{L}/u);
    await cell.click();
    await expect(reader.column('000')).toBeInViewport();
    await expect(reader.column('000')).toContainText(
      reader.say('article.notHereDetail', { label: reader.labelOf(claim), name: reader.nameOf('000') }),
    );
  });

  for (const language of ['ar', 'en'] as const) {
    test(`is walked with the keyboard alone, with one tab stop (${language})`, async ({ reader }) => {
      const forward = language === 'ar' ? 'ArrowLeft' : 'ArrowRight';
      await reader.prefer({ language });
      await reader.open('v=1&view=table');
      const table = findTable(reader);
      await expect(table.locator('a[tabindex="0"]')).toHaveCount(1);
      await table.locator('a[tabindex="0"]').focus();
      const press = (key: string) => reader.page.keyboard.press(key);
      const at = (row: number, column: string | null) =>
        table.locator(
          column === null
            ? `a[data-row="${claims[row]!.id}"]:not([data-column])`
            : `a[data-row="${claims[row]!.id}"][data-column="${column}"]`,
        );
      await press(forward);
      await expect(at(0, '000')).toBeFocused();
      await press('ArrowDown');
      await press(forward);
      await expect(at(1, '001')).toBeFocused();
      await press('End');
      await expect(at(1, '004')).toBeFocused();
      await expect(at(1, '004')).toBeInViewport();
      await press('Home');
      await expect(at(1, null)).toBeFocused();
      await press('Control+End');
      const last = table.locator('tbody tr').last();
      await expect(last.locator('a[tabindex="0"]')).toBeFocused();
      await expect(last.locator('a[tabindex="0"]')).toBeInViewport();
      await press('Control+Home');
      await expect(at(0, null)).toBeFocused();
      await press('PageDown');
      await expect(table.locator('a:focus')).not.toHaveAttribute('data-row', claims[0]!.id);
      await press('Control+Home');
      await press(forward);
      await press('Enter');
      await expect(reader.comparison(claims[0]!.id)).toBeVisible();
    });
  }

  test('names the relation by the sources that are on', async ({ reader }) => {
    const claim = CONTRADICTIONS[0]!;
    const [first] = getClaim(claim).evidence;
    await reader.open(`v=1&view=table&sources=${first!.article}`);
    await expect(findTable(reader).getByRole('rowheader').first()).toContainText(
      reader.say('relation.single-source'),
    );
    expect(await findTable(reader).getAttribute('aria-colcount')).toBe('2');
    const other = first!.article === '001' ? '002' : '001';
    await tick(reader, 'source', new RegExp(reader.nameOf(other)));
    await expect(findTable(reader)).toHaveAttribute('aria-colcount', '3');
  });

  test('what one source alone says opens in focus', async ({ reader }) => {
    const [alone] = claimsFile.alone;
    const article = alone!.evidence[0]!.article;
    await reader.open('v=1&view=table&arrange=is-single-source');
    await findCell(reader, alone!.id, article).click();
    await expect(reader.column(article)).toBeInViewport();
    await expect.poll(() => reader.fragment).toBe(`v=1&claim=${alone!.id}`);
  });

  test('prints every row', async ({ reader }) => {
    await reader.open('v=1&view=table');
    await expect(findTable(reader)).toBeVisible();
    await reader.page.emulateMedia({ media: 'print' });
    await expect(reader.page.locator('[data-article], aside').filter({ visible: true })).toHaveCount(0);
    await expect(
      reader.page.getByRole('table', { name: reader.say('table.label') }).getByRole('row'),
    ).toHaveCount((await reader.page.locator('main table tbody tr').count()) + 1);
    expect(await reader.page.locator('main table tbody tr').count()).toBeGreaterThanOrEqual(claims.length);
  });
});
