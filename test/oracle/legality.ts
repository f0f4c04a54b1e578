import { nameOfBy, typeOfDimension } from './asking';
import { chainsOf, chainsOfFormula, formulasIn, testsIn } from './condition';
import type { Decisions } from './decisions';
import { havingTests, metricsTested } from './having';
import { askedMetric, type Leaf, leavesOf } from './leaves';
import { type Fault, faultsOfGrain, faultsOfPart, faultsOfValues } from './legality-of-values';
import { dimensionOf, isRole, pathsTo, reaches, reachesAll, splitName, targetOf } from './paths';
import { type StaticType, typeOf, typeOfReference } from './static-type';
import { tupleHomes, tuplesLeaf } from './tuples';
import type { By, Condition, Order, Question, Test, World } from './world';

/** A leaf with the metric that the question names, of whose `onlyFor` conditions it is. */
interface Owned {
  readonly leaf: Leaf;
  readonly metric: string;
}

interface Looking {
  readonly world: World;
  readonly question: Question;
  readonly owned: readonly Owned[];
  readonly leaves: readonly Leaf[];
  readonly decisions: Decisions;
}

/** The leaves of every metric that is asked or tested; without metrics, the rows that the tuples come from. */
function leavesAsked(world: World, question: Question, decisions: Decisions): readonly Owned[] {
  if (question.metrics.length === 0) {
    const leaf = tuplesLeaf(world, question, decisions);
    return leaf ? [{ leaf, metric: '' }] : [];
  }
  const names = new Set([...question.metrics, ...metricsTested(question.having ?? [])]);
  return [...names].flatMap((name) => {
    const metric = world.metrics.find((each) => each.name === name);
    return metric
      ? leavesOf(askedMetric(world, metric, decisions)).map((leaf) => ({ leaf, metric: name }))
      : [];
  });
}

/**
 * Why a question has no answer: the codes of all its faults, any of which may be reported; none = it is legal.
 * Decided by the oracle's own walk over the joins.
 */
export function refusals(world: World, question: Question, decisions: Decisions): readonly string[] {
  const owned = leavesAsked(world, question, decisions);
  const looking = { world, question, owned, leaves: owned.map(({ leaf }) => leaf), decisions };
  const faults = [
    ...faultsOfNames(looking),
    ...(question.metrics.length === 0 ? faultsOfTuples(looking) : []),
    ...(question.by ?? []).flatMap((by) => faultsOfBy(looking, by)),
    ...(question.where ?? []).flatMap((condition) => faultsOfCondition(looking, condition)),
    ...(question.segments ?? []).flatMap((segment) => faultsOfSegment(looking, segment)),
    ...faultsOfHaving(looking),
    ...faultsOfPeriod(looking),
    ...faultsOfZone(looking),
  ];
  return [...new Set(faults.flat())];
}

function faultsOfNames({ world, question }: Looking): readonly Fault[] {
  const by = question.by ?? [];
  const outputs = [...by.map((each) => nameOfBy(each, by)), ...question.metrics];
  const faults: Fault[] = [];
  if ((question.order ?? []).some((order) => !isAsked(question, order))) faults.push(['QUERY.INVALID']);
  if (question.metrics.length === 0 && by.length === 0) faults.push(['QUERY.EMPTY', 'QUERY.INVALID']);
  if (question.metrics.length > 0 && question.distinct === false) faults.push(['QUERY.INVALID']);
  if (new Set(outputs).size < outputs.length) faults.push(['QUERY.DUPLICATE']);
  for (const name of question.metrics) {
    if (!world.metrics.some((metric) => metric.name === name)) faults.push(['REFERENCE.UNKNOWN_METRIC']);
  }
  return faults;
}

const plainName = (name: string): string => name.replaceAll('__', '.');

/** Rows can only be sorted by what they hold. */
function isAsked({ metrics, by = [] }: Question, order: Order): boolean {
  if (order.metric !== undefined) return metrics.includes(order.metric);
  const { time, dimension } = order;
  return by.some((each) => {
    if ('dimension' in each)
      return dimension !== undefined && plainName(dimension) === plainName(each.dimension);
    return time === true || ('time' in each && time === each.time);
  });
}

