import type { Part } from '../../corpus/collection.ts';
import type { HeldEvidence } from '../../claims/outline.ts';

/** A source as the comparison shows it: its text (null while it cannot be read) and what it says. */
export interface ComparedSource {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly parts: readonly Part[];
  readonly text: string | null;
  readonly evidence: readonly HeldEvidence[];
}
