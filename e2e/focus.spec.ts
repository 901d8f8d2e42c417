import type { Locator } from '@playwright/test';
import { expect, test } from './journey.ts';
import { measureCharacter } from './page-text.ts';
import type { Reader } from './reader.ts';
import { findPassages, getClaim } from './seeds.ts';

/** How near two heights are that count as one, in CSS pixels. */
const NEAR = 3;

/** How far a column's text is scrolled. */
function readTop(reader: Reader, article: string): Promise<number> {
  return reader.scroller(article).evaluate((element) => Math.round(element.scrollTop));
}

/** How far the row of columns is scrolled. */
function readLeft(reader: Reader): Promise<number> {
  return reader.columns.evaluate((element) => Math.round(Math.abs(element.scrollLeft)));
}

/** Scrolls a column with the wheel, or on a phone as a finger would. */
async function scrollByHand(reader: Reader, article: string, by: number): Promise<void> {
  const box = await reader.scroller(article).boundingBox();
  if (box === null) throw new Error(`${article} is not on the screen`);
  const before = await readTop(reader, article);
  await reader.page.mouse.move(box.x + box.width / 2, box.y + Math.min(60, box.height / 4));
  await reader.page.mouse.wheel(0, by);
  await expect.poll(() => readTop(reader, article)).not.toBe(before);
}

/** Where the text begins that stands highest in a column's view, as its offset in the article. */
function readFirstInView(reader: Reader, article: string): Promise<string> {
  return reader.scroller(article).evaluate((scroller) => {
    const { top } = scroller.getBoundingClientRect();
    const inView = Array.from(scroller.querySelectorAll<HTMLElement>('[data-start]')).find(
      (element) => element.getBoundingClientRect().bottom > top,
    );
    return inView?.dataset['start'] ?? '';
  });
}

/** Waits until a column stays where it is for some frames. */
async function settled(reader: Reader, article: string): Promise<number> {
  await expect
    .poll(() =>
      reader.scroller(article).evaluate(async (element) => {
        const before = element.scrollTop;
        for (let frame = 0; frame < 8; frame += 1) await new Promise(requestAnimationFrame);
        return element.scrollTop === before;
      }),
    )
    .toBe(true);
  return readTop(reader, article);
}

/** How far below its column's top a passage stands. */
async function measureHeight(reader: Reader, claim: string, article: string, index: number): Promise<number> {
  const { start } = findPassages(getClaim(claim), article)[index] ?? { start: -1 };
  const box = await measureCharacter(reader.page, article, start);
  const frame = await reader.scroller(article).boundingBox();
  return Math.round((box?.top ?? Number.NaN) - (frame?.y ?? Number.NaN));
}

/** The control that steps through a column's passages of the claim in focus. */
function steps(reader: Reader, article: string): Locator {
  return reader
    .column(article)
    .getByRole('group', { name: reader.say('steps.label', { name: reader.nameOf(article) }) });
}

function stepButton(reader: Reader, article: string, way: 'next' | 'previous'): Locator {
  const name = reader.nameOf(article);
  return steps(reader, article).getByRole('button', {
    name: way === 'next' ? reader.say('steps.next', { name }) : reader.say('steps.previous', { name }),
  });
}

async function expectPosition(reader: Reader, article: string, at: number, total: number): Promise<void> {
  const position = reader.say('steps.position', { n: reader.write(at), total: reader.write(total) });
  await expect(steps(reader, article)).toHaveText(position);
}

/** The words of an article that are told apart as the passage in view. */
function readCurrent(reader: Reader, article: string): Promise<string> {
  return reader
    .column(article)
    .evaluate((column) =>
      Array.from(column.querySelectorAll('mark[data-current]'), (mark) => mark.textContent ?? '').join(''),
    );
}

/** What a column says that lacks a claim. */
function sayMissing(reader: Reader, claim: string, article: string): string {
  return reader.say('article.notHereDetail', { label: reader.labelOf(claim), name: reader.nameOf(article) });
}

async function focusFromRail(reader: Reader, claim: string): Promise<void> {
  await reader.claimButton(await reader.openRail(), claim).click();
  await expect(reader.comparison(claim)).toBeVisible();
}

