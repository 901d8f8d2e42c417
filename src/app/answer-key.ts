import { findPassageNumbers } from '../painting/article-dom.ts';
import { scrollToPlace } from '../painting/reveal.ts';
import { readKey, type KeyCommand } from './reading-keys.ts';

/** What the keys of the reader ask for. */
export interface KeyActions {
  /** Whether keys pressed by themselves ask for anything; Escape always does. */
  readonly hasShortcuts: boolean;
  /** Turns the source at a place (from 0) on or off. */
  readonly onToggleSource: (place: number) => void;
  readonly onHelp: () => void;
  readonly onSearch: () => void;
  readonly onEscape: () => void;
  readonly onCopyLink: () => void;
  /** Whether the texts are on screen: keys that move in them are the browser's elsewhere. */
  readonly isReading: boolean;
  /** The claim in focus, to whose passages the reader steps; null steps through all. */
  readonly focused: string | null;
}

/** Whether what is pressed at an element is text for it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])')
  );
}

/** Moves to the next (1) or previous (-1) passage that is shown, from the one in focus. */
function stepPassage(root: HTMLElement, by: -1 | 1, focused: string | null): void {
  const numbers = findPassageNumbers(root, focused).filter((number) => number.checkVisibility());
  if (numbers.length === 0) return;
  const active = document.activeElement;
  const at = numbers.findIndex((number) => number === active);
  const start = active === null || !root.contains(active) ? -1 : findNeighbour(numbers, active, by);
  const next = numbers[at >= 0 ? at + by : start < 0 ? (by > 0 ? 0 : numbers.length - 1) : start];
  if (next === undefined) return;
  const line = next.parentElement ?? next;
  scrollToPlace(next, (line.getClientRects()[0] ?? line.getBoundingClientRect()).top);
  next.focus({ preventScroll: true });
}

/** The first passage after (or last before) an element that is none itself; -1 when there is none. */
function findNeighbour(numbers: readonly HTMLElement[], from: Element, by: -1 | 1): number {
  const wanted = by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const matches = (number: HTMLElement) => (from.compareDocumentPosition(number) & wanted) !== 0;
  return by > 0 ? numbers.findIndex(matches) : numbers.findLastIndex(matches);
}

/** Moves to the column that lies to the side of the arrow, whichever way the page reads. */
function stepColumn(root: HTMLElement, key: 'ArrowLeft' | 'ArrowRight'): boolean {
  const active = document.activeElement;
  if (active !== document.body && active !== null && !root.contains(active)) return false;
  const columns = Array.from(root.querySelectorAll<HTMLElement>('[data-article]')).filter(
    (column) => !column.hidden,
  );
  const isForward = (key === 'ArrowLeft') === (getComputedStyle(root).direction === 'rtl');
  const at = columns.findIndex((column) => column.contains(active));
  const next = columns[at < 0 ? 0 : at + (isForward ? 1 : -1)];
  if (next === undefined) return true;
  next.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'nearest' });
  next.querySelector<HTMLElement>('[data-scroller]')?.focus({ preventScroll: true });
  return true;
}

/** Does what a key asks for; false leaves the key to the browser. */
function act(command: KeyCommand, root: HTMLElement, actions: KeyActions): boolean {
  switch (command.kind) {
    case 'next':
    case 'previous':
      if (!actions.isReading) return false;
      stepPassage(root, command.kind === 'next' ? 1 : -1, actions.focused);
      return true;
    case 'column':
      return actions.isReading && stepColumn(root, command.key);
    case 'source':
      actions.onToggleSource(command.place);
      return true;
    case 'copy':
      actions.onCopyLink();
      return true;
    case 'search':
      actions.onSearch();
      return true;
    case 'help':
      actions.onHelp();
      return true;
    case 'escape':
      actions.onEscape();
      return true;
  }
}

/** Whether a modifier is held that makes a key the browser's or the layout's; Shift is for {@link readKey} to judge. */
function isModified(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph');
}

/** Answers a key pressed at the reader; none while typing, while a dialog is open, or with a modifier held. */
export function answerKey(event: KeyboardEvent, root: HTMLElement | null, actions: KeyActions): void {
  if (event.defaultPrevented || event.isComposing || isModified(event)) return;
  if (root === null || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
  const command = readKey(event, actions.hasShortcuts);
  if (command !== null && act(command, root, actions)) event.preventDefault();
}
