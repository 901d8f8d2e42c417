import { expect, test } from './journey.ts';
import { bringIntoView, measureCharacter } from './page-text.ts';
import type { Reader } from './reader.ts';
import {
  articleIds,
  claims,
  findMakers,
  findPlaceToPress,
  findPassages,
  getClaim,
  getNumber,
} from './seeds.ts';

const NAMED = ['mutual-aid', 'first-visit-in-24-years', 'gifts'] as const;

/** What a value is written like beside its passage, for the claims that state quantities. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'first-visit-in-24-years': ['٢٤ سنة', '٢٤ سنة', '≈ ٢٥ سنة'],
};

/** Holds the comparison on screen against the claims file, source by source. */
async function expectEveryWording(reader: Reader, id: string): Promise<void> {
  const claim = getClaim(id);
  const makers = findMakers(claim);
  const comparison = reader.comparison(id);
  await expect(comparison.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(comparison).toContainText(
    reader.say('comparison.position', { n: reader.write(getNumber(id)), total: reader.write(claims.length) }),
  );
  await expect(comparison).toContainText(
    reader.say('comparison.summary', { n: reader.write(makers.length), total: reader.write(5) }),
  );
  await expect(comparison).toContainText(reader.say(`relation.${claim.relation}`));
  await expect(comparison).toContainText(reader.noteOf(claim.relationNote));
  for (const source of makers) {
    const wording = comparison.getByRole('listitem').filter({
      has: reader.page.getByRole('heading', { level: 3, name: reader.nameOf(source), exact: true }),
    });
    const evidence = claim.evidence.filter(({ article }) => article === source);
    await expect(wording.getByRole('listitem')).toHaveCount(evidence.length);
    for (const [index, { quote = '', value, attribution, stance }] of evidence.entries()) {
      const passage = wording.getByRole('listitem').nth(index);
      await expect(passage).toContainText(quote);
      // Whom it quotes says that it quotes.
      if (attribution === null || stance !== 'quotes')
        await expect(passage).toContainText(reader.say(`stance.${stance}`));
      if (value?.kind === 'term') await expect(passage).toContainText(value.text.ar);
      if (attribution !== null) {
        // After each name stand the words by which the source names it, where they are others.
        await expect(passage).toContainText(
          new RegExp(
            reader
              .say('comparison.attribution', {
                chain: attribution.chain
                  .map(({ name }) => `${name.ar.replaceAll(/[()]/g, '.')}[^،]*`)
                  .reduceRight((origin, name) => reader.say('comparison.chain', { name, origin })),
              })
              .trim(),
          ),
        );
      }
    }
  }
  for (const value of new Set(VALUES[id])) {
    const times = VALUES[id]?.filter((other) => other === value).length ?? 0;
    await expect(comparison.getByText(value, { exact: true })).toHaveCount(times);
  }
  const silent = comparison.getByRole('region', { name: reader.say('absence.title') }).getByRole('listitem');
  await expect(silent).toHaveText(
    articleIds
      .filter((article) => !makers.includes(article))
      .map((article) => new RegExp(reader.nameOf(article).replaceAll(/[()]/g, '.'))),
  );
}

/** Clicks, or taps on a phone, on a published character of an article. */
async function pressText(reader: Reader, article: string, offset: number): Promise<void> {
  await bringIntoView(reader.page, article, offset);
  const box = await measureCharacter(reader.page, article, offset);
  if (box === null) throw new Error(`${article} does not show ${offset}`);
  const point = [box.x + box.width / 2, (box.top + box.bottom) / 2] as const;
  await (reader.isNarrow ? reader.page.touchscreen.tap(...point) : reader.page.mouse.click(...point));
}

/**
 * The heights at which the columns that make a claim show it, each by the first letter of the passage
 * meant, from the top of the column's text: on a narrow screen, where one is seen at a time, their
 * heads differ in height.
 */
async function measurePassages(
  reader: Reader,
  id: string,
  anchor: { article: string; index: number } | null,
) {
  const claim = getClaim(id);
  const tops: number[] = [];
  for (const article of findMakers(claim)) {
    const first = claim.evidence.find(
      (evidence) => evidence.article === article && evidence.place !== 'title',
    );
    const wanted = anchor?.article === article ? findPassages(claim, article)[anchor.index] : first?.range;
    if (wanted === undefined) continue;
    const box = await measureCharacter(reader.page, article, wanted.start);
    tops.push((box?.top ?? Number.NaN) - ((await reader.scroller(article).boundingBox())?.y ?? 0));
  }
  return tops;
}

function spread(numbers: readonly number[]): number {
  return Math.max(...numbers) - Math.min(...numbers);
}

test.describe('comparing', () => {
  for (const id of NAMED) {
    test(`a press on the words of ${id} shows how every source says it`, async ({ reader }) => {
      await reader.open();
      const [article = ''] = findMakers(getClaim(id));
      const place = findPlaceToPress(getClaim(id), article);
      await pressText(reader, article, place.offset);
      await expectEveryWording(reader, id);
      expect(reader.fragment).toBe(`v=1&claim=${id}`);
    });
  }

  test(
    'Enter on the number before a passage opens it too, and focus goes there',
    { tag: '@desktop' },
    async ({ page, reader }) => {
      await reader.open();
      await reader.number('001', 'first-visit-in-24-years').focus();
      await page.keyboard.press('Enter');
      await expectEveryWording(reader, 'first-visit-in-24-years');
      await expect(
        reader.comparison('first-visit-in-24-years').getByRole('heading', { level: 2 }),
      ).toBeFocused();
    },
  );

  test('so does the list of claims, where the claim open is the one pressed', async ({ reader }) => {
    await reader.open();
    await reader.claimButton(await reader.openRail(), 'gifts').click();
    await expectEveryWording(reader, 'gifts');
    if (reader.isNarrow) return;
    const rail = await reader.openRail();
    await expect(reader.claimButton(rail, 'gifts')).toHaveAttribute('aria-pressed', 'true');
    await expect(reader.claimButton(rail, 'mutual-aid')).toHaveAttribute('aria-pressed', 'false');
  });

  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    test(`every column brings its passage to one height (motion: ${reducedMotion})`, async ({
      page,
      reader,
    }) => {
      await page.emulateMedia({ reducedMotion });
      await reader.open();
      const place = findPlaceToPress(getClaim('first-visit-in-24-years'), '003');
      await pressText(reader, '003', place.offset);
      const anchor = { article: '003', index: 0 };
      const tops = () => measurePassages(reader, 'first-visit-in-24-years', anchor);
      await expect(reader.comparison('first-visit-in-24-years')).toBeVisible();
      await expect.poll(async () => spread(await tops())).toBeLessThanOrEqual(3);
      // The passage pressed is still on the screen.
      await expect(reader.column('003')).toBeInViewport({ ratio: 0.9 });
      await expect.poll(() => isInScroller(reader, '003', place.offset)).toBe(true);
      // The columns that lack the claim say so in their heads, over no word of the text.
      for (const article of ['002', '004']) {
        const detail = reader.say('article.notHereDetail', {
          label: reader.labelOf('first-visit-in-24-years'),
          name: reader.nameOf(article),
        });
        await expect(reader.column(article).getByText(detail)).toHaveCount(1);
        const notice = reader.column(article).getByText(detail).locator('..');
        const frame = await reader.scroller(article).boundingBox();
        const box = await notice.boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + 1);
      }
      for (const article of ['000', '001', '003']) {
        const detail = reader.say('article.notHereDetail', {
          label: reader.labelOf('first-visit-in-24-years'),
          name: reader.nameOf(article),
        });
        await expect(reader.column(article).getByText(detail)).toHaveCount(0);
      }
    });

    test(`a link to a comparison opens aligned as well (motion: ${reducedMotion})`, async ({
      page,
      reader,
    }) => {
      await page.emulateMedia({ reducedMotion });
      await reader.open('v=1&claim=mutual-aid');
      await expect(reader.comparison('mutual-aid')).toBeVisible();
      await expect
        .poll(async () => spread(await measurePassages(reader, 'mutual-aid', null)))
        .toBeLessThanOrEqual(3);
    });
  }

  test('brings a column that makes the claim onto the screen when none is there', async ({ reader }) => {
    await reader.open();
    await reader.claimButton(await reader.openRail(), 'gifts').click();
    await expect(reader.comparison('gifts')).toBeVisible();
    await expect(reader.column('003')).toBeInViewport({ ratio: 0.9 });
    await expect(reader.number('003', 'gifts')).toBeInViewport();
  });

  test(
    'Esc closes it and gives the focus back to the passage',
    { tag: '@desktop' },
    async ({ page, reader }) => {
      await reader.open();
      const place = findPlaceToPress(getClaim('mutual-aid'), '000');
      await pressText(reader, '000', place.offset);
      await expect(reader.comparison('mutual-aid').getByRole('heading', { level: 2 })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(reader.comparison('mutual-aid')).toHaveCount(0);
      await expect(reader.number('000', 'mutual-aid', place.index)).toBeFocused();
      expect(reader.fragment).toBe('');
    },
  );

  test(
    'the strip beside a text shows where claims stand, and leads there',
    { tag: '@desktop' },
    async ({ reader }) => {
      await reader.open();
      const passages = findPassages(getClaim('talks-duration'), '001');
      const ticks = reader.column('001').locator('button[data-claim="talks-duration"]');
      await expect(ticks).toHaveCount(passages.length);
      await ticks.last().click();
      await expectEveryWording(reader, 'talks-duration');
      await expect.poll(() => isInScroller(reader, '001', passages.at(-1)?.start ?? 0)).toBe(true);
    },
  );

  test('no tick of a strip covers another', { tag: '@desktop' }, async ({ reader }) => {
    await reader.open();
    for (const height of [900, 500]) {
      await reader.page.setViewportSize({ width: 1920, height });
      const ticks = reader.columns.locator('button[data-claim]');
      await expect(ticks).toHaveCount(claims.flatMap(({ evidence }) => evidence).length);
      const covered = await ticks.evaluateAll((all) =>
        all
          .filter((tick) => {
            const { x, y, width, height: tall } = tick.getBoundingClientRect();
            return document.elementFromPoint(x + width / 2, y + tall / 2) !== tick;
          })
          .map((tick) => `${tick.ariaLabel ?? ''} ${tick.closest('section')?.ariaLabel ?? ''}`),
      );
      expect(covered).toEqual([]);
    }
  });

  test('its button closes it', async ({ reader }) => {
    await reader.open('v=1&claim=gifts');
    await reader.closeComparison('gifts');
    expect(reader.fragment).toBe('');
    const detail = reader.say('article.notHereDetail', {
      label: reader.labelOf('gifts'),
      name: reader.nameOf('000'),
    });
    await expect(reader.column('000').getByText(detail)).toHaveCount(0);
  });

  test('names the other claims made at the same place, and leads to them', async ({ page, reader }) => {
    await reader.open();
    // The first words of the body of 000 say who signed, what, where and when.
    const { start } = findPassages(getClaim('partnership-agreement'), '000').at(-1) ?? { start: 0 };
    const here = claims.filter((claim) =>
      findPassages(claim, '000').some((range) => range.start <= start && start < range.end),
    );
    expect(here.length).toBeGreaterThan(1);
    await bringIntoView(page, '000', start);
    const index = findPassages(getClaim('partnership-agreement'), '000').length - 1;
    await reader.number('000', 'partnership-agreement', index).press('Enter');
    const comparison = reader.comparison('partnership-agreement');
    await expect(comparison).toContainText(reader.say('comparison.alsoHere'));
    for (const { id } of here) {
      const button = comparison.getByRole('button', { name: reader.labelOf(id), exact: true });
      await expect(button).toHaveCount(id === 'partnership-agreement' ? 0 : 1);
    }
    const other = here.find(({ id }) => id !== 'partnership-agreement')?.id ?? '';
    await comparison.getByRole('button', { name: reader.labelOf(other), exact: true }).click();
    await expectEveryWording(reader, other);
  });

  test('steps to the next and the previous claim, round the ends', async ({ reader }) => {
    const [first, second] = claims;
    const last = claims.at(-1);
    await reader.open(`v=1&claim=${first?.id ?? ''}`);
    await reader
      .comparison(first?.id ?? '')
      .getByRole('button', { name: reader.say('comparison.next') })
      .click();
    await expect(reader.comparison(second?.id ?? '')).toBeVisible();
    await reader
      .comparison(second?.id ?? '')
      .getByRole('button', { name: reader.say('comparison.previous') })
      .click();
    await reader
      .comparison(first?.id ?? '')
      .getByRole('button', { name: reader.say('comparison.previous') })
      .click();
    await expect(reader.comparison(last?.id ?? '')).toBeVisible();
    expect(reader.fragment).toBe(`v=1&claim=${last?.id ?? ''}`);
  });

  test('a wording in it leads to its passage in the text', async ({ page, reader }) => {
    await reader.open('v=1&claim=gifts');
    const last = findPassages(getClaim('gifts'), '004').at(-1);
    await reader
      .comparison('gifts')
      .getByRole('button', { name: reader.say('comparison.goTo', { name: reader.nameOf('004') }) })
      .last()
      .click();
    await expect(reader.column('004')).toBeInViewport({ ratio: 0.5 });
    await expect.poll(async () => isInScroller(reader, '004', last?.start ?? 0)).toBe(true);
    expect(
      await page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-article]')?.dataset['article'],
      ),
    ).toBe('004');
  });

  test('Back returns from it and Forward to it', async ({ page, reader }) => {
    await reader.open();
    await reader.claimButton(await reader.openRail(), 'gifts').click();
    await expect(reader.comparison('gifts')).toBeVisible();
    await reader
      .comparison('gifts')
      .getByRole('button', { name: reader.say('comparison.previous') })
      .click();
    await expect(reader.comparison('gifts')).toHaveCount(0);
    await page.goBack();
    await expect(reader.comparison('gifts')).toBeVisible();
    await page.goBack();
    await expect(reader.comparison('gifts')).toHaveCount(0);
    expect(reader.fragment).toBe('');
    await page.goForward();
    await expect(reader.comparison('gifts')).toBeVisible();
  });

  test('on a phone it is a sheet that can be made small', { tag: '@phone' }, async ({ reader }) => {
    await reader.open('v=1&claim=gifts');
    const comparison = reader.comparison('gifts');
    const whole = (await comparison.boundingBox())?.height ?? 0;
    await comparison.getByRole('button', { name: reader.say('comparison.collapse') }).click();
    await expect.poll(async () => (await comparison.boundingBox())?.height ?? 0).toBeLessThan(whole / 2);
    await comparison.getByRole('button', { name: reader.say('comparison.expand') }).click();
    await expect.poll(async () => (await comparison.boundingBox())?.height ?? 0).toBe(whole);
  });
});

async function isInScroller(reader: Reader, article: string, offset: number): Promise<boolean> {
  const box = await measureCharacter(reader.page, article, offset);
  const frame = await reader.scroller(article).boundingBox();
  return box !== null && frame !== null && box.top >= frame.y && box.bottom <= frame.y + frame.height;
}
