import { Failure } from '../../base/failure';
import type { Catalog, DimensionName, Metric } from '../model/catalog';
import { catalogFor } from '../serving/catalog-for';
import { homesOf, reachability, seenFrom } from './reach';

/** A name, and whether it can be used here. */
export interface Compatibility<T> {
  readonly of: T;
  readonly isCompatible: boolean;
  /** Why not, in the words that the question itself would get; null when it can. Worked out when it is asked for. */
  refusal(): Failure | null;
}

/** For each dimension, in the order of the catalog, whether all the metrics can be split by it. */
export function compatibleDimensions(
  served: Catalog,
  metrics: readonly Metric[],
): readonly Compatibility<DimensionName>[] {
  const catalog = catalogFor(served, { metrics: metrics.map(({ name }) => name) });
  const obstacle = obstacles(catalog);
  return [...catalog.dimensions.values()].map((dimension) =>
    compatibility(catalog, dimension, metrics, obstacle(metrics, [dimension])),
  );
}

/** For each metric, in the order of the catalog, whether it can be split by all the dimensions. */
export function compatibleMetrics(
  served: Catalog,
  dimensions: readonly DimensionName[],
): readonly Compatibility<Metric>[] {
  const by = dimensions.map(({ name }) => ({ dimension: name }));
  const catalog = catalogFor(served, { metrics: [], by });
  const obstacle = obstacles(catalog);
  return [...catalog.metrics.values()].map((metric) =>
    compatibility(catalog, metric, [metric], obstacle([metric], dimensions)),
  );
}

/** The first that goes not with the others: a question would be refused for it. */
interface Obstacle {
  readonly metric: Metric;
  readonly home: string;
  readonly dimension: DimensionName;
  readonly index: number;
}

function obstacles(
  catalog: Catalog,
): (metrics: readonly Metric[], dimensions: readonly DimensionName[]) => Obstacle | null {
  const reaches = reachability(catalog);
  return (metrics, dimensions) => {
    for (const metric of metrics) {
      for (const home of homesOf(metric)) {
        const index = dimensions.findIndex((dimension) => !reaches(home, dimension));
        if (index >= 0) return { metric, home, dimension: dimensions[index]!, index };
      }
    }
    return null;
  };
}

const compatibility = <T>(
  catalog: Catalog,
  of: T,
  metrics: readonly Metric[],
  obstacle: Obstacle | null,
): Compatibility<T> => ({
  of,
  isCompatible: obstacle === null,
  refusal: () => obstacle && refusalOf(catalog, metrics, obstacle),
});

function refusalOf(
  catalog: Catalog,
  metrics: readonly Metric[],
  { metric, home, dimension, index }: Obstacle,
): Failure | null {
  try {
    seenFrom(catalog, home, dimension, { purpose: 'by', metric: metric.name, path: `by[${index}]`, metrics });
    return null;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
