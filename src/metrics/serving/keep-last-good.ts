import { hash } from 'node:crypto';
import type { Catalog, Company, Dataset, DimensionName } from '../model/catalog';
import { datasetsOf } from './datasets-of';

/**
 * The catalog to serve after a change: what is sound now, and beside it each broken definition as it was in the last catalog in
 * which it was sound. A definition that was never sound, or is gone, is absent.
 *
 * @param previous what was served before; null at start.
 * @param next as resolved.
 */
export function keepLastGood(previous: Catalog | null, next: Catalog): Catalog {
  const versions = previous === null ? new Map<string, Catalog>() : versionsFor(previous, next);
  if (versions.size === 0) return next;
  keepWhatTheyNeed(versions, next);
  const dimensions = dimensionsOf(versions, next);
  const earlier = [...versions].map(([key, { version }]) => [key, version]);
  return Object.freeze({
    ...next,
    version: hash('sha256', JSON.stringify([next.version, earlier]), 'hex').slice(0, 16),
    datasets: merged(next.datasets, versions, 'dataset', ({ datasets }) => datasets),
    metrics: merged(next.metrics, versions, 'metric', ({ metrics }) => metrics),
    segments: merged(next.segments, versions, 'segment', ({ segments }) => segments),
    savedQueries: merged(next.savedQueries, versions, 'saved_query', ({ savedQueries }) => savedQueries),
    roles: withRoles(versions, next),
    dimensions: withNames(dimensions, next),
    lastGood: { sound: next, versions, dimensions },
  });
}

/** `metric net_revenue` → whether a catalog has it, apart from what it serves of earlier ones. */
function isSound({ datasets, metrics, segments, savedQueries }: Catalog, key: string): boolean {
  const [kind, name = ''] = key.split(' ', 2);
  switch (kind) {
    case 'dataset':
      return datasets.has(name);
    case 'metric':
      return metrics.has(name);
    case 'segment':
      return segments.has(name);
    case 'saved_query':
      return savedQueries.has(name);
    default: {
      const [dataset = '', dimension = ''] = name.split('.');
      return datasets.get(dataset)?.dimensions.has(dimension) ?? false;
    }
  }
}

function versionsFor(previous: Catalog, next: Catalog): Map<string, Catalog> {
  const sound = previous.lastGood?.sound ?? previous;
  const adopted = new Map<Catalog, Catalog>();
  const versions = new Map<string, Catalog>();
  for (const key of next.broken.keys()) {
    if (isSound(next, key)) continue;
    const version = previous.lastGood?.versions.get(key) ?? (isSound(sound, key) ? sound : null);
    if (version === null) continue;
    const made = adopted.get(version) ?? withLimits(version, next.company);
    adopted.set(version, made);
    versions.set(key, made);
  }
  return versions;
}

/** Limits protect the server, whatever is asked: the newest hold. */
function withLimits(catalog: Catalog, { limits }: Company): Catalog {
  if (JSON.stringify(catalog.company.limits) === JSON.stringify(limits)) return catalog;
  return Object.freeze({ ...catalog, company: { ...catalog.company, limits } });
}

/** Datasets that are gone, but that a metric or segment served from an earlier catalog was checked with. */
function keepWhatTheyNeed(versions: Map<string, Catalog>, next: Catalog): void {
  for (const [key, version] of [...versions]) {
    for (const { name } of datasetsOf(version, key)) {
      const dataset = `dataset ${name}`;
      if (!next.datasets.has(name) && !versions.has(dataset)) versions.set(dataset, version);
    }
  }
}

function merged<T>(
  now: ReadonlyMap<string, T>,
  versions: ReadonlyMap<string, Catalog>,
  kind: string,
  mapOf: (catalog: Catalog) => ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const all = new Map(now);
  for (const [key, version] of versions) {
    const [keyKind, name = ''] = key.split(' ', 2);
    const value = keyKind === kind ? mapOf(version).get(name) : undefined;
    if (value !== undefined) all.set(name, value);
  }
  return all;
}

/** Names that the sound definitions do not make: those of kept datasets and dimensions, and those through roles of kept datasets. */
function dimensionsOf(versions: ReadonlyMap<string, Catalog>, next: Catalog): ReadonlyMap<string, Catalog> {
  const names = new Map<string, Catalog>();
  for (const version of new Set(versions.values())) {
    const kept = (key: string): boolean => versions.get(key) === version;
    const roles = new Set(
      [...version.datasets.values()].filter(({ name }) => kept(`dataset ${name}`)).flatMap(rolesOf),
    );
    const isKept = ({ chain, dimension }: DimensionName): boolean =>
      kept(`dataset ${dimension.dataset}`) ||
      kept(`dimension ${dimension.dataset}.${dimension.name}`) ||
      chain.some((part) => kept(`dataset ${part}`) || roles.has(part));
    for (const found of version.dimensions.values()) {
      if (!next.dimensions.has(found.name) && isKept(found)) names.set(found.name, version);
    }
  }
  return names;
}

const rolesOf = ({ joins }: Dataset): readonly string[] =>
  [...joins.values()].filter(({ role }) => role).map(({ name }) => name);

function withNames(earlier: ReadonlyMap<string, Catalog>, next: Catalog): Catalog['dimensions'] {
  const all = new Map(next.dimensions);
  for (const [name, version] of earlier) {
    const found = version.dimensions.get(name);
    if (found !== undefined) all.set(name, found);
  }
  return all;
}

function withRoles(versions: ReadonlyMap<string, Catalog>, next: Catalog): Catalog['roles'] {
  const all = new Map(next.roles);
  for (const version of new Set(versions.values()))
    for (const [role, target] of version.roles) if (!all.has(role)) all.set(role, target);
  return all;
}
