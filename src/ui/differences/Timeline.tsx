import { Fragment, useId, type CSSProperties } from 'react';
import { useStrings } from '../kit/use-strings.ts';
import styles from './Timeline.module.css';

/** A bar on an axis: where it begins and ends, 0 to 1, and whether it reaches beyond. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  readonly isOpen: boolean;
}

/** What one source says of when something happened. */
export interface AccountModel {
  readonly key: string;
  readonly name: string;
  readonly attribution: string | null;
  readonly quote: string;
  readonly language: string;
  readonly dir: 'rtl' | 'ltr';
  /** The time as the article gives it, and what it means: a window, or an order to another event. */
  readonly when: string;
  readonly meaning: string;
  /** Null where it gives an order alone. */
  readonly bar: Bar | null;
  /** Whether the ends of its bar were set by an editor: the words name a part of a day or year. */
  readonly isConvention: boolean;
  /** Whether another account contradicts it. */
  readonly isContested: boolean;
  readonly onOpen: () => void;
}

/** Something that happened. */
export interface EventModel {
  readonly id: string;
  readonly label: string;
  readonly accounts: readonly AccountModel[];
  readonly conflicts: readonly { readonly isCertain: boolean; readonly text: string }[];
}

/** Events on one axis. */
export interface EraModel {
  readonly key: string;
  readonly title: string;
  /** What is said where the axis before ends and this one begins. */
  readonly break: string | null;
  /** Into how many equal steps lines divide the axis. */
  readonly steps: number;
  readonly ticks: readonly { readonly at: number; readonly label: string; readonly isMain: boolean }[];
  readonly events: readonly EventModel[];
}

function Account({ account }: { readonly account: AccountModel }) {
  const { t, language } = useStrings();
  const { bar } = account;
  return (
    <li className={styles['account']} data-contested={account.isContested || undefined}>
      <p className={styles['who']}>
        <strong>
          <bdi>{account.name}</bdi>
        </strong>
        {account.attribution === null ? null : <span> {account.attribution}</span>}
      </p>
      <div className={styles['track']} aria-hidden="true">
        {bar === null ? (
          <span className={styles['order']}>{account.meaning}</span>
        ) : (
          <span
            className={styles['bar']}
            data-open={bar.isOpen || undefined}
            data-convention={account.isConvention || undefined}
            style={{
              insetInlineStart: `${bar.start * 100}%`,
              inlineSize: `${(bar.end - bar.start) * 100}%`,
            }}
          />
        )}
      </div>
      <div className={styles['said']}>
        <button
          type="button"
          className={styles['quote']}
          lang={account.language}
          dir={account.dir}
          onClick={account.onOpen}
        >
          <span className="visually-hidden" lang={language}>
            {t('comparison.goTo', { name: account.name })}:{' '}
          </span>
          {account.quote}
        </button>
        <p className={styles['meaning']}>
          {account.when}
          <span className={bar === null ? 'visually-hidden' : undefined}> · {account.meaning}</span>
          {account.isConvention ? <span> · {t('timeline.convention')}</span> : null}
          {bar?.isOpen === true ? <span className="visually-hidden"> · {t('timeline.open')}</span> : null}
        </p>
      </div>
    </li>
  );
}

function Era({ era }: { readonly era: EraModel }) {
  const heading = useId();
  return (
    <section
      className={styles['era']}
      aria-labelledby={heading}
      style={{ '--steps': era.steps } as CSSProperties}
    >
      <h4 id={heading}>{era.title}</h4>
      <div className={styles['axis']} aria-hidden="true">
        <div className={styles['ticks']}>
          {era.ticks.map(({ at, label, isMain }) => (
            <span key={at} data-main={isMain || undefined} style={{ insetInlineStart: `${at * 100}%` }}>
              {label}
            </span>
          ))}
        </div>
      </div>
      <ol>
        {era.events.map((event) => (
          <li key={event.id} className={styles['event']}>
            <h5>{event.label}</h5>
            {event.conflicts.map(({ isCertain, text }) => (
              <p key={text} className={styles['conflict']} data-certain={isCertain || undefined}>
                {text}
              </p>
            ))}
            <ul>
              {event.accounts.map((account) => (
                <Account key={account.key} account={account} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What happened when according to whom: each account with the window its words allow, on axes that break between eras. */
export function Timeline({ eras }: { readonly eras: readonly EraModel[] }) {
  return (
    <div className={styles['timeline']}>
      {eras.map((era) => (
        <Fragment key={era.key}>
          {era.break === null ? null : <p className={styles['break']}>{era.break}</p>}
          <Era era={era} />
        </Fragment>
      ))}
    </div>
  );
}
