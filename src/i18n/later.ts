import { arLater } from './ar-later.ts';
import { enLater } from './en-later.ts';
import { addStrings } from './i18n.ts';

/** Adds the strings that the first view cannot need; called wherever code that speaks in them is loaded. */
export function addLaterStrings(): void {
  addStrings({ ar: arLater, en: enLater });
}
