import type { Locator } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { EDITED, nameArticle, publishEdited } from './edited-collection.ts';
import { expect, test } from './journey.ts';
import { bringIntoView, readHighlighted, selectText } from './page-text.ts';
import type { Reader } from './reader.ts';
import { findOnce, getText } from './seeds.ts';

const WORDS = 'نحو 11 ساعة من الاتصالات مع كيم';
const URL_OF = 'https://example.org/news/001';

function readClipboard(reader: Reader): Promise<string> {
  return reader.page.evaluate(() => navigator.clipboard.readText());
}

/** Selects the words, opens the other forms, and presses one. */
async function copyAs(reader: Reader, form: 'annotation' | 'selector' | 'text-fragment'): Promise<string> {
  const { start, end } = findOnce('001', WORDS);
  await bringIntoView(reader.page, '001', start);
  await selectText(reader.page, { article: '001', offset: start }, { article: '001', offset: end });
  const toolbar = reader.page.getByRole('toolbar', { name: reader.say('share.toolbar') });
  const more = toolbar.getByRole('button', { name: reader.say('exchange.more') });
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
  await toolbar.getByRole('button', { name: reader.say(`exchange.${form}`), exact: true }).click();
  await expect(reader.announcements).toContainText(reader.say(`exchange.copied-${form}`));
  return readClipboard(reader);
}

function findCard(reader: Reader): Locator {
  return reader.page.getByRole('region', { name: reader.say('share.targets') });
}

async function openDialog(reader: Reader): Promise<Locator> {
  const rail = await reader.openRail();
  await rail.getByRole('button', { name: reader.say('exchange.open') }).click();
  return reader.page.getByRole('dialog', { name: reader.say('exchange.title') });
}

async function choose(dialog: Locator, body: string | Buffer, name = 'a.json'): Promise<void> {
  const buffer = typeof body === 'string' ? Buffer.from(body) : body;
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer });
}

function annotate(exact: string, rest: object = {}, target: object = {}): object {
  return {
    type: 'Annotation',
    target: { selector: { type: 'TextQuoteSelector', exact }, ...target },
    ...rest,
  };
}

test.describe('passages as others write them', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a passage copied as an annotation is opened from its file', async ({
    reader,
    openFresh,
    baseURL,
  }) => {
    await reader.open();
    const copied = await copyAs(reader, 'annotation');
    expect(JSON.parse(copied)).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      target: { source: `${baseURL}#v=1&sources=001`, selector: [{ exact: WORDS }, {}] },
    });
    const viewport = reader.page.viewportSize();
    const other = await openFresh({ baseURL: baseURL ?? '', viewport });
    await other.open();
    await choose(await openDialog(other), copied);
    const item = findCard(other).getByRole('listitem');
    await expect(item).toHaveText(`${other.nameOf('001')}${WORDS}${other.say('share.goTo')}`);
    await expect.poll(() => readHighlighted(other.page)).toEqual([WORDS]);
    await expect(other.announcements).toContainText(WORDS);
    // It has become a passage of the address, to be sent on.
    expect(other.fragment).toMatch(/^v=1&p=001\./);
    await findCard(other)
      .getByRole('button', { name: other.say('share.clear') })
      .click();
    await expect(findCard(other)).toHaveCount(0);
    expect(other.fragment).toBe('');
  });

  test('a link with the words opens at the passage', async ({ reader, openFresh, baseURL }) => {
    await reader.open();
    const address = await copyAs(reader, 'selector');
    const { hash } = new URL(address);
    expect(hash).toMatch(/^#selector\(type=TextQuoteSelector,exact=.*,article=001\)$/);
    const other = await openFresh({ baseURL: baseURL ?? '' });
    await other.open(hash.slice(1));
    await expect.poll(() => readHighlighted(other.page)).toEqual([WORDS]);
    await expect(findCard(other).getByRole('listitem')).toContainText(WORDS);
    await expect(other.page.getByRole('alert')).toHaveCount(0);
    expect(other.fragment).toMatch(/^v=1&p=001\./);
  });

  test('a link to the publisher’s page is offered where its address is known', async ({ reader }) => {
    await publishEdited(reader, [{ id: '001', text: getText('001') }], { urls: { '001': URL_OF } });
    await reader.open(`v=1&collection=${EDITED}`);
    const link = await copyAs(reader, 'text-fragment');
    expect(decodeURIComponent(link)).toBe(`${URL_OF}#:~:text=${WORDS}`);
    const annotation = await copyAs(reader, 'annotation');
    expect(JSON.parse(annotation)).toMatchObject({ target: { source: URL_OF } });
    await reader.open();
    const { start, end } = findOnce('001', WORDS);
    await bringIntoView(reader.page, '001', start);
    await selectText(reader.page, { article: '001', offset: start }, { article: '001', offset: end });
    await reader.page.getByRole('button', { name: reader.say('exchange.more') }).click();
    await expect(reader.page.getByRole('button', { name: reader.say('exchange.selector') })).toBeVisible();
    await expect(reader.page.getByRole('button', { name: reader.say('exchange.text-fragment') })).toHaveCount(
      0,
    );
    await expectAccessible(reader.page, 'other forms of a selection');
  });
});

