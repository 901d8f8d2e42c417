import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { answerKey, KeyActions } from './answer-key.ts';

/** The reader's keys. Those pressed before `answer` is here are kept and answered then. */
export function useKeys(
  root: RefObject<HTMLElement | null>,
  answer: typeof answerKey | null,
  actions: KeyActions,
): void {
  const live = useRef(actions);
  const early = useRef<KeyboardEvent[]>([]);
  useLayoutEffect(() => {
    live.current = actions;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (answer === null) early.current.push(event);
      else answer(event, root.current, live.current);
    };
    for (const event of answer === null ? [] : early.current.splice(0)) listen(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [root, answer]);
}
