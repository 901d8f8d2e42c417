import { Component, Suspense, use, type ComponentType, type ReactNode } from 'react';
import { useStrings } from '../ui/kit/use-strings.ts';
import styles from './Surfaces.module.css';

/** What makes parts whose code could not be had ask for it again when they are next shown. */
const failed = new Set<() => void>();

/** Makes parts that failed loadable again, with their styles: a link to some that never came is in the way. */
function forgetFailed(): void {
  for (const forget of failed) forget();
  failed.clear();
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    if (link.sheet === null) link.remove();
  }
}

/** A part's code with the strings that only such parts speak in. */
export async function loadWithStrings<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const [loaded, { addLaterStrings }] = await Promise.all([load(), import('../i18n/later.ts')]);
  addLaterStrings();
  return loaded;
}

/** Like `lazy` of React, but code that could not be had once is asked for again; to stand in a {@link Part}. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | null = null;
  return function LazyPart(props: Props) {
    loading ??= loadWithStrings(load).catch((error: unknown) => {
      failed.add(() => {
        loading = null;
      });
      throw error;
    });
    const Loaded = use(loading);
    return <Loaded {...props} />;
  };
}

/** Says that a part of the page could not be loaded, and tries again. */
export function PartFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useStrings();
  return (
    <div className={styles['cornerNotice']} role="alert">
      <span>{t('load.partFailed')}</span>
      <button type="button" className="quiet-button" onClick={onRetry}>
        {t('load.retry')}
      </button>
    </div>
  );
}

interface PartProps {
  readonly children: ReactNode;
  /** What stands in its place until its code is here; nothing by default. */
  readonly waiting?: ReactNode;
  /** What the reader asked for; where the part has failed, another value or object tries again. */
  readonly asked?: unknown;
}

/**
 * A part of the page whose code is loaded when it is needed. Where that fails, or the part itself
 * does, the rest goes on; the part is tried again when the reader says so or asks for it anew.
 */
export class Part extends Component<PartProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(): void {
    forgetFailed();
  }

  override componentDidUpdate(before: PartProps): void {
    if (this.state.hasFailed && before.asked !== this.props.asked) this.#retry();
  }

  readonly #retry = (): void => this.setState({ hasFailed: false });

  override render(): ReactNode {
    const { waiting = null, children } = this.props;
    return this.state.hasFailed ? (
      <PartFailed onRetry={this.#retry} />
    ) : (
      <Suspense fallback={waiting}>{children}</Suspense>
    );
  }
}
