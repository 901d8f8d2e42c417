import { describe, expect, it } from 'vitest';
import { writeTabbed } from './comparison-table.ts';

const table = (rows: readonly (readonly string[])[]) =>
  writeTabbed({ title: '', heads: ['أ', 'ب'], rows, dir: 'rtl', language: 'ar' });

describe('a table as text', () => {
  it('has a line for each row and a tab between cells', () => {
    expect(table([['1', '2']])).toBe('أ\tب\n1\t2');
  });

  it('keeps each cell in one cell, whatever stands in it', () => {
    expect(table([['سطر\nوسطر\tوعمود', ' ']])).toBe('أ\tب\nسطر وسطر وعمود\t');
  });

  it.each(['=1+1', '+1', '-1', '@sum'])('lets a spreadsheet take %s for words', (cell) => {
    expect(table([[cell, '']])).toBe(`أ\tب\n'${cell}\t`);
  });
});
