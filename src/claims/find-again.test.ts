import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../corpus/collection.ts';
import { toSpan } from '../text/offsets.ts';
import { getSeedText, SEED_CLAIMS, SEED_TEXTS, SEEDS } from '../testing/seeds.ts';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { checkClaims } from './check-claims.ts';
import type { Claim, ClaimsFile, Evidence } from './claims.ts';
import { findAgain } from './find-again.ts';
import type { ClaimsOutline, HeldClaims, HeldEvidence } from './outline.ts';
import { holdable, type Seek } from './sound-claims.ts';

const LINES = [
  'وقع الزعيمان اتفاقا جديدا في العاصمة',
  'قال الناطق أمس إن الزيارة الأولى منذ ربع قرن كانت ناجحة تماما في كل شيء.',
  'ورد بوتين على سؤال الصحافيين بعد المحادثات الطويلة التي جرت على انفراد.',
  'ثم غادر الوفد المدينة في ساعة متأخرة من الليل دون أن يدلي بأي تصريح.',
];
const THEN = LINES.join('\n\n');

/** An article of which every line is a paragraph. */
function describeText(text: string): Article {
  const parts = Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }) => ({
    kind: 'paragraph' as const,
    range: toSpan(index, index + line.length),
  }));
  return { ...SEEDS.articles[0]!, id: 'a', length: text.length, parts };
}

function mark(words: string, rest: Partial<Evidence> = {}): Evidence {
  const start = THEN.indexOf(words);
  if (start < 0) throw new RangeError(`not there: ${words}`);
  const range = toSpan(start, start + words.length);
  return {
    article: 'a',
    range,
    quote: words,
    place: 'body',
    stance: 'reports',
    attribution: null,
    ...rest,
  };
}

const VISIT = 'الزيارة الأولى منذ ربع قرن كانت ناجحة تماما';
const LEFT = 'غادر الوفد المدينة في ساعة متأخرة';
const ANSWER = 'ورد بوتين على سؤال الصحافيين';

/** What became of the first passage, in words, among others that are marked too. */
function seek(now: string, ...evidence: readonly Evidence[]) {
  const [found] = findAgain(evidence, describeText(now), now);
  return found == null
    ? null
    : [found.former?.outcome ?? 'in place', now.slice(found.range.start, found.range.end)];
}

