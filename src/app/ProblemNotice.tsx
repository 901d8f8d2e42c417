import { Icon } from '../ui/kit/Icon.tsx';
import { useStrings, type ReaderStrings } from '../ui/kit/use-strings.ts';
import type { ViewProblem } from './reconcile-view.ts';
import styles from './Surfaces.module.css';

/** More of what a hostile link says than this helps nobody. */
const SHOWN = 8;

function tell(problem: ViewProblem, t: ReaderStrings['t']): string {
  switch (problem.kind) {
    case 'malformed':
      return t('problem.malformed', { field: t(`field.${problem.field as 'claim'}`) });
    case 'unknown-version':
      return t('problem.unknown-version', { version: problem.version });
    case 'unknown-source':
    case 'unknown-claim':
      return t(`problem.${problem.kind}`, { id: problem.id });
    default:
      return t(`problem.${problem.kind}`);
  }
}

/** What of the link could not be followed, in the reader's language. */
export function ProblemNotice({
  problems,
  onDismiss,
}: {
  readonly problems: readonly ViewProblem[];
  readonly onDismiss: () => void;
}) {
  const { t } = useStrings();
  const told = Array.from(new Set(problems.map((problem) => tell(problem, t)))).slice(0, SHOWN);
  return (
    <div className={styles['notice']} role="alert">
      <div>
        <strong>{t('problem.title')}</strong>
        <ul>
          {told.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      </div>
      <button type="button" className="icon-button" aria-label={t('problem.dismiss')} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
