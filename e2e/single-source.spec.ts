import type { Locator } from '@playwright/test';
import { formatLabel } from '../src/i18n/format.ts';
import type { LoneClaim } from '../src/claims/claims.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { joinRanges, readCoverage } from './page-text.ts';
import type { Reader } from './reader.ts';
import { articleIds, claims, claimsFile, getNumber } from './seeds.ts';

const { alone } = claimsFile;

function getLone(id: string): LoneClaim {
  const found = alone.find((claim) => claim.id === id);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return found;
}

function makerOf({ evidence }: LoneClaim): string {
  return evidence[0]?.article ?? '';
}

const CLAIM = getLone('state-visit');
const MAKER = makerOf(CLAIM);

function labelOf(reader: Reader, { label }: LoneClaim): string {
  return formatLabel(label[reader.language], reader.language, 'auto');
}

function numberOf({ id }: LoneClaim): number {
  return claims.length + alone.findIndex((claim) => claim.id === id) + 1;
}

function findComparison(reader: Reader, claim: LoneClaim): Locator {
  return reader.page.getByRole('complementary', { name: labelOf(reader, claim), exact: true });
}

/** The section of the rail, opened. */
async function openSection(reader: Reader): Promise<Locator> {
  const rail = await reader.openRail();
  await rail.getByRole('heading', { name: reader.say('alone.title') }).click();
  await expect(rail.getByRole('checkbox', { name: reader.say('alone.mark') })).toBeVisible();
  return rail;
}

function findRow(reader: Reader, rail: Locator, claim: LoneClaim): Locator {
  return rail
    .getByRole('list', { name: reader.nameOf(makerOf(claim)), exact: true })
    .getByRole('button', { name: labelOf(reader, claim), exact: true });
}

/** The ids of those of one article that are marked somewhere. */
async function readMarked(reader: Reader): Promise<string[]> {
  const marked = new Set((await readCoverage(reader.page)).map(({ claim }) => claim));
  return alone.map(({ id }) => id).filter((id) => marked.has(id));
}

for (const language of ['ar', 'en'] as const) {
  test(`what each source alone reports is listed by source, in ${language}`, async ({ page, reader }) => {
    await reader.prefer({ language });
    await reader.open();
    const rail = await openSection(reader);
    for (const article of articleIds) {
      const own = alone.filter((claim) => makerOf(claim) === article);
      const list = rail.getByRole('list', { name: reader.nameOf(article), exact: true });
      await expect(list.getByRole('button')).toHaveText(
        own.map((claim) => `${reader.write(numberOf(claim))}${labelOf(reader, claim)}`),
      );
    }
    await expectAccessible(page, `what one source reports, ${language}`);
  });
}

test('choosing one marks its passage, aligns it and compares: only here, and why not elsewhere', async ({
  page,
  reader,
}) => {
  await reader.open();
  expect(await readMarked(reader)).toEqual([]);
  const rail = await openSection(reader);
  await findRow(reader, rail, CLAIM).click();
  const comparison = findComparison(reader, CLAIM);
  await expect(comparison).toContainText(reader.say('alone.only', { name: reader.nameOf(MAKER) }));
  await expect(comparison).toContainText(reader.say('absence.by-computed'));
  expect(await readMarked(reader)).toEqual([CLAIM.id]);
  const own = (await readCoverage(page)).filter(({ claim }) => claim === CLAIM.id);
  const ranges = joinRanges(CLAIM.evidence.map(({ range }) => [range.start, range.end]));
  expect(own).toEqual([{ claim: CLAIM.id, article: MAKER, ranges }]);
  for (const article of articleIds.filter((id) => id !== MAKER)) {
    await expect(comparison.getByRole('listitem').filter({ hasText: reader.nameOf(article) })).toHaveCount(1);
  }
  await comparison.getByRole('button', { name: reader.say('comparison.close') }).click();
  await expect(comparison).toHaveCount(0);
  expect(await readMarked(reader)).toEqual([]);
  expect(reader.fragment).toBe('');
});