describe('findAgain', () => {
  it.each<[what: string, edit: (text: string) => string, found: readonly string[] | null]>([
    ['nothing', (text) => text, ['in place', VISIT]],
    ['a sentence added above', (text) => `جملة جديدة أضيفت هنا.\n\n${text}`, ['moved', VISIT]],
    [
      'its paragraph moved to the end',
      () => [LINES[0], LINES[2], LINES[3], LINES[1]].join('\n\n'),
      ['moved', VISIT],
    ],
    [
      'diacritics added',
      (text) => text.replace('الأولى منذ', 'الأُولى مُنذُ'),
      ['respelled', VISIT.replace('الأولى منذ', 'الأُولى مُنذُ')],
    ],
    ['a word changed', (text) => text.replace('ناجحة', 'فاشلة'), ['edited', VISIT.replace('ناجحة', 'فاشلة')]],
    ['all of it replaced', (text) => text.replace(VISIT, 'أمرا آخر لا صلة له بما سبق ذكره في النص'), null],
    ['deleted', (text) => text.replace(VISIT, ''), null],
    [
      'doubled elsewhere, and no longer in place',
      (text) => `${VISIT} هنا.\n\n${VISIT} هناك.\n\n${text.replace(VISIT, '')}`,
      null,
    ],
  ])('is honest about %s', (_what, edit, found) => {
    expect(seek(edit(THEN), mark(VISIT), mark(LEFT))).toEqual(found);
  });

  it('tells twins apart by where the passages around them went', () => {
    const now = `سطر أول.\n\n${THEN}\n\nوفي الختام ${VISIT}.`;
    expect(seek(now, mark(VISIT))).toBeNull();
    const [found] = findAgain([mark(VISIT), mark(LINES[0]!), mark(LEFT)], describeText(now), now);
    expect(found?.range.start).toBe(now.indexOf(VISIT));
    expect(found?.former?.outcome).toBe('moved');
  });

  it.each<[what: string, now: string, found: readonly string[] | null]>([
    ['shifted with what is around it', `سطر أول.\n\n${THEN}`, ['moved', 'بوتين']],
    [
      'spelled otherwise there',
      `سطر أول.\n\n${THEN.replace('ورد بوتين', 'ورد بوتينُ')}`,
      ['respelled', 'بوتينُ'],
    ],
    ['deleted, while others name him', `سطر أول عن بوتين.\n\n${THEN.replace('ورد بوتين', 'ورد')}`, null],
    ['replaced', `سطر أول.\n\n${THEN.replace('بوتين', 'الرئيس')}`, null],
  ])('believes a short passage only where its neighbours went: %s', (_what, now, found) => {
    expect(seek(now, mark('بوتين'), mark(VISIT), mark(LEFT))).toEqual(found);
  });

  it('does not believe a short passage without neighbours, though it stands just once', () => {
    expect(seek(`سطر أول.\n\n${THEN}`, mark('بوتين'))).toBeNull();
  });

  it('moves a passage without a quotation only between two that went equally far', () => {
    const bare = mark(ANSWER);
    delete bare.quote;
    const above = `سطر أول.\n\n${THEN}`;
    expect(seek(above, bare, mark(VISIT), mark(LEFT))).toEqual(['moved', ANSWER]);
    expect(seek(above, bare, mark(LEFT))).toBeNull();
    const between = THEN.replace('\n\nورد', '\n\nسطر جديد.\n\nورد');
    expect(seek(between, bare, mark(VISIT), mark(LEFT))).toBeNull();
  });

  describe('of whom it is from', () => {
    const NAME = { ar: 'الناطق', en: 'The spokesman' };
    const said = (name: string, words = VISIT) =>
      mark(words, { stance: 'quotes', attribution: { chain: [{ name: NAME, range: mark(name).range }] } });
    const names = (now: string, ...evidence: readonly Evidence[]) => {
      const [found] = findAgain(evidence, describeText(now), now);
      if (found?.losesAttribution === true) expect(found.attribution).toBeNull();
      return found?.attribution?.chain.map(({ range }) => now.slice(range.start, range.end)) ?? null;
    };

    it.each<[what: string, now: string, evidence: readonly Evidence[], names: readonly string[] | null]>([
      ['in its part, shifted with it', `سطر أول.\n\n${THEN}`, [said('قال الناطق')], ['قال الناطق']],
      [
        'in its part, after words that changed',
        THEN.replace('ناجحة', 'فاشلة جدا'),
        [said('كل شيء')],
        ['كل شيء'],
      ],
      [
        'in its part, with words put between',
        THEN.replace('أمس إن', 'أمس في مؤتمر إن'),
        [said('قال الناطق')],
        null,
      ],
      [
        'in another part, between passages that went as far',
        `سطر أول.\n\n${THEN}`,
        [said(ANSWER, LEFT), mark(VISIT)],
        [ANSWER],
      ],
      ['in another part, with nothing beyond', `سطر أول.\n\n${THEN}`, [said('العاصمة')], null],
      [
        'in another part that stayed in place',
        THEN.replace('الليل', 'المساء'),
        [said('العاصمة')],
        ['العاصمة'],
      ],
    ])('knows the one %s', (_what, now, evidence, expected) => {
      expect(names(now, ...evidence)).toEqual(expected);
    });
  });

  it('takes the value from a passage whose words are others now, and keeps what they were', () => {
    const value = { kind: 'term' as const, text: { ar: 'ناجحة', en: 'a success' } };
    const now = THEN.replace('ناجحة', 'فاشلة');
    const [found] = findAgain([mark(VISIT, { value })], describeText(now), now);
    expect(found).not.toHaveProperty('value');
    expect(found?.former?.quote).toBe(VISIT);
  });

  it('finds every passage of the shipped claims below a line put above each text', () => {
    for (const article of SEEDS.articles) {
      const text = getSeedText(article.id);
      const shift = (at: number) => at + ADDED.length;
      const moved = shiftArticle(article, text);
      const evidence = SEED_CLAIMS.claims.flatMap((claim) =>
        claim.evidence.filter((passage) => passage.article === article.id),
      );
      const found = findAgain(evidence, moved, `${ADDED}${text}`);
      const where = found.map((one) => one?.range ?? null);
      expect(where).toEqual(evidence.map(({ range }) => toSpan(shift(range.start), shift(range.end))));
    }
  });
});

const ADDED = 'سطر أضيف فوق النص.\n\n';

function shiftArticle(article: Article, text: string): Article {
  const parts = article.parts.map((part) => ({
    ...part,
    range: toSpan(part.range.start + ADDED.length, part.range.end + ADDED.length),
  }));
  return { ...article, length: text.length + ADDED.length, parts };
}

/** Holds claims against texts, and has what does not hold looked for. */
async function holdSeeking(
  file: ClaimsFile,
  articles: readonly Article[],
  texts: ReadonlyMap<string, string>,
  look: Seek = (...asked) => Promise.resolve(findAgain(...asked)),
): Promise<{ before: HeldClaims; after: HeldClaims }> {
  const answers: ClaimsOutline[] = [];
  const outline = holdable(file, look, (found) => answers.push(found));
  const before = outline.holdAgainst!(articles, texts);
  before.seek();
  before.seek();
  await new Promise((done) => setTimeout(done));
  const last = answers.at(-1) ?? outline;
  return { before, after: last.holdAgainst!(articles, texts) };
}

