import { useId, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Claim, ClaimsFile, Evidence } from '../claims/claims.ts';
import { computeSides, DIFFERENCES, findDifferences } from '../claims/differences.ts';
import { keepStanding } from '../claims/held-events.ts';
import { computeTimeline } from '../claims/timeline.ts';
import type { Article } from '../corpus/collection.ts';
import { directionOf } from '../corpus/direction.ts';
import { encodeView } from '../link/view-link.ts';
import { contains } from '../text/offsets.ts';
import { computeContext } from '../ui/comparison/context.ts';
import { Difference, type DifferenceModel, type SideModel } from '../ui/differences/Difference.tsx';
import styles from '../ui/differences/Differences.module.css';
import { Timeline } from '../ui/differences/Timeline.tsx';
import { useStrings, type ReaderStrings } from '../ui/kit/use-strings.ts';
import { writeAttribution, writeValue } from '../ui/kit/write-evidence.ts';
import { writeDate } from '../ui/share/quotation.ts';
import { writeAddress } from './address.ts';
import type { OtherViewProps } from './other-view-props.ts';
import { makeTimeline } from './timeline-model.ts';
import { eventsQuery } from './queries.ts';
import type { ReaderModel } from './use-reader-model.ts';
import { tellRelation } from './relation-words.ts';
import { ViewPage } from './ViewPage.tsx';

/** Whom an article has a passage from, what it does with it, and where it stands when not in the body. */
function writeFacts({ attribution, stance, place, value }: Evidence, strings: ReaderStrings): string[] {
  const { t, pick } = strings;
  const names = attribution?.chain.map(({ name }) => pick(name));
  return [
    ...(value?.kind === 'quantity' ? [writeValue(value, strings)] : []),
    ...(names === undefined ? [] : [writeAttribution(names, strings)]),
    ...(attribution !== null && stance === 'quotes' ? [] : [t(`stance.${stance}`)]),
    ...(place === 'body' ? [] : [t(`comparison.${place}`)]),
  ];
}

/** A passage with the words around it; without them while the text is on its way. */
function readContext(article: Article, text: string | undefined, { range, quote }: Evidence) {
  if (text === undefined) return { before: '', passage: quote ?? '', after: '' };
  const part = article.parts.find((one) => contains(one.range, range))?.range ?? range;
  return computeContext(text, range, part);
}

function makeSides(
  claim: Claim,
  { collection, shown, texts }: ReaderModel,
  strings: ReaderStrings,
  onOpen: (article: string, index: number) => void,
): SideModel[] {
  const { t, pick } = strings;
  const sides = computeSides(claim, shown);
  const hasValues = sides.some(({ value }) => value !== null);
  return sides.map(({ value, sources }) => ({
    value: value === null ? (hasValues ? t('differences.noValue') : null) : writeValue(value, strings),
    sources: sources.flatMap(({ article: id, passages }) => {
      const article = collection.articles.find((one) => one.id === id);
      if (article === undefined) return [];
      return {
        id,
        name: pick(article.label),
        date: writeDate(article.date, strings),
        language: article.language,
        dir: directionOf(article.language),
        passages: passages.map(({ evidence, index }) => ({
          ...readContext(article, texts.get(id), evidence),
          facts: writeFacts(evidence, strings),
          onOpen: () => onOpen(id, index),
        })),
      };
    }),
  }));
}

/** Why the claim that the address names is not among the differences; nothing where it is, or none is named. */
function NotHere({
  model,
  file,
  differing,
}: {
  readonly model: ReaderModel;
  readonly file: ClaimsFile;
  readonly differing: readonly Claim[];
}) {
  const { t, label, pick } = useStrings();
  const { view, shown, collection } = model;
  const { claim } = view;
  const one = [...file.claims, ...file.alone].find(({ id }) => id === claim);
  if (one === undefined || differing.some(({ id }) => id === claim)) return null;
  const makers = collection.articles.filter(({ id }) => one.evidence.some(({ article }) => article === id));
  const [only, other] = makers;
  const on = makers.filter(({ id }) => shown.includes(id)).length;
  const why =
    only !== undefined && other === undefined
      ? t('differences.isAlone', { label: label(one.label), name: pick(only.label) })
      : t(on < 2 ? 'differences.isNotShared' : 'differences.isAgreed', { label: label(one.label) });
  return (
    <p className={styles['notHere']} role="status">
      {why} <a href={`./#${encodeView({ ...view, view: 'reader', arrange: [] })}`}>{t('origins.read')}</a>
    </p>
  );
}

