import { typeOfDimension } from '../asking';
import { AS_DECIDED } from '../decisions';
import type { Leaf } from '../leaves';
import { refusals } from '../legality';
import { targetOf } from '../paths';
import { type StaticType, typeOf } from '../static-type';
import { everyPart } from '../walk';
import type { By, Condition, Having, Order, Question, Scalar, Test, World } from '../world';
import {
  grainFor,
  isTemporal,
  leavesOfMetrics,
  type Maker,
  partFor,
  reachedByAll,
  sharedDimensions,
  timesOf,
} from './asked-for';
import { apiCondition, type Testable } from './conditions';
import { condition } from './formula-conditions';
import { persFrom } from './pers';
import { fieldsUnder } from './scope';

/** Splits: by time and by dimensions, in buckets, by parts or as they are. */
export function byOf(
  maker: Maker,
  dimensions: readonly string[],
  times: readonly StaticType[],
): readonly By[] {
  const { random } = maker;
  const count = random.weighted([
    [1.5, 0],
    [5, 1],
    [4, 2],
    [1, 3],
  ] as const);
  const by: By[] = [];
  for (const dimension of random.some(dimensions, count)) {
    const isFirst = !by.some((each) => !('dimension' in each));
    if (times.length > 0 && random.chance(0.5) && (isFirst || random.chance(0.15)))
      by.push(byTime(maker, times));
    else by.push(splitBy(maker, dimension));
  }
  return by.map((each, i) => (random.chance(0.06) ? { ...each, as: `out_${i}` } : each));
}

function byTime(maker: Maker, times: readonly StaticType[]): By {
  return maker.random.chance(0.22) ? { part: partFor(maker, times) } : { time: grainFor(maker, times) };
}

export function splitBy(maker: Maker, dimension: string): By {
  const { random, world } = maker;
  const type = typeOfDimension(world, dimension);
  const name = random.chance(0.2) ? dimension.replaceAll('.', '__') : dimension;
  if (!isTemporal(type) || random.chance(0.25)) return { dimension: name };
  return random.chance(0.3)
    ? { dimension: name, part: partFor(maker, [type]) }
    : { dimension: name, grain: grainFor(maker, [type]) };
}

export function orderOf({ random }: Maker, metrics: readonly string[], by: readonly By[]): readonly Order[] {
  const keys: Order[] = [
    ...metrics.map((metric): Order => ({ metric })),
    ...by.map(
      (each): Order =>
        'dimension' in each
          ? { dimension: each.dimension }
          : { time: random.chance(0.5) || !('time' in each) ? true : each.time },
    ),
  ];
  return random.some(keys, random.int(1, 2)).map((key) => ({
    ...key,
    ...(random.chance(0.7) ? { direction: random.pick(['ASC', 'DESC'] as const) } : {}),
    ...(random.chance(0.35) ? { nulls: random.pick(['FIRST', 'LAST'] as const) } : {}),
  }));
}

/** A formula over what all these homes reach, and metrics of the entities that they share. */
export function formulaFor(maker: Maker, leaves: readonly { readonly home: string }[]): Testable['formula'] {
  const { world, random, pools } = maker;
  const homes = [...new Set(leaves.map(({ home }) => home))];
  const chains = sharedChains(world, leaves);
  const fields = chains.flatMap((chain) => {
    const target = targetOf(world, chain);
    return target ? fieldsUnder(world, target, chain) : [];
  });
  if (fields.length === 0) return undefined;
  return () => {
    const pers = random.chance(0.6) ? persFrom(maker, homes) : [];
    return condition({ random, pools, fields, pers }, 1);
  };
}

function sharedChains(
  world: World,
  leaves: readonly { readonly home: string }[],
): readonly (readonly string[])[] {
  const names = new Set(
    sharedDimensions(world, leaves).map((name) => name.split('.').slice(0, -1).join('.')),
  );
  return [...names].map((name) => name.split('.'));
}

