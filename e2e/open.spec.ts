import { expect, test } from './journey.ts';
import { readCoverage, readShownTexts } from './page-text.ts';
import { articleIds, claims, collection, getArticle, getText } from './seeds.ts';

test.describe('opening the page', () => {
  test('sets the five articles side by side, the first at the right', async ({ page, reader }) => {
    await reader.open();
    await expect(page).toHaveTitle('معاهدة الشراكة بين روسيا وكوريا الشمالية · تقابُل');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      'معاهدة الشراكة بين روسيا وكوريا الشمالية',
    );
    const ends: number[] = [];
    for (const id of articleIds) {
      const box = await reader.column(id).boundingBox();
      ends.push((box?.x ?? 0) + (box?.width ?? 0));
    }
    expect(ends).toEqual(ends.toSorted((one, other) => other - one));
    expect(new Set(ends).size).toBe(5);
  });

  test('heads each article with its source, its date and its headline', async ({ reader }) => {
    await reader.open();
    for (const { id, date, parts } of collection.articles) {
      const column = reader.column(id);
      await expect(column.getByRole('strong').getByText(reader.nameOf(id), { exact: true })).toBeVisible();
      await expect(column.locator('time')).toHaveAttribute(
        'datetime',
        date.basis === 'unknown' ? '' : date.value,
      );
      const title = parts.find(({ kind }) => kind === 'title');
      if (title === undefined) continue;
      await expect(column.getByRole('heading', { level: 2 })).toHaveText(
        getText(id).slice(title.range.start, title.range.end),
      );
      await expect(column.getByText(reader.say('article.noTitle'))).toHaveCount(0);
    }
    await expect(reader.column('000').locator('time')).toHaveText(
      `١٩ يونيو ٢٠٢٤ (${reader.say('article.inferred')})`,
    );
    await expect(reader.column('002').locator('time')).toHaveText(
      `يوليو ٢٠٢٤ (${reader.say('article.inferred')})`,
    );
    await expect(reader.column('003').locator('time')).toHaveText('١٩ يونيو ٢٠٢٤');
  });

  test('says of an article without a headline that its file has none, and shows how it begins', async ({
    reader,
  }) => {
    await reader.open();
    for (const id of ['002', '004']) {
      await expect(reader.column(id).getByText(reader.say('article.noTitle'))).toBeVisible();
      const opening = (await reader.column(id).getByRole('heading', { level: 2 }).textContent()) ?? '';
      expect(opening).toMatch(/…$/);
      expect(getText(id).replaceAll(/\s+/g, ' ').startsWith(opening.slice(0, -1))).toBe(true);
    }
  });

  test('tells what is known of each source, and what is inferred or unknown', async ({ reader }) => {
    await reader.open();
    for (const { id, outlet } of collection.articles) {
      const about = reader
        .column(id)
        .getByRole('group')
        .filter({ hasText: reader.say('article.about') });
      await reader.column(id).getByText(reader.say('article.about')).click();
      await expect(about.getByText(outlet.name.ar).first()).toBeVisible();
      await expect(about.getByText(reader.say(`article.${outlet.basis}`)).first()).toBeVisible();
      if (outlet.note !== undefined) await expect(about.getByText(outlet.note.ar)).toBeVisible();
    }
  });

  test('offers every source as a toggle that is on, with how many of the claims it makes', async ({
    reader,
  }) => {
    await reader.open();
    const rail = await reader.openRail();
    for (const id of articleIds) {
      const made = claims.filter(({ evidence }) => evidence.some(({ article }) => article === id)).length;
      const toggle = reader.toggle(rail, id);
      await expect(toggle).toHaveAttribute('aria-pressed', 'true');
      await expect(toggle).toContainText(reader.write(made));
      await expect(toggle).toHaveAccessibleName(
        `${reader.nameOf(id)} (${reader.say('rail.sourceClaims', { count: made, n: reader.write(made) })})`,
      );
    }
  });

  test('shows the legend: every claim with its number, its sources and how they relate', async ({
    page,
    reader,
  }) => {
    await reader.open();
    const rail = await reader.openRail();
    await expect(rail.getByRole('checkbox')).toHaveCount(claims.length);
    const rows = await rail
      .getByRole('listitem')
      .filter({ has: page.getByRole('checkbox') })
      .allInnerTexts();
    for (const [index, { evidence, id, relation }] of claims.entries()) {
      const makers = new Set(evidence.map(({ article }) => article)).size;
      const row = rows[index] ?? '';
      for (const part of [
        reader.write(index + 1),
        reader.labelOf(id),
        reader.say('rail.inSources', { n: reader.write(makers), total: '٥' }),
        reader.say(`relation.${relation}`),
      ]) {
        expect(row).toContain(part);
      }
    }
    await expect(reader.claimBox(rail, 'mutual-aid')).toBeInViewport();
  });

  test('shows of each file exactly its own characters, each once', async ({ page, reader }) => {
    await reader.open();
    const shown = await readShownTexts(page);
    for (const id of articleIds) {
      const own = shown.filter(({ article }) => article === id);
      for (const { start, text } of own) expect(text).toBe(getText(id).slice(start, start + text.length));
      const parts = getArticle(id).parts.map(({ range }) => [range.start, range.end]);
      expect(
        own
          .map(({ start, text }) => [start, start + text.length])
          .toSorted(([one = 0], [other = 0]) => one - other),
      ).toEqual(parts);
    }
  });

  test('asks for no file that it already carries', async ({ page, reader }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await reader.open();
    await page.waitForLoadState('networkidle');
    // The claims whole (values, attributions) may come while the reader reads; the first view needs them not.
    expect(asked.filter((path) => /\.txt$|collection\.json$/.test(path))).toEqual([]);
    expect(asked).toContain('/');
  });
});

test.describe('without JavaScript', () => {
  test('the five texts and their marks are there to be read', async ({ openFresh }) => {
    const reader = await openFresh({ javaScriptEnabled: false });
    await reader.page.goto('./');
    await expect(reader.page.locator('html')).toHaveAttribute('dir', 'rtl');
    for (const { id, parts } of collection.articles) {
      const paragraph = parts.find(({ kind }) => kind === 'paragraph')?.range ?? { start: 0, end: 0 };
      await expect(reader.column(id).locator(`[data-start="${paragraph.start}"]`)).toBeVisible();
      await expect(reader.column(id).locator(`[data-start="${paragraph.start}"]`)).toHaveText(
        getText(id).slice(paragraph.start, paragraph.end),
      );
    }
    const before = await readCoverage(reader.page);
    expect(new Set(before.map(({ claim }) => claim)).size).toBe(claims.length);
  });

  test('and with it the page says the same, word for word and mark for mark', async ({
    openFresh,
    reader,
  }) => {
    const plain = await openFresh({ javaScriptEnabled: false });
    await plain.page.goto('./');
    await reader.open();
    expect(await readShownTexts(reader.page)).toEqual(await readShownTexts(plain.page));
    expect(await readCoverage(reader.page)).toEqual(await readCoverage(plain.page));
  });
});
