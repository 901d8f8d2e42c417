import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Span } from '../text/offsets.ts';
import { checkCollection } from './check-article.ts';
import { parseCollection, type Article, type Part } from './collection.ts';

const SEEDS = new URL('../../public/seeds/', import.meta.url);

const parsed = parseCollection(JSON.parse(readFileSync(new URL('collection.json', SEEDS), 'utf8')));
if (parsed.problems) throw new Error(JSON.stringify(parsed.problems));
const collection = parsed.value;
const texts = new Map(
  collection.articles.map(({ id, file }) => [id, readFileSync(new URL(file, SEEDS), 'utf8')]),
);

function getArticle(id: string): Article {
  return collection.articles.find((article) => article.id === id)!;
}

function quote(id: string, { start, end }: Span): string {
  return texts.get(id)!.slice(start, end);
}

/** What the parts say that pass a test, in text order. */
function quoteParts(id: string, test: (part: Part) => boolean): string[] {
  return getArticle(id)
    .parts.filter(test)
    .map(({ range }) => quote(id, range));
}

function quoteKind(id: string, kind: Part['kind']): string[] {
  return quoteParts(id, (part) => part.kind === kind);
}

function furnitureKinds(id: string): string[] {
  return getArticle(id).parts.flatMap((part) => (part.kind === 'furniture' ? [part.furniture] : []));
}

/** All that belongs to the article: everything but furniture. */
function ownText(id: string): string {
  return quoteParts(id, (part) => part.kind !== 'furniture').join('\n');
}

describe('the shipped collection', () => {
  it('holds the five articles in order', () => {
    expect(collection.id).toBe('seeds');
    expect(collection.claims).toBe('claims.json');
    expect(collection.articles.map(({ id }) => id)).toEqual(['000', '001', '002', '003', '004']);
    for (const { id, file } of collection.articles) expect(file.startsWith(`${id}_`)).toBe(true);
  });

  it('fits its texts', () => {
    expect(checkCollection(collection, texts)).toEqual([]);
  });

  it('gives the checksum of every file’s bytes', () => {
    for (const { file, sha256 } of collection.articles) {
      const bytes = readFileSync(new URL(file, SEEDS));
      expect(createHash('sha256').update(bytes).digest('hex'), file).toBe(sha256);
    }
  });

  it('sets 37.6 % of the characters aside as furniture', () => {
    const furniture = collection.articles.flatMap(({ id }) => quoteKind(id, 'furniture'));
    const share = furniture.join('').length / Array.from(texts.values()).join('').length;
    expect(share).toBeCloseTo(0.376, 3);
  });

  it('rests on nothing that stands in furniture', () => {
    for (const { id, restsOn, parts } of collection.articles) {
      for (const { range } of restsOn) {
        const home = parts.find((part) => part.range.start <= range.start && range.end <= part.range.end);
        expect(home?.kind, quote(id, range)).toBe('paragraph');
      }
    }
  });

  it('calls one origin by one name in every article', () => {
    const arabic = new Map<string, string>();
    for (const { name } of collection.articles.flatMap(({ restsOn }) => restsOn)) {
      expect(arabic.get(name.en) ?? name.ar).toBe(name.ar);
      arabic.set(name.en, name.ar);
    }
  });

  it('names an outlet only in words that its file contains', () => {
    const stated = collection.articles.flatMap(({ id, outlet }) =>
      outlet.basis === 'stated' ? [[id, outlet.name.ar, quote(id, outlet.range)]] : [],
    );
    expect(stated).toEqual([
      ['000', 'الشرق الأوسط', 'الشرق الأوسط'],
      ['002', 'عربي21', 'عربي21'],
      ['003', 'الأيام 24', 'الأيام 24'],
    ]);
  });

  it('tells stated dates from inferred ones and shows what each was read from', () => {
    const dates = collection.articles.map(({ id, date }) =>
      date.basis === 'unknown' ? [id, date.basis] : [id, date.basis, date.value, quote(id, date.range)],
    );
    expect(dates).toEqual([
      ['000', 'inferred', '2024-06-19', 'اليوم الأربعاء'],
      ['001', 'inferred', '2024-06-19', '19 يونيو 2024'],
      ['002', 'inferred', '2024-07', 'الشهر الماضي'],
      ['003', 'stated', '2024-06-19', '19 - 06 - 2024'],
      ['004', 'inferred', '2024-06-20', 'أمس الأربعاء'],
    ]);
  });
});

