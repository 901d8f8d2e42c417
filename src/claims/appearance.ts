import type { ClaimsOutline } from './outline.ts';

/** How a claim is told apart: by number and line (without colour) and by hue. */
export interface Appearance {
  /** Its position among all claims, from 1; stands beside each of its passages. */
  readonly number: number;
  /** Colour of its group: 1 to {@link HUES}; the first where its group is not among the file's. */
  readonly hue: number;
  /** Underline within its group: 1 to {@link LINES}. */
  readonly line: number;
}

/** Hues that stay apart for colour-blind readers together with their lines; see `src/style/tokens.css`. */
export const HUES = 8;
/** Underline styles CSS has: solid, dashed, dotted, double, wavy. */
export const LINES = 5;

/** The appearance of every claim, by id: hue from its group, line from its place in the group. Linear. */
export function computeAppearances(file: ClaimsOutline): Map<string, Appearance> {
  const inGroup = new Map<string, number>();
  return new Map(
    file.claims.map((claim, index) => {
      const place = inGroup.get(claim.group) ?? 0;
      inGroup.set(claim.group, place + 1);
      const group = Math.max(
        file.groups.findIndex(({ id }) => id === claim.group),
        0,
      );
      return [claim.id, { number: index + 1, hue: (group % HUES) + 1, line: (place % LINES) + 1 }];
    }),
  );
}
