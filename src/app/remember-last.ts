/**
 * A function that answers the same object as last time while it is given the same, by identity: what a
 * view has computed is there when the reader comes back to it. Keeps one answer, and what it was given.
 */
export function rememberLast<Given extends readonly unknown[], Answer>(
  compute: (...given: Given) => Answer,
): (...given: Given) => Answer {
  let last: { readonly given: Given; readonly answer: Answer } | null = null;
  return (...given) => {
    const isSame =
      last?.given.length === given.length && given.every((value, place) => last?.given[place] === value);
    if (last === null || !isSame) last = { given, answer: compute(...given) };
    return last.answer;
  };
}
