import type { PassageOutcome } from '../anchoring/outcome.ts';
import type { Span } from '../text/offsets.ts';
import type { ReaderStrings } from '../ui/kit/use-strings.ts';
import type { OpenedPassage } from '../ui/share/opened-passage.ts';
import type { Imported, ImportedPassage } from './import-passages.ts';

/** As much of an address as names a page, in UTF-16 code units. */
const SHOWN_ADDRESS = 120;

/** Where an annotation's passage stands or may stand. */
function placesOf({ article, resolution, places }: ImportedPassage) {
  const own = 'span' in resolution ? [resolution.span] : [];
  const candidates = resolution.outcome === 'ambiguous' ? resolution.candidates : [];
  const inArticle =
    article === null ? [] : [...own, ...candidates].map((span) => ({ article, span, resolution }));
  return [...inArticle, ...places];
}

function isAt(passage: OpenedPassage, article: string, { start, end }: Span): boolean {
  const { resolution } = passage;
  if (passage.article !== article || !('span' in resolution)) return false;
  return resolution.span.start === start && resolution.span.end === end;
}

/** What is known of the page that an annotation is of, in words; empty where it is one of the articles. */
function writeNote({ foreign }: ImportedPassage, from: Imported['from'], t: ReaderStrings['t']): string {
  if (foreign === null) return '';
  if (from === 'address') return t('problem.unknown-source', { id: foreign });
  const isCut = foreign.length > SHOWN_ADDRESS;
  return t('exchange.foreign', { detail: isCut ? `${foreign.slice(0, SHOWN_ADDRESS)}…` : foreign });
}

/** What stands in the place of an article's name, where no article is known to be meant. */
function writeTitle(
  { foreign, places }: ImportedPassage,
  from: Imported['from'],
  t: ReaderStrings['t'],
): string {
  if (foreign !== null && from === 'annotations') return t('exchange.elsewhere');
  if (places.length === 0) return t('exchange.nowhere');
  return t(places.length === 1 ? 'exchange.offered' : 'exchange.several');
}

/**
 * The passages of the address, with what is known of those that were opened from annotations, and after
 * them those of annotations that are not attached: they stand in no one place, or are of another page.
 */
export function addImported(
  opened: readonly OpenedPassage[],
  imported: Imported | null,
  { t, pick }: Pick<ReaderStrings, 't' | 'pick'>,
): readonly OpenedPassage[] {
  if (imported === null) return opened;
  const { id, from, passages } = imported;
  const ownOf = (passage: OpenedPassage): ImportedPassage[] => {
    const own = passages.filter((one) =>
      placesOf(one).some(({ article, span }) => isAt(passage, article.id, span)),
    );
    // What is of another page is told apart from what is of this one, also in the same place.
    const domestic = own.filter(({ foreign }) => foreign === null);
    return domestic.length > 0 ? domestic : own;
  };
  const taken = new Set(opened.flatMap(ownOf));
  const standing = opened.map((passage): OpenedPassage => {
    const own = ownOf(passage);
    const [first] = own;
    if (first === undefined) return passage;
    const place = placesOf(first).find(({ article, span }) => isAt(passage, article.id, span));
    const then: PassageOutcome = place?.resolution ?? passage.resolution;
    return {
      ...passage,
      resolution: 'span' in then ? then : passage.resolution,
      comment: own
        .map(({ comment }) => comment)
        .join('\n')
        .trim(),
      note: writeNote(first, from, t),
    };
  });
  const others = passages.flatMap((one, index): OpenedPassage[] => {
    if (taken.has(one)) return [];
    const { article, text, resolution, comment } = one;
    return [
      {
        target: { article: article?.id ?? '', token: `${id}-${index}` },
        article: article?.id ?? '',
        name: article === null ? writeTitle(one, from, t) : pick(article.label),
        language: article?.language ?? '',
        text,
        resolution,
        comment,
        note: writeNote(one, from, t),
        places: one.places.map((place) => ({
          article: place.article.id,
          name: pick(place.article.label),
          language: place.article.language,
          text: place.text,
          span: place.span,
          resolution: place.resolution,
        })),
      },
    ];
  });
  return [...standing, ...others];
}
