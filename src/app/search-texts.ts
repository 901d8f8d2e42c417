import { createSearching, type Found, type SearchedText, type Sought } from './searching.ts';

/** So many texts are sent to the worker at a time: the page goes on in between. */
const AT_A_TIME = 50;
/** With more text than this, in UTF-16 code units, search runs beside the page. */
const MUCH_TEXT = 100_000;

const here = createSearching();

/** Searches texts, in the page or, where they are many or long, in a worker. Rejects when that cannot be had. */
export async function searchTexts(sought: Sought, texts: readonly SearchedText[]): Promise<Found> {
  const { collection, articles } = sought;
  const takeOut = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return texts.filter(({ id }) => wanted.has(id));
  };
  if (texts.reduce((size, { text }) => size + text.length, 0) <= MUCH_TEXT) {
    here.add(collection, takeOut(here.findMissing(collection, articles)));
    return here.search(sought);
  }
  const { askSearching } = await import('./searching-worker.ts');
  return askSearching(async (worker) => {
    const missing = takeOut(await worker.findMissing(collection, articles));
    for (let at = 0; at < missing.length; at += AT_A_TIME) {
      await worker.add(collection, missing.slice(at, at + AT_A_TIME));
    }
    return worker.search(sought);
  });
}
