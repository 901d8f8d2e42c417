import { useSyncExternalStore } from 'react';
import type { NoteDraft } from '../library/note.ts';

/** Where drafts outlast a page that is loaded anew; they end with the tab. */
const DRAFTS_KEY = 'taqabul.note-drafts';

/** Notes that are being written, and which of them is open, by its key. */
export interface Drafts {
  readonly drafts: readonly NoteDraft[];
  readonly open: string | null;
}

let state: Drafts = { drafts: [], open: null };
/** Until what is kept has been taken up, nothing is written over it. */
let isRestored = false;
const listeners = new Set<() => void>();

/** What tells drafts apart: the note that is changed, or the passage of a new one. */
export function keyOfDraft({ note, collection, article, token }: NoteDraft): string {
  return note?.id ?? `${collection} ${article} ${token}`;
}

function readKept(): string | null {
  try {
    return sessionStorage.getItem(DRAFTS_KEY);
  } catch (error) {
    // Storage is blocked: drafts last as long as the page.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}

function set(next: Drafts): void {
  state = next;
  if (isRestored) keep(next);
  tell();
}

/** Keeps what has words; where the browser keeps nothing, drafts last as long as the page. */
function keep({ drafts }: Drafts): void {
  const written = drafts.filter(({ text }) => text.trim() !== '');
  try {
    if (written.length > 0) sessionStorage.setItem(DRAFTS_KEY, JSON.stringify(written));
    else sessionStorage.removeItem(DRAFTS_KEY);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Whether a draft is kept from before the page was loaded. */
export function hasKeptDrafts(): boolean {
  return state.drafts.length > 0 || readKept() !== null;
}

/** Takes up the drafts kept from before the page was loaded. */
export function restoreDrafts(parse: (kept: string) => readonly NoteDraft[]): void {
  if (isRestored) return;
  isRestored = true;
  const kept = readKept();
  if (kept === null) return;
  const here = new Set(state.drafts.map(keyOfDraft));
  const others = parse(kept).filter((draft) => !here.has(keyOfDraft(draft)));
  set({ ...state, drafts: [...others, ...state.drafts] });
}

/** Opens a draft: the one of the same passage or note goes on as it is. */
export function openDraft(draft: NoteDraft): void {
  const key = keyOfDraft(draft);
  const isThere = state.drafts.some((one) => keyOfDraft(one) === key);
  set({ drafts: isThere ? state.drafts : [...state.drafts, draft], open: key });
}

/** Changes a draft, by what was its key. */
export function changeDraft(key: string, change: Partial<NoteDraft>): void {
  const drafts = state.drafts.map((one) => (keyOfDraft(one) === key ? { ...one, ...change } : one));
  const changed = drafts.find((_, index) => state.drafts[index] !== drafts[index]);
  const open = state.open === key && changed !== undefined ? keyOfDraft(changed) : state.open;
  set({ drafts, open });
}

/** Puts the open draft away; it stays a draft where `isWritten` says that there is something in it. */
export function closeDraft(isWritten: (draft: NoteDraft) => boolean): void {
  set({ drafts: state.drafts.filter((one) => keyOfDraft(one) !== state.open || isWritten(one)), open: null });
}

/** Gives a draft up. */
export function dropDraft(key: string): void {
  set({
    drafts: state.drafts.filter((one) => keyOfDraft(one) !== key),
    open: state.open === key ? null : state.open,
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The notes that are being written in this tab. */
export function useDrafts(): Drafts {
  return useSyncExternalStore(subscribe, () => state);
}
