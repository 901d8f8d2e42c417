/** A table to be copied: its heads and its rows, all as the reader reads them; each row as long as the heads. */
export interface CopiedTable {
  /** What it is called. */
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The direction its columns run in. */
  readonly dir: 'rtl' | 'ltr';
  readonly language: string;
}

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t]/;

/** A cell's words on one line, so that they stay in one cell, and stay words. */
function toCell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return FORMULA.test(line) ? `'${line}` : line;
}

/** The table as tab-separated values: a line for the heads and one for each row. Linear. */
export function writeTabbed({ heads, rows }: CopiedTable): string {
  return [heads, ...rows].map((cells) => cells.map(toCell).join('\t')).join('\n');
}

/**
 * The table as HTML, for documents and mail; addresses are links. What stands in the cells is text only.
 * Linear.
 */
export function writeHtmlTable({ title, heads, rows, dir, language }: CopiedTable): string {
  const table = document.createElement('table');
  table.dir = dir;
  table.lang = language;
  table.border = '1';
  table.createCaption().textContent = title;
  const head = table.createTHead().insertRow();
  for (const text of heads) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = text;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const text of row) {
      const cell = line.insertCell();
      cell.dir = 'auto';
      if (!/^https?:\/\/\S+$/.test(text)) {
        cell.textContent = text;
        continue;
      }
      const link = document.createElement('a');
      link.href = text;
      link.textContent = text;
      cell.append(link);
    }
  }
  return table.outerHTML;
}
