import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type RefObject,
} from 'react';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import { readSelection, type TextSelection } from './selection.ts';
import styles from './SelectionToolbar.module.css';

/** Forms in which others write a passage: Web Annotation, Selectors and States, text fragments of browsers. */
export type CopyForm = 'annotation' | 'selector' | 'text-fragment';

interface SelectionToolbarProps {
  readonly root: RefObject<HTMLElement | null>;
  /** The forms in which a selection can be written. */
  readonly findForms: (selection: TextSelection) => readonly CopyForm[];
  readonly onCopyAs: (form: CopyForm, selection: TextSelection) => void;
  readonly onCopyLink: (selection: TextSelection) => void;
  /** Adds it to the link that there is; null where there is none. */
  readonly onAdd: ((selection: TextSelection) => void) | null;
  readonly onCopyQuote: (selection: TextSelection) => void;
  /** Writes a note on it; asked of one passage only. */
  readonly onNote: (selection: TextSelection) => void;
}

/** Height of the toolbar before it is measured, and its distance from a selection, in CSS pixels. */
const ROW = 40;
const DISTANCE = 12;

/** Half of the toolbar's width and a margin, in CSS pixels; a narrow window has less, and it takes all of that. */
const HALF_WIDTH = 220;

/** Above the selection where there is room, else below it; always in the window, wherever the selection is. */
function placeOf(rect: DOMRect, height: number): CSSProperties {
  const wanted = rect.top > height + 2 * DISTANCE ? rect.top - height - DISTANCE : rect.bottom + DISTANCE;
  const block = Math.max(8, Math.min(innerHeight - height - DISTANCE, wanted));
  const half = Math.min(HALF_WIDTH, innerWidth / 2);
  const middle = Math.max(half, Math.min(innerWidth - half, rect.x + rect.width / 2));
  return { '--block': `${block}px`, '--middle': `${middle}px` } as CSSProperties;
}

/** Offers what can be done with the text selected, beside it. Leaves the selection alone. */
export function SelectionToolbar({
  root,
  findForms,
  onCopyLink,
  onAdd,
  onCopyQuote,
  onCopyAs,
  onNote,
}: SelectionToolbarProps) {
  const { t } = useStrings();
  const [isWide, setWide] = useState(false);
  const id = useId();
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
  const hasLink = onAdd !== null;
  const toolbar = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(ROW);
  // How many rows it has the width of the window and the language decide.
  useLayoutEffect(() => {
    if (toolbar.current !== null) setHeight(toolbar.current.offsetHeight);
  }, [selection, isWide, hasLink, t]);
  // The next selection begins with the few.
  if (selection === null && isWide) setWide(false);
  if (selection === null) return null;
  const forms = findForms(selection);
  return (
    // A landmark around the toolbar: nothing on the page stands outside of all of them.
    <section aria-label={t('share.toolbar')}>
      <div
        ref={toolbar}
        role="toolbar"
        aria-label={t('share.toolbar')}
        className={styles['toolbar']}
        style={placeOf(selection.rect, height)}
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
        {selection.passages.length === 1 ? (
          <button type="button" onClick={() => onNote(selection)}>
            <Icon name="note" />
            {t('notes.note')}
          </button>
        ) : null}
        <button
          type="button"
          aria-expanded={isWide}
          aria-controls={isWide ? id : undefined}
          aria-label={t('exchange.more')}
          onClick={() => setWide(!isWide)}
        >
          <Icon name={isWide ? 'up' : 'down'} />
        </button>
        {onAdd === null ? null : (
          <div className={styles['more']}>
            <button type="button" onClick={() => onAdd(selection)}>
              <Icon name="link" />
              {t('share.add')}
            </button>
          </div>
        )}
        {isWide ? (
          <div id={id} className={styles['more']}>
            {forms.map((form) => (
              <button key={form} type="button" onClick={() => onCopyAs(form, selection)}>
                {t(`exchange.${form}`)}
              </button>
            ))}
          </div>
        ) : null}
      </div>
    </section>
  );
}
