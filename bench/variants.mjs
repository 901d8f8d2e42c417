// Other ways of building the same page, each made from the built one. They answer what another way
// would bring: docs/decisions/0002-first-view.md. Nothing in src/ knows of them.
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {object} Fonts
 * @property {(name: string) => string} address of a font file by the name it has in src/style/fonts
 * @property {(name: string) => string} inline the same as a data address
 */

/** The fonts that the default view asks for, the most used ones first. */
const ARABIC = ['naskh-arabic', 'sans-arabic'];
const ALL = [...ARABIC, 'naskh-signs', 'sans-signs', 'sans-latin'];

const ENTRY = /<script type="module"[^>]*><\/script>/;

/**
 * Replaces what must be there: a variant that changes nothing would be measured as if it did.
 * @param {string} page
 * @param {string | RegExp} place
 * @param {string | ((...match: string[]) => string)} replacement
 */
function replace(page, place, replacement) {
  const changed =
    typeof replacement === 'string'
      ? page.replace(place, () => replacement)
      : page.replace(place, replacement);
  if (changed === page) throw new Error(`the built page has no place like ${place}`);
  return changed;
}

/** @param {string} page */
function findEntry(page) {
  const [entry] = ENTRY.exec(page) ?? [];
  if (entry === undefined) throw new Error('the built page has no entry');
  return entry;
}

/**
 * @param {string} page
 * @param {string} tags
 */
function addToHead(page, tags) {
  return replace(page, '<title>', `${tags}<title>`);
}

/**
 * Adds rules in the layer of the parts, after all others.
 * @param {string} page
 * @param {string} rules
 */
function addRules(page, rules) {
  return replace(page, '</head>', `<style>@layer parts{${rules}}</style></head>`);
}

/**
 * @param {string} page
 * @param {string} code of a script in the page
 */
function allowScript(page, code) {
  const hash = createHash('sha256').update(code).digest('base64');
  return replace(page, "script-src 'self'", `script-src 'self' 'sha256-${hash}'`);
}

/**
 * Adds a script before the entry.
 * @param {string} page
 * @param {string} code
 */
function addScript(page, code) {
  return replace(allowScript(page, code), ENTRY, (entry) => `<script>${code}</script>${entry}`);
}

/**
 * @param {string} page
 * @param {Fonts} fonts
 * @param {readonly string[]} names
 */
function preload(page, fonts, names) {
  const tags = names.map(
    (name) => `<link rel="preload" href="${fonts.address(name)}" as="font" type="font/woff2" crossorigin>`,
  );
  return addToHead(page, tags.join(''));
}

/**
 * The same by a script, which could decide by what it knows of the visit.
 * @param {string} page
 * @param {Fonts} fonts
 * @param {readonly string[]} names
 */
function preloadByScript(page, fonts, names) {
  const addresses = JSON.stringify(names.map(fonts.address));
  const code = `for (const href of ${addresses}) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href }));
  }`;
  return addToHead(allowScript(page, code), `<script>${code}</script>`);
}

/**
 * Sets how long text waits for its font. The faces with the rarer letters go: their ranges hold those
 * of the common ones too, and when a common one is not used in time the browser fetches the rare one
 * in its place.
 * @param {string} page
 * @param {string} display
 */
function setDisplay(page, display) {
  const withoutRare = replace(page, /@font-face\{[^}]*-more-[^}]*\}/g, '');
  return replace(withoutRare, /font-display:\w+/g, `font-display:${display}`);
}

/**
 * @param {string} page
 * @param {Fonts} fonts
 * @param {readonly string[]} names
 */
function inline(page, fonts, names) {
  let changed = replace(page, "font-src 'self'", "font-src 'self' data:");
  for (const name of names)
    changed = replace(
      changed,
      new RegExp(`url\\(${fonts.address(name)}\\)`, 'g'),
      `url(${fonts.inline(name)})`,
    );
  return changed;
}

/**
 * Runs in the page before React does: paints the passage that the address points at and scrolls to it.
 * Short of what a real one would check (digest, wording).
 */
const EARLY_TARGET = `(() => {
  const match = /[#&]p=([a-z0-9-]+)\\.([0-9a-z]+)-([0-9a-z]+)\\./.exec(location.hash);
  if (match === null || !('highlights' in CSS)) return;
  const [from, to] = [parseInt(match[2], 36), parseInt(match[3], 36)];
  for (const element of document.querySelectorAll('[data-article="' + match[1] + '"] [data-start]')) {
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let at = Number(element.dataset.start);
    let isOpen = false;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const end = at + node.length;
      if (!isOpen && from >= at && from < end) { range.setStart(node, from - at); isOpen = true; }
      if (isOpen && to <= end) {
        range.setEnd(node, to - at);
        CSS.highlights.set('taqabul-target', new Highlight(range));
        element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        return;
      }
      at = end;
    }
  }
})();`;

/**
 * The faces that stand in for ours, and ours no more.
 * @param {string} page
 */
function setStandIns(page) {
  const faces =
    '--face-interface:"Taqabul Sans Fallback",system-ui,sans-serif;--face-text:"Taqabul Naskh Fallback","Geeza Pro",serif';
  return replace(page, '</head>', `<style>@layer tokens{:root{${faces}}}</style></head>`);
}

/**
 * Gives every column's head the room of the tallest from the start. In the built page the heads share
 * a row, which grows as later columns arrive.
 * @param {string} page
 */
