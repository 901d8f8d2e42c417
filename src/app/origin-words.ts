import type { ClaimOrigins, Origin } from '../claims/origins.ts';
import type { Article } from '../corpus/collection.ts';
import type { ReaderStrings } from '../ui/kit/use-strings.ts';

type Speaks = Pick<ReaderStrings, 't' | 'n' | 'list' | 'pick'>;

/** Writes one origin: the names behind it, or whose own words it is and whether these are credited to agencies. */
function writeOrigin(
  { names, own }: Origin,
  articles: readonly Article[],
  { t, list, pick }: Speaks,
): string {
  if (names.length > 0) return list(names.map(pick));
  const each = own.flatMap((id) => {
    const article = articles.find((one) => one.id === id);
    if (article === undefined) return [];
    const isCredited = article.credits.some(({ role }) => role === 'agency');
    return [t(isCredited ? 'origins.ownCredited' : 'origins.own', { name: pick(article.label) })];
  });
  return list(each);
}

/** Writes how many origins there are: `منشأ واحد`, `من منشأ إلى ٣ مناشئ`. */
export function writeOriginCount({ least, most }: ClaimOrigins, { t, n }: Speaks): string {
  if (least === most) return t('origins.count', { count: most, n: n(most) });
  if (least === 1 && most === 2) return t('origins.oneOrTwo');
  return t('origins.range', { count: most, least: n(least), most: n(most) });
}

/** Writes which origins a claim has: those known to be independent, then those that may be. Empty for none. */
export function writeOriginNames(
  { origins }: ClaimOrigins,
  articles: readonly Article[],
  strings: Speaks,
): string {
  const { t, list } = strings;
  const write = (some: readonly Origin[]) =>
    list(some.map((origin) => writeOrigin(origin, articles, strings)));
  const certain = origins.filter(({ isCertain }) => isCertain);
  const others = origins.filter(({ isCertain }) => !isCertain);
  if (certain.length === 0 || others.length === 0) return write(origins);
  return t('origins.perhaps', { certain: write(certain), others: write(others) });
}

/** Writes from how many mouths a claim comes: `٤ مصادر، منشأ واحد: تاس`. Empty where no source makes it. */
export function writeOrigins(origins: ClaimOrigins, articles: readonly Article[], strings: Speaks): string {
  const count = origins.sources.length;
  if (count === 0) return '';
  return strings.t('origins.summary', {
    sources: strings.t('app.sourceCount', { count, n: strings.n(count) }),
    origins: writeOriginCount(origins, strings),
    names: writeOriginNames(origins, articles, strings),
  });
}
