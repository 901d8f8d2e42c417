/** Languages of the region's news that are written from right to left (BCP 47 primary subtags). */
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|ku|ps|sd|ug|ur|yi)(?:-|$)/;

/** The writing direction of an article's language; left to right for whatever is not known. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}
