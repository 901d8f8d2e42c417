import type { ClaimOutline } from '../claims/outline.ts';
import { computeRuns } from '../claims/collation-runs.ts';
import { directionOf } from '../corpus/direction.ts';
import { contains } from '../text/offsets.ts';
import { computeContext } from '../ui/comparison/context.ts';
import type { AbsentSource } from '../ui/comparison/AbsentSources.tsx';
import type { ComparedPassage, ComparedSource } from '../ui/comparison/compared-source.ts';
import { writePlace } from '../ui/comparison/passage-words.ts';
import { writeAttribution, writeValue } from '../ui/kit/write-evidence.ts';
import { useStrings, type ReaderStrings } from '../ui/kit/use-strings.ts';
import type { ComparisonPicture, PicturePassage } from '../ui/share/comparison-picture.ts';
import { writeHtmlTable, writeTabbed, type CopiedTable } from '../ui/share/comparison-table.ts';
import { copyHtml, copyPicture } from '../ui/share/copy-rich.ts';
import type { PicturePiece } from '../ui/share/picture-text.ts';
import { readQuote, writeDate, writeHead } from '../ui/share/quotation.ts';
import { writeAddress } from './address.ts';
import type { Named } from './use-anchoring.ts';
import { useQuotations, writeCopied, writePassageAddress, type ReaderActions } from './use-reader-actions.ts';
import type { ReaderModel } from './use-reader-model.ts';

/** A passage with whose it is. */
interface Said {
  readonly source: ComparedSource;
  readonly passage: ComparedPassage;
}

/** Who says it; and that it is denied or analysed, where it is. */
function writeChain({ attribution, stance }: ComparedPassage, strings: ReaderStrings): string[] {
  if (attribution === null) return [strings.t(`stance.${stance}`)];
  const names = attribution.chain.map(({ name }) => strings.pick(name));
  return [writeAttribution(names, strings), ...(stance === 'quotes' ? [] : [strings.t(`stance.${stance}`)])];
}

/** What is to be known of a passage besides its words: its value, who says it, where it stands. */
function findFacts(passage: ComparedPassage, strings: ReaderStrings): string[] {
  const { value } = passage;
  const place = writePlace(passage, strings);
  return [
    ...(value === undefined ? [] : [writeValue(value, strings)]),
    ...writeChain(passage, strings),
    ...(place === null ? [] : [place]),
  ];
}

function findSaid(sources: readonly ComparedSource[], { place }: Named): Said | undefined {
  return sources
    .filter(({ id }) => id === place.article)
    .flatMap((source) => source.evidence.map((passage) => ({ source, passage })))
    .find(({ passage }) => passage.range.start === place.span.start && passage.range.end === place.span.end);
}

function drawPassage({ source, passage }: Said, isCompared: boolean, strings: ReaderStrings): PicturePassage {
  const { text, span } = passage.shown;
  const part = source.parts.find(({ range }) => contains(range, passage.range))?.range;
  const { before, after } = computeContext(text, span, source.text === null ? span : (part ?? span));
  const words = computeRuns(passage.words, span).map((run): PicturePiece => ({
    text: text.slice(run.span.start, run.span.end),
    mark: !isCompared ? 'all' : run.sharing === 'connecting' ? 'faint' : run.sharing,
    isBold: isCompared && run.differs,
  }));
  const [first = '', ...others] = findFacts(passage, strings);
  const rest = others.map((fact) => ` · ${fact}`).join('');
  return {
    dir: directionOf(source.language),
    pieces: [{ text: before, isSoft: true }, ...words, { text: after, isSoft: true }],
    facts: [
      { text: first, isBold: passage.value !== undefined, isSoft: passage.value === undefined },
      { text: rest, isSoft: true },
    ],
  };
}

interface Copied {
  readonly model: ReaderModel;
  readonly claim: ClaimOutline;
  /** How the sources that are on relate. */
  readonly relation: ClaimOutline['relation'];
  /** The sources that are on, in their order. */
  readonly sources: readonly ComparedSource[];
  /** From how many origins it comes, and which; empty while that is not known. */
  readonly origins: string;
  /** Those of them that do not make the claim, and why. */
  readonly absent: readonly AbsentSource[];
  readonly actions: ReaderActions;
}

/** What is said of a source that does not make the claim. */
function writeKind({ absence }: AbsentSource, { t }: ReaderStrings): string {
  return absence === null ? t('comparison.notInSource') : t(`absence.${absence.kind}`);
}

/** What stands under copied quotations: the sources shown that do not make the claim, and why. */
function writeAbsences(absent: readonly AbsentSource[], strings: ReaderStrings): string {
  const { t } = strings;
  if (absent.length === 0) return '';
  const lines = absent.map((source) =>
    t('absence.line', { name: source.name, kind: writeKind(source, strings) }),
  );
  return `\n\n${[...lines, t('absence.noProof')].join('\n')}`;
}

