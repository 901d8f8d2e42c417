import type { Article, Bilingual } from '../corpus/collection.ts';
import { toUtc } from '../text/dates.ts';
import { contains, type Span } from '../text/offsets.ts';
import type { Absence, AbsenceKind, Evidence } from './claims.ts';
import type { ClaimPassage } from './outline.ts';
import {
  readLooseWords,
  runToEnd,
  type ReadArticle,
  type ReadSentence,
  type ReadWord,
  type Steps,
} from './sentence-words.ts';

/** Why an article does not make a claim, on what that rests, and what was looked at. */
export interface FoundAbsence {
  readonly kind: AbsenceKind;
  /** Whether somebody read the article for it, or a program compared words. */
  readonly basis: 'editor' | 'computed';
  /** What the editor says of it; null where nobody did. */
  readonly note: Bilingual | null;
  /** The sentence that comes nearest; null where none does. Never page furniture. */
  readonly nearest: Span | null;
  /** How near the nearest sentence by words comes: from 0, no word in common; see {@link TOPIC}. */
  readonly similarity: number;
  readonly searched: {
    /** How many sentences of the article were compared. */
    readonly sentences: number;
    /** The words they were compared by, without particles, the heaviest first; at most {@link MOST_WORDS}. */
    readonly words: readonly string[];
  };
}

/** A claim as far as looking for it goes: one of several articles or of one. */
export interface SoughtClaim {
  readonly id: string;
  readonly label: Bilingual;
  readonly evidence: readonly (ClaimPassage & { readonly quote?: string | undefined })[];
}

/** The open articles, read, and how rare each stem is among their sentences. */
export interface ReadTexts {
  readonly articles: ReadonlyMap<string, ReadArticle>;
  /** How much a word of these stems says: from 0, in every sentence, to 1, in one or none. */
  readonly weigh: (stems: readonly string[]) => number;
  /** How much all words of a sentence say; kept for each once it was asked for. */
  readonly size: (sentence: ReadSentence) => number;
}

/**
 * From this similarity on an article speaks of a claim's topic. Chosen on the five articles, where it agrees
 * with the editor on 61 of 79 pairs; chosen without the claim that is judged, on 59 (`npm run bench:absence`).
 */
export const TOPIC = 0.172;

/** As many words as a reader takes in at a glance. */
export const MOST_WORDS = 12;

/**
 * How many days after the last report that makes a claim another no longer belongs to the same news: what
 * comes within a month still looks back on the event.
 */
export const DAYS_AFTER = 30;

/**
 * How many days before the first report that makes a claim another must be for its silence to follow from
 * that: the evening's and the next morning's reports know the same.
 */
export const DAYS_BEFORE = 2;

const DAY = 86_400_000;
const UNKNOWN: Article['date'] = { basis: 'unknown', note: { ar: '', en: '' } };

/** {@link compareTexts} in steps of a sentence. */
export function* compareTextsInSteps(articles: ReadonlyMap<string, ReadArticle>): Steps<ReadTexts> {
  const counts = new Map<string, number>();
  let sentences = 0;
  for (const article of articles.values()) {
    sentences += article.sentences.length;
    for (const { stems } of article.sentences) {
      for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      yield;
    }
  }
  const rate = (count: number) => Math.log(1 + (sentences - count + 0.5) / (count + 0.5));
  const most = rate(1);
  const weigh = (stems: readonly string[]) =>
    sentences < 2 ? 1 : Math.min(1, ...stems.map((stem) => rate(counts.get(stem) ?? 1) / most));
  const sizes = new Map<ReadSentence, number>();
  const size = (sentence: ReadSentence): number => {
    let sum = sizes.get(sentence);
    if (sum === undefined) {
      sum = 0;
      for (const stem of sentence.stems) sum += weigh([stem]) ** 2;
      sizes.set(sentence, sum);
    }
    return sum;
  };
  return { articles, weigh, size };
}

/** Counts among the sentences of articles how rare each stem is. Linear in their stems. */
export function compareTexts(articles: ReadonlyMap<string, ReadArticle>): ReadTexts {
  return runToEnd(compareTextsInSteps(articles));
}

/** A word of a claim in one or several wordings, by the stems of its forms. */
interface SoughtWord {
  readonly shown: string;
  readonly stems: Set<string>;
  readonly wordings: Set<number>;
}

/** What to look for: how rare it is, and how heavy, which is so much less the fewer wordings have it. */
interface WeighedWord {
  readonly shown: string;
  readonly stems: readonly string[];
  readonly rarity: number;
  readonly weight: number;
}

/** Puts together words of several wordings that are forms of one. */
function joinWordings(wordings: readonly (readonly ReadWord[])[]): SoughtWord[] {
  const words: SoughtWord[] = [];
  const byStem = new Map<string, SoughtWord>();
  wordings.forEach((wording, index) => {
    for (const { shown, stems } of wording) {
      const known = stems.map((stem) => byStem.get(stem)).find((word) => word !== undefined);
      const word = known ?? { shown, stems: new Set(), wordings: new Set() };
      if (known === undefined) words.push(word);
      word.wordings.add(index);
      for (const stem of stems) {
        word.stems.add(stem);
        if (!byStem.has(stem)) byStem.set(stem, word);
      }
    }
  });
  return words;
}

