import type { Decisions } from './decisions';
import { pathsTo } from './paths';
import { parseRational } from './rational';
import { datasetNamed } from './tables';
import { exact, integer, type Value } from './value';
import { aggregatesIn, metricsIn, referencesIn } from './walk';
import type { Aggregate, Formula, Metric, Reference, World } from './world';

/** One aggregate of an asked metric, with everything that decides which rows feed it. */
export interface Leaf {
  readonly home: string;
  readonly aggregate: Aggregate;
  /** The `where` of its metric and of every metric around it, and its own `filter`. */
  readonly where: readonly Formula[];
  /** Null = timeless. */
  readonly time: Reference | null;
  /** The metric's own words: absent = the default. */
  readonly empty: string | null | undefined;
}

/** A metric with its leaves, and the metrics that it names likewise. */
export interface AskedMetric {
  readonly metric: Metric;
  readonly leaves: ReadonlyMap<Aggregate, Leaf>;
  readonly inner: ReadonlyMap<string, AskedMetric>;
}

export function metricNamed(world: World, name: string): Metric {
  const found = world.metrics.find((metric) => metric.name === name);
  if (!found) throw new ReferenceError(`the world has no metric "${name}"`);
  return found;
}

/** The finest dataset named in the argument: the one that reaches all the others that are named there. */
export function homeOf(world: World, aggregate: Aggregate): string {
  if (aggregate.dataset !== undefined) return aggregate.dataset;
  const references = aggregate.args.flatMap(referencesIn);
  const named = references.map((reference) => reference.chain[0] ?? '');
  const home = world.datasets.find(
    (dataset) =>
      named.includes(dataset.name) &&
      references.every((reference) => pathsTo(world, dataset.name, reference.chain).length > 0),
  );
  if (!home) throw new ReferenceError(`no single dataset reaches all of ${named.join(', ')}`);
  return home.name;
}

function leafOf(world: World, metric: Metric, aggregate: Aggregate, around: readonly Formula[]): Leaf {
  const home = homeOf(world, aggregate);
  const ownTime = datasetNamed(world, home).time;
  const where = [
    ...around,
    ...(metric.where ? [metric.where] : []),
    ...(aggregate.filter ? [aggregate.filter] : []),
  ];
  const time: Reference | null =
    metric.time ?? (ownTime === null ? null : { kind: 'reference', chain: [home], name: ownTime });
  return { home, aggregate, where, time, empty: metric.empty };
}

/** `around` are the conditions of the metrics that name this one. */
export function askedMetric(
  world: World,
  metric: Metric,
  decisions: Decisions,
  around: readonly Formula[] = [],
): AskedMetric {
  const passedOn = decisions.derivedWherePushed && metric.where ? [...around, metric.where] : around;
  return {
    metric,
    leaves: new Map(
      aggregatesIn(metric.formula).map((aggregate) => [aggregate, leafOf(world, metric, aggregate, around)]),
    ),
    inner: new Map(
      metricsIn(metric.formula).map((name) => [
        name,
        askedMetric(world, metricNamed(world, name), decisions, passedOn),
      ]),
    ),
  };
}

export function leavesOf(asked: AskedMetric): readonly Leaf[] {
  return [...asked.leaves.values(), ...[...asked.inner.values()].flatMap(leavesOf)];
}

export const isCount = (aggregate: Aggregate): boolean => aggregate.fn.includes('count');

/** The value of a leaf over no rows. */
export function emptyValue(leaf: Leaf): Value {
  if (leaf.empty === undefined) return isCount(leaf.aggregate) ? integer(0) : null;
  const number = leaf.empty === null ? null : parseRational(leaf.empty);
  return number && exact(number);
}
