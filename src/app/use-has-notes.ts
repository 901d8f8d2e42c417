import { useEffect, useState } from 'react';
import { mayHaveRecords, subscribeToRecords } from '../library/presence.ts';
import { hasKeptDrafts } from './note-drafts.ts';

/** Whether there may be notes of the reader's; false until it is known. Looks without opening anything. */
export function useHasNotes(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const told = subscribeToRecords(() => setHas(true));
    void mayHaveRecords().then((may) => {
      if (isCurrent && (may || hasKeptDrafts())) setHas(true);
    });
    return () => {
      isCurrent = false;
      told();
    };
  }, []);
  return has;
}