/** How the other articles put a claim: the sentence of each passage, or what is quoted of it, and what it is called. */
function findWordings(
  { label, evidence }: SoughtClaim,
  language: string,
  { articles }: ReadTexts,
): ReadWord[][] {
  const passages = evidence.map(({ article, range, quote = '' }) => {
    const other = articles.get(article);
    if (other === undefined) return readLooseWords(quote);
    const sentence = other.sentences.find(({ span }) => contains(span, range));
    return other.readWords(sentence?.span ?? range);
  });
  return [...passages, readLooseWords(/^en\b/.test(language) ? label.en : label.ar)];
}

/** The words of all wordings, the heaviest first. */
function weighWords(wordings: readonly (readonly ReadWord[])[], { weigh }: ReadTexts): WeighedWord[] {
  return joinWordings(wordings)
    .map(({ shown, stems, wordings: own }) => {
      const rarity = weigh(Array.from(stems));
      return { shown, stems: Array.from(stems), rarity, weight: (rarity * own.size) / wordings.length };
    })
    .toSorted((one, other) => other.weight - one.weight);
}

/**
 * How near a sentence comes to words: what the two share, each word as heavy as it is rare, by the size of
 * both; long sentences share more by chance, but are not held to say less for it (hence the root).
 */
function computeSimilarity(words: readonly WeighedWord[], sentence: ReadSentence, texts: ReadTexts): number {
  let shared = 0;
  let sought = 0;
  for (const { stems, rarity, weight } of words) {
    sought += weight ** 2;
    if (stems.some((stem) => sentence.stems.has(stem))) shared += weight * rarity;
  }
  return shared === 0 ? 0 : shared / Math.sqrt(sought * Math.sqrt(texts.size(sentence)));
}

/** The first and the last day that a date may mean, in milliseconds; null where it is not known. */
function findDays(date: Article['date']): { readonly first: number; readonly last: number } | null {
  if (date.basis === 'unknown') return null;
  const [year = 0, month = 1, day] = date.value.split('-').map(Number);
  const first = toUtc(year, month - 1, day ?? 1);
  return { first, last: day === undefined ? toUtc(year, month, 0) : first };
}

/**
 * How an article stands in time to all that make a claim: so long before them, or after, that its silence
 * follows; null where it does not, or where a date is not known.
 */
export function compareDates(
  date: Article['date'],
  makers: readonly Article['date'][],
): 'before' | 'after' | null {
  const own = findDays(date);
  const others = makers.map(findDays);
  if (own === null || others.length === 0) return null;
  if (others.every((other) => other !== null && other.first - own.last >= DAYS_BEFORE * DAY)) return 'before';
  return others.every((other) => other !== null && own.first - other.last > DAYS_AFTER * DAY)
    ? 'after'
    : null;
}

/**
 * Whether it was this text that an editor read: what was found near stands where it stood, and where nothing was,
 * so does all that is quoted from the article for any claim.
 * @param quoted Those passages of the claims file that stand in the article.
 */
export function holds({ nearest }: Absence, text: string, quoted: readonly Evidence[]): boolean {
  const stands = ({ range, quote }: { range: Span; quote?: string | undefined }) =>
    quote === undefined || text.slice(range.start, range.end) === quote;
  return nearest === null ? quoted.every(stands) : stands(nearest);
}

/** An article that may not make a claim, and what that is judged by. */
export interface AskedAbsence {
  readonly claim: SoughtClaim;
  readonly article: Article;
  readonly text: string;
  readonly texts: ReadTexts;
  readonly authored: Absence | null;
  /** All passages that claims have in the article, as published; left out where no editor is asked. */
  readonly quoted?: readonly Evidence[];
  /** When the articles were published, by id. */
  readonly dates: ReadonlyMap<string, Article['date']>;
}

/** {@link computeAbsence} in steps of a sentence. */
export function* computeAbsenceInSteps({
  claim,
  article,
  text,
  texts,
  authored,
  quoted = [],
  dates,
}: AskedAbsence): Steps<FoundAbsence | null> {
  const read = texts.articles.get(article.id);
  const makers = new Set(claim.evidence.map((evidence) => evidence.article));
  if (read === undefined || makers.has(article.id)) return null;
  const words = weighWords(findWordings(claim, article.language, texts), texts);
  let similarity = 0;
  let nearest: Span | null = null;
  for (const sentence of read.sentences) {
    const near = computeSimilarity(words, sentence, texts);
    if (near > similarity) [similarity, nearest] = [near, sentence.span];
    yield;
  }
  const searched = {
    sentences: read.sentences.length,
    words: Array.from(new Set(words.map(({ shown }) => shown))).slice(0, MOST_WORDS),
  };
  if (authored !== null && holds(authored, text, quoted)) {
    const { kind, note } = authored;
    return { kind, basis: 'editor', note, nearest: authored.nearest?.range ?? null, similarity, searched };
  }
  const known = Array.from(makers, (id) => dates.get(id) ?? UNKNOWN);
  const when = compareDates(article.date, known);
  const isTopical = similarity >= TOPIC;
  const isOutOfDate = when === 'before' || (when === 'after' && !isTopical);
  const kind = isOutOfDate ? 'out-of-date' : isTopical ? 'topic-only' : 'silent';
  return { kind, basis: 'computed', note: null, nearest, similarity, searched };
}

/**
 * Why an article does not make a claim. What an editor says stands, as long as the words it rests on do; else
 * the sentences of the article are compared with the claim's wordings elsewhere, and dates decide what comes
 * too early, or too late without a word on the topic. Null where the article makes the claim, or is not among
 * `texts`. Cost: words of the claim × sentences of the article.
 */
export function computeAbsence(asked: AskedAbsence): FoundAbsence | null {
  return runToEnd(computeAbsenceInSteps(asked));
}
