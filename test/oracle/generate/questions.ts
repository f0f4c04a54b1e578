import { typeOfDimension } from '../asking';
import type { Grain } from '../civil';
import { AS_DECIDED } from '../decisions';
import { askedMetric, type Leaf, leavesOf, metricNamed } from '../leaves';
import { refusals } from '../legality';
import { pathsTo, targetOf } from '../paths';
import { type StaticType, typeOfReference } from '../static-type';
import type { By, Condition, Order, Question, World } from '../world';
import { ZONES } from '../zones';
import { apiCondition, apiPeriod, type Testable } from './conditions';
import type { Pools } from './pools';
import type { Random } from './random';
import { chainsOf } from './scope';

/** Every name that some question could ask a dimension by. */
export function dimensionNames(world: World): readonly string[] {
  return chainsOf(world).flatMap((chain) =>
    (targetOf(world, chain)?.dimensions ?? []).map(({ name }) => [...chain, name].join('.')),
  );
}

const leavesOfMetrics = (world: World, metrics: readonly string[]): readonly Leaf[] =>
  metrics.flatMap((name) => leavesOf(askedMetric(world, metricNamed(world, name), AS_DECIDED)));

function isSharedBy(world: World, leaves: readonly Leaf[], dimension: string): boolean {
  const chain = dimension.split('.').slice(0, -1);
  return leaves.every((leaf) => pathsTo(world, leaf.home, chain).length === 1);
}

/** The types of the leaves' times; empty when one of them has none. */
function timesOf(world: World, leaves: readonly Leaf[]): readonly StaticType[] {
  const times = leaves.flatMap((leaf) => (leaf.time ? [typeOfReference(world, leaf.home, leaf.time)] : []));
  return times.length === leaves.length ? times : [];
}

const isTemporal = (type: StaticType): boolean =>
  type.kind === 'date' || type.kind === 'timestamp' || type.kind === 'instant';

/** Hours only of what has hours, and of wall times only where each is the time of one instant. */
function grainFor({ random, pools }: Maker, types: readonly StaticType[]): Grain {
  const canBeShort = types.every(
    ({ kind }) => kind === 'instant' || (kind === 'timestamp' && pools.wallsAreClear),
  );
  return random.weighted<Grain>([
    [3, 'day'],
    [2, 'week'],
    [3, 'month'],
    [2, 'quarter'],
    [1, 'year'],
    [canBeShort ? 4 : 0, 'hour'],
    [canBeShort ? 0.5 : 0, 'minute'],
  ]);
}

interface Maker {
  readonly random: Random;
  readonly world: World;
  readonly pools: Pools;
}

function byOf(maker: Maker, dimensions: readonly string[], times: readonly StaticType[]): readonly By[] {
  const { random } = maker;
  const count = random.weighted([
    [2, 0],
    [5, 1],
    [4, 2],
    [1, 3],
  ] as const);
  const by: By[] = [];
  for (const dimension of random.some(dimensions, count)) {
    if (times.length > 0 && random.chance(0.35) && !by.some((each) => 'time' in each))
      by.push({ time: grainFor(maker, times) });
    else by.push(splitBy(maker, dimension));
  }
  return by.map((each, i) => (random.chance(0.06) ? { ...each, as: `out_${i}` } : each));
}

function splitBy(maker: Maker, dimension: string): By {
  const { random, world } = maker;
  const type = typeOfDimension(world, dimension);
  const name = random.chance(0.2) ? dimension.replaceAll('.', '__') : dimension;
  return isTemporal(type) && random.chance(0.75)
    ? { dimension: name, grain: grainFor(maker, [type]) }
    : { dimension: name };
}

function orderOf(random: Random, metrics: readonly string[], by: readonly By[]): readonly Order[] {
  const keys: Order[] = [
    ...metrics.map((metric): Order => ({ metric })),
    ...by.map(
      (each): Order =>
        'time' in each ? { time: random.chance(0.5) ? true : each.time } : { dimension: each.dimension },
    ),
  ];
  return random.some(keys, random.int(1, 2)).map((key) => ({
    ...key,
    ...(random.chance(0.7) ? { direction: random.pick(['ASC', 'DESC'] as const) } : {}),
    ...(random.chance(0.35) ? { nulls: random.pick(['FIRST', 'LAST'] as const) } : {}),
  }));
}

/** Metrics that have something to split them by in common, most of the time. */
function metricsOf({ random, world }: Maker): readonly string[] {
  const names = world.metrics.map(({ name }) => name);
  const count = random.weighted([
    [3, 1],
    [4, 2],
    [3, 3],
    [1, 4],
  ] as const);
  const tries = Array.from({ length: 4 }, () => random.some(names, count));
  const shared = (metrics: readonly string[]): number => {
    const leaves = leavesOfMetrics(world, metrics);
    return dimensionNames(world).filter((dimension) => isSharedBy(world, leaves, dimension)).length;
  };
  return tries.find((metrics) => shared(metrics) > 0) ?? tries[0] ?? [];
}

