import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseClaims } from '../claims/claims.ts';
import { UGLY_TEXTS } from '../testing/ugly-texts.ts';
import { parseCollection } from './collection.ts';
import { formatPath, problemsOf } from './parsed.ts';

describe('formatPath', () => {
  it.each([
    ['', []],
    ['format', ['format']],
    ['[0]', [0]],
    ['articles[2].parts[0].range', ['articles', 2, 'parts', 0, 'range']],
    ['[1][2].a', [1, 2, 'a']],
    ['a.b.c', ['a', 'b', 'c']],
    ['claims[3].evidence[0].range[1]', ['claims', 3, 'evidence', 0, 'range', 1]],
  ])('writes %s', (path, keys) => {
    expect(formatPath(keys)).toBe(path);
  });
});

describe('problemsOf', () => {
  const schema = v.object({ list: v.array(v.object({ name: v.pipe(v.string(), v.minLength(2)) })) });

  it('tells every problem with its place, in order', () => {
    const result = v.safeParse(schema, { list: [{ name: 'ab' }, { name: 'a' }, {}, { name: 3 }] });
    expect(problemsOf(result.issues!).map(({ path }) => path)).toEqual([
      'list[1].name',
      'list[2].name',
      'list[3].name',
    ]);
    for (const { message } of problemsOf(result.issues!)) expect(message).not.toBe('');
  });

  it('gives the whole input no path', () => {
    expect(problemsOf(v.safeParse(schema, 3).issues!).map(({ path }) => path)).toEqual(['']);
  });
});

describe('parseCollection and parseClaims', () => {
  const inputs: (readonly [what: string, input: unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 3],
    ['a list', []],
    ['an empty object', {}],
    ['another format', { format: 'other', version: 1 }],
    ['another version', { format: 'taqabul-collection', version: 2 }],
    ['an object without prototype', Object.create(null)],
    ...UGLY_TEXTS,
  ];
  it.each(inputs)('answer problems, never a value, for %s', (_what, input) => {
    for (const { value, problems } of [parseCollection(input), parseClaims(input, [])]) {
      expect(value).toBeUndefined();
      expect(problems?.length).toBeGreaterThan(0);
    }
  });
});

describe('the address of an article', () => {
  const published = JSON.parse(
    readFileSync(new URL('../../public/seeds/collection.json', import.meta.url), 'utf8'),
  ) as { articles: object[] };
  const parse = (url: unknown) => {
    const { problems } = parseCollection({ ...published, articles: [{ ...published.articles[0], url }] });
    return problems?.filter(({ path }) => path === 'articles[0].url') ?? [];
  };

  it.each([undefined, 'https://example.org/news/7?a=b#c', 'https://مثال.example/خبر'])('may be %s', (url) => {
    expect(parse(url)).toEqual([]);
  });

  it.each([
    'http://example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org/',
    'news.html',
    'https://',
    'https://user:secret@example.org/',
    `https://example.org/${'a'.repeat(2_000)}`,
    '',
    7,
    null,
  ])('may not be %s', (url) => {
    expect(parse(url)).toHaveLength(1);
  });
});
