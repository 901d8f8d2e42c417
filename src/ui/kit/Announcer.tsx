import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Says things to screen readers: what has no place on the screen, or has changed away from the focus. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ message: '', turn: 0 });
  const announce = useCallback((message: string) => setSaid(({ turn }) => ({ message, turn: turn + 1 })), []);
  // A message repeated word for word is spoken again only when the region's content differs.
  const spoken = useMemo(() => (said.turn % 2 === 0 ? said.message : `${said.message}\u00A0`), [said]);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status" data-announcer="">
        {said.turn === 0 ? '' : spoken}
      </div>
    </AnnounceContext>
  );
}

/** Gives the function that says a message to screen readers, politely. */
export function useAnnounce(): (message: string) => void {
  return use(AnnounceContext);
}
