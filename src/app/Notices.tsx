import { lazy, useState } from 'react';
import type { LinkProblem, ViewState } from '../link/view-link.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { Part } from './Part.tsx';
import styles from './Surfaces.module.css';
import type { ReaderModel } from './use-reader-model.ts';

const ProblemNotice = lazy(async () => ({ default: (await import('./ProblemNotice.tsx')).ProblemNotice }));

interface NoticesProps {
  readonly model: ReaderModel;
  readonly problems: readonly LinkProblem[];
}

/** What has to be said above the texts: what of the link was not understood, what is missing. */
export function Notices({ model, problems }: NoticesProps) {
  const { t } = useStrings();
  const [dismissed, setDismissed] = useState<ViewState | null>(null);
  const all = [...problems, ...model.problems];
  const { claimsFailure } = model;
  return (
    <div className={styles['notices']}>
      <Part>
        {all.length === 0 || dismissed === model.view ? null : (
          <ProblemNotice problems={all} onDismiss={() => setDismissed(model.view)} />
        )}
      </Part>
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
