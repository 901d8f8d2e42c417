import { breakLines, type PictureLine, type PictureMark, type PicturePiece } from './picture-text.ts';

type Direction = 'rtl' | 'ltr';

/** A passage in a picture: its words, then what is to be known of it. */
export interface PicturePassage {
  readonly pieces: readonly PicturePiece[];
  readonly dir: Direction;
  readonly facts: readonly PicturePiece[];
}

/** A comparison to be drawn, in the reader's language; every text as it shall be read. */
export interface ComparisonPicture {
  readonly dir: Direction;
  /** The claim's colour, 1 to 8. */
  readonly hue: number;
  readonly title: string;
  readonly summary: string;
  /** From whom the sources have it; empty for nothing. */
  readonly origins: string;
  readonly sources: readonly {
    readonly name: string;
    /** When it was published. */
    readonly date: string;
    readonly passages: readonly PicturePassage[];
  }[];
  /** The sources that do not make the claim, each as a sentence that begins with its name. */
  readonly absent: readonly (readonly PicturePiece[])[];
  readonly legend: readonly PicturePiece[];
  /** What the page is called, and the address of the comparison. */
  readonly page: string;
  readonly address: string;
}

/** Width of a picture, in CSS pixels; its height follows from what is in it. */
export const PICTURE_WIDTH = 760;
/** Pixels of the picture for each CSS pixel, as long as browsers can hold the canvas. */
export const PICTURE_SCALE = 2;
/** Height that every browser can hold, in pixels. */
const MOST_HEIGHT = 16_000;

const MARGIN = 32;
const PADDING = 18;
const GAP = 14;

interface Style {
  readonly face: 'text' | 'interface';
  readonly size: number;
  readonly leading: number;
}

const TITLE: Style = { face: 'interface', size: 26, leading: 40 };
const NAME: Style = { face: 'interface', size: 16, leading: 28 };
const WORDS: Style = { face: 'text', size: 22, leading: 44 };
const NOTE: Style = { face: 'interface', size: 14, leading: 25 };

/** Colours and faces of the light page, whatever theme is on: read from its own style. */
function readLook(hue: number) {
  const probe = document.createElement('span');
  probe.className = `hue-${hue}`;
  probe.hidden = true;
  probe.style.colorScheme = 'light';
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colour = (value: string) => {
    probe.style.backgroundColor = value;
    return style.backgroundColor;
  };
  const face = (name: string) => {
    probe.style.fontFamily = `var(--face-${name})`;
    return style.fontFamily;
  };
  const look = {
    paper: colour('var(--paper)'),
    surface: colour('var(--surface)'),
    ink: colour('var(--ink)'),
    soft: colour('var(--ink-soft)'),
    rule: colour('var(--rule)'),
    dashes: colour('var(--rule-strong)'),
    accent: colour('var(--accent)'),
    line: colour('var(--line)'),
    tint: colour('var(--tint)'),
    faint: colour('color-mix(in srgb, var(--tint) 34%, transparent)'),
    faces: { text: face('text'), interface: face('interface') },
  };
  probe.remove();
  return look;
}

type Look = ReturnType<typeof readLook>;

/** Lays a comparison out from the top, keeping what is to be drawn until its height is known. */
class Sheet {
  y = MARGIN;
  readonly #steps: (() => void)[] = [];
  readonly #context: CanvasRenderingContext2D;
  readonly #look: Look;

  constructor(context: CanvasRenderingContext2D, look: Look) {
    this.#context = context;
    this.#look = look;
  }

