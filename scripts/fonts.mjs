// `npm run fonts`, by hand when a face or its letters change: cuts the packaged fonts into the files
// that the page loads and writes `src/style/fonts.css`. The results are committed, so that building
// needs none of this. Why it is cut like this: `docs/licences.md` and the comments below.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutFont, readMeasures } from './font-files.mjs';
import { ROOT, main, runTool } from './run.mjs';

const FOLDER = join(ROOT, 'src', 'style', 'fonts');
const STYLE = join(ROOT, 'src', 'style', 'fonts.css');
/** The rules of the face that readers may choose instead; they are loaded when it is chosen. */
const CHOSEN_STYLE = join(ROOT, 'src', 'style', 'text-sans.css');
const CHOSEN_FAMILY = 'Taqabul Text Sans';

/**
 * @param {number} first
 * @param {number} last
 */
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

/**
 * What each file holds, the dear ones first. Where a character stands in several, the later file
 * answers for it, as it does in CSS; so the last three are what reading needs, and the first two are
 * loaded when a text has such a letter, for instance one in Urdu, Kurdish or French.
 */
const PARTS = {
  // The whole Arabic blocks: other languages, Quranic signs, presentation forms.
  'arabic-more': range(0x600, 0x6ff) + range(0x750, 0x77f) + range(0xfb50, 0xfdff) + range(0xfe70, 0xfefc),
  'latin-more': range(0x21, 0x7e) + range(0xa1, 0x17f) + '€™',
  // Letters, harakat, superscript alef, wasla, tatweel, figures and punctuation of Arabic, the six
  // Persian letters, both spaces and the joiners. The space must stand here: the file that has it
  // gives a line its height.
  arabic: `${range(0x621, 0x63a)}${range(0x640, 0x652)}\u0670\u0671پچژکگی${range(0x660, 0x669)}،؛؟٪ \u00a0\u200c\u200d`,
  // European figures and the signs of news, drawn in the weight of the Arabic around them.
  signs: `0123456789!"%'()*+,-./:;=?[]_«»‹›“”‘’…–—•·×`,
  latin: range(0x41, 0x5a) + range(0x61, 0x7a),
};

/**
 * @typedef {keyof typeof PARTS} Part
 *
 * @typedef {object} Cut one file to be made
 * @property {string} file without ending
 * @property {string} path of the packaged font it is cut from
 * @property {Part} part
 *
 * @typedef {object} Face
 * @property {string} family as `src/style/tokens.css` names it
 * @property {string} weight CSS
 * @property {readonly Cut[]} cuts
 */

/**
 * @param {string} name package and beginning of its files, e.g. `@fontsource/some-face`
 * @param {string} ending e.g. `wght-normal`
 * @returns {(script: 'arabic' | 'latin') => string}
 */
const packaged = (name, ending) => (script) =>
  join(ROOT, 'node_modules', name, 'files', `${name.split('/')[1]}-${script}-${ending}.woff2`);

const naskh = packaged('@fontsource-variable/noto-naskh-arabic', 'wght-normal');
const vazirmatn = packaged('@fontsource-variable/vazirmatn', 'wght-normal');
const plexRegular = packaged('@fontsource/ibm-plex-sans-arabic', '400-normal');
const plexBold = packaged('@fontsource/ibm-plex-sans-arabic', '700-normal');

/**
 * @param {string} prefix
 * @param {ReturnType<typeof packaged>} path
 * @returns {readonly Cut[]}
 */
const arabicCuts = (prefix, path) => [
  { file: `${prefix}-arabic-more`, path: path('arabic'), part: 'arabic-more' },
  { file: `${prefix}-arabic`, path: path('arabic'), part: 'arabic' },
  { file: `${prefix}-signs`, path: path('latin'), part: 'signs' },
];

/**
 * Latin letters are few in Arabic news; both text faces borrow those of the interface, which the
 * page has loaded anyway. (Heights of their small and capital letters differ by less than 3 %.)
 * @type {readonly Cut[]}
 */
const LATIN_CUTS = [
  { file: 'sans-latin-more', path: vazirmatn('latin'), part: 'latin-more' },
  { file: 'sans-latin', path: vazirmatn('latin'), part: 'latin' },
];

/** @type {readonly Face[]} */
const FACES = [
  { family: 'Taqabul Sans', weight: '400 700', cuts: [...LATIN_CUTS, ...arabicCuts('sans', vazirmatn)] },
  { family: 'Taqabul Naskh', weight: '400 700', cuts: [...LATIN_CUTS, ...arabicCuts('naskh', naskh)] },
  // The lowest box of the sans faces tried (1.5 em against 2.1 of Noto Sans Arabic), so that
  // highlights of neighbouring lines do not touch. Not variable: one set of files for each weight.
  {
    family: 'Taqabul Text Sans',
    weight: '400',
    cuts: [...LATIN_CUTS, ...arabicCuts('text-sans', plexRegular)],
  },
  {
    family: 'Taqabul Text Sans',
    weight: '700',
    cuts: [...LATIN_CUTS, ...arabicCuts('text-sans-bold', plexBold)],
  },
];

/**
 * Faces that stand in until ours arrive: what machines have installed, made as wide and as high as
 * ours, so that no line breaks elsewhere afterwards.
 *
 * `advance` is the mean advance of a character in em, over the five articles' Arabic letters, marks and
 * spaces (25,000 characters), at regular weight and at the bolder one that the family is mostly used in;
 * null where the face could not be had here, and then only heights are adjusted. A stand-in is
 * regular always: the bold of many installed faces is wider by a fifth.
 */
