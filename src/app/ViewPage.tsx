import type { ReactNode } from 'react';
import type { ClaimsFile } from '../claims/claims.ts';
import { SourceList } from '../ui/rail/SourceList.tsx';
import { useStrings } from '../ui/kit/use-strings.ts';
import type { OtherViewProps } from './other-view-props.ts';
import styles from './ReaderPage.module.css';
import { usePublishedClaims } from './use-published-claims.ts';

interface ViewPageProps extends OtherViewProps {
  readonly name: 'differences' | 'origins';
  readonly title: string;
  readonly lead: string;
  /** Styles of the page and of the sentence under its heading. */
  readonly look: { readonly page: string | undefined; readonly lead: string | undefined };
  readonly children: (file: ClaimsFile) => ReactNode;
}

/** A view that needs the whole claims file: its heading, the sources to turn on and off, and what it shows. */
export function ViewPage({ model, actions, name, title, lead, look, children }: ViewPageProps) {
  const { t } = useStrings();
  const published = usePublishedClaims(model);
  return (
    <main
      id={name}
      className={styles['view']}
      aria-label={t(`views.${name}`)}
      aria-busy={published.status === 'pending'}
      tabIndex={-1}
    >
      <div className={look.page}>
        <header>
          <h2>{title}</h2>
          <p className={look.lead}>{lead}</p>
        </header>
        <SourceList sources={model.sources} onToggle={actions.toggleSource} onMove={actions.moveSource} />
        {published.status === 'pending' ? <p role="status">{t('app.loading')}</p> : null}
        {published.status === 'failed' ? (
          <div role="alert">
            <p>{published.failure.message}</p>
            <button type="button" className="button" onClick={published.failure.retry}>
              {t('load.retry')}
            </button>
          </div>
        ) : null}
        {published.status === 'ready' ? children(published.file) : null}
      </div>
    </main>
  );
}
