import type { Grain } from '../civil';
import { AS_DECIDED } from '../decisions';
import { askedMetric, type Leaf, leavesOf, metricNamed } from '../leaves';
import { pathsTo, targetOf } from '../paths';
import { type StaticType, typeOfReference } from '../static-type';
import type { QuestionPart, World } from '../world';
import type { Pools } from './pools';
import type { Random } from './random';
import { chainsOf } from './scope';

/** What questions are made from. */
export interface Maker {
  readonly random: Random;
  readonly world: World;
  readonly pools: Pools;
}

/** Every name that some question could ask a dimension by. */
export function dimensionNames(world: World): readonly string[] {
  return chainsOf(world).flatMap((chain) =>
    (targetOf(world, chain)?.dimensions ?? []).map(({ name }) => [...chain, name].join('.')),
  );
}

export const leavesOfMetrics = (world: World, metrics: readonly string[]): readonly Leaf[] =>
  metrics.flatMap((name) => leavesOf(askedMetric(world, metricNamed(world, name), AS_DECIDED)));

export const reachedByAll = (
  world: World,
  leaves: readonly { readonly home: string }[],
  chain: readonly string[],
): boolean => leaves.every((leaf) => pathsTo(world, leaf.home, chain).length === 1);

/** The dimensions that all of these leaves share. */
export function sharedDimensions(
  world: World,
  leaves: readonly { readonly home: string }[],
): readonly string[] {
  return chainsOf(world)
    .filter((chain) => reachedByAll(world, leaves, chain))
    .flatMap((chain) =>
      (targetOf(world, chain)?.dimensions ?? []).map(({ name }) => [...chain, name].join('.')),
    );
}

/** The types of the leaves' times; empty when one of them has none. */
export function timesOf(world: World, leaves: readonly Leaf[]): readonly StaticType[] {
  const times = leaves.flatMap((leaf) => (leaf.time ? [typeOfReference(world, leaf.home, leaf.time)] : []));
  return times.length === leaves.length ? times : [];
}

export const isTemporal = (type: StaticType): boolean =>
  type.kind === 'date' || type.kind === 'timestamp' || type.kind === 'instant';

const haveHours = (types: readonly StaticType[]): boolean => types.every(({ kind }) => kind !== 'date');

/** Hours only of what has hours. */
export function grainFor({ random }: Maker, types: readonly StaticType[]): Grain {
  const canBeShort = haveHours(types);
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

export function partFor({ random, world }: Maker, types: readonly StaticType[]): QuestionPart {
  const canBeShort = haveHours(types);
  return random.weighted<QuestionPart>([
    [1, 'year'],
    [1, 'quarter_of_year'],
    [2, 'month_of_year'],
    [world.weekStart === 'monday' ? 3 : 0, 'week_of_year'],
    [1, 'day_of_year'],
    [1, 'day_of_month'],
    [3, 'day_of_week'],
    [canBeShort ? 4 : 0, 'hour_of_day'],
    [canBeShort ? 1 : 0, 'minute_of_hour'],
  ]);
}
