/** Longer texts are searched beside the page, so that it does not stand still. In UTF-16 code units. */
export const LONG_TEXT = 100_000;
