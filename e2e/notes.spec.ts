import type { Locator, Page } from '@playwright/test';
import type { Note } from '../src/library/note.ts';
import { expectAccessible } from './axe.ts';
import { EDITED, nameArticle, publishEdited } from './edited-collection.ts';
import { expect, test } from './journey.ts';
import { bringIntoView, selectText } from './page-text.ts';
import { Reader } from './reader.ts';
import { findOnce, getText } from './seeds.ts';

const WORDS = 'نحو 11 ساعة من الاتصالات مع كيم';
const TEXT = 'من حسب هذه الساعات؟\nIs it in the transcript?';

function findSection(root: Page | Locator): Locator {
  return root.getByRole('group').filter({ hasText: /^(ملاحظاتي|My notes)/ });
}

/** The reader's notes, opened, wherever the rail is. */
async function openNotes(reader: Reader): Promise<Locator> {
  const section = findSection(await reader.openRail());
  await expect(section).toBeVisible();
  if ((await section.getAttribute('open')) === null) await section.locator('summary').click();
  return section;
}

function findDialog(reader: Reader, name: 'write' | 'change' = 'write'): Locator {
  return reader.page.getByRole('dialog', { name: reader.say(`notes.${name}`) });
}

function findField(dialog: Locator, reader: Reader): Locator {
  return dialog.getByRole('textbox', { name: reader.say('notes.field') });
}

/** Selects words of an article and asks for a note on them. */
async function startNote(reader: Reader, article: string, words: string, text: string): Promise<Locator> {
  const start = text.indexOf(words);
  await bringIntoView(reader.page, article, start);
  await selectText(reader.page, { article, offset: start }, { article, offset: start + words.length });
  await reader.page
    .getByRole('toolbar', { name: reader.say('share.toolbar') })
    .getByRole('button', { name: reader.say('notes.note'), exact: true })
    .click();
  const dialog = findDialog(reader);
  await expect(dialog).toBeVisible();
  await expect(findField(dialog, reader)).toBeFocused();
  return dialog;
}

