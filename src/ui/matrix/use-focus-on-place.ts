import { useLayoutEffect, useRef } from 'react';
import { isFocusLost } from '../kit/lost-focus.ts';

/**
 * Gives the keyboard's focus to the place in a table after the next rendering that has it. What is
 * answered asks for that. At first it is given only `atFirst`, and only where nothing else has it: what
 * had the focus before the table came back is gone from the page then, or put away.
 */
export function useFocusOnPlace(find: () => HTMLElement | null | undefined, atFirst: boolean): () => void {
  const wanted = useRef<'always' | 'where-lost' | null>(atFirst ? 'where-lost' : null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const place = find();
    if (place == null) return;
    const isFree = wanted.current === 'always' || isFocusLost();
    wanted.current = null;
    if (isFree) place.focus({ preventScroll: true });
  });
  return () => {
    wanted.current = 'always';
  };
}
