import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED, uglyText } from '../testing/ugly-texts.ts';
import {
  changeNote,
  makeNote,
  MAX_NOTE,
  MAX_QUOTE,
  migrate,
  parseDrafts,
  parseNote,
  parseNotes,
  type Note,
} from './note.ts';

const NOW = new Date('2026-11-22T05:47:54.120Z');
const NOTE: Note = {
  version: 1,
  id: '3f1c1c51-0f6e-4c33-9b1a-5a3f8f2f9c10',
  collection: 'seeds',
  article: '001',
  token: 'AJlGcADTxySCktoAs',
  quote: 'نحو 11 ساعة من الاتصالات مع كيم',
  text: 'من حسبها؟',
  created: '2026-11-20T10:00:00.000Z',
  modified: '2026-11-21T10:00:00.000Z',
};

describe('parseNote', () => {
  it('reads what is written now', () => {
    expect(parseNote(NOTE)).toEqual({ value: NOTE });
  });

  it('leaves out what it does not know', () => {
    expect(parseNote({ ...NOTE, colour: 'teal' })).toEqual({ value: NOTE });
  });

  it.each<[what: string, stored: unknown, path: string]>([
    ['no record', 'text', ''],
    ['nothing', undefined, ''],
    ['a later version', { ...NOTE, version: 2 }, 'version'],
    ['no version', { ...NOTE, version: undefined }, 'version'],
    ['an id that is no UUID', { ...NOTE, id: 'one' }, 'id'],
    ['a collection that is no slug', { ...NOTE, collection: '../seeds' }, 'collection'],
    ['an article that is none', { ...NOTE, article: '' }, 'article'],
    ['a token of other letters', { ...NOTE, token: 'a.b' }, 'token'],
    ['no words', { ...NOTE, quote: '' }, 'quote'],
    ['words without end', { ...NOTE, quote: 'ا'.repeat(MAX_QUOTE + 1) }, 'quote'],
    ['no text', { ...NOTE, text: '' }, 'text'],
    ['a text without end', { ...NOTE, text: 'ا'.repeat(MAX_NOTE + 1) }, 'text'],
    ['a text that is none', { ...NOTE, text: { html: '<b>' } }, 'text'],
    ['a day for an instant', { ...NOTE, modified: '2026-11-21' }, 'modified'],
  ])('does not read %s', (_what, stored, path) => {
    expect(parseNote(stored).problems?.map((problem) => problem.path)).toEqual([path]);
  });

  it('reads whatever is made, of any text', () => {
    fc.assert(
      fc.property(uglyText(), uglyText(), (quote, text) => {
        fc.pre(quote !== '' && text !== '');
        const note = makeNote({ ...NOTE, quote }, text, NOTE.id, NOW);
        expect(parseNote(note)).toEqual({ value: note });
        expect(note).toMatchObject({ quote, text, created: NOW.toISOString(), modified: note.created });
      }),
      { seed: RANDOM_SEED, numRuns: 200 },
    );
  });

  it('never throws, whatever is in the store', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { value, problems } = parseNote(stored);
        expect(value === undefined).toBe(problems !== undefined);
      }),
      { seed: RANDOM_SEED, numRuns: 500 },
    );
  });
});

describe('makeNote', () => {
  it('quotes as much of a long passage as a record holds, and tears no character', () => {
    const quote = `${'ا'.repeat(MAX_QUOTE - 1)}😀`;
    const note = makeNote({ ...NOTE, quote }, 'نص', NOTE.id, NOW);
    expect(note.quote).toBe('ا'.repeat(MAX_QUOTE - 1));
    expect(parseNote(note)).toEqual({ value: note });
  });
});

describe('changeNote', () => {
  it('changes what it is told, and when it was changed', () => {
    expect(changeNote(NOTE, { text: 'غيره' }, NOW)).toEqual({
      ...NOTE,
      text: 'غيره',
      modified: NOW.toISOString(),
    });
  });
});

describe('migrate', () => {
  const steps = {
    1: (record: Readonly<Record<string, unknown>>) => ({ ...record, version: 2, body: record['text'] }),
    2: (record: Readonly<Record<string, unknown>>) => ({ ...record, version: 3, tags: [] }),
  };

  it.each<[what: string, stored: unknown, now: unknown]>([
    ['a first one', { version: 1, text: 'أ' }, { version: 3, text: 'أ', body: 'أ', tags: [] }],
    ['a second one', { version: 2, body: 'ب' }, { version: 3, body: 'ب', tags: [] }],
    ['one of now', { version: 3 }, { version: 3 }],
    ['a later one', { version: 4 }, { version: 4 }],
    ['one of no version', { text: 'أ' }, { text: 'أ' }],
    ['one of a version in words', { version: '1' }, { version: '1' }],
    ['no record', null, null],
  ])('brings %s as far as it can be brought', (_what, stored, now) => {
    const before = JSON.stringify(stored);
    expect(migrate(stored, steps, 3)).toEqual(now);
    expect(JSON.stringify(stored)).toBe(before);
  });

  it('ends, even where a step leads nowhere', () => {
    const still = { 1: (record: Readonly<Record<string, unknown>>) => ({ ...record }) };
    expect(migrate({ version: 1 }, still, 3)).toEqual({ version: 1 });
  });
});

describe('parseNotes', () => {
  it('counts what it cannot read, and puts the oldest first', () => {
    const older = {
      ...NOTE,
      id: '0a1c1c51-0f6e-4c33-9b1a-5a3f8f2f9c10',
      created: '2026-11-19T10:00:00.000Z',
    };
    const twin = { ...NOTE, id: '1a1c1c51-0f6e-4c33-9b1a-5a3f8f2f9c10' };
    expect(parseNotes([NOTE, { ...NOTE, version: 9 }, twin, 'oddity', older])).toEqual({
      notes: [older, twin, NOTE],
      unreadable: 2,
    });
  });
});

describe('parseDrafts', () => {
  const draft = {
    collection: 'seeds',
    article: '001',
    token: NOTE.token,
    quote: NOTE.quote,
    text: '',
    note: null,
  };

  it('reads drafts of new notes and of changes, and nothing else', () => {
    const change = { ...draft, text: 'غيره', note: NOTE };
    expect(parseDrafts(JSON.stringify([draft, change, { ...draft, note: {} }, 7]))).toEqual([draft, change]);
  });

  it.each(['', '{', 'null', '{"0":1}', '7'])('reads none in %j', (stored) => {
    expect(parseDrafts(stored)).toEqual([]);
  });
});
