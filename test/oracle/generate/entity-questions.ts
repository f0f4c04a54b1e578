import type { Condition, Question } from '../world';
import { leavesOfMetrics, type Maker, reachedByAll, sharedDimensions, timesOf } from './asked-for';
import { apiPeriod, mildCondition } from './conditions';
import { perCondition } from './formula-conditions';
import { persFrom } from './pers';

/**
 * A question about a fact and the entities that its rows belong to: a segment or a metric of the entity, beside a condition or a
 * period that leaves out some of the same entity's rows.
 */
export function makeEntityQuestion(maker: Maker): Question | null {
  const { random, world, pools } = maker;
  const { name: home, dimensions } = random.pick(world.datasets);
  const isOfHome = (metric: string): boolean =>
    leavesOfMetrics(world, [metric]).every((leaf) => leaf.home === home);
  const metrics = random.some(world.metrics.map(({ name }) => name).filter(isOfHome), random.int(1, 2));
  const leaves = leavesOfMetrics(world, metrics);
  const pers = persFrom(maker, [home]).filter(({ formula }) => formula.entity.join() !== home);
  const open = (world.segments ?? []).filter(
    ({ of }) => of !== home && reachedByAll(world, [{ home }], [of]),
  );
  if (metrics.length === 0 || dimensions.length === 0 || pers.length + open.length === 0) return null;
  const times = timesOf(world, leaves);
  const own = { ...maker, dimensions: dimensions.map(({ name }) => `${home}.${name}`), times: [] };
  const bySegment = open.length > 0 && random.chance(0.55);
  const formula: readonly Condition[] =
    bySegment || pers.length === 0
      ? []
      : [{ formula: perCondition({ random, pools, fields: [] }, random.pick(pers)) }];
  const dimension = random.some(sharedDimensions(world, leaves), random.int(0, 1));
  return {
    metrics,
    ...(dimension.length > 0 ? { by: dimension.map((each) => ({ dimension: each })) } : {}),
    where: [...(random.chance(0.75) ? [mildCondition(own)] : []), ...formula],
    ...(bySegment ? { segments: [random.pick(open).name] } : {}),
    ...(times.length > 0 && random.chance(0.5) ? { period: apiPeriod(random, pools, times) } : {}),
    ...(random.chance(0.3) ? { totals: true } : {}),
  };
}
