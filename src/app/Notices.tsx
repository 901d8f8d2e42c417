import { useState, type RefObject } from 'react';
import type { LinkProblem, ViewState } from '../link/view-link.ts';
import { revealSpan } from '../painting/reveal.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import type { OpenedPassage } from '../ui/share/LinkPassages.tsx';
import { lazyPart, Part, PartFailed } from './Part.tsx';
import styles from './Surfaces.module.css';
import type { ReaderModel } from './use-reader-model.ts';

const LinkPassages = lazyPart(async () => (await import('../ui/share/LinkPassages.tsx')).LinkPassages);
const ProblemNotice = lazyPart(async () => (await import('./ProblemNotice.tsx')).ProblemNotice);
const SetAsideNotice = lazyPart(async () => (await import('./SetAsideNotice.tsx')).SetAsideNotice);

interface NoticesProps {
  readonly model: ReaderModel;
  readonly problems: readonly LinkProblem[];
  readonly opened: readonly OpenedPassage[];
  /** Fetches again what finds passages, where that failed and the link has some; else null. */
  readonly onFindRetry: (() => void) | null;
  readonly columns: RefObject<HTMLElement | null>;
  readonly onClear: () => void;
}

/** What has to be said above the texts: what of the link was not understood, what is missing, what the link points at. */
export function Notices({ model, problems, opened, onFindRetry, columns, onClear }: NoticesProps) {
  const { t } = useStrings();
  const [dismissed, setDismissed] = useState<ViewState | null>(null);
  const all = [...problems, ...model.problems];
  const { claimsFailure, setAside } = model;
  return (
    <div className={styles['notices']}>
      <Part asked={model.view}>
        {all.length === 0 || dismissed === model.view ? null : (
          <ProblemNotice problems={all} onDismiss={() => setDismissed(model.view)} />
        )}
        {opened.length === 0 ? null : (
          <LinkPassages
            passages={opened}
            onGoTo={(article, span) => {
              if (columns.current !== null) revealSpan(columns.current, article, span);
            }}
            onClear={onClear}
          />
        )}
        {setAside === 0 ? null : <SetAsideNotice count={setAside} />}
      </Part>
      {onFindRetry === null ? null : <PartFailed onRetry={onFindRetry} />}
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
