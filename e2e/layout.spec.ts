import { expect, test } from './journey.ts';
import type { Reader } from './reader.ts';

const WIDTHS = [1920, 1440, 1120, 1100, 834, 640, 390, 320] as const;

/** What sticks out of the window sideways, the columns' own scroller aside. */
function findOverflow(reader: Reader): Promise<string[]> {
  return reader.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const page = document.documentElement.scrollWidth > width ? ['the page itself'] : [];
    const sticking = Array.from(
      document.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, summary, label'),
    ).filter((element) => {
      if (
        !element.checkVisibility() ||
        element.closest('main') !== null ||
        element.closest('nav ul') !== null
      )
        return false;
      if (element.matches('[href="#text"]')) return false;
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.x < -1 || box.right > width + 1);
    });
    return [
      ...page,
      ...sticking.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40) ?? ''}`),
    ];
  });
}

/** Controls whose words stick out of them, or that something around them cuts off. */
function findClipped(reader: Reader): Promise<string[]> {
  return reader.page.evaluate(() => {
    const isInside = (inner: DOMRect, outer: DOMRect) =>
      inner.x >= outer.x - 2 && inner.right <= outer.right + 2;
    const isCut = (control: HTMLElement): boolean => {
      const box = control.getBoundingClientRect();
      const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
      const words = document.createRange();
      let sticksOut = false;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        // Words for screen readers alone are clipped to nothing.
        if (getComputedStyle(node.parentElement ?? control).clipPath !== 'none') continue;
        words.selectNodeContents(node);
        if (Array.from(words.getClientRects()).some((line) => !isInside(line, box))) sticksOut = true;
      }
      let outer = control.parentElement;
      while (outer !== null && !/auto|scroll/.test(getComputedStyle(outer).overflowX)) {
        if (getComputedStyle(outer).overflowX !== 'visible' && !isInside(box, outer.getBoundingClientRect()))
          return true;
        outer = outer.parentElement;
      }
      return sticksOut;
    };
    return Array.from(document.querySelectorAll<HTMLElement>('button, summary, label'))
      .filter((control) => control.checkVisibility() && control.closest('[aria-hidden="true"]') === null)
      .filter((control) => isCut(control))
      .map((control) => `${control.tagName} ${control.ariaLabel ?? control.textContent ?? ''}`);
  });
}

test.describe('layout', { tag: '@desktop' }, () => {
  for (const language of ['ar', 'en'] as const) {
    test(`nothing sticks out or is cut off at any width (${language})`, async ({ reader }) => {
      await reader.prefer({ language });
      for (const fragment of ['', 'v=1&claim=first-visit-in-24-years']) {
        await reader.open(fragment);
        for (const width of WIDTHS) {
          await reader.page.setViewportSize({ width, height: 800 });
          await expect.poll(() => findOverflow(reader), `${fragment} at ${width}`).toEqual([]);
          expect(await findClipped(reader), `${fragment} at ${width}`).toEqual([]);
        }
      }
    });
  }

  test('the heads of columns end on one line', async ({ reader }) => {
    await reader.open();
    const ends = await reader.page
      .locator('main [data-article] > header')
      .evaluateAll((heads) => heads.map((head) => Math.round(head.getBoundingClientRect().bottom)));
    expect(ends).toHaveLength(5);
    expect(new Set(ends).size).toBe(1);
  });

  test('a tablet shows two columns, a phone one', async ({ reader }) => {
    await reader.open();
    const count = () =>
      reader.page
        .locator('main [data-article]')
        .evaluateAll((columns) =>
          Math.round(document.querySelector('main')!.clientWidth / columns[0]!.getBoundingClientRect().width),
        );
    await reader.page.setViewportSize({ width: 834, height: 1100 });
    await expect.poll(count).toBe(2);
    await reader.page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(count).toBe(1);
  });

  test('the largest text still fits its column', async ({ reader }) => {
    await reader.prefer({ size: 5, leading: 'loose' });
    await reader.open();
    for (const width of WIDTHS) {
      await reader.page.setViewportSize({ width, height: 800 });
      const wide = () =>
        reader.page
          .locator('main [data-scroller]')
          .evaluateAll(
            (scrollers) => scrollers.filter((one) => one.scrollWidth > one.clientWidth + 1).length,
          );
      await expect.poll(wide, `${width}`).toBe(0);
    }
  });
});

test.describe('on a phone', { tag: '@phone' }, () => {
  test('one source at a time, and the tabs follow the swipe', async ({ reader }) => {
    await reader.open();
    const tab = (id: string) =>
      reader.page
        .getByRole('navigation', { name: reader.say('article.tabs') })
        .getByRole('button', { name: reader.nameOf(id), exact: true });
    await expect(tab('000')).toHaveAttribute('aria-current', 'true');
    await reader.columns.evaluate((main) => main.scrollBy({ left: -main.clientWidth, behavior: 'instant' }));
    await expect(tab('001')).toHaveAttribute('aria-current', 'true');
    await expect(tab('000')).not.toHaveAttribute('aria-current');
    await tab('003').tap();
    await expect(tab('003')).toHaveAttribute('aria-current', 'true');
    await expect
      .poll(() => reader.column('003').evaluate((column) => Math.round(column.getBoundingClientRect().x)))
      .toBe(0);
  });

  test('a finger swipes from source to source, each filling the screen', async ({
    context,
    page,
    reader,
  }) => {
    await reader.open();
    const finger = await context.newCDPSession(page);
    const { width } = page.viewportSize() ?? { width: 0 };
    const frame = () => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y: 500 }],
      });
    const swipe = async (from: number, to: number) => {
      await touch('touchStart', from);
      // Slowing down towards the end, as a finger that puts a page down.
      for (const share of [0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 1, 1, 1]) {
        await touch('touchMove', from + (to - from) * share);
        await frame();
      }
      await touch('touchEnd', to);
    };
    const tab = (id: string) =>
      page
        .getByRole('navigation', { name: reader.say('article.tabs') })
        .getByRole('button', { name: reader.nameOf(id), exact: true });
    for (const [id, from, to] of [
      ['001', 0.15, 0.9],
      ['002', 0.15, 0.9],
      ['001', 0.9, 0.15],
    ] as const) {
      await swipe(from * width, to * width);
      const place = () =>
        reader.column(id).evaluate((column) => Math.round(column.getBoundingClientRect().x));
      await expect.poll(place).toBe(0);
      expect(Math.round((await reader.column(id).boundingBox())?.width ?? 0)).toBe(width);
      await expect(tab(id)).toHaveAttribute('aria-current', 'true');
    }
  });
});
