import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { FAULTS } from './faults.ts';
import { MAX_ANNOTATIONS, parseAnnotations, writeAnnotations, writeComments } from './annotations.ts';

const QUOTE = { type: 'TextQuoteSelector', exact: 'نعم' } as const;
const SOURCE = 'https://example.org/news';
const ANNOTATION = { type: 'Annotation', target: { source: SOURCE, selector: QUOTE } };

function parse(input: unknown) {
  return parseAnnotations(JSON.stringify(input));
}

describe('parseAnnotations', () => {
  it.each<[what: string, input: unknown, paths: readonly string[]]>([
    ['one annotation', ANNOTATION, ['target']],
    ['a list', [ANNOTATION, ANNOTATION], ['[0].target', '[1].target']],
    ['a page', { type: 'AnnotationPage', items: [ANNOTATION] }, ['items[0].target']],
    [
      'a collection with its first page',
      { type: ['AnnotationCollection'], first: { type: 'AnnotationPage', items: [ANNOTATION] } },
      ['first.items[0].target'],
    ],
    [
      'two targets',
      { ...ANNOTATION, target: [ANNOTATION.target, ANNOTATION.target] },
      ['target[0]', 'target[1]'],
    ],
    ['an empty list', [], []],
  ])('reads %s', (_what, input, paths) => {
    const { annotations, faults } = parse(input);
    expect(faults).toEqual([]);
    expect(annotations.map(({ path }) => path)).toEqual(paths);
    for (const one of annotations) expect(one).toMatchObject({ source: SOURCE, selectors: [QUOTE] });
  });

  it.each<[what: string, rest: object, texts: readonly string[]]>([
    ['no body', {}, []],
    ['a text', { body: { type: 'TextualBody', value: ' قول ' } }, [' قول ']],
    ['several', { body: [{ value: 'أول' }, 'https://example.org/', { value: 'ثان' }] }, ['أول', 'ثان']],
    ['a bare value', { bodyValue: 'قول' }, ['قول']],
    ['something else', { body: 5 }, []],
  ])('takes the comment from %s', (_what, rest, texts) => {
    const comments = parse({ ...ANNOTATION, ...rest }).annotations[0]?.comments;
    expect(comments).toEqual(texts.map((text) => ({ text, isHtml: false })));
  });

  it.each([
    ['text/html', true],
    ['TEXT/HTML; charset=utf-8', true],
    ['application/xhtml+xml', true],
    ['text/html5', false],
    ['text/plain', false],
    [undefined, false],
    [7, false],
  ])('knows a body of format %s as HTML: %s', (format, isHtml) => {
    const body = { type: 'TextualBody', value: '<p>قول</p>', format };
    expect(parse({ ...ANNOTATION, body }).annotations[0]?.comments).toEqual([{ text: body.value, isHtml }]);
  });

  it('knows a source with an id, and does without one', () => {
    const { selector } = ANNOTATION.target;
    const read = (target: object) => parse({ ...ANNOTATION, target }).annotations[0]?.source;
    expect(read({ source: { id: SOURCE }, selector })).toBe(SOURCE);
    expect(read({ selector })).toBeNull();
  });

  it.each<[what: string, text: string, faults: readonly string[]]>([
    ['nothing', ' \n', []],
    ['no JSON', '{', [': syntax']],
    ['a page of the web', '<html>', [': syntax']],
    ['something else', '{"type":"Note"}', [': no-list']],
    ['a number', '5', [': no-list']],
    [
      'a collection that is elsewhere',
      '{"type":"AnnotationCollection","first":"https://example.org/1"}',
      [': no-list'],
    ],
    ['no target', '{"type":"Annotation"}', ['target: missing']],
    ['a body that is no text', '{"type":"Annotation","target":{},"bodyValue":[]}', ['bodyValue: no-text']],
    ['an address as target', `{"type":"Annotation","target":"${SOURCE}"}`, ['target: no-selector']],
    [
      'another selector',
      '{"type":"Annotation","target":{"selector":{"type":"CssSelector","value":"p"}}}',
      ['target.selector: no-selector'],
    ],
    [
      'no words',
      '{"type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":""}}}',
      ['target.selector.exact: empty'],
    ],
    [
      'words that are none',
      '{"type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":5}}}',
      ['target.selector.exact: no-text'],
    ],
    [
      'a selector without words',
      '{"type":"Annotation","target":{"selector":{"type":"TextQuoteSelector"}}}',
      ['target.selector.exact: missing'],
    ],
    [
      'a position that is none',
      '{"type":"Annotation","target":{"selector":{"type":"TextPositionSelector","start":-1,"end":"5"}}}',
      ['target.selector.start: no-number', 'target.selector.end: no-number'],
    ],
    [
      'a refined selector',
      '{"type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":"a","refinedBy":{}}}}',
      ['target.selector.refinedBy: refined'],
    ],
    [
      'no annotation in a list',
      '[{"type":"Note","target":{}},5]',
      ['[0].type: no-annotation', '[1]: no-annotation'],
    ],
    ['half a million brackets', '['.repeat(500_000), [': syntax']],
  ])('says what is wrong with %s', (_what, text, faults) => {
    const parsed = parseAnnotations(text);
    expect(parsed.annotations).toEqual([]);
    expect(parsed.faults.map(({ path, kind }) => `${path}: ${kind}`)).toEqual(faults);
  });

  it('reads all else where something is wrong, and says where', () => {
    const { annotations, faults } = parse([ANNOTATION, { type: 'Annotation' }, ANNOTATION]);
    expect(annotations.map(({ path }) => path)).toEqual(['[0].target', '[2].target']);
    expect(faults.map(({ path }) => path)).toEqual(['[1].target']);
  });

  it('reads as many as a link carries, and says that there are more', () => {
    const { annotations, faults } = parse(Array.from({ length: MAX_ANNOTATIONS + 5 }, () => ANNOTATION));
    expect(annotations).toHaveLength(MAX_ANNOTATIONS);
    expect(faults).toHaveLength(1);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const { annotations, faults } = parseAnnotations(text);
        expect(annotations.length === 0 || faults.length === 0).toBe(true);
        for (const { kind } of faults) expect(FAULTS).toContain(kind);
      }),
      { seed: RANDOM_SEED, numRuns: 300 },
    );
  });
});

