import { useState } from 'react';
import type { LinkProblem, ViewState } from '../link/view-link.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { lazyPart, Part } from './Part.tsx';
import styles from './Surfaces.module.css';
import type { ReaderModel } from './use-reader-model.ts';

const ProblemNotice = lazyPart(async () => (await import('./ProblemNotice.tsx')).ProblemNotice);
const SetAsideNotice = lazyPart(async () => (await import('./SetAsideNotice.tsx')).SetAsideNotice);

interface NoticesProps {
  readonly model: ReaderModel;
  readonly problems: readonly LinkProblem[];
}

/** What has to be said above the texts: what of the link was not understood, what is missing. */
export function Notices({ model, problems }: NoticesProps) {
  const { t } = useStrings();
  const [dismissed, setDismissed] = useState<ViewState | null>(null);
  const all = [...problems, ...model.problems];
  const { claimsFailure, setAside } = model;
  const problem =
    all.length === 0 || dismissed === model.view ? null : (
      <ProblemNotice problems={all} onDismiss={() => setDismissed(model.view)} />
    );
  return (
    <div className={styles['notices']}>
      {/* Mounted with what it says: what the address asks for does not wait for its code. */}
      {problem === null && setAside === 0 ? null : (
        <Part asked={model.view}>
          {problem}
          {setAside === 0 ? null : <SetAsideNotice count={setAside} />}
        </Part>
      )}
      {claimsFailure === null ? null : (
        <div className={styles['notice']} role="alert">
          <span>
            {t('load.claimsFailed')} {claimsFailure.message}
          </span>
          <button type="button" className="quiet-button" onClick={claimsFailure.retry}>
            {t('load.retry')}
          </button>
        </div>
      )}
    </div>
  );
}
