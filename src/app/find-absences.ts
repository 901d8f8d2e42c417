import {
  compareTextsInSteps,
  computeAbsenceInSteps,
  type FoundAbsence,
  type ReadTexts,
} from '../claims/absence.ts';
import type { ClaimsFile } from '../claims/claims.ts';
import type { ClaimOutline } from '../claims/outline.ts';
import { readArticleInSteps, type ReadArticle, type Steps } from '../claims/sentence-words.ts';
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

/** Work that the page does a slice at a time. */
class SlicedWork {
  readonly #signal: AbortSignal;
  #begun = performance.now();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Does work step by step, and lets the page go on in between. Rejects when it is called off. */
  async do<Answer>(steps: Steps<Answer>): Promise<Answer> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() - this.#begun <= SLICE) continue;
      await pause();
      this.#signal.throwIfAborted();
      this.#begun = performance.now();
    }
  }
}

/** The texts read and compared; the same object as last time where nothing has changed. */
async function readTexts(
  name: string,
  { articles }: Collection,
  texts: ReadonlyMap<string, string>,
  work: SlicedWork,
): Promise<ReadTexts> {
  const read = new Map<string, ReadArticle>();
  for (const article of articles) {
    const text = texts.get(article.id);
    if (text === undefined) continue;
    const key = `${name}/${article.id}`;
    const known = kept.get(key);
    const own = known?.text === text ? known.article : await work.do(readArticleInSteps(article, text));
    kept.set(key, { text, article: own });
    read.set(article.id, own);
  }
  const isSame =
    last?.articles.size === read.size &&
    Array.from(read).every(([id, one]) => last?.articles.get(id) === one);
  last = isSame && last !== null ? last : await work.do(compareTextsInSteps(read));
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
  const work = new SlicedWork(signal);
  const read = await readTexts(name, collection, texts, work);
  const dates = new Map(collection.articles.map(({ id, date }) => [id, date]));
  const authored = new Map(
    file.absences.flatMap((absence) => (absence.claim === claim.id ? [[absence.article, absence]] : [])),
  );
  const found = new Map<string, FoundAbsence>();
  for (const article of collection.articles) {
    const text = texts.get(article.id);
    if (text === undefined) continue;
    const asked = {
      claim,
      article,
      text,
      texts: read,
      authored: authored.get(article.id) ?? null,
      quoted: file.claims.flatMap(({ evidence }) => evidence.filter((one) => one.article === article.id)),
      dates,
    };
    const absence = await work.do(computeAbsenceInSteps(asked));
    if (absence !== null) found.set(article.id, absence);
  }
  return found;
}
