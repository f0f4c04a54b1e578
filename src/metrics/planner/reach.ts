import { Failure } from '../../base/failure';
import type { Catalog, DimensionName, Metric } from '../model/catalog';
import type { RowExpression } from '../model/expression';
import { reach, reachableDatasets } from '../model/join-graph';
import { catalogFor } from '../serving/catalog-for';

/** What a dimension is wanted for: it decides the code of the refusal, and what would work instead. */
export interface Wanted {
  readonly purpose: 'by' | 'where';
  /** The metric that is to be split or filtered. */
  readonly metric: string;
  readonly path: string;
  /** All metrics of the question. */
  readonly metrics?: readonly Metric[];
}

/**
 * A dimension as a leaf's home dataset sees it.
 * @throws Failure GRAIN.TOO_COARSE when it lies on the many side, PATH.AMBIGUOUS, or DIMENSION.UNREACHABLE / FILTER.UNREACHABLE.
 */
export function seenFrom(
  catalog: Catalog,
  home: string,
  target: DimensionName,
  { purpose, metric, path, metrics = [] }: Wanted,
): RowExpression {
  const { name, chain, dimension } = target;
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
      { path, ...finerMetrics(catalog, dimension.dataset, purpose === 'where' ? home : null) },
    );
  }
  const roles = found.kind === 'unreachable' ? found.roles.map((r) => `${r}.${dimension.name}`) : [];
  const shared = metrics.length > 1 && roles.length === 0 ? legalNames(catalog, metrics) : [];
  const own = roles.length ? roles : legalNames(catalog, [catalog.metrics.get(metric)]);
  const suggestions = shared.length ? shared : own;
  throw new Failure(
    purpose === 'by' ? 'DIMENSION.UNREACHABLE' : 'FILTER.UNREACHABLE',
    `"${metric}" cannot be ${verb} by "${name}": "${home}" does not reach the dataset "${dimension.dataset}".`,
    {
      path,
      suggestions,
      hint:
        (suggestions.length
          ? `${shared.length ? 'all the metrics' : 'it'} can be ${verb} by ${suggestions.join(', ')}`
          : `"${metric}" has no dimensions`) +
        (purpose === 'where' ? exception(catalog, target, metrics) : ''),
    },
  );
}

/** How to ask all the same, when the condition can filter other metrics of the question. */
function exception(catalog: Catalog, dimension: DimensionName, metrics: readonly Metric[]): string {
  const able = metrics.filter((m) => homesOf(m).every((home) => isReachable(catalog, home, dimension)));
  if (able.length === 0) return '';
  return `; or keep the condition to those that it can filter: onlyFor: [${able.map((m) => m.name).join(', ')}]`;
}

/** Metrics of the finer dataset, which the dimension can split; rows of `home` can be chosen by one of them. */
function finerMetrics(
  catalog: Catalog,
  dataset: string,
  home: string | null,
): { suggestions: readonly string[]; hint: string } {
  const suggestions = once(catalog, `finer than ${dataset}`, () =>
    [...catalog.metrics.values()]
      .filter((m) => m.leaves.every((l) => l.home === dataset))
      .map((m) => m.name)
      .slice(0, MAX_FINER),
  );
  if (suggestions.length === 0) return { suggestions, hint: `define a metric on "${dataset}"` };
  const isEntity = home !== null && catalog.datasets.get(home)?.key.length;
  const formula = isEntity
    ? `; a segment or formula may choose by one: per(${home}, ${suggestions[0]}) > 0`
    : '';
  return { suggestions, hint: `a metric of "${dataset}" can: ${suggestions.join(', ')}${formula}` };
}

/** How many ways out a refusal names. */
const MAX_LEGAL = 8;
const MAX_FINER = 5;

/** The first dimensions by which all the metrics can be split; none without a metric. */
function legalNames(catalog: Catalog, metrics: readonly (Metric | undefined)[]): readonly string[] {
  const homes = [...new Set(metrics.flatMap((metric) => (metric ? homesOf(metric) : [])))].sort();
  if (homes.length === 0) return [];
  return once(catalog, `legal for ${homes.join(', ')}`, () =>
    reachedFrom(catalog, homes)
      .slice(0, MAX_LEGAL)
      .map((d) => d.name),
  );
}

/** A list of refusals, one for each dimension of a large catalog, names the same few ways out again and again. */
const waysOut = new WeakMap<Catalog, Map<string, readonly string[]>>();

function once(catalog: Catalog, key: string, find: () => readonly string[]): readonly string[] {
  const known = waysOut.get(catalog) ?? new Map<string, readonly string[]>();
  waysOut.set(catalog, known);
  const names = known.get(key) ?? find();
  known.set(key, names);
  return names;
}

/** True when every row of the home has exactly one value of the dimension. */
export const isReachable = (catalog: Catalog, home: string, { chain }: DimensionName): boolean =>
  reach(catalog, home, chain).kind === 'path';

/** The datasets whose rows a metric is made from. */
export const homesOf = (metric: Metric): readonly string[] => [
  ...new Set(metric.leaves.map((leaf) => leaf.home)),
];

/** The dimensions by which a metric can be split and filtered, in the order of the catalog. */
export function legalDimensions(served: Catalog, metricName: string): readonly DimensionName[] {
  const catalog = catalogFor(served, { metrics: [metricName] });
  const metric = catalog.metrics.get(metricName);
  return metric ? reachedFrom(catalog, homesOf(metric)) : [];
}

function reachedFrom(catalog: Catalog, homes: readonly string[]): readonly DimensionName[] {
  const reaches = reachability(catalog);
  return [...catalog.dimensions.values()].filter((d) => homes.every((home) => reaches(home, d)));
}

/** `isReachable`, worked out once for each home and chain of joins: dimensions of one dataset share theirs. */
export function reachability(catalog: Catalog): (home: string, dimension: DimensionName) => boolean {
  const known = new Map<string, boolean>();
  return (home, dimension) => {
    const key = `${home} ${dimension.chain.join('.')}`;
    const reaches = known.get(key) ?? isReachable(catalog, home, dimension);
    known.set(key, reaches);
    return reaches;
  };
}
