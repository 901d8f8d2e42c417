import { describe, expect, it } from 'vitest';
import { SEED_TEXTS } from '../testing/seeds.ts';
import { UGLY_TEXTS } from '../testing/ugly-texts.ts';
import { toSpan } from '../text/offsets.ts';
import { snapToWords } from '../text/words.ts';
import { writeTextFragment } from './text-fragment.ts';

const PAGE = 'https://example.org/news';

function write(text: string, words: string, from = 0): string | null {
  const start = text.indexOf(words, from);
  return writeTextFragment(PAGE, text, toSpan(start, start + words.length));
}

/** The terms of a link, decoded. */
function readTerms(link: string) {
  const terms = (link.split(':~:text=')[1] ?? '').split(',');
  const decode = (term: string | undefined) => (term === undefined ? undefined : decodeURIComponent(term));
  const prefix = terms[0]?.endsWith('-') === true ? decode(terms.shift()?.slice(0, -1)) : undefined;
  const suffix = terms.at(-1)?.startsWith('-') === true ? decode(terms.pop()?.slice(1)) : undefined;
  const [start = '', end, ...others] = terms.map((term) => decodeURIComponent(term));
  expect(others).toEqual([]);
  return { prefix, start, end, suffix };
}

/** Not between two characters of a word. */
const EDGE = String.raw`(?!(?<=[\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}])`;

/** Words as a pattern that matches them with any white space between them. */
function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`);
}

/** Where a link leads as the report has it: the first match, in whole words; null when there is none. */
function follow(text: string, link: string): [number, number] | null {
  const { prefix, start, end, suffix } = readTerms(link);
  const toSource = (words: string | undefined) =>
    words === undefined ? '' : String.raw`${EDGE}${escape(words)}${EDGE}`;
  const match = new RegExp(
    String.raw`(?<=${toSource(prefix)}\s*)${toSource(start)}${end === undefined ? '' : `[^]*?${toSource(end)}`}(?=\s*${toSource(suffix)})`,
    'u',
  ).exec(text);
  return match === null ? null : [match.index, match.index + match[0].length];
}

describe('writeTextFragment', () => {
  it.each<[string, string, string, string]>([
    ['words that stand once', 'قال نعم ثم مضى', 'نعم', 'نعم'],
    [
      'what means something in a directive',
      'say well-known, A&B now',
      'well-known, A&B',
      'well%2Dknown%2C A%26B',
    ],
    ['words that come again', 'قال نعم ثم قال لا نعم', 'نعم', 'قال-,نعم,-ثم'],
    ['a spelling that comes again', 'إلى هنا ثم الى هناك', 'إلى', 'إلى,-هنا'],
  ])('names %s', (_what, text, words, terms) => {
    const encoded = terms.replace(/[^\w%,-]/gu, (letter) => encodeURIComponent(letter));
    expect(write(text, words)).toBe(`${PAGE}#:~:text=${encoded}`);
  });

  it('names a passage of several lines by its ends', () => {
    const link = write('واحد اثنان\n\nثلاثة أربعة خمسة', 'اثنان\n\nثلاثة أربعة') ?? '';
    expect(readTerms(link)).toEqual({ start: 'اثنان', end: 'ثلاثة أربعة' });
  });

  it.each([
    ['https://example.org/news#part', 'https://example.org/news#part:~:text=a'],
    ['https://example.org/news#:~:text=old', 'https://example.org/news#:~:text=a'],
    ['https://example.org/?a=b#', 'https://example.org/?a=b#:~:text=a'],
    ['news.html', null],
    ['javascript:alert(1)', null],
    ['data:text/html,a', null],
  ])('puts the directive behind %s', (base, link) => {
    expect(writeTextFragment(base, 'a b', toSpan(0, 1))).toBe(link);
  });

  it('makes no link to nothing, to lone surrogates, to wording that comes again and again', () => {
    expect(writeTextFragment(PAGE, 'a  b', toSpan(1, 3))).toBeNull();
    expect(writeTextFragment(PAGE, 'a \uD83D b', toSpan(2, 3))).toBeNull();
    const again = 'قال بوتين إن كوريا '.repeat(80);
    expect(write(again, 'بوتين', again.length / 2)).toBeNull();
  });

  it('leads to its passage first, everywhere in every article', () => {
    let [made, asked] = [0, 0];
    for (const [, text] of SEED_TEXTS) {
      for (let start = 0; start < text.length; start += 151) {
        for (const length of [8, 60, 300]) {
          const span = toSpan(start, Math.min(text.length, start + length));
          const passage = snapToWords(text, span);
          const link = writeTextFragment(PAGE, text, span);
          if (passage === null) continue;
          asked += 1;
          if (link === null) continue;
          made += 1;
          expect(follow(text, link)).toEqual([passage.start, passage.end]);
        }
      }
    }
    // Titles and captions stand twice in these articles, word for word.
    expect(made / asked).toBeGreaterThan(0.9);
  });

  it('never throws on ugly texts', () => {
    for (const [, text] of UGLY_TEXTS) {
      for (let start = 0; start < text.length; start += 2) {
        writeTextFragment(PAGE, text, toSpan(start, Math.min(text.length, start + 6)));
      }
    }
  });
});
