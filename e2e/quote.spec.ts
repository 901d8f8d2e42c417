import { formatDate } from '../src/i18n/format.ts';
import { toSpan } from '../src/text/offsets.ts';
import { snapToWords } from '../src/text/words.ts';
import { expect, test } from './journey.ts';
import { bringIntoView, measureCharacter, readHighlighted, selectText } from './page-text.ts';
import type { Reader } from './reader.ts';
import { findMakers, findOnce, findPassages, getArticle, getClaim, getText } from './seeds.ts';

const ARTICLE = '000';
/** Words that no claim covers wholly, in the middle of a paragraph of that article. */
const WORDS = 'ترتبطان منذ عقود عدة بصداقة';

/** Drags the pointer from inside the first word to inside the last; on a phone the selection is set. */
async function selectPart(reader: Reader, article: string, words: string): Promise<void> {
  const { page } = reader;
  const { start, end } = findOnce(article, words);
  await bringIntoView(page, article, start);
  if (reader.isNarrow) {
    await selectText(page, { article, offset: start + 2 }, { article, offset: end - 2 });
    return;
  }
  const from = await measureCharacter(page, article, start + 2);
  const to = await measureCharacter(page, article, end - 3);
  if (from === null || to === null) throw new Error(`${article} does not show ${words}`);
  await page.mouse.move(from.x + from.width / 2, (from.top + from.bottom) / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, (to.top + to.bottom) / 2, { steps: 5 });
  await page.mouse.up();
}

function toolbar(reader: Reader) {
  return reader.page.getByRole('toolbar', { name: reader.say('share.toolbar') });
}

/** Copies what is selected with its source, and answers what is then on the clipboard. */
async function copyQuote(reader: Reader, count = 1): Promise<string> {
  await toolbar(reader)
    .getByRole('button', { name: reader.say('share.copyQuote') })
    .click();
  await expect(reader.announcements).toContainText(reader.sayCopied(count));
  return reader.page.evaluate(() => navigator.clipboard.readText());
}

