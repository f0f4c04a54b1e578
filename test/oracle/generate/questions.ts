import type { StaticType } from '../static-type';
import type { By, Question, World } from '../world';
import { grainFor, leavesOfMetrics, type Maker, sharedDimensions, timesOf } from './asked-for';
import { byOf, havingOf, isLegal, orderOf, segmentsOf, whereOf } from './clauses';
import { apiPeriod } from './conditions';
import { makeEntityQuestion } from './entity-questions';
import type { Pools } from './pools';
import type { Random } from './random';
import { surelySpoiled } from './spoil';
import { makeTuples } from './tuple-questions';

/** A few metrics; of several tries the first that share a dimension to be split by. */
function metricsOf({ random, world }: Maker): readonly string[] {
  const names = world.metrics.map(({ name }) => name);
  const count = random.weighted([
    [3, 1],
    [4, 2],
    [3, 3],
    [1, 4],
  ] as const);
  const tries = Array.from({ length: 4 }, () => random.some(names, count));
  const isShared = (metrics: readonly string[]): boolean =>
    sharedDimensions(world, leavesOfMetrics(world, metrics)).length > 0;
  return tries.find(isShared) ?? tries[0] ?? [];
}

/** Does a formula anywhere read the clock of a wall that names no zone? What a zone of the question makes of it is not decided. */
function readsWalls(world: World): boolean {
  const isNaive = world.datasets.some(({ columns }) =>
    columns.some(({ type, zone }) => type === 'timestamp' && zone === undefined),
  );
  const text = JSON.stringify(world);
  return isNaive && (text.includes('"extract"') || text.includes('"moved"'));
}

/** The metrics that `having` tests: mostly asked ones, now and then another. */
function testedOf({ random, world }: Maker, metrics: readonly string[]): readonly string[] {
  if (!random.chance(0.3)) return [];
  const others = world.metrics.map(({ name }) => name).filter((name) => !metrics.includes(name));
  return random.chance(0.4) && others.length > 0 ? [...metrics, random.pick(others)] : metrics;
}

/** Sometimes a second grain of time, so that one of them is the coarsest. */
function alsoByTime(maker: Maker, by: readonly By[], times: readonly StaticType[]): readonly By[] {
  const time = grainFor(maker, times);
  const isNew = !by.some((each) => 'time' in each && each.time === time);
  return isNew && by.length < 3 && maker.random.chance(0.5) ? [...by, { time }] : by;
}

/** What is shown of the answer, and in which order. */
function shownOf(maker: Maker, { metrics, by = [] }: Question): Partial<Question> {
  const { random } = maker;
  const named = by.map((each) => ('dimension' in each ? each.dimension.replaceAll('__', '.') : 'time'));
  const isNamedTwice = new Set(named).size < by.length;
  return {
    ...(random.chance(0.35) ? { totals: true } : {}),
    ...(random.chance(0.4) && !isNamedTwice ? { order: orderOf(maker, metrics, by) } : {}),
    ...(random.chance(0.2) ? { limit: random.int(1, 6) } : {}),
    ...(random.chance(0.06) ? { offset: random.int(1, 2) } : {}),
  };
}

/** Which clocks are read, and when. */
function clocksOf({ random, world, pools }: Maker): Partial<Question> {
  const zones = pools.otherZones.filter((zone) => zone !== 'Australia/Lord_Howe');
  return {
    ...(random.chance(0.2) ? { asOf: random.pick(pools.moments) } : {}),
    ...(random.chance(0.14) && !readsWalls(world) ? { zone: random.pick(zones) } : {}),
  };
}

function makeAsked(maker: Maker): Question {
  const { random, world, pools } = maker;
  const metrics = metricsOf(maker);
  const tested = testedOf(maker, metrics);
  const leaves = leavesOfMetrics(world, [...new Set([...metrics, ...tested])]);
  const times = timesOf(world, leaves);
  const split = byOf(maker, sharedDimensions(world, leaves), times);
  const complete = split.some((each) => 'time' in each) && random.chance(0.4);
  const by = complete ? alsoByTime(maker, split, times) : split;
  const question: Question = {
    metrics,
    ...(by.length > 0 ? { by } : {}),
    ...whereOf(maker, metrics, leaves),
    ...segmentsOf(maker, leaves),
    ...(times.length > 0 && random.chance(complete ? 0.7 : 0.3)
      ? {
          period:
            complete && random.chance(0.5)
              ? { from: random.pick(pools.days) }
              : apiPeriod(random, pools, times),
        }
      : {}),
    ...(complete ? { complete: random.chance(0.95) } : {}),
    ...(tested.length > 0 ? { having: havingOf(maker, tested) } : {}),
    ...clocksOf(maker),
  };
  return { ...question, ...shownOf(maker, question) };
}

/** A question about a world: legal ten times out of eleven. */
export function makeQuestion(random: Random, world: World, pools: Pools): Question {
  const maker = { random, world, pools };
  const make = random.weighted<(maker: Maker) => Question | null>([
    [9, makeTuples],
    [12, makeEntityQuestion],
    [79, makeAsked],
  ]);
  const question = make(maker) ?? makeAsked(maker);
  if (random.chance(1 / 11)) return surelySpoiled(maker, question);
  // A zone may be one that a wall time cannot be read in: that is refused rightly, but need not be asked often.
  const { zone: _, ...unzoned } = question;
  return question.zone !== undefined && !isLegal(world, question) && random.chance(0.8) ? unzoned : question;
}
