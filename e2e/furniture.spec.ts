import { describe } from '../src/anchoring/passage.ts';
import { DEFAULT_VIEW, encodeView } from '../src/link/view-link.ts';
import { countWords } from '../src/text/words.ts';
import { toSpan } from '../src/text/offsets.ts';
import { expect, test } from './journey.ts';
import { readHighlighted } from './page-text.ts';
import { collection, findOnce, getArticle, getText } from './seeds.ts';

test.describe('page furniture', () => {
  test('is folded behind lines that say what and how much it is', async ({ reader }) => {
    await reader.open();
    for (const article of collection.articles) {
      const column = reader.column(article.id);
      const text = getText(article.id);
      for (const { kind, range, ...part } of article.parts) {
        if (kind !== 'furniture' || !('furniture' in part)) continue;
        const words = column.locator(`[data-start="${range.start}"]`);
        await expect(words).toBeHidden();
        expect(await words.textContent()).toBe(text.slice(range.start, range.end));
        const line = column.locator('details', { has: reader.page.locator(`[data-start="${range.start}"]`) });
        await expect(line.locator('summary')).toContainText(reader.say(`furniture.${part.furniture}`));
      }
    }
    const ticker = getArticle('003')
      .parts.filter(({ kind }) => kind === 'furniture')
      .slice(0, 2);
    const count = ticker.reduce(
      (sum, { range }) => sum + countWords(getText('003').slice(range.start, range.end)),
      0,
    );
    await expect(reader.column('003').locator('summary').nth(1)).toContainText(reader.write(count));
  });

  test('opens in place, and what it holds reads as it was published', async ({ reader }) => {
    await reader.open();
    const line = reader.column('000').locator('summary', { hasText: reader.say('furniture.other-article') });
    await line.click();
    const opened = reader.column('000').getByText('أعلنت الصين، اليوم (الخميس)', { exact: false });
    await expect(opened).toBeVisible();
    await line.click();
    await expect(opened).toBeHidden();
  });

  test('opens by itself for a link that points into it', async ({ reader }) => {
    const words = 'الصين تعلن انتهاء تدريبات بحرية مشتركة مع روسيا';
    const text = getText('000');
    const start = text.indexOf(words);
    const selector = describe(text, toSpan(start, start + words.length));
    expect(selector).not.toBeNull();
    await reader.open(
      encodeView({ ...DEFAULT_VIEW, passages: selector === null ? [] : [{ article: '000', selector }] }),
    );
    await expect.poll(() => readHighlighted(reader.page)).toEqual([words]);
    await expect(reader.page.locator('[data-article="000"] [data-furniture]:focus')).toContainText(words);
    await expect(reader.page.locator('[data-article="000"] [data-furniture]:focus')).toBeVisible();
  });

  test('is never marked, though it holds words that look like a claim', async ({ reader }) => {
    await reader.open();
    expect(findOnce('002', 'الزيارة الأولى منذ 10 أعوام').start).toBeGreaterThan(0);
    await expect(reader.page.locator('details mark')).toHaveCount(0);
  });
});