test.describe('quoting', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a drag over some words quotes them whole, with outlet, date and a link', async ({
    reader,
    openFresh,
  }) => {
    await reader.open();
    await selectPart(reader, ARTICLE, WORDS);
    const [line = '', link = '', ...rest] = (await copyQuote(reader)).split('\n');
    // The file names no date: what was inferred is not quoted as if it were stated.
    expect(line).toBe(`«${WORDS}» — الشرق الأوسط، ١٩ يونيو ٢٠٢٤ (مستنتج)`);
    expect(rest).toEqual([]);
    // The reader stays where they were, with their selection.
    expect(await reader.page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
    expect(reader.fragment).toBe('');

    const other = await openFresh();
    await other.open(new URL(link).hash.slice(1));
    await expect.poll(() => readHighlighted(other.page)).toEqual([WORDS]);
  });

  test('a link opened in English is announced in English', async ({ reader, openFresh }) => {
    await reader.open();
    await selectPart(reader, ARTICLE, WORDS);
    const [, link = ''] = (await copyQuote(reader)).split('\n');
    const other = await openFresh();
    await other.prefer({ language: 'en' });
    await other.open(new URL(link).hash.slice(1));
    await expect(other.announcements).toContainText(
      other.say('share.target', { name: other.nameOf(ARTICLE), quote: WORDS }),
    );
    await expect(other.page.locator('[data-start]:focus')).toContainText(WORDS);
  });

  test('words under several claims are quoted without the numbers before them', async ({ reader }) => {
    await reader.open();
    const { start } = findOnce('004', 'وقّع الرئيس الروسي فلاديمير بوتين');
    const { end } = findOnce('004', 'بنداً للدفاع المشترك');
    await selectText(reader.page, { article: '004', offset: start }, { article: '004', offset: end });
    expect(await copyQuote(reader)).toContain(`«${getText('004').slice(start, end)}»`);
  });

  test('what is folded away is not quoted with the text around it', async ({ reader }) => {
    await reader.open();
    // Between the subtitle and the caption of 000 the page repeats its headline: set aside, and closed.
    const parts = getArticle(ARTICLE).parts;
    const subtitle = parts.find(({ kind }) => kind === 'subtitle')?.range ?? toSpan(0, 0);
    const caption = parts.find(({ kind }) => kind === 'caption')?.range ?? toSpan(0, 0);
    const text = getText(ARTICLE);
    await selectText(
      reader.page,
      { article: ARTICLE, offset: subtitle.start },
      { article: ARTICLE, offset: caption.end - 1 },
    );
    const copied = await copyQuote(reader, 2);
    expect(copied).toContain(`«${text.slice(subtitle.start, subtitle.end)}»`);
    expect(copied).toContain(`«${text.slice(caption.start, caption.end - 1)}`);
    expect(copied).not.toContain('TT');
    expect(copied.match(/^«/gm)).toHaveLength(2);
  });

  test('a comparison is quoted source by source, each with its own link', async ({ reader, openFresh }) => {
    await reader.open('v=1&claim=gifts');
    const comparison = reader.comparison('gifts');
    await expect(comparison).toContainText(getClaim('gifts').relationNote.ar);
    await comparison.getByRole('button', { name: reader.say('comparison.copyQuotes') }).click();
    await expect(reader.announcements).toContainText(reader.sayCopied(getClaim('gifts').evidence.length));
    const copied = await reader.page.evaluate(() => navigator.clipboard.readText());
    const [head, ...quoted] = copied.split('\n\n');
    // After the quotations stands who does not say it.
    expect(quoted.pop()).toContain(reader.nameOf('000'));
    const { relation } = getClaim('gifts');
    expect(head?.split('\n')).toEqual([
      `${reader.labelOf('gifts')} (${reader.say(`relation.${relation}`)})`,
      'مصدران، منشأ واحد: تاس',
    ]);
    const quotations = quoted.map((quotation) => quotation.split('\n'));
    const expected = findMakers(getClaim('gifts')).flatMap((article) => {
      const { date } = getArticle(article);
      const day = date.basis === 'unknown' ? '' : formatDate(date.value, 'ar', 'auto');
      const when = date.basis === 'inferred' ? `${day} (${reader.say('article.inferred')})` : day;
      return findPassages(getClaim('gifts'), article).map(({ start, end }) => {
        const span = snapToWords(getText(article), toSpan(start, end));
        return `«${getText(article).slice(span?.start, span?.end)}» — ${reader.nameOf(article)}، ${when}`;
      });
    });
    expect(quotations.map(([line]) => line)).toEqual(expected);

    const other = await openFresh();
    await other.open(new URL(quotations.at(-1)?.[1] ?? '').hash.slice(1));
    const last = findPassages(getClaim('gifts'), '004').at(-1);
    await expect
      .poll(() => readHighlighted(other.page))
      .toEqual([getText('004').slice(last?.start, last?.end)]);
  });

  test('a claim that one source alone makes is quoted without a relation', async ({ reader }) => {
    await reader.open('v=1&sources=000.004&claim=gifts');
    await reader
      .comparison('gifts')
      .getByRole('button', { name: reader.say('comparison.copyQuotes') })
      .click();
    await expect(reader.announcements).toContainText(
      reader.sayCopied(findPassages(getClaim('gifts'), '004').length),
    );
    const copied = await reader.page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n\n')[0]?.split('\n')).toEqual([
      reader.labelOf('gifts'),
      'مصدر واحد، منشأ واحد: تاس',
    ]);
  });
});

test('where copying is forbidden the quotation is shown, selected, and keys rest while it is', async ({
  context,
  page,
  reader,
}) => {
  const browser = await context.newCDPSession(page);
  await browser.send('Browser.setPermission', {
    permission: { name: 'clipboard-write', allowWithoutSanitization: false },
    setting: 'denied',
  });
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    Object.defineProperty(navigator.clipboard, 'writeText', { value: refuse });
  });
  await reader.open();
  await selectPart(reader, ARTICLE, WORDS);
  await toolbar(reader)
    .getByRole('button', { name: reader.say('share.copyQuote') })
    .click();
  const dialog = page.getByRole('dialog', { name: reader.say('share.copyFailed') });
  const field = dialog.getByRole('textbox');
  await expect(field).toBeFocused();
  const value = await field.inputValue();
  expect(value).toContain(`«${WORDS}» — ${reader.nameOf(ARTICLE)}`);
  const selected = await field.evaluate((element: HTMLTextAreaElement) =>
    element.value.slice(element.selectionStart, element.selectionEnd),
  );
  expect(selected).toBe(value);
  for (const key of ['1', 'j', 'c', '?']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(1);
  expect(await field.inputValue()).toBe(value);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(reader.column('000')).toBeVisible();
  expect(reader.fragment).toBe('');
});
