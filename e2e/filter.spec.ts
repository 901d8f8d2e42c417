import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';
import { articleIds, claims } from './seeds.ts';

/** How the marks of a claim look: each style found, once. */
async function readLook(reader: Reader, claim: string): Promise<string[]> {
  const looks = await reader.page.locator(`main mark[data-claim="${claim}"]`).evaluateAll((marks) =>
    marks.map((mark) => {
      const { backgroundColor, textDecorationLine } = getComputedStyle(mark);
      return `${backgroundColor === 'rgba(0, 0, 0, 0)' ? 'bare' : 'tinted'} ${textDecorationLine}`;
    }),
  );
  return Array.from(new Set(looks));
}

const SHOWN = ['tinted underline'];
const HIDDEN = ['bare none'];

/** The columns on the page from the start of the line, by the x of their starting edge. */
async function readOrder(reader: Reader): Promise<string[]> {
  const places = await reader.page.locator('main [data-article]').evaluateAll((columns) =>
    columns
      .filter((column) => column.checkVisibility())
      .map((column) => ({
        id: (column as HTMLElement).dataset['article'] ?? '',
        x: column.getBoundingClientRect().x,
      })),
  );
  return places.toSorted((one, other) => other.x - one.x).map(({ id }) => id);
}

/** Everything the reader has chosen, as the screen shows it. Closes the comparison of `claim` where it covers the rest. */
async function readScreen(reader: Reader, claim: string) {
  const text = {
    order: await readOrder(reader),
    comparison: await reader.comparison(claim).innerText(),
    looks: await Promise.all(claims.map(({ id }) => readLook(reader, id))),
  };
  if (reader.isNarrow) await reader.closeComparison(claim);
  const rail = await reader.openRail();
  return {
    ...text,
    sources: await rail.getByRole('button', { pressed: true }).allInnerTexts(),
    shown: await rail
      .getByRole('checkbox', { checked: true })
      .evaluateAll((boxes) => boxes.map((box) => box.ariaLabel)),
    rows: await rail
      .getByRole('listitem')
      .filter({ has: reader.page.getByRole('checkbox') })
      .allInnerTexts(),
  };
}

