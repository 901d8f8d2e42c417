import { Component, type ReactNode } from 'react';
import { useStrings } from '../ui/kit/use-strings.ts';
import { reloadPage } from './address.ts';
import styles from './Surfaces.module.css';

function CrashMessage() {
  const { t } = useStrings();
  return (
    <div className={styles['surface']} role="alert">
      <p>{t('load.crashed')}</p>
      <button type="button" className="button" onClick={reloadPage}>
        {t('load.reload')}
      </button>
    </div>
  );
}

/** What is shown when the application itself fails: what happened and what can be done. */
export class CrashScreen extends Component<
  { readonly children: ReactNode },
  { readonly hasCrashed: boolean }
> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <CrashMessage /> : this.props.children;
  }
}
