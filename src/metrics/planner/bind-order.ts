import { Failure } from '../../base/failure';
import type { Catalog, Metric } from '../model/catalog';
import type { OrderKey } from '../model/plan';
import type { Order } from '../model/query';
import type { BoundBy } from './bound-query';
import { findDimension } from './find-dimension';
import { findGrain } from './find-grain';
import { findMetric } from './find-metric';

/** What the answer is sorted by: what is asked for, then the remaining `by` in turn, so that the order never depends on the engine (semantics 22). */
export function orderKeys(
  catalog: Catalog,
  order: readonly Order[],
  metrics: readonly Metric[],
  by: readonly BoundBy[],
): OrderKey[] {
  const keys = order.map((item, i) => orderKey(catalog, item, `order[${i}]`, metrics, by));
  const rest = by.filter((b) => !keys.some((k) => k.column === b.name));
  return [...keys, ...rest.map((b): OrderKey => ({ column: b.name, direction: 'asc', nulls: 'last' }))];
}

function orderKey(
  catalog: Catalog,
  item: Order,
  path: string,
  metrics: readonly Metric[],
  by: readonly BoundBy[],
): OrderKey {
  const given = [item.metric, item.dimension, item.time].filter((v) => v !== undefined).length;
  if (given !== 1)
    throw new Failure('QUERY.INVALID', 'Each entry of `order` names one of metric, dimension or time.', {
      path,
    });
  return {
    column: orderColumn(catalog, item, path, metrics, by),
    direction: item.direction === 'DESC' ? 'desc' : 'asc',
    nulls: item.nulls === 'FIRST' ? 'first' : 'last',
  };
}

function orderColumn(
  catalog: Catalog,
  item: Order,
  path: string,
  metrics: readonly Metric[],
  by: readonly BoundBy[],
): string {
  const notAsked = (what: string): never => {
    throw new Failure(
      'QUERY.INVALID',
      `The answer is ordered by ${what}, which the question does not ask for.`,
      { path, hint: 'add it to `metrics` or `by`' },
    );
  };
  if (item.metric !== undefined) {
    const { name } = findMetric(catalog, item.metric, `${path}.metric`);
    return metrics.find((m) => m.name === name)?.name ?? notAsked(`the metric "${name}"`);
  }
  if (item.time !== undefined) {
    const grain = item.time === true ? null : findGrain(item.time, `${path}.time`);
    return (
      by.find((b) => b.target === 'time' && (grain === null || b.grain === grain))?.name ??
      notAsked(grain === null ? 'time' : `time by ${grain}`)
    );
  }
  const dimension = findDimension(catalog, item.dimension!, `${path}.dimension`);
  return (
    by.find((b) => b.target !== 'time' && 'chain' in b.target && b.target.name === dimension.name)?.name ??
    notAsked(`"${dimension.name}"`)
  );
}