test('a link opens one directly, and says nothing of an unknown claim', async ({ page, reader }) => {
  await reader.open(`v=1&claim=${CLAIM.id}`);
  await expect(findComparison(reader, CLAIM)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  const number = reader.column(MAKER).getByRole('link', {
    name: reader.say('article.openComparison', {
      n: reader.write(numberOf(CLAIM)),
      label: labelOf(reader, CLAIM),
    }),
  });
  await expect(number).toBeInViewport();
});

test('a claim that is in neither list is told of', async ({ page, reader }) => {
  await reader.open('v=1&claim=no-such-claim');
  await expect(page.getByRole('alert')).toContainText('no-such-claim');
  await expect(page.getByText(reader.say('article.notHere'))).toHaveCount(0);
});

test('marked in the texts they look otherwise, are in the address, and go with “hide all”', async ({
  reader,
}) => {
  await reader.open();
  const rail = await openSection(reader);
  await rail.getByRole('checkbox', { name: reader.say('alone.mark') }).check();
  await expect.poll(() => readMarked(reader)).toEqual(alone.map(({ id }) => id));
  expect(reader.fragment).toBe('v=1&alone=1');
  const mark = reader.column(MAKER).locator(`mark[data-claim="${CLAIM.id}"]`).first();
  await expect(mark).toHaveCSS('text-decoration-line', 'underline overline');
  await rail.getByRole('button', { name: reader.say('rail.hideAll') }).click();
  await expect.poll(() => readMarked(reader)).toEqual([]);
});

test('counts and steps stay those of the shared claims while they are not marked', async ({
  page,
  reader,
}) => {
  const last = claims.at(-1);
  if (last === undefined) throw new Error('no claims');
  await reader.open(`v=1&claim=${last.id}`);
  const next = (name: string) =>
    page
      .getByRole('complementary', { name, exact: true })
      .getByRole('button', { name: reader.say('comparison.next') });
  await next(reader.labelOf(last.id)).click();
  const first = claims[0];
  if (first === undefined) throw new Error('no claims');
  await expect(reader.comparison(first.id)).toBeVisible();
  expect(getNumber(first.id)).toBe(1);
  await reader.open(`v=1&claim=${last.id}&alone=1`);
  await expect.poll(() => readMarked(reader)).toHaveLength(alone.length);
  await next(reader.labelOf(last.id)).click();
  const lone = alone[0];
  if (lone === undefined) throw new Error('no claims of one source');
  await expect(findComparison(reader, lone)).toBeVisible();
});

test(
  'the keyboard alone opens the list, a claim, and comes back to its row',
  { tag: '@desktop' },
  async ({ page, reader }) => {
    await reader.open();
    const rail = await reader.openRail();
    const summary = rail.locator('summary').filter({ hasText: reader.say('alone.title') });
    await summary.focus();
    await page.keyboard.press('Enter');
    const box = rail.getByRole('checkbox', { name: reader.say('alone.mark') });
    await page.keyboard.press('Tab');
    await expect(box).toBeFocused();
    const row = findRow(reader, rail, CLAIM);
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(findComparison(reader, CLAIM)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(findComparison(reader, CLAIM)).toHaveCount(0);
    await expect(row).toBeFocused();
  },
);

test('a file that cannot be had is told of, and asked for again', async ({ page, reader, watch }) => {
  watch.forgive('seeds/claims.json');
  let isBroken = true;
  await page.route('**/seeds/claims.json', (route) =>
    isBroken ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  );
  await reader.open(`v=1&claim=${CLAIM.id}`);
  const notice = page.getByRole('alert').filter({ hasText: reader.say('load.claimsFailed') });
  await expect(notice).toBeVisible();
  isBroken = false;
  await notice.getByRole('button', { name: reader.say('load.retry') }).click();
  await expect(findComparison(reader, CLAIM)).toBeVisible();
});
