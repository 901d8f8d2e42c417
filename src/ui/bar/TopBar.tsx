import type { ReactNode } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { useStrings } from '../kit/use-strings.ts';
import styles from './TopBar.module.css';

interface TopBarProps {
  /** The collection's title, or null while it is on its way. */
  readonly title: string | null;
  readonly sources: number;
  readonly claims: number;
  /** What leads to the other views of the collection, or null while there is none. */
  readonly views: ReactNode;
  readonly onSearch: () => void;
  readonly onSettings: () => void;
  readonly onKeys: () => void;
  readonly onPrint: () => void;
  readonly onLanguage: () => void;
}

/** The page's head: what is open, and what serves the reading. */
export function TopBar({
  title,
  sources,
  claims,
  views,
  onSearch,
  onSettings,
  onKeys,
  onPrint,
  onLanguage,
}: TopBarProps) {
  const { t, n, language } = useStrings();
  return (
    <header className={styles['bar']}>
      <p className={styles['name']}>{t('app.name')}</p>
      <h1 className={styles['title']}>
        {title === null ? t('app.tagline') : title}
        {title === null ? null : (
          <span>
            {' · '}
            {t('app.sourceCount', { count: sources, n: n(sources) })}
            {' · '}
            {t('app.claimCount', { count: claims, n: n(claims) })}
          </span>
        )}
      </h1>
      <div className={styles['views']}>{views}</div>
      <div role="group" aria-label={t('bar.label')} className={styles['tools']}>
        <button
          type="button"
          className="icon-button"
          aria-label={t('bar.search')}
          title={t('bar.search')}
          onClick={onSearch}
        >
          <Icon name="search" />
        </button>
        <button
          type="button"
          className={`icon-button ${styles['wideOnly']}`}
          aria-label={t('bar.print')}
          title={t('bar.print')}
          onClick={onPrint}
        >
          <Icon name="print" />
        </button>
        <button
          type="button"
          className={`icon-button ${styles['wideOnly']}`}
          aria-label={t('bar.keys')}
          title={t('bar.keys')}
          onClick={onKeys}
        >
          <Icon name="keys" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('bar.settings')}
          title={t('bar.settings')}
          onClick={onSettings}
        >
          <Icon name="settings" />
        </button>
        <button
          type="button"
          className={`icon-button ${styles['language']}`}
          aria-label={`${t('bar.otherLanguage')}: ${t('bar.switchLanguage')}`}
          onClick={onLanguage}
        >
          <span lang={language === 'ar' ? 'en' : 'ar'}>{t('bar.otherLanguage')}</span>
        </button>
      </div>
    </header>
  );
}
