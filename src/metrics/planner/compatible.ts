import { Failure } from '../../base/failure';
import type { Catalog, DimensionName, Metric } from '../model/catalog';
import { isReachable, seenFrom } from './reach';

/** A name, and why it cannot be used here; null = it can. */
export interface Compatibility<T> {
  readonly of: T;
  readonly refusal: Failure | null;
}

/** For each dimension whether all the metrics can be split by it, and why one cannot. */
export function compatibleDimensions(
  catalog: Catalog,
  metrics: readonly Metric[],
): readonly Compatibility<DimensionName>[] {
  return [...catalog.dimensions.values()].map((dimension) => ({
    of: dimension,
    refusal: refusalOf(catalog, metrics, [dimension]),
  }));
}

/** For each metric whether it can be split by all the dimensions, and why it cannot. */
export function compatibleMetrics(
  catalog: Catalog,
  dimensions: readonly DimensionName[],
): readonly Compatibility<Metric>[] {
  return [...catalog.metrics.values()].map((metric) => ({
    of: metric,
    refusal: refusalOf(catalog, [metric], dimensions),
  }));
}

/** The same words as the question itself would get. */
function refusalOf(
  catalog: Catalog,
  metrics: readonly Metric[],
  dimensions: readonly DimensionName[],
): Failure | null {
  for (const metric of metrics) {
    for (const home of new Set(metric.leaves.map((l) => l.home))) {
      for (const [i, dimension] of dimensions.entries()) {
        if (isReachable(catalog, home, dimension)) continue;
        try {
          seenFrom(catalog, home, dimension, 'by', metric.name, `by[${i}]`);
        } catch (error) {
          if (error instanceof Failure) return error;
          throw error;
        }
      }
    }
  }
  return null;
}
