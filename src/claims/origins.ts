import type { Article, Bilingual } from '../corpus/collection.ts';
import type { Chain, Claim, Voice } from './claims.ts';

/** What is known of an article before its claims are read: under whose names it was published. */
export type Published = Pick<Article, 'id' | 'credits' | 'outlet'>;

/** Articles that may all have one claim from the same mouth. */
export interface Origin {
  /** The fewest names that stand behind all of these articles; none where they say it in their own words. */
  readonly names: readonly Bilingual[];
  /** Ids of the articles, in the order given. */
  readonly articles: readonly string[];
  /** Those of the articles that name nobody for it. */
  readonly own: readonly string[];
  /** Whether it is known to be another than the others: nothing in it hangs on somebody unnamed. */
  readonly isCertain: boolean;
}

/** From how many mouths a claim comes; see `docs/decisions/0009-origins.md`. */
export interface ClaimOrigins {
  /** Ids of the articles that make the claim, in the order given. */
  readonly sources: readonly string[];
  /** Those certain first, then by the number of their articles. */
  readonly origins: readonly Origin[];
  /** How many are independent of one another at least, and at most; 0 where no article makes the claim. */
  readonly least: number;
  readonly most: number;
}

/** The voices of a collection by their English names, under which names are one. */
export type Voices = ReadonlyMap<string, Voice>;

/** Files voices under their English names. */
export function indexVoices(voices: readonly Voice[]): Voices {
  return new Map(voices.map((voice) => [voice.name.en, voice]));
}

/** What one article gives as the origin of a claim. */
interface Backing {
  readonly article: string;
  readonly chains: readonly Chain[];
  /** Every name that joins it to other articles. */
  readonly keys: ReadonlySet<string>;
  readonly isCertain: boolean;
}

/** Names of those under whom the whole article was published. Picture credits are no origin of words. */
function findBylines({ credits, outlet }: Published): { name: Bilingual; isAgency: boolean }[] {
  const credited = credits.filter(({ role }) => role !== 'photographer');
  return [
    ...(outlet.basis === 'stated' ? [{ name: outlet.name, isAgency: false }] : []),
    ...credited.map(({ role, name }) => ({ name, isAgency: role === 'agency' })),
  ];
}

/** An agency that is credited with a whole article and named: what the article says of itself is the agency's. */
function isNamedAgency(name: Bilingual, voices: Voices): boolean {
  const voice = voices.get(name.en);
  return voice?.kind === 'agency' && voice.unnamed !== true;
}

/** What an article gives for a claim by its passages of it; null where it has none. */
function findBacking(own: Claim['evidence'], article: Published, voices: Voices): Backing | null {
  // Whoever denies it is not whom it comes from.
  const made = own.filter(({ stance }) => stance !== 'denies');
  const passages = made.length > 0 ? made : own;
  const [first] = passages;
  if (first === undefined) return null;
  const attributed = passages.flatMap(({ attribution }) => (attribution === null ? [] : [attribution.chain]));
  const bylines = findBylines(article);
  const agencies = bylines.filter(({ isAgency }) => isAgency);
  const named = agencies.filter(({ name }) => isNamedAgency(name, voices));
  // A headline in the article's own voice rests on what the article attributes further down.
  const chains =
    attributed.length > 0 ? attributed : named.map(({ name }): Chain => [{ name, range: first.range }]);
  const isUnnamed = (key: string) => voices.get(key)?.unnamed === true;
  const names = chains.flatMap((chain) => chain.map(({ name }) => name.en));
  const joining = bylines.filter(({ name, isAgency }) => !isAgency || isNamedAgency(name, voices));
  return {
    article: article.id,
    chains,
    keys: new Set([...names, ...joining.map(({ name }) => name.en).filter((key) => !isUnnamed(key))]),
    isCertain: chains.length > 0 && !names.some(isUnnamed),
  };
}

