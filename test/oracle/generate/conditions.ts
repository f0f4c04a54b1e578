import { typeOfDimension } from '../asking';
import { type Grain, nextBucket, parseDay, printDay } from '../civil';
import { dimensionOf, splitName, targetOf } from '../paths';
import type { StaticType } from '../static-type';
import type { Condition, Formula, Period, Scalar, Test, World } from '../world';
import type { Pools } from './pools';
import type { Random } from './random';

/** What a tree of conditions may test. */
export interface Testable {
  readonly random: Random;
  readonly world: World;
  readonly pools: Pools;
  readonly dimensions: readonly string[];
  /** The types of the leaves' times; empty = no condition on `time`. */
  readonly times: readonly StaticType[];
  /** Makes a formula that all the leaves can see, if there is one. */
  readonly formula?: (() => Formula) | undefined;
}

const NUMBERS: readonly (number | string)[] = [0, 1, 2, 7, -7, 3];
const DECIMALS: readonly (number | string)[] = [0.5, '0.05', '10.10', -7, 0, '2.50', 1.5];

/** A value that the column really has, where the dimension is a column. */
function cellsOf(world: World, dimension: string): readonly string[] {
  const { chain, name } = splitName(dimension);
  const target = targetOf(world, chain);
  const place =
    target && dimensionOf(target, name)?.formula === null
      ? target.columns.findIndex((column) => column.name === name)
      : -1;
  return place < 0 ? [] : (target?.rows ?? []).flatMap((row) => row[place] ?? []);
}

function scalarOf({ random, pools }: Testable, type: StaticType, cells: readonly string[]): Scalar {
  const some = cells.length > 0 && random.chance(0.6) ? random.pick(cells) : null;
  switch (type.kind) {
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
      return some !== null && Number.isSafeInteger(Number(some)) ? Number(some) : random.pick(NUMBERS);
    case 'decimal':
      return some ?? random.pick(DECIMALS);
    case 'double':
      return some !== null && Number.isFinite(Number(some)) ? Number(some) : random.pick([0, 0.5, -7, 2.5]);
    case 'date':
      return random.chance(0.12) ? random.pick(pools.walls) : (some ?? random.pick(pools.days));
    case 'timestamp':
      // What a wall time without a zone means beside a wall elsewhere is not decided.
      return type.zoned || random.chance(0.6) ? random.pick(pools.bounds) : random.pick(pools.walls);
    case 'instant':
      return random.weighted([
        [6, random.pick(pools.bounds)],
        [3, random.pick(pools.instants)],
        [1, random.pick(pools.walls)],
      ]);
    default:
      return some ?? random.pick(['yes', 'none', ...pools.strings]);
  }
}

const asText = (scalar: Scalar): string => String(scalar);

function textTest(random: Random, scalar: Scalar): Test {
  const text = asText(scalar);
  const part = text.slice(0, random.int(0, Math.min(2, text.length)));
  const whole = /[\ud800-\udbff]$/.test(part) ? text : part;
  return random.chance(0.5) ? { contains: whole } : { startsWith: whole };
}

function testOf(from: Testable, type: StaticType, cells: readonly string[]): Test {
  const { random } = from;
  const scalar = (): Scalar => scalarOf(from, type, cells);
  const list = (): readonly Scalar[] => [
    ...Array.from({ length: random.int(1, 3) }, scalar),
    ...(random.chance(0.4) ? [null] : []),
  ];
  const isTemporal = type.kind === 'date' || type.kind === 'timestamp' || type.kind === 'instant';
  const isOrdered = type.kind === 'boolean' ? 0 : isTemporal ? 2.5 : 1;
  switch (
    random.weighted([
      [3, 'eq'],
      [2, 'ne'],
      [3, 'in'],
      [3, 'notIn'],
      [0.9, 'none'],
      [3 * isOrdered, 'order'],
      [isOrdered, 'between'],
      [type.kind === 'string' ? 2 : 0, 'text'],
      [1, 'isNull'],
    ] as const)
  ) {
    case 'eq':
      return { eq: random.chance(0.1) ? null : scalar() };
    case 'ne':
      return { ne: random.chance(0.1) ? null : scalar() };
    case 'in':
      return { in: list() };
    case 'notIn':
      return { notIn: list() };
    case 'none':
      return random.chance(0.7) ? { in: [] } : { notIn: [] };
    case 'order':
      return { [random.pick(['lt', 'lte', 'gt', 'gte'] as const)]: scalar() };
    case 'between':
      return { between: [scalar(), scalar()] };
    case 'text':
      return textTest(random, scalar());
    case 'isNull':
      return { isNull: random.chance(0.5) };
  }
}

