import { count, mean, percent, range, seconds, table } from './table.mjs';

/** @typedef {import('./runs.mjs').Run} Run */
/** @typedef {import('./measure.mjs').Cost} Cost */

/** A row for each builder and kind of run. */
export function runReport(/** @type {readonly Run[]} */ runs) {
  const head = [
    'builder',
    'run',
    'runs',
    'wall s',
    'CPU s',
    'peak MB',
    'files',
    'MB',
    'written',
    'each wall s',
  ];
  const rows = groups(runs).map(({ builder, kind, each }) => {
    const cost = sumUp(each.map((run) => run.cost));
    return [
      ...[builder, kind, count(each.length), seconds(cost.wall), seconds(cost.cpu), count(cost.memory)],
      count(mean(each.map(({ files }) => files))),
      count(mean(each.map(({ bytes }) => bytes)) / 2 ** 20),
      range(each.map(({ written }) => written)),
      each.map((run) => seconds(run.cost.wall)).join(' '),
    ];
  });
  return table(head, rows);
}

/** What this project takes for each unit that the peer takes. */
export function ratioReport(
  /** @type {readonly Run[]} */ runs,
  /** @type {string} */ builder,
  /** @type {string} */ peer,
) {
  const all = groups(runs);
  const rows = all
    .filter((group) => group.builder === builder)
    .map(({ kind, each }) => {
      const other = all.find((group) => group.builder === peer && group.kind === kind);
      const [own, theirs] = [each, other?.each ?? []].map((some) => sumUp(some.map((run) => run.cost)));
      if (!own || !theirs) throw new Error(`no run of ${peer}`);
      return [
        kind,
        seconds(own.wall / theirs.wall),
        seconds(own.cpu / theirs.cpu),
        seconds(own.memory / theirs.memory),
      ];
    });
  return table([`${builder} / ${peer}`, 'wall', 'CPU', 'memory'], rows);
}

/** Where this project's time goes, as it says itself; `total` leaves out the start of the process. */
export function stageReport(/** @type {readonly Run[]} */ runs) {
  const stages = Object.keys(runs[0]?.own?.seconds ?? {});
  const rows = groups(runs).map(({ kind, each }) => {
    const drawn = mean(each.map(({ own }) => own?.pages.drawn ?? Number.NaN));
    const { wall } = sumUp(each.map(({ cost }) => cost));
    return [
      kind,
      ...stages.map((stage) => seconds(mean(each.map(({ own }) => own?.seconds[stage] ?? Number.NaN)))),
      count(drawn),
      kind === 'cold' ? count(drawn / wall) : '',
    ];
  });
  return table(['seconds', ...stages, 'pages drawn', 'pages a second'], rows);
}

/** How much of the full build is reading and writing that no generator is spared. */
export function floorReport(/** @type {readonly Run[]} */ runs, /** @type {readonly Cost[]} */ floors) {
  const cold = sumUp(runs.filter(({ kind }) => kind === 'cold').map(({ cost }) => cost));
  const floor = sumUp(floors);
  const share = [
    percent(floor.wall / cold.wall),
    percent(floor.cpu / cold.cpu),
    percent(floor.memory / cold.memory),
  ];
  return table(
    ['floor', 'wall', 'CPU', 'memory'],
    [
      ['seconds, MB', seconds(floor.wall), seconds(floor.cpu), count(floor.memory)],
      ['share of the cold build', ...share],
    ],
  );
}

/** Runs of one builder and kind, builder by builder, both in the order in which they first came. */
function groups(/** @type {readonly Run[]} */ runs) {
  const builders = [...new Set(runs.map(({ builder }) => builder))];
  const kinds = [...new Set(runs.map(({ kind }) => kind))];
  return builders.flatMap((builder) =>
    kinds.map((kind) => ({
      builder,
      kind,
      each: runs.filter((run) => run.builder === builder && run.kind === kind),
    })),
  );
}

/**
 * Mean seconds, and the most memory that any run took.
 * @returns {Cost}
 */
function sumUp(/** @type {readonly Cost[]} */ costs) {
  return {
    wall: mean(costs.map(({ wall }) => wall)),
    cpu: mean(costs.map(({ cpu }) => cpu)),
    memory: Math.max(...costs.map(({ memory }) => memory)),
  };
}
