import styles from './Toast.module.css';

/** A short word of confirmation that leaves by itself; said aloud elsewhere, so it is silent here. */
export function Toast({ message, onEnd }: { readonly message: string; readonly onEnd: () => void }) {
  return (
    <p className={styles['toast']} aria-hidden="true" onAnimationEnd={onEnd}>
      {message}
    </p>
  );
}