async function writeNote(
  reader: Reader,
  written = TEXT,
  { article = '001', words = WORDS, text = getText('001') } = {},
): Promise<void> {
  const dialog = await startNote(reader, article, words, text);
  await findField(dialog, reader).fill(written);
  await dialog.getByRole('button', { name: reader.say('notes.save') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(reader.announcements).toContainText(reader.say('notes.saved'));
}

/** The words that notes mark in the texts. */
function readMarked(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(CSS.highlights.get('taqabul-note') ?? [], (range) => (range as Range).toString()),
  );
}

/** What is in the store, as it is. */
function readStore(page: Page): Promise<Note[]> {
  return page.evaluate(
    () =>
      new Promise<never[]>((resolve, reject) => {
        const opening = indexedDB.open('taqabul-library');
        opening.addEventListener('error', () => reject(new Error('not opened')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('notes').objectStore('notes').getAll();
          reading.addEventListener('success', () => {
            opening.result.close();
            resolve(reading.result as never[]);
          });
        });
      }),
  );
}

/** Puts something into the store that the page would not. */
function putIntoStore(page: Page, record: unknown): Promise<void> {
  return page.evaluate(
    (put) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('taqabul-library');
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('notes', 'readwrite');
          transaction.objectStore('notes').put(put);
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    record,
  );
}

for (const language of ['ar', 'en'] as const) {
  test.describe(`notes (${language})`, () => {
    test.beforeEach(async ({ reader }) => {
      await reader.prefer({ language });
    });

    test('are written, marked, listed, and there the next time', async ({ reader }) => {
      await reader.open();
      const dialog = await startNote(reader, '001', WORDS, getText('001'));
      await expect(dialog).toContainText(reader.nameOf('001'));
      await expect(dialog).toContainText(WORDS);
      await expect(dialog.getByRole('button', { name: reader.say('notes.save') })).toBeDisabled();
      await findField(dialog, reader).fill(TEXT);
      await expectAccessible(reader.page, 'writing a note');
      await dialog.getByRole('button', { name: reader.say('notes.save') }).click();
      await expect(dialog).toHaveCount(0);
      await expect(reader.announcements).toContainText(reader.say('notes.saved'));
      await expect.poll(() => readMarked(reader.page)).toEqual([WORDS]);
      await reader.page.reload();
      await reader.settle();
      await expect.poll(() => readMarked(reader.page)).toEqual([WORDS]);
      const section = await openNotes(reader);
      const list = section.getByRole('list', { name: reader.nameOf('001') });
      const note = list.getByRole('listitem');
      await expect(note).toHaveCount(1);
      await expect(note).toContainText(TEXT);
      await expect(note.getByText(WORDS, { exact: true })).toBeVisible();
      await expect(section.locator('summary')).toHaveText(`${reader.say('notes.title')} ${reader.write(1)}`);
      await expectAccessible(reader.page, 'the list of notes');
      await note.getByRole('button', { name: reader.say('share.goTo') }).click();
      await expect(reader.page.locator('[data-article="001"] [data-start]:focus')).toContainText(WORDS);
    });

    test('are changed, deleted, and come back', async ({ reader }) => {
      await reader.open();
      await writeNote(reader, 'أولى');
      const section = await openNotes(reader);
      const open = section.getByRole('button', { name: `${reader.say('notes.edit')} أولى` });
      await open.click();
      const dialog = findDialog(reader, 'change');
      const field = findField(dialog, reader);
      await expect(field).toHaveValue('أولى');
      await field.fill('ثانية');
      await field.press('Control+Enter');
      await expect(dialog).toHaveCount(0);
      const note = section.getByRole('listitem');
      await expect(note).toContainText('ثانية');
      await expect(note).not.toContainText('أولى');
      const [before] = await readStore(reader.page);
      expect(before!.modified > before!.created).toBe(true);
      await note.getByRole('button', { name: `${reader.say('notes.delete')} ثانية` }).click();
      const restore = note.getByRole('button', { name: reader.say('notes.restore') });
      await expect(restore).toBeFocused();
      await expect(note).toContainText(reader.say('notes.deleted'));
      expect(await readStore(reader.page)).toEqual([]);
      await expect.poll(() => readMarked(reader.page)).toEqual([]);
      await restore.click();
      await expect(note).toContainText('ثانية');
      await expect.poll(() => readMarked(reader.page)).toEqual([WORDS]);
      expect(await readStore(reader.page)).toEqual([before]);
    });
  });
}

/** Writes a note on a text, which is then published anew. */
async function reopenEdited(
  reader: Reader,
  now: string,
  words = WORDS,
  then = getText('001'),
): Promise<Locator> {
  await publishEdited(reader, [{ id: 'a', text: then }]);
  await reader.open(`v=1&collection=${EDITED}`);
  await writeNote(reader, 'يُراجَع', { article: 'a', words, text: then });
  await publishEdited(reader, [{ id: 'a', text: now }]);
  await reader.page.reload();
  await reader.settle();
  const section = await openNotes(reader);
  const note = section.getByRole('list', { name: nameArticle('a')[reader.language] }).getByRole('listitem');
  await expect(note).toHaveCount(1);
  await expect(note).toContainText('يُراجَع');
  return note;
}

function edit(words: string, others: string): string {
  findOnce('001', words);
  return getText('001').replace(words, others);
}

for (const language of ['ar', 'en'] as const) {
  test.describe(`what became of a note’s passage (${language})`, () => {
    test.beforeEach(async ({ reader }) => {
      await reader.prefer({ language });
    });

    test('exact says nothing, though text was put above it', async ({ reader }) => {
      const note = await reopenEdited(reader, `خبر عاجل.\n\n${getText('001')}`);
      await expect.poll(() => readMarked(reader.page)).toEqual([WORDS]);
      await expect(note.getByRole('button', { name: reader.say('notes.attach') })).toHaveCount(0);
      for (const outcome of ['respelled', 'moved', 'edited'] as const) {
        await expect(note).not.toContainText(reader.say(`outcome.${outcome}`));
      }
    });

    test('respelled', async ({ reader }) => {
      const respelled = 'نحو ١١ ساعةً من الإتصالات مع كيم';
      const note = await reopenEdited(reader, edit(WORDS, respelled));
      await expect(note).toContainText(reader.say('outcome.respelled'));
      await expect.poll(() => readMarked(reader.page)).toEqual([respelled]);
    });

    test('moved', async ({ reader }) => {
      const sentence = 'والتقى رئيسا الدولتين في بيونغ يانغ يوم الأربعاء في إطار زيارة الدولة الرسمية';
      const rest = edit(sentence, '');
      const note = await reopenEdited(reader, `${rest}\n\nوفي الختام: ${sentence} كما سبق.`, sentence);
      await expect(note).toContainText(reader.say('outcome.moved'));
      await expect.poll(() => readMarked(reader.page)).toEqual([sentence]);
    });

    test('edited, told beside what it was, and attached there on request alone', async ({ reader }) => {
      const edited = 'نحو 13 ساعة من الاتصالات مع كيم';
      const note = await reopenEdited(reader, edit(WORDS, edited));
      await expect(note).toContainText(reader.say('outcome.edited'));
      await expect(note).toContainText(`${reader.say('outcome.was')} ${WORDS}`);
      await expect(note.locator('ins')).toHaveText('13');
      await expect.poll(() => readMarked(reader.page)).toEqual([edited]);
      await expectAccessible(reader.page, 'a note whose passage was edited');
      const [before] = await readStore(reader.page);
      expect(before!.quote).toBe(WORDS);
      await note.getByRole('button', { name: reader.say('notes.attach') }).click();
      await expect(note).not.toContainText(reader.say('outcome.edited'));
      const [after] = await readStore(reader.page);
      expect(after).toMatchObject({ id: before!.id, text: before!.text, quote: edited });
      expect(after!.token).not.toBe(before!.token);
      await expect.poll(() => readMarked(reader.page)).toEqual([edited]);
    });

    test('ambiguous, until one of its places is chosen', async ({ reader }) => {
      const now = `أولا ${WORDS} انتهى هنا.\n\nثانيا ${WORDS} انتهى هناك.`;
      const note = await reopenEdited(reader, now);
      await expect(note).toContainText(reader.say('outcome.ambiguous', { count: 2, n: reader.write(2) }));
      expect(await readMarked(reader.page)).toEqual([]);
      await note.getByRole('button', { name: /انتهى هناك/ }).click();
      await expect.poll(() => readMarked(reader.page)).toEqual([WORDS]);
      await expect(note).not.toContainText(reader.say('outcome.ambiguous', { count: 2, n: reader.write(2) }));
      await reader.page.reload();
      await reader.settle();
      await expect.poll(() => readMarked(reader.page)).toEqual([WORDS]);
    });

    test('gone: the words looked for and the nearest sentence, and the note stays', async ({ reader }) => {
      const sentence =
        'والتقى رئيسا الدولتين في بيونغ يانغ يوم الأربعاء في إطار زيارة الدولة الرسمية التي يقوم بها بوتين';
      const note = await reopenEdited(reader, edit(sentence, 'وانتهت الزيارة'), sentence);
      await expect(note).toContainText('والتقى رئيسا الدولتين');
      await expect(note).toContainText(reader.say('outcome.nearest'));
      expect(await readMarked(reader.page)).toEqual([]);
      await expect(note.getByRole('button', { name: reader.say('notes.attach') })).toHaveCount(0);
      await expect(note.getByRole('button', { name: reader.say('outcome.goToNearest') })).toBeVisible();
      expect(await readStore(reader.page)).toHaveLength(1);
    });
  });
}

test('a note on a text that the collection has no more is kept and listed', async ({ reader }) => {
  await publishEdited(reader, [{ id: 'a', text: getText('001') }]);
  await reader.open(`v=1&collection=${EDITED}`);
  await writeNote(reader, 'يُراجَع', { article: 'a' });
  await publishEdited(reader, [{ id: 'b', text: getText('004') }]);
  await reader.page.reload();
  await reader.settle();
  const section = await openNotes(reader);
  const note = section.getByRole('list', { name: reader.say('notes.noArticle') }).getByRole('listitem');
  await expect(note).toContainText(WORDS);
});

test('the passage of a note whose source is off is opened with it', async ({ reader }) => {
  await reader.open();
  await writeNote(reader);
  await reader.open('v=1&sources=000.004');
  const section = await openNotes(reader);
  await section.getByRole('button', { name: reader.say('share.goTo') }).click();
  await expect(reader.column('001')).toBeVisible();
  await expect.poll(() => readMarked(reader.page)).toEqual([WORDS]);
  await expect(reader.announcements).toContainText(WORDS);
});

test('what one tab does is seen in the other', async ({ reader, context }) => {
  await reader.open();
  const other = new Reader(await context.newPage());
  await other.open();
  await writeNote(reader, 'من النافذة الأولى');
  const section = await openNotes(other);
  await expect(section.getByRole('listitem')).toContainText('من النافذة الأولى');
  await expect.poll(() => readMarked(other.page)).toEqual([WORDS]);
  const own = await openNotes(reader);
  await section.getByRole('button', { name: new RegExp(`^${other.say('notes.delete')}`) }).click();
  await expect(own.getByRole('listitem')).toHaveCount(0);
  await expect.poll(() => readMarked(reader.page)).toEqual([]);
  await section.getByRole('button', { name: other.say('notes.restore') }).click();
  await expect(own.getByRole('listitem')).toContainText('من النافذة الأولى');
});

test('two tabs that change one note are told, and nothing is lost', async ({ reader, context }) => {
  await reader.open();
  await writeNote(reader, 'أصل');
  await (await openNotes(reader)).getByRole('button', { name: `${reader.say('notes.edit')} أصل` }).click();
  const own = findDialog(reader, 'change');
  await findField(own, reader).fill('هنا');
  const other = new Reader(await context.newPage());
  await other.open();
  await (await openNotes(other)).getByRole('button', { name: `${other.say('notes.edit')} أصل` }).click();
  const theirs = findDialog(other, 'change');
  await findField(theirs, other).fill('هناك');
  await theirs.getByRole('button', { name: other.say('notes.save') }).click();
  await expect(theirs).toHaveCount(0);
  await own.getByRole('button', { name: reader.say('notes.save') }).click();
  await expect(own.getByRole('alert')).toHaveText(reader.say('notes.changedElsewhere', { text: 'هناك' }));
  await expect(findField(own, reader)).toHaveValue('هنا');
  await own.getByRole('button', { name: reader.say('notes.save') }).click();
  await expect(own).toHaveCount(0);
  const [note, ...more] = await readStore(reader.page);
  expect(note!.text).toBe('هنا');
  expect(more).toEqual([]);
});

test('a record that cannot be read is counted and stays where it is', async ({ reader }) => {
  await reader.open();
  await writeNote(reader);
  const later = { id: 'later', version: 2, words: ['أ'] };
  await putIntoStore(reader.page, later);
  await putIntoStore(reader.page, { id: 'odd' });
  await reader.page.reload();
  await reader.settle();
  const section = await openNotes(reader);
  await expect(section).toContainText(reader.say('notes.unreadable', { count: 2, n: reader.write(2) }));
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await section.getByRole('button', { name: new RegExp(`^${reader.say('notes.delete')}`) }).click();
  await expect(section.getByRole('button', { name: reader.say('notes.restore') })).toBeVisible();
  expect(await readStore(reader.page)).toEqual([later, { id: 'odd' }]);
});

/** Says that a note could not be kept, and why; what was typed is there still. */
async function expectRefusal(
  reader: Reader,
  dialog: Locator,
  failure: 'full' | 'refused' | 'blocked' | 'newer',
): Promise<void> {
  await expect(dialog.getByRole('alert')).toHaveText(
    `${reader.say('notes.notSaved')} ${reader.say(`notes.fail-${failure}`)}`,
  );
  await expect(findField(dialog, reader)).toHaveValue(TEXT);
}

for (const language of ['ar', 'en'] as const) {
  test.describe(`what cannot be kept is told, and stays in the field (${language})`, () => {
    test.beforeEach(async ({ reader }) => {
      await reader.prefer({ language });
    });

    test('no room', async ({ reader, context, baseURL }) => {
      await reader.open();
      const devtools = await context.newCDPSession(reader.page);
      const origin = new URL(baseURL ?? '').origin;
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      const dialog = await startNote(reader, '001', WORDS, getText('001'));
      await findField(dialog, reader).fill(TEXT);
      await dialog.getByRole('button', { name: reader.say('notes.save') }).click();
      await expectRefusal(reader, dialog, 'full');
      await expectAccessible(reader.page, 'a note that was not kept');
      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      await dialog.getByRole('button', { name: reader.say('notes.save') }).click();
      await expect(dialog).toHaveCount(0);
      expect(await readStore(reader.page)).toHaveLength(1);
    });

    test('no storage at all', async ({ reader }) => {
      // As some browsers have it in private windows.
      await reader.page.addInitScript(() => {
        Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
      });
      await reader.open();
      const dialog = await startNote(reader, '001', WORDS, getText('001'));
      await findField(dialog, reader).fill(TEXT);
      await dialog.getByRole('button', { name: reader.say('notes.save') }).click();
      await expectRefusal(reader, dialog, 'refused');
    });

    test('a database of a later version', async ({ reader }) => {
      await reader.open();
      await reader.page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const opening = indexedDB.open('taqabul-library', 99);
            opening.addEventListener('success', () => {
              opening.result.close();
              resolve();
            });
          }),
      );
      const dialog = await startNote(reader, '001', WORDS, getText('001'));
      await findField(dialog, reader).fill(TEXT);
      await dialog.getByRole('button', { name: reader.say('notes.save') }).click();
      await expectRefusal(reader, dialog, 'newer');
      await reader.page.reload();
      await reader.settle();
      const section = findSection(await reader.openRail());
      await section.locator('summary').click();
      await expect(section.getByRole('alert')).toContainText(reader.say('notes.fail-newer'));
    });

    test('a database that another tab holds', async ({ reader, context, watch }) => {
      // What the browser asks for beside a page that is no page of ours.
      watch.forgive('/favicon.ico');
      await reader.open();
      const other = await context.newPage();
      await other.goto('./seeds/collection.json');
      // It keeps its connection when it is asked to let go, and something waits before this page for it.
      await other.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const opening = indexedDB.open('taqabul-library', 1);
            opening.addEventListener('success', () => {
              Object.assign(globalThis, { held: opening.result });
              indexedDB.deleteDatabase('taqabul-library').addEventListener('blocked', () => resolve());
            });
          }),
      );
      const dialog = await startNote(reader, '001', WORDS, getText('001'));
      await findField(dialog, reader).fill(TEXT);
      await dialog.getByRole('button', { name: reader.say('notes.save') }).click();
      await expectRefusal(reader, dialog, 'blocked');
      await other.close();
      await dialog.getByRole('button', { name: reader.say('notes.save') }).click();
      await expect(dialog).toHaveCount(0);
      expect(await readStore(reader.page)).toHaveLength(1);
    });
  });
}

