import type { Locator } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { measureCharacter } from './page-text.ts';
import type { Reader } from './reader.ts';
import { articleIds, claimsFile, findMakers, getClaim, getText } from './seeds.ts';

const VISIT = 'first-visit-in-24-years';
const HEGEMONY = 'hegemony-for-how-long';

/** The card of a source in the comparison of a claim. */
function card(reader: Reader, claim: string, article: string): Locator {
  return reader
    .comparison(claim)
    .getByRole('listitem')
    .filter({
      has: reader.page.getByRole('heading', { level: 3, name: reader.nameOf(article), exact: true }),
    });
}

/** The words of a card that are marked in a way, as they stand. */
async function readMarked(within: Locator, mark: string): Promise<string[]> {
  return within.locator(`[data-${mark}]`).allTextContents();
}

/** Turns the comparison to the aligned table. */
async function align(reader: Reader, claim: string): Promise<Locator> {
  const button = reader
    .comparison(claim)
    .getByRole('button', { name: reader.say('collation.aligned'), exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  return reader.comparison(claim).getByRole('table', { name: reader.say('collation.table') });
}

/** The words of each row of the aligned table; empty where it has none. */
async function readRows(table: Locator): Promise<string[][]> {
  return table.getByRole('row').evaluateAll((rows) =>
    rows.map((row) =>
      Array.from(row.querySelectorAll('td'), (cell) => {
        const text = cell.querySelector('[data-sharing]')?.textContent ?? '';
        return text.trim();
      }),
    ),
  );
}

async function press(reader: Reader, claim: string, key: 'copyTable' | 'copyPicture'): Promise<void> {
  await reader
    .comparison(claim)
    .getByRole('button', { name: reader.say(`collation.${key}`) })
    .click();
}

/** Where a picture is to be had on the page: on the clipboard, or at an address. */
type Place = 'clipboard' | `data:${string}`;

/** A PNG's first bytes, its size in pixels, how many colours a sample of it has, and its first pixel's red. */
async function inspectPicture(reader: Reader, place: Place) {
  return reader.page.evaluate(async (from) => {
    const read = async () => {
      const [item] = await navigator.clipboard.read();
      return item?.getType('image/png');
    };
    const decode = (base64: string) =>
      new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
    const picture = (from === 'clipboard' ? await read() : decode(from.slice(5))) ?? new Blob();
    const bytes = new Uint8Array(await picture.slice(0, 8).arrayBuffer());
    const bitmap = await createImageBitmap(picture);
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    const colours = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 31) {
      colours.add((data[at] ?? 0) * 65_536 + (data[at + 1] ?? 0) * 256 + (data[at + 2] ?? 0));
    }
    return { signature: Array.from(bytes), width, height, colours: colours.size, paper: data[0] ?? 0 };
  }, place);
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

for (const language of ['ar', 'en'] as const) {
  test.describe(`the wordings of a claim (${language})`, () => {
    test.beforeEach(async ({ reader }) => {
      await reader.prefer({ language });
    });

    test('each card sets apart what is shared, what is not, and the values that differ', async ({
      reader,
    }) => {
      await reader.open(`v=1&claim=${VISIT}`);
      const third = card(reader, VISIT, '003');
      await expect(third).toBeVisible();
      expect(await readMarked(third, 'sharing="all"')).toEqual(['الأولى', 'منذ']);
      expect(await readMarked(third, 'sharing="some"')).toEqual(['زيارته']);
      expect(await readMarked(third, 'differs')).toContain('ما يقرب من ربع قرن');
      expect(await readMarked(card(reader, VISIT, '000'), 'differs')).toContain('24 عاماً');
      // Told apart without colour, and by whole words: letters stay joined.
      const styles = await third.locator('[data-sharing]').evaluateAll((runs) =>
        runs.map((run) => {
          const { textDecorationStyle, fontWeight } = getComputedStyle(run);
          return `${textDecorationStyle} ${fontWeight}`;
        }),
      );
      expect(new Set(styles)).toEqual(new Set(['solid 400', 'dashed 400', 'dotted 400', 'dotted 700']));
      // Said once for the card.
      await expect(third.getByText(reader.say('collation.onlyHere'))).toHaveCount(1);
      await expect(third.getByText(reader.say('collation.onlyHere'))).toContainText('ما يقرب من ربع قرن');
    });

    test('what the marks mean is said on demand', async ({ page, reader }) => {
      await reader.open(`v=1&claim=${HEGEMONY}`);
      const legend = reader.comparison(HEGEMONY).getByText(reader.say('collation.legend'));
      const alone = reader.comparison(HEGEMONY).getByText(reader.say('collation.alone'), { exact: true });
      await expect(alone).toBeHidden();
      await legend.focus();
      await page.keyboard.press('Enter');
      await expect(alone).toBeVisible();
      await expectAccessible(page, 'the legend of a comparison');
    });

    test('aligned word by word, what differs stands under one another', async ({ page, reader }) => {
      await reader.open(`v=1&claim=${HEGEMONY}`);
      const table = await align(reader, HEGEMONY);
      await expect(table.getByRole('rowheader')).toHaveText([reader.nameOf('000'), reader.nameOf('002')]);
      const [first = [], second = []] = await readRows(table);
      expect(first.at(-1)).toBe('عقود');
      expect(second.at(-1)).toBe('سنوات');
      expect(first.indexOf('منذ')).toBe(second.indexOf('منذ'));
      expect(second.filter((word) => word !== '').join(' ')).toBe(
        getClaim(HEGEMONY).evidence.find(({ article }) => article === '002')?.quote,
      );
      // It reads as its texts do, and scrolls by itself; the page does not.
      const frame = reader.comparison(HEGEMONY).getByRole('region', { name: reader.say('collation.table') });
      await expect(frame).toHaveAttribute('dir', 'rtl');
      const name = table.getByRole('rowheader').first();
      const before = await name.boundingBox();
      await frame.focus();
      await frame.evaluate((element) => element.scrollTo({ left: -element.scrollWidth }));
      await expect(table.getByText('عقود')).toBeInViewport();
      expect((await name.boundingBox())?.x).toBeCloseTo(before?.x ?? Number.NaN, 0);
      expect(await page.evaluate(() => document.documentElement.scrollLeft)).toBe(0);
      await expectAccessible(page, 'the aligned table');
    });

    test('the table can be opened larger, and Esc closes it alone', async ({ page, reader }) => {
      await reader.open('v=1&claim=mutual-aid');
      await align(reader, 'mutual-aid');
      const enlarge = reader
        .comparison('mutual-aid')
        .getByRole('button', { name: reader.say('collation.enlarge') });
      await enlarge.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: reader.say('collation.table') });
      await expect(dialog.getByRole('rowheader')).toHaveText(
        findMakers(getClaim('mutual-aid')).map((article) => reader.nameOf(article)),
      );
      await expect(dialog.getByRole('row')).toHaveCount(getClaim('mutual-aid').evidence.length);
      await expectAccessible(page, 'the aligned table at large');
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(enlarge).toBeFocused();
      expect(reader.fragment).toBe('v=1&claim=mutual-aid');
    });

    test('each link of an attribution leads to where the source names it', async ({ page, reader }) => {
      await reader.open('v=1&claim=gift-art-and-busts');
      const evidence = getClaim('gift-art-and-busts').evidence.find(({ article }) => article === '004');
      const chain = evidence?.attribution?.chain ?? [];
      expect(chain).toHaveLength(2);
      const source = card(reader, 'gift-art-and-busts', '004');
      for (const { name, range } of chain) {
        await source
          .getByRole('button', {
            name: reader.say('collation.goToVoice', { voice: name[language], name: reader.nameOf('004') }),
          })
          .click();
        const isOnScreen = async () => {
          const box = await measureCharacter(page, '004', range.start + 1);
          const frame = await reader.scroller('004').boundingBox();
          return box !== null && frame !== null && box.top >= frame.y && box.bottom <= frame.y + frame.height;
        };
        await expect.poll(isOnScreen).toBe(true);
        await expect(reader.column('004')).toBeInViewport({ ratio: 0.5 });
      }
    });
  });
}