const OWN_ADVANCE = {
  'Taqabul Naskh': { regular: 0.3776, bold: 0.3908 },
  'Taqabul Sans': { regular: 0.4162, bold: 0.4212 },
  'Taqabul Text Sans': { regular: 0.3863, bold: 0.4141 },
};
const STAND_INS = [
  { locals: ['Segoe UI', 'Arial', 'Times New Roman'], advance: null },
  { locals: ['DejaVu Sans', 'DejaVuSans'], advance: 0.4458 },
  { locals: ['Noto Naskh Arabic', 'NotoNaskhArabic-Regular', 'Noto Naskh Arabic UI'], advance: 0.3776 },
  { locals: ['Noto Sans Arabic', 'NotoSansArabic-Regular', 'Noto Sans Arabic UI'], advance: 0.4163 },
];

/** Whose licence stands beside the files, under which name. */
const LICENCES = {
  '@fontsource-variable/noto-naskh-arabic': 'naskh.OFL.txt',
  '@fontsource-variable/vazirmatn': 'sans.OFL.txt',
  '@fontsource/ibm-plex-sans-arabic': 'text-sans.OFL.txt',
};

const HEAD = `/*
 * Written by scripts/fonts.mjs (npm run fonts); change it there.
 *
 * Each family is cut by what a text needs, so that a page loads no letter it does not show; where
 * the files come from and under which licence: docs/licences.md.
 */
`;

/** @type {Set<string>} files made already: faces share some */
const made = new Set();

/**
 * @param {string} family
 * @param {Cut} cut
 */
async function makeFile(family, { file, path, part }) {
  if (made.has(file)) return;
  made.add(file);
  const font = await cutFont(path, PARTS[part], family);
  writeFileSync(join(FOLDER, `${file}.woff2`), font);
  console.log(`${String(font.byteLength).padStart(7)} bytes  ${file}`);
}

/**
 * @param {string} family
 * @param {string} weight
 * @param {Cut} cut
 */
function writeRule(family, weight, { file, part }) {
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: swap;
  src: url('./fonts/${file}.woff2') format('woff2');
  unicode-range: ${writeRange(PARTS[part])};
}
`;
}

/**
 * @param {string} characters
 * @returns {string} e.g. `U+20, U+621-63A`
 */
function writeRange(characters) {
  /** @type {[first: number, last: number][]} */
  const runs = [];
  const codePoints = Array.from(characters, (character) => character.codePointAt(0) ?? 0);
  for (const codePoint of codePoints.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && codePoint === run[1] + 1) run[1] = codePoint;
    else runs.push([codePoint, codePoint]);
  }
  const hex = (/** @type {number} */ codePoint) => codePoint.toString(16).toUpperCase();
  return runs.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(', ');
}

/**
 * @param {number} own mean advance of our face
 * @returns the stand-ins with what makes them as wide as ours, the least changed last, where it wins
 */
function orderStandIns(own) {
  const strangeness = (/** @type {number | null} */ scale) =>
    scale === null ? Infinity : Math.abs(scale - 1);
  return STAND_INS.map(({ locals, advance }) => ({ locals, scale: advance === null ? null : own / advance }))
    .toSorted((one, other) => strangeness(other.scale) - strangeness(one.scale))
    .map(({ locals, scale }) => ({ locals, scale: scale ?? 1 }));
}

/**
 * @param {string} family
 * @param {string} weight CSS
 * @param {number} own its mean advance at that weight
 */
async function writeStandIns(family, weight, own) {
  const cuts = FACES.flatMap((face) => (face.family === family ? face.cuts : []));
  const path = cuts.find(({ part }) => part === 'arabic')?.path;
  if (path === undefined) throw new RangeError(`no face ${family}`);
  const { ascent, descent, lineGap } = await readMeasures(path);
  const rules = orderStandIns(own).map(({ locals, scale }) => {
    // The overrides are scaled by size-adjust too; dividing keeps the box as high as ours.
    const percent = (/** @type {number} */ em) => `${((em / scale) * 100).toFixed(1)}%`;
    return `@font-face {
  font-family: '${family} Fallback';
  font-weight: ${weight};
  src: ${locals.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${(scale * 100).toFixed(1)}%;
  ascent-override: ${percent(ascent)};
  descent-override: ${percent(descent)};
  line-gap-override: ${percent(lineGap)};
}
`;
  });
  return `/*
 * Stands in for ${family} (${weight}) until it arrives. size-adjust makes its Arabic as wide (our mean
 * advance, ${own} em, by that of the installed face), the overrides make its line as high (ours,
 * ${ascent.toFixed(3)} and ${descent.toFixed(3)} em, divided by size-adjust, which scales them too). Where several of
 * these are installed the last wins.
 */
${rules.join('\n')}`;
}

await main(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, file] of Object.entries(LICENCES)) {
    copyFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), join(FOLDER, file));
  }
  const rules = [HEAD];
  const chosen = [HEAD];
  for (const { family, weight, cuts } of FACES) {
    for (const cut of cuts) {
      await makeFile(family, cut);
      (family === CHOSEN_FAMILY ? chosen : rules).push(writeRule(family, weight, cut));
    }
  }
  for (const [family, { regular, bold }] of Object.entries(OWN_ADVANCE)) {
    rules.push(await writeStandIns(family, '400 500', regular), await writeStandIns(family, '600 700', bold));
  }
  writeFileSync(STYLE, rules.join('\n'));
  writeFileSync(CHOSEN_STYLE, chosen.join('\n'));
  await runTool('oxfmt', [STYLE, CHOSEN_STYLE]);
});
