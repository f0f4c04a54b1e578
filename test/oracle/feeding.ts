import type { Asking } from './asking';
import { holds, testsIn } from './condition';
import { type Leaf, leavesOf } from './leaves';
import { pathsTo } from './paths';
import { conditionTimeOnRow, dimensionOnRow, groupOnRow, isCutOff, timeOnRow, valueOnRow } from './rows';
import { followAll, type Row, rowsOf } from './tables';
import { isInPeriod, widened } from './time';
import { fold, keyOfAll, type Value } from './value';

/** A row that feeds a leaf, with the group it lies in. */
export interface Fed {
  readonly row: Row;
  readonly group: readonly Value[];
  readonly key: string;
}

/** The rows of a leaf's home, once each. */
function homeRows(asking: Asking, leaf: Leaf): readonly Row[] {
  const rows = rowsOf(asking.tables, leaf.home);
  const finest = asking.decisions.homeGrain ? undefined : finerHome(asking, leaf.home);
  if (!finest) return rows;
  return rowsOf(asking.tables, finest.home).flatMap(
    (row) => followAll(asking.tables, row, finest.path) ?? [],
  );
}

/** The flipped decision: another fact of the question that reaches this home. */
function finerHome(asking: Asking, home: string) {
  const homes = asking.metrics.flatMap(leavesOf).map((leaf) => leaf.home);
  for (const other of homes) {
    const [path] = other === home ? [] : pathsTo(asking.tables.world, other, [home]);
    if (path) return { home: other, path };
  }
  return undefined;
}

/** The conditions that the question itself sets: its `where`, and its period on the leaf's own time. */
function isAsked(asking: Asking, leaf: Leaf, row: Row): boolean {
  const { question, calendar, decisions } = asking;
  const isFirstFact = leaf.home === asking.metrics.flatMap(leavesOf)[0]?.home;
  const conditions = decisions.filtersReachEveryFact || isFirstFact ? (question.where ?? []) : [];
  const subjects = {
    dimension: (name: string) => dimensionOnRow(asking, row, name),
    time: () => conditionTimeOnRow(asking, leaf, row),
  };
  if (!conditions.every((condition) => holds(condition, subjects, calendar) === true)) return false;
  if (!question.period || (leaf.time === null && !decisions.timelessRefused)) return true;
  const grain = (question.by ?? []).flatMap((by) => ('time' in by ? [by.time] : []))[0];
  return isInPeriod(timeOnRow(asking, leaf, row), widened(question.period, grain, calendar), calendar);
}

const meetsOwn = (asking: Asking, leaf: Leaf, row: Row): boolean =>
  leaf.where.every((formula) => valueOnRow(asking, row, formula) === true);

/** The flipped decisions that drop rows for what they lack. */
function isDropped(asking: Asking, leaf: Leaf, row: Row, group: readonly Value[]): boolean {
  const { decisions, question } = asking;
  if (!decisions.nullGroupKept && group.includes(null)) return true;
  const byTime = (question.by ?? []).some((by) => 'time' in by);
  if (!decisions.nullTimeKeptWithoutPeriod && byTime && timeOnRow(asking, leaf, row) === null) return true;
  if (decisions.orphansKept) return false;
  const named = [
    ...(question.by ?? []).flatMap((by) => ('dimension' in by ? [by.dimension] : [])),
    ...(question.where ?? [])
      .flatMap(testsIn)
      .flatMap((test) => ('dimension' in test ? [test.dimension] : [])),
  ];
  return named.some((name) => isCutOff(asking, row, name));
}

function fed(asking: Asking, leaf: Leaf, row: Row): Fed {
  const group = asking.by.map(({ by, type }) =>
    fold(groupOnRow(asking, leaf, row, by, type.kind === 'boolean'), asking.decisions),
  );
  const apart = !asking.decisions.nullGroupsStitched && group.includes(null) ? `${leaf.home}:` : '';
  return { row, group, key: apart + keyOfAll(group) };
}

/** Every row that feeds a leaf anywhere in the answer. */
export function rowsFeeding(asking: Asking, leaf: Leaf): readonly Fed[] {
  return rowsInQuestion(asking, leaf).filter(({ row }) => meetsOwn(asking, leaf, row));
}

/** The same without the conditions of the metric itself. */
export function rowsInQuestion(asking: Asking, leaf: Leaf): readonly Fed[] {
  return homeRows(asking, leaf)
    .filter((row) => isAsked(asking, leaf, row))
    .map((row) => fed(asking, leaf, row))
    .filter(({ row, group }) => !isDropped(asking, leaf, row, group));
}