function Content({ model, actions, file }: OtherViewProps & { readonly file: ClaimsFile }) {
  const strings = useStrings();
  const { t, n, label } = strings;
  const heading = useId();
  const { view, shown, collection } = model;
  const differing = findDifferences(file.claims, shown);
  const publishedOf = new Map(file.claims.map((claim) => [claim.id, claim]));
  const agreed = file.claims.filter(
    (claim) =>
      tellRelation(claim, shown, strings).relation === 'same' &&
      shown.filter((id) => claim.evidence.some(({ article }) => article === id)).length > 1,
  ).length;
  const groups = DIFFERENCES.map((relation) => ({
    relation,
    claims: differing.filter((claim) => claim.relation === relation),
  })).filter(({ claims }) => claims.length > 0);
  const { texts } = model;
  const standing = useMemo(() => keepStanding(file, texts), [file, texts]);
  const found = useQuery({
    ...eventsQuery(view.collection, collection, texts),
    enabled: standing.lost > 0,
  });
  const { events, lost } = (standing.lost > 0 ? found.data : null) ?? standing;
  const timeline = useMemo(() => computeTimeline(events, shown), [events, shown]);
  const eras = makeTimeline(timeline, {
    articles: collection.articles,
    labels: new Map(file.events.map((event) => [event.id, label(event.label)])),
    strings,
    onOpen: actions.openPassage,
  });
  const makeDifference = (claim: Claim): DifferenceModel | null => {
    const look = model.appearances.get(claim.id);
    if (look === undefined) return null;
    const address = writeAddress({ ...view, claim: claim.id });
    return {
      id: claim.id,
      label: label(claim.label),
      relation: claim.relation,
      note: tellRelation(publishedOf.get(claim.id) ?? claim, shown, strings).note,
      look,
      sides: makeSides(claim, model, strings, (article, index) =>
        actions.openClaim(claim.id, { article, index }),
      ),
      read: `./#${encodeView({ ...view, view: 'reader', arrange: [], claim: claim.id })}`,
      onCopy: () => actions.clipboard.copy(address, t('share.linkCopied')),
    };
  };
  const goTo = (id: string) => {
    const target = document.getElementById(`${heading}-${id}`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  };
  const parts = [
    ...groups.map(({ relation, claims }) => ({
      id: relation,
      title: t(`relation.${relation}`),
      count: claims.length,
    })),
    { id: 'timeline', title: t('timeline.title'), count: null },
  ];
  return (
    <>
      <nav className={styles['parts']} aria-label={t('differences.jump')}>
        {parts.map(({ id, title, count }) => (
          <button key={id} type="button" className="quiet-button" onClick={() => goTo(id)}>
            {title}
            {count === null ? '' : ` (${n(count)})`}
          </button>
        ))}
      </nav>
      <NotHere model={model} file={file} differing={differing} />
      {groups.length === 0 ? <p>{t('differences.none')}</p> : null}
      {groups.map(({ relation, claims }) => (
        <section
          key={relation}
          className={styles['group']}
          data-relation={relation}
          aria-labelledby={`${heading}-${relation}`}
        >
          <h3 id={`${heading}-${relation}`} tabIndex={-1}>
            {t(`relation.${relation}`)}{' '}
            <span>{t('differences.count', { count: claims.length, n: n(claims.length) })}</span>
          </h3>
          {claims.map((claim) => {
            const difference = makeDifference(claim);
            return difference === null ? null : (
              <Difference key={claim.id} difference={difference} isFocused={claim.id === view.claim} />
            );
          })}
        </section>
      ))}
      {agreed === 0 ? null : (
        <p className={styles['lead']}>{t('differences.agreed', { count: agreed, n: n(agreed) })}</p>
      )}
      <section className={styles['group']} aria-labelledby={`${heading}-timeline`}>
        <h3 id={`${heading}-timeline`} tabIndex={-1}>
          {t('timeline.title')}
        </h3>
        <p className={styles['lead']}>{t(eras.length === 0 ? 'timeline.none' : 'timeline.lead')}</p>
        {lost === 0 || found.isFetching ? null : (
          <p className={styles['lead']} role="status">
            {t('timeline.lost', { count: lost, n: n(lost) })}
          </p>
        )}
        <Timeline eras={eras} />
      </section>
    </>
  );
}

/** Where the sources differ, both wordings face to face, and what happened when according to whom. */
export function DifferencesPage({ model, actions }: OtherViewProps) {
  const { t } = useStrings();
  return (
    <ViewPage
      model={model}
      actions={actions}
      name="differences"
      title={t('differences.title')}
      lead={t('differences.lead')}
      look={{ page: styles['page'], lead: styles['lead'] }}
    >
      {(file) => <Content model={model} actions={actions} file={file} />}
    </ViewPage>
  );
}