/** Without metrics there are only the tuples of dimensions, and the one dataset that they come from. */
function faultsOfTuples({ world, question, decisions }: Looking): readonly Fault[] {
  const { by = [], period, having = [], where = [] } = question;
  const homes = tupleHomes(world, question, decisions).length;
  const faults: Fault[] = [];
  if (homes === 0 || (homes > 1 && decisions.severalDatasetsRefused))
    faults.push(['DIMENSION.UNREACHABLE', 'GRAIN.TOO_COARSE', 'PATH.AMBIGUOUS']);
  if (by.some((each) => !('dimension' in each)) || question.totals || having.length > 0 || question.complete)
    faults.push(['QUERY.INVALID']);
  if (where.some(({ onlyFor }) => onlyFor !== undefined)) faults.push(['QUERY.INVALID']);
  if (period && period.column === undefined && decisions.tuplesNeedPeriodColumn) faults.push(['TIME.NONE']);
  return faults;
}

/** Can every leaf see the dimension, by exactly one chain of joins? */
function faultsOfPath(
  looking: Looking,
  dimension: string,
  unreachable: (leaf: Leaf) => Fault,
): readonly Fault[] {
  const { chain, name } = splitName(dimension);
  const target = targetOf(looking.world, chain);
  if (!target || !dimensionOf(target, name)) return [['REFERENCE.UNKNOWN_DIMENSION']];
  return faultsOfChain(looking, chain, unreachable);
}

function faultsOfChain(
  { world, leaves, decisions }: Looking,
  chain: readonly string[],
  unreachable: (leaf: Leaf) => Fault,
): readonly Fault[] {
  return leaves.flatMap((leaf): readonly Fault[] => {
    const paths = pathsTo(world, leaf.home, chain, decisions).length;
    return paths === 1 ? [] : [paths === 0 ? unreachable(leaf) : ['PATH.AMBIGUOUS']];
  });
}

/** On the many side when the dimension's dataset leads to the leaf's home; by a role, either word is right. */
function unreachableSplit({ world }: Looking, dimension: string, leaf: Leaf): Fault {
  const { chain } = splitName(dimension);
  const target = targetOf(world, chain);
  const owners = world.datasets.filter((dataset) =>
    dataset.joins.some((join) => join.name === chain[0] && isRole(join)),
  );
  if (target === null) return ['DIMENSION.UNREACHABLE'];
  if (owners.length === 0 && pathsTo(world, target.name, [leaf.home]).length > 0) return ['GRAIN.TOO_COARSE'];
  const isFiner = [target, ...owners].some(
    (finer) => finer.name !== leaf.home && reaches(world, finer.name, leaf.home),
  );
  return isFiner ? ['GRAIN.TOO_COARSE', 'DIMENSION.UNREACHABLE'] : ['DIMENSION.UNREACHABLE'];
}

function faultsOfBy(looking: Looking, by: By): readonly Fault[] {
  const part = 'part' in by ? by.part : undefined;
  const grain = 'time' in by ? by.time : 'grain' in by ? by.grain : undefined;
  const faultsOf = (type: StaticType): readonly Fault[] => [
    ...faultsOfGrain(looking, type, grain),
    ...(part === undefined ? [] : faultsOfPart(looking, type, part)),
  ];
  if ('dimension' in by) {
    const type = typeOfDimension(looking.world, by.dimension);
    const path = faultsOfPath(looking, by.dimension, (leaf) => unreachableSplit(looking, by.dimension, leaf));
    return type.kind === 'null' ? path : [...path, ...faultsOf(type)];
  }
  const times = looking.leaves.flatMap((leaf) =>
    leaf.time ? faultsOf(typeOfReference(looking.world, leaf.home, leaf.time)) : [],
  );
  return [...faultsOfTime(looking), ...times];
}

function faultsOfTime({ leaves, decisions }: Looking): readonly Fault[] {
  return decisions.timelessRefused && leaves.some((leaf) => leaf.time === null) ? [['TIME.NONE']] : [];
}

