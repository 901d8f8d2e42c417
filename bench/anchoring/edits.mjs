// What happens to texts after a link was made: every kind of edit, at several strengths.
import { findParagraphs, findSentences, findWords, replaceAll, splice } from './case-text.mjs';
import { pick, pickNumber, shuffle } from './random.mjs';

/** @typedef {import('./case-text.mjs').CaseText} CaseText */
/** @typedef {import('./case-text.mjs').Splice} Splice */
/** @typedef {import('./random.mjs').Random} Random */
/**
 * @typedef {object} Donor what other articles give
 * @property {readonly string[]} words
 * @property {readonly string[]} sentences
 */
/**
 * @callback Change
 * @param {CaseText} source
 * @param {Random} random
 * @param {Donor} donor
 * @returns {CaseText | null} null when this text cannot be changed so
 */
/**
 * @typedef {object} Edit
 * @property {string} group
 * @property {string} name
 * @property {Change} change
 * @property {boolean} [removes] whether the passage is gone afterwards
 * @property {Change} [prepare] changes the text before the link is made
 */

/**
 * @param {RegExp} pattern
 * @param {(found: string, random: Random) => string} change
 * @param {number} [share] of the places found, 0 to 1
 * @returns {Change}
 */
function everywhere(pattern, change, share = 1) {
  return (source, random) =>
    replaceAll(source, pattern, (found) => (random() < share ? change(found, random) : found));
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {(found: string) => string} each character of `from` becomes the one of `to` in its place
 */
function exchange(from, to) {
  const [keys, values] = [Array.from(from), Array.from(to)];
  return (found) => values[keys.indexOf(found)] ?? found;
}

const MARKS = ['\u064B', '\u064C', '\u064D', '\u064E', '\u064F', '\u0650', '\u0651', '\u0652'];
const OPENING = { '«': '“', '“': '«', '"': '«' };
const CLOSING = { '»': '”', '”': '»' };

/** @type {Change} */
function reflow(source, random) {
  return replaceAll(source, /\s+/g, (found) =>
    found.includes('\n')
      ? pick(random, [' ', '\n', '\n\n', '\n \n'])
      : pick(random, [' ', ' ', ' ', '\n', '  ']),
  );
}

/**
 * Replaces, inserts and deletes words.
 * @param {number} share of all words, 0 to 1
 * @returns {Change}
 */
function changeWords(share) {
  return (source, random, donor) => changeSome(source, random, donor, () => share);
}

/**
 * @param {CaseText} source
 * @param {Random} random
 * @param {Donor} donor
 * @param {(start: number, end: number, index: number) => number} getShare how likely a word changes
 */
function changeSome(source, random, donor, getShare) {
  /** @type {Splice[]} */
  const splices = [];
  for (const [index, { start, end }] of findWords(source.text).entries()) {
    if (random() >= getShare(start, end, index)) continue;
    const kind = pickNumber(random, 3);
    if (kind === 0) splices.push({ at: start, remove: end - start, insert: pick(random, donor.words) });
    else if (kind === 1) splices.push({ at: end, remove: 0, insert: ` ${pick(random, donor.words)}` });
    else splices.push({ at: start, remove: end - start + (source.text[end] === ' ' ? 1 : 0), insert: '' });
  }
  return splice(source, splices);
}

/**
 * Changes words on both sides of the passage, none of its own.
 * @param {number} share of the words
 * @param {number} reach how far, in words
 * @returns {Change}
 */
function rewriteAround(share, reach) {
  return (source, random, donor) => {
    const words = findWords(source.text);
    const first = words.findIndex(({ end }) => end > source.start);
    const last = words.findLastIndex(({ start }) => start < source.end);
    return changeSome(source, random, donor, (_start, _end, index) =>
      (index < first && index >= first - reach) || (index > last && index <= last + reach) ? share : 0,
    );
  };
}

/** Words with a particle put before them or taken off. @param {number} share @returns {Change} */
function inflect(share) {
  return everywhere(
    /(?<![\p{L}\p{M}])[\p{L}]{3,}(?![\p{L}\p{M}])/gu,
    (word, random) =>
      /^[وفبلك]?ال/.test(word) && random() < 0.5
        ? word.replace(/^[وفبلك]?ال/, '')
        : pick(random, ['و', 'ف', 'ب', 'ل', 'ال']) + word,
    share,
  );
}

/** @type {Change} */
function addFurniture(source, random, donor) {
  const block = () =>
    Array.from({ length: 8 + pickNumber(random, 12) }, () => pick(random, donor.sentences)).join('\n');
  return splice(source, [
    { at: 0, remove: 0, insert: `${block()}\n\n` },
    { at: source.text.length, remove: 0, insert: `\n\n${block()}` },
  ]);
}

/** Paragraphs in another order; those that the passage stands in stay together. @type {Change} */
function reorder(source, random) {
  const { text, start, end } = source;
  const paragraphs = findParagraphs(text);
  const touched = paragraphs.filter((run) => run.start < end && start < run.end);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined || paragraphs.length < 4) return null;
  const own = text.slice(first.start, last.end);
  const others = paragraphs.filter((run) => run.end <= first.start || run.start >= last.end);
  const blocks = shuffle(random, [...others.map((run) => text.slice(run.start, run.end)), own]);
  const before = blocks.slice(0, blocks.indexOf(own)).map((block) => `${block}\n\n`);
  const at = before.join('').length + start - first.start;
  return { text: blocks.join('\n\n'), start: at, end: at + end - start };
}

