/** How a stretch of words is marked in a picture; null for no mark. */
export type PictureMark = 'all' | 'some' | 'alone' | 'faint' | null;

/** A stretch of words in one look. */
export interface PicturePiece {
  readonly text: string;
  readonly mark?: PictureMark;
  readonly isBold?: boolean;
  /** Whether it is written in the soft ink. */
  readonly isSoft?: boolean;
}

/** A stretch of one line, in one look. */
interface Chunk extends PicturePiece {
  /** In the units of the drawing. */
  readonly width: number;
}

/** A line of chunks, as they follow one another in reading. */
export type PictureLine = readonly Chunk[];

/** An atom follows the one before it without a space, or may begin a line. */
interface Atom extends PicturePiece {
  readonly isGlued: boolean;
}

/** Words of the other direction are kept in one chunk: placed one by one they would be turned round. */
const OTHER: Readonly<Record<'rtl' | 'ltr', RegExp>> = {
  rtl: /\p{Script=Latin}/u,
  ltr: /\p{Script=Arabic}/u,
};

function cutAtoms(pieces: readonly PicturePiece[], dir: 'rtl' | 'ltr'): Atom[] {
  const atoms: Atom[] = [];
  let isGlued = true;
  for (const piece of pieces) {
    for (const part of piece.text.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s+$/.test(part)) {
        isGlued = false;
        continue;
      }
      const last = atoms.at(-1);
      if (last !== undefined && !isGlued && OTHER[dir].test(last.text) && OTHER[dir].test(part)) {
        atoms[atoms.length - 1] = { ...last, text: `${last.text} ${part}` };
      } else atoms.push({ ...piece, text: part, isGlued: isGlued && atoms.length > 0 });
      isGlued = true;
    }
  }
  return atoms;
}

function isAlike(one: PicturePiece, other: PicturePiece): boolean {
  return one.mark === other.mark && one.isBold === other.isBold && one.isSoft === other.isSoft;
}

/** One line's atoms as chunks: what looks alike is one, with its spaces, so that letters stay joined. */
function joinLine(atoms: readonly Atom[], measure: (piece: PicturePiece) => number): Chunk[] {
  const pieces: PicturePiece[] = [];
  atoms.forEach((atom, index) => {
    const { isGlued, ...piece } = atom;
    const last = pieces.at(-1);
    const space = isGlued || index === 0 ? '' : ' ';
    if (last !== undefined && isAlike(last, piece)) {
      pieces[pieces.length - 1] = { ...last, text: `${last.text}${space}${piece.text}` };
      return;
    }
    if (space !== '') {
      // Between two parts of one passage the space belongs to the passage.
      const isInside = last?.mark != null && piece.mark != null;
      pieces.push({ text: ' ', mark: isInside ? 'faint' : null });
    }
    pieces.push(piece);
  });
  return pieces.map((piece) => ({ ...piece, width: measure(piece) }));
}

/**
 * Breaks words into lines of at most `width`, between words only; a word that is wider has a line of its own.
 * Cost: one measurement for each word and chunk.
 * @param measure the width of a piece, in the units of `width`
 */
export function breakLines(
  pieces: readonly PicturePiece[],
  width: number,
  dir: 'rtl' | 'ltr',
  measure: (piece: PicturePiece) => number,
): PictureLine[] {
  const space = measure({ text: ' ' });
  const lines: Atom[][] = [];
  let left = 0;
  let word: Atom[] = [];
  const flush = () => {
    if (word.length === 0) return;
    const length = word.reduce((sum, atom) => sum + measure(atom), 0);
    const line = lines.at(-1);
    if (line === undefined || left < space + length) {
      lines.push([...word]);
      left = width - length;
    } else {
      line.push(...word);
      left -= space + length;
    }
    word = [];
  };
  for (const atom of cutAtoms(pieces, dir)) {
    if (!atom.isGlued) flush();
    word.push(atom);
  }
  flush();
  return lines.map((line) => joinLine(line, measure));
}
