import { fold } from '../text/fold.ts';
import { toSpan, type Span } from '../text/offsets.ts';
import { readSpelling } from '../text/readings.ts';
import { findWords } from '../text/word-table.ts';

/**
 * Words, folded, that join others and say nothing themselves: that two sources have them is no agreement.
 * Negations (`لا`, `لم`, `ليس`) and words of time (`منذ`, `قبل`, `بعد`) say much and are not among them.
 */
const CONNECTING = new Set(
  (
    'في من علي الي عن مع ان انه انها انهم او ثم بين حتي قد لقد اي التي الذي الذين اللذين اللتين هذا هذه ذلك تلك ' +
    'هو هي هم هما كان كانت كانا كانوا يكون ما به بها بهما بهم له لها لهما لهم فيه فيها فيهما عليه عليها عليهما ' +
    'منه منها منهما منهم اليه اليها اليهما عنه عنها اذ كما بما مما حيث ذات بان لان فان وهو ' +
    'a an the of to in on at for and or by with from that this it its is are was were be been as has had have which who'
  ).split(' '),
);

/** Feminines, folded, that no ending tells from another word. */
const FEMININES: ReadonlyMap<string, string> = new Map([
  ['اولي', 'اول'],
  ['اخري', 'اخر'],
]);

/** A word of a passage as collation takes it. */
export interface PassageWord {
  /** Where it stands in the text as published, particles written on to it included. */
  readonly span: Span;
  readonly folded: string;
  /** What its forms share; two words are forms of one where these have a member in common. Never empty. */
  readonly stems: readonly string[];
  /** Whether it only joins other words. */
  readonly isConnecting: boolean;
}

function toConnecting(folded: string): string | null {
  if (CONNECTING.has(folded)) return folded;
  const rest = folded.slice(1);
  return /^[وف]/.test(folded) && CONNECTING.has(rest) ? rest : null;
}

/** Every word of a passage of `text`; none is torn. Linear in the passage. */
function cut(text: string, { start, end }: Span): { span: Span; published: string; folded: string }[] {
  const passage = text.slice(start, end);
  const { count, starts, ends } = findWords(passage);
  const words: { span: Span; published: string; folded: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    const [from = 0, to = 0] = [starts[index], ends[index]];
    // One published character (ﷺ) may be several words to a search; here it is one.
    if (words.length > 0 && start + from < (words.at(-1)?.span.end ?? 0)) continue;
    const published = passage.slice(from, to);
    words.push({ span: toSpan(start + from, start + to), published, folded: fold(published).text });
  }
  return words;
}

/**
 * The words of passages, read against one another: a word that one of them has with the article begins with
 * no particle in any. Linear in the passages.
 */
export function readPassages(
  passages: readonly { readonly text: string; readonly span: Span }[],
): PassageWord[][] {
  const cuts = passages.map(({ text, span }) => cut(text, span));
  const known = new Set(cuts.flat().map(({ folded }) => folded));
  const isNoun = (word: string) => known.has(`ال${word}`);
  return cuts.map((words) =>
    words.map(({ span, published, folded }) => {
      const connecting = toConnecting(folded);
      if (connecting !== null) return { span, folded, stems: [connecting], isConnecting: true };
      const { stems } = readSpelling(published, folded, isNoun);
      return {
        span,
        folded,
        stems: stems.map((stem) => FEMININES.get(stem) ?? stem),
        isConnecting: false,
      };
    }),
  );
}