function countPassages({ claims }: Pick<HeldClaims, 'claims'>): number {
  return claims.reduce((sum, { evidence }) => sum + evidence.length, 0);
}

describe('holdable, with what does not hold looked for', () => {
  const all = countPassages(SEED_CLAIMS);

  it('finds all passages again below what was added, and counts them', async () => {
    const texts = new Map(Array.from(SEED_TEXTS, ([id, text]) => [id, `${ADDED}${text}`]));
    const articles = SEEDS.articles.map((article) => shiftArticle(article, getSeedText(article.id)));
    const { before, after } = await holdSeeking(SEED_CLAIMS, articles, texts);
    expect(before.tally).toBeNull();
    expect(before.claims).toHaveLength(SEED_CLAIMS.claims.length);
    expect(after.tally).toMatchObject({ setAside: 0, foundAgain: all, edited: 0 });
    for (const [index, claim] of after.claims.entries()) {
      const quotes = claim.evidence.map(({ quote }) => quote);
      expect(quotes).toEqual(SEED_CLAIMS.claims[index]!.evidence.map(({ quote }) => quote));
    }
    expect(
      checkClaims({ ...SEED_CLAIMS, claims: after.claims as Claim[] }, { ...SEEDS, articles }, texts),
    ).toEqual([]);
  });

  it('leaves out what cannot be looked for', async () => {
    const isTelling = ({ quote = '', article }: Evidence) =>
      quote.split(' ').length >= 4 && getSeedText(article).split(quote).length === 2;
    const at = SEED_CLAIMS.claims.findIndex(({ evidence }) => isTelling(evidence[0]!));
    const [first] = SEED_CLAIMS.claims[at]!.evidence;
    const misplaced = { ...first!, range: toSpan(first!.range.start + 1, first!.range.end + 1) };
    const misplace = (one: Evidence) => (one === first ? misplaced : one);
    const claims = SEED_CLAIMS.claims.map((claim) => ({ ...claim, evidence: claim.evidence.map(misplace) }));
    const file: ClaimsFile = { ...SEED_CLAIMS, claims };
    const offline = () => Promise.reject(new Error('offline'));
    const fails = await holdSeeking(file, SEEDS.articles, SEED_TEXTS, offline);
    expect(fails.before.tally).toBeNull();
    expect(fails.after.tally?.setAside).toBeGreaterThan(0);
    const works = await holdSeeking(file, SEEDS.articles, SEED_TEXTS);
    expect(works.after.tally).toMatchObject({ setAside: 0, foundAgain: 1 });
    expect(works.after.claims[at]!.evidence[0]!.range).toEqual(first!.range);
  });

  it('shows nothing that the whole check refuses, and loses count of nothing, whatever was edited', async () => {
    const edit = fc.record({
      article: fc.nat(4),
      line: fc.nat(60),
      how: fc.constantFrom('drop', 'double', 'word', 'swap'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const texts = new Map(SEED_TEXTS);
        for (const { article, line, how } of edits) {
          const { id } = SEEDS.articles[article % SEEDS.articles.length]!;
          const lines = texts
            .get(id)!
            .split('\n')
            .filter((one) => one.trim() !== '');
          const at = line % lines.length;
          const own = lines[at] ?? '';
          const words = own.split(' ');
          const other =
            how === 'drop'
              ? []
              : how === 'double'
                ? [own, own]
                : how === 'word'
                  ? [['كلمة', ...words.slice(1)].join(' ')]
                  : [words.toReversed().join(' ')];
          lines.splice(at, 1, ...other);
          texts.set(id, lines.map((one) => one.trim()).join('\n\n'));
        }
        const articles = SEEDS.articles.map((article) => ({
          ...describeText(texts.get(article.id)!),
          id: article.id,
        }));
        const file: ClaimsFile = {
          ...SEED_CLAIMS,
          claims: SEED_CLAIMS.claims.map((claim) => ({
            ...claim,
            evidence: claim.evidence.map((one): Evidence => ({ ...one, place: 'body' })),
          })),
        };
        const { after } = await holdSeeking(file, articles, texts);
        expect(
          checkClaims({ ...file, claims: after.claims as Claim[] }, { ...SEEDS, articles }, texts),
        ).toEqual([]);
        expect(countPassages(after) + (after.tally?.setAside ?? 0)).toBe(all);
        const passages: HeldEvidence[] = after.claims.flatMap(({ evidence }) => evidence);
        for (const { quote, range, article } of passages) {
          expect(texts.get(article)!.slice(range.start, range.end)).toBe(quote);
        }
      }),
      { numRuns: 40, seed: RANDOM_SEED },
    );
  });
});
