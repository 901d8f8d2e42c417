import type { Page } from '@playwright/test';

/** A run of article text on the page, by its offset in the published text. */
export interface ShownText {
  readonly article: string;
  readonly start: number;
  readonly text: string;
  readonly isFurniture: boolean;
}

/** Every piece of article text in the document, in document order. */
export function readShownTexts(page: Page): Promise<ShownText[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('[data-article] [data-start]'), (element) => ({
      article: element.closest<HTMLElement>('[data-article]')?.dataset['article'] ?? '',
      start: Number(element.dataset['start']),
      text: element.textContent ?? '',
      isFurniture: element.closest('details') !== null,
    })),
  );
}

/** What the marks of one claim cover in one article: `[start, end)` ranges in text order, joined where they touch. */
export interface Coverage {
  readonly article: string;
  readonly claim: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** What every claim's marks cover, read from the marks on the page. */
export async function readCoverage(page: Page): Promise<Coverage[]> {
  const pieces = await page.evaluate(() => {
    const found: { article: string; claim: string; start: number; end: number }[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('[data-article] [data-start]')) {
      const article = element.closest<HTMLElement>('[data-article]')?.dataset['article'] ?? '';
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let at = Number(element.dataset['start']);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const end = at + (node as Text).length;
        let mark = node.parentElement?.closest<HTMLElement>('mark') ?? null;
        while (mark !== null) {
          found.push({ article, claim: mark.dataset['claim'] ?? '', start: at, end });
          mark = mark.parentElement?.closest<HTMLElement>('mark') ?? null;
        }
        at = end;
      }
    }
    return found;
  });
  const keys = Array.from(new Set(pieces.map(({ article, claim }) => `${claim} ${article}`))).toSorted();
  return keys.map((key) => {
    const [claim = '', article = ''] = key.split(' ');
    const own = pieces.filter((piece) => piece.claim === claim && piece.article === article);
    return { claim, article, ranges: joinRanges(own.map(({ start, end }) => [start, end])) };
  });
}

/** Ranges in order, joined where they touch or overlap. */
export function joinRanges(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges.toSorted(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** A box on the screen, in CSS pixels. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly width: number;
}

/** The box of one published character as it stands now; null when it is not rendered. */
export function measureCharacter(page: Page, article: string, offset: number): Promise<Box | null> {
  return page.evaluate(
    ([id, wanted]) => {
      const elements = document.querySelectorAll<HTMLElement>(`[data-article="${id}"] [data-start]`);
      for (const element of elements) {
        let at = Number(element.dataset['start']);
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const inside = wanted - at;
          at += (node as Text).length;
          if (inside < 0 || wanted >= at) continue;
          const range = document.createRange();
          range.setStart(node, inside);
          range.setEnd(node, inside + 1);
          const rect = range.getClientRects()[0];
          return rect === undefined
            ? null
            : { top: rect.top, bottom: rect.bottom, x: rect.x, width: rect.width };
        }
      }
      return null;
    },
    [article, offset] as const,
  );
}

/** Scrolls a published character into the middle of its column, at once. */
export async function bringIntoView(page: Page, article: string, offset: number): Promise<void> {
  await page.evaluate(
    ([id, wanted]) => {
      for (const element of document.querySelectorAll<HTMLElement>(`[data-article="${id}"] [data-start]`)) {
        let at = Number(element.dataset['start']);
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const start = at;
          at += (node as Text).length;
          if (wanted < start || wanted >= at) continue;
          element.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'nearest' });
          const range = document.createRange();
          range.setStart(node, wanted - start);
          range.setEnd(node, wanted - start + 1);
          const scroller = element.closest('[data-scroller]');
          if (scroller === null) return;
          const box = scroller.getBoundingClientRect();
          scroller.scrollBy({
            top: range.getBoundingClientRect().top - box.top - box.height * 0.4,
            behavior: 'instant',
          });
          return;
        }
      }
      throw new RangeError(`${id} does not show ${wanted}`);
    },
    [article, offset] as const,
  );
}

/** The text that the passages of a link highlight, range by range; null when nothing is highlighted. */
export function readHighlighted(page: Page): Promise<string[] | null> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get('taqabul-target');
    return highlight === undefined ? null : Array.from(highlight, (range) => (range as Range).toString());
  });
}

/** A published character, by its article and offset. */
export interface Place {
  readonly article: string;
  readonly offset: number;
}

/** Selects text from before one character up to before another, as a finger or a keyboard would. */
export function selectText(page: Page, from: Place, to: Place): Promise<void> {
  return page.evaluate(
    (ends) => {
      const find = ({ article, offset }: { article: string; offset: number }): [Node, number] => {
        const elements = document.querySelectorAll<HTMLElement>(`[data-article="${article}"] [data-start]`);
        for (const element of elements) {
          let at = Number(element.dataset['start']);
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const inside = offset - at;
            at += (node as Text).length;
            if (inside >= 0 && offset < at) return [node, inside];
          }
        }
        throw new RangeError(`${article} does not show ${offset}`);
      };
      getSelection()?.setBaseAndExtent(...find(ends.from), ...find(ends.to));
    },
    { from, to },
  );
}
