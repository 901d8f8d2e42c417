/** Which claims are highlighted and which is in focus, as far as style goes. */
export interface ClaimVisibility {
  /** Ids of claims that are switched off. */
  readonly hidden: readonly string[];
  /** Id of the claim in focus, or null. */
  readonly focused: string | null;
}

function select(ids: readonly string[], pattern: (id: string) => string): string {
  return ids.map((id) => pattern(CSS_SAFE.test(id) ? id : '')).join(',');
}

/** Ids are slugs, so they need no escaping; anything else never reaches the stylesheet. */
const CSS_SAFE = /^[a-z0-9-]+$/;

/**
 * The stylesheet that shows, hides and fades claims. Toggling one changes these few rules and never
 * the text (measured in `docs/decisions/0003-highlights.md`). Empty when every claim shows alike.
 */
export function computeClaimRules({ hidden, focused }: ClaimVisibility): string {
  const off = hidden.filter((id) => id !== focused);
  const rules: string[] = [];
  if (off.length > 0) {
    rules.push(
      `${select(off, (id) => `mark[data-claim="${id}"]`)}{background:none;text-decoration-line:none;cursor:auto}`,
      `${select(off, (id) => `mark[data-claim="${id}"]>.claim-number,.tick[data-claim="${id}"]`)}{display:none}`,
    );
  }
  if (focused !== null && CSS_SAFE.test(focused)) {
    // All are faded, and the one in focus is not: with `:not`, every element inside a mark would be
    // computed anew as well (measured in `bench/results/focus.md`).
    rules.push(
      'mark{background:color-mix(in srgb,var(--tint) 22%,transparent);text-decoration-color:color-mix(in srgb,var(--line) 40%,transparent)}',
      `mark[data-claim="${focused}"]{background:var(--tint);text-decoration-color:var(--line)}`,
      `mark[data-claim="${focused}"] mark{background:none}`,
      '.tick{opacity:.3}',
      `.tick[data-claim="${focused}"]{opacity:1}`,
    );
  }
  return rules.join('\n');
}
