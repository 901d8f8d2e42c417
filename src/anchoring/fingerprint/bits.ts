/** RFC 4648 §5: six bits a character, none of which an address escapes. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS_PER_CHARACTER = 6;

/** The base64url character of a number from 0 to 63. @throws RangeError for any other number. */
export function toCharacter(value: number): string {
  const character = ALPHABET[value];
  if (character === undefined) throw new RangeError(`not six bits: ${value}`);
  return character;
}

/** Packs numbers bit by bit, the highest bit of each first. */
export class BitWriter {
  private readonly bits: number[] = [];

  /** Writes the lowest `width` bits of `value`. @throws RangeError when they do not hold it. */
  write(value: number, width: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** width) {
      throw new RangeError(`not a number of ${width} bits: ${value}`);
    }
    for (let bit = width - 1; bit >= 0; bit -= 1) this.bits.push(Math.floor(value / 2 ** bit) & 1);
  }

  /** Writes a whole number from 1 on in 2⌊log₂ value⌋+1 bits (Elias gamma): small numbers cost little. */
  writeCount(value: number): void {
    const extra = Math.floor(Math.log2(value));
    this.write(0, extra);
    this.write(value, extra + 1);
  }

  /** What was written, in base64url, the last character filled up with zeros. */
  toText(): string {
    let text = '';
    for (let at = 0; at < this.bits.length; at += BITS_PER_CHARACTER) {
      let value = 0;
      for (let bit = 0; bit < BITS_PER_CHARACTER; bit += 1) value = value * 2 + (this.bits[at + bit] ?? 0);
      text += toCharacter(value);
    }
    return text;
  }
}

/** Reads what {@link BitWriter} wrote. Reading beyond the end is not an error but makes it overrun. */
export class BitReader {
  private readonly values: number[];
  private at = 0;

  /** @param text base64url; any other character counts as damage: the reader is overrun from the start */
  constructor(text: string) {
    this.values = Array.from(text, (character) => ALPHABET.indexOf(character));
    if (this.values.includes(-1)) this.at = Infinity;
  }

  /** Whether more was asked for than there was. */
  get isOverrun(): boolean {
    return this.at > this.values.length * BITS_PER_CHARACTER;
  }

  /** The next `width` bits; zeros beyond the end. */
  read(width: number): number {
    let value = 0;
    for (let bit = 0; bit < width; bit += 1) {
      const place = BITS_PER_CHARACTER - 1 - (this.at % BITS_PER_CHARACTER);
      const six = this.values[Math.floor(this.at / BITS_PER_CHARACTER)] ?? 0;
      value = value * 2 + ((six >> place) & 1);
      this.at += 1;
    }
    return value;
  }

  /** The inverse of {@link BitWriter.writeCount}. At most `limit`; more makes the reader overrun. */
  readCount(limit: number): number {
    let extra = 0;
    while (extra < 32 && !this.isOverrun && this.read(1) === 0) extra += 1;
    const value = 2 ** extra + this.read(extra);
    if (value <= limit) return value;
    this.at = Infinity;
    return limit;
  }
}
