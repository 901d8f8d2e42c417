import { computeAppearances, type Appearance } from './appearance.ts';
import type { Claim, ClaimsFile } from './claims.ts';
import type { ClaimsOutline } from './outline.ts';
import { holdable, type Seek } from './sound-claims.ts';

/** The line of a claim that one article alone makes: above and below its words, whatever its group. */
export const LONE_LINE = 6;

/** What one article alone says, ready to be held against the texts, and how it looks. */
export interface LoneClaims extends ClaimsOutline {
  /** By id; numbers go on where those of the shared claims end. */
  readonly appearances: ReadonlyMap<string, Appearance>;
  readonly holdAgainst: NonNullable<ClaimsOutline['holdAgainst']>;
}

/** A claim of one article in the form of a shared one: with itself it agrees. */
function toClaim(claim: ClaimsFile['alone'][number]): Claim & { readonly isAlone: true } {
  return { ...claim, relation: 'same', relationNote: claim.label, isAlone: true };
}

/**
 * What one article alone says, ready to be held against the texts as shared claims are (see `holdable`); what
 * comes from several articles after all is left out and counted with what does not hold. Linear.
 * @param onFound is given them anew whenever passages were found again, or were not
 */
export function holdableAlone(
  file: ClaimsFile,
  seek: Seek | null = null,
  onFound: (lone: LoneClaims) => void = () => undefined,
): LoneClaims {
  const isOfOne = ({ evidence }: ClaimsFile['alone'][number]) =>
    new Set(evidence.map(({ article }) => article)).size === 1;
  const claims = file.alone.filter(isOfOne).map(toClaim);
  const strays = file.alone.filter((claim) => !isOfOne(claim)).flatMap(({ evidence }) => evidence).length;
  const places = new Map(file.alone.map(({ id }, index) => [id, file.claims.length + index + 1]));
  const looks = Array.from(computeAppearances({ groups: file.groups, claims }), ([id, look]) => {
    return [id, { ...look, number: places.get(id) ?? look.number, line: LONE_LINE }] as const;
  });
  const appearances = new Map(looks);
  const open = (outline: ClaimsOutline): LoneClaims => ({
    ...outline,
    appearances,
    holdAgainst: (articles, texts) => {
      const held = outline.holdAgainst?.(articles, texts);
      if (held === undefined) throw new TypeError('claims that cannot be held against texts');
      if (strays === 0) return held;
      const tally = held.tally ?? { setAside: 0, foundAgain: 0, edited: 0, unattributed: 0 };
      return { ...held, tally: { ...tally, setAside: tally.setAside + strays } };
    },
  });
  return open(holdable({ ...file, claims }, seek, (outline) => onFound(open(outline)), 1));
}
