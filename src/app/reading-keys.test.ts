import { describe, expect, it } from 'vitest';
import { readKey } from './reading-keys.ts';

/** What a key asks for, in a word: `next`, `source 0`, `column ArrowLeft`; a dash for nothing. */
function read(key: string, code: string, { shiftKey = false, hasShortcuts = true } = {}): string {
  const command = readKey({ key, code, shiftKey }, hasShortcuts);
  return command === null ? '-' : Object.values(command).join(' ');
}

describe('readKey', () => {
  it.each([
    ['QWERTY', 'j', 'KeyJ', 'next'],
    ['QWERTY', 'k', 'KeyK', 'previous'],
    ['QWERTY', 'c', 'KeyC', 'copy'],
    ['QWERTY with Caps Lock', 'J', 'KeyJ', 'next'],
    ['Dvorak, where it is written', 'j', 'KeyC', 'next'],
    ['Dvorak, where it is written', 'k', 'KeyV', 'previous'],
    ['Dvorak, where it is written', 'c', 'KeyI', 'copy'],
    ['Dvorak, where QWERTY has it', 'h', 'KeyJ', '-'],
    ['Dvorak, where QWERTY has it', 't', 'KeyK', '-'],
    ['Turkish F, a Latin letter that is not English', 'ö', 'KeyC', '-'],
    ['Arabic', 'ت', 'KeyJ', 'next'],
    ['Arabic', 'ن', 'KeyK', 'previous'],
    ['Arabic', 'ؤ', 'KeyC', 'copy'],
    ['Arabic, another letter', 'ش', 'KeyA', '-'],
    ['Russian', 'о', 'KeyJ', 'next'],
    ['a keyboard on the screen, which has no places', 'j', '', 'next'],
    ['a dead key', 'Dead', 'KeyJ', '-'],
    ['a key being composed', 'Process', 'KeyJ', '-'],
    ['a sign where a letter is expected', ';', 'KeyC', '-'],
    ['a name of an object’s own', 'constructor', 'KeyJ', '-'],
  ])('reads letters of %s: %s at %s', (_layout, key, code, command) => {
    expect(read(key, code)).toBe(command);
  });

  it.each([
    ['European', '1', 'Digit1', 'source 0'],
    ['European', '9', 'Digit9', 'source 8'],
    ['European', '0', 'Digit0', '-'],
    ['Arabic-Indic', '٣', 'Digit3', 'source 2'],
    ['Persian', '۳', 'Digit3', 'source 2'],
    ['AZERTY', '&', 'Digit1', 'source 0'],
    ['AZERTY', 'à', 'Digit0', '-'],
    ['digits pad', '4', 'Numpad4', 'source 3'],
    ['digits pad without Num Lock', 'End', 'Numpad1', '-'],
    ['a digit not at its place', '7', 'Digit1', 'source 6'],
  ])('reads digits: %s %s at %s', (_layout, key, code, command) => {
    expect(read(key, code)).toBe(command);
  });

  it.each([
    ['?', 'Slash', true, 'help'],
    ['؟', 'Slash', true, 'help'],
    ['?', 'KeyM', false, 'help'],
    ['/', 'Slash', false, 'search'],
    ['/', 'Digit7', true, 'search'],
    ['/', 'NumpadDivide', false, 'search'],
    ['J', 'KeyJ', true, '-'],
    ['!', 'Digit1', true, '-'],
    ['ArrowLeft', 'ArrowLeft', false, 'column ArrowLeft'],
    ['ArrowRight', 'ArrowRight', false, 'column ArrowRight'],
    ['ArrowRight', 'ArrowRight', true, '-'],
    ['Escape', 'Escape', false, 'escape'],
    ['Enter', 'Enter', false, '-'],
    [' ', 'Space', false, '-'],
    ['Tab', 'Tab', false, '-'],
  ])('reads %s at %s with Shift %s', (key, code, shiftKey, command) => {
    expect(read(key, code, { shiftKey })).toBe(command);
  });

  it.each([
    ['j', 'KeyJ', '-'],
    ['ت', 'KeyJ', '-'],
    ['c', 'KeyC', '-'],
    ['1', 'Digit1', '-'],
    ['?', 'Slash', '-'],
    ['/', 'Slash', '-'],
    ['ArrowLeft', 'ArrowLeft', '-'],
    ['Escape', 'Escape', 'escape'],
  ])('with shortcuts off reads %s at %s', (key, code, command) => {
    expect(read(key, code, { hasShortcuts: false })).toBe(command);
  });
});