/** One or two conditions that every leaf can meet; sometimes one more for some of the metrics only. */
export function whereOf(
  maker: Maker,
  metrics: readonly string[],
  leaves: readonly Leaf[],
): { readonly where?: readonly Condition[] } {
  const { random, world } = maker;
  const from = testable(maker, leaves);
  const canTest = from.dimensions.length + from.times.length > 0;
  const shared =
    canTest && random.chance(0.36)
      ? Array.from({ length: random.int(1, 2) }, () => apiCondition(from, 2))
      : [];
  const onlyFor = random.some(metrics, random.int(1, metrics.length));
  const own = testable(maker, leavesOfMetrics(world, onlyFor));
  const isNarrow = metrics.length > 0 && own.dimensions.length > 0 && random.chance(0.14);
  const narrow: readonly Condition[] = isNarrow ? [{ ...apiCondition(own, 1), onlyFor }] : [];
  const where = [...shared, ...narrow];
  return where.length > 0 ? { where } : {};
}

const testable = (maker: Maker, leaves: readonly Leaf[]): Testable => ({
  ...maker,
  dimensions: sharedDimensions(maker.world, leaves),
  times: timesOf(maker.world, leaves),
  formula: formulaFor(maker, leaves),
});

export function segmentsOf(
  { random, world }: Maker,
  leaves: readonly Leaf[],
): { readonly segments?: readonly string[] } {
  const open = (world.segments ?? []).filter(({ of }) => reachedByAll(world, leaves, [of]));
  if (open.length === 0 || !random.chance(0.2)) return {};
  return { segments: random.some(open, random.chance(0.3) ? 2 : 1).map(({ name }) => name) };
}

/** Numbers that no sum or quotient of the pools is. */
const NEVER = [0.123457, -0.123457, 7.123457, 1000.123457];

function isExact(world: World, metric: string): boolean {
  const formula = world.metrics.find(({ name }) => name === metric)?.formula;
  if (!formula) return false;
  const isPartExact = everyPart(formula).every(
    (part) =>
      (part.kind !== 'arithmetic' || part.op !== '/') &&
      (part.kind !== 'metric' || isExact(world, part.name)) &&
      (part.kind !== 'aggregate' || typeOf(world, null, part).kind !== 'double'),
  );
  return isPartExact && typeOf(world, null, formula).kind !== 'double';
}

function havingTest({ random, world, pools }: Maker, metric: string): Having {
  const formula = world.metrics.find(({ name }) => name === metric)?.formula;
  const type = formula ? typeOf(world, null, formula) : ({ kind: 'null' } as const);
  const isNumber = type.kind === 'integer' || type.kind === 'decimal';
  if (random.chance(0.15) || type.kind === 'timestamp') return { metric, isNull: random.chance(0.5) };
  if (type.kind === 'double' || (isNumber && !isExact(world, metric)))
    return { metric, [random.pick(['gt', 'lt', 'gte', 'lte'])]: random.pick(NEVER) };
  const scalar = (): Scalar => {
    if (type.kind === 'string') return random.pick(pools.strings);
    if (type.kind === 'boolean') return random.chance(0.5);
    if (isTemporal(type)) return random.pick(pools.bounds);
    return random.pick([0, 1, 2, 3, 5, -7, '0.5', '10.10']);
  };
  const tests: readonly Test[] = [
    { eq: scalar() },
    { ne: scalar() },
    { gt: scalar() },
    { gte: scalar() },
    { lt: scalar() },
    { lte: scalar() },
    { in: [scalar(), scalar()] },
    { notIn: [scalar()] },
    { between: [scalar(), scalar()] },
  ];
  return { metric, ...random.pick(tests) };
}

/** Conditions on finished metrics, also on one that is not asked. */
export function havingOf(maker: Maker, metrics: readonly string[]): readonly Having[] {
  const { random } = maker;
  const test = (): Having => havingTest(maker, random.pick(metrics));
  const tree = (depth: number): Having => {
    if (depth === 0 || random.chance(0.45)) return random.chance(0.25) ? { not: test() } : test();
    const parts = [tree(depth - 1), tree(depth - 1)];
    const both: Having = random.chance(0.5) ? { and: parts } : { or: parts };
    return random.chance(0.25) ? { not: both } : both;
  };
  return random.chance(0.2) ? [tree(1), test()] : [tree(2)];
}

export const isLegal = (world: World, question: Question): boolean =>
  refusals(world, question, AS_DECIDED).length === 0;
