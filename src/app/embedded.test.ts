import { describe, expect, it } from 'vitest';
import { computeOutline } from '../claims/outline.ts';
import { getSeedText, SEED_CLAIMS, SEED_TEXTS, SEEDS } from '../testing/seeds.ts';
import { embed, readFirstView, type FirstView } from './embedded.ts';

const VIEW: FirstView = {
  name: 'seeds',
  collection: SEEDS,
  outline: computeOutline(SEED_CLAIMS),
  texts: SEED_TEXTS,
};

/** Every key that occurs in a value, however deep. */
function findKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...findKeys(inner)]);
}

/** As much of a page as is read back from it: the texts of its parts by article, and the data. */
function createPage(data: string | null, texts: ReadonlyMap<string, ReadonlyMap<number, string>>): Document {
  const page = {
    getElementById: () => (data === null ? null : { textContent: data }),
    querySelector: (selector: string) => {
      const parts = texts.get(/^\[data-article="(.+)"\]$/.exec(selector)?.[1] ?? '');
      if (parts === undefined) return null;
      const elements = Array.from(parts, ([start, textContent]) => ({
        dataset: { start: `${start}` },
        textContent,
      }));
      return { querySelectorAll: () => elements };
    },
  };
  return page as unknown as Document;
}

/** The texts of the parts of every article, by where they start, as the page shows them. */
function cutTexts(): Map<string, Map<number, string>> {
  return new Map(
    SEEDS.articles.map(({ id, parts }) => [
      id,
      new Map(parts.map(({ range }) => [range.start, getSeedText(id).slice(range.start, range.end)])),
    ]),
  );
}

describe('embed', () => {
  const data = embed(VIEW);

  it('writes ranges as the published files do, and leaves quotations and checksums out', () => {
    const keys = new Set(findKeys(JSON.parse(data)));
    for (const key of ['start', 'end', 'quote', 'sha256', 'attribution']) expect(keys).not.toContain(key);
    const { collection, outline } = JSON.parse(data) as {
      collection: typeof SEEDS;
      outline: FirstView['outline'];
    };
    const { start, end } = SEEDS.articles[0]!.parts[0]!.range;
    expect(collection.articles[0]!.parts[0]!.range).toEqual([start, end]);
    const { range } = SEED_CLAIMS.claims[0]!.evidence[0]!;
    expect(outline.claims[0]!.evidence[0]).toEqual({ article: '000', range: [range.start, range.end] });
  });

  it('holds no text of an article', () => {
    for (const { id, parts } of SEEDS.articles) {
      for (const { kind, range } of parts) {
        if (kind === 'paragraph') expect(data).not.toContain(getSeedText(id).slice(range.start, range.end));
      }
    }
  });

  it('cannot end the element it stands in', () => {
    const title = { ar: '</script><script>alert(1)</script><!--', en: 'x' };
    const written = embed({ ...VIEW, collection: { ...SEEDS, title } });
    expect(written).not.toContain('<');
    expect((JSON.parse(written) as { collection: typeof SEEDS }).collection.title).toEqual(title);
  });
});

describe('readFirstView', () => {
  it('reads back what was embedded, and the texts from the page', () => {
    const view = readFirstView(createPage(embed(VIEW), cutTexts()));
    const articles = SEEDS.articles.map(({ sha256: _sha256, ...rest }) => rest);
    const { description: _description, ...collection } = SEEDS;
    expect(view).toEqual({ ...VIEW, collection: { ...collection, articles } });
  });

  it('leaves out a text that the page does not show, or not whole, or changed in length', () => {
    const texts = cutTexts();
    texts.delete('000');
    const [[start] = [0]] = texts.get('001')!;
    texts.get('001')!.delete(start);
    texts.get('002')!.set(SEEDS.articles[2]!.parts[0]!.range.start, 'ترجمة');
    const view = readFirstView(createPage(embed(VIEW), texts));
    expect(Array.from(view!.texts.keys())).toEqual(['003', '004']);
  });

  it('answers null for a page that carries nothing', () => {
    expect(readFirstView(createPage(null, new Map()))).toBeNull();
  });
});
