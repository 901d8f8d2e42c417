import type { Collection } from '../corpus/collection.ts';
import type { Problem } from '../corpus/parsed.ts';
import type { Span } from '../text/offsets.ts';
import {
  checkAttribution,
  checkEvidence,
  findPart,
  findQuoteFault,
  findRangeFault,
  toSources,
  type Source,
  type Sources,
} from './check-claims.ts';
import type { Absence, Account, ClaimsFile, Happening, LoneClaim } from './claims.ts';

/** What is wrong with quoted words of an article that need no claim. Paths start at the words. */
function checkWords({ range, quote }: { readonly range: Span; readonly quote: string }, source: Source) {
  const { text } = source;
  if (text === null) return [{ path: 'range', message: `has no text: ${source.id}` }];
  const fault = findRangeFault(range, text);
  if (fault !== null) return [{ path: 'range', message: fault }];
  const part = findPart(range, source);
  if (typeof part === 'string') return [{ path: 'range', message: part }];
  const elsewhere = findQuoteFault(quote, range, source);
  return elsewhere === null ? [] : [{ path: 'quote', message: elsewhere }];
}

function under(path: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: `${path}.${problem.path}` }));
}

function checkLoneClaim({ evidence }: LoneClaim, sources: Sources): Problem[] {
  const witnesses = new Set(evidence.map(({ article }) => article)).size;
  const message = `comes from ${witnesses} articles, but what one article alone says needs one`;
  return [...(witnesses === 1 ? [] : [{ path: 'evidence', message }]), ...checkEvidence(evidence, sources)];
}

/** Absences of articles that make the claim all the same, and of pairs that have one already. */
function checkPairs({ claims, absences }: ClaimsFile): Problem[] {
  const firsts = new Map<string, number>();
  const made = new Set(
    claims.flatMap(({ id, evidence }) => evidence.map(({ article }) => `${id} ${article}`)),
  );
  return absences.flatMap(({ claim, article }, index): Problem[] => {
    const pair = `${claim} ${article}`;
    const first = firsts.get(pair);
    if (first === undefined) firsts.set(pair, index);
    const path = `absences[${index}]`;
    if (first !== undefined) return [{ path, message: `repeats absences[${first}]` }];
    return made.has(pair) ? [{ path, message: `${article} makes ${claim}` }] : [];
  });
}

function checkAbsence({ article, nearest }: Absence, sources: Sources): Problem[] {
  const source = sources.get(article);
  return source === undefined || nearest === null ? [] : under('nearest', checkWords(nearest, source));
}

function checkAccount(account: Account, { id }: Happening, sources: Sources): Problem[] {
  const source = sources.get(account.article);
  if (source === undefined) return [];
  const isOwn = account.when.kind === 'order' && account.when.event === id;
  return [
    ...checkWords(account, source),
    ...(source.text === null ? [] : checkAttribution(account, source, source.text)),
    ...(isOwn ? [{ path: 'when.event', message: 'is the event itself' }] : []),
  ];
}

/**
 * Whether what one article alone says, absences and events fit the collection they are about: their words
 * stand in one part of their article that is no furniture, as quoted; a claim of one article comes from one
 * article; no article is said not to make a claim that it makes. Paths start at the file, e.g.
 * `absences[3].nearest.quote`. Empty means that all is well. Cost: words × parts of their article.
 * @param texts The articles' texts by article id. Words of an article without one are problems.
 */
export function checkFindings(
  file: ClaimsFile,
  { articles }: Collection,
  texts: ReadonlyMap<string, string>,
): Problem[] {
  const sources = toSources(articles, texts);
  return [
    ...file.alone.flatMap((claim, index) => under(`alone[${index}]`, checkLoneClaim(claim, sources))),
    ...checkPairs(file),
    ...file.absences.flatMap((absence, index) => under(`absences[${index}]`, checkAbsence(absence, sources))),
    ...file.events.flatMap((event, index) =>
      event.accounts.flatMap((account, at) =>
        under(`events[${index}].accounts[${at}]`, checkAccount(account, event, sources)),
      ),
    ),
  ];
}