test('who says it is shown in the words of the source', async ({ reader }) => {
  await reader.open('v=1&claim=gift-tea-set-and-dagger');
  const { article = '', attribution } = getClaim('gift-tea-set-and-dagger').evidence[0] ?? {};
  const [, agency] = attribution?.chain ?? [];
  const words = getText(article).slice(agency?.range.start, agency?.range.end);
  expect(words).not.toBe(agency?.name.ar);
  await expect(card(reader, 'gift-tea-set-and-dagger', article).locator('q')).toHaveText([words]);
});

test('a claim that one source shown makes has nothing to align', async ({ reader }) => {
  await reader.open('v=1&sources=000.004&claim=gifts');
  const comparison = reader.comparison('gifts');
  await expect(comparison.getByRole('heading', { name: reader.nameOf('004') })).toBeVisible();
  await expect(comparison.getByRole('button', { name: reader.say('collation.aligned') })).toHaveCount(0);
  await expect(comparison.getByText(reader.say('collation.onlyHere'))).toHaveCount(0);
});

test.describe('taking a comparison elsewhere', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('quotations say value, attribution and place after the link', async ({ reader }) => {
    await reader.open('v=1&claim=talks-duration');
    await reader
      .comparison('talks-duration')
      .getByRole('button', { name: reader.say('comparison.copyQuotes') })
      .click();
    await expect(reader.announcements).toContainText(
      reader.sayCopied(getClaim('talks-duration').evidence.length),
    );
    const copied = await reader.page.evaluate(() => navigator.clipboard.readText());
    // After the quotations stands who does not say it.
    const facts = copied
      .split('\n\n')
      .slice(1, -1)
      .map((quotation) => quotation.split('\n')[2]);
    expect(facts).toEqual([
      '≈ ١١ ساعة · النسبة: وسائل إعلام روسية',
      'ساعتان · يورده من دون نسبة',
      '≈ ساعتان · النسبة: وسائل إعلام روسية رسمية',
      '١٫٥ ساعة · يورده من دون نسبة',
    ]);
  });

  test('as a table it is text with tabs and a table at once', async ({ reader, openFresh }) => {
    await reader.open(`v=1&claim=${VISIT}`);
    await press(reader, VISIT, 'copyTable');
    await expect(reader.announcements).toContainText(reader.say('collation.tableCopied'));
    const copied = await reader.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const html = await (await item?.getType('text/html'))?.text();
      const tabbed = await (await item?.getType('text/plain'))?.text();
      const table = new DOMParser().parseFromString(html ?? '', 'text/html').querySelector('table');
      const rows = Array.from(table?.rows ?? [], (row) => Array.from(row.cells, (cell) => cell.textContent));
      return { rows, lines: (tabbed ?? '').split(/\r?\n/).map((line) => line.split('\t')) };
    });
    expect(copied.lines).toEqual(copied.rows);
    const [heads, ...rows] = copied.rows;
    expect(heads).toEqual(
      (['source', 'date', 'wording', 'value', 'attribution', 'place', 'link'] as const).map((head) =>
        reader.say(`collation.${head}`),
      ),
    );
    const { evidence } = getClaim(VISIT);
    const said = rows.slice(0, evidence.length);
    expect(said.map(([source, , wording, value]) => [source, wording, value])).toEqual(
      evidence.map(({ article, quote }, index) => [
        reader.nameOf(article),
        quote,
        ['٢٤ سنة', '٢٤ سنة', '≈ ٢٥ سنة'][index],
      ]),
    );
    // Below them, who does not say it, and why.
    const silent = claimsFile.absences.filter(({ claim }) => claim === VISIT);
    expect(rows.slice(evidence.length).map(([source, , ...rest]) => [source, ...rest])).toEqual(
      silent.map(({ article, kind }) => [
        reader.nameOf(article),
        '',
        '',
        reader.say(`absence.${kind}`),
        '',
        '',
      ]),
    );
    const other = await openFresh();
    await other.open(new URL(rows[2]?.[6] ?? '').hash.slice(1));
    await expect(other.announcements).toContainText(evidence[2]?.quote ?? '');
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`as a picture it is a PNG in light colours on the clipboard (${theme})`, async ({ reader }) => {
      await reader.prefer({ theme });
      await reader.open('v=1&claim=mutual-aid');
      await press(reader, 'mutual-aid', 'copyPicture');
      await expect(reader.announcements).toContainText(reader.say('collation.pictureCopied'));
      const picture = await inspectPicture(reader, 'clipboard');
      expect(picture.signature).toEqual(PNG);
      expect(picture.width).toBe(1520);
      // Thirteen passages, each with what is known of it.
      expect(picture.height).toBeGreaterThan(13 * 2 * 60);
      expect(picture.colours).toBeGreaterThan(20);
      expect(picture.paper).toBeGreaterThan(240);
    });
  }

  test('where pictures cannot be copied it is saved to a file', async ({ page, reader }) => {
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
      Object.defineProperty(navigator.clipboard, 'write', { value: refuse });
    });
    await reader.open(`v=1&claim=${VISIT}`);
    const saving = page.waitForEvent('download');
    await press(reader, VISIT, 'copyPicture');
    const download = await saving;
    expect(download.suggestedFilename()).toBe(`taqabul-${VISIT}.png`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const picture = await inspectPicture(reader, `data:${Buffer.concat(chunks).toString('base64')}`);
    expect(picture.signature).toEqual(PNG);
    expect(picture.width).toBe(1520);
    await expect(reader.announcements).toContainText(reader.say('collation.pictureSaved'));
  });

  test('where a table cannot be copied its text is', async ({ page, reader }) => {
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
      Object.defineProperty(navigator.clipboard, 'write', { value: refuse });
    });
    await reader.open(`v=1&claim=${VISIT}`);
    await press(reader, VISIT, 'copyTable');
    await expect(reader.announcements).toContainText(reader.say('collation.tableCopied'));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const silent = articleIds.length - findMakers(getClaim(VISIT)).length;
    expect(copied.split('\n')).toHaveLength(1 + getClaim(VISIT).evidence.length + silent);
  });
});
