import { computeRows, indexClaims } from '../claims/matrix.ts';
import { rememberLast } from './remember-last.ts';

/** {@link indexClaims}, remembering the last: whoever comes to the table, or comes back to it, finds it as it was. */
export const indexOf = rememberLast(indexClaims);

/** {@link computeRows}, remembering the last. */
export const rowsOf = rememberLast(computeRows);