  #setFont({ face, size }: Style, isBold = false): void {
    this.#context.font = `${isBold ? 700 : 400} ${size}px ${this.#look.faces[face]}`;
  }

  #measure(style: Style, dir: Direction): (piece: PicturePiece) => number {
    return ({ text, isBold }) => {
      this.#context.direction = dir;
      this.#setFont(style, isBold);
      return this.#context.measureText(text).width;
    };
  }

  /** A mark behind and under words that stand from `x` (their end away from the margin) on a line at `y`. */
  #mark(mark: PictureMark, x: number, y: number, width: number, { size, leading }: Style): void {
    const context = this.#context;
    const { tint, faint, line, ink } = this.#look;
    if (mark === null || mark === undefined) return;
    if (mark !== 'alone') {
      context.fillStyle = mark === 'all' ? tint : faint;
      context.fillRect(x, y - leading * 0.36, width, leading * 0.74);
    }
    if (mark === 'faint') return;
    context.strokeStyle = mark === 'alone' ? ink : line;
    context.lineWidth = 2;
    context.setLineDash({ all: [], some: [7, 4], alone: [2, 3] }[mark]);
    context.beginPath();
    context.moveTo(x, y + size * 0.72);
    context.lineTo(x + width, y + size * 0.72);
    context.stroke();
    context.setLineDash([]);
  }

  #drawLine(line: PictureLine, style: Style, dir: Direction, start: number, colour: string): void {
    const { y } = this;
    this.#steps.push(() => {
      const context = this.#context;
      let x = start;
      for (const { text, width, mark = null, isBold, isSoft } of line) {
        const edge = dir === 'rtl' ? x - width : x;
        const middle = y + style.leading / 2;
        this.#mark(mark, edge, middle, width, style);
        context.direction = dir;
        context.textAlign = 'start';
        context.textBaseline = 'middle';
        context.fillStyle = isSoft === true ? this.#look.soft : colour;
        this.#setFont(style, isBold);
        context.fillText(text, x, middle);
        x += dir === 'rtl' ? -width : width;
      }
    });
  }

  /** Writes words, in lines as wide as there is room within `inset` on both sides. */
  write(
    pieces: readonly PicturePiece[],
    style: Style,
    dir: Direction,
    { inset = 0, colour = this.#look.ink } = {},
  ): void {
    const from = MARGIN + inset;
    const width = PICTURE_WIDTH - 2 * from;
    for (const line of breakLines(pieces, width, dir, this.#measure(style, dir))) {
      this.#drawLine(line, style, dir, dir === 'rtl' ? PICTURE_WIDTH - from : from, colour);
      this.y += style.leading;
    }
  }

  /** A frame around what `fill` writes. */
  frame(fill: () => void, isDashed = false): void {
    const top = this.y;
    const at = this.#steps.length;
    this.y += isDashed ? PADDING / 2 : PADDING * 0.75;
    fill();
    this.y += isDashed ? PADDING / 2 : PADDING * 0.75;
    const height = this.y - top;
    this.y += GAP;
    this.#steps.splice(at, 0, () => {
      const context = this.#context;
      context.beginPath();
      context.roundRect(MARGIN, top, PICTURE_WIDTH - 2 * MARGIN, height, 12);
      context.lineWidth = 1;
      context.setLineDash(isDashed ? [4, 4] : []);
      context.strokeStyle = isDashed ? this.#look.dashes : this.#look.rule;
      context.fillStyle = isDashed ? this.#look.paper : this.#look.surface;
      context.fill();
      context.stroke();
      context.setLineDash([]);
    });
  }

  /** The claim's colour beside its title. */
  bar(top: number, dir: Direction): void {
    const bottom = this.y;
    this.#steps.push(() => {
      this.#context.fillStyle = this.#look.line;
      const x = dir === 'rtl' ? PICTURE_WIDTH - MARGIN / 2 : MARGIN / 2 - 6;
      this.#context.fillRect(x, top + 6, 6, bottom - top - 12);
    });
  }

  /** Draws everything. Answers nothing but what stands on the canvas. */
  draw(): void {
    const { canvas } = this.#context;
    const height = Math.ceil(this.y + MARGIN - GAP);
    const scale = Math.min(PICTURE_SCALE, MOST_HEIGHT / height);
    canvas.width = Math.round(PICTURE_WIDTH * scale);
    canvas.height = Math.round(height * scale);
    this.#context.scale(scale, scale);
    this.#context.fillStyle = this.#look.paper;
    this.#context.fillRect(0, 0, PICTURE_WIDTH, height);
    for (const step of this.#steps) step();
  }
}

/** An address in stretches that may stand on lines of their own: it has no spaces. */
function cutAddress(address: string): PicturePiece[] {
  return [{ text: address.replaceAll(/(.{60})(?=.)/g, '$1 '), isSoft: true }];
}

function layOut(sheet: Sheet, picture: ComparisonPicture, look: Look): void {
  const { dir } = picture;
  const top = sheet.y;
  sheet.write([{ text: picture.title, isBold: true }], TITLE, dir);
  sheet.bar(top, dir);
  sheet.write([{ text: picture.summary, isSoft: true }], NOTE, dir);
  if (picture.origins !== '') sheet.write([{ text: picture.origins, isSoft: true }], NOTE, dir);
  sheet.y += GAP;
  for (const { name, date, passages } of picture.sources) {
    sheet.frame(() => {
      const head = [
        { text: name, isBold: true },
        { text: ` · ${date}`, isSoft: true },
      ];
      sheet.write(head, NAME, dir, { inset: PADDING, colour: look.accent });
      for (const passage of passages) {
        sheet.write(passage.pieces, WORDS, passage.dir, { inset: PADDING });
        sheet.write(passage.facts, NOTE, dir, { inset: PADDING });
      }
    });
  }
  for (const pieces of picture.absent) {
    sheet.frame(() => sheet.write(pieces, NOTE, dir, { inset: PADDING }), true);
  }
  sheet.write(picture.legend, NOTE, dir);
  sheet.y += GAP / 2;
  sheet.write([{ text: picture.page, isBold: true }], NOTE, dir);
  sheet.write(cutAddress(picture.address), NOTE, 'ltr');
  sheet.y += GAP;
}

/** Fetches the faces that the picture needs; one that cannot be had is replaced as on the page. */
async function loadFaces({ faces }: Look, picture: ComparisonPicture): Promise<void> {
  const text = JSON.stringify(picture);
  await Promise.allSettled(
    [400, 700].flatMap((weight) =>
      Object.values(faces).map((face) => document.fonts.load(`${weight} ${WORDS.size}px ${face}`, text)),
    ),
  );
}

/**
 * Draws a comparison as a PNG, {@link PICTURE_WIDTH} wide in the page's light colours and its own faces. Its
 * letters are shaped and joined by the browser, word for word. Some 100 ms.
 * @throws Error when the browser cannot draw or encode it
 */
export async function drawComparison(picture: ComparisonPicture): Promise<Blob> {
  const look = readLook(picture.hue);
  await loadFaces(look, picture);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser gives no canvas to draw on');
  const sheet = new Sheet(context, look);
  layOut(sheet, picture, look);
  sheet.draw();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the browser cannot encode the picture'));
      else resolve(blob);
    }, 'image/png');
  });
}
