import { describe, expect, it } from 'vitest';
import { findAsked } from './address.ts';

const HERE = 'https://example.org/taqabul/?a=1#v=1&view=table';
const PAGE = 'https://example.org/taqabul/?a=1';
const VIEW = `${PAGE}#v=1&view=origins`;
const PLAIN = {
  button: 0,
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  defaultPrevented: false,
};

function ask(
  href: unknown,
  link: { readonly target?: unknown; readonly isDownload?: boolean } = {},
  press: Partial<Parameters<typeof findAsked>[1]> = {},
) {
  const pressed = { href, target: '', isDownload: false, ...link };
  return findAsked(pressed, { ...PLAIN, ...press }, HERE);
}

describe('what a press on a link asks for', () => {
  it.each([
    ['a view', VIEW],
    ['the present view', HERE],
    ['a view of a version to come', `${PAGE}#v=2&x`],
    ['a view with a sign of its own in it', `${PAGE}#v=1&q=%23#more`],
    ['the view of an empty fragment', `${PAGE}#`],
  ])('is %s', (_, href) => {
    expect(ask(href)).toBe(href);
  });

  it.each([
    ['a place in the page', `${PAGE}#text`],
    ['a selector', `${PAGE}#selector(type=TextQuoteSelector)`],
    ['something that only begins alike', `${PAGE}#version`],
    ['a view on a later line', `${PAGE}#text\nv=1`],
    ['another document', 'https://example.org/other/#v=1&view=origins'],
    ['another question to this one', 'https://example.org/taqabul/#v=1'],
    ['another site', 'https://example.com/taqabul/?a=1#v=1'],
    ['the page itself, without a fragment', PAGE],
    ['nothing', ''],
  ])('is no view where it leads to %s', (_, href) => {
    expect(ask(href)).toBeNull();
  });

  it.each([
    ['the middle button', { button: 1 }],
    ['the second button', { button: 2 }],
    ['Meta', { metaKey: true }],
    ['Control', { ctrlKey: true }],
    ['Shift', { shiftKey: true }],
    ['Alt', { altKey: true }],
    ['an answer by somebody else', { defaultPrevented: true }],
  ])('is left to the browser with %s', (_, press) => {
    expect(ask(VIEW, {}, press)).toBeNull();
  });

  it.each([
    ['into another window', { target: '_blank' }],
    ['into a file', { isDownload: true }],
  ])('is left to the browser where it leads %s', (_, link) => {
    expect(ask(VIEW, link)).toBeNull();
  });

  it('is left to the browser where the link is part of a drawing', () => {
    const drawn = { baseVal: VIEW, animVal: VIEW };
    expect(ask(drawn, { target: { baseVal: '', animVal: '' } })).toBeNull();
    expect(ask(drawn)).toBeNull();
  });
});
