import type { ar } from './ar.ts';

/** Plural forms (CLDR) that Arabic has and English has not. */
type ArabicOnly = `${string}_${'zero' | 'two' | 'few' | 'many'}`;

/** The keys of an Arabic dictionary, with any strings. */
export type Widened<T> = T extends string
  ? string
  : { readonly [Key in keyof T as Key extends ArabicOnly ? never : Key]: Widened<T[Key]> };

/** The shape every dictionary has: the keys of the Arabic one, less the plural forms other languages lack. */
export type Strings = Widened<typeof ar>;