/** Puts together what shares a name, over any number of steps. */
function joinByName(backings: readonly Backing[]): Backing[][] {
  let groups: Backing[][] = [];
  for (const backing of backings) {
    const isNear = (group: readonly Backing[]) =>
      group.some(({ keys }) => Array.from(keys).some((key) => backing.keys.has(key)));
    groups = [...groups.filter((group) => !isNear(group)), [...groups.filter(isNear).flat(), backing]];
  }
  return groups;
}

/** The fewest names behind all articles that name somebody: the widest known first, then the outermost. */
function findCover(backings: readonly Backing[], voices: Voices): Bilingual[] {
  const names = new Map<string, { name: Bilingual; articles: Set<string>; rank: number }>();
  for (const { article, chains } of backings) {
    for (const chain of chains) {
      chain.forEach(({ name }, place) => {
        const entry = names.get(name.en) ?? { name, articles: new Set<string>(), rank: 0 };
        entry.articles.add(article);
        entry.rank += place === chain.length - 1 ? 1 : 0;
        names.set(name.en, entry);
      });
    }
  }
  let open = new Set(backings.flatMap(({ article, chains }) => (chains.length > 0 ? [article] : [])));
  const cover: Bilingual[] = [];
  const isNamed = ({ en }: Bilingual) => (voices.get(en)?.unnamed === true ? 0 : 1);
  const countNew = ({ articles }: { articles: Set<string> }) =>
    Array.from(articles).filter((article) => open.has(article)).length;
  while (open.size > 0) {
    const [best] = Array.from(names.values()).toSorted(
      (one, other) =>
        countNew(other) - countNew(one) ||
        isNamed(other.name) - isNamed(one.name) ||
        other.rank - one.rank ||
        (one.name.en < other.name.en ? -1 : 1),
    );
    if (best === undefined) break;
    cover.push(best.name);
    open = new Set(Array.from(open).filter((article) => !best.articles.has(article)));
  }
  return cover;
}

/**
 * From how many mouths the given articles have a claim. Articles are one origin when they share any name,
 * in their attributions or under which they were published; what hangs on somebody unnamed, and what an
 * article says without naming anybody, may be the same as anything else, so that it counts in `most` and
 * not in `least`. Cost: the claim's passages and articles, and the
 * square of the articles that make it.
 */
export function computeOrigins(
  claim: Pick<Claim, 'evidence'>,
  articles: readonly Published[],
  voices: Voices,
): ClaimOrigins {
  const passages = new Map<string, Claim['evidence'][number][]>();
  for (const passage of claim.evidence) {
    const same = passages.get(passage.article);
    if (same === undefined) passages.set(passage.article, [passage]);
    else same.push(passage);
  }
  const backings = articles.flatMap(
    (article) => findBacking(passages.get(article.id) ?? [], article, voices) ?? [],
  );
  const places = new Map(backings.map(({ article }, place) => [article, place]));
  const placeOf = (article: string | undefined) => places.get(article ?? '') ?? 0;
  const origins = joinByName(backings).map((group): Origin => {
    const sorted = group.toSorted((one, other) => placeOf(one.article) - placeOf(other.article));
    return {
      names: findCover(sorted, voices),
      articles: sorted.map(({ article }) => article),
      own: sorted.flatMap(({ article, chains }) => (chains.length === 0 ? [article] : [])),
      isCertain: sorted.every((backing) => backing.isCertain),
    };
  });
  const certain = origins.filter(({ isCertain }) => isCertain).length;
  return {
    sources: backings.map(({ article }) => article),
    origins: origins.toSorted(
      (one, other) =>
        Number(other.isCertain) - Number(one.isCertain) ||
        other.articles.length - one.articles.length ||
        placeOf(one.articles[0]) - placeOf(other.articles[0]),
    ),
    least: Math.max(certain, Math.min(origins.length, 1)),
    most: origins.length,
  };
}
