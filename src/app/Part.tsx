import { Component, Suspense, type ReactNode } from 'react';
import { useStrings } from '../ui/kit/use-strings.ts';
import styles from './Surfaces.module.css';
import { reloadPage } from './address.ts';

/** Says that a part could not be had, and offers to load the page anew. */
export function PartFailed() {
  const { t } = useStrings();
  return (
    <div className={styles['cornerNotice']} role="alert">
      <span>{t('load.partFailed')}</span>
      <button type="button" className="quiet-button" onClick={reloadPage}>
        {t('load.reload')}
      </button>
    </div>
  );
}

interface PartProps {
  readonly children: ReactNode;
  /** What stands in its place until its code is here; nothing by default. */
  readonly waiting?: ReactNode;
}

/**
 * A part of the page whose code is loaded when it is needed. Where that fails, or the part itself
 * does, the rest goes on: everything on screen is in the address, so loading the page anew loses nothing.
 */
export class Part extends Component<PartProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const { waiting = null, children } = this.props;
    return this.state.hasFailed ? <PartFailed /> : <Suspense fallback={waiting}>{children}</Suspense>;
  }
}
