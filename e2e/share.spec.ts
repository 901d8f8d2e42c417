import { expect, test } from './journey.ts';
import { measureCharacter, readHighlighted } from './page-text.ts';
import type { Reader } from './reader.ts';
import { findOnce, getClaim } from './seeds.ts';

const WORDS = 'نحو 11 ساعة من الاتصالات مع كيم';

/** Selects published text from one article's offset to another's, as a drag of the pointer would leave it. */
async function select(
  reader: Reader,
  from: { article: string; offset: number },
  to: { article: string; offset: number },
): Promise<void> {
  await reader.page.evaluate(
    ([one, other]) => {
      const find = (place: { article: string; offset: number }): [Node, number] => {
        for (const element of document.querySelectorAll<HTMLElement>(
          `[data-article="${place.article}"] [data-start]`,
        )) {
          let at = Number(element.dataset['start']);
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const end = at + (node as Text).length;
            if (place.offset >= at && place.offset <= end) return [node, place.offset - at];
            at = end;
          }
        }
        throw new RangeError(`${place.article} does not show ${place.offset}`);
      };
      const [start, startOffset] = find(one);
      const [end, endOffset] = find(other);
      getSelection()?.setBaseAndExtent(start, startOffset, end, endOffset);
    },
    [from, to] as const,
  );
}

/** Selects words that stand once in an article. */
async function selectWords(reader: Reader, article: string, words: string): Promise<void> {
  const { start, end } = findOnce(article, words);
  await select(reader, { article, offset: start }, { article, offset: end });
}

function readClipboard(reader: Reader): Promise<string> {
  return reader.page.evaluate(() => navigator.clipboard.readText());
}

/** The fragment of an address. */
function fragmentOf(address: string): string {
  return new URL(address).hash.slice(1);
}