function makePicture(
  { model, claim, relation, sources, origins, absent }: Copied,
  strings: ReaderStrings,
): ComparisonPicture {
  const { t, n, dir, label } = strings;
  const makers = sources.filter(({ evidence }) => evidence.length > 0);
  const isCompared = makers.length > 1;
  const count = t('comparison.summary', { n: n(makers.length), total: n(sources.length) });
  const gap = { text: ' · ' };
  const dateOf = (id: string) => {
    const article = model.collection.articles.find((one) => one.id === id);
    return article === undefined ? '' : writeDate(article.date, strings);
  };
  return {
    dir,
    hue: (model.appearances.get(claim.id) ?? model.loneAppearances.get(claim.id))?.hue ?? 1,
    title: label(claim.label),
    summary: isCompared ? `${count} · ${t(`relation.${relation}`)}` : count,
    origins,
    sources: makers.map((source) => ({
      name: source.name,
      date: dateOf(source.id),
      passages: source.evidence.map((passage) => drawPassage({ source, passage }, isCompared, strings)),
    })),
    absent: [
      ...absent.map((source) => [
        { text: source.name, isBold: true },
        { text: ` ${writeKind(source, strings)}`, isSoft: true },
      ]),
      ...(absent.length === 0 ? [] : [[{ text: t('absence.noProof'), isSoft: true }]]),
    ],
    legend: isCompared
      ? [
          ...(['all', 'some', 'alone'] as const).flatMap((mark) => [
            { text: t(`collation.${mark}`), mark },
            gap,
          ]),
          { text: t('collation.differs'), isBold: true },
        ]
      : [],
    page: t('app.name'),
    address: writeAddress(model.view),
  };
}

/** A row for each passage, then one for each source that does not make the claim. */
function makeTable(
  { model, claim, sources, absent }: Copied,
  named: readonly Named[],
  strings: ReaderStrings,
): CopiedTable {
  const { t, dir, language, label } = strings;
  const rows = named.flatMap((one) => {
    const said = findSaid(sources, one);
    const article = model.collection.articles.find(({ id }) => id === one.place.article);
    if (said === undefined || article === undefined) return [];
    const { source, passage } = said;
    return [
      [
        source.name,
        writeDate(article.date, strings),
        readQuote(article, one.place.text, one.place.span),
        passage.value === undefined ? '' : writeValue(passage.value, strings),
        writeChain(passage, strings).join(' · '),
        writePlace(passage, strings) ?? t('collation.body'),
        writePassageAddress(model.view.collection, one.passage),
      ],
    ];
  });
  const heads = ['source', 'date', 'wording', 'value', 'attribution', 'place', 'link'] as const;
  const silent = absent.map((source) => {
    const article = model.collection.articles.find(({ id }) => id === source.id);
    const day = article === undefined ? '' : writeDate(article.date, strings);
    return [source.name, day, '', '', writeKind(source, strings), '', ''];
  });
  return {
    title: label(claim.label),
    heads: heads.map((head) => t(`collation.${head}`)),
    rows: [...rows, ...silent],
    dir,
    language,
  };
}

/** The ways in which a comparison is taken elsewhere, each said aloud when it is done. */
export function useComparisonCopies(copied: Copied) {
  const strings = useStrings();
  const { t, label } = strings;
  const quote = useQuotations(copied.model);
  const { claim, relation, sources, origins, absent, actions } = copied;
  const { clipboard } = actions;
  const withNames = (use: (named: readonly Named[]) => void) =>
    actions.withNames(
      sources.flatMap(({ id, evidence }) => evidence.map(({ range }) => ({ article: id, span: range }))),
      use,
    );
  return {
    copyQuotes: () => {
      const makers = sources.filter(({ evidence }) => evidence.length > 0);
      const titled = { label: label(claim.label), relation };
      const head = [writeHead(titled, makers.length, strings), ...(origins === '' ? [] : [origins])].join(
        '\n',
      );
      withNames((named) => {
        const quotes = quote(named, (one) => {
          const said = findSaid(sources, one);
          return said === undefined ? '' : findFacts(said.passage, strings).join(' · ');
        });
        clipboard.copy(
          `${head}\n\n${quotes}${writeAbsences(absent, strings)}`,
          writeCopied(named.length, strings),
        );
      });
    },
    copyTable: () =>
      withNames((named) => {
        const table = makeTable(copied, named, strings);
        const text = writeTabbed(table);
        void copyHtml(writeHtmlTable(table), text).then((isCopied) => {
          if (isCopied) clipboard.tell(t('collation.tableCopied'));
          else clipboard.copy(text, t('collation.tableCopied'));
        });
      }),
    copyPicture: () => {
      const drawing = import('../ui/share/comparison-picture.ts').then(({ drawComparison }) =>
        drawComparison(makePicture(copied, strings)),
      );
      copyPicture(drawing, `taqabul-${claim.id}.png`).then(
        (done) => clipboard.tell(t(done === 'copied' ? 'collation.pictureCopied' : 'collation.pictureSaved')),
        () => clipboard.tell(t('collation.pictureFailed')),
      );
    },
  };
}
