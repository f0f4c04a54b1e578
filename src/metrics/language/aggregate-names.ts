import type { AggregateName } from '../model/expression';

/** How users call the aggregates; `count(distinct x)` is told apart by its `distinct`. */
export const AGGREGATE_NAMES: Readonly<Record<string, AggregateName>> = {
  sum: 'sum',
  count: 'count',
  avg: 'avg',
  min: 'min',
  max: 'max',
  percentile: 'percentile',
  median: 'percentile',
  stddev: 'stddev',
  variance: 'variance',
  approx_count_distinct: 'approx_count_distinct',
};

export const isAggregate = (name: string): boolean => Object.hasOwn(AGGREGATE_NAMES, name);
