import { useEffect, useMemo, useRef, useState } from 'react';
import type { Preferences } from '../ui/settings/preferences.ts';
import { countShared } from '../claims/coverage.ts';
import { BottomBar } from '../ui/bar/BottomBar.tsx';
import { TopBar } from '../ui/bar/TopBar.tsx';
import { Icon } from '../ui/kit/Icon.tsx';
import { useIsLive } from '../ui/kit/use-is-live.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { WaitingColumns } from '../ui/reader/Columns.tsx';
import { DEFAULT_VIEW } from '../link/view-link.ts';
import { clearLayer } from '../painting/paint-layer.ts';
import { goTo } from './address.ts';
import { lazyPart, Part } from './Part.tsx';
import { Reader } from './Reader.tsx';
import styles from './ReaderPage.module.css';
import surfaces from './Surfaces.module.css';
import { useReaderModel, type Failure } from './use-reader-model.ts';
import { useView } from './use-view.ts';

const ViewLinks = lazyPart(async () => (await import('./ViewLinks.tsx')).ViewLinks);
const SettingsDialog = lazyPart(
  async () => (await import('../ui/settings/SettingsDialog.tsx')).SettingsDialog,
);
const KeysDialog = lazyPart(async () => (await import('../ui/settings/KeysDialog.tsx')).KeysDialog);

const NOTHING = { claims: [], shown: [] };

interface ReaderPageProps {
  readonly preferences: Preferences;
  readonly arePreferencesKept: boolean;
  readonly onPreferences: (change: Partial<Preferences>) => void;
  /** Fetches the interface language again, or null when that did not fail. */
  readonly onLanguageRetry: (() => void) | null;
}

/** The layout stands before it is known what will be read: rail, bar and columns are where they will be. */
function Waiting({ count }: { readonly count: number | null }) {
  const columns = useRef<HTMLElement>(null);
  return (
    <>
      <BottomBar sources={[]} columns={columns} isCovered={false} onOpenRail={null} />
      <div className={styles['rail']} aria-hidden="true" />
      <WaitingColumns count={count} />
    </>
  );
}

function CollectionFailed({
  name,
  failure,
  onDefault,
}: {
  readonly name: string;
  readonly failure: Failure;
  readonly onDefault: () => void;
}) {
  const { t } = useStrings();
  return (
    <main id="text" className={surfaces['place']}>
      <div className={surfaces['surface']} role="alert">
        <h2>{t('load.collectionFailed', { name })}</h2>
        <p>{failure.message}</p>
        <button type="button" className="button" onClick={failure.retry}>
          <Icon name="retry" />
          {t('load.retry')}
        </button>
        <button type="button" className="button" onClick={onDefault}>
          {t('load.openDefault')}
        </button>
      </div>
    </main>
  );
}

/** The page: its bar, then the reader, or what stands in its place while there is nothing to read. */
export function ReaderPage({
  preferences,
  arePreferencesKept,
  onPreferences,
  onLanguageRetry,
}: ReaderPageProps) {
  const { t, pick } = useStrings();
  const { view, problems, selector, isRead } = useView();
  const state = useReaderModel(view);
  const isLive = useIsLive();
  const [searchCalls, setSearchCalls] = useState(0);
  // A new object each time it is asked for: what could not be loaded is then tried again.
  const [dialog, setDialog] = useState<{ readonly name: 'settings' | 'keys' } | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const close = () => setDialog(null);
  // What the page as published has painted for an address that no longer has a passage.
  const hasPassages = view.passages.length > 0;
  useEffect(() => {
    if (isRead && !hasPassages) clearLayer('taqabul-target');
  }, [isRead, hasPassages]);
  // A search that comes back by itself leaves the focus where it is.
  if (view.search === null && searchCalls > 0) setSearchCalls(0);
  const openSearch = () => {
    setSearchCalls(searchCalls + 1);
    const arrange = view.view === 'reader' ? view.arrange : [];
    goTo({ ...view, view: 'reader', arrange, search: view.search ?? '' });
  };
  const { claims, shown } = state.status === 'ready' ? state.model : NOTHING;
  const sharedCount = useMemo(() => countShared(claims, shown), [claims, shown]);
  const title = state.status === 'ready' ? pick(state.model.collection.title) : null;
  useEffect(() => {
    // Of a collection that is here its own part of the page tells.
    if (isRead && title === null) document.title = t('app.name');
  }, [isRead, title, t]);
  return (
    <div ref={page} className={styles['page']}>
      <a
        href="#text"
        className={styles['skip']}
        onClick={(event) => {
          event.preventDefault();
          const main = Array.from(page.current?.querySelectorAll('main') ?? []).find((one) =>
            one.checkVisibility(),
          );
          const text = main?.querySelector<HTMLElement>('[data-article]:not([hidden]) [data-scroller]');
          (text ?? main)?.focus();
        }}
      >
        {t('app.skipToText')}
      </a>
      <TopBar
        title={title}
        sources={shown.length}
        claims={sharedCount}
        views={
          isLive && state.status === 'ready' ? (
            <Part>
              <ViewLinks view={state.model.view} />
            </Part>
          ) : null
        }
        onSearch={openSearch}
        onSettings={() => setDialog({ name: 'settings' })}
        onKeys={() => setDialog({ name: 'keys' })}
        onPrint={() => window.print()}
        onLanguage={() => onPreferences({ language: preferences.language === 'ar' ? 'en' : 'ar' })}
      />
      {onLanguageRetry === null ? null : (
        <div className={surfaces['cornerNotice']} role="alert">
          <span>{t('load.languageFailed')}</span>
          <button type="button" className="quiet-button" onClick={onLanguageRetry}>
            {t('load.retry')}
          </button>
        </div>
      )}
      {state.status === 'pending' ? <Waiting count={view.sources?.length ?? null} /> : null}
      {state.status === 'failed' ? (
        <CollectionFailed
          name={view.collection}
          failure={state.failure}
          onDefault={() => goTo(DEFAULT_VIEW)}
        />
      ) : null}
      {state.status === 'ready' ? (
        <Reader
          model={state.model}
          problems={problems}
          selector={selector}
          hasShortcuts={preferences.shortcuts === 'on'}
          isSynced={preferences.sync === 'on'}
          onKeys={() => setDialog({ name: 'keys' })}
          searchCalls={searchCalls}
          onSearch={openSearch}
        />
      ) : null}
      <Part asked={dialog}>
        {dialog?.name === 'settings' ? (
          <SettingsDialog
            preferences={preferences}
            isKept={arePreferencesKept}
            onChange={onPreferences}
            onClose={close}
          />
        ) : null}
        {dialog?.name === 'keys' ? (
          <KeysDialog areOn={preferences.shortcuts === 'on'} onClose={close} />
        ) : null}
      </Part>
    </div>
  );
}
