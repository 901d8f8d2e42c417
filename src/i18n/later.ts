import { arLater } from './ar-later.ts';
import { addStrings } from './i18n.ts';

/**
 * Adds the Arabic strings that the first view cannot need; called wherever code that speaks in them is loaded.
 * Those of other languages come with the language.
 */
export function addLaterStrings(): void {
  addStrings('ar', arLater);
}
