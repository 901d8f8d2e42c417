import { toSpan } from '../text/offsets.ts';
import type { Evidence } from './claims.ts';
import { readPassages, type PassageWord } from './collation-words.ts';

/** What a passage gives as its value, where it gives one. */
export type Value = NonNullable<Evidence['value']>;

type Unit = Extract<Value, { kind: 'quantity' }>['unit'];

/** Words, folded, that name a unit or a multiple of it. */
const UNITS: Readonly<Record<Unit, ReadonlySet<string>>> = {
  year: toSet(
    'سنه سنوات سنين سنتين سنتان السنه عام عاما اعوام عامين عامان العام قرن قرنا القرن قرون قرنين قرنان عقد عقدا عقود عقدين عقدان year years century centuries decade decades',
  ),
  hour: toSet('ساعه ساعات ساعتين ساعتان الساعه دقيقه دقايق دقيقتين دقيقتان hour hours minute minutes'),
  item: new Set(),
};

/** Words that are numbers or parts of one, each also with `و` before it: `أربع وعشرين`. */
const NUMBERS = toSet(
  'واحد واحده اثنان اثنين اثنتان اثنتين ثلاث ثلاثه اربع اربعه خمس خمسه ست سته سبع سبعه ثمان ثماني ثمانيه تسع تسعه عشر عشره ' +
    'عشرون عشرين ثلاثون ثلاثين اربعون اربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين ميه مايه ميتين ' +
    'الف الاف مليون ملايين عشرات ميات مءات نصف ربع ثلث half quarter third one two three four five six seven eight nine ten dozen dozens',
);

/** Words that say how exactly a number is meant. */
const PRECISIONS = toSet(
  'نحو حوالي قرابه زهاء تقريبا اكثر اقل يقرب يقارب يزيد ينيف ناهز قراب about almost nearly some roughly than more over',
);

/** Words that stand between those and the number: `ما يقرب من`. */
const JOINTS = toSet('من عن علي ما a');

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

function isIn(words: ReadonlySet<string>, folded: string): boolean {
  return words.has(folded) || (folded.startsWith('و') && words.has(folded.slice(1)));
}

/** The places of the words that say a quantity, from the word before the number that says how exact it is to the unit. */
function findQuantity(words: readonly PassageWord[], unit: Unit, amount: number): number[] {
  const isNumber = ({ folded }: PassageWord) => /^[0-9]/.test(folded) || isIn(NUMBERS, folded);
  const isUnit = ({ folded }: PassageWord) => isIn(UNITS[unit], folded);
  const runs: number[][] = [];
  words.forEach((word, index) => {
    if (!isNumber(word) && !isUnit(word)) return;
    const last = runs.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  });
  // A number of something else, and a year of the calendar, have no unit beside them.
  const stated = runs.filter(
    (run) => unit === 'item' || run.some((index) => words[index] !== undefined && isUnit(words[index])),
  );
  const says = (run: readonly number[]) => run.some((index) => words[index]?.folded === `${amount}`);
  const run = stated.find(says) ?? stated[0];
  const first = run?.[0];
  if (run === undefined || first === undefined) return [];
  let start = first;
  while (isIn(JOINTS, words[start - 1]?.folded ?? '')) start -= 1;
  if (!isIn(PRECISIONS, words[start - 1]?.folded ?? '')) return run;
  start -= 1;
  if (words[start - 1]?.folded === 'ما') start -= 1;
  return [...Array.from({ length: first - start }, (_, index) => start + index), ...run];
}

/** The words of a term that say something, with what their forms share. */
function readTerm(text: string): PassageWord[] {
  return readPassages([{ text, span: toSpan(0, text.length) }])
    .flat()
    .filter(({ isConnecting }) => !isConnecting);
}

function sharesStem(one: PassageWord, other: PassageWord): boolean {
  return one.stems.some((stem) => other.stems.includes(stem));
}

/** Words of a term that stand so close are taken to belong together. */
const NEAR = 3;

/** A word of the passage that is a form of a word of the term, both by their places. */
interface Match {
  readonly word: number;
  readonly part: number;
}

function countParts(matches: readonly Match[]): number {
  return new Set(matches.map(({ part }) => part)).size;
}

/** The run of close matches that has most words of the term; the first of equals. */
function findCore(matches: readonly Match[]): readonly Match[] {
  const runs: Match[][] = [];
  for (const match of matches) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (before !== undefined && match.word - before.word <= NEAR) last?.push(match);
    else runs.push([match]);
  }
  let best: readonly Match[] = [];
  for (const run of runs) if (countParts(run) > countParts(best)) best = run;
  return best;
}

/**
 * The places of the words that say a term: where most of them stand close, and what is missing there from
 * elsewhere in the passage. None where less than half of the term is there: a word in common is no term.
 */
function findTerm(words: readonly PassageWord[], term: readonly PassageWord[]): number[] {
  const matches = words.flatMap((word, index): Match[] => {
    const part = word.isConnecting ? -1 : term.findIndex((one) => sharesStem(one, word));
    return part < 0 ? [] : [{ word: index, part }];
  });
  if (countParts(matches) * 2 < term.length) return [];
  const core = findCore(matches);
  const found = new Set(core.map(({ part }) => part));
  return matches.flatMap((match) => (core.includes(match) || !found.has(match.part) ? match.word : []));
}

/**
 * Which words of a passage give its value, by their places: of a quantity the number with its unit and how
 * exactly it is meant; of a term those that are forms of its words. Empty where the passage says it
 * otherwise. Cost: the passage times the term.
 * @param language that of the passage, in which a term is looked for
 */
export function findValueWords(words: readonly PassageWord[], value: Value, language: string): number[] {
  if (value.kind === 'quantity') return findQuantity(words, value.unit, value.amount);
  return findTerm(words, readTerm(language.startsWith('ar') ? value.text.ar : value.text.en));
}

/** Whether two values say the same: one amount as exactly, or terms whose words are forms of one another. */
export function isSameValue(one: Value, other: Value): boolean {
  if (one.kind === 'quantity') {
    return (
      other.kind === 'quantity' &&
      one.amount === other.amount &&
      one.unit === other.unit &&
      one.precision === other.precision
    );
  }
  if (other.kind === 'quantity') return false;
  if (one.text.ar === other.text.ar) return true;
  const [here, there] = [readTerm(one.text.ar), readTerm(other.text.ar)];
  const isIncluded = (words: readonly PassageWord[], among: readonly PassageWord[]) =>
    words.every((word) => among.some((candidate) => sharesStem(word, candidate)));
  return isIncluded(here, there) && isIncluded(there, here);
}

/** Whether the sources of a claim give values that differ. A value that one alone gives differs from none. */
export function hasDifferentValues(
  evidence: readonly { readonly article: string; readonly value?: Value | undefined }[],
): boolean {
  // Sources that give one value in one wording are compared once.
  const groups = new Map<string, { readonly value: Value; readonly articles: Set<string> }>();
  for (const { article, value } of evidence) {
    if (value === undefined) continue;
    const key = JSON.stringify(value);
    const group = groups.get(key) ?? { value, articles: new Set() };
    groups.set(key, group);
    group.articles.add(article);
  }
  const all = Array.from(groups.values());
  return all.some((one, index) =>
    all
      .slice(index + 1)
      .some(
        (other) =>
          new Set([...one.articles, ...other.articles]).size > 1 && !isSameValue(one.value, other.value),
      ),
  );
}
