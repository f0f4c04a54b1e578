import type { Catalog, Metric } from '../metrics/model/catalog';
import type { Query } from '../metrics/model/query';
import { legalDimensions } from '../metrics/planner/reach';

/** Rows that fit on a screen. */
const ROWS = 12;

type Pair = readonly [Metric, Metric];

/**
 * A question that shows a catalog at its best: two metrics over the same months, the second made from the first and, where
 * there is such a one, from another dataset; without time, by a dimension that they share. Null without metrics.
 */
export function exampleQuestion(catalog: Catalog): Query | null {
  const asked =
    best(pairs(catalog), (pair) => score(catalog, pair)) ?? [...catalog.metrics.values()].slice(0, 2);
  const [first] = asked;
  if (first === undefined) return null;
  const metrics = asked.map((metric) => metric.name);
  if (asked.every(hasTime))
    return { metrics, by: [{ time: 'month' }], ...lastMonths(catalog.company.now), limit: ROWS };
  const dimension = sharedDimension(catalog, metrics);
  if (dimension === null) return { metrics };
  return { metrics, by: [{ dimension }], order: [{ metric: first.name, direction: 'DESC' }], limit: ROWS };
}

/** Each metric with each one that its formula names. */
const pairs = ({ metrics }: Catalog): Pair[] =>
  [...metrics.values()].flatMap((second) =>
    second.uses.flatMap((name) => {
      const first = metrics.get(name);
      return first === undefined ? [] : [[first, second] as const];
    }),
  );

const hasTime = ({ leaves }: Metric): boolean =>
  leaves.length > 0 && leaves.every((leaf) => leaf.time !== null);
const homes = ({ leaves }: Metric): number => new Set(leaves.map((leaf) => leaf.home)).size;

/** What is understood at a glance comes first: a plain amount that much is made from, and a number made from two datasets. */
function score(catalog: Catalog, [first, second]: Pair): number {
  const wishes: readonly (readonly [number, boolean])[] = [
    [16, hasTime(first) && hasTime(second)],
    [8, homes(second) > 1],
    [4, first.better === 'higher' && second.better === 'higher'],
    [2, first.uses.length === 0 && first.leaves.length === 1 && first.unit === catalog.company.currency],
    [1, first.question !== null && second.question !== null],
  ];
  return wishes.reduce((sum, [weight, holds]) => sum + (holds ? weight : 0), 0);
}

/** The first of the highest score. */
function best<T>(items: readonly T[], scoreOf: (item: T) => number): T | undefined {
  let found: { readonly item: T; readonly score: number } | undefined;
  for (const item of items) {
    const made = scoreOf(item);
    if (found === undefined || made > found.score) found = { item, score: made };
  }
  return found?.item;
}

/** Where the clock is fixed, the data ends about there; else nobody knows yet where it lies. */
function lastMonths(now: string | null): Pick<Query, 'period'> {
  if (now === null) return {};
  const [year = 0, month = 1] = now.split('-').map(Number);
  const start = `${String(month).padStart(2, '0')}-01`;
  return { period: { from: `${year - 1}-${start}`, to: `${year}-${start}` } };
}

function sharedDimension(catalog: Catalog, metrics: readonly string[]): string | null {
  const [first = [], ...others] = metrics.map((metric) => legalDimensions(catalog, metric));
  const shared = first.filter((dimension) => others.every((list) => list.includes(dimension)));
  const words = shared.find(({ dimension }) => dimension.type.kind === 'string');
  return (words ?? shared[0])?.name ?? null;
}
