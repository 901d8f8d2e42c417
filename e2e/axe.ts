import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations'],
};

/** One line per rule broken, then the places, as a person would want to read them. */
function write({ violations }: AxeResults): string[] {
  return violations.map(({ id, impact, help, nodes }) =>
    [
      `${id} (${impact ?? 'unrated'}): ${help}, ${nodes.length} places`,
      ...nodes.slice(0, 5).map(({ target, failureSummary }) => {
        return `  ${target.join(' ')}: ${(failureSummary ?? '').replaceAll(/\s+/g, ' ')}`;
      }),
    ].join('\n'),
  );
}

/**
 * Holds what is on screen against axe's rules for WCAG 2.2 AA and its best practice.
 * The source goes in by evaluation, which the page's security policy does not touch.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(SOURCE);
  const results = await page.evaluate((options) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (on: Document, how: unknown) => Promise<unknown> };
    };
    return axe.run(document, options);
  }, OPTIONS);
  expect(write(results as AxeResults), where).toEqual([]);
}
