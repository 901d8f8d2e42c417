import { compareTexts, computeAbsence, type FoundAbsence, type ReadTexts } from '../claims/absence.ts';
import type { ClaimsFile } from '../claims/claims.ts';
import type { ClaimOutline } from '../claims/outline.ts';
import { readArticle, type ReadArticle } from '../claims/sentence-words.ts';
import type { Collection } from '../corpus/collection.ts';
import { addLaterStrings } from '../i18n/later.ts';

addLaterStrings();

/** So long at a time, in milliseconds, the page waits for articles to be read and compared. */
const SLICE = 8;

/** What was read of an article: again only where its text is another. */
const kept = new Map<string, { readonly text: string; readonly article: ReadArticle }>();
/** What was compared last, with the articles that it was made of. */
let last: ReadTexts | null = null;

/** Goes on when everything that waits has had its turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Does something for every item, and lets the page go on in between. Rejects when it is called off. */
async function forEachInTurn<Item>(
  items: Iterable<Item>,
  signal: AbortSignal,
  visit: (item: Item) => void,
): Promise<void> {
  let begun = performance.now();
  for (const item of items) {
    if (performance.now() - begun > SLICE) {
      await pause();
      signal.throwIfAborted();
      begun = performance.now();
    }
    visit(item);
  }
}

/** The texts read and compared; the same object as last time where nothing has changed. */
async function readTexts(
  name: string,
  { articles }: Collection,
  texts: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<ReadTexts> {
  const read = new Map<string, ReadArticle>();
  await forEachInTurn(articles, signal, (article) => {
    const text = texts.get(article.id);
    if (text === undefined) return;
    const key = `${name}/${article.id}`;
    const known = kept.get(key);
    const found = known?.text === text ? known : { text, article: readArticle(article, text) };
    kept.set(key, found);
    read.set(article.id, found.article);
  });
  const isSame =
    last?.articles.size === read.size &&
    Array.from(read).every(([id, one]) => last?.articles.get(id) === one);
  last = isSame && last !== null ? last : compareTexts(read);
  return last;
}

/**
 * Why each article whose text is here does not make a claim, by article; those that make it are left out.
 * Works in slices, so that the page never stands still. Rejects when it is called off.
 */
export async function findAbsences({
  name,
  collection,
  texts,
  claim,
  file,
  signal,
}: {
  readonly name: string;
  readonly collection: Collection;
  readonly texts: ReadonlyMap<string, string>;
  readonly claim: ClaimOutline;
  readonly file: ClaimsFile;
  readonly signal: AbortSignal;
}): Promise<ReadonlyMap<string, FoundAbsence>> {
  const read = await readTexts(name, collection, texts, signal);
  const dates = new Map(collection.articles.map(({ id, date }) => [id, date]));
  const authored = new Map(
    file.absences.flatMap((absence) => (absence.claim === claim.id ? [[absence.article, absence]] : [])),
  );
  const found = new Map<string, FoundAbsence>();
  await forEachInTurn(collection.articles, signal, (article) => {
    const text = texts.get(article.id);
    if (text === undefined) return;
    const absence = computeAbsence({
      claim,
      article,
      text,
      texts: read,
      authored: authored.get(article.id) ?? null,
      dates,
    });
    if (absence !== null) found.set(article.id, absence);
  });
  return found;
}
