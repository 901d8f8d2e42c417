// Puts the figures into Markdown.

/** @typedef {import('./score.mjs').Score} Score */
/** @typedef {import('./score.mjs').Tally} Tally */
/** @typedef {{ score: Score, million: { create: number, times: number[] } | null }} Result */

/**
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 */
export function findQuantile(values, share) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}

/** @param {number} share 0 to 1 */
function toPercent(share) {
  return (share * 100).toFixed(2);
}

/** @param {number} ms */
function toMs(ms) {
  if (Number.isNaN(ms)) return '–';
  return ms < 10 ? ms.toFixed(2) : ms.toFixed(0);
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows
 */
function toTable(head, rows) {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {string} name @param {Tally} tally */
function toRow(name, tally) {
  return [
    name,
    tally.total,
    ...['right', 'part', 'wrong', 'lost', 'unlinked'].map((verdict) =>
      toPercent(tally.share(/** @type {import('./score.mjs').Verdict} */ (verdict))),
    ),
  ];
}

const HEAD = ['', 'look-ups', 'right', 'in part', 'wrong place', 'not found', 'no link'];

/** @param {string} title @param {Map<string, Tally>} tallies */
function toSection(title, tallies) {
  return `## ${title}\n\n${toTable(
    HEAD,
    Array.from(tallies, ([name, tally]) => toRow(name, tally)),
  )}`;
}

/**
 * @param {Score} score
 * @param {string} name
 */
function getShare({ groups }, name) {
  return groups.get(name)?.share('right') ?? 0;
}

/** One goal of the design, and whether it is reached. */
/** @typedef {{ what: string, goal: string, reached: string, isReached: boolean }} Goal */

/** @param {Result} result @returns {Goal[]} */
export function checkGoals({ score, million }) {
  const { kept, groups, links, lengths, times } = score;
  const accidents = ['unchanged', 'spelling', 'marks', 'invisible', 'layout'].map((name) =>
    getShare(score, name),
  );
  const least = (/** @type {string} */ what, /** @type {number} */ goal, /** @type {number} */ share) => ({
    what,
    goal: `≥ ${goal} %`,
    reached: `${toPercent(share)} %`,
    isReached: share * 100 >= goal,
  });
  const most = (
    /** @type {string} */ what,
    /** @type {number} */ goal,
    /** @type {number} */ value,
    unit = '',
  ) => ({
    what,
    goal: `≤ ${goal}${unit}`,
    reached: `${Number.isInteger(value) ? value : value.toFixed(2)}${unit}`,
    isReached: value <= goal,
  });
  return [
    least('passages that get a link', 99.5, links.linked / links.all),
    least('text unchanged', 99.5, getShare(score, 'unchanged')),
    least('spelling, marks, invisible characters, layout: the worst', 99.5, Math.min(...accidents)),
    least('words 2 %', 99, getShare(score, 'words 2 %')),
    least('words 5 %', 99, getShare(score, 'words 5 %')),
    least('words 10 %', 97, getShare(score, 'words 10 %')),
    least('words 20 %', 89, getShare(score, 'words 20 %')),
    least('moved', 93, getShare(score, 'moved')),
    least('mixed', 92, getShare(score, 'mixed')),
    least('all edits that keep the passage', 96, kept.share('right')),
    most('wrong place while the passage exists', 0.05, kept.share('wrong') * 100, ' %'),
    most('anchored although the passage is gone', 0.5, (groups.get('gone')?.share('wrong') ?? 1) * 100, ' %'),
    most('characters of a link, median', 20, findQuantile(lengths, 0.5)),
    most('characters of a link, 95th percentile', 40, findQuantile(lengths, 0.95)),
    most('processor time per look-up in an article, median', 2, findQuantile(times, 0.5), ' ms'),
    most(
      'processor time per look-up in a million characters, median',
      150,
      findQuantile(million?.times ?? [], 0.5),
      ' ms',
    ),
  ];
}

/** @param {readonly Result[]} results */
function toComparison(results) {
  const rows = results.map(({ score, million }) => {
    const { kept, groups, lengths, times } = score;
    return [
      score.name,
      toPercent(kept.share('right')),
      toPercent(kept.share('part')),
      toPercent(kept.share('wrong')),
      toPercent(kept.share('lost', 'unlinked')),
      toPercent(groups.get('gone')?.share('wrong') ?? 0),
      `${findQuantile(lengths, 0.5)} / ${findQuantile(lengths, 0.95)}`,
      toMs(findQuantile(times, 0.5)),
      toMs(findQuantile(million?.times ?? [], 0.5)),
    ];
  });
  const head = [
    'method',
    'right while it exists',
    'in part',
    'wrong place',
    'not found',
    'attached although gone',
    'characters of a link, median / p95',
    'ms per look-up in an article',
    'in a million characters',
  ];
  return toTable(head, rows);
}

/** @param {readonly Result[]} results */
function toGroups(results) {
  const names = Array.from(results[0]?.score.groups.keys() ?? []);
  const rows = names.map((name) => [
    name,
    ...results.map(({ score }) => {
      const tally = score.groups.get(name);
      return tally === undefined
        ? '–'
        : `${toPercent(tally.share('right'))} / ${toPercent(tally.share('wrong'))}`;
    }),
  ]);
  return toTable(['right / wrong place, %', ...results.map(({ score }) => score.name)], rows);
}

/**
 * @param {string} command
 * @param {Result} own
 * @param {readonly Result[]} compared the same, and other methods, on some of the passages
 */
export function toReport(command, own, compared) {
  const goals = checkGoals(own).map(({ what, goal, reached, isReached }) => [
    what,
    goal,
    reached,
    isReached ? 'yes' : '**no**',
  ]);
  const { score, million } = own;
  return `${[
    '# Passage links under edits',
    `\`${command}\`, Node ${process.versions.node}. ${score.links.all} passages, ${score.kept.total + (score.groups.get('gone')?.total ?? 0)} look-ups. Figures are % of look-ups; times are processor time.`,
    `Right: at least 0.9 of the characters in common; in part: at least half; wrong place: less, or attached although the passage is gone. For a passage that is gone only “not found” is right.`,
    '## Goals',
    toTable(['', 'goal', score.name, 'reached'], goals),
    toSection('By group of edits', score.groups),
    toSection('By edit', score.edits),
    toSection('By kind of passage (edits that keep it)', score.kinds),
    toTable(HEAD, [toRow('all edits that keep the passage', score.kept)]),
    `Writing a link in a million characters: ${toMs(million?.create ?? Number.NaN)} ms.`,
    ...(compared.length < 2
      ? []
      : [
          '## Side by side',
          `All on the same ${compared[0]?.score.links.all ?? 0} passages.`,
          toComparison(compared),
          toGroups(compared),
        ]),
  ].join('\n\n')}\n`;
}
