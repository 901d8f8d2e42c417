import { describe, type PassageSelector } from '../src/anchoring/passage.ts';
import { DEFAULT_VIEW, encodeView } from '../src/link/view-link.ts';
import { toSpan } from '../src/text/offsets.ts';
import { expect, test } from './journey.ts';
import { readHighlighted } from './page-text.ts';
import { getText } from './seeds.ts';

const SCRIPT = encodeURIComponent('"><img src=x onerror=alert(1)><script>alert(1)</script>');

/** Links that cannot be followed, and a word of what the reader is told (a key of the strings). */
const BAD = [
  ['an unknown claim', 'v=1&claim=no-such-claim', 'problem.unknown-claim'],
  ['an unknown source', 'v=1&sources=000.nobody', 'problem.unknown-source'],
  ['a range beyond the text', 'v=1&p=000.zzzz-zzzzz.1.2YbYrdmI', 'outcome.gone'],
  ['a hundred thousand characters', `v=1&claim=${'a'.repeat(100_000)}`, 'problem.too-long'],
  ['a version to come', 'v=99&claim=gifts', 'problem.unknown-version'],
  ['something else altogether', 'section-3', 'problem.unreadable'],
  ['broken escapes', 'v=1&claim=%E0%A4%A', 'problem.malformed'],
  ['broken escapes in a search', 'v=1&q=%E0%A4%A', 'problem.malformed'],
  ['script as a claim', `v=1&claim=${SCRIPT}`, 'problem.malformed'],
  ['script as a source', `v=1&sources=${SCRIPT}`, 'problem.malformed'],
  ['script as a filter', `v=1&only=${SCRIPT}&hide=${SCRIPT}`, 'problem.malformed'],
  ['script as a passage', `v=1&p=${SCRIPT}`, 'problem.malformed'],
  ['script as a view', `v=1&view=${SCRIPT}`, 'problem.malformed'],
  ['script as a collection', `v=1&collection=${SCRIPT}`, 'problem.malformed'],
  ['a path as a collection', 'v=1&collection=..%2f..%2fetc', 'problem.malformed'],
  ['script as a version', `v=${SCRIPT}`, 'problem.unknown-version'],
] as const;

test.describe('a link that cannot be followed', () => {
  for (const [what, fragment, told] of BAD) {
    test(`${what} gives a notice and a working page`, async ({ reader }) => {
      const dialogs: string[] = [];
      reader.page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await reader.open(fragment);
      const variables = { id: '§', field: '§', version: '§', sought: '§' };
      const [opening = ''] = reader.say(told, variables).split('§');
      await expect(reader.page.getByText(opening.trim()).first()).toBeVisible();
      await expect(reader.column('000')).toContainText('وقّع الرئيس الروسي');
      const rail = await reader.openRail();
      await reader.claimButton(rail, 'gifts').click();
      await expect(reader.comparison('gifts')).toBeVisible();
      expect(dialogs).toEqual([]);
      await expect(reader.page.locator('img')).toHaveCount(0);
    });
  }

  test('is told of in English too, and the notice can be put away', async ({ reader }) => {
    await reader.prefer({ language: 'en' });
    await reader.open('v=1&claim=no-such-claim');
    const notice = reader.page.getByRole('alert');
    await expect(notice).toContainText(
      'The link names a claim that this collection does not have: \u2068no-such-claim\u2069.',
    );
    await notice.getByRole('button', { name: reader.say('problem.dismiss') }).click();
    await expect(notice).toHaveCount(0);
  });
});

/** A passage as it would have been described in a text that read otherwise. */
function describeIn(text: string, words: string): PassageSelector {
  const start = text.indexOf(words);
  const selector = start < 0 ? null : describe(text, toSpan(start, start + words.length));
  if (selector === null) throw new Error(`not in the text: ${words}`);
  return selector;
}

test.describe('a passage that is no longer what it was', () => {
  const now = getText('001');
  const SHORT = 'نحو 11 ساعة من الاتصالات مع كيم';
  const LONG =
    'والتقى رئيسا الدولتين في بيونغ يانغ يوم الأربعاء في إطار زيارة الدولة الرسمية التي يقوم بها بوتين، وهي أول رحلة له إلى الدولة السرية منذ 24 عاما';

  for (const [outcome, selector, shown] of [
    ['moved', describeIn(`خبر عاجل. ${now}`, SHORT), [SHORT]],
    [
      'respelled',
      describeIn(now.replace(SHORT, 'نحو ١١ ساعةً من الإتصالات مع كيم'), 'نحو ١١ ساعةً من الإتصالات مع كيم'),
      [SHORT],
    ],
    [
      'edited',
      describeIn(now.replace(LONG, LONG.replace('الرسمية', 'المفاجئة')), LONG.replace('الرسمية', 'المفاجئة')),
      [LONG],
    ],
    ['gone', describeIn(now.replace(SHORT, 'عبارة لا أثر لها اليوم'), 'عبارة لا أثر لها اليوم'), null],
  ] as const) {
    test(`says that it is ${outcome}`, async ({ reader }) => {
      await reader.open(encodeView({ ...DEFAULT_VIEW, passages: [{ article: '001', selector }] }));
      const card = reader.page.getByRole('region', { name: reader.say('share.targets') });
      const [told = ''] = reader.say(`outcome.${outcome}`, { sought: '§' }).split('§');
      await expect(card).toContainText(told.trim());
      await expect.poll(() => readHighlighted(reader.page)).toEqual(shown);
    });
  }

  test('offers the places it may stand in when there are several', async ({ reader }) => {
    const words = 'كيم جونغ أون';
    const selector = { ...describeIn(`${words} ${now}`, words), span: toSpan(0, words.length) };
    await reader.open(encodeView({ ...DEFAULT_VIEW, passages: [{ article: '001', selector }] }));
    const card = reader.page.getByRole('region', { name: reader.say('share.targets') });
    const places = card.getByRole('button', {
      name: new RegExp(reader.say('outcome.candidate', { n: '' }).split(' ')[0] ?? ''),
    });
    await expect(places.nth(1)).toBeVisible();
    await places.nth(1).click();
    await expect(reader.page.locator('[data-article="001"] [data-start]:focus')).toContainText(words);
  });
});