test.describe('filtering', () => {
  test('a source turned off leaves its column and every count', async ({ reader }) => {
    await reader.open();
    let rail = await reader.openRail();
    const mutualAid = rail
      .getByRole('listitem')
      .filter({ has: reader.page.getByRole('checkbox', { name: reader.labelOf('mutual-aid') }) });
    await expect(mutualAid).toContainText(reader.say('rail.inSources', { n: '٥', total: '٥' }));
    await reader.toggle(rail, '002').click();
    await expect(reader.toggle(rail, '002')).toHaveAttribute('aria-pressed', 'false');
    await expect(mutualAid).toContainText(reader.say('rail.inSources', { n: '٤', total: '٤' }));
    await reader.leaveRail();
    await expect(reader.column('002')).toBeHidden();
    expect(await readOrder(reader)).toEqual(['000', '001', '003', '004']);
    await expect(reader.page.getByRole('heading', { level: 1 })).toContainText(
      reader.say('app.sourceCount', { count: 4, n: '٤' }),
    );
    expect(reader.fragment).toBe('v=1&sources=000.001.003.004');

    rail = await reader.openRail();
    await reader.claimButton(rail, 'mutual-aid').click();
    await expect(reader.comparison('mutual-aid')).toContainText(
      reader.say('comparison.summary', { n: '٤', total: '٤' }),
    );
    const sources = reader.comparison('mutual-aid').getByRole('listitem').getByRole('heading');
    await expect(sources).toHaveText(['000', '001', '003', '004'].map((id) => reader.nameOf(id)));
    if (reader.isNarrow) await reader.closeComparison('mutual-aid');
    rail = await reader.openRail();
    await reader.toggle(rail, '002').click();
    await reader.leaveRail();
    await expect(reader.column('002')).toHaveCount(1);
    await expect(reader.page.getByRole('heading', { level: 1 })).toContainText(
      reader.say('app.sourceCount', { count: 5, n: '٥' }),
    );
  });

  test(
    'the keys 1 to 5 do the same, by the order on screen',
    { tag: '@desktop' },
    async ({ page, reader }) => {
      await reader.open();
      await page.keyboard.press('2');
      await expect(reader.column('001')).toBeHidden();
      await page.keyboard.press('5');
      await expect(reader.column('004')).toBeHidden();
      await page.keyboard.press('9');
      expect(await readOrder(reader)).toEqual(['000', '002', '003']);
      await page.keyboard.press('2');
      await expect(reader.column('001')).toBeVisible();
      expect(reader.fragment).toBe('v=1&sources=000.001.002.003');
    },
  );

  test('with every source off the page says so and offers the way back', async ({ reader }) => {
    await reader.open();
    const rail = await reader.openRail();
    for (const id of articleIds) await reader.toggle(rail, id).click();
    await reader.leaveRail();
    await expect(reader.columns).toContainText(reader.say('article.allOff'));
    await expect(reader.page.getByRole('heading', { level: 1 })).toContainText(
      reader.say('app.sourceCount', { count: 0, n: '٠' }),
    );
    await reader.columns.getByRole('button', { name: reader.say('article.allOn') }).click();
    expect(await readOrder(reader)).toEqual(articleIds);
    expect(reader.fragment).toBe('');
  });

  test('a claim is hidden, shown alone, with all or not at all', async ({ reader }) => {
    await reader.open();
    const rail = await reader.openRail();
    expect(await readLook(reader, 'gifts')).toEqual(SHOWN);
    await reader.claimBox(rail, 'gifts').uncheck();
    await expect.poll(() => readLook(reader, 'gifts')).toEqual(HIDDEN);
    expect(await readLook(reader, 'mutual-aid')).toEqual(SHOWN);
    await expect(reader.number('003', 'gifts')).toHaveCount(0);
    expect(reader.fragment).toBe('v=1&hide=gifts');

    await rail
      .getByRole('button', {
        name: reader.say('rail.onlyClaimLong', { label: reader.labelOf('gifts') }),
        exact: true,
      })
      .click();
    await expect.poll(() => readLook(reader, 'gifts')).toEqual(SHOWN);
    for (const { id } of claims) if (id !== 'gifts') expect(await readLook(reader, id)).toEqual(HIDDEN);
    await expect(rail.getByRole('checkbox', { checked: true })).toHaveCount(1);
    expect(reader.fragment).toBe('v=1&only=gifts');

    await rail.getByRole('button', { name: reader.say('rail.hideAll') }).click();
    await expect(rail.getByRole('checkbox', { checked: true })).toHaveCount(0);
    for (const { id } of claims) expect(await readLook(reader, id)).toEqual(HIDDEN);

    await rail.getByRole('button', { name: reader.say('rail.showAll') }).click();
    await expect(rail.getByRole('checkbox', { checked: true })).toHaveCount(claims.length);
    for (const { id } of claims) expect(await readLook(reader, id)).toEqual(SHOWN);
    expect(reader.fragment).toBe('');
  });

  test('a claim that is hidden still shows where it is compared', async ({ reader }) => {
    await reader.open('v=1&hide=gifts&claim=gifts');
    await expect(reader.comparison('gifts')).toBeVisible();
    expect(await readLook(reader, 'gifts')).toEqual(SHOWN);
    await reader.closeComparison('gifts');
    await expect.poll(() => readLook(reader, 'gifts')).toEqual(HIDDEN);
  });

  test('sources change places on request', async ({ reader }) => {
    await reader.open();
    const rail = await reader.openRail();
    await expect(
      rail.getByRole('button', { name: reader.say('rail.moveLater', { name: reader.nameOf('000') }) }),
    ).toHaveCount(0);
    await rail.getByRole('button', { name: reader.say('rail.order') }).click();
    await rail
      .getByRole('button', { name: reader.say('rail.moveLater', { name: reader.nameOf('000') }) })
      .click();
    await rail
      .getByRole('button', { name: reader.say('rail.moveLater', { name: reader.nameOf('000') }) })
      .click();
    await rail
      .getByRole('button', { name: reader.say('rail.moveEarlier', { name: reader.nameOf('003') }) })
      .click();
    await expect(
      rail.getByRole('button', { name: reader.say('rail.moveEarlier', { name: reader.nameOf('001') }) }),
    ).toBeDisabled();
    await expect(
      rail.getByRole('button', { name: reader.say('rail.moveLater', { name: reader.nameOf('004') }) }),
    ).toBeDisabled();
    expect(await readOrder(reader)).toEqual(['001', '002', '003', '000', '004']);
    await rail.getByRole('button', { name: reader.say('rail.orderDone') }).click();
    await expect(
      rail.getByRole('button', { name: reader.say('rail.moveLater', { name: reader.nameOf('000') }) }),
    ).toHaveCount(0);
    expect(reader.fragment).toBe('v=1&sources=001.002.003.000.004');
  });

  test('a source that changes places keeps the place where it was read', async ({ reader }) => {
    await reader.open();
    const places: Record<string, number> = { '000': 240, '001': 420, '003': 130 };
    const read = async () =>
      Object.fromEntries(
        await Promise.all(
          Object.keys(places).map(async (id) => {
            const top = await reader.page
              .locator(`[data-article="${id}"] [data-scroller]`)
              .evaluate((scroller) => Math.round(scroller.scrollTop));
            return [id, top] as const;
          }),
        ),
      );
    for (const [id, top] of Object.entries(places)) {
      await reader.page
        .locator(`[data-article="${id}"] [data-scroller]`)
        .evaluate((scroller, place) => scroller.scrollTo({ top: place, behavior: 'instant' }), top);
    }
    await expect.poll(read).toEqual(places);
    const rail = await reader.openRail();
    await rail.getByRole('button', { name: reader.say('rail.order') }).click();
    for (const [key, id] of [
      ['rail.moveLater', '000'],
      ['rail.moveEarlier', '003'],
      ['rail.moveLater', '000'],
    ] as const) {
      await rail.getByRole('button', { name: reader.say(key, { name: reader.nameOf(id) }) }).click();
    }
    expect(await readOrder(reader)).toEqual(['001', '003', '000', '002', '004']);
    expect(await read()).toEqual(places);
  });

  test('the address carries all of it: another browser shows the same screen', async ({
    reader,
    openFresh,
  }) => {
    await reader.open();
    const rail = await reader.openRail();
    await rail.getByRole('button', { name: reader.say('rail.order') }).click();
    await rail
      .getByRole('button', { name: reader.say('rail.moveLater', { name: reader.nameOf('000') }) })
      .click();
    await rail.getByRole('button', { name: reader.say('rail.orderDone') }).click();
    await reader.toggle(rail, '002').click();
    await reader.claimBox(rail, 'mutual-aid').uncheck();
    await reader.claimBox(rail, 'talks-duration').uncheck();
    await reader.claimButton(rail, 'first-visit-in-24-years').click();
    await expect(reader.comparison('first-visit-in-24-years')).toContainText(
      reader.say('comparison.summary', { n: '٣', total: '٤' }),
    );
    expect(await readOrder(reader)).toEqual(['001', '000', '003', '004']);

    const { fragment } = reader;
    const other = await openFresh();
    await other.open(fragment);
    await expect(other.comparison('first-visit-in-24-years')).toContainText(
      reader.say('comparison.summary', { n: '٣', total: '٤' }),
    );
    expect(other.page.url()).toBe(reader.page.url());
    const screen = await readScreen(reader, 'first-visit-in-24-years');
    expect(await readScreen(other, 'first-visit-in-24-years')).toEqual(screen);
    expect(screen.sources).toHaveLength(reader.isNarrow ? 4 : 5);
  });

  test('Back undoes one choice after the other', { tag: '@desktop' }, async ({ page, reader }) => {
    await reader.open();
    const rail = await reader.openRail();
    await reader.claimBox(rail, 'gifts').uncheck();
    await page.keyboard.press('3');
    await expect(reader.column('002')).toBeHidden();
    await page.goBack();
    await expect(reader.column('002')).toBeVisible();
    await expect(reader.claimBox(rail, 'gifts')).not.toBeChecked();
    await page.goBack();
    await expect(reader.claimBox(rail, 'gifts')).toBeChecked();
    await page.goForward();
    await expect(reader.claimBox(rail, 'gifts')).not.toBeChecked();
  });
});
