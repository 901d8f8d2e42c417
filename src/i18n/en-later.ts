import type { Widened } from './strings.ts';
import type { arLater } from './ar-later.ts';

/** English strings that the first view cannot need; the same keys as in Arabic. */
export const enLater: Widened<typeof arLater> = {
  problem: {
    title: 'Part of the link could not be understood',
    'too-long': 'The link is longer than any link of Taqabul; the page opened in its usual view.',
    unreadable: 'The link was not recognised; the page opened in its usual view.',
    'unknown-version':
      'The link comes from a newer version (\u2068{{version}}\u2069) of Taqabul; the page opened in its usual view.',
    malformed: 'A damaged part of the link was left out: {{field}}.',
    'unknown-source': 'The link names a source that this collection does not have: \u2068{{id}}\u2069.',
    'unknown-claim': 'The link names a claim that this collection does not have: \u2068{{id}}\u2069.',
    dismiss: 'Close the notice',
  },
  field: {
    collection: 'collection',
    sources: 'sources',
    view: 'view',
    claim: 'claim',
    only: 'claims shown',
    hide: 'claims hidden',
    p: 'passage',
  },
  load: {
    missing: 'The file is not in its place on this site. Check the link, or ask whoever publishes the site.',
    forbidden:
      'The site does not allow this file to be read (\u2068{{detail}}\u2069). Ask whoever publishes it to open it.',
    server: 'The site failed before it sent the file (\u2068{{detail}}\u2069). Try again in a while.',
    status:
      'The site did not send the file (\u2068{{detail}}\u2069). Try again, or tell whoever publishes it.',
    changed:
      'This is not the file that the collection describes: its length or checksum has changed. Tell whoever publishes it: \u2068{{detail}}\u2069',
    unreadable:
      'The file is there but cannot be read as text. Tell whoever publishes it: \u2068{{detail}}\u2069',
    malformed: 'The file is there but not as expected. Tell whoever publishes it: \u2068{{detail}}\u2069',
    setAside_one: '{{n}} passage of this collection’s claims was left out.',
    setAside_other: '{{n}} passages of this collection’s claims were left out.',
    setAsideWhy:
      'Reason: what the collection describes is not in its place in the texts, or fewer than two sources are left for the claim.',
  },
  settings: {
    title: 'Reading settings',
    close: 'Close settings',
    theme: 'Theme',
    'theme-system': 'As the device',
    'theme-light': 'Light',
    'theme-sepia': 'Sepia',
    'theme-dark': 'Dark',
    'theme-contrast': 'High contrast',
    size: 'Text size',
    leading: 'Line spacing',
    'leading-tight': 'Tight',
    'leading-normal': 'Normal',
    'leading-loose': 'Loose',
    face: 'Typeface of the text',
    'face-naskh': 'Naskh',
    'face-sans': 'Modern',
    digits: 'Digits of the interface',
    'digits-auto': 'As the language',
    'digits-arab': '١٢٣',
    'digits-latn': '123',
    language: 'Interface language',
    reset: 'Reset the settings',
    sample: 'وقّع الرئيسان الاتفاق يوم ١٩ يونيو 2024.',
    notKept: 'The browser does not allow settings to be kept; they last for this session.',
  },
  keys: {
    title: 'Keyboard shortcuts',
    close: 'Close the window',
    help: 'This list',
    next: 'Next passage',
    previous: 'Previous passage',
    columns: 'Neighbouring column',
    toggle: 'Turn the source of that number on or off',
    open: 'Open the comparison of a passage',
    escape: 'Close what is open',
    copy: 'Copy a link to the selected passage',
    note: 'Off while you type.',
  },
};
