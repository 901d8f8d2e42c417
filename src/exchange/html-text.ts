/** More of it is not read: longer comments are no comments. In UTF-16 code units. */
const MAX_HTML = 200_000;

/** Elements whose text is no words for a reader, and no tags either: it goes to their end tag, or to the end. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'xmp', 'noembed', 'noframes']);

/** What stands on lines of its own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote br dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hr li main nav ol p pre section summary table tr ul'
  ).split(' '),
);

/** Where a line ends; as white space in HTML it would be none. */
const LINE_END = '\u2028';

/** Where the tag ends that begins at `start`: behind its `>`, which in a quoted value is none; at the end where it has none. */
function findTagEnd(html: string, start: number): number {
  for (let at = start; at < html.length; at += 1) {
    const mark = html.charAt(at);
    if (mark === '>') return at + 1;
    if (mark !== '=') continue;
    const [lead = '', quote] = /^\s*(["'])?/u.exec(html.slice(at + 1, at + 64)) ?? [];
    if (quote === undefined) continue;
    const close = html.indexOf(quote, at + 1 + lead.length);
    if (close < 0) return html.length;
    at = close;
  }
  return html.length;
}

/** The first place of a pattern from `start` on, which must be global; the end where there is none. */
function findFrom(html: string, pattern: RegExp, start: number): number {
  pattern.lastIndex = start;
  return pattern.exec(html)?.index ?? html.length;
}

/** Where a comment ends that begins at `start`, one of those that no browser shows included. */
function findCommentEnd(html: string, start: number): number {
  if (!html.startsWith('<!--', start)) return Math.min(html.length, findFrom(html, />/gu, start) + 1);
  if (/^<!---?>/u.test(html.slice(start, start + 6))) return findFrom(html, />/gu, start) + 1;
  const end = html.indexOf('-->', start + 4);
  return end < 0 ? html.length : end + 3;
}

/**
 * HTML without its tags, comments, scripts and styles, cut as a browser cuts it; a line separator stands
 * where a block begins or ends, and entities are still written out. Never throws. Linear.
 */
export function stripTags(html: string): string {
  const pieces: string[] = [];
  // An end tag that is sought once in vain is not sought again.
  const unclosed = new Set<string>();
  for (let at = 0; at < html.length;) {
    const start = findFrom(html, /<(?=[a-z!/?])/giu, at);
    pieces.push(html.slice(at, start));
    if (start === html.length) break;
    const [tag, slash = '', name = ''] =
      /^<(\/?)([a-z][^\s/>]{0,40})/iu.exec(html.slice(start, start + 48)) ?? [];
    if (tag === undefined) {
      at = findCommentEnd(html, start);
      continue;
    }
    at = findTagEnd(html, start + tag.length);
    const element = name.toLowerCase();
    if (BLOCKS.has(element)) pieces.push(LINE_END);
    if (slash !== '' || !RAW.has(element)) continue;
    const close = unclosed.has(element)
      ? html.length
      : findFrom(html, new RegExp(`</${element}(?=[\\s/>])`, 'giu'), at);
    if (close === html.length) unclosed.add(element);
    at = close;
  }
  return pieces.join('');
}

/**
 * What HTML says, as plain text: its words, with entities decoded, a line for each paragraph or other
 * block. Its tags never reach the browser's parser, so that nothing of it is run or asked for. Never
 * throws. Linear in its length, of which the first 200,000 code units are read. Needs the browser's parser.
 */
export function readHtml(html: string): string {
  const words = stripTags(html.slice(0, MAX_HTML)).replaceAll('<', '&lt;');
  const { textContent } = new DOMParser().parseFromString(words, 'text/html').body;
  return (textContent ?? '')
    .replace(/[^\S\u2028]+/gu, ' ')
    .replace(/ ?\u2028\s*/gu, '\n')
    .trim();
}
