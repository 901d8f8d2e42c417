import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, type PicturePiece } from './picture-text.ts';

/** Every letter is one wide. */
const measure = ({ text }: PicturePiece) => text.length;

function write(pieces: readonly PicturePiece[], width: number, dir: 'rtl' | 'ltr' = 'rtl'): string[] {
  return breakLines(pieces, width, dir, measure).map((line) => line.map(({ text }) => text).join(''));
}

describe('lines of a picture', () => {
  it('break between words only', () => {
    expect(write([{ text: 'أول زيارة له منذ 24 عاماً' }], 12)).toEqual(['أول زيارة له', 'منذ 24 عاماً']);
    expect(write([{ text: 'طويلةجداًجداً كلمة' }], 5)).toEqual(['طويلةجداًجداً', 'كلمة']);
  });

  it('keep together what no space parts, though it looks different', () => {
    const pieces: PicturePiece[] = [{ text: 'على «' }, { text: 'المساعدة', mark: 'all' }, { text: '» في' }];
    expect(write(pieces, 10)).toEqual(['على', '«المساعدة»', 'في']);
  });

  it('keep words of the other direction in one chunk', () => {
    const pieces: PicturePiece[] = [
      { text: 'ترجمة ABC', mark: 'all' },
      { text: ' ' },
      { text: 'News', mark: 'alone' },
    ];
    const [line = []] = breakLines(pieces, 100, 'rtl', measure);
    expect(line.map(({ text }) => text)).toEqual(['ترجمة ABC News']);
  });

  it('lose no letter and exceed no width but by one word', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('ا', 'ب', ' ', '«') }), { maxLength: 6 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 12 }), (all, width) => {
        const marks = ['all', 'some', null] as const;
        const pieces = all.map((text, index) => ({ text, mark: marks[index % 3] ?? null }));
        const lines = write(pieces, width);
        const bare = (text: string) => text.replace(/\s+/g, '');
        expect(bare(lines.join(''))).toBe(bare(all.join('')));
        for (const line of lines) {
          expect(line.length <= width || !line.includes(' ')).toBe(true);
        }
      }),
    );
  });
});
