import { nameOfBy, typeOfDimension } from './asking';
import { type Grain, isShort, parseDay, parseInstant, parseWall } from './civil';
import { testsIn } from './condition';
import type { Decisions } from './decisions';
import { askedMetric, type Leaf, leavesOf } from './leaves';
import { dimensionOf, isRole, pathsTo, reaches, splitName, targetOf } from './paths';
import { parseRational } from './rational';
import { type StaticType, typeOfReference } from './static-type';
import type { By, Order, Question, Scalar, Test, World } from './world';

/** Codes of which any is a right answer to one fault. */
type Fault = readonly string[];

interface Looking {
  readonly world: World;
  readonly question: Question;
  readonly leaves: readonly Leaf[];
  readonly decisions: Decisions;
}

/**
 * Why a question has no answer: the codes of all its faults, any of which may be reported; none = it is legal.
 * Decided by the oracle's own walk over the joins.
 */
export function refusals(world: World, question: Question, decisions: Decisions): readonly string[] {
  const metrics = question.metrics.flatMap(
    (name) => world.metrics.find((metric) => metric.name === name) ?? [],
  );
  const leaves = metrics.flatMap((metric) => leavesOf(askedMetric(world, metric, decisions)));
  const looking = { world, question, leaves, decisions };
  const faults = [
    ...faultsOfNames(looking),
    ...(question.by ?? []).flatMap((by) => faultsOfBy(looking, by)),
    ...(question.where ?? []).flatMap(testsIn).flatMap((test) => faultsOfTest(looking, test)),
    ...(question.period ? faultsOfTime(looking) : []),
    ...faultsOfZone(looking),
  ];
  return [...new Set(faults.flat())];
}

function faultsOfNames({ world, question }: Looking): readonly Fault[] {
  const by = question.by ?? [];
  const outputs = [...by.map((each) => nameOfBy(each, by)), ...question.metrics];
  const faults: Fault[] = [];
  if ((question.order ?? []).some((order) => !isAsked(question, order))) faults.push(['QUERY.INVALID']);
  if (question.metrics.length === 0) faults.push(['QUERY.EMPTY', 'QUERY.INVALID']);
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
  return by.some((each) =>
    'time' in each
      ? time === true || time === each.time
      : dimension !== undefined && plainName(dimension) === plainName(each.dimension),
  );
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
  return looking.leaves.flatMap((leaf): readonly Fault[] => {
    const paths = pathsTo(looking.world, leaf.home, chain).length;
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

const isTemporal = (type: StaticType): boolean =>
  type.kind === 'date' || type.kind === 'timestamp' || type.kind === 'instant';

function faultsOfGrain({ decisions }: Looking, type: StaticType, grain: Grain | undefined): readonly Fault[] {
  if (grain === undefined) return [];
  if (!isTemporal(type)) return [['GRAIN.TOO_FINE', 'TYPE.MISMATCH', 'QUERY.INVALID']];
  return type.kind === 'date' && isShort(grain) && decisions.finerGrainRefused ? [['GRAIN.TOO_FINE']] : [];
}

function faultsOfBy(looking: Looking, by: By): readonly Fault[] {
  if ('dimension' in by) {
    const type = typeOfDimension(looking.world, by.dimension);
    const path = faultsOfPath(looking, by.dimension, (leaf) => unreachableSplit(looking, by.dimension, leaf));
    return type.kind === 'null' ? path : [...path, ...faultsOfGrain(looking, type, by.grain)];
  }
  const grains = looking.leaves.flatMap((leaf) =>
    leaf.time ? faultsOfGrain(looking, typeOfReference(looking.world, leaf.home, leaf.time), by.time) : [],
  );
  return [...faultsOfTime(looking), ...grains];
}

function faultsOfTime({ leaves, decisions }: Looking): readonly Fault[] {
  return decisions.timelessRefused && leaves.some((leaf) => leaf.time === null) ? [['TIME.NONE']] : [];
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
  const scalars = [
    test.eq,
    test.ne,
    test.lt,
    test.lte,
    test.gt,
    test.gte,
    ...(test.in ?? []),
    ...(test.notIn ?? []),
    ...(test.between ?? []),
  ];
  const isBad =
    type.kind !== 'null' &&
    scalars.some((scalar) => scalar !== undefined && scalar !== null && !fits(type, scalar));
  return isBad ? [...path, ['TYPE.BAD_LITERAL', 'TYPE.MISMATCH']] : path;
}

/** Can a JSON value be read as the type that it is compared with? */
function fits(type: StaticType, scalar: NonNullable<Scalar>): boolean {
  const text = String(scalar);
  switch (type.kind) {
    case 'boolean':
      return typeof scalar === 'boolean';
    case 'string':
      return typeof scalar === 'string';
    case 'integer':
    case 'decimal':
    case 'double':
      return typeof scalar !== 'boolean' && parseRational(text) !== null;
    case 'date':
      return parseDay(text) !== null;
    case 'timestamp':
      return parseDay(text) !== null || parseWall(text) !== null;
    case 'instant':
      return parseDay(text) !== null || parseInstant(text) !== null;
    case 'null':
      return true;
  }
}

/** A zone of the question's own cannot be asked of wall times that name no zone; as they are, without a bucket or a bound, they may be shown. */
function faultsOfZone({ world, question, leaves }: Looking): readonly Fault[] {
  if (question.zone === undefined || question.zone === world.zone) return [];
  const by = question.by ?? [];
  const tests = (question.where ?? []).flatMap(testsIn);
  const usesTime =
    question.period !== undefined ||
    by.some((each) => 'time' in each) ||
    tests.some((test) => 'time' in test);
  const times = leaves.flatMap((leaf) =>
    leaf.time && usesTime ? [typeOfReference(world, leaf.home, leaf.time)] : [],
  );
  const bucketed = by.filter((each) => 'dimension' in each && each.grain !== undefined);
  const named = [...bucketed, ...tests].flatMap((each) =>
    'dimension' in each ? [typeOfDimension(world, each.dimension)] : [],
  );
  return [...times, ...named].some((type) => type.kind === 'timestamp') ? [['TIME.ZONE']] : [];
}
