import { Failure } from '../../base/failure';
import type { Catalog, DimensionName, Metric } from '../model/catalog';
import type { Leaf, RowExpression } from '../model/expression';
import { reach, reachableDatasets } from '../model/join-graph';

/** What the dimension was wanted for: it decides the code of the refusal. */
export type Purpose = 'by' | 'where';

/**
 * A dimension as a leaf's home dataset sees it.
 * @throws Failure GRAIN.TOO_COARSE when it lies on the many side, PATH.AMBIGUOUS, or DIMENSION.UNREACHABLE / FILTER.UNREACHABLE.
 */
export function seenFrom(
  catalog: Catalog,
  home: string,
  { name, chain, dimension }: DimensionName,
  purpose: Purpose,
  metric: string,
  path: string,
): RowExpression {
  const found = reach(catalog, home, chain);
  if (found.kind === 'path') {
    return {
      kind: 'reference',
      to: { kind: 'dimension', path: found.path, dataset: found.dataset, name: dimension.name },
      type: dimension.type,
    };
  }
  const verb = purpose === 'by' ? 'split' : 'filtered';
  if (found.kind === 'ambiguous') {
    const ways = found.paths.map((p) => [...p, dimension.name].join('.'));
    throw new Failure(
      'PATH.AMBIGUOUS',
      `"${metric}" reaches "${name}" in ${ways.length} ways: ${ways.join(', ')}.`,
      { path, suggestions: ways, hint: `ask for one of them, or write \`via:\` in the dataset "${home}"` },
    );
  }
  if (reachableDatasets(catalog, dimension.dataset).has(home)) {
    throw new Failure(
      'GRAIN.TOO_COARSE',
      `"${metric}" cannot be ${verb} by "${name}": one row of "${home}" has many rows of "${dimension.dataset}".`,
      { path, ...finerMetrics(catalog, dimension.dataset) },
    );
  }
  const legal = legalDimensions(catalog, metric).map((d) => d.name);
  const roles = found.kind === 'unreachable' ? found.roles.map((r) => `${r}.${dimension.name}`) : [];
  const suggestions = roles.length ? roles : legal.slice(0, 8);
  throw new Failure(
    purpose === 'by' ? 'DIMENSION.UNREACHABLE' : 'FILTER.UNREACHABLE',
    `"${metric}" cannot be ${verb} by "${name}": "${home}" does not reach the dataset "${dimension.dataset}".`,
    {
      path,
      suggestions,
      hint: suggestions.length
        ? `it can be ${verb} by ${suggestions.join(', ')}`
        : `"${metric}" has no dimensions`,
    },
  );
}

/** Metrics of the finer dataset, which the dimension can split. */
function finerMetrics(catalog: Catalog, dataset: string): { suggestions: string[]; hint: string } {
  const suggestions = [...catalog.metrics.values()]
    .filter((m) => m.leaves.every((l) => l.home === dataset))
    .map((m) => m.name)
    .slice(0, 5);
  return {
    suggestions,
    hint: suggestions.length
      ? `a metric of "${dataset}" can: ${suggestions.join(', ')}`
      : `define a metric on "${dataset}"`,
  };
}

/** True when every row of the home has exactly one value of the dimension. */
export const isReachable = (catalog: Catalog, home: string, { chain }: DimensionName): boolean =>
  reach(catalog, home, chain).kind === 'path';

const homesOf = (metric: Metric): readonly string[] => [...new Set(metric.leaves.map((l: Leaf) => l.home))];

/** The dimensions by which a metric can be split and filtered, in the order of the catalog. */
export function legalDimensions(catalog: Catalog, metricName: string): readonly DimensionName[] {
  const metric = catalog.metrics.get(metricName);
  if (!metric) return [];
  const homes = homesOf(metric);
  return [...catalog.dimensions.values()].filter((d) => homes.every((home) => isReachable(catalog, home, d)));
}