describe('writeAnnotations', () => {
  let count = 0;
  const createId = () => `urn:test:${(count += 1)}`;

  it.each([1, 3])('writes %i passages so that they are read again', (passages) => {
    const targets = Array.from({ length: passages }, () => ({ source: SOURCE, selectors: [QUOTE] }));
    const text = writeAnnotations(targets, createId);
    expect(JSON.parse(text)).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld' });
    const { annotations, faults } = parseAnnotations(text);
    expect(faults).toEqual([]);
    expect(annotations.map(({ source, selectors }) => ({ source, selectors }))).toEqual(targets);
  });
});

describe('writeComments', () => {
  it('writes what somebody wrote so that it is read again, in one collection', () => {
    const comments = ['واحد\nواثنان', '<b>ثلاثة</b> “four”'].map((text, index) => ({
      id: `urn:uuid:${index}`,
      text,
      created: '2026-11-20T10:00:00.000Z',
      modified: '2026-11-21T10:00:00.000Z',
      source: SOURCE,
      selectors: [QUOTE],
    }));
    const text = writeComments(comments, () => 'urn:test:1');
    expect(JSON.parse(text)).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 2,
      first: {
        type: 'AnnotationPage',
        startIndex: 0,
        items: comments.map(({ id, created, modified, text: value }) => ({
          id,
          created,
          modified,
          motivation: 'commenting',
          body: { type: 'TextualBody', value, format: 'text/plain' },
        })),
      },
    });
    const { annotations, faults } = parseAnnotations(text);
    expect(faults).toEqual([]);
    expect(annotations.map((one) => one.comments)).toEqual(
      comments.map(({ text: own }) => [{ text: own, isHtml: false }]),
    );
    expect(annotations.map(({ source, selectors }) => [source, selectors])).toEqual([
      [SOURCE, [QUOTE]],
      [SOURCE, [QUOTE]],
    ]);
  });

  it('writes none as an empty collection', () => {
    expect(parseAnnotations(writeComments([], () => 'urn:test:1'))).toEqual({
      annotations: [],
      faults: [],
    });
  });
});
