import { getI18n } from 'react-i18next';
import { arLater } from './ar-later.ts';
import { enLater } from './en-later.ts';

/** Adds the strings that the first view cannot need; called wherever code that speaks in them is loaded. */
export function addLaterStrings(): void {
  getI18n().addResourceBundle('ar', 'translation', arLater, true);
  getI18n().addResourceBundle('en', 'translation', enLater, true);
}
