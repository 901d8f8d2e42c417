import { describe, expect, it, vi } from 'vitest';
import { seek } from './hold-claims.ts';
import { LONG_TEXT } from './long-text.ts';

const asked = vi.hoisted(() => ({ count: 0 }));
vi.mock('./anchoring-worker.ts', () => ({
  askWorker: async () => {
    asked.count += 1;
    return [];
  },
}));

describe('seek', () => {
  it.each([
    ['a short text in the page', LONG_TEXT, 0],
    ['a long text in the worker, even for little', LONG_TEXT + 1, 1],
  ])('reads %s', async (_what, length, workers) => {
    asked.count = 0;
    const article = { id: '001', parts: [] } as unknown as Parameters<typeof seek>[1];
    await seek([], article, 'ا'.repeat(length));
    expect(asked.count).toBe(workers);
  });
});
