import { useEffect, useState, type CSSProperties, type RefObject } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import { readSelection, type TextSelection } from './selection.ts';
import styles from './SelectionToolbar.module.css';

interface SelectionToolbarProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly onCopyLink: (selection: TextSelection) => void;
  readonly onCopyQuote: (selection: TextSelection) => void;
}

/** Space that the toolbar takes above a selection, in CSS pixels; below that it stands under it. */
const HEADROOM = 60;

/** Half of the toolbar's width and a margin, in CSS pixels. */
const HALF_WIDTH = 150;

/** Above the selection where there is room, else below it; always in the window, wherever the selection is. */
function placeOf(rect: DOMRect): CSSProperties {
  const wanted = rect.top > HEADROOM ? rect.top - HEADROOM + 8 : rect.bottom + 12;
  const block = Math.max(8, Math.min(innerHeight - HEADROOM, wanted));
  const middle = Math.max(HALF_WIDTH, Math.min(innerWidth - HALF_WIDTH, rect.x + rect.width / 2));
  return { '--block': `${block}px`, '--middle': `${middle}px` } as CSSProperties;
}

/** Offers what can be done with the text selected, beside it. Leaves the selection alone. */
export function SelectionToolbar({ root, onCopyLink, onCopyQuote }: SelectionToolbarProps) {
  const { t } = useStrings();
  const [selection, setSelection] = useState<TextSelection | null>(null);
  useEffect(() => {
    let frame = 0;
    const read = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setSelection(readSelection(root.current)));
    };
    // What was selected before the toolbar came is selected still.
    read();
    document.addEventListener('selectionchange', read);
    document.addEventListener('scroll', read, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('scroll', read, { capture: true });
    };
  }, [root]);
  if (selection === null) return null;
  return (
    // A landmark around the toolbar: nothing on the page stands outside of all of them.
    <section aria-label={t('share.toolbar')}>
      <div
        role="toolbar"
        aria-label={t('share.toolbar')}
        className={styles['toolbar']}
        style={placeOf(selection.rect)}
        onPointerDown={(event) => event.preventDefault()}
      >
        <button type="button" onClick={() => onCopyLink(selection)}>
          <Icon name="link" />
          {t('share.copyLink')}
        </button>
        <button type="button" onClick={() => onCopyQuote(selection)}>
          <Icon name="quote" />
          {t('share.copyQuote')}
        </button>
      </div>
    </section>
  );
}