test('what is written outlives Esc and a page loaded anew, and is given up on request alone', async ({
  reader,
}) => {
  await reader.open();
  const empty = await startNote(reader, '001', WORDS, getText('001'));
  await reader.page.keyboard.press('Escape');
  await expect(empty).toHaveCount(0);
  const draft = reader.page.getByRole('region', { name: reader.say('notes.draft') });
  await expect(draft).toHaveCount(0);
  const dialog = await startNote(reader, '001', WORDS, getText('001'));
  await findField(dialog, reader).fill(TEXT);
  await reader.page.keyboard.press('Escape');
  await reader.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(draft).toContainText('من حسب هذه الساعات؟');
  await expectAccessible(reader.page, 'a draft');
  await reader.page.reload();
  await reader.settle();
  await draft.getByRole('button', { name: reader.say('notes.continue') }).click();
  await expect(findField(dialog, reader)).toHaveValue(TEXT);
  await dialog.getByRole('button', { name: reader.say('notes.close') }).click();
  await draft.getByRole('button', { name: reader.say('notes.discard') }).click();
  await expect(draft).toHaveCount(0);
  await reader.page.reload();
  await reader.settle();
  await expect(draft).toHaveCount(0);
  expect((await reader.page.evaluate(() => indexedDB.databases())).length).toBeLessThanOrEqual(1);
});

