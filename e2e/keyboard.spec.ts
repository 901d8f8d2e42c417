import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';

/** The article whose column holds the keyboard's focus; empty when none does. */
function readFocusedColumn(reader: Reader): Promise<string> {
  return reader.page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-article]')?.dataset['article'] ?? '',
  );
}

/** Presses Tab until the element asked for has the focus. */
async function tabTo(reader: Reader, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isThere()) return;
    await reader.page.keyboard.press('Tab');
  }
  throw new Error('60 presses of Tab did not get there');
}

test.describe('by keyboard alone', { tag: '@desktop' }, () => {
  test('the whole of the main journey works', async ({ reader }) => {
    const { page } = reader;
    await reader.open();
    const rail = await reader.openRail();
    const toggle = reader.toggle(rail, '002');
    await tabTo(reader, () => toggle.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Space');
    await expect(reader.column('002')).toBeHidden();
    await page.keyboard.press('Space');
    await expect(reader.column('002')).toBeVisible();

    await page.keyboard.press('j');
    const focused = page.locator('main a:focus');
    await expect(focused).toHaveCount(1);
    const first = await focused.getAttribute('aria-label');
    await page.keyboard.press('j');
    await expect(focused).not.toHaveAttribute('aria-label', first ?? '');
    await page.keyboard.press('k');
    await expect(focused).toHaveAttribute('aria-label', first ?? '');

    const claim = new URLSearchParams((await focused.getAttribute('href'))?.split('#')[1]).get('claim') ?? '';
    await page.keyboard.press('Enter');
    const comparison = reader.comparison(claim);
    await expect(comparison.getByRole('heading', { level: 2 })).toBeFocused();
    const quote = comparison
      .getByRole('button', { name: reader.say('comparison.goTo', { name: reader.nameOf('003') }) })
      .first();
    await tabTo(reader, () => quote.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Enter');
    expect(await readFocusedColumn(reader)).toBe('003');

    await page.keyboard.press('Escape');
    await expect(comparison).toHaveCount(0);
    await expect(focused).toHaveAttribute('aria-label', first ?? '');
  });

  test('Escape gives the focus back to the passage that was opened', async ({ reader }) => {
    await reader.open();
    await reader.number('001', 'first-visit-in-24-years').focus();
    await reader.page.keyboard.press('Enter');
    await expect(reader.comparison('first-visit-in-24-years')).toBeVisible();
    await reader.page.keyboard.press('Escape');
    await expect(reader.number('001', 'first-visit-in-24-years')).toBeFocused();
  });

  for (const [language, towardsNext] of [
    ['ar', 'ArrowLeft'],
    ['en', 'ArrowRight'],
  ] as const) {
    test(`arrows move between columns as they stand on the screen (${language})`, async ({ reader }) => {
      await reader.prefer({ language });
      await reader.open();
      await reader.scroller('000').focus();
      await reader.page.keyboard.press(towardsNext);
      expect(await readFocusedColumn(reader)).toBe('001');
      await reader.page.keyboard.press(towardsNext);
      expect(await readFocusedColumn(reader)).toBe('002');
      await reader.page.keyboard.press(towardsNext === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft');
      expect(await readFocusedColumn(reader)).toBe('001');
    });
  }

  test('with a claim in focus, j and k step through its passages', async ({ reader }) => {
    await reader.open('v=1&claim=first-visit-in-24-years');
    const columns: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await reader.page.keyboard.press('j');
      columns.push(await readFocusedColumn(reader));
    }
    expect(columns).toEqual(['000', '001', '003']);
  });

  for (const [layout, pressed, moved] of [
    ['Arabic', { key: 'ت', code: 'KeyJ' }, true],
    ['Dvorak, where it writes J', { key: 'j', code: 'KeyC' }, true],
    ['Dvorak, where others have J', { key: 'h', code: 'KeyJ' }, false],
  ] as const) {
    test(`letters are read as the layout writes them (${layout})`, async ({ context, page, reader }) => {
      await reader.open();
      const keyboard = await context.newCDPSession(page);
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', text: pressed.key, ...pressed });
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed });
      await expect(page.locator('main a:focus')).toHaveCount(moved ? 1 : 0);
    });
  }

  test('shortcuts can be turned off, all but Escape, and stay off', async ({ page, reader }) => {
    await reader.open('v=1&claim=gifts');
    await page.getByRole('button', { name: reader.say('bar.settings') }).click();
    const choices = page.getByRole('group', { name: reader.say('settings.shortcuts') });
    await choices
      .getByRole('radio', { name: reader.say('settings.shortcuts-off'), exact: true })
      .check({ force: true });
    await page.keyboard.press('Escape');
    await page.reload();
    await reader.settle();
    await expect(reader.comparison('gifts')).toBeVisible();
    for (const key of ['1', 'j', 'k', 'c', 'Shift+?', 'ArrowLeft']) await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(reader.column('000')).toBeVisible();
    expect(await readFocusedColumn(reader)).toBe('');
    await page.getByRole('button', { name: reader.say('bar.keys') }).click();
    await expect(page.getByRole('dialog')).toContainText(reader.say('keys.areOff'));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(reader.comparison('gifts')).toHaveCount(0);
  });

  test('the list of keys opens with ? in either layout, and closes', async ({ reader }) => {
    await reader.open();
    const dialog = reader.page.getByRole('dialog', { name: reader.say('keys.title') });
    for (const key of ['?', '؟']) {
      await reader.page.evaluate(
        (name) =>
          document.dispatchEvent(
            new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
          ),
        key,
      );
      await expect(dialog).toBeVisible();
      await expect(dialog).toContainText(reader.say('keys.next'));
      await reader.page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  });

  test('keys rest while a dialog is open', async ({ reader }) => {
    await reader.open();
    await reader.page.getByRole('button', { name: reader.say('bar.settings') }).click();
    await expect(reader.page.getByRole('dialog')).toBeVisible();
    await reader.page.keyboard.press('1');
    await reader.page.keyboard.press('Escape');
    await expect(reader.page.getByRole('dialog')).toHaveCount(0);
    await expect(reader.column('000')).toBeVisible();
  });

  test('keys with a modifier are the browser’s', async ({ reader }) => {
    await reader.open();
    for (const key of ['Control+1', 'Alt+2', 'Meta+3', 'Control+j']) await reader.page.keyboard.press(key);
    for (const id of ['000', '001', '002']) await expect(reader.column(id)).toBeVisible();
    expect(await readFocusedColumn(reader)).toBe('');
    expect(reader.fragment).toBe('');
  });

  test('a dialog gives the focus back to what opened it', async ({ reader }) => {
    const { page } = reader;
    await reader.open();
    for (const [button, dialog] of [
      [reader.say('bar.settings'), reader.say('settings.title')],
      [reader.say('bar.keys'), reader.say('keys.title')],
    ] as const) {
      await page.getByRole('button', { name: button }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByRole('button', { name: button })).toBeFocused();
    }
    await reader.number('001', 'first-visit-in-24-years').focus();
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(reader.number('001', 'first-visit-in-24-years')).toBeFocused();
  });

  test('the way past the rail leads to the first text that is shown', async ({ reader }) => {
    const skip = reader.page.getByRole('link', { name: reader.say('app.skipToText') });
    await reader.open('v=1&sources=002.004');
    await skip.focus();
    await reader.page.keyboard.press('Enter');
    await expect(reader.scroller('002')).toBeFocused();
    await reader.open('v=1&sources=');
    await skip.focus();
    await reader.page.keyboard.press('Enter');
    await expect(reader.columns).toBeFocused();
  });

  test('the first stop is a way past the rail to the texts', async ({ reader }) => {
    await reader.open();
    await reader.page.keyboard.press('Tab');
    const skip = reader.page.getByRole('link', { name: reader.say('app.skipToText') });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await reader.page.keyboard.press('Enter');
    await expect(reader.scroller('000')).toBeFocused();
    expect(reader.fragment).toBe('');
  });
});

test('the sheet of claims gives the focus back to its button', { tag: '@phone' }, async ({ reader }) => {
  await reader.open();
  await reader.openRail();
  await reader.page.keyboard.press('Escape');
  await expect(reader.page.getByRole('dialog')).toHaveCount(0);
  await expect(reader.page.getByRole('button', { name: reader.say('bar.claims') })).toBeFocused();
});