/** The passage taken to the end of another paragraph. @type {Change} */
function transplant(source, random) {
  const { text, start, end } = source;
  const targets = findParagraphs(text).filter((run) => run.end <= start - 40 || run.end >= end + 40);
  if (targets.length === 0) return null;
  const at = pick(random, targets).end;
  const own = text.slice(start, end);
  if (at <= start) {
    const moved = `${text.slice(0, at)} ${own}${text.slice(at, start)}${text.slice(end)}`;
    return { text: moved, start: at + 1, end: at + 1 + own.length };
  }
  const front = `${text.slice(0, start)}${text.slice(end, at)} `;
  return { text: `${front}${own}${text.slice(at)}`, start: front.length, end: front.length + own.length };
}

/**
 * @param {number} share of the sentences
 * @returns {Change}
 */
function insertSentences(share) {
  return (source, random, donor) =>
    splice(
      source,
      findSentences(source.text)
        .filter(({ end }) => (end <= source.start || end >= source.end) && random() < share)
        .map(({ end }) => ({ at: end, remove: 0, insert: ` ${pick(random, donor.sentences)}` })),
    );
}

/** A sentence put directly before and directly after the passage. @type {Change} */
function insertBeside(source, random, donor) {
  return splice(source, [
    { at: source.start, remove: 0, insert: `${pick(random, donor.sentences)} ` },
    { at: source.end, remove: 0, insert: ` ${pick(random, donor.sentences)}` },
  ]);
}

/**
 * @param {number} share of the sentences that the passage does not touch
 * @returns {Change}
 */
function deleteSentences(share) {
  return (source, random) =>
    splice(
      source,
      findSentences(source.text)
        .filter(({ start, end }) => (end <= source.start || start >= source.end) && random() < share)
        .map(({ start, end }) => ({ at: start, remove: end - start, insert: '' })),
    );
}

/** Both neighbouring sentences taken out. @type {Change} */
function deleteBeside(source) {
  const sentences = findSentences(source.text);
  const before = sentences.findLast(({ end }) => end <= source.start);
  const after = sentences.find(({ start }) => start >= source.end);
  return splice(
    source,
    [before, after]
      .filter((run) => run !== undefined)
      .map(({ start, end }) => ({ at: start, remove: end - start, insert: '' })),
  );
}

