import 'i18next';
import type { arLater } from './ar-later.ts';
import type { ar } from './ar.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof ar & typeof arLater };
  }
}