for (const language of ['ar', 'en'] as const) {
  test(`the passages of one article are stepped through, its column alone (${language})`, async ({
    reader,
  }) => {
    await reader.prefer({ language });
    await reader.open('v=1&claim=gifts');
    await expect(reader.comparison('gifts')).toBeVisible();
    await expectPosition(reader, '003', 1, 5);
    await settled(reader, '003');
    const height = await measureHeight(reader, 'gifts', '003', 0);
    const others = await settled(reader, '004');
    await stepButton(reader, '003', 'next').click();
    await expectPosition(reader, '003', 2, 5);
    await expect(reader.announcements).toContainText(
      reader.say('steps.at', {
        count: 5,
        n: reader.write(5),
        at: reader.write(2),
        name: reader.nameOf('003'),
      }),
    );
    await expect.poll(() => measureHeight(reader, 'gifts', '003', 1)).toBeGreaterThan(height - NEAR);
    await expect.poll(() => measureHeight(reader, 'gifts', '003', 1)).toBeLessThan(height + NEAR);
    expect(await readTop(reader, '004')).toBe(others);
    await stepButton(reader, '003', 'previous').click();
    await stepButton(reader, '003', 'previous').click();
    await expectPosition(reader, '003', 5, 5);
    await expect.poll(() => measureHeight(reader, 'gifts', '003', 4)).toBeLessThan(height + NEAR);
    // An article with one passage, or none, has nothing to step through.
    await reader.open('v=1&claim=first-visit-in-24-years');
    for (const article of ['000', '002']) await expect(steps(reader, article)).toHaveCount(0);
  });
}

test('the passage in view is told apart from the claim’s others', { tag: '@desktop' }, async ({ reader }) => {
  await reader.open('v=1&claim=gifts');
  await expectPosition(reader, '003', 1, 5);
  const numbers = [0, 1].map((index) => reader.number('003', 'gifts', index));
  const read = (number: Locator | undefined) =>
    number?.evaluate((element) => getComputedStyle(element, '::before').backgroundColor);
  await expect.poll(() => read(numbers[0])).not.toBe(await read(numbers[1]));
  const first = await readCurrent(reader, '003');
  expect(first).not.toBe('');
  await stepButton(reader, '003', 'next').click();
  await expect.poll(() => readCurrent(reader, '003')).not.toBe(first);
  await reader.page.keyboard.press('Escape');
  await expect.poll(() => readCurrent(reader, '003')).toBe('');
});

test('keys and the comparison step along with it', { tag: '@desktop' }, async ({ reader }) => {
  await reader.open('v=1&claim=gifts');
  await expectPosition(reader, '003', 1, 5);
  for (const at of [1, 2, 3]) {
    await reader.page.keyboard.press('j');
    await expectPosition(reader, '003', at, 5);
  }
  await reader.page.keyboard.press('k');
  await expectPosition(reader, '003', 2, 5);
  await reader
    .comparison('gifts')
    .getByRole('button', { name: reader.say('comparison.goTo', { name: reader.nameOf('003') }) })
    .last()
    .click();
  await expectPosition(reader, '003', 5, 5);
});

