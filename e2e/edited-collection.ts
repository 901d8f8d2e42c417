import { createHash } from 'node:crypto';
import type { Claim } from '../src/claims/claims.ts';
import type { Reader } from './reader.ts';

/** Where the collection stands beside the page; the default one is read from the page itself. */
export const EDITED = 'edited';

/** A text of the collection, as it is now. */
interface Text {
  readonly id: string;
  readonly text: string;
}

/** What each article is called, in both languages. */
export function nameArticle(id: string): { ar: string; en: string } {
  return { ar: `صحيفة ${id}`, en: `Paper ${id}` };
}

/** A manifest in which every line of a text is a paragraph. */
function describeText({ id, text }: Text) {
  const note = { ar: 'نص عُدّل لتجربة القارئ.', en: 'Edited for trying the reader.' };
  const parts = Array.from(text.matchAll(/\S(?:[^\n]*\S)?/g), ({ 0: line, index }) => ({
    kind: 'paragraph',
    range: [index, index + line.length],
  }));
  return {
    id,
    file: `${id}.txt`,
    sha256: createHash('sha256').update(text).digest('hex'),
    length: text.length,
    language: 'ar',
    label: nameArticle(id),
    outlet: { basis: 'unknown', name: nameArticle(id), note },
    date: { basis: 'unknown', note },
    credits: [],
    restsOn: [],
    parts,
  };
}

/** Claims as they were published before the texts were edited: every passage in a paragraph. */
function describeClaims(claims: readonly Claim[]) {
  return claims.map((claim) => ({
    ...claim,
    group: 'all',
    evidence: claim.evidence.map((passage) => ({
      ...passage,
      place: 'body',
      range: [passage.range.start, passage.range.end],
      attribution:
        passage.attribution === null
          ? null
          : {
              chain: passage.attribution.chain.map(({ name, range }) => ({
                name,
                range: [range.start, range.end],
              })),
            },
    })),
  }));
}

/**
 * Publishes texts beside the page as a collection of their own, as they would be after an edit.
 * @param options.claims Claims about the texts as they were.
 * @param options.urls Where the texts were published, by their ids.
 */
export async function publishEdited(
  reader: Reader,
  texts: readonly Text[],
  options: {
    readonly claims?: readonly Claim[];
    readonly urls?: Readonly<Record<string, string>>;
  } = {},
): Promise<void> {
  const manifest = {
    format: 'taqabul-collection',
    version: 1,
    id: EDITED,
    title: { ar: 'نصوص عُدّلت', en: 'Edited texts' },
    claims: 'claims.json',
    articles: texts.map((text) => ({ ...describeText(text), url: options.urls?.[text.id] })),
  };
  const claims = {
    format: 'taqabul-claims',
    version: 1,
    groups: [{ id: 'all', label: { ar: 'كل شيء', en: 'All' } }],
    claims: describeClaims(options.claims ?? []),
  };
  const files = new Map([
    ['collection.json', JSON.stringify(manifest)],
    ['claims.json', JSON.stringify(claims)],
    ...texts.map(({ id, text }): [string, string] => [`${id}.txt`, text]),
  ]);
  await reader.page.route(`**/${EDITED}/*`, async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const body = files.get(name);
    if (body === undefined) await route.fulfill({ status: 404 });
    else
      await route.fulfill({
        body,
        contentType: `${name.endsWith('json') ? 'application/json' : 'text/plain'}; charset=utf-8`,
      });
  });
}
