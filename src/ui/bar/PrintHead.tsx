import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStrings } from '../kit/use-strings.ts';
import styles from './PrintHead.module.css';

/** Today where the reader is, as an ISO date. */
function readToday(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** On paper alone: on which day it was printed, and the address of what is printed. */
export function PrintHead({ address }: { readonly address: string }) {
  const { t, date } = useStrings();
  const [today, setToday] = useState(readToday);
  useEffect(() => {
    // A page may stay open for days; what it shows on paper must stand before the browser reads it.
    const renew = () => flushSync(() => setToday(readToday()));
    window.addEventListener('beforeprint', renew);
    return () => window.removeEventListener('beforeprint', renew);
  }, []);
  return (
    <p className={styles['head']}>
      {t('bar.printed', { date: date(today) })}{' '}
      <a href={address} dir="ltr">
        {address}
      </a>
    </p>
  );
}