test('it works by keyboard alone', { tag: '@desktop' }, async ({ reader }) => {
  const { page } = reader;
  await reader.open();
  // Coming to it by keyboard brings it into view: this is where the reader is.
  await reader.number('003', 'gifts', 2).focus();
  const home = await settled(reader, '003');
  expect(home).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expectPosition(reader, '003', 3, 5);
  // The comparison takes the focus when it comes.
  await expect(reader.comparison('gifts')).toBeVisible();
  await stepButton(reader, '003', 'next').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expectPosition(reader, '003', 5, 5);
  await settled(reader, '003');
  await page.keyboard.press('Escape');
  await expect(reader.comparison('gifts')).toHaveCount(0);
  await expect(reader.number('003', 'gifts', 2)).toBeFocused();
  await expect(steps(reader, '003')).toHaveCount(0);
  await expect.poll(() => readTop(reader, '003')).toBe(home);
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`closing takes every column back to where it was (motion: ${reducedMotion})`, async ({
    page,
    reader,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await reader.open();
    await scrollByHand(reader, '000', 260);
    const home = await settled(reader, '000');
    await focusFromRail(reader, 'gifts');
    await expect(reader.number('003', 'gifts')).toBeInViewport();
    // From claim to claim the first place is kept.
    await reader
      .comparison('gifts')
      .getByRole('button', { name: reader.say('comparison.next') })
      .click();
    await expect(reader.comparison('gift-car')).toBeVisible();
    await settled(reader, '003');
    expect(await readTop(reader, '003')).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect(reader.comparison('gift-car')).toHaveCount(0);
    await expect.poll(() => readTop(reader, '003')).toBe(0);
    await expect.poll(() => readTop(reader, '000')).toBe(home);
    await expect.poll(() => readLeft(reader)).toBe(0);
  });
}

test('what the reader scrolls stays where they leave it', { tag: '@desktop' }, async ({ reader }) => {
  await reader.open();
  await focusFromRail(reader, 'gifts');
  await settled(reader, '003');
  await scrollByHand(reader, '003', 500);
  const chosen = await settled(reader, '003');
  // Nothing brings it back: neither drawing anew, nor another source, nor closing.
  await reader.claimBox(await reader.openRail(), 'friendship').click();
  await reader.toggle(await reader.openRail(), '001').click();
  await expect(reader.column('001')).toBeHidden();
  expect(await settled(reader, '003')).toBe(chosen);
  expect(await settled(reader, '004')).toBeGreaterThan(0);
  await reader.toggle(await reader.openRail(), '001').click();
  const words = await readFirstInView(reader, '003');
  await reader.closeComparison('gifts');
  await expect.poll(() => readTop(reader, '004')).toBe(0);
  // Closing makes the column wider, and its text shorter; the same words stand at its top.
  await settled(reader, '003');
  expect(await readFirstInView(reader, '003')).toBe(words);
});

test('the wheel is never fought while columns are moving', { tag: '@desktop' }, async ({ page, reader }) => {
  await reader.open();
  await focusFromRail(reader, 'new-phase-of-prosperity');
  // Under way: a wheel turned before would have had nothing to fight.
  await expect.poll(() => readTop(reader, '003')).toBeGreaterThan(0);
  const box = await reader.scroller('003').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 50);
  for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, -400);
  await expect.poll(() => readTop(reader, '003')).toBe(0);
  expect(await settled(reader, '003')).toBe(0);
});

test(
  'a wide screen shows as many of those that make the claim as fit',
  { tag: '@desktop' },
  async ({ reader }) => {
    await reader.open();
    await expect(reader.column('000')).toBeInViewport({ ratio: 0.9 });
    await focusFromRail(reader, 'gifts');
    for (const article of ['003', '004']) await expect(reader.column(article)).toBeInViewport({ ratio: 0.9 });
    const silence = reader.column('002').getByText(sayMissing(reader, 'gifts', '002'));
    await expect(silence.locator('..')).toBeInViewport();
    await reader.page.keyboard.press('Escape');
    await expect(reader.column('000')).toBeInViewport({ ratio: 0.9 });
  },
);

for (const size of [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
]) {
  test(`above the sheet stand passages and silences (${size.width} px)`, async ({ page, reader }) => {
    await page.setViewportSize(size);
    await reader.open();
    // From low in the column, where the sheet will lie.
    await reader.number('000', 'first-visit-in-24-years').evaluate((number) => {
      const scroller = number.closest('[data-scroller]');
      const line = number.parentElement?.getBoundingClientRect();
      const box = scroller?.getBoundingClientRect();
      scroller?.scrollBy({
        top: (line?.top ?? 0) - (box?.top ?? 0) - (box?.height ?? 0) * 0.75,
        behavior: 'instant',
      });
    });
    await reader.number('000', 'first-visit-in-24-years').press('Enter');
    const sheet = reader.comparison('first-visit-in-24-years');
    await expect(sheet).toBeVisible();
    await expect
      .poll(async () => {
        const box = await reader.number('000', 'first-visit-in-24-years').boundingBox();
        return ((await sheet.boundingBox())?.y ?? 0) - ((box?.y ?? 0) + (box?.height ?? 0));
      })
      .toBeGreaterThan(0);
    const silence = reader.column('002').getByText(sayMissing(reader, 'first-visit-in-24-years', '002'));
    await expect
      .poll(async () => {
        const box = await silence.locator('..').boundingBox();
        return ((await sheet.boundingBox())?.y ?? 0) - ((box?.y ?? 0) + (box?.height ?? 0));
      })
      .toBeGreaterThan(0);
  });
}

