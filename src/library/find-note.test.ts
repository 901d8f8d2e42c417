import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage } from '../anchoring/anchoring.ts';
import { getSeedText, SEED_TEXTS } from '../testing/seeds.ts';
import { RANDOM_SEED, rangeOf } from '../testing/ugly-texts.ts';
import { toSpan } from '../text/offsets.ts';
import { snapToWords } from '../text/words.ts';
import { resolveNote } from './find-note.ts';

const TEXT = getSeedText('001');
const WORDS = 'نحو 11 ساعة من الاتصالات مع كيم';

/** A note on words of a text, as it was kept. */
function noteOn(quote: string, text = TEXT): { token: string; quote: string } {
  const start = text.indexOf(quote);
  const token = describePassage(text, toSpan(start, start + quote.length));
  if (start < 0 || token === null) throw new RangeError(`not there: ${quote}`);
  return { token, quote };
}

/** All but a few words at each end of a passage so long that a token knows only its ends. */
const LONG = TEXT.slice(TEXT.indexOf(WORDS), TEXT.indexOf(WORDS) + 900).replace(/\s+\S*$/u, '');

describe('resolveNote', () => {
  it.each<[what: string, text: string, outcome: string, words: string | null]>([
    ['nothing', TEXT, 'exact', WORDS],
    ['text put above', `خبر آخر.\n\n${TEXT}`, 'exact', WORDS],
    [
      'another spelling',
      TEXT.replace(WORDS, 'نحو ١١ ساعةً من الإتصالات مع كيم'),
      'respelled',
      'نحو ١١ ساعةً من الإتصالات مع كيم',
    ],
    [
      'another number',
      TEXT.replace(WORDS, 'نحو 13 ساعة من الاتصالات مع كيم'),
      'edited',
      'نحو 13 ساعة من الاتصالات مع كيم',
    ],
    ['nothing left', TEXT.replace(WORDS, 'وقت طويل'), 'gone', null],
  ])('says what became of a passage: %s', (_what, text, outcome, words) => {
    const found = resolveNote(text, noteOn(WORDS));
    expect(found.outcome).toBe(outcome);
    expect('span' in found ? text.slice(found.span.start, found.span.end) : null).toBe(words);
  });

  it('says what it was and which words are new', () => {
    const text = TEXT.replace(WORDS, 'نحو 13 ساعة من الاتصالات مع كيم');
    const found = resolveNote(text, noteOn(WORDS));
    if (found.outcome !== 'edited') throw new Error(found.outcome);
    expect(found).toMatchObject({ missing: 1, old: WORDS });
    expect(found.changed.map(({ start, end }) => text.slice(start, end))).toEqual(['13']);
  });

  it('says what is gone, in its words', () => {
    const found = resolveNote(TEXT.replace(WORDS, ''), noteOn(WORDS));
    expect(found).toMatchObject({ outcome: 'gone', sought: WORDS });
  });

  it('sees a change in the middle of a long passage, of which a token knows the ends', () => {
    const middle = LONG.slice(400, 500);
    const [word = ''] = /\s(\p{L}{4,})\s/u.exec(middle) ?? [];
    const text = TEXT.replace(LONG, LONG.replace(middle, middle.replace(word, ' مباغتة ')));
    const found = resolveNote(text, noteOn(LONG));
    if (found.outcome !== 'edited') throw new Error(found.outcome);
    expect(found.changed.map(({ start, end }) => text.slice(start, end))).toEqual(['مباغتة']);
  });

  it('gives the places it cannot choose between', () => {
    const text = `أولا ${WORDS} انتهى هنا.\n\nثانيا ${WORDS} انتهى هناك.`;
    const found = resolveNote(text, noteOn(WORDS));
    expect(found).toMatchObject({ outcome: 'ambiguous' });
  });

  it.each(['AA', `_${noteOn(WORDS).token.slice(1)}`, noteOn(WORDS).token.slice(0, -1)])(
    'goes by the words where the token %s cannot be read',
    (token) => {
      expect(resolveNote(TEXT, { token, quote: WORDS }).outcome).toBe('exact');
      expect(resolveNote('نص آخر تماماً.', { token, quote: WORDS })).toMatchObject({
        outcome: 'gone',
        sought: WORDS,
      });
    },
  );

  it('finds every passage of an unchanged text just where it was', () => {
    const texts = Array.from(SEED_TEXTS.values());
    fc.assert(
      fc.property(
        fc.constantFrom(...texts).chain((text) => fc.tuple(fc.constant(text), rangeOf(text))),
        ([text, { start, end }]) => {
          const span = snapToWords(text, toSpan(start, end));
          const token = span === null ? null : describePassage(text, span);
          fc.pre(span !== null && token !== null);
          if (span === null || token === null) return;
          const found = resolveNote(text, { token, quote: text.slice(span.start, span.end) });
          // One that stands twice with the same surroundings may be either.
          if (found.outcome === 'ambiguous') return;
          expect(found.outcome).toBe('exact');
        },
      ),
      { seed: RANDOM_SEED, numRuns: 150 },
    );
  });
});
