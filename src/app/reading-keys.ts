/** What a key asks of the reader. */
export type KeyCommand =
  | { readonly kind: 'next' | 'previous' | 'copy' | 'help' | 'search' | 'escape' }
  | { readonly kind: 'column'; readonly key: 'ArrowLeft' | 'ArrowRight' }
  /** The source at a place, from 0. */
  | { readonly kind: 'source'; readonly place: number };

/** What of a keyboard event tells which key was meant. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

const LETTERS: Readonly<Record<string, 'next' | 'previous' | 'copy'>> = {
  j: 'next',
  k: 'previous',
  c: 'copy',
};

/** Where the digits of Unicode that readers of Arabic type begin: European, Arabic-Indic, Persian. */
const DIGIT_STARTS = [0x30, 0x660, 0x6f0];

/**
 * The letter a key means: the one it writes where that is Latin, wherever the layout has it (Dvorak,
 * AZERTY); of a layout in another script the one that stands at its place. Null for no letter.
 */
function readLetter({ key, code }: KeyPress): string | null {
  if (/^\p{Script=Latin}$/u.test(key)) return key.toLowerCase();
  if (!/^\p{L}$/u.test(key)) return null;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null;
}

/** The digit from 1 to 9 that a key writes, or that stands at its place in the row of digits (AZERTY); else null. */
function readDigit({ key, code }: KeyPress): number | null {
  const written = key.length === 1 ? key.charCodeAt(0) : 0;
  const digit = DIGIT_STARTS.map((start) => written - start).find((value) => value >= 0 && value <= 9);
  if (digit !== undefined) return digit > 0 ? digit : null;
  const inRow = key.length === 1 ? /^Digit([1-9])$/.exec(code)?.[1] : undefined;
  return inRow === undefined ? null : Number(inRow);
}

/**
 * What a key asks for, pressed without a modifier but Shift; null when it is the browser's. Without
 * `hasShortcuts` that is every key but Escape (WCAG 2.2, 2.1.4).
 */
export function readKey(press: KeyPress, hasShortcuts: boolean): KeyCommand | null {
  const { key, shiftKey } = press;
  if (key === 'Escape') return shiftKey ? null : { kind: 'escape' };
  if (!hasShortcuts) return null;
  if (key === '?' || key === '؟') return { kind: 'help' };
  // Layouts that have the slash on a digit's key need Shift for it.
  if (key === '/') return { kind: 'search' };
  if (shiftKey) return null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return { kind: 'column', key };
  const digit = readDigit(press);
  if (digit !== null) return { kind: 'source', place: digit - 1 };
  const kind = LETTERS[readLetter(press) ?? ''];
  return kind === undefined ? null : { kind };
}