test('the tab of the source in view is in view itself', { tag: '@phone' }, async ({ page, reader }) => {
  await reader.open();
  await focusFromRail(reader, 'gifts');
  await expect(reader.column('003')).toBeInViewport({ ratio: 0.9 });
  const tab = page
    .getByRole('navigation', { name: reader.say('article.tabs') })
    .getByRole('button', { name: reader.nameOf('003'), exact: true });
  await expect(tab).toHaveAttribute('aria-current', 'true');
  await expect(tab).toBeInViewport({ ratio: 1 });
});

/** Turns scrolling together on or off where readers find it, by keyboard. */
async function chooseSync(reader: Reader, choice: 'on' | 'off'): Promise<void> {
  const { page } = reader;
  await page.getByRole('button', { name: reader.say('bar.settings') }).press('Enter');
  const group = page.getByRole('group', { name: reader.say('settings.sync') });
  await expect(group).toHaveAccessibleDescription(reader.say('settings.syncHint'));
  const radio = group.getByRole('radio', { name: reader.say(`settings.sync-${choice}`), exact: true });
  await radio.focus();
  await page.keyboard.press('Space');
  await expect(radio).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test.describe('columns that scroll together', { tag: '@desktop' }, () => {
  test('do not, unless the reader says so', async ({ reader }) => {
    await reader.open();
    await scrollByHand(reader, '000', 300);
    await settled(reader, '000');
    for (const article of ['001', '002']) expect(await readTop(reader, article)).toBe(0);
  });

  for (const language of ['ar', 'en'] as const) {
    test(`are three at most, each leads, and it is kept (${language})`, async ({ page, reader }) => {
      await reader.prefer({ language });
      await page.setViewportSize({ width: 1920, height: 900 });
      await reader.open();
      await chooseSync(reader, 'on');
      await scrollByHand(reader, '000', 300);
      await settled(reader, '000');
      const [one, two] = [await readTop(reader, '001'), await readTop(reader, '002')];
      expect(one).toBeGreaterThan(0);
      expect(two).toBeGreaterThan(0);
      for (const article of ['003', '004']) expect(await readTop(reader, article)).toBe(0);
      // Another leads: the first is led, and comes back to where it was when the other does.
      const first = await readTop(reader, '000');
      await scrollByHand(reader, '002', 200);
      await settled(reader, '002');
      expect(await settled(reader, '000')).toBeGreaterThan(first);
      await scrollByHand(reader, '002', -200);
      await settled(reader, '002');
      expect(Math.abs((await settled(reader, '000')) - first)).toBeLessThanOrEqual(NEAR);
      // One that stands beyond the three moves alone.
      await scrollByHand(reader, '004', 300);
      await settled(reader, '004');
      expect(Math.abs((await readTop(reader, '000')) - first)).toBeLessThanOrEqual(NEAR);
      await page.reload();
      await reader.settle();
      await scrollByHand(reader, '000', 300);
      await expect.poll(() => readTop(reader, '001')).toBeGreaterThan(0);
      await chooseSync(reader, 'off');
      const before = await settled(reader, '001');
      await scrollByHand(reader, '000', 300);
      await settled(reader, '000');
      expect(await readTop(reader, '001')).toBe(before);
    });
  }

  test('meet at the claim in focus, and go on from there', async ({ page, reader }) => {
    await reader.prefer({ sync: 'on' });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await reader.open();
    await focusFromRail(reader, 'support-on-ukraine');
    await settled(reader, '000');
    const aligned = await Promise.all(['000', '001', '002'].map((article) => settled(reader, article)));
    await scrollByHand(reader, '001', 120);
    await settled(reader, '001');
    await scrollByHand(reader, '001', -120);
    await settled(reader, '001');
    const back = await Promise.all(['000', '001', '002'].map((article) => settled(reader, article)));
    for (const [index, top] of back.entries())
      expect(Math.abs(top - (aligned[index] ?? 0))).toBeLessThanOrEqual(NEAR);
  });

  test('follow keys as well', async ({ page, reader }) => {
    await reader.prefer({ sync: 'on' });
    await reader.open();
    await reader.scroller('001').focus();
    await page.keyboard.press('PageDown');
    await settled(reader, '001');
    expect(await settled(reader, '000')).toBeGreaterThan(0);
  });
});
