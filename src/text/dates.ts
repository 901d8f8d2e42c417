/**
 * Midnight in UTC of a day, in milliseconds since the beginning of 1970; months from 0, and days beyond the end of
 * a month belong to its neighbours, as with `Date.UTC`. Years 0 to 99 are those years, not those of 1900.
 */
export function toUtc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}