test.describe('sharing a passage', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a selection offers a link, which opens at the passage in another browser', async ({
    reader,
    openFresh,
    baseURL,
  }) => {
    await reader.open();
    await selectWords(reader, '001', WORDS);
    const toolbar = reader.page.getByRole('toolbar', { name: reader.say('share.toolbar') });
    await expect(toolbar).toBeInViewport();
    await toolbar.getByRole('button', { name: reader.say('share.copyLink') }).click();
    await expect(reader.announcements).toContainText(reader.say('share.linkCopied'));
    const address = await readClipboard(reader);
    expect(new URL(address).origin).toBe(new URL(baseURL ?? '').origin);

    const viewport = reader.page.viewportSize();
    const other = await openFresh({ baseURL: baseURL ?? '', viewport, reducedMotion: 'reduce' });
    await other.open(fragmentOf(address));
    await expect.poll(() => readHighlighted(other.page)).toEqual([WORDS]);
    await expect(other.announcements).toContainText(WORDS);
    await expect(other.announcements).toContainText(other.nameOf('001'));
    const focused = other.page.locator('[data-article="001"] [data-start]:focus');
    await expect(focused).toContainText(WORDS);
    await expect
      .poll(async () => {
        const box = await measureCharacter(other.page, '001', findOnce('001', WORDS).start);
        const { width, height } = viewport ?? { width: 0, height: 0 };
        return box !== null && box.x > 0 && box.x < width && box.top > 0 && box.bottom < height;
      })
      .toBe(true);
  });

  test('a selection that cuts a word is widened to whole words', async ({ reader, openFresh, baseURL }) => {
    await reader.open();
    const { start, end } = findOnce('001', WORDS);
    await select(reader, { article: '001', offset: start + 1 }, { article: '001', offset: end - 1 });
    await reader.page.getByRole('button', { name: reader.say('share.copyLink') }).click();
    await expect(reader.announcements).toContainText(reader.say('share.linkCopied'));
    const other = await openFresh({ baseURL: baseURL ?? '' });
    await other.open(fragmentOf(await readClipboard(reader)));
    await expect.poll(() => readHighlighted(other.page)).toEqual([WORDS]);
  });

  test('a selection over two articles gives passages of each, and none of what is folded', async ({
    reader,
    openFresh,
    baseURL,
  }) => {
    await reader.open();
    const from = findOnce('000', 'ومن المتوقع أن يناقش بوتين');
    const { end } = findOnce('001', 'لندن – وقع الرئيس الروسي');
    await select(reader, { article: '000', offset: from.start }, { article: '001', offset: end });
    await reader.page.keyboard.press('c');
    await expect(reader.announcements).toContainText(reader.say('share.linkCopied'));
    const fragment = fragmentOf(await readClipboard(reader));
    // The headline of the second stands elsewhere in its file: what lies between was not selected.
    expect(fragment.match(/p=00[01]\./g)).toEqual(['p=000.', 'p=001.', 'p=001.']);
    const other = await openFresh({ baseURL: baseURL ?? '' });
    await other.open(fragment);
    const card = other.page.getByRole('region', { name: other.say('share.targets') });
    await expect(card).toContainText(other.nameOf('000'));
    await expect(card).toContainText(other.nameOf('001'));
    const shown = (await readHighlighted(other.page)) ?? [];
    expect(shown.join(' ')).toContain('ومن المتوقع أن يناقش بوتين');
    expect(shown.join(' ')).not.toContain('مقالات ذات صلة');
    expect(shown.join(' ')).toContain('لندن – وقع الرئيس الروسي');
    await card.getByRole('button', { name: other.say('share.clear') }).click();
    await expect(card).toHaveCount(0);
    expect(await readHighlighted(other.page)).toBeNull();
    expect(other.fragment).toBe('');
  });

  test('a quotation is copied clean, with its source, its date and a link', async ({ reader }) => {
    await reader.open();
    await selectWords(reader, '000', 'أول زيارة له لكوريا الشمالية منذ 24 عاماً');
    await reader.page.getByRole('button', { name: reader.say('share.copyQuote') }).click();
    await expect(reader.announcements).toContainText(reader.say('share.quoteCopied'));
    const [quotation, link] = (await readClipboard(reader)).split('\n');
    expect(quotation).toBe(
      '«أول زيارة له لكوريا الشمالية منذ 24 عاماً» — الشرق الأوسط، ١٩ يونيو ٢٠٢٤ (مستنتج)',
    );
    await reader.open(fragmentOf(link ?? ''));
    await expect
      .poll(() => readHighlighted(reader.page))
      .toEqual(['أول زيارة له لكوريا الشمالية منذ 24 عاماً']);
  });

  test('the browser’s own copy holds the article’s words alone', async ({ reader }) => {
    await reader.open();
    const words = 'في أول زيارة له لكوريا الشمالية منذ 24 عاماً. ومن المتوقع';
    await selectWords(reader, '000', words);
    expect(await reader.page.evaluate(() => getSelection()?.toString())).toBe(words);
  });

  test('a comparison is shared with its link and its quotations', async ({ reader }) => {
    await reader.open('v=1&claim=first-visit-in-24-years');
    const comparison = reader.comparison('first-visit-in-24-years');
    await comparison.getByRole('button', { name: reader.say('comparison.copyLink') }).click();
    await expect(reader.announcements).toContainText(reader.say('share.linkCopied'));
    expect(fragmentOf(await readClipboard(reader))).toBe('v=1&claim=first-visit-in-24-years');
    await comparison.getByRole('button', { name: reader.say('comparison.copyQuotes') }).click();
    await expect(reader.announcements).toContainText(
      reader.sayCopied(getClaim('first-visit-in-24-years').evidence.length),
    );
    const quotations = await readClipboard(reader);
    for (const id of ['000', '001', '003']) expect(quotations).toContain(reader.nameOf(id));
    expect(quotations).toContain('ما يقرب من ربع قرن');
  });
});

test('where the browser refuses to copy, the text is there to be copied by hand', async ({ reader }) => {
  await reader.page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new DOMException('denied', 'NotAllowedError')),
    });
  });
  await reader.open();
  await selectWords(reader, '001', WORDS);
  await reader.page.getByRole('button', { name: reader.say('share.copyLink') }).click();
  const field = reader.page.getByRole('dialog').getByRole('textbox');
  await expect(field).toHaveValue(/#v=1&p=001\./);
  expect(
    await field.evaluate((element: HTMLTextAreaElement) => element.selectionEnd - element.selectionStart),
  ).toBeGreaterThan(40);
});
