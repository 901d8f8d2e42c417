/**
 * How many code points stand before an offset of a text; an offset within a surrogate pair counts the
 * pair. Lone surrogates count as one each. Cost: the offset.
 */
export function toCodePoints(text: string, offset: number): number {
  return Array.from(text.slice(0, offset)).length;
}

/**
 * The offset, in UTF-16 code units, of a position counted in code points; null beyond the text.
 * Cost: the position.
 */
export function fromCodePoints(text: string, position: number): number | null {
  let offset = 0;
  for (let point = 0; point < position; point += 1) {
    const code = text.codePointAt(offset);
    if (code === undefined) return null;
    offset += code > 0xffff ? 2 : 1;
  }
  return offset;
}