const isMoment = ({ kind }: StaticType): boolean => kind === 'timestamp' || kind === 'instant';

/** Times of one kind take any moment; mixed kinds only dates, which every kind understands. */
function timeTest(from: Testable): Condition {
  const kinds = new Set(from.times.map((type) => JSON.stringify(type)));
  const [only] = from.times;
  const type: StaticType = kinds.size === 1 && only ? only : { kind: 'date' };
  const test = testOf(from, type, []);
  const isPlain = kinds.size === 1 || !JSON.stringify(test).includes('T');
  return { time: true, ...(isPlain ? test : { gte: from.random.pick(from.pools.days) }) };
}

function simple(from: Testable): Condition {
  const { random, dimensions, world, formula } = from;
  if (formula && random.chance(0.16)) return { formula: formula() };
  if (from.times.length > 0 && (dimensions.length === 0 || random.chance(0.3))) return timeTest(from);
  const moments = dimensions.filter((name) => isMoment(typeOfDimension(world, name)));
  const dimension = random.pick(moments.length > 0 && random.chance(0.25) ? moments : dimensions);
  return { dimension, ...testOf(from, typeOfDimension(world, dimension), cellsOf(world, dimension)) };
}

/** A condition that most rows meet. */
export function mildCondition(from: Testable): Condition {
  const { random, dimensions, world } = from;
  const dimension = random.pick(dimensions);
  const scalar = scalarOf(from, typeOfDimension(world, dimension), cellsOf(world, dimension));
  return { dimension, ...(random.chance(0.6) ? { ne: scalar } : { notIn: [scalar] }) };
}

/** A condition as the API takes it. */
export function apiCondition(from: Testable, depth: number): Condition {
  const { random } = from;
  if (depth === 0 || random.chance(0.55)) return random.chance(0.2) ? { not: simple(from) } : simple(from);
  const parts = [apiCondition(from, depth - 1), apiCondition(from, depth - 1)];
  const tree: Condition = random.chance(0.5) ? { and: parts } : { or: parts };
  return random.chance(0.25) ? { not: tree } : tree;
}

/** The last days to years, complete or with the running one. */
function relativePeriod(random: Random): Period {
  const grain = random.weighted<Grain>([
    [1, 'hour'],
    [3, 'day'],
    [3, 'week'],
    [4, 'month'],
    [2, 'quarter'],
    [2, 'year'],
  ]);
  const last = random.int(1, grain === 'year' ? 3 : 9);
  return { last, grain, ...(random.chance(0.4) ? { running: random.chance(0.85) } : {}) };
}

/** Half-open, between moments of the pools; now and then one-sided, and sometimes empty. */
export function apiPeriod(random: Random, pools: Pools, times: readonly StaticType[]): Period {
  if (random.chance(0.35)) return relativePeriod(random);
  const isInstant = times.every(({ kind }) => kind === 'instant') && random.chance(0.25);
  const [a = '', b = ''] = [
    ...(isInstant ? random.some(pools.instants, 2) : random.some(pools.days, 2)),
  ].sort();
  const day = isInstant ? null : parseDay(a);
  const end =
    day !== null && random.chance(0.3) ? printDay(nextBucket(day, random.pick(['month', 'year', 'day']))) : b;
  const [from, to] = random.chance(0.04) ? [end, a] : [a, end];
  return random.weighted([
    [6, { from, to }],
    [1, { from }],
    [1, { to }],
  ] as const);
}
