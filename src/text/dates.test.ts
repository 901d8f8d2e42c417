import { describe, expect, it } from 'vitest';
import { toUtc } from './dates.ts';

describe('toUtc', () => {
  it.each([
    [2024, 5, 19, '2024-06-19T00:00:00.000Z'],
    [2024, 2, 0, '2024-02-29T00:00:00.000Z'],
    [99, 0, 1, '0099-01-01T00:00:00.000Z'],
    [0, 11, 31, '0000-12-31T00:00:00.000Z'],
  ])('%i, %i, %i', (year, month, day, iso) => {
    expect(new Date(toUtc(year, month, day)).toISOString()).toBe(iso);
  });
});
