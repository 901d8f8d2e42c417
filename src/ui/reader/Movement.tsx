import { useEffect, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import { ARTICLE_SELECTOR, findPassageNumbers } from '../../painting/article-dom.ts';
import { alignColumns, alignFarColumn, type Anchor, type FocusRequest } from './align-columns.ts';
import { readStep, readSteps, subscribeToSteps, writeSteps } from './column-steps.ts';
import { FarColumns } from './far-columns.ts';
import { KeptPlaces } from './kept-places.ts';
import { markSteps, noteStep } from './step-column.ts';
import { syncColumns } from './sync-columns.ts';

/** What moves the columns. */
export interface MovementProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly focus: FocusRequest | null;
  /** A passage of the claim in focus that the reader was brought to by other ways; a new object says so again. */
  readonly pointed: Anchor | null;
  /** Whether every text shown is here, or will not come. */
  readonly isReady: boolean;
  /** Whether another view is on the screen in the columns' place. */
  readonly isAway: boolean;
  /** The columns in their order, and those of them that are on. */
  readonly order: string;
  readonly shown: string;
  /** Where the claim in focus stands in them: passages may be found again after they were marked. */
  readonly made: string;
  /** Whether the columns scroll together. */
  readonly isSynced: boolean;
}

/** The article whose passage of the claim holds the keyboard's focus, and which passage that is. */
function findHeld(target: EventTarget | null, claim: string): Anchor | null {
  const number = target instanceof HTMLElement && target.matches('.claim-number') ? target : null;
  const column = number?.closest<HTMLElement>(ARTICLE_SELECTOR);
  if (number == null || column == null || number.parentElement?.dataset['claim'] !== claim) return null;
  return {
    article: column.dataset['article'] ?? '',
    index: findPassageNumbers(column, claim).indexOf(number),
  };
}

/** Brings a claim in focus to one height and takes the reader back when it is closed; only what they scroll themselves stays. */
function useAlignment(
  { root, focus, isReady, isAway, shown, made }: MovementProps,
  places: RefObject<KeptPlaces | null>,
  edges: RefObject<FarColumns | null>,
): void {
  const last = useRef<{ readonly request: FocusRequest; readonly height: number } | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    const kept = places.current;
    const farColumns = edges.current;
    if (element === null || kept === null || farColumns === null || isAway) return;
    if (focus === null) {
      if (last.current === null) return;
      last.current = null;
      element.style.removeProperty('--focus-height');
      writeSteps(new Map());
      const far = farColumns.hold();
      farColumns.releaseLater(far, kept.comeBack(far));
      return;
    }
    if (!isReady) return;
    // A column that comes, goes or moves is brought to the height of the others; one scrolled by hand is left.
    const before = last.current?.request === focus ? last.current : null;
    const again = before === null ? null : { height: before.height, steps: readSteps(), kept: kept.byHand };
    if (before === null) kept.leave();
    const far = farColumns.hold();
    const near = (column: HTMLElement) => farColumns.release(column);
    const { height, steps } = alignColumns(element, focus, again, far, near);
    element.style.setProperty('--focus-height', `${height}px`);
    last.current = { request: focus, height };
    writeSteps(steps);
    farColumns.releaseLater(far, (column) => {
      const step = readStep(column.dataset['article'] ?? '');
      const isKept = Array.from(kept.byHand).some((one) => column.contains(one));
      if (step !== null && !isKept) alignFarColumn(column, step, height);
    });
  }, [focus, isReady, shown, made, root, isAway, places, edges]);
}

/** Keeps up which passage each column stands at, by whatever way the reader came there, and tells it apart. */
function useSteps({ root, focus, pointed, isReady, made }: MovementProps): void {
  const steps = useSyncExternalStore(subscribeToSteps, readSteps);
  const claim = focus?.claim ?? null;
  useEffect(
    () => (claim === null || root.current === null ? undefined : markSteps(root.current, claim)),
    [steps, claim, root, isReady, made],
  );
  useEffect(() => {
    if (pointed !== null) noteStep(pointed.article, pointed.index);
  }, [pointed]);
  useEffect(() => {
    const element = root.current;
    if (claim === null || element === null) return undefined;
    const note = ({ target }: FocusEvent) => {
      const held = findHeld(target, claim);
      if (held !== null) noteStep(held.article, held.index);
    };
    element.addEventListener('focusin', note);
    return () => element.removeEventListener('focusin', note);
  }, [root, claim]);
}

/** What moves the columns, all but the reader's own hand; it draws nothing. */
export function Movement(props: MovementProps) {
  const { root, focus, order, shown, isAway, isSynced } = props;
  const places = useRef<KeptPlaces | null>(null);
  useLayoutEffect(() => {
    if (root.current === null) return undefined;
    places.current = new KeptPlaces(root.current);
    return places.current.follow();
  }, [root]);
  useLayoutEffect(() => places.current?.restore(), [order]);
  const edges = useRef<FarColumns | null>(null);
  useLayoutEffect(() => {
    if (root.current === null || isAway) return undefined;
    edges.current = new FarColumns(root.current);
    return edges.current.follow();
  }, [root, isAway, shown]);
  useAlignment(props, places, edges);
  useSteps(props);
  const claim = useRef<string | null>(null);
  useLayoutEffect(() => {
    claim.current = focus?.claim ?? null;
  }, [focus]);
  useEffect(() => {
    if (!isSynced || isAway || root.current === null || places.current === null) return undefined;
    return syncColumns(root.current, places.current, () => claim.current);
  }, [isSynced, isAway, root]);
  return null;
}