for (const language of ['ar', 'en'] as const) {
  test.describe(`annotations of others (${language})`, () => {
    test.beforeEach(async ({ reader }) => {
      await reader.prefer({ language });
    });

    test('each tells what became of its passage', async ({ reader }) => {
      const now = getText('001').replace(WORDS, 'نحو 13 ساعة من الاتصالات مع كيم');
      await publishEdited(
        reader,
        [
          { id: 'a', text: now },
          { id: 'b', text: getText('004') },
        ],
        { urls: { a: URL_OF } },
      );
      await reader.open(`v=1&collection=${EDITED}`);
      const html = '<b onclick="alert(1)">تعليق</b>';
      const page = {
        type: 'AnnotationPage',
        items: [
          annotate(
            WORDS,
            { body: { type: 'TextualBody', value: html, format: 'text/html' } },
            { source: `${URL_OF}#part` },
          ),
          annotate('وثيقة ثورية فعلياً', {}, { source: 'https://elsewhere.example/' }),
          annotate('كلمات لا ترد في أي نص من هذه النصوص البتة'),
          annotate('بوتين'),
          { type: 'Annotation', target: { selector: { type: 'CssSelector', value: 'p' } } },
        ],
      };
      await choose(await openDialog(reader), JSON.stringify(page));
      const items = findCard(reader).getByRole('listitem');
      await expect(items).toHaveCount(5);
      await expect(items.nth(0)).toContainText(nameArticle('a')[language]);
      await expect(items.nth(0)).toContainText(reader.say('outcome.edited'));
      await expect(items.nth(0)).toContainText(`${reader.say('outcome.was')} ${WORDS}`);
      await expect(items.nth(0)).toContainText(html);
      await expect(items.nth(1)).toContainText(nameArticle('b')[language]);
      await expect(items.nth(2)).toContainText(reader.say('exchange.noArticle'));
      await expect(items.nth(3)).toContainText(
        reader.say('exchange.rivals', { names: '' }).split(':')[0] ?? '',
      );
      await expect(items.nth(4)).toContainText('items[4].target.selector: has no selector of text');
      await expect.poll(async () => (await readHighlighted(reader.page))?.length).toBe(2);
      await expect(reader.announcements).toContainText(reader.say('outcome.edited'));
      await expectAccessible(reader.page, 'annotations opened');
    });

    test('what is no annotation is refused in words, and the dialog stays', async ({ reader }) => {
      await reader.open();
      const dialog = await openDialog(reader);
      const fault = dialog.getByRole('alert');
      await choose(dialog, '{"type":');
      await expect(fault).toContainText(
        reader.say('exchange.unreadable', { detail: '' }).split('\u2068')[0] ?? '',
      );
      await choose(dialog, Buffer.alloc(5_000_001, 0x5b));
      await expect(fault).toHaveText(reader.say('exchange.tooLarge'));
      await choose(dialog, Buffer.from([0xff, 0xfe, 0xff]));
      await expect(fault).toHaveText(reader.say('exchange.noText'));
      await choose(dialog, '[]');
      await expect(fault).toHaveText(reader.say('exchange.empty'));
      await choose(dialog, JSON.stringify({ type: 'Annotation', target: URL_OF }));
      await expect(fault).toContainText('target: has no selector of text');
      await expectAccessible(reader.page, 'annotations refused');
      await reader.page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    });

    test('a link with words that are nowhere says so', async ({ reader }) => {
      await reader.open(
        `selector(type=TextQuoteSelector,exact=${encodeURIComponent('لا ترد هذه العبارة في أي نص')})`,
      );
      await expect(findCard(reader)).toContainText('لا ترد هذه العبارة في أي نص');
      expect(await readHighlighted(reader.page)).toBeNull();
      await reader.open('selector(type=CssSelector,value=p)');
      await expect(findCard(reader).getByRole('listitem')).toHaveCount(1);
    });
  });
}

test('annotations are pasted and opened by keyboard alone @desktop', async ({ reader }) => {
  await reader.open();
  const rail = await reader.openRail();
  const entry = rail.getByRole('button', { name: reader.say('exchange.open') });
  await entry.focus();
  await reader.page.keyboard.press('Enter');
  const dialog = reader.page.getByRole('dialog', { name: reader.say('exchange.title') });
  const field = dialog.getByRole('textbox');
  await expect(dialog).toBeVisible();
  for (
    let press = 0;
    press < 6 && !(await field.evaluate((one) => one === document.activeElement));
    press += 1
  ) {
    await reader.page.keyboard.press('Tab');
  }
  await expect(field).toBeFocused();
  await reader.page.keyboard.insertText(JSON.stringify(annotate(WORDS)));
  await reader.page.keyboard.press('Tab');
  await reader.page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => readHighlighted(reader.page)).toEqual([WORDS]);
  await expect(reader.page.locator('[data-article="001"] [data-start]:focus')).toContainText(WORDS);
});
