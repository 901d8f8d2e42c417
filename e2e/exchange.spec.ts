import type { Locator } from '@playwright/test';
import * as fc from 'fast-check';
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

/** What a link opened, or annotations. */
function findCard(reader: Reader, origin: 'share' | 'exchange' = 'exchange'): Locator {
  return reader.page.getByRole('region', { name: reader.say(`${origin}.targets`) });
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
    const told = other.say('exchange.target', { name: other.nameOf('001'), quote: WORDS });
    await expect(other.announcements).toContainText(
      `${other.say('exchange.opened', { count: 1, n: '1' })} ${told}`,
    );
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
    await expect(findCard(other, 'share').getByRole('listitem')).toContainText(WORDS);
    await expect(other.announcements).toContainText(
      other.say('share.target', { name: other.nameOf('001'), quote: WORDS }),
    );
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
      const page = {
        type: 'AnnotationPage',
        items: [
          annotate(WORDS, { body: { type: 'TextualBody', value: 'تعليق' } }, { source: `${URL_OF}#part` }),
          annotate('كلمات لا ترد في أي نص من هذه النصوص البتة'),
          annotate('بوتين', { body: { type: 'TextualBody', value: 'أيهما؟' } }),
          { type: 'Annotation', target: { selector: { type: 'CssSelector', value: 'p' } } },
        ],
      };
      await choose(await openDialog(reader), JSON.stringify(page));
      const items = findCard(reader).getByRole('listitem');
      await expect(items).toHaveCount(4);
      await expect(items.nth(0)).toContainText(nameArticle('a')[language]);
      await expect(items.nth(0)).toContainText(reader.say('outcome.edited'));
      await expect(items.nth(0)).toContainText(`${reader.say('outcome.was')} ${WORDS}`);
      await expect(items.nth(0)).toContainText('تعليق');
      await expect(items.nth(1)).toContainText(reader.say('exchange.nowhere'));
      await expect(items.nth(2)).toContainText(reader.say('exchange.several'));
      await expect(items.nth(3)).toContainText(
        `\u2068items[3].target.selector\u2069: ${reader.say('exchange.fault-no-selector')}`,
      );
      await expect.poll(async () => (await readHighlighted(reader.page))?.length).toBe(1);
      await expect(reader.announcements).toContainText(reader.say('outcome.edited'));
      await expectAccessible(reader.page, 'annotations opened');
      // The words stand in both texts: the one that the reader chooses is shown, and keeps its comment.
      const places = items.nth(2).getByRole('button');
      await expect(places).toHaveCount(9);
      await places
        .filter({ hasText: nameArticle('b')[language] })
        .first()
        .click();
      await expect(items).toHaveCount(4);
      await expect(items.nth(1)).toContainText(nameArticle('b')[language]);
      await expect(items.nth(1)).toContainText('أيهما؟');
      await expect.poll(async () => (await readHighlighted(reader.page))?.at(-1)).toBe('بوتين');
      await expect(reader.page.locator('[data-article="b"] [data-start]:focus')).toContainText('بوتين');
    });

    test('those of another page are shown where the reader says so', async ({ reader }) => {
      await publishEdited(reader, [
        { id: 'a', text: getText('001') },
        { id: 'b', text: getText('004') },
      ]);
      await reader.open(`v=1&collection=${EDITED}`);
      const elsewhere = { source: 'https://elsewhere.example/news' };
      const items = [
        annotate('وثيقة ثورية فعلياً', { bodyValue: 'أهكذا؟' }, elsewhere),
        annotate(WORDS, {}, elsewhere),
        annotate('كلمات لا ترد في أي نص من هذه النصوص البتة', {}, elsewhere),
      ];
      await choose(await openDialog(reader), JSON.stringify(items));
      const listed = findCard(reader).getByRole('listitem');
      const note = reader.say('exchange.foreign', { detail: elsewhere.source });
      await expect(listed.filter({ hasText: note })).toHaveCount(3);
      await expect(listed.nth(0)).toContainText(reader.say('exchange.elsewhere'));
      expect(await readHighlighted(reader.page)).toBeNull();
      expect(reader.fragment).toBe(`v=1&collection=${EDITED}`);
      await expectAccessible(reader.page, 'annotations of another page');
      await listed.nth(0).getByRole('button').click();
      await expect.poll(() => readHighlighted(reader.page)).toEqual(['وثيقة ثورية فعلياً']);
      await expect(listed.nth(0)).toContainText(nameArticle('b')[language]);
      await expect(listed.nth(0)).toContainText(note);
      await expect(listed.nth(0)).toContainText('أهكذا؟');
      expect(reader.fragment).toContain('&p=b.');
      // Several are shown at once.
      await reader.page.goBack();
      await expect(listed).toHaveCount(0);
      await choose(await openDialog(reader), JSON.stringify(items));
      await findCard(reader)
        .getByRole('button', { name: reader.say('exchange.attachAll', { count: 2, n: '2' }) })
        .click();
      await expect
        .poll(async () => (await readHighlighted(reader.page))?.toSorted())
        .toEqual([WORDS, 'وثيقة ثورية فعلياً'].toSorted());
    });

    test('what is no annotation is refused in words, and the dialog stays', async ({ reader }) => {
      await reader.open();
      const dialog = await openDialog(reader);
      const fault = dialog.getByRole('alert');
      await choose(dialog, '{"type":');
      await expect(fault).toHaveText(
        `${reader.say('exchange.unreadable')} ${reader.say('exchange.fault-syntax')}`,
      );
      await choose(dialog, Buffer.alloc(5_000_001, 0x5b));
      await expect(fault).toHaveText(reader.say('exchange.tooLarge'));
      await choose(dialog, Buffer.from([0xff, 0xfe, 0xff]));
      await expect(fault).toHaveText(reader.say('exchange.noText'));
      for (const empty of ['[]', '']) {
        await choose(dialog, empty);
        await expect(fault).toHaveText(reader.say('exchange.empty'));
      }
      await choose(dialog, JSON.stringify({ type: 'Annotation', target: URL_OF }));
      await expect(fault).toContainText(`\u2068target\u2069: ${reader.say('exchange.fault-no-selector')}`);
      await expectAccessible(reader.page, 'annotations refused');
      await reader.page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    });

    test('a link with words that are nowhere says so', async ({ reader }) => {
      await reader.open(
        `selector(type=TextQuoteSelector,exact=${encodeURIComponent('لا ترد هذه العبارة في أي نص')})`,
      );
      const card = findCard(reader, 'share');
      await expect(card).toContainText(reader.say('exchange.nowhere'));
      await expect(card).toContainText('لا ترد هذه العبارة في أي نص');
      expect(await readHighlighted(reader.page)).toBeNull();
      await reader.open('selector(type=TextQuoteSelector,exact=%E0%A4%A)');
      await expect(card.getByRole('listitem')).toHaveCount(1);
      await expect(card).toContainText(reader.say('exchange.badSelector'));
      await expect(card).toContainText(`\u2068exact\u2069: ${reader.say('exchange.fault-encoding')}`);
    });

    test('a link with words that stand in several texts lets the reader choose', async ({ reader }) => {
      const words = 'بوتين';
      await reader.open(`selector(type=TextQuoteSelector,exact=${encodeURIComponent(words)})`);
      const item = findCard(reader, 'share').getByRole('listitem');
      await expect(item).toContainText(reader.say('exchange.several'));
      await expect(item).not.toContainText(reader.say('exchange.nowhere'));
      expect(await readHighlighted(reader.page)).toBeNull();
      await expectAccessible(reader.page, 'a selector that fits several places');
      await item
        .getByRole('button', { name: reader.nameOf('003') })
        .first()
        .click();
      await expect.poll(() => readHighlighted(reader.page)).toEqual([words]);
      expect(reader.fragment).toMatch(/^v=1&p=003\./);
      await expect(item).toHaveCount(1);
      await expect(item).toContainText(reader.nameOf('003'));
    });

    test('a link that names an article which is not here says so', async ({ reader }) => {
      await reader.open(`selector(type=TextQuoteSelector,exact=${encodeURIComponent(WORDS)},article=Sept-9)`);
      const item = findCard(reader, 'share').getByRole('listitem');
      await expect(item).toContainText(reader.say('problem.unknown-source', { id: 'Sept-9' }));
      await expect(item).toContainText(reader.say('exchange.offered'));
      expect(await readHighlighted(reader.page)).toBeNull();
      await item.getByRole('button', { name: reader.nameOf('001') }).click();
      await expect.poll(() => readHighlighted(reader.page)).toEqual([WORDS]);
    });
  });
}

