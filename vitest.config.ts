import { defineConfig } from 'vitest/config';

/**
 * Unit tests: pure code beside its tests, in Node, without an imitation of the DOM. What needs a
 * page is a journey in `e2e/`.
 */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    environment: 'node',
    // Machines are slow and shared; a test that hangs is still ended.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A run that finds no test is a fault in the set-up, never a success.
    passWithNoTests: false,
    // `npm test` reads this; a `.only` left behind fails the run.
    allowOnly: false,
  },
});
