// What `scripts/fonts.mjs` needs to know of font files: cutting a subset, renaming it, reading its
// measures.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Both are CommonJS without types of their own.
const require = createRequire(import.meta.url);
/** @type {(font: Buffer, text: string, options: object) => Promise<Buffer>} */
const subsetFont = require('subset-font');
/** @type {{ convert(font: Buffer, format: 'truetype' | 'woff2'): Promise<Buffer> }} */
const fontverter = require('fontverter');

/** What letters need to join, stack their marks and keep their distance, and figures their columns. */
const FEATURES = 'ccmp locl isol init medi fina rlig calt liga mark mkmk kern curs tnum lnum'.split(' ');

/** The interface and the texts use nothing lighter or heavier. */
const WEIGHTS = { min: 400, max: 700 };

/** Names of a font that show which font it is: family, unique, full, PostScript, typographic family. */
const NAMING_IDS = new Set([1, 3, 4, 6, 16]);

/**
 * Cuts the glyphs of some characters out of a font, with their variants and no hinting.
 * @param {string} path of the packaged font
 * @param {string} characters those it lacks are passed over
 * @param {string} family the name the subset bears: a changed font must not bear a reserved one
 * @returns {Promise<Buffer>} woff2
 */
export async function cutFont(path, characters, family) {
  const original = await fontverter.convert(readFileSync(path), 'truetype');
  const subset = await subsetFont(original, characters, {
    targetFormat: 'truetype',
    noHinting: true,
    keepFeatures: FEATURES,
    ...(listTables(original).has('fvar') ? { variationAxes: { wght: WEIGHTS } } : {}),
  });
  return fontverter.convert(renameFont(subset, family), 'woff2');
}

/**
 * The measures that lay out a line.
 * @param {string} path
 * @returns {Promise<{ ascent: number, descent: number, lineGap: number }>} in em, all positive
 */
export async function readMeasures(path) {
  const font = await fontverter.convert(readFileSync(path), 'truetype');
  const tables = listTables(font);
  const unitsPerEm = font.readUInt16BE(getTable(tables, 'head').offset + 18);
  const { offset } = getTable(tables, 'hhea');
  return {
    ascent: font.readInt16BE(offset + 4) / unitsPerEm,
    descent: -font.readInt16BE(offset + 6) / unitsPerEm,
    lineGap: font.readInt16BE(offset + 8) / unitsPerEm,
  };
}

/**
 * @typedef {object} Table a part of a font file
 * @property {number} entry where the directory speaks of it
 * @property {number} offset
 * @property {number} length
 *
 * @typedef {object} NameRecord
 * @property {Buffer} head platform, encoding, language and name id, as they stand in the file
 * @property {Buffer} text
 */

/**
 * @param {Buffer} font
 * @returns {Map<string, Table>}
 */
function listTables(font) {
  /** @type {Map<string, Table>} */
  const tables = new Map();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + 16 * index;
    const tag = font.toString('latin1', entry, entry + 4);
    tables.set(tag, { entry, offset: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) });
  }
  return tables;
}

/**
 * @param {Map<string, Table>} tables
 * @param {string} tag
 * @returns {Table}
 */
function getTable(tables, tag) {
  const table = tables.get(tag);
  if (table === undefined) throw new RangeError(`font without a table ${tag}`);
  return table;
}

/**
 * Writes another family name into a font and leaves copyright and licence as they are. The new name
 * table goes to the end of the file; the checksums are not renewed, since the conversion to woff2
 * computes them.
 * @param {Buffer} font
 * @param {string} family
 */
function renameFont(font, family) {
  const table = getTable(listTables(font), 'name');
  const names = font.subarray(table.offset, table.offset + table.length);
  const storage = names.readUInt16BE(4);
  /** @type {NameRecord[]} */
  const records = [];
  for (let index = 0; index < names.readUInt16BE(2); index += 1) {
    const record = names.subarray(6 + 12 * index, 18 + 12 * index);
    const start = storage + record.readUInt16BE(10);
    const isNaming = NAMING_IDS.has(record.readUInt16BE(6));
    const name = record.readUInt16BE(6) === 6 ? family.replaceAll(' ', '') : family;
    const text = isNaming ? encodeName(name, record) : names.subarray(start, start + record.readUInt16BE(8));
    records.push({ head: record.subarray(0, 8), text });
  }
  const renamed = writeNames(records);
  // Tables begin at multiples of four.
  const padding = Buffer.alloc((4 - (font.length % 4)) % 4);
  const result = Buffer.concat([font, padding, renamed, Buffer.alloc((4 - (renamed.length % 4)) % 4)]);
  result.writeUInt32BE(font.length + padding.length, table.entry + 8);
  result.writeUInt32BE(renamed.length, table.entry + 12);
  return result;
}

/**
 * @param {string} name ASCII
 * @param {Buffer} record its first number is the platform: 1 is the old Macintosh, one byte a letter
 */
function encodeName(name, record) {
  return record.readUInt16BE(0) === 1 ? Buffer.from(name, 'latin1') : Buffer.from(name, 'utf16le').swap16();
}

/** @param {readonly NameRecord[]} records */
function writeNames(records) {
  const header = Buffer.alloc(6);
  header.writeUInt16BE(records.length, 2);
  header.writeUInt16BE(6 + 12 * records.length, 4);
  let position = 0;
  const entries = records.map(({ head, text }) => {
    const entry = Buffer.concat([head, Buffer.alloc(4)]);
    entry.writeUInt16BE(text.length, 8);
    entry.writeUInt16BE(position, 10);
    position += text.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...records.map(({ text }) => text)]);
}
