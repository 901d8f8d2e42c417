import type { Article } from '../corpus/collection.ts';
import { fold } from '../text/fold.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { readSpelling } from '../text/readings.ts';
import { findSentences } from '../text/sentences.ts';

/** A word as sentences are compared by it. */
export interface ReadWord {
  /** As published, but for the particles written on to it. */
  readonly shown: string;
  /** Two words are forms of one where these share a member; never empty. */
  readonly stems: readonly string[];
}

/** A sentence of an article that is no furniture, with the stems of its words. */
export interface ReadSentence {
  readonly span: Span;
  readonly stems: ReadonlySet<string>;
}

/** An article as absences are computed from it; made once for each text. */
export interface ReadArticle {
  /** Those that have a word: of headings, paragraphs and captions, in text order. */
  readonly sentences: readonly ReadSentence[];
  /** The words of a range of it, each once, as {@link ReadSentence.stems} has them. */
  readonly readWords: (range: Span) => ReadWord[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const HAS_DIGIT = /\p{N}/u;
/** Shorter words (`في`, `من`, `قد`) hold sentences together and say nothing of what they are about. In letters. */
const LEAST_WORD = 3;

/** A published word without what its first bare form is without. */
function cutParticles(published: string, [bare = '']: readonly string[]): string {
  const { text, starts } = fold(published);
  const at = text.endsWith(bare) && bare !== '' ? starts[text.length - bare.length] : 0;
  return published.slice(at);
}

/** As many words are read in one step. */
const WORDS_A_STEP = 500;

/** Work in steps, so that whoever has it done may do something else in between; what it returns is the answer. */
export type Steps<Answer> = Generator<undefined, Answer>;

/** Does work in steps at one go. */
export function runToEnd<Answer>(steps: Steps<Answer>): Answer {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Reads the words of an article's text: which of them are nouns is told by the article itself. */
function* makeReader(text: string): Steps<(from: string) => ReadWord[]> {
  const folded = new Map<string, string>();
  const foldWord = (published: string): string => {
    const known = folded.get(published) ?? fold(published).text;
    folded.set(published, known);
    return known;
  };
  const all = new Set<string>();
  let read = 0;
  for (const [published] of text.matchAll(WORD)) {
    all.add(foldWord(published));
    read += 1;
    if (read % WORDS_A_STEP === 0) yield;
  }
  const words = new Map<string, ReadWord>();
  const readWord = (published: string): ReadWord => {
    const known = words.get(published);
    if (known !== undefined) return known;
    const { bare, stems } = readSpelling(published, foldWord(published), (word) => all.has(`ال${word}`));
    const word = { shown: cutParticles(published, bare), stems };
    words.set(published, word);
    return word;
  };
  return (from) =>
    Array.from(new Set(from.match(WORD)))
      .filter((published) => foldWord(published).length >= LEAST_WORD || HAS_DIGIT.test(published))
      .map(readWord);
}

/** The words of a text that belongs to no article, each once. Linear. */
export function readLooseWords(text: string): ReadWord[] {
  return runToEnd(makeReader(text))(text);
}

/** {@link readArticle} in steps of some hundred words or a sentence. */
export function* readArticleInSteps({ parts }: Pick<Article, 'parts'>, text: string): Steps<ReadArticle> {
  const read = yield* makeReader(text);
  const readWords = ({ start, end }: Span): ReadWord[] => read(text.slice(start, end));
  const sentences: ReadSentence[] = [];
  for (const { kind, range } of parts) {
    if (kind === 'furniture' || kind === 'credit') continue;
    for (const { start, end } of findSentences(text.slice(range.start, range.end))) {
      const span = toSpan(range.start + start, range.start + end);
      const stems = new Set(readWords(span).flatMap((word) => word.stems));
      if (stems.size > 0) sentences.push({ span, stems });
      yield;
    }
  }
  return { sentences, readWords };
}

/**
 * Reads an article sentence by sentence, furniture and lines of credit left out; no sentence reaches from one
 * part into another. Linear in the text.
 */
export function readArticle(article: Pick<Article, 'parts'>, text: string): ReadArticle {
  return runToEnd(readArticleInSteps(article, text));
}