test('a reader without notes loads nothing of them', async ({ reader }) => {
  const asked: string[] = [];
  reader.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await reader.open();
  // What comes with the toolbar of a selection has come by then, and so has all that waits for it.
  await reader.openRail();
  await expect(reader.page.getByRole('button', { name: reader.say('exchange.open') }).last()).toBeVisible();
  await reader.page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /note/i.test(path) && !/use-has-notes/.test(path))).toEqual([]);
  expect(await reader.page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('all notes are exported as Web Annotations, which other readers open', async ({
  reader,
  openFresh,
  baseURL,
}) => {
  await reader.open();
  await writeNote(reader);
  await writeNote(reader, 'الثانية', {
    article: '004',
    words: 'محادثات على مدى ساعة ونصف الساعة',
    text: getText('004'),
  });
  const section = await openNotes(reader);
  const coming = reader.page.waitForEvent('download');
  await section.getByRole('button', { name: reader.say('notes.export') }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('taqabul-notes.jsonld');
  const other = await openFresh({ baseURL: baseURL ?? '', viewport: reader.page.viewportSize() });
  await other.open();
  const rail = await other.openRail();
  await rail.getByRole('button', { name: other.say('exchange.open') }).click();
  const dialog = other.page.getByRole('dialog', { name: other.say('exchange.title') });
  await dialog.locator('input[type=file]').setInputFiles(await download.path());
  const items = other.page
    .getByRole('region')
    .filter({ has: other.page.getByRole('button', { name: other.say('share.clear') }) })
    .getByRole('listitem');
  await expect(items).toHaveCount(2);
  await expect(items.nth(0)).toContainText(WORDS);
  await expect(items.nth(0)).toContainText(TEXT);
  await expect(items.nth(1)).toContainText(other.nameOf('004'));
});

test('what is open is printed, and nothing else @desktop', async ({ reader }) => {
  await reader.open();
  await writeNote(reader);
  const section = findSection(reader.page);
  const isMarked = () =>
    reader.page.evaluate(() => {
      const [range] = Array.from(CSS.highlights.get('taqabul-note') ?? []) as Range[];
      const element = range?.startContainer.parentElement;
      return element == null
        ? null
        : getComputedStyle(element, '::highlight(taqabul-note)').textDecorationLine;
    });
  await expect.poll(isMarked).toBe('overline');
  await reader.page.emulateMedia({ media: 'print' });
  await expect(section).toBeHidden();
  expect(await isMarked()).toBe('none');
  await reader.page.emulateMedia({ media: 'screen' });
  await openNotes(reader);
  await reader.page.emulateMedia({ media: 'print' });
  await expect(section).toContainText(TEXT);
  await expect(section).toBeVisible();
  await expect(section.getByRole('button')).toHaveCount(0);
  expect(await isMarked()).toBe('overline');
});

test('notes are written, changed and deleted by keyboard alone @desktop', async ({ reader }) => {
  const { page } = reader;
  await reader.open();
  const { start, end } = findOnce('001', WORDS);
  await bringIntoView(page, '001', start);
  await selectText(page, { article: '001', offset: start }, { article: '001', offset: end });
  const button = page.getByRole('button', { name: reader.say('notes.note'), exact: true });
  await expect(button).toBeVisible();
  const pressUntil = async (key: string, target: Locator, limit: number) => {
    const isThere = () => target.evaluate((one) => one === document.activeElement);
    for (let press = 0; press < limit && !(await isThere()); press += 1) await page.keyboard.press(key);
    await expect(target).toBeFocused();
  };
  await pressUntil('Shift+Tab', button, 60);
  await page.keyboard.press('Enter');
  await expect(findField(findDialog(reader), reader)).toBeFocused();
  await page.keyboard.insertText('بلوحة المفاتيح');
  await page.keyboard.press('Control+Enter');
  await expect(findDialog(reader)).toHaveCount(0);
  // Reading goes on in the texts.
  await expect(reader.columns).toBeFocused();
  const section = findSection(page);
  await pressUntil('Shift+Tab', section.locator('summary'), 60);
  await page.keyboard.press('Enter');
  await pressUntil(
    'Tab',
    section.getByRole('button', { name: `${reader.say('notes.edit')} بلوحة المفاتيح` }),
    5,
  );
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('وحدها ');
  await page.keyboard.press('Meta+Enter');
  await expect(section.getByRole('listitem')).toContainText('وحدها');
  const remove = section.getByRole('button', { name: new RegExp(`^${reader.say('notes.delete')}`) });
  await pressUntil('Tab', remove, 3);
  await page.keyboard.press('Enter');
  await expect(section.getByRole('button', { name: reader.say('notes.restore') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(section.getByRole('listitem')).toContainText('وحدها');
  await expect(reader.announcements).toContainText(reader.say('notes.restored'));
});
