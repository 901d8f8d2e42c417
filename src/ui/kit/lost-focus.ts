/**
 * Whether nothing that can be reached has the keyboard's focus: what had it is gone from the page, or has
 * been put away, where browsers leave it until they next draw.
 */
export function isFocusLost(): boolean {
  const held = document.activeElement;
  return held === null || held === document.body || held.closest('[data-away]') !== null;
}
