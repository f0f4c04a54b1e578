import type { Diagnostic } from '../../base/diagnostic';
import { withBoundedSearch } from '../../base/did-you-mean';
import type { Catalog, Dataset } from '../model/catalog';
import { ResolutionMemory } from './cache/resolution-memory';
import { deepFreeze } from './deep-freeze';
import { dimensionNames } from './dimension-names';
import { Findings } from './findings';
import type { RawCatalog } from './raw';
import { resolveDatasets } from './resolve-datasets';
import { DimensionResolver } from './resolve-dimensions';
import { MetricResolver } from './resolve-metrics';
import { resolveSavedQueries } from './resolve-saved-queries';
import { resolveSegments } from './resolve-segments';
import { versionOf } from './version';

/** Comparisons of names for near matches in one reading: about a second of them. */
const MAX_COMPARISONS = 1_000_000;

export interface Resolved {
  /** Null only when company.yaml is missing or wrong. */
  readonly catalog: Catalog | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks up every name and infers every type. A fault breaks the definition it is in and those that refer to it; all others
 * are in the catalog. `loadGrammar()` must have ended before.
 *
 * @param memory spares what an earlier load has resolved and nothing has changed since; the result is the same without it.
 */
export function resolve(raw: RawCatalog, memory = new ResolutionMemory()): Resolved {
  return withBoundedSearch(MAX_COMPARISONS, () => resolveAll(raw, memory));
}

function resolveAll(raw: RawCatalog, memory: ResolutionMemory): Resolved {
  const findings = new Findings();
  const bare = resolveDatasets(raw, findings);
  const roles = new Map(
    [...bare.values()].flatMap((d) =>
      [...d.joins.values()].filter((j) => j.role).map((j) => [j.name, j.to] as const),
    ),
  );
  const rawDatasets = new Map(raw.datasets.filter((d) => bare.has(d.name)).map((d) => [d.name, d]));
  const dimensions = new DimensionResolver(rawDatasets, bare, { datasets: bare, roles }, findings, memory);
  const datasets = new Map<string, Dataset>(
    [...bare].map(([name, dataset]) => [
      name,
      memory.dataset(rawDatasets.get(name)!, { ...dataset, dimensions: dimensions.of(name) }),
    ]),
  );
  const graph = { datasets, roles };
  const rawMetrics = new Map(raw.metrics.map((m) => [m.name, m]));
  const scope = { graph, names: dimensions.names };
  const resolver = new MetricResolver(rawMetrics, datasets, scope, findings, memory);
  const metrics = resolver.all();
  const segments = resolveSegments(raw.segments, resolver);
  const told = (): readonly Diagnostic[] => [...raw.diagnostics, ...findings.all].sort(byPlace);
  if (!raw.company) return { catalog: null, diagnostics: told() };
  const names = {
    company: raw.company,
    teams: raw.teams,
    datasets,
    metrics,
    segments,
    roles,
    dimensions: dimensionNames(datasets, roles),
    broken: findings.broken,
  };
  const catalog = { ...names, savedQueries: resolveSavedQueries(raw.savedQueries, names, findings) };
  // What is in them was frozen when it was bound.
  Object.freeze(metrics);
  return {
    catalog: deepFreeze({ ...catalog, version: versionOf(catalog), lastGood: null }),
    diagnostics: told(),
  };
}

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  compare(a.at.file, b.at.file) || a.at.start.line - b.at.start.line || a.at.start.column - b.at.start.column;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