/** @type {Change} */
function deletePassage(source) {
  return splice(source, [{ at: source.start, remove: source.end - source.start, insert: '' }]);
}

/** @type {Change} */
function deleteParagraph(source) {
  const touched = findParagraphs(source.text).filter(
    (run) => run.start < source.end && source.start < run.end,
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return null;
  return splice(source, [{ at: first.start, remove: last.end - first.start, insert: '' }]);
}

/** The same wording once more, at the end of another paragraph. @type {Change} */
function addTwin(source, random) {
  const { text, start, end } = source;
  const targets = findParagraphs(text).filter((run) => run.end <= start - 40 || run.end >= end + 40);
  if (targets.length === 0) return null;
  return splice(source, [{ at: pick(random, targets).end, remove: 0, insert: ` ${text.slice(start, end)}` }]);
}

/**
 * One change after the other.
 * @param {...Change} changes
 * @returns {Change}
 */
function inTurn(...changes) {
  return (source, random, donor) => {
    /** @type {CaseText | null} */
    let result = source;
    for (const change of changes) result = result === null ? null : change(result, random, donor);
    return result;
  };
}

const addMarks = everywhere(
  /\p{Script=Arabic}(?=\p{Script=Arabic})/gu,
  (letter, random) => letter + pick(random, MARKS),
  0.4,
);
const removeMarks = everywhere(/[\u064B-\u0652]/g, () => '');
const addTatweel = everywhere(/[بتثجحخسشصضطظعغفقكلمنهي](?=\p{L})/gu, (letter) => `${letter}ـ`, 0.15);
const dropHamza = everywhere(/[أإآ]/g, () => 'ا');
const respell = everywhere(/[ىيةهئؤ](?!\p{L})/gu, exchange('ىيةه', 'يىهة'), 0.5);
const exchangeQuotes = everywhere(/[«»“”"]/g, (found) => ({ ...OPENING, ...CLOSING })[found] ?? found);
const exchangePunctuation = everywhere(/[،؛؟,;?…–]/g, exchange('،؛؟,;?…–', ',;?،؛؟.-'));
const dropPunctuation = everywhere(/[،؛,;:]/g, () => '', 0.6);
const exchangeDigits = everywhere(/[0-9٠-٩]/g, exchange('0123456789٠١٢٣٤٥٦٧٨٩', '٠١٢٣٤٥٦٧٨٩0123456789'));
const addInvisible = everywhere(
  /\p{L}(?=\p{L})/gu,
  (letter, random) => letter + pick(random, ['\u200C', '\u200D', '\u2060', '\u200F', '\uFEFF']),
  0.08,
);
const addNoBreak = everywhere(/ /g, () => '\u00A0', 0.5);
const addBidi = everywhere(
  /(?<= )\p{L}/gu,
  (letter, random) => pick(random, ['\u200F', '\u202B', '\u2067']) + letter,
  0.2,
);

/** @type {readonly Edit[]} */
export const EDITS = [
  { group: 'unchanged', name: 'nothing', change: (source) => source },
  { group: 'spelling', name: 'diacritics added', change: addMarks },
  { group: 'spelling', name: 'diacritics removed', change: removeMarks },
  { group: 'spelling', name: 'tatweel added', change: addTatweel },
  { group: 'spelling', name: 'hamza dropped', change: dropHamza },
  { group: 'spelling', name: 'ya and ta marbuta respelled', change: respell },
  { group: 'marks', name: 'quotation marks exchanged', change: exchangeQuotes },
  { group: 'marks', name: 'punctuation exchanged', change: exchangePunctuation },
  { group: 'marks', name: 'punctuation dropped', change: dropPunctuation },
  { group: 'marks', name: 'digits exchanged', change: exchangeDigits },
  { group: 'invisible', name: 'zero-width characters', change: addInvisible },
  { group: 'invisible', name: 'no-break spaces', change: addNoBreak },
  { group: 'invisible', name: 'bidirectional marks', change: addBidi },
  { group: 'layout', name: 'white space and paragraphs re-flowed', change: reflow },
  { group: 'layout', name: 'furniture above and below', change: addFurniture },
  {
    group: 'layout',
    name: 'all of these accidents',
    change: inTurn(addMarks, respell, exchangeQuotes, exchangeDigits, addNoBreak, reflow, addFurniture),
  },
  { group: 'words 2 %', name: 'words changed, 2 %', change: changeWords(0.02) },
  { group: 'words 5 %', name: 'words changed, 5 %', change: changeWords(0.05) },
  { group: 'words 10 %', name: 'words changed, 10 %', change: changeWords(0.1) },
  { group: 'words 20 %', name: 'words changed, 20 %', change: changeWords(0.2) },
  { group: 'words 10 %', name: 'particles added or dropped, 10 %', change: inflect(0.1) },
  { group: 'words 20 %', name: 'particles added or dropped, 20 %', change: inflect(0.2) },
  { group: 'sentences', name: 'sentences inserted elsewhere, 20 %', change: insertSentences(0.2) },
  { group: 'sentences', name: 'sentences inserted elsewhere, 50 %', change: insertSentences(0.5) },
  { group: 'sentences', name: 'sentences deleted elsewhere, 20 %', change: deleteSentences(0.2) },
  { group: 'sentences', name: 'sentences deleted elsewhere, 50 %', change: deleteSentences(0.5) },
  { group: 'rewritten around', name: 'a sentence inserted on each side', change: insertBeside },
  { group: 'rewritten around', name: 'neighbouring sentences deleted', change: deleteBeside },
  { group: 'rewritten around', name: 'words around changed, 50 %', change: rewriteAround(0.5, 30) },
  { group: 'rewritten around', name: 'words around changed, 100 %', change: rewriteAround(1, 30) },
  { group: 'moved', name: 'paragraphs reordered', change: reorder },
  { group: 'transplanted', name: 'passage moved into another paragraph', change: transplant },
  { group: 'moved', name: 'paragraphs reordered, words 5 %', change: inTurn(reorder, changeWords(0.05)) },
  {
    group: 'mixed',
    name: 'words 5 %, sentences, accidents',
    change: inTurn(changeWords(0.05), insertSentences(0.2), addMarks, exchangeQuotes, reflow),
  },
  {
    group: 'mixed',
    name: 'words 10 %, sentences, furniture',
    change: inTurn(changeWords(0.1), deleteSentences(0.2), insertSentences(0.2), addFurniture),
  },
  {
    group: 'mixed',
    name: 'words 10 %, reordered, respelled',
    change: inTurn(reorder, changeWords(0.1), respell, exchangePunctuation),
  },
  { group: 'twins', name: 'with a twin, words 2 %', prepare: addTwin, change: changeWords(0.02) },
  { group: 'twins', name: 'with a twin, words 10 %', prepare: addTwin, change: changeWords(0.1) },
  { group: 'gone', name: 'passage deleted', change: deletePassage, removes: true },
  { group: 'gone', name: 'paragraph deleted', change: deleteParagraph, removes: true },
  {
    group: 'gone',
    name: 'passage deleted, words 5 %',
    change: inTurn(deletePassage, changeWords(0.05)),
    removes: true,
  },
  {
    group: 'gone',
    name: 'passage deleted, sentences inserted',
    change: inTurn(deletePassage, insertSentences(0.3)),
    removes: true,
  },
  {
    group: 'gone',
    name: 'passage deleted, a twin remains',
    prepare: addTwin,
    change: deletePassage,
    removes: true,
  },
  {
    group: 'gone',
    name: 'paragraph deleted, a twin remains',
    prepare: addTwin,
    change: deleteParagraph,
    removes: true,
  },
  {
    group: 'gone',
    name: 'passage deleted, a twin remains, words 5 %',
    prepare: addTwin,
    change: inTurn(deletePassage, changeWords(0.05)),
    removes: true,
  },
];
