/** Whether ids stand in the same order as in `all`. */
function isInOrder(all: readonly string[], ids: readonly string[]): boolean {
  return ids.every((id, index) => index === 0 || all.indexOf(ids[index - 1] ?? '') < all.indexOf(id));
}

/**
 * Every source of a collection in the order of the screen: those off stand in their places while the
 * reader has not reordered the others, else after them. `shown` null means all.
 */
export function orderSources(all: readonly string[], shown: readonly string[] | null): string[] {
  if (shown === null || isInOrder(all, shown)) return [...all];
  return [...shown, ...all.filter((id) => !shown.includes(id))];
}

/** Null where the sources shown are all there are, in the collection's order: the link then need not name them. */
function simplify(all: readonly string[], shown: readonly string[]): string[] | null {
  return shown.length === all.length && isInOrder(all, shown) ? null : [...shown];
}

/** The sources shown after one was turned on or off. Turned on, it takes its place, or the last in a changed order. */
export function toggleSource(
  all: readonly string[],
  shown: readonly string[] | null,
  id: string,
): string[] | null {
  const present = shown ?? all;
  if (present.includes(id)) {
    return simplify(
      all,
      present.filter((other) => other !== id),
    );
  }
  const next = isInOrder(all, present)
    ? all.filter((other) => other === id || present.includes(other))
    : [...present, id];
  return simplify(all, next);
}

/** The sources shown after one moved a place towards the start (-1) or the end (1) of the screen's order. */
export function moveSource(
  all: readonly string[],
  shown: readonly string[] | null,
  id: string,
  by: -1 | 1,
): string[] | null {
  const present = [...(shown ?? all)];
  const from = present.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= present.length) return simplify(all, present);
  present.splice(to, 0, ...present.splice(from, 1));
  return simplify(all, present);
}