/** Any dimension of the world; mostly one with several ways to it, where there is such a one. */
function anyDimension({ random, world }: Maker, question: Question): string {
  const all = dimensionNames(world);
  const homes = leavesOfMetrics(world, question.metrics).map((leaf) => leaf.home);
  const ambiguous = all.filter((name) =>
    homes.some((home) => pathsTo(world, home, name.split('.').slice(0, -1)).length > 1),
  );
  return random.pick(ambiguous.length > 0 && random.chance(0.7) ? ambiguous : all);
}

/** What spoils a question: each a way in which callers really go wrong. */
function spoiled(maker: Maker, question: Question): Question {
  const { random, world, pools } = maker;
  const dimension = anyDimension(maker, question);
  const by = question.by ?? [];
  const [first = ''] = question.metrics;
  switch (
    random.weighted([
      [4, 'split'],
      [4, 'filter'],
      [2, 'time'],
      [2, 'period'],
      [1, 'hour'],
      [1, 'twice'],
      [1, 'metric'],
      [1, 'dimension'],
      [1, 'value'],
      [0.5, 'none'],
    ] as const)
  ) {
    case 'split':
      return { ...question, by: [...by, { dimension }] };
    case 'filter':
      return { ...question, where: [{ dimension, isNull: random.chance(0.5) }] };
    case 'time':
      return { ...question, by: [...by.filter((each) => 'dimension' in each), { time: 'month' }] };
    case 'period':
      return { ...question, period: { from: random.pick(pools.days) } };
    case 'hour':
      return {
        metrics: question.metrics,
        by: [{ time: 'day', as: 'day' }, { time: pools.wallsAreClear ? 'hour' : 'year' }],
      };
    case 'twice':
      return { ...question, metrics: [...question.metrics, first] };
    case 'metric':
      return { ...question, metrics: [...question.metrics, 'm_unknown'] };
    case 'dimension':
      return { ...question, by: [{ dimension: `${world.datasets[0]?.name}.unknown_thing` }] };
    case 'value':
      return { ...question, where: [{ dimension, eq: 'no such value' }] };
    case 'none':
      return { metrics: [] };
  }
}

/** Does a formula anywhere read parts of a time? Whose zone that is, a zone of the question does not say. */
const readsParts = (world: World): boolean => JSON.stringify(world).includes('"extract"');

/** Spoils a question in one way after the other, until it is really illegal. */
function surelySpoiled(maker: Maker, question: Question): Question {
  for (let tries = 0; tries < 8; tries++) {
    const asked = spoiled(maker, question);
    if (refusals(maker.world, asked, AS_DECIDED).length > 0) return asked;
  }
  return question;
}

function whereOf(
  maker: Maker,
  dimensions: readonly string[],
  times: readonly StaticType[],
): { readonly where?: readonly Condition[] } {
  const from: Testable = { ...maker, dimensions, times };
  if (!maker.random.chance(0.38) || dimensions.length + times.length === 0) return {};
  return { where: Array.from({ length: maker.random.int(1, 2) }, () => apiCondition(from, 2)) };
}

/** A question about a world: legal eleven times out of twelve. */
export function makeQuestion(random: Random, world: World, pools: Pools): Question {
  const maker = { random, world, pools };
  const metrics = metricsOf(maker);
  const leaves = leavesOfMetrics(world, metrics);
  const dimensions = dimensionNames(world).filter((dimension) => isSharedBy(world, leaves, dimension));
  const times = timesOf(world, leaves);
  const by = byOf(maker, dimensions, times);
  const isNamedTwice =
    new Set(by.map((each) => ('time' in each ? 'time' : each.dimension.replaceAll('__', '.')))).size <
    by.length;
  const question: Question = {
    metrics,
    ...(by.length > 0 ? { by } : {}),
    ...whereOf(maker, dimensions, times),
    ...(times.length > 0 && random.chance(0.3) ? { period: apiPeriod(random, pools, times) } : {}),
    ...(random.chance(0.35) ? { totals: true } : {}),
    ...(random.chance(0.4) && !isNamedTwice ? { order: orderOf(random, metrics, by) } : {}),
    ...(random.chance(0.2) ? { limit: random.int(1, 6) } : {}),
    ...(random.chance(0.06) ? { offset: random.int(1, 2) } : {}),
    ...(random.chance(0.05) && !readsParts(world)
      ? { zone: random.pick(ZONES.filter((zone) => zone !== 'Australia/Lord_Howe')) }
      : {}),
  };
  return random.chance(1 / 12) ? surelySpoiled(maker, question) : question;
}
