import { useState } from 'react';
import type { LinkProblem, ViewState } from '../link/view-link.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { lazyPart, Part } from './Part.tsx';
import styles from './Surfaces.module.css';
import type { ReaderModel } from './use-reader-model.ts';

const ProblemNotice = lazyPart(async () => (await import('./ProblemNotice.tsx')).ProblemNotice);
const ChangedClaims = lazyPart(async () => (await import('./ChangedClaims.tsx')).ChangedClaims);

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
  // Of what one article alone says it is told where that is shown.
  const { view, focused, held, heldAlone } = model;
  const isAloneShown = view.marksAlone || view.view === 'table' || focused?.isAlone === true;
  const tallies = [held?.tally, isAloneShown ? heldAlone?.tally : null].filter((tally) => tally != null);
  const problem =
    all.length === 0 || dismissed === model.view ? null : (
      <ProblemNotice problems={all} onDismiss={() => setDismissed(model.view)} />
    );
  return (
    <div className={styles['notices']}>
      {/* Mounted with what it says: what the address asks for does not wait for its code. */}
      {problem === null && tallies.length === 0 ? null : (
        <Part asked={model.view}>
          {problem}
          {tallies.length === 0 ? null : <ChangedClaims tallies={tallies} />}
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
