import type { Asking } from './asking';
import { chainsOf, testsIn } from './condition';
import { type Leaf, leavesOf } from './leaves';
import { pathsTo, reachesAll } from './paths';
import { entityOf, groupOnRow, isCutOff, meetsCondition, meetsOwn, timeOnRow, valueOnRow } from './rows';
import { followAll, type Row, rowsOf } from './tables';
import { isInPeriod } from './time';
import { fold, keyOfAll, type Value } from './value';
import type { Condition, Segment } from './world';

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
    const [path] = other === home ? [] : pathsTo(asking.tables.world, other, [home], asking.decisions);
    if (path) return { home: other, path };
  }
  return undefined;
}

/** The conditions that hold for a leaf: those of its metric only, where a condition says so. */
function conditionsFor(asking: Asking, leaf: Leaf): readonly Condition[] {
  const { decisions, question, owners } = asking;
  const isFirstFact = leaf.home === asking.metrics.flatMap(leavesOf)[0]?.home;
  if (!decisions.filtersReachEveryFact && !isFirstFact) return [];
  const { world } = asking.tables;
  const isReached = (condition: Condition): boolean =>
    decisions.unreachableFilterRefused || reachesAll(world, leaf.home, chainsOf(condition));
  return (question.where ?? []).filter(
    (condition) =>
      isReached(condition) &&
      (condition.onlyFor === undefined ||
        condition.onlyFor.includes(owners.get(leaf) ?? '') ||
        !decisions.onlyForNarrows),
  );
}

/** Is the entity of a row in the segment? Decided on the entity alone, whatever the question asks. */
function isInSegment(asking: Asking, segment: Segment, row: Row): boolean {
  const { segmentsLeaveOrphansOut, unknownIsNoMember } = asking.decisions;
  const entity = entityOf(asking, row, segment.of);
  if (entity === null) return !segmentsLeaveOrphansOut;
  const member = valueOnRow(asking.inSegments ?? asking, entity, segment.where);
  return member === true || (member === null && !unknownIsNoMember);
}

/** The conditions that the question itself sets: its `where`, its segments, and its period on the leaf's own time. */
function isAsked(asking: Asking, leaf: Leaf, conditions: readonly Condition[], row: Row): boolean {
  const { bounds, calendar, decisions, tables } = asking;
  const segments = decisions.unreachableSegmentRefused
    ? asking.segments
    : asking.segments.filter(({ of }) => reachesAll(tables.world, leaf.home, [[of]]));
  if (!conditions.every((condition) => meetsCondition(asking, leaf, row, condition))) return false;
  const isIn = (segment: Segment): boolean => isInSegment(asking, segment, row);
  if (!(decisions.allSegmentsAtOnce || segments.length === 0 ? segments.every(isIn) : segments.some(isIn)))
    return false;
  if (!bounds || (leaf.time === null && !decisions.timelessRefused)) return true;
  return isInPeriod(timeOnRow(asking, leaf, row), bounds, calendar);
}

/** The flipped decisions that drop rows for what they lack. */
function isDropped(asking: Asking, leaf: Leaf, row: Row, group: readonly Value[]): boolean {
  const { decisions, question } = asking;
  if (!decisions.nullGroupKept && group.includes(null)) return true;
  const byTime = (question.by ?? []).some((by) => !('dimension' in by));
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
  const conditions = conditionsFor(asking, leaf);
  return homeRows(asking, leaf)
    .filter((row) => isAsked(asking, leaf, conditions, row))
    .map((row) => fed(asking, leaf, row))
    .filter(({ row, group }) => !isDropped(asking, leaf, row, group));
}
