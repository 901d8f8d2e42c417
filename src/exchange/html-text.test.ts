import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANDOM_SEED } from '../testing/ugly-texts.ts';
import { stripTags } from './html-text.ts';

describe('stripTags', () => {
  it.each([
    ['words alone', 'قال 3 < 5 و5 > 3 &amp;', 'قال 3 < 5 و5 > 3 &amp;'],
    ['tags', 'قال <b>نعم</b> <i class=a>لا</i>', 'قال نعم لا'],
    ['blocks', '<p>أول</P><p>ثان', '|أول||ثان'],
    ['a break', 'أول<br/>ثان', 'أول|ثان'],
    ['an angle in a value', `<a title="a>b" href='c>d' x = ">">نعم</a>`, 'نعم'],
    ['a quote that is no value', '<a b">نعم</a>', 'نعم'],
    ['a tag without an end', 'نعم<a href="x', 'نعم'],
    ['a value without an end', 'نعم<a href="x>لا</a>', 'نعم'],
    ['a comment', 'أ<!-- <b> > -->ب<!-->ج<!--->د', 'أبجد'],
    ['a comment without an end', 'أ<!-- ب', 'أ'],
    ['declarations', '<!DOCTYPE html><?xml a?></ x><![CDATA[x]]>نعم', 'نعم'],
    ['a script', 'أ<script>if (a<b) "</b>"</script >ب', 'أب'],
    ['a script without an end', 'أ<SCRIPT>ب</scriptx>', 'أ'],
    ['a style and a title', '<title>أ</title><style>p > a {}</style>ب', 'ب'],
    ['a tag that is none', 'a <3 <', 'a <3 <'],
  ])('reads %s', (_what, html, text) => {
    expect(stripTags(html).replaceAll('\u2028', '|')).toBe(text);
  });

  it('gives back the words of any tree, and nothing else', () => {
    const words = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[<\u2028]/gu, ''));
    const value = fc.string({ unit: 'binary', maxLength: 8 });
    const attribute = fc.tuple(fc.constantFrom('href', 'onload', 'x'), fc.constantFrom('"', "'"), value);
    const name = fc.constantFrom('b', 'p', 'DIV', 'svg', 'a', 'img', 'form', 'x-y');
    const { node } = fc.letrec<{ node: { html: string; text: string } }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        words.map((text) => ({ html: text, text })),
        fc
          .tuple(name, fc.array(attribute, { maxLength: 2 }), fc.array(tie('node'), { maxLength: 3 }))
          .map(([tag, attributes, inner]) => {
            const written = attributes.map(
              ([key, quote, own]) => ` ${key}=${quote}${own.replaceAll(quote, '')}${quote}`,
            );
            return {
              html: `<${tag}${written.join('')}>${inner.map(({ html }) => html).join('')}</${tag}>`,
              text: inner.map(({ text }) => text).join(''),
            };
          }),
      ),
    }));
    fc.assert(
      fc.property(node, ({ html, text }) => {
        expect(stripTags(html).replaceAll('\u2028', '')).toBe(text);
      }),
      { seed: RANDOM_SEED, numRuns: 1_000 },
    );
  });

  it('never throws and adds nothing, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '<a',
      ' b=',
      '"',
      "'",
      '<!--',
      '-->',
      '<script',
      '</script',
      '/',
      'x',
    );
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (html) => {
        expect(stripTags(html).length).toBeLessThanOrEqual(html.length);
      }),
      { seed: RANDOM_SEED, numRuns: 2_000 },
    );
  });

  it.each(['<', '<a ', '<a href="', '<!--', '<script>', '<title></titl', '</', "<b ='", '<![CDATA['])(
    'takes little time for a hundred thousand times %s',
    (piece) => {
      const before = performance.now();
      stripTags(piece.repeat(100_000));
      expect(performance.now() - before).toBeLessThan(2_000);
    },
  );
});