/** A filter that one leaf cannot reach, or by two ways: those of the named metrics only, where the condition says so. */
function faultsOfCondition(looking: Looking, condition: Condition): readonly Fault[] {
  const { world, question, owned, decisions } = looking;
  const { onlyFor } = condition;
  if (onlyFor && (onlyFor.length === 0 || onlyFor.some((name) => !question.metrics.includes(name))))
    return [['QUERY.INVALID']];
  const isFor = ({ metric }: Owned): boolean =>
    !onlyFor || !decisions.onlyForNarrows || onlyFor.includes(metric);
  const canBeMet = ({ leaf }: Owned): boolean =>
    decisions.unreachableFilterRefused || reachesAll(world, leaf.home, chainsOf(condition));
  const leaves = owned.filter((each) => isFor(each) && canBeMet(each)).map(({ leaf }) => leaf);
  const narrowed = { ...looking, leaves };
  const chains = formulasIn(condition).flatMap(chainsOfFormula);
  return [
    ...testsIn(condition).flatMap((test) => faultsOfTest(narrowed, test)),
    ...chains.flatMap((chain) =>
      faultsOfChain(narrowed, chain, () => ['FILTER.UNREACHABLE', 'GRAIN.TOO_COARSE']),
    ),
  ];
}

function faultsOfTest(
  looking: Looking,
  test: ({ readonly dimension: string } | { readonly time: true }) & Test,
): readonly Fault[] {
  if ('time' in test) return faultsOfTime(looking);
  const type = typeOfDimension(looking.world, test.dimension);
  const path = faultsOfPath(looking, test.dimension, (leaf) => {
    const split = unreachableSplit(looking, test.dimension, leaf);
    return ['FILTER.UNREACHABLE', ...(split.includes('GRAIN.TOO_COARSE') ? ['GRAIN.TOO_COARSE'] : [])];
  });
  return [...path, ...faultsOfValues(type, test)];
}

/** The entity of a segment has its plain name: a role does not lead to it. */
function faultsOfSegment(looking: Looking, name: string): readonly Fault[] {
  const segment = looking.world.segments?.find((each) => each.name === name);
  if (!segment) return [['REFERENCE.UNKNOWN_SEGMENT']];
  const { world, leaves, decisions } = looking;
  const asked = { ...looking, leaves: leaves.filter(({ home }) => reachesAll(world, home, [[segment.of]])) };
  return faultsOfChain(decisions.unreachableSegmentRefused ? looking : asked, [segment.of], () => [
    'FILTER.UNREACHABLE',
    'PATH.AMBIGUOUS',
  ]);
}

function faultsOfHaving({ world, question }: Looking): readonly Fault[] {
  return havingTests(question.having ?? []).flatMap((test): readonly Fault[] => {
    const metric = world.metrics.find(({ name }) => name === test.metric);
    return metric
      ? faultsOfValues(typeOf(world, null, metric.formula), test)
      : [['REFERENCE.UNKNOWN_METRIC']];
  });
}

function faultsOfPeriod(looking: Looking): readonly Fault[] {
  const { period, complete, metrics } = looking.question;
  const faults: Fault[] = [];
  if (metrics.length > 0 && period?.column !== undefined) faults.push(['QUERY.INVALID']);
  if (complete && !(looking.question.by ?? []).some((by) => 'time' in by)) faults.push(['QUERY.INVALID']);
  if (metrics.length === 0 && period?.column === undefined) return faults;
  const isPeriod = period && Object.keys(period).length > 0;
  return isPeriod || complete ? [...faults, ...faultsOfTime(looking)] : faults;
}

/** A zone of the question's own cannot be asked of wall times that name no zone; as they are, without a bucket or a bound, they may be shown. */
function faultsOfZone({ world, question, leaves, decisions }: Looking): readonly Fault[] {
  if (question.zone === undefined || question.zone === world.zone || !decisions.zoneOverWallsRefused)
    return [];
  const by = question.by ?? [];
  const tests = (question.where ?? []).flatMap(testsIn);
  const usesTime =
    question.period !== undefined ||
    by.some((each) => !('dimension' in each)) ||
    tests.some((test) => 'time' in test);
  const times = leaves.flatMap((leaf) =>
    leaf.time && usesTime ? [typeOfReference(world, leaf.home, leaf.time)] : [],
  );
  const bucketed = by.filter(
    (each) => 'dimension' in each && (each.grain !== undefined || each.part !== undefined),
  );
  const named = [...bucketed, ...tests].flatMap((each) =>
    'dimension' in each ? [typeOfDimension(world, each.dimension)] : [],
  );
  return [...times, ...named].some((type) => type.kind === 'timestamp' && !type.zoned) ? [['TIME.ZONE']] : [];
}