describe('article 000', () => {
  it('has a title and a subtitle', () => {
    expect(quoteKind('000', 'title')).toEqual(['بوتين وكيم وقّعا اتفاق شراكة استراتيجية']);
    expect(quoteKind('000', 'subtitle')).toEqual([
      'تنص على «المساعدة المتبادلة» في حال تعرض أي من البلدين «للعدوان»',
    ]);
  });

  it('ends before the related stories and the second article', () => {
    expect(furnitureKinds('000')).toEqual([
      'page-widget',
      'repeated-title',
      'repeated-caption',
      'related-stories',
      'other-article',
    ]);
    expect(ownText('000')).toMatch(/علاقات عسكرية بين البلدين\.$/);
    expect(ownText('000')).not.toContain('الصين');
  });

  it('is named in its furniture alone', () => {
    expect(ownText('000')).not.toContain('الشرق الأوسط');
    expect(getArticle('000').outlet.note?.en).toContain('page furniture');
  });
});

describe('article 001', () => {
  it('names no outlet and credits ABC News', () => {
    const { outlet, credits } = getArticle('001');
    expect(outlet.basis).toBe('unknown');
    const source = credits.find(({ role }) => role === 'source')!;
    expect(quote('001', source.range)).toBe('ABC News');
    expect(quoteKind('001', 'credit').at(-1)).toContain('ABC News');
  });

  it('has three captions, each followed by its credit', () => {
    const kinds = getArticle('001').parts.map(({ kind }) => kind);
    const captions = kinds.flatMap((kind, index) => (kind === 'caption' ? [index] : []));
    expect(captions).toHaveLength(3);
    for (const index of captions) expect(kinds[index + 1]).toBe('credit');
  });

  it('sets its tags and its source link aside', () => {
    expect(furnitureKinds('001')).toEqual([
      'repeated-title',
      'advertising-tag',
      'advertising-tag',
      'source-link',
    ]);
  });
});

describe('article 002', () => {
  it('has no title', () => {
    expect(quoteKind('002', 'title')).toEqual([]);
  });

  it('keeps the false friends in its furniture', () => {
    expect(furnitureKinds('002')).toEqual(['keywords', 'other-article', 'related-stories']);
    for (const words of ['منغوليا', 'منذ 10 أعوام', 'في أول زيارة']) {
      expect(ownText('002')).not.toContain(words);
      expect(quoteKind('002', 'furniture').join('\n')).toContain(words);
    }
  });

  it('credits its source', () => {
    expect(quoteKind('002', 'credit')).toEqual(['المصدر: عربي21']);
  });
});

describe('article 003', () => {
  it('begins after the ticker', () => {
    const [first] = getArticle('003').parts;
    expect(first).toMatchObject({ kind: 'furniture', furniture: 'ticker' });
    expect(quote('003', first!.range).split(/\s{4}/)).toHaveLength(58);
    expect(ownText('003')).toMatch(/^اتفاقية تعاون استراتيجي بين روسيا وكوريا الشمالية/);
    expect(ownText('003')).not.toContain('الزكاة');
  });

  it('has three subheadings', () => {
    expect(quoteKind('003', 'subheading')).toEqual([
      'عالم متعدد الأقطاب',
      'جولة بالسيارة وهدايا متبادلة',
      '"تهديد عالمي حقيقي"',
    ]);
  });

  it('cuts the picture agency off its captions', () => {
    expect(quoteKind('003', 'credit')).toEqual(['نشر في الأيام 24 يوم 19 - 06 - 2024', 'Reuters', 'Reuters']);
    expect(quoteKind('003', 'caption').join('\n')).not.toContain('Reuters');
  });

  it('sets the three links inside its body aside', () => {
    const links = quoteParts('003', (part) => part.kind === 'furniture' && part.furniture === 'inline-links');
    expect(links).toHaveLength(1);
    expect(links[0]!.split('\n')).toHaveLength(3);
  });
});

describe('article 004', () => {
  it('has no title and names no outlet', () => {
    expect(quoteKind('004', 'title')).toEqual([]);
    expect(getArticle('004').outlet.basis).toBe('unknown');
  });

  it('cuts its credit off the last paragraph', () => {
    expect(quoteKind('004', 'credit')).toEqual(['(وكالات)']);
    expect(quoteKind('004', 'paragraph').at(-1)).toMatch(/واحدة من الأدوات»\.$/);
  });

  it('sets the share footer aside', () => {
    expect(furnitureKinds('004')).toEqual(['share-footer', 'comment-form', 'page-widget']);
  });
});