function keepRoom(page) {
  return addRules(
    page,
    '@media (width>=40rem){main#text{grid-template-rows:minmax(11.25rem,auto) minmax(0,1fr)}}',
  );
}

/** Lets every formatter of numbers, dates and lists be made once for its options. */
const KEPT_FORMATTERS = `for (const name of ['NumberFormat', 'DateTimeFormat', 'ListFormat']) {
  const kept = new Map();
  Intl[name] = new Proxy(Intl[name], {
    construct(Format, options) {
      const key = JSON.stringify(options);
      if (!kept.has(key)) kept.set(key, new Format(...options));
      return kept.get(key);
    },
  });
}`;

/** Where the styles go in the variant that has them in a file. */
const STYLE_FILE = 'variant.css';
const STYLES = /<style>(@layer tokens\{[\s\S]*?)<\/style>/;

/** @type {Readonly<Record<string, (page: string, fonts: Fonts) => string>>} */
const VARIANTS = {
  'fonts: swap, without stand-in faces': (page) => replace(page, /@font-face\{[^}]*local\([^}]*\}/g, ''),
  'fonts: swap, two preloaded': (page, fonts) => preload(page, fonts, ARABIC),
  'fonts: swap, five preloaded': (page, fonts) => preload(page, fonts, ALL),
  'fonts: swap, five in the page': (page, fonts) => inline(page, fonts, ALL),
  'fonts: fallback': (page) => setDisplay(page, 'fallback'),
  'fonts: block': (page) => setDisplay(page, 'block'),
  'fonts: optional': (page) => setDisplay(page, 'optional'),
  'fonts: optional, five preloaded': (page, fonts) => preload(setDisplay(page, 'optional'), fonts, ALL),
  'fonts: optional, five preloaded by a script': (page, fonts) =>
    preloadByScript(setDisplay(page, 'optional'), fonts, ALL),
  'fonts: stand-ins alone': setStandIns,
  'layout: room kept for the heads': keepRoom,
  'layout: columns content-visibility': (page) => addRules(page, '[data-article]{content-visibility:auto}'),
  'layout: paragraphs content-visibility': (page) =>
    addRules(page, '[data-layer-host]>div>*{content-visibility:auto;contain-intrinsic-size:auto 12rem}'),
  'style: in a file': (page) => replace(page, STYLES, `<link rel="stylesheet" href="./${STYLE_FILE}">`),
  'paint: once the whole page is here': (page) =>
    addToHead(page, '<link rel="expect" href="#taqabul-data" blocking="render">'),
  'script: in the head': (page) => {
    const entry = findEntry(page);
    return addToHead(replace(page, entry, ''), entry);
  },
  'script: modulepreload in the head': (page) => {
    const address = / src="([^"]*)"/.exec(findEntry(page))?.[1];
    return addToHead(page, `<link rel="modulepreload" crossorigin href="${address}">`);
  },
  'script: formatters kept': (page) => addScript(page, KEPT_FORMATTERS),
  'script: none': (page) => replace(page, ENTRY, ''),
  'passage: painted before the application': (page) => addScript(page, EARLY_TARGET),
  'together: slow first visit': (page) => addScript(keepRoom(setStandIns(page)), KEPT_FORMATTERS),
  'together: fast first visit': (page, fonts) =>
    addScript(keepRoom(preloadByScript(setDisplay(page, 'optional'), fonts, ALL)), KEPT_FORMATTERS),
  'together: second visit': (page, fonts) =>
    addScript(keepRoom(preloadByScript(setDisplay(page, 'optional'), fonts, ALL)), KEPT_FORMATTERS),
};

/**
 * Writes the variants of the built page beside it.
 * @param {string} site the folder with the built page
 * @param {string} only parts of the names wanted, with commas between
 * @returns {Promise<{ name: string, path: string, hydrates: boolean }[]>}
 */
export async function writeVariants(site, only) {
  const page = await readFile(join(site, 'index.html'), 'utf8');
  const fonts = await readFonts(site);
  await writeFile(join(site, STYLE_FILE), STYLES.exec(page)?.[1] ?? '');
  /** @type {{ name: string, path: string, hydrates: boolean }[]} */
  const written = [];
  const wanted = only.split(',');
  for (const [name, change] of Object.entries(VARIANTS)) {
    if (!wanted.some((part) => name.includes(part))) continue;
    const path = `variant-${written.length}.html`;
    const changed = change(page, fonts);
    await writeFile(join(site, path), changed);
    written.push({ name, path, hydrates: ENTRY.test(changed) });
  }
  return written;
}

/**
 * @param {string} site
 * @returns {Promise<Fonts>}
 */
async function readFonts(site) {
  const files = await readdir(join(site, 'assets'));
  /** @type {Map<string, Buffer>} */
  const contents = new Map();
  for (const file of files.filter((name) => name.endsWith('.woff2'))) {
    contents.set(file, await readFile(join(site, 'assets', file)));
  }
  /** @param {string} name */
  const find = (name) => {
    // The build adds a hyphen and eight characters of a hash.
    const file = Array.from(contents.keys()).find(
      (key) => key.startsWith(`${name}-`) && key.length === name.length + 15,
    );
    if (file === undefined) throw new Error(`the build has no font ${name}`);
    return file;
  };
  return {
    address: (name) => `./assets/${find(name)}`,
    inline: (name) => `data:font/woff2;base64,${contents.get(find(name))?.toString('base64')}`,
  };
}