/** Drops a file with this text on an element, as from the desk. */
async function drop(target: Locator, body: string): Promise<void> {
  const transfer = await target.page().evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'notes.jsonld', { type: 'application/ld+json' }));
    return data;
  }, body);
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}

test('a file of annotations is dropped where they are asked for', async ({ reader }) => {
  await reader.open();
  const dialog = await openDialog(reader);
  const hint = dialog.getByText(reader.say('exchange.hint'));
  await drop(hint, '<html>');
  await expect(dialog.getByRole('alert')).toContainText(reader.say('exchange.fault-syntax'));
  await drop(hint, JSON.stringify(annotate(WORDS, { bodyValue: 'من ملف' })));
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => readHighlighted(reader.page)).toEqual([WORDS]);
  await expect(findCard(reader).getByRole('listitem')).toContainText('من ملف');
});

test.describe('comments in HTML', () => {
  test('are shown as their words, a line for each paragraph', async ({ reader }) => {
    await reader.open();
    const value =
      '<h1>عنوان</h1><p>قال &laquo;نعم&raquo;\n &amp; <b>مضى</b></p><ul><li>أول<li>ثان</ul>سطر<br>سطر<script>no()</script>';
    const body = { type: 'TextualBody', value, format: 'text/html' };
    await choose(await openDialog(reader), JSON.stringify(annotate(WORDS, { body })));
    const comment = findCard(reader).getByRole('listitem').locator('p');
    expect(await comment.textContent()).toBe('عنوان\nقال «نعم» & مضى\nأول\nثان\nسطر\nسطر');
  });

  test('do nothing, whatever they hold', async ({ reader }) => {
    const tricks = fc.constantFrom(
      '<img src=x onerror="globalThis.ran=1">',
      '<script>globalThis.ran=1</script>',
      '<svg onload="globalThis.ran=1"><script>globalThis.ran=1</script></svg>',
      '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
      '<link rel=stylesheet href="https://elsewhere.example/a.css">',
      '<style>@import "https://elsewhere.example/b.css"; body{display:none}</style>',
      '<video src="https://elsewhere.example/c.mp4" autoplay></video>',
      '<meta http-equiv=refresh content="0;url=https://elsewhere.example/">',
      '<base href="https://elsewhere.example/">',
      '<form action="https://elsewhere.example/"><button>',
      '<p><b><table><td></b></p>',
      '<!--',
      '-->',
      '<![CDATA[',
      '</p></body></html>',
      '<template><img src=x onerror="globalThis.ran=1"></template>',
      '<noscript><p title="</noscript><img src=x onerror=globalThis.ran=1>">',
      '<a href="javascript:globalThis.ran=1">',
      '<div>'.repeat(3_000),
      '&lt;i&gt;',
      '&#x2068;&#0;&amp;#60;',
    );
    const hostile = fc.array(fc.oneof(tricks, fc.string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 12,
    });
    const bodies = fc.sample(hostile, { seed: 20_240_619, numRuns: 90 });
    const asked: string[] = [];
    await reader.open();
    reader.page.on('request', (request) => asked.push(request.url()));
    const items = bodies.map((pieces, at) =>
      annotate(WORDS, {
        body: { type: 'TextualBody', value: `<p>من${at}</p>${pieces.join('')}`, format: 'text/html' },
      }),
    );
    await choose(await openDialog(reader), JSON.stringify(items));
    const item = findCard(reader).getByRole('listitem');
    await expect(item).toContainText('من0');
    const told = (await item.textContent()) ?? '';
    expect(told).not.toMatch(/<img|<script|elsewhere/u);
    expect(await item.locator('p').locator('*').count()).toBe(0);
    expect(await reader.page.evaluate(() => 'ran' in globalThis)).toBe(false);
    // What the page itself asks for meanwhile is its own.
    expect(asked.filter((url) => /elsewhere|\/x$/u.test(url))).toEqual([]);
  });
});

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
