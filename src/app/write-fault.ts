import type { Fault } from '../exchange/faults.ts';
import type { ReaderStrings } from '../ui/kit/use-strings.ts';

/** What is wrong with a place of what others wrote, as a sentence in the reader's language. */
export function writeFault({ path, kind }: Fault, t: ReaderStrings['t']): string {
  const what = t(`exchange.fault-${kind}`);
  return path === '' ? what : t('exchange.faultAt', { detail: path, what });
}
